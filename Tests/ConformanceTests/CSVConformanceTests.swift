import Diagnostics
import Foundation
import Testing
import Values

/// `csv.json`: the raw records of each file, or the error at its place.
@Suite(.enabled(if: ValuesConformanceData.isPresent, ValuesConformanceData.skipped))
struct CSVConformanceTests {
  @Test func `every file gives its records or its error`() throws {
    var count = 0
    for test in try ValuesConformanceData.cases("csv.json") {
      let name = try #require(test["file"]?.text)
      let bytes = try ValuesConformanceData.bytes("csv/" + name)
      let (records, diagnostics) = CSVReader.readRecords(bytes, path: name)
      count += 1
      if CSVDifferences.refused[name] != nil {
        #expect(records == nil && diagnostics.hasErrors, "\(name) is listed as refused")
        continue
      }
      if let error = test["error"], error.entries != nil {
        #expect(records == nil, "\(name)")
        #expect(diagnostics.count == 1, "\(name)")
        let span = try #require(diagnostics.first?.location?.span)
        if let line = error["line"]?.scalar?.text, let column = error["col"]?.scalar?.text {
          #expect(Self.place(Int(span.start), in: CSVReader.text(of: bytes)) == "\(line):\(column)", "\(name)")
        }
        continue
      }
      #expect(!diagnostics.hasErrors, "\(name) \(diagnostics.map(\.message.en))")
      let ours = try #require(records, "\(name)")
      #expect(ours.encoding.rawValue == test["encoding"]?.text, "\(name)")
      #expect(ours.hasByteOrderMark == test["bom"]?.isTrue, "\(name)")
      #expect([ours.delimiter] == Array((test["delimiter"]?.text ?? "").utf8), "\(name)")
      #expect(diagnostics.map(\.code) == (ours.encoding == .gb18030 ? ["CV07"] : []), "\(name)")
      let expected = test["rows"]?.items?.map { $0.items?.compactMap(\.text) ?? [] }
      #expect((0..<ours.count).map(ours.row) == expected, "\(name)")
      let ragged = test["ragged"]?.items?.compactMap { $0.scalar.flatMap { Int($0.text) } } ?? []
      let widths = (0..<ours.count).map(ours.fieldCount)
      #expect(widths.indices.filter { widths[$0] != widths[0] }.map { $0 + 1 } == ragged, "\(name)")
    }
    #expect(count == 67)
  }

  @Test func `every file gives the same records when it is stored as GB18030`() throws {
    var count = 0
    for test in try ValuesConformanceData.cases("csv.json") {
      let name = try #require(test["file"]?.text)
      let bytes = try ValuesConformanceData.bytes("csv/" + name)
      guard let records = CSVReader.readRecords(bytes, path: name).records, records.count > 0,
        records.source.contains(where: { $0 > 0x7F })
      else { continue }
      // Foundation as the encoder; it has no private-use mappings, none of the files needs them.
      let text = String(decoding: records.source.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }, as: UTF8.self)
      guard let data = text.data(using: String.Encoding(rawValue: 0x8000_0632)) else { continue }
      let again = CSVReader.readRecords([UInt8](data), path: name)
      #expect(again.records?.encoding == .gb18030, "\(name) \(again.diagnostics.map(\.message.en))")
      #expect(
        (0..<records.count).map(records.row) == again.records.map { other in (0..<other.count).map(other.row) },
        "\(name)")
      count += 1
    }
    #expect(count > 10)
  }

  /// Line and column, both from 1, in characters; LF, CR LF and CR end a line.
  private static func place(_ offset: Int, in bytes: [UInt8]) -> String {
    var line = 1
    var start = 0
    for index in 0..<offset {
      let endsLine = bytes[index] == 0x0A || (bytes[index] == 0x0D && bytes[index + 1] != 0x0A)
      if endsLine { (line, start) = (line + 1, index + 1) }
    }
    return "\(line):\(String(decoding: bytes[start..<offset], as: UTF8.self).unicodeScalars.count + 1)"
  }
}

/// Files of `csv.json` that its oracle reads and we refuse, each with its reason.
enum CSVDifferences {
  static let refused: [String: String] = [
    "cn-truncated-utf8.csv": "a UTF-8 file cut off in a character; the oracle reads it as GB18030 mojibake"
  ]
}
