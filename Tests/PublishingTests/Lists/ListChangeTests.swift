import Diagnostics
import Files
import Foundation
import PortalTestSupport
import TestSupport
import Testing
import Training

@testable import Publishing

/// Persons taken off a public list, and cells corrected: the files behind it, and that they keep all rules.
@Suite struct ListChangeTests {
  private static let id = "2026-09-16-gongshi"
  private static let notice = "/portal/content/notices/2026-09-16-gongshi.md"
  private static let table = "/portal/content/notices/2026-09-16-gongshi.csv"

  /// The small portal with a list of `rows` as it was published.
  private static func files(
    _ rows: String = "序号,姓名,单位\n1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学\n3,王宁,\"临江县第三中学\"\n", order: String = "姓氏笔画",
    encoding: ([UInt8]) -> [UInt8] = { $0 }
  ) throws -> MemoryFiles {
    var portal = SmallPortal.content
    try portal.edit("content/site.yml", "notice: {tracks_lists: true}\n", "")
    let count = rows.utf8.split(separator: UInt8(ascii: "\n")).count { $0.count > 2 } - 1
    let file = "content/notices/2026-09-16-gongshi.md"
    try portal.edit(file, "total: 2", "total: \(count)")
    try portal.edit(file, "order: 姓氏笔画", "order: \(order)")
    portal.files["content/notices/2026-09-16-gongshi.csv"] = encoding(Array(rows.utf8))
    let model = ModelRun(portal).model
    let digest = try #require(model.notices[id]).listDigest(in: model)
    try portal.edit(file, "733e77183289fbd67a2ebc63d3c8d9c3023d78e21d89b8f71fcde2e742167333", digest)
    let files = MemoryFiles()
    for (path, bytes) in portal.files { files.put("/portal/" + path, bytes) }
    return files
  }

  private static func plan(
    _ action: ListChange.Action, _ files: MemoryFiles
  ) -> (change: ListChange?, codes: [String]) {
    var request = BuildRequest(root: "/portal", jobs: 2, version: "1")
    request.content = "/portal/content"
    let world = World.fixed(files: files, output: Transcript(), errors: Transcript())
    let planned = ListChange.plan(action, of: id, request, in: world)
    return (planned.change, planned.diagnostics.map(\.code.text))
  }

