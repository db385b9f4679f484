import Diagnostics
import Values

/// Finds the rows of a table that are sums of the others, as people put below tables that they print: the first value is
/// 合计 or the like, and something that every record has is not there; or it is what the row is named by.
struct TotalRow<R: FieldBearer>: Sendable {
  private let table: CSVTable
  /// Columns that every record fills.
  private let required: [Int]
  private let idColumn: Int?
  private let namingColumn: Int?

  init(_ table: CSVTable, _ plan: RowPlan<R>) {
    self.table = table
    let fields = plan.fields.fields
    required = plan.columns.filter { fields[$0.field].presence == .required }.map(\.column)
    idColumn = plan.columns.first { fields[$0.field].name == "id" }?.column
    namingColumn = plan.namingColumn
  }

  /// Whether `row` is one.
  ///
  /// - Complexity: O(1) for rows that begin with something else.
  func isTotal(_ row: Int) -> Bool {
    if let namingColumn, Self.isWord(table.records.source, table.place(row, namingColumn).content) { return true }
    var column = 0
    while column < table.header.count, table.place(row, column).content.isEmpty { column += 1 }
    guard column < table.header.count, Self.isWord(table.records.source, table.place(row, column).content) else {
      return false
    }
    return column == idColumn || required.contains { table.place(row, $0).content.isEmpty }
  }

  private static func isWord(_ source: [UInt8], _ range: Range<Int>) -> Bool {
    // Both characters of the words take three bytes: nearly all other values differ in their length or first byte.
    guard range.count >= 6, range.count <= 12, source[range.lowerBound] >= 0xE5 else { return false }
    let (first, last) = (source[range].prefix(3), source[range].suffix(3))
    guard words.contains(where: { first.elementsEqual($0.utf8.prefix(3)) && last.elementsEqual($0.utf8.suffix(3)) })
    else { return false }
    // Set wide in tables that are printed: `合　计`.
    let between = source[range].dropFirst(3).dropLast(3)
    return between.elementsEqual([0xE3, 0x80, 0x80]) || between.allSatisfy { $0 == UInt8(ascii: " ") }
  }

  private static var words: [String] { ["合计", "总计", "小计", "共计", "总数"] }

  /// CV16: the row is left out.
  func diagnostic(_ row: Int) -> Diagnostic {
    Diagnostic(
      "CV16", .warning, Message(zh: "这一行是合计，不是一条记录，已略去", en: "this row is a sum and no record; it is left out"),
      at: SourceLocation(table.path, table.records.recordSpan(table.record(of: row))),
      repair: Message(zh: "删去合计行：合计由程序计算", en: "delete the row: sums are computed"))
  }
}
