import Diagnostics
import Expressions
import Files
import Foundation
import PortalTestSupport
import Publishing
import TestSupport
import Testing
import Training

/// The life of one notice, built on twelve days as its editors left it by then, and read from the files of the portal.
@Suite struct ListTimeTravelTests {
  private static let id = "2026-09-16-gongshi"
  private static let file = "content/notices/2026-09-16-gongshi.md"
  private static let rows = "content/notices/2026-09-16-gongshi.csv"

  /// What editors write down, each on its day.
  private enum Step: String, CaseIterable {
    case correction = "2026-09-17"
    case objection = "2026-09-18"
    case withdrawal = "2026-09-21"
    case result = "2026-09-28"
    case archive = "2027-01-05"
  }

  /// The portal as it was in the evening of `day`.
  private func portal(on day: String) throws -> OneFilePortal {
    var portal = SmallPortal.content
    try portal.edit("content/site.yml", "as_of: 2026-09-18", "as_of: \(day)")
    func note(_ old: String, _ new: String) throws { try portal.edit(Self.file, old, new) }
    for step in Step.allCases where step.rawValue <= day {
      switch step {
      case .correction:
        try portal.edit(Self.rows, "2,于娟", "2,于涓")
        try note(
          "project: yuancheng\n",
          "project: yuancheng\ncorrections: [{date: 2026-09-17, places: 1, text: 第2号错一字。, digest: \(try digest(portal))}]\n"
        )
      case .objection:
        try note(
          "project: yuancheng\n", "project: yuancheng\nobjections:\n  - {received: 2026-09-18, kind: 资格条件}\n")
      case .withdrawal:
        try portal.edit(Self.rows, "2,于涓,临江县第二中学\n", "")
        try note("kind: 资格条件}", "kind: 资格条件, decided: 2026-09-21, outcome: 成立}")
        try note(
          "project: yuancheng\n",
          "project: yuancheng\nwithdrawals: [{date: 2026-09-21, count: 1, digest: \(try digest(portal))}]\n")
      case .result:
        try note("project: yuancheng\n", "project: yuancheng\nresult: 2026-09-28-jieguo\n")
        portal = portal.adding(
          OneFilePortal(
            """
            --- content/notices/2026-09-28-jieguo.md ---
            ---
            title: 优秀学员名单的通报
            kind: 通报
            date: 2026-09-28
            summary: 公示期满。
            project: yuancheng
            list: {title: 优秀学员, kind: 优秀, order: 姓氏笔画, columns: [序号, 姓名, 单位], total: 1, expires: 2027-03-31 24:00}
            ---
            现予公布。
            --- content/notices/2026-09-28-jieguo.csv ---
            序号,姓名,单位
            1,丁亦然,临江县第一中学
            """))
      case .archive:
        try portal.edit("content/years/2026/plan.md", "status: 印发", "status: 归档")
        let model = ModelRun(portal).model
        let plan = try #require(model.plans["2026"])
        portal.files["content/years/2026/archive.csv"] = ArchivedYear(plan, in: model).list(in: model)
      }
    }
    for file in try Demonstration.files(["layouts"]) { portal.files[file.path] = file.bytes }
    return portal
  }

  /// What the check would say to write.
  private func digest(_ portal: OneFilePortal) throws -> String {
    let model = ModelRun(portal).model
    return try #require(model.notices[Self.id]).listDigest(in: model)
  }

