import Diagnostics
import Training
import Values

/// The table of a public list, as bytes that are edited: rows are taken out, moved and numbered anew, what stands between them stays.
struct ListTable {
  /// UTF-8, whatever the file is written in.
  private let bytes: [UInt8]
  private let rows: [ListRow]

  /// The table `file` with `rows`, in the order of the file.
  init(_ file: [UInt8], _ rows: [ListRow]) {
    let text = CSVReader.text(of: file)
    // Spreadsheets take a table without a mark for one of their old encodings.
    bytes = text == file || text.starts(with: [0xEF, 0xBB, 0xBF]) ? text : [0xEF, 0xBB, 0xBF] + text
    offset = bytes.count - text.count
    self.rows = rows
  }

  /// How far `bytes` lie behind the text that the rows know.
  private let offset: Int

  /// Without the rows at `places`, the others numbered from 1.
  func removing(_ places: Set<Int>) -> [UInt8] { written(rows.indices.filter { !places.contains($0) }, []) }

  /// With `value` as the field `field` of the row at `place`, which is moved to `target` of the places of all rows.
  func correcting(_ field: String, of place: Int, to value: String, movedTo target: Int) -> [UInt8] {
    var order = rows.indices.filter { $0 != place }
    order.insert(place, at: target)
    return written(order, [(place, field, value)])
  }

  /// The rows of `order` in the first places, with other values in some fields.
  private func written(_ order: [Int], _ changes: [(row: Int, field: String, value: String)]) -> [UInt8] {
    var edits: [TextEdit] = []
    for (slot, row) in rows.indices.enumerated() {
      if slot >= order.count {
        let range = range(of: rows[row].origin.location)
        let end = TextEdit.lineEnd(in: bytes, from: max(range.lowerBound, range.upperBound - 1))
        edits.append(TextEdit(range.lowerBound..<end, []))
      } else {
        let own = changes.filter { $0.row == order[slot] }
        if order[slot] == row, rows[row].no == slot + 1, own.isEmpty { continue }
        edits.append(TextEdit(record(row), text(of: order[slot], number: slot + 1, own.map { ($0.field, $0.value) })))
      }
    }
    return TextEdit.apply(edits, to: bytes)
  }

  /// The record of a row with other values in its fields.
  private func text(of row: Int, number: Int, _ changes: [(field: String, value: String)]) -> [UInt8] {
    let record = record(row)
    var edits: [TextEdit] = []
    for (field, value) in changes + [("no", String(number))] {
      let cell = range(of: rows[row].location(of: field))
      guard record.contains(cell.lowerBound), cell.upperBound <= record.upperBound else { continue }
      var writer = CSVWriter()
      writer.record([value])
      let text = writer.output.filter { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
      edits.append(TextEdit(cell.lowerBound - record.lowerBound..<cell.upperBound - record.lowerBound, text))
    }
    return TextEdit.apply(edits, to: Array(bytes[record]))
  }

  /// Where a row stands, without the break behind it.
  private func record(_ row: Int) -> Range<Int> {
    var range = range(of: rows[row].origin.location)
    while range.upperBound > range.lowerBound, [0x0A, 0x0D].contains(bytes[range.upperBound - 1]) {
      range = range.lowerBound..<range.upperBound - 1
    }
    return range
  }

  private func range(of location: SourceLocation) -> Range<Int> {
    guard let span = location.span else { return 0..<0 }
    return Int(span.start) + offset..<Int(span.end) + offset
  }
}