  private static func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }

  @Test(arguments: [
    ([1], "序号,姓名,单位\n1,于娟,临江县第二中学\n2,王宁,\"临江县第三中学\"\n"), ([2], "序号,姓名,单位\n1,丁亦然,临江县第一中学\n2,王宁,\"临江县第三中学\"\n"),
    ([3], "序号,姓名,单位\n1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学\n"), ([3, 1, 3], "序号,姓名,单位\n1,于娟,临江县第二中学\n"),
  ])
  func `rows go, the others are numbered anew, and the notice says how many went`(numbers: [Int], rows: String) throws {
    let files = try Self.files()
    let (change, codes) = Self.plan(.withdraw(numbers), files)
    #expect(codes == [])
    let edits = try #require(change).edits
    #expect(edits.map(\.path) == [Self.notice, Self.table])
    #expect(Self.text(edits.last?.after) == rows)
    let head = Self.text(edits.first?.after)
    #expect(head.contains("withdrawals:\n  - {date: 2026-09-18, count: \(Set(numbers).count), digest: "))
    #expect(change?.names.count == Set(numbers).count)
    #expect(Self.text(try files.read(Self.table)) == Self.text(edits.last?.before), "nothing is written by planning")
  }

  @Test func `a second one is noted behind the first`() throws {
    let files = try Self.files()
    for (index, left) in [(1, 2), (1, 1)] {
      let change = try #require(Self.plan(.withdraw([index]), files).change)
      try change.write(in: World.fixed(files: files, output: Transcript(), errors: Transcript()))
      #expect(Self.text(try files.read(Self.table)).split(separator: "\n").count == left + 1)
    }
    #expect(
      Self.text(try files.read(Self.notice)).components(separatedBy: "  - {date: 2026-09-18, count: 1").count == 3)
    #expect(Self.plan(.withdraw([1]), files).codes == ["LS09"])
  }

  @Test func `a table of lines that end otherwise, with a mark and blank lines, keeps them`() throws {
    let rows = "\u{FEFF}序号,姓名,单位\r\n1,丁亦然,临江县第一中学\r\n\r\n2,于娟,临江县第二中学"
    let change = try #require(Self.plan(.withdraw([1]), try Self.files(rows)).change)
    #expect(Self.text(change.edits[1].after) == "\u{FEFF}序号,姓名,单位\r\n1,于娟,临江县第二中学\r\n\r\n")
  }

  @Test func `a table of GB18030 becomes one of UTF-8 that spreadsheets read`() throws {
    let encode = { (bytes: [UInt8]) in
      Array(String(decoding: bytes, as: UTF8.self).data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data())
    }
    let change = try #require(Self.plan(.withdraw([2]), try Self.files(encoding: encode)).change)
    #expect(
      Self.text(change.edits[1].after) == "\u{FEFF}序号,姓名,单位\n1,丁亦然,临江县第一中学\n2,王宁,\"临江县第三中学\"\n")
  }

  @Test func `a unit is corrected in its cell, with what readers are told`() throws {
    let change = try #require(
      Self.plan(.correct(number: 3, column: "单位", value: "临江县第九,\"九\"中学", text: "第3行单位\"错一字\"。"), try Self.files())
        .change)
    #expect(
      Self.text(change.edits[1].after)
        == "序号,姓名,单位\n1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学\n3,王宁,\"临江县第九,\"\"九\"\"中学\"\n")
    #expect(
      Self.text(change.edits[0].after).contains(
        "corrections:\n  - {date: 2026-09-18, places: 1, text: \"第3行单位\\\"错一字\\\"。\", digest: "))
    #expect(change.names == [])
  }

  /// 丁 has two strokes, 于 three, 王 four, 霍 sixteen.
  @Test(arguments: [
    (1, "霍亦然", "1,于娟,临江县第二中学\n2,王宁,\"临江县第三中学\"\n3,霍亦然,临江县第一中学\n"),
    (3, "丁宁", "1,丁宁,\"临江县第三中学\"\n2,丁亦然,临江县第一中学\n3,于娟,临江县第二中学\n"),
    (2, "于涓", "1,丁亦然,临江县第一中学\n2,于涓,临江县第二中学\n3,王宁,\"临江县第三中学\"\n"),
  ])
  func `a corrected name stands where the order wants it`(number: Int, name: String, rows: String) throws {
    let (change, codes) = Self.plan(
      .correct(number: number, column: "name", value: name, text: "错一字。"), try Self.files())
    #expect(codes == [])
    #expect(Self.text(change?.edits.last?.after) == "序号,姓名,单位\n" + rows)
    #expect(change?.names.count == 1)
  }

  @Test func `in a list by units somebody goes to the others of the unit`() throws {
    let rows = "序号,姓名,单位\n1,于娟,甲校\n2,王宁,甲校\n3,丁亦然,乙校\n4,叶青,丙校\n"
    let (change, codes) = Self.plan(
      .correct(number: 4, column: "单位", value: "甲校", text: "单位错。"), try Self.files(rows, order: "单位"))
    #expect(codes == [])
    #expect(Self.text(change?.edits.last?.after) == "序号,姓名,单位\n1,于娟,甲校\n2,王宁,甲校\n3,叶青,甲校\n4,丁亦然,乙校\n")
  }

  private struct Refusal: Sendable {
    let action: ListChange.Action
    let code: String
  }

  private static let refusals: [Refusal] = [
    Refusal(action: .withdraw([4]), code: "RF02"),
    Refusal(action: .withdraw([0]), code: "RF02"),
    Refusal(action: .withdraw([1, 2, 3]), code: "LS09"),
    Refusal(action: .correct(number: 1, column: "姓名", value: "王宁", text: "换人。"), code: "LS09"),
    Refusal(action: .correct(number: 1, column: "姓名", value: "丁亦然", text: "无。"), code: "LS09"),
    Refusal(action: .correct(number: 1, column: "序号", value: "9", text: "无。"), code: "RF07"),
    Refusal(action: .correct(number: 1, column: "学科", value: "数学", text: "补。"), code: "RF06"),
    Refusal(action: .correct(number: 9, column: "单位", value: "甲校", text: "错。"), code: "RF02"),
    Refusal(action: .correct(number: 1, column: "姓名", value: "", text: "错。"), code: "RF08"),
    Refusal(action: .correct(number: 1, column: "单位", value: "<b>甲校</b>", text: "错。"), code: "RF08"),
    Refusal(action: .correct(number: 1, column: "单位", value: "=1+1", text: "错。"), code: "RF08"),
    Refusal(action: .correct(number: 1, column: "单位", value: "甲\n校", text: "错。"), code: "RF08"),
    Refusal(action: .correct(number: 1, column: "单位", value: "甲校", text: ""), code: "RF08"),
    Refusal(action: .correct(number: 1, column: "单位", value: "甲校 13911112222", text: "错。"), code: "PV02"),
    Refusal(action: .correct(number: 1, column: "单位", value: "甲校", text: "问 110101199003070134。"), code: "PV01"),
    Refusal(action: .correct(number: 1, column: "姓名", value: "丁奕然", text: "原为丁亦然。"), code: "PV06"),
    Refusal(action: .correct(number: 1, column: "姓名", value: "丁奕然", text: "改为丁奕然。"), code: "PV06"),
    Refusal(action: .correct(number: 1, column: "单位", value: "甲校", text: "与于娟同校。"), code: "PV06"),
  ]

  @Test(arguments: refusals)
  private func `what is no such change is told, and nothing is planned`(refusal: Refusal) throws {
    let (change, codes) = Self.plan(refusal.action, try Self.files())
    #expect(change == nil)
    #expect(codes == [refusal.code])
  }

  @Test func `a portal with an error is mended first`() throws {
    let files = try Self.files()
    files.put("/portal/content/notices/2026-09-02-tongzhi.md", Array("---\ntitle: 无\n---\n".utf8))
    let (change, codes) = Self.plan(.withdraw([1]), files)
    #expect(change == nil)
    #expect(codes.contains("RF06"))
  }
}