  /// The text of a page between its tags, blanks taken together.
  private func text(_ page: String) -> String {
    page.replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private struct Day: Sendable, CustomTestStringConvertible {
    var day: String
    var seal: String
    /// Names on the page, and those that are in no file at all.
    var names: [String] = []
    /// Said on the page.
    var says: [String] = []
    /// Not said there.
    var silent: [String] = []
    /// Whether it stands among what closes next on the home page.
    var closesNext = false
    var testDescription: String { day }
  }

  private static let days: [Day] = [
    Day(
      day: "2026-09-16", seal: "公示中", names: ["丁亦然", "于娟"], says: ["9月22日"], silent: ["更正", "异议1件", "撤下"],
      closesNext: true),
    Day(day: "2026-09-17", seal: "公示中", names: ["丁亦然", "于涓"], says: ["第2号错一字。"], silent: ["异议1件"], closesNext: true),
    Day(day: "2026-09-18", seal: "公示中", names: ["丁亦然", "于涓"], says: ["收到异议1件，其中1件正在核实。"], closesNext: true),
    // A Sunday that is worked.
    Day(day: "2026-09-20", seal: "公示中", names: ["丁亦然", "于涓"], silent: ["撤下1人"], closesNext: true),
    Day(
      day: "2026-09-21", seal: "公示中", names: ["丁亦然"], says: ["撤下1人", "收到异议1件，已全部办结。", "（1人）"], closesNext: true),
    Day(day: "2026-09-22", seal: "公示中", names: ["丁亦然"], says: ["17:30"], closesNext: true),
    Day(day: "2026-09-23", seal: "公示结束", says: ["名单已到期撤下，原公示1人。", "撤下1人"]),
    Day(day: "2026-09-28", seal: "结果公布", says: ["结果见 优秀学员名单的通报"]),
    Day(day: "2027-01-05", seal: "已归档", says: ["结果见 优秀学员名单的通报"]),
    Day(day: "2027-04-01", seal: "已撤下", says: ["结果见 优秀学员名单的通报"]),
  ]

  @Test(arguments: days)
  private func `the page, the home page and all files are right on a day`(day: Day) throws {
    let folder = try TemporaryFolder()
    let result = try portal(on: day.day).build(to: folder)
    #expect(result.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [])
    let files = try publishedFiles(in: folder.path("site"))
    let page = String(decoding: try #require(files["notices/\(Self.id)/index.html"]), as: UTF8.self)
    let said = text(page)
    #expect(page.contains(">\(day.seal)</p>"), "\(said)")
    for words in day.says { #expect(said.contains(words), "\(words) in \(said)") }
    for words in day.silent { #expect(!said.contains(words), "\(words) in \(said)") }
    for name in ["丁亦然", "于娟", "于涓"] {
      #expect(said.contains(name) == day.names.contains(name), "\(name)")
    }
    #expect(page.contains("noindex, noarchive") == !day.names.isEmpty)
    // The work calendar counts the Sunday and not the Saturday.
    #expect(page.contains("data-day=\"2026-09-20\"") && !page.contains("data-day=\"2026-09-19\""))
    #expect(text(String(decoding: files["index.html"] ?? [], as: UTF8.self)).contains("9月22日17:30止") == day.closesNext)
    let table = files["notices/\(Self.id)/mingdan.csv"].map { String(decoding: $0, as: UTF8.self) }
    let people = ["丁亦然": "1,丁亦然,临江县第一中学", "于娟": "2,于娟,临江县第二中学", "于涓": "2,于涓,临江县第二中学"]
    let lines = ["序号,姓名,单位"] + day.names.compactMap { people[$0] }
    #expect(table == (day.names.isEmpty ? nil : "\u{FEFF}" + lines.map { $0 + "\r\n" }.joined()))
    #expect(page.contains("mingdan.csv") == !day.names.isEmpty)
    let calendar = files["notices/\(Self.id)/jiezhi.ics"].map { String(decoding: $0, as: UTF8.self) }
    #expect((calendar != nil) == day.closesNext && page.contains("jiezhi.ics") == day.closesNext)
    if let calendar { #expect(calendar.contains("DTSTART:20260922T093000Z\r\n") && !calendar.contains("丁亦然")) }
    // Names that are gone are gone from everything; that of the result is on its own page.
    let gone = ["于娟", "于涓"].filter { !day.names.contains($0) }
    for (path, bytes) in files {
      for name in gone { #expect(bytes.ranges(of: Array(name.utf8)).isEmpty, "\(name) in \(path)") }
      let mayName = path.contains(Self.id) ? !day.names.isEmpty : path.contains("2026-09-28-jieguo/")
      if !mayName { #expect(bytes.ranges(of: Array("丁亦然".utf8)).isEmpty, "in \(path)") }
    }
    let resultRows = files["notices/2026-09-28-jieguo/index.html"].map { String(decoding: $0, as: UTF8.self) }
    #expect((resultRows?.contains("丁亦然") ?? false) == ["2026-09-28", "2027-01-05"].contains(day.day))
  }

  @Test func `the day before there is no page, and no name anywhere`() throws {
    let folder = try TemporaryFolder()
    _ = try portal(on: "2026-09-15").build(to: folder)
    let files = try publishedFiles(in: folder.path("site"))
    #expect(!files.isEmpty && files["notices/\(Self.id)/index.html"] == nil)
    for (path, bytes) in files { #expect(bytes.ranges(of: Array("丁亦然".utf8)).isEmpty, "in \(path)") }
  }

  @Test func `a list that is superseded leaves a stub, and the period begins anew`() throws {
    let folder = try TemporaryFolder()
    let portal = try portal(on: "2026-09-18").adding(
      OneFilePortal(
        """
        --- content/notices/2026-09-18-gengzheng.md ---
        ---
        title: 更正公示
        kind: 公示
        date: 2026-09-18
        basis: [{title: 管理办法, docno: 小教发〔2026〕1号}]
        summary: 重新公示。
        contact: office
        supersedes: 2026-09-16-gongshi
        period: {from: 2026-09-18, workdays: 5, until: 2026-09-24 17:30}
        approval: {drafted: 项目办, reviewed: 办公室, approved: 主任, on: 2026-09-18}
        list: {title: 优秀学员名单, kind: 优秀, order: 姓氏笔画, columns: [序号, 姓名, 单位], total: 1}
        ---
        增加一人、减少一人，重新公示。
        --- content/notices/2026-09-18-gengzheng.csv ---
        序号,姓名,单位
        1,王芳,临江县第一中学
        """))
    let result = portal.build(to: folder)
    #expect(result.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [])
    let files = try publishedFiles(in: folder.path("site"))
    let old = String(decoding: try #require(files["notices/\(Self.id)/index.html"]), as: UTF8.self)
    #expect(old.contains(">已取代</p>") && text(old).contains("已由新的公告取代： 更正公示"))
    let new = String(decoding: try #require(files["notices/2026-09-18-gengzheng/index.html"]), as: UTF8.self)
    #expect(new.contains(">公示中</p>") && new.contains("王芳"))
    for (path, bytes) in files {
      for name in ["丁亦然", "于涓"] { #expect(bytes.ranges(of: Array(name.utf8)).isEmpty, "\(name) in \(path)") }
    }
  }
}
