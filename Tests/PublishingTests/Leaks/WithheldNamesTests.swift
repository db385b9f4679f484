import Diagnostics
import Expressions
import Files
import Foundation
import PortalTestSupport
import Publishing
import TestSupport
import Testing
import Training

/// Copies of lists that are not public: in attachments and texts (LS06, PV06). The names are invented.
@Suite struct WithheldNamesTests {
  private static let notice = "content/notices/2026-09-16-gongshi.md"
  private static let attachment = "content/notices/files/mingdan.csv"
  private static let names = "序号,姓名,单位\n1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学\n"

  private func build(
    _ portal: OneFilePortal, _ day: String? = nil, _ readership: Readership = .everyone,
    to output: String? = nil
  ) throws -> BuildResult {
    let folder = try TemporaryFolder()
    var whole = portal
    for file in try Demonstration.files(["layouts"]) { whole.files[file.path] = file.bytes }
    return whole.build(to: folder) { request in
      request.output = output ?? request.output
      request.asOf = day.flatMap { CalendarDate(fieldText: $0, year: nil) }
      request.readership = readership
    }
  }

  /// Codes and places.
  private func found(_ result: BuildResult) -> [String] {
    result.diagnostics.inPrintingOrder().filter { ["LS06", "PV06"].contains($0.code.text) }.map {
      "\($0.code) \($0.severity) \($0.location?.path ?? "")"
    }
  }

  private func with(_ text: String, _ file: String? = nil, at path: String = attachment) throws -> OneFilePortal {
    var portal = try SmallPortal.content.edited(Self.notice, "现予公示。", text)
    if let file { portal[path] = file }
    return portal
  }

  @Test func `the list of a notice is published, left out and taken down without a word`() throws {
    for (day, readership) in [(nil, Readership.everyone), (nil, .preview), ("2026-09-30", .everyone)] {
      #expect(found(try build(SmallPortal.content, day, readership)) == [])
    }
  }

  @Test(arguments: [
    "现予公示，名单见[附件](files/mingdan.csv)。", "现予公示，名单见[附件](files/mingdan.csv)：共 2 人，如丁亦然。",
  ])
  func `a copy in an attachment stops a preview, and the portal once the list is taken down`(text: String) throws {
    let portal = try with(text, Self.names)
    #expect(found(try build(portal)) == [])
    let preview = try build(portal, nil, .preview)
    #expect(found(preview) == ["PV06 error " + Self.attachment] && preview.published == nil)
    #expect(found(try build(portal, "2026-09-22")) == [])
    #expect(found(try build(portal, "2026-09-23")) == ["LS06 error " + Self.attachment])
    for diagnostic in preview.diagnostics where diagnostic.code == "PV06" {
      #expect(!"\(diagnostic)".contains("丁亦然") && diagnostic.repair != nil)
    }
  }

  @Test(arguments: ["names.docx", "names.xls", "names.pdf"])
  func `a copy in a document is told once the list is taken down`(name: String) throws {
    let path = "content/notices/files/" + name
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    var portal = SmallPortal.content
    portal.files[path] = Array(try Data(contentsOf: folder.appending(path: "Documents/" + name)))
    #expect(found(try build(portal, "2026-09-22")) == [])
    #expect(found(try build(portal, "2026-09-23")) == ["LS06 error " + path])
  }

  @Test(arguments: [
    "现予公示。\n\n| 姓名 |\n|---|\n| 丁亦然 |\n| 于　娟 |", "现予公示：丁 亦 然、于\u{A0}娟。",
    "现予公示。\n\n<!-- zh: 丁亦然、于娟 -->丁亦然、于娟",
  ])
  func `a copy in a text is told at the text`(text: String) throws {
    #expect(found(try build(try with(text), nil, .preview)) == ["PV06 error " + Self.notice])
  }

  @Test func `a copy that a directive shows is told, too`() throws {
    let portal = try with("现予公示。\n\n::table{file=files/mingdan.csv caption=名单}", Self.names)
    let result = try build(portal, nil, .preview)
    #expect(
      found(result).contains("PV06 error site/notices/2026-09-16-gongshi/index.html"), "\(result.diagnostics)")
  }

  @Test func `one name is no copy, nor are names that may be public`() throws {
    #expect(found(try build(try with("现予公示，丁亦然代表发言。"), nil, .preview)) == [])
    var portal = try with("现予公示，丁亦然、于娟代表发言。")
    portal["content/privacy.yml"] = """
      releases:
        - {value: 6228480402564890018, reason: 课程里虚构的卡号}
        - {value: 于娟, reason: 本人同意}
      """
    #expect(found(try build(portal, nil, .preview)) == [])
  }

  @Test func `the table of another program is read as it is decoded`() throws {
    var portal = try with("现予公示，见[附件](files/mingdan.csv)。")
    // The same names in GB 18030.
    let names: [UInt8] = [0xB6, 0xA1, 0xD2, 0xE0, 0xC8, 0xBB, 0x0A, 0xD3, 0xDA, 0xBE, 0xEA, 0x0A]
    portal.files[Self.attachment] = [0xD0, 0xD5, 0xC3, 0xFB, 0x0A] + names
    #expect(found(try build(portal, nil, .preview)) == ["PV06 error " + Self.attachment])
  }

  @Test func `a page of the build before is looked at again on the day on which the list is taken down`() throws {
    let folder = try TemporaryFolder()
    let help = "content/help/denglu.md"
    let portal = try SmallPortal.content.edited(help, "打开云书院。", "打开云书院。丁亦然、于娟写的。")
    #expect(try build(portal, "2026-09-22", to: folder.path("site")).published != nil)
    #expect(found(try build(portal, "2026-09-23", to: folder.path("site"))) == ["LS06 error " + help])
  }
}
