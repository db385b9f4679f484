import Expressions
import PortalTestSupport
import Portal
import Testing
import Training

/// The calendar file of a disclosure's last day, and the table of its list.
@Suite struct NoticeFilesTests {
  private static let file = "content/notices/2026-09-16-gongshi.md"

  private func file(_ name: String, _ edits: [(String, String)] = [], readership: Readership = .everyone) throws
    -> String?
  {
    var portal = SmallPortal.content
    for (old, new) in edits { try portal.edit(Self.file, old, new) }
    let model = ModelRun(portal, readership: readership).model
    return NoticeFiles.all(in: model).first { $0.path == "notices/2026-09-16-gongshi/" + name }
      .map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func `the last day is an event in UTC, without names`() throws {
    #expect(
      try file("jiezhi.ics")
        == [
          "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//prospectus//ZH", "BEGIN:VEVENT", "UID:2026-09-16-gongshi@small",
          "DTSTAMP:20260915T160000Z", "DTSTART:20260922T093000Z", "SUMMARY:优秀学员公示：公示截止",
          "URL:https://small.example/notices/2026-09-16-gongshi/", "END:VEVENT", "END:VCALENDAR",
        ].map { $0 + "\r\n" }.joined())
  }

  @Test func `titles are escaped, and long lines folded between characters`() throws {
    let title = String(repeating: "关于优秀学员，", count: 8) + "甲;乙,丙"
    let text = try #require(try file("jiezhi.ics", [("title: 优秀学员公示", "title: \(title)")]))
    #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(
      text.replacing("\r\n ", with: "").contains(
        "SUMMARY:\(title.replacing(";", with: "\\;").replacing(",", with: "\\,"))：公示截止"))
  }

  @Test func `midnight of the last day is the afternoon before in UTC`() throws {
    let text = try #require(
      try file("jiezhi.ics", [("workdays: 5, until: 2026-09-22 17:30", "workdays: 5, until: 2026-09-22 24:00")]))
    #expect(text.contains("DTSTART:20260922T160000Z\r\n"))
  }

  @Test func `the table has the public columns, and a preview none`() throws {
    #expect(
      try file("mingdan.csv", [("columns: [序号, 姓名, 单位]", "columns: [姓名]")])
        == "\u{FEFF}姓名\r\n丁亦然\r\n于娟\r\n")
    #expect(try file("mingdan.csv", readership: .preview) == nil)
  }
}
