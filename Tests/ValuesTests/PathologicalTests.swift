import Diagnostics
import Testing
import Values

/// Shapes that make a careless parser quadratic or overflow its stack: they end, with a value or one diagnostic.
@Suite(.timeLimit(.minutes(2)))
struct PathologicalTests {
  private func bytes(_ piece: String, _ count: Int, _ end: String = "") -> [UInt8] {
    var output: [UInt8] = []
    let piece = Array(piece.utf8)
    output.reserveCapacity(piece.count * count)
    for _ in 0..<count { output += piece }
    return output + Array(end.utf8)
  }

  @Test(arguments: ["[", "{", "- ", "[[", "{a: ", "[{", "? "]) func `deep nesting is a diagnostic`(_ piece: String) {
    let (root, diagnostics) = YAMLReader.read(bytes(piece, 100_000), path: "")
    #expect(root == nil && diagnostics.count == 1)
    if piece == "[" || piece == "{" {
      #expect(JSONReader.read(bytes(piece, 100_000), path: "").diagnostics.count == 1)
    }
  }

  @Test func `levels of blocks are a diagnostic`() {
    var text = ""
    for level in 0..<2000 { text += String(repeating: " ", count: level) + "a:\n" }
    #expect(YAMLReader.read(Array(text.utf8), path: "").diagnostics.map(\.code) == ["YA44"])
  }

  @Test(arguments: [
    "a", " ", "\n", "a\n", "\"", "'", "''", "\\", ":", ": ", "#", " #", "- \n", "a: b\n", "\t", "\t\n", "&a ", "[]",
    ",", "中",
    "a: |\n", "|", "> ", "---\n", "...\n", "\r", "\r\n", " \n", "a:\n", "'\n", "\"\n ", "a\n\n", "a: [\n", "{}\n", "%",
    "：",
  ])
  func `200 KB of one piece end`(_ piece: String) {
    let count = 200_000 / piece.utf8.count
    for text in [
      bytes(piece, count), Array("k: ".utf8) + bytes(piece, count), Array("- \"".utf8) + bytes(piece, count),
    ] {
      #expect(YAMLReader.read(text, path: "").diagnostics.count < 400_000)
      _ = JSONReader.read(text, path: "")
      _ = CSVReader.read(text, path: "")
    }
  }

  @Test func `a line of 20 MB`() {
    let line = bytes("长", 7_000_000)
    #expect(YAMLReader.read(Array("a: ".utf8) + line, path: "").root?["a"]?.scalar?.text.utf8.count == 21_000_000)
    #expect(CSVReader.read(line, path: "").table?.header.first?.text.utf8.count == 21_000_000)
    #expect(JSONReader.read([0x22] + line + [0x22], path: "").root?.scalar?.text.utf8.count == 21_000_000)
  }

  @Test func `a million empty fields, fields and records`() {
    #expect(CSVReader.readRecords(bytes(",", 1_000_000), path: "").records?.fieldCount(0) == 1_000_001)
    #expect(CSVReader.readRecords(bytes("\"\"\n", 1_000_000), path: "").records?.count == 1_000_000)
    #expect(CSVReader.readRecords(bytes("\"\"", 1_000_000), path: "").records?.count == 1)
    #expect(CSVReader.readRecords(bytes("\"\"", 1_000_000, "\""), path: "").diagnostics.map(\.code) == ["CV01"])
  }

  @Test func `twenty thousand keys, and the same key as often`() {
    var text = ""
    for number in 0..<20_000 { text += "k\(number): v\n" }
    #expect(YAMLReader.read(Array(text.utf8), path: "").root?.entries?.count == 20_000)
    #expect(YAMLReader.read(bytes("k: v\n", 20_000), path: "").diagnostics.count == 100)
  }

  @Test func `more than the limit is a diagnostic`() {
    #expect(
      YAMLReader.read([UInt8](repeating: 0x61, count: (32 << 20) + 1), path: "").diagnostics.map(\.code) == ["YA45"])
  }
}
