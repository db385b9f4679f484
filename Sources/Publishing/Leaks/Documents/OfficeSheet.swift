import Diagnostics
import Training

/// A sheet of a workbook as a table: its headers are in the first row that has several texts.
struct OfficeSheet {
  private let title: Message
  private let header: [String]
  private let rows: [[String]]

  /// `nil` for parts that are no sheets.
  init?(_ part: DocumentText.Part) {
    guard part.lines == .rows, part.bytes.contains(UInt8(ascii: "\t")) else { return nil }
    let lines = part.bytes.split(separator: UInt8(ascii: "\n")).map { line in
      line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
    }
    guard let first = lines.firstIndex(where: { $0.count > 1 }) else { return nil }
    title = part.title
    header = lines[first]
    rows = Array(lines[(first + 1)...])
  }

  /// PV05, PV07 and PV09 for its columns; LS10 is told of tables whose cells have places.
  ///
  /// - Complexity: O(cells of columns with a finding).
  func diagnostics(at path: String) -> [Diagnostic] {
    // Blank cells are left out of a row, so that a cell may stand under another header than its own: what is told is only that
    // the column is there and that rows are filled.
    let full = rows.filter { $0.count >= header.count }
    let found = PrivateTableScan.findings(header, rows: full.count) { full[$0][$1] }
    return found.compactMap { found in
      found.kind.map { kind in
        var told = kind.diagnostic(header[found.column], at: SourceLocation(path))
        told.message = Message(zh: title.zh + "：" + told.message.zh, en: title.en + ": " + told.message.en)
        return told
      }
    }
  }
}
