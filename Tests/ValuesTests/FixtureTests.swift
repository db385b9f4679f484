import Diagnostics
import Foundation
import Testing
import Values

/// Every input gives what its snapshot says: JSON, or the diagnostics.
struct FixtureTests {
  @Test(arguments: Fixture.all("yaml-")) func `YAML`(_ fixture: Fixture) throws {
    let bytes = try fixture.bytes()
    let (root, diagnostics) = YAMLReader.read(bytes, path: fixture.name)
    try check(fixture, root, diagnostics, bytes)
  }

  @Test(arguments: Fixture.all("json-")) func `JSON`(_ fixture: Fixture) throws {
    let bytes = try fixture.bytes()
    let (root, diagnostics) = JSONReader.read(bytes, path: fixture.name)
    try check(fixture, root, diagnostics, bytes)
  }

  private func check(_ fixture: Fixture, _ root: Node?, _ diagnostics: [Diagnostic], _ source: [UInt8]) throws {
    #expect(diagnostics.hasErrors == fixture.mustFail, "\(fixture.name)")
    #expect(diagnostics.isEmpty || root == nil)
    let json = root.map { String(decoding: $0.json(.indented), as: UTF8.self) } ?? ""
    try fixture.check(json + Rendering.text(diagnostics, source))
  }

  @Test(arguments: Fixture.all("front-matter")) func `front matter`(_ fixture: Fixture) throws {
    let bytes = try fixture.bytes()
    let (parts, diagnostics) = FrontMatter.split(bytes, path: fixture.name)
    var text = "body \(String(decoding: bytes[parts.body], as: UTF8.self).debugDescription)\n"
    var all = diagnostics
    if let yaml = parts.yaml {
      let (root, more) = YAMLReader.read(bytes, in: yaml, path: fixture.name)
      text += root.map { String(decoding: $0.json(), as: UTF8.self) + "\n" } ?? ""
      all += more
    }
    #expect(all.hasErrors == fixture.mustFail)
    try fixture.check(text + Rendering.text(all, bytes))
  }

  @Test(arguments: Fixture.all("csv-")) func `CSV`(_ fixture: Fixture) throws {
    let bytes = try fixture.bytes()
    let (table, diagnostics) = CSVReader.read(bytes, path: fixture.name)
    #expect(diagnostics.hasErrors == fixture.mustFail)
    var json = JSONWriter(.indented)
    var ragged: [Diagnostic] = []
    if let table {
      json.object { json in
        json.field("encoding", table.records.encoding.rawValue)
        json.field("delimiter", String(decoding: [table.records.delimiter], as: UTF8.self))
        json.key("header")
        json.array { json in for cell in table.header { json.string(cell.text) } }
        json.key("rows")
        json.array { json in
          for row in 0..<table.rowCount {
            let cells = (0..<table.header.count).map { table.cell(row, $0)?.text ?? "(missing)" }
            json.string(cells.joined(separator: " | "))
            if let diagnostic = table.raggedness(row) { ragged.append(diagnostic) }
          }
        }
      }
    }
    let source = CSVReader.text(of: bytes)
    try fixture.check(
      String(decoding: json.output, as: UTF8.self) + Rendering.text(diagnostics, source)
        + Rendering.text(ragged, source))
  }

  @Test func `there are fixtures and no snapshot without one`() {
    #expect(Fixture.all("yaml-").count > 50)
    #expect(Fixture.all("csv-").count > 10)
    for file in Fixture.files where file.hasSuffix(".snap") {
      #expect(Fixture.files.contains(String(file.dropLast(5))), "\(file) belongs to no input")
    }
  }

  @Test func `every code of YAML has a fixture`() {
    var codes: Set<String> = []
    for fixture in Fixture.all("yaml-") + Fixture.all("front-matter") {
      guard let bytes = try? fixture.bytes() else { continue }
      let parts = FrontMatter.split(bytes, path: "")
      let diagnostics = parts.diagnostics + YAMLReader.read(bytes, in: parts.parts.yaml, path: "").diagnostics
      codes.formUnion(diagnostics.map(\.code.text))
    }
    let numbers = Array(1...28) + Array(30...36) + Array(40...46) + Array(50...53)
    let all = Set(numbers.map { number in (number < 10 ? "YA0" : "YA") + String(number) })
    #expect(all.subtracting(codes) == ["YA45"], "a text of 32 MB is not kept as a fixture")
  }
}
