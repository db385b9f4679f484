import Bytes

/// Which rows of a table came, went, or say something else.
package struct TableDifference: Hashable, Sendable {
  /// A row that is still there with other values.
  package struct Change: Hashable, Sendable {
    package let before: [String]
    package let after: [String]

    package init(before: [String], after: [String]) {
      self.before = before
      self.after = after
    }
  }

  package var caption = ""
  /// What it was called, when that was its own name and is another one now, or none.
  package var formerCaption: String?
  /// Whether `caption` is a heading above the table.
  package var isNamedByHeading = false
  /// The columns of the new table, of the old one when it is gone.
  package var columns: [String] = []
  /// A public list of names.
  package var isNameList = false
  package var added: [[String]] = []
  package var removed: [[String]] = []
  package var changed: [Change] = []
  /// The same rows stand in another order.
  package var isReordered = false
  /// The columns before, when they are others now: then all rows are told.
  package var formerColumns: [String]?

  /// Whether nothing has changed.
  package var isEmpty: Bool {
    added.isEmpty && removed.isEmpty && changed.isEmpty && !isReordered && formerColumns == nil
      && formerCaption == nil
  }

  /// Compares two tables. Rows that are equal belong together; then those that differ in one cell; then those with a first cell
  /// that stands in no other row. A column of running numbers does not count, as one row more changes all of them.
  ///
  /// - Complexity: O(cells), of rows that are not equal times their columns.
  init(_ old: ReadableTable?, _ new: ReadableTable?) {
    guard let table = new ?? old else { return }
    caption = table.caption
    columns = table.columns
    isNameList = table.isNameList
    if let old, let new {
      let (before, after) = (old.isNamedByHeading ? "" : old.caption, new.isNamedByHeading ? "" : new.caption)
      if before != after { formerCaption = before }
      isNamedByHeading = new.isNamedByHeading
    }
    guard let old, let new, old.columns == new.columns else {
      added = new?.rows ?? []
      removed = old?.rows ?? []
      if let old, new != nil { formerColumns = old.columns }
      return
    }
    let counted = old.columns.indices.filter { !Self.isRunningNumber(old, $0) || !Self.isRunningNumber(new, $0) }
    var matching = RowMatching(old.rows, new.rows, columns: counted)
    matching.matchEqual()
    isReordered = matching.isReordered
    // Another name in a list of names is another person, whatever else is the same.
    let name = counted.firstIndex { ["姓名", "Name"].contains(columns[$0]) } ?? 0
    for column in counted.indices where !(isNameList && column == name) { matching.matchAllBut(column) }
    if let first = counted.first { matching.matchUnique(isNameList ? counted[name] : first) }
    if counted.count == 2, !isNameList { matching.matchUnique(counted[1]) }
    for (index, partner) in matching.partners.enumerated() {
      guard let partner else {
        added.append(new.rows[index])
        continue
      }
      let (before, after) = (old.rows[partner], new.rows[index])
      if counted.contains(where: { before[$0] != after[$0] }) { changed.append(Change(before: before, after: after)) }
    }
    removed = matching.leftOfOld.map { old.rows[$0] }
  }

  private static func isRunningNumber(_ table: ReadableTable, _ column: Int) -> Bool {
    table.rows.enumerated().allSatisfy { index, row in row[column] == String(index + 1) }
  }
}

/// Finds for rows of a new table those of the old one that they were.
private struct RowMatching {
  private let old: [[String]]
  private let new: [[String]]
  private let columns: [Int]
  /// By row of the new table.
  private(set) var partners: [Int?]
  private(set) var isReordered = false
  private var isTaken: [Bool]

  init(_ old: [[String]], _ new: [[String]], columns: [Int]) {
    (self.old, self.new, self.columns) = (old, new, columns)
    partners = Array(repeating: nil, count: new.count)
    isTaken = Array(repeating: false, count: old.count)
  }

  var leftOfOld: [Int] { isTaken.indices.filter { !isTaken[$0] } }

  mutating func matchEqual() {
    let columns = columns
    match { row in columns.map { row[$0] } }
    var last = -1
    for partner in partners.lazy.compactMap(\.self) {
      if partner < last { isReordered = true }
      last = max(last, partner)
    }
  }

  /// Rows that differ in one cell. Few are left to be looked at.
  mutating func matchAllBut(_ column: Int) {
    let (removed, added) = (leftOfOld.count, partners.count { $0 == nil })
    guard removed > 0, added > 0 else { return }
    let others = columns.indices.filter { $0 != column }.map { columns[$0] }
    // In a table of one column every two rows would differ in one cell.
    guard others.count > 1 else { return }
    match { row in others.map { row[$0] } }
  }

  /// Rows with the same cell in `column`, if no other row has it.
  mutating func matchUnique(_ column: Int) {
    func counts(_ rows: [[String]]) -> [String: Int] {
      rows.reduce(into: [:]) { $0[$1[column], default: 0] += 1 }
    }
    let (inOld, inNew) = (counts(old), counts(new))
    match { row in inOld[row[column]] == 1 && inNew[row[column]] == 1 ? [row[column]] : nil }
  }

  private mutating func match(_ key: ([String]) -> [String]?) {
    var places: [[String]: [Int]] = [:]
    for index in old.indices.reversed() where !isTaken[index] {
      if let key = key(old[index]) { places[key, default: []].append(index) }
    }
    for index in new.indices where partners[index] == nil {
      guard let key = key(new[index]), let partner = places[key]?.popLast() else { continue }
      partners[index] = partner
      isTaken[partner] = true
    }
  }
}
