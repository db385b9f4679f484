import Files
import Foundation
import PortalTestSupport
import Testing

/// `results` and what builds make of it, with a small portal and a private folder in memory. People and scores are invented.
@Suite struct ResultsTests {
  private static let path = "/office/portal/content/years/2026/projects/yuancheng/results.csv"
  private static let scheme = """
    title: 测试办法
    subject: 学员
    version: 2
    effective: 2026-08-15
    summary: 一项。
    total: 100
    pass_mark: 60
    items:
      - {id: zuoye, name: 作业, text: 作业。, points: 100, category: 终结性, mandatory: true, min: 0, mode: 自动, parts: [{name: 上, cap: 50}, {name: 下, cap: 50}]}
    """

  /// The portal at `/office/portal` with `people` in its two classes, c1 and c2, of Linjiang.
  private static func files(_ people: [(id: String, group: String?, score: Int?)]) -> MemoryFiles {
    let files = MemoryFiles()
    for (path, bytes) in SmallPortal.content.files { files.put("/office/portal/" + path, bytes) }
    for (path, bytes) in SmallPortal.plainLayouts.files { files.put("/office/portal/" + path, bytes) }
    files.put("/office/portal/content/schemes/ceshi.yml", Array(scheme.utf8))
    let roster = people.map { "\($0.id),\($0.group ?? ""),戚某\n" }.joined()
    files.put("/private/2026/yuancheng/roster.csv", Array(("学员编号,班级,姓名\n" + roster).utf8))
    let scores = people.compactMap { person in
      person.score.map {
        "\(person.id),ceshi@2,zuoye,上,\(min($0, 50))\n\(person.id),ceshi@2,zuoye,下,\(max($0 - 50, 0))\n"
      }
    }
    files.put("/private/2026/yuancheng/scores.csv", Array(("学员编号,考核方案,项目,分项,成绩\n" + scores.joined()).utf8))
    return files
  }

  private static func people(_ count: Int, in group: String?, from first: Int = 0, score: (Int) -> Int?) -> [(
    id: String, group: String?, score: Int?
  )] {
    (0..<count).map { ("T\(first + $0)", group, score($0)) }
  }

  private static func run(_ words: [String], _ files: MemoryFiles) -> ToolRun {
    ToolRun(words + ["--root", "/office/portal", "--private", "/private"], files: files)
  }

  private static func table(_ files: MemoryFiles) throws -> [String] {
    let text = String(decoding: try files.read(path), as: UTF8.self)
    return text.split(separator: "\r\n").dropFirst().map(String.init)
  }

  @Test func `sizes, passes and means are written, and builds agree with them`() throws {
    let files = Self.files(
      Self.people(20, in: "c1") { $0 < 15 ? 80 : 40 } + Self.people(10, in: "c2", from: 20) { $0 == 0 ? nil : 71 })
    let run = Self.run(["results"], files)
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    #expect(
      try Self.table(files) == [
        "ceshi,2,,,30,29,24,67.97", "ceshi,2,linjiang,,30,29,24,67.97", "ceshi,2,,c1,20,20,15,70",
        "ceshi,2,,c2,10,9,9,63.9",
      ])
    let check = Self.run(["check"], files)
    #expect(check.status == 0 && check.output.contains("SC05") && !check.output.contains("SC03"), "\(check.output)")
  }

  @Test func `small groups are left out with another that would tell them`() throws {
    let files = Self.files(Self.people(20, in: "c1") { _ in 80 } + Self.people(4, in: "c2", from: 20) { _ in 30 })
    #expect(Self.run(["results"], files).status == 0)
    #expect(
      try Self.table(files) == [
        "ceshi,2,,,24,24,20,71.67", "ceshi,2,linjiang,,24,24,20,71.67", "ceshi,2,,c1,20,,,", "ceshi,2,,c2,4,,,",
      ])
  }

  @Test func `another score, another scheme and another hand are told`() throws {
    let people = Self.people(20, in: "c1") { _ in 80 }
    let files = Self.files(people)
    #expect(Self.run(["results"], files).status == 0)
    let table = try files.read(Self.path)
    let other = Self.files(Array(people.dropLast()) + [("T19", "c1", 20)])
    other.put(Self.path, table)
    let told = Self.run(["check"], other).output
    #expect(told.contains("错误[SC03]: “合格”与成绩算出来的不同"), "\(told)")
    #expect(Self.run(["results"], other).status == 0)
    #expect(!Self.run(["check"], other).output.contains("SC03"))
    other.put(
      "/office/portal/content/schemes/ceshi.yml", Array(Self.scheme.replacing("version: 2", with: "version: 3").utf8))
    #expect(Self.run(["check"], other).output.contains("WT07"))
  }
}
