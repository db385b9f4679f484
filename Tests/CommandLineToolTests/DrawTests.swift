import Bytes
import Files
import Foundation
import PortalTestSupport
import Testing

/// `draw`, with a small portal of 150 learners in memory. People are invented.
@Suite struct DrawTests {
  private static let seed = "374182"
  /// 90 in c1 of Linjiang, 60 in c2 of Bailu.
  private static let people = (1...150).map { (number: "T\(1000 + $0 * 37)", group: $0 <= 90 ? "c1" : "c2") }

  private static func files(
    recommended: [String]? = nil, drawn: String? = nil, reversed: Bool = false, sample: (String, String) = ("", "")
  ) -> MemoryFiles {
    var portal = SmallPortal.whole
    let classes = "content/years/2026/projects/yuancheng/classes.csv"
    portal[classes] = portal[classes]?.replacing("c2,zx,linjiang", with: "c2,zx,bailu")
    portal["content/years/2026/samples.yml"] = """
      samples:
        - {id: bijuan, title: 闭卷抽考, project: yuancheng, drawn: 4%, recommended: 2%, rounding: 最大余数, method: SHA-256, seed: "\(seed)", drawn_on: 2026-09-14, summary: 抽查。}

      """.replacing(sample.0.isEmpty ? "\u{0}" : sample.0, with: sample.1)
    let files = MemoryFiles()
    for (path, bytes) in portal.files { files.put("/office/portal/" + path, bytes) }
    let rows = (reversed ? people.reversed() : people).map { "\($0.number),\($0.group),戚\($0.number)\n" }
    files.put("/private/2026/yuancheng/roster.csv", Array(("学员编号,班级,姓名\n" + rows.joined()).utf8))
    if let recommended {
      files.put(
        "/private/2026/yuancheng/recommended.csv", Array(("学员编号\n" + recommended.map { $0 + "\n" }.joined()).utf8))
    }
    if let drawn { files.put("/private/2026/yuancheng/drawn.csv", Array(drawn.utf8)) }
    return files
  }

  private static func run(_ words: [String], _ files: MemoryFiles, width: Int? = nil) -> ToolRun {
    ToolRun(words + ["--root", "/office/portal", "--private", "/private"], files: files, terminalWidth: width)
  }

  private static func draw(_ files: MemoryFiles) throws -> String {
    let run = run(["draw", "bijuan", "--output", "/private/2026/yuancheng/drawn.csv"], files)
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    #expect(run.output == "临江县：90 人里抽取 4 人\n白鹭市：60 人里抽取 2 人\n")
    return String(decoding: try files.read("/private/2026/yuancheng/drawn.csv"), as: UTF8.self)
  }

  private static func numbers(_ table: String) -> [String] {
    table.split(separator: "\r\n").dropFirst().map { String($0.split(separator: ",")[3]) }
  }

  /// The method again, by somebody who only has read the page.
  private static func expected(without recommended: Set<String> = []) -> [String] {
    [("c1", 4), ("c2", 2)].flatMap { group, count in
      people.filter { $0.group == group && !recommended.contains($0.number) }.map(\.number)
        .sorted {
          SHA256.hexDigest(of: Array("\(seed):\($0)".utf8).span)
            < SHA256.hexDigest(of: Array("\(seed):\($1)".utf8).span)
        }
        .prefix(count)
    }
  }

  /// Two of the first group and one of the second that are not drawn.
  private static var others: [String] {
    let drawn = Set(expected())
    let left = people.filter { !drawn.contains($0.number) }
    return left.filter { $0.group == "c1" }.prefix(2).map(\.number)
      + left.filter { $0.group == "c2" }.prefix(1).map(\.number)
  }

  @Test func `the stated method, whatever the order of the roster`() throws {
    let table = try Self.draw(Self.files())
    #expect(Self.numbers(table) == Self.expected())
    #expect(table.hasPrefix("\u{FEFF}抽考,分组,序号,学员编号,姓名,单位\r\nbijuan,临江县,1,"))
    let reversed = try Self.draw(Self.files(reversed: true))
    #expect(reversed == table)
  }

