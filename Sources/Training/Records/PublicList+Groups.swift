import Expressions
package import Han

extension PublicList {
  /// From so many rows on a list in the order of strokes is grouped by the strokes of the first character.
  private static let longList = 12

  /// Rows under the units, or under the numbers of strokes, in whose order they stand; all in one group when the order is
  /// another.
  func groups(of rows: [ListRow], _ values: [Value]) -> Value {
    let heads: [String]
    switch order {
    case .unit: heads = rows.map(\.unit)
    case .strokes, .fullNameStrokes:
      let isGrouped = columns.contains(.name) && rows.count >= Self.longList
      heads = rows.map { isGrouped ? Self.strokesText(of: $0.name) : "" }
    case .number: heads = rows.map { _ in "" }
    }
    var groups: [(head: String, rows: [Value])] = []
    for (head, value) in zip(heads, values) {
      if groups.last?.head != head { groups.append((head, [])) }
      groups[groups.count - 1].rows.append(value)
    }
    // Layouts count on one group at least.
    if groups.isEmpty, order != .unit { groups.append(("", [])) }
    return .list(groups.map { .record(View(Self.groupType, [.text($0.head), .list($0.rows)])) })
  }

  /// `四画`, `十二画`.
  private static func strokesText(of name: String) -> String {
    guard let strokes = StrokeOrder.strokes(ofFirstIn: name) else { return "其他" }
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let tens = strokes < 10 ? "" : (strokes < 20 ? "" : digits[strokes / 10]) + "十"
    return tens + digits[strokes % 10] + "画"
  }
}

extension ListOrder {
  /// The order of strokes that the rows stand in, for the orders that are one.
  package var strokeOrder: StrokeOrder? {
    switch self {
    case .strokes: .familyName
    case .fullNameStrokes: .fullName
    case .unit, .number: nil
    }
  }
}

extension PublicList {
  /// Where `row`, which stands at `place` and was corrected, belongs among `others`, which are in their order: where it is as long as
  /// that keeps the order.
  ///
  /// - Complexity: O(rows).
  package func place(of row: ListRow, insteadOf old: ListRow, at place: Int, among others: [ListRow]) -> Int {
    if let order = order.strokeOrder {
      let key = order.key(of: row.name)
      let fitsAbove = place == 0 || !(key < order.key(of: others[place - 1].name))
      let fitsBelow = place == others.count || !(order.key(of: others[place].name) < key)
      return fitsAbove && fitsBelow ? place : others.firstIndex { key < order.key(of: $0.name) } ?? others.count
    }
    guard order == .unit, row.unit != old.unit else { return place }
    return others.lastIndex { $0.unit == row.unit }.map { $0 + 1 } ?? place
  }
}
