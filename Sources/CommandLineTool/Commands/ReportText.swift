import Diagnostics
import Expressions
import Training
import Values

/// A report in words: for a terminal, for Excel, for programs.
struct ReportText {
  private let report: Report
  private let language: Language
  /// The files whose lines are named.
  private let sources: [String: [UInt8]]
  private var texts: [String: SourceText] = [:]

  init(_ report: Report, language: Language, sources: [String: [UInt8]]) {
    (self.report, self.language, self.sources) = (report, language, sources)
  }

  /// Columns side by side, a header above; columns with nothing in them are left out.
  ///
  /// - Complexity: O(cells).
  mutating func table() -> String {
    let cells = report.rows.map { row in row.map { text(of: $0) } }
    guard !cells.isEmpty else { return Message(zh: "（没有）", en: "(none)").text(in: language) + "\n" }
    let used = report.columns.indices.filter { column in cells.contains { !$0[column].isEmpty } }
    let lines = [report.columns.map { $0.header.text(in: language) }] + cells
    let widths = used.map { column in lines.reduce(0) { max($0, DisplayWidth.columns(of: $1[column])) } }
    let areNumbers = used.map { column in report.rows.allSatisfy { $0[column].isNumber } }
    return lines.map { line in
      var text = ""
      for (place, column) in used.enumerated() {
        if place > 0 { text += "  " }
        let cell = line[column]
        let blanks = String(repeating: " ", count: widths[place] - DisplayWidth.columns(of: cell))
        text += areNumbers[place] ? blanks + cell : cell + blanks
      }
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }

  /// With a byte order mark, without which Excel does not read Chinese.
  mutating func csv() -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    writer.record(report.columns.map { $0.header.text(in: language) })
    for row in report.rows { writer.record(row.map { text(of: $0) }) }
    return writer.output
  }

  /// An array with an object for each row; what has no value is left out.
  mutating func json() -> [UInt8] {
    var writer = JSONWriter(.indented)
    writer.array { writer in
      for row in report.rows {
        writer.object { writer in
          for (column, cell) in zip(report.columns, row) where cell != .none {
            writer.key(column.name)
            if case .number(let number) = cell { writer.decimal(number) } else { writer.string(text(of: cell)) }
          }
        }
      }
    }
    return writer.output
  }

  private mutating func text(of cell: Report.Cell) -> String {
    switch cell {
    case .none: return ""
    case .text(let message): return message.text(in: language)
    case .number(let number): return number.description
    case .day(let day): return day.description
    case .place(let location):
      guard let span = location.span, let bytes = sources[location.path] else { return location.path }
      let source = texts[location.path] ?? SourceText(bytes)
      texts[location.path] = source
      return "\(location.path):\(source.position(of: Int(span.start)).line)"
    }
  }
}

extension Report.Cell {
  /// Whether it belongs to the right of its column.
  fileprivate var isNumber: Bool {
    switch self {
    case .number, .none: true
    case .text, .day, .place: false
    }
  }
}