  /// Computed with `printf 374182:T1037 | sha256sum`.
  @Test func `the digest is that of other programs`() {
    let digest = SHA256.hexDigest(of: Array("374182:T1037".utf8).span)
    #expect(digest == "e82dbae88325a140008d45fce158fc963d738c84ca8f1e2e5842f71fcfc55a14")
  }

  @Test func `who is recommended is passed over, and the next takes the place`() throws {
    let first = Array(Self.expected().prefix(2))
    let recommended = first + [try #require(Self.others.last)]
    let table = try Self.draw(Self.files(recommended: recommended))
    #expect(Self.numbers(table) == Self.expected(without: Set(recommended)))
    #expect(Set(Self.numbers(table)).isDisjoint(with: recommended))
  }

  @Test func `on a terminal they are shown, to other programs they are not`() {
    let shown = Self.run(["draw", "bijuan"], Self.files(), width: 80)
    #expect(shown.status == 0 && shown.output.hasPrefix("临江县  4/90\n  1  T"), "\(shown.output)")
    let piped = Self.run(["draw", "bijuan"], Self.files())
    #expect(piped.status == 2 && piped.output == "" && piped.errors.contains("PV10"))
  }

  @Test func `a file in the portal is refused`() {
    let run = Self.run(["draw", "bijuan", "--output", "/office/portal/content/drawn.csv"], Self.files())
    #expect(run.status == 1 && run.errors.contains("PV05"), "\(run.errors)")
  }

  @Test(arguments: [
    ("seed: \"374182\", ", "seed: {pending: {what: 种子, owner: 项目办, by: 2026-10-09}}, ", "SC07"),
    ("method: SHA-256", "method: 当场摇号", "SC07"), ("id: bijuan", "id: bijian", "RF02"),
    ("rounding: 最大余数, ", "", "SC07"),
  ])
  func `without seed, rounding or a known method nobody is drawn`(old: String, new: String, code: String) {
    let run = Self.run(["draw", "bijuan"], Self.files(sample: (old, new)), width: 80)
    #expect(run.status == 1 && run.output == "" && run.errors.contains(code), "\(run.errors)")
  }

  @Test func `a roster of another size than the classes is told before the draw`() throws {
    let files = Self.files()
    let roster = "/private/2026/yuancheng/roster.csv"
    files.put(roster, try files.read(roster) + Array("T9,c2,戚甲\n".utf8))
    let run = Self.run(["draw", "bijuan"], files, width: 80)
    #expect(run.status == 1 && run.output == "" && run.errors.contains("HR05"), "\(run.errors)")
  }

  @Test func `builds compare what was drawn and recommended with the rule`() throws {
    let table = try Self.draw(Self.files())
    let sound = Self.run(["check"], Self.files(recommended: Self.others, drawn: table))
    #expect(sound.status == 0, "\(sound.output)")
    let first = try #require(Self.expected().first)
    let others = Self.others
    let doubled = [first] + others.dropFirst()
    let twice = others + others.prefix(1)
    let few = Array(others.dropLast())
    let unknown = others + ["T9"]
    func told(_ recommended: [String], _ drawn: String) -> String {
      let output = Self.run(["check"], Self.files(recommended: recommended, drawn: drawn)).output
      for number in Self.people.map(\.number) where output.contains(number) { Issue.record("\(number) in \(output)") }
      return output
    }
    #expect(told(doubled, table).contains("错误[CL07]: yuancheng 的抽取名单第 2 行：这个人既被抽取又被推荐"))
    #expect(told(twice, table).contains("错误[CL07]: yuancheng 的推荐名单第 5 行：这个人在名单里写了两次"))
    #expect(told(few, table).contains("错误[SC06]: yuancheng 的推荐名单：“白鹭市”按规则是 1 人，名单里有 0 人"))
    #expect(told(unknown, table).contains("错误[SC08]: yuancheng 的推荐名单第 5 行"))
    let spare = try #require(
      Self.people.first { !Self.expected().contains($0.number) && !Self.others.contains($0.number) })
    #expect(
      told(Self.others, table.replacing(first, with: spare.number)).contains("错误[SC07]: yuancheng 的抽取名单：用公布的种子和方法重新抽"))
  }
}
