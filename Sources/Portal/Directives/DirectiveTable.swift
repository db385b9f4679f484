import Diagnostics
import Expressions
import Han
import Training
import Values

/// The table that a directive shows: rows of a CSV file or of a declared collection, picked and ordered.
struct DirectiveTable {
  /// One column, as editors name it and as filters see it.
  struct Column {
    /// Its name and further ones, none of them twice.
    var names: [String]
    var type: ValueType
    var isNumber: Bool
  }

  let columns: [Column]
  /// The value of a column in a row, for filters and for sorting.
  private let cell: (_ row: Int, _ column: Int) -> Value
  /// The finished table of rows and columns, in the order given.
  private let view: (_ rows: [Int], _ columns: [Int]) -> Value
  private(set) var rows: [Int]
  /// What is shown when nobody picks; the other columns serve filters and sorting.
  private(set) var shown: [Int]

  /// The public fields of a collection.
  init(_ collection: DeclaredCollection, in model: Model) {
    let type = collection.table.recordType
    let entities = collection.entities(collection.rows.indices, in: model)
    let fields = collection.table.fields.indices.filter { !collection.table.fields[$0].isPrivate }
    columns = fields.map { index in
      let field = collection.table.fields[index]
      return Column(
        names: field.name == field.header ? [field.name] : [field.name, field.header], type: field.valueType,
        isNumber: CollectionViews.isNumeric(field.valueType))
    }
    let attributes = fields.map { type.index(of: collection.table.fields[$0].name) }
    cell = { row, column in
      guard let attribute = attributes[column], case .record(let record) = entities[row] else { return .none }
      return record.value(at: attribute)
    }
    view = { rows, columns in CollectionViews.table(collection, rows, fields: columns.map { fields[$0] }, in: model) }
    rows = Array(collection.rows.indices)
    shown = fields.indices.filter { collection.publicFields.contains(fields[$0]) }
  }

  /// The CSV file at `path` below `content/`: a column of nothing but numbers holds numbers, all others text.
  init(_ table: CSVTable, path: String) {
    let texts = (0..<table.rowCount).map { row in
      table.header.indices.map { table.cell(row, $0)?.text.trimmed ?? "" }
    }
    let columns = table.header.indices.map { column in
      let cells = texts.map { $0[column] }.filter { !$0.isEmpty }
      let areNumbers = !cells.isEmpty && cells.allSatisfy { Self.number($0) != nil }
      let type: ValueType = areNumbers ? (cells.count == texts.count ? .number : .optional(.number)) : .text
      return Column(names: [table.header[column].text], type: type, isNumber: areNumbers)
    }
    self.columns = columns
    cell = { row, column in
      let text = texts[row][column]
      guard columns[column].isNumber else { return .text(text) }
      return Self.number(text).map { .number($0) } ?? .none
    }
    view = { rows, shown in
      CollectionViews.table(
        path: path, columns: shown.map { (columns[$0].names[0], columns[$0].isNumber) },
        rows: rows.map { row in shown.map { texts[row][$0] } })
    }
    rows = Array(texts.indices)
    shown = Array(columns.indices)
  }

  /// A number as tables have it: digits of both widths, commas between thousands, a sign.
  private static func number(_ text: String) -> Decimal? {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "０"..."９", "．", "－": plain.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case ",", "，": break
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return Decimal(plain)
  }

  // MARK: Picking

  /// By what records are sorted: the first of these that they have.
  static let sortingAttributes = ["order", "name", "title"]
  /// How many records deep that may lead; rows may name each other in circles.
  static let sortingDepth = 8

  /// All names, for "did you mean".
  var names: [String] { columns.map { $0.names.last ?? "" } }

  /// The column called `name`.
  func column(_ name: String) -> Int? { columns.firstIndex { $0.names.contains(name) } }

  mutating func show(_ columns: [Int]) { shown = columns }

  /// What a filter can name. Editors need not ask whether a cell is filled: see `keep`.
  var scope: [(name: String, type: ValueType)] {
    columns.flatMap { column in
      let type = if case .optional(let wrapped) = column.type { wrapped } else { column.type }
      return column.names.map { ($0, type) }
    }
  }

  private func values(of row: Int) -> [Value] {
    columns.indices.flatMap { column in
      Array(repeating: cell(row, column), count: columns[column].names.count)
    }
  }

  /// Keeps the rows for which `condition`, compiled for `scope`, is true. Where it cannot be computed and a cell of a
  /// column that its `text` names is empty, it is not.
  mutating func keep(
    where condition: CompiledExpression, text: String, log: ReadLog?
  ) throws(EvaluationError) {
    let named = columns.indices.filter { columns[$0].names.contains(where: text.contains) }
    var kept: [Int] = []
    for row in rows {
      do throws(EvaluationError) {
        if case .boolean(true) = try condition.evaluate(values(of: row), log: log) { kept.append(row) }
      } catch {
        guard named.contains(where: { if case .none = cell(row, $0) { true } else { false } }) else { throw error }
      }
    }
    rows = kept
  }

  /// Sorts by the columns given, the first first; rows without a value come last, equal ones keep their order.
  ///
  /// - Complexity: O(rows log rows) comparisons.
  mutating func sort(by order: [(column: Int, isDescending: Bool)]) {
    let keys = rows.map { row in order.map { Key(cell(row, $0.column)) } }
    let places = rows.indices.sorted { left, right in
      for (index, step) in order.enumerated() {
        let (one, other) = (keys[left][index], keys[right][index])
        if one == other { continue }
        if one == .none || other == .none { return other == .none }
        return step.isDescending ? other < one : one < other
      }
      return left < right
    }
    rows = places.map { rows[$0] }
  }

  /// The rows that are left, as layouts show them.
  var value: Value { view(rows, shown) }

  /// What a cell is sorted by: numbers before texts, texts by pinyin.
  private enum Key: Comparable {
    case number(Decimal)
    case text(CollationKey)
    case none

    init(_ value: Value, depth: Int = 0) {
      switch value {
      case .number(let number): self = .number(number)
      case .quantity(let quantity): self = .number(quantity.amount)
      case .date(let date): self = .number(Decimal(date.dayNumber))
      case .boolean(let truth): self = .number(Decimal(truth ? 1 : 0))
      case .text(let text): self = text.isEmpty ? .none : .text(PinyinOrder().key(ofTitle: text))
      case .record(let record):
        let names = DirectiveTable.sortingAttributes.compactMap { record.recordType.index(of: $0) }
        self =
          depth < DirectiveTable.sortingDepth
          ? names.first.map { Key(record.value(at: $0), depth: depth + 1) } ?? .none : .none
      case .list(let items): self = items.first.map { Key($0, depth: depth) } ?? .none
      case .none, .html, .link, .mapping, .undefined: self = .none
      }
    }
  }
}
