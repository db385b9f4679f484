/// Puts the rows of one table together as its tags come.
struct TableReader {
  /// More columns than any table of a page has; what stands behind them goes into the last.
  private static let widest = 64

  private(set) var table = ReadableTable()
  /// Inside of `thead`.
  var isInHead = false
  private var headers: [[String]] = []
  private var row: [String]?
  /// Whether the row has nothing but `th`.
  private var isAllHeaders = true
  /// Of each column a cell from above that still goes on, and for how many rows.
  private var carried: [(text: String, rows: Int)?] = Array(repeating: nil, count: widest)
  private var cell: (rows: Int, columns: Int)?

  init(isNameList: Bool) { table.isNameList = isNameList }

  /// Whether text belongs to a cell.
  var isInCell: Bool { cell != nil }

  mutating func caption(_ text: String) { if table.caption.isEmpty { table.caption = text } }

  mutating func beginRow(_ text: inout ReadableText) {
    endRow(&text)
    row = []
    isAllHeaders = true
    takeCarried()
  }

  mutating func beginCell(isHeader: Bool, rows: Int, columns: Int, _ text: inout ReadableText) {
    endCell(&text)
    if row == nil { beginRow(&text) }
    if !isHeader { isAllHeaders = false }
    cell = (max(1, rows), min(max(1, columns), Self.widest))
  }

  mutating func endCell(_ text: inout ReadableText) {
    guard let open = cell else { return }
    cell = nil
    let words = text.take()
    for _ in 0..<open.columns {
      let column = row?.count ?? 0
      guard column < Self.widest else {
        row?[Self.widest - 1] += " " + words
        break
      }
      row?.append(words)
      if open.rows > 1 { carried[column] = (words, open.rows - 1) }
      takeCarried()
    }
  }

  mutating func endRow(_ text: inout ReadableText) {
    endCell(&text)
    guard let cells = row else { return }
    row = nil
    guard !cells.isEmpty else { return }
    if isInHead || table.rows.isEmpty && headers.isEmpty && isAllHeaders {
      headers.append(cells)
    } else {
      table.rows.append(cells)
    }
  }

  /// A new part of the table: no cell goes on in it.
  mutating func beginPart(_ text: inout ReadableText) {
    endRow(&text)
    for column in carried.indices { carried[column] = nil }
  }

  /// The table; its rows without a header are text.
  mutating func finish(_ text: inout ReadableText) -> (table: ReadableTable?, rows: [[String]]) {
    endRow(&text)
    guard let header = headers.last, !table.rows.isEmpty else { return (nil, headers + table.rows) }
    let width = max(header.count, table.rows.reduce(0) { max($0, $1.count) })
    func padded(_ cells: [String]) -> [String] { cells + Array(repeating: "", count: width - cells.count) }
    table.columns = padded(header)
    for index in table.rows.indices { table.rows[index] = padded(table.rows[index]) }
    return (table, [])
  }

  private mutating func takeCarried() {
    while let column = row?.count, column < Self.widest, let (text, rows) = carried[column] {
      row?.append(text)
      carried[column] = rows > 1 ? (text, rows - 1) : nil
    }
  }
}
