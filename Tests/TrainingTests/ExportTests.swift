import Diagnostics
import PortalTestSupport
import Testing
import Training
import Values

/// What is exported is what readers may see, and comes back the same.
@Suite struct ExportTests {
  private static let whole: ModelRun = {
    var portal = OneFilePortal("")
    for file in (try? Demonstration.files(["content"])) ?? [] {
      portal[file.path] = String(decoding: file.bytes, as: UTF8.self)
    }
    return ModelRun(portal)
  }()

  private static var kinds: [RecordKind] { allRecordKinds + whole.model.collections.map(RecordKind.init) }

  /// A table of the records, written and read again.
  private func reread(_ kind: RecordKind, _ records: [Node]) throws -> (records: [Node], diagnostics: [Diagnostic]) {
    let fields = kind.fields().filter { !$0.isPrivate }
    var writer = CSVWriter(byteOrderMark: true)
    writer.record(fields.map(\.header))
    for record in records { writer.record(fields.map { record[$0.name]?.cellText ?? "" }) }
    let (table, problems) = CSVReader.read(writer.output, path: "export.csv")
    var decoding = Decoding(path: "export.csv")
    decoding.diagnostics = problems
    let found = try #require(table)
    let again = (0..<found.rowCount).map { row in
      let entries = found.header.enumerated().compactMap { column, name in
        found.cell(row, column).map { cell in
          Node.Entry(key: name.text, keySpan: name.span, value: Node(.scalar(Scalar(cell.text, .plain)), cell.span))
        }
      }
      return kind.decode(entries, &decoding)
    }
    return (again, decoding.diagnostics)
  }

  @Test func `every kind comes back the same from its table`() throws {
    var count = 0
    for kind in Self.kinds {
      let records = kind.export(Self.whole.model)
      let (again, diagnostics) = try reread(kind, records)
      #expect(diagnostics.map { "\(kind.name) \($0.code) \($0.message.en)" } == [])
      #expect(again.map(\.cellText) == records.map(\.cellText), "\(kind.name)")
      count += records.count
    }
    #expect(count > 300)
  }

  @Test func `every kind has a name of its own, a place and documented fields`() {
    let kinds = Self.kinds
    #expect(Set(kinds.map(\.name)).count == kinds.count)
    #expect(Set(kinds.map(\.title)).count == kinds.count)
    func expectDocumented(_ fields: [FieldReference], of kind: String) {
      for field in fields {
        #expect(!field.doc.isEmpty && !field.header.isEmpty && !field.example.isEmpty, "\(kind).\(field.name)")
        expectDocumented(field.nested, of: kind + "." + field.name)
      }
    }
    for kind in kinds {
      #expect(!kind.places.isEmpty, "\(kind.name)")
      expectDocumented(kind.fields(), of: kind.name)
    }
  }

  @Test func `what readers may not see is not exported`() throws {
    let notices = try #require(allRecordKinds.first { $0.name == "notice" })
    #expect(notices.export(Self.whole.model).allSatisfy { $0["approval"] == nil })
    let rows = try #require(allRecordKinds.first { $0.name == "list-row" })
    let shown = Self.whole.model.notices.records.filter { $0.showsList(in: Self.whole.model) }
    let names = Set(rows.export(Self.whole.model).compactMap { $0["notice"]?.scalar?.text })
    #expect(names == Set(shown.filter { $0.list != nil }.map(\.id.text)))
    #expect(names.count < Self.whole.model.notices.records.count { $0.list != nil } + 1)
  }
}
