import PortalTestSupport
import Testing

/// What rules say of `results.csv`, at its cells.
@Suite struct ResultCheckTests {
  private static let path = "content/years/2026/projects/yuancheng/results.csv"
  private static let head = "考核方案,版本,区县,班级,人数,有成绩,合格,平均分\n"
  private static let sound =
    "xueyuan,1,,,150,150,149,81.25\nxueyuan,1,linjiang,,150,150,149,81.25\nxueyuan,1,,c1,90,90,90,82\n"

  private func places(_ rows: String) throws -> [String] {
    var portal = try SmallPortal.content.edited(
      "content/years/2026/projects/yuancheng/index.md", "schemes: [xueyuan]", "schemes: [xueyuan, fudao]")
    portal[Self.path] = Self.head + rows
    portal["content/schemes/fudao.yml"] = """
      title: 辅导教师考核办法
      subject: 班级辅导教师
      version: 1
      effective: 2026-08-15
      summary: 一项。
      total: 100
      pass_mark: 60
      items:
        - {id: hege, name: 合格率, text: 本班合格率不低于98%。, points: 100, category: 终结性, mode: 自动, target: {metric: 合格率, op: ≥, value: 98%}}
      """
    return ModelRun(portal).places.map { $0.replacing(Self.path, with: "") }
  }

  @Test func `rows that agree say nothing`() throws { #expect(try places(Self.sound) == []) }

  @Test(arguments: [
    ("150,150,149,81.25\nxueyuan,1,l", "150,150,151,81.25\nxueyuan,1,l", ["SC03 :2:21"]),
    ("150,150,149,81.25\nxueyuan,1,l", "150,151,149,81.25\nxueyuan,1,l", ["SC03 :2:17"]),
    ("90,90,90,82", "90,90,90,100.5", ["SC03 :4:24"]),
    ("90,90,90,82", "90,90,90,100", []),
    ("linjiang,,150,150,149", "linjiang,,151,150,149", ["SC03 :2:13", "SC05 :3:25"]),
    ("c1,90,90,90", "c1,90,90,88", ["SC04 :4:21"]),
    ("c1,90,90,90", "c1,49,49,48", ["SC04 :4:21"]),
    ("c1,90,90,90", "c1,50,50,49", []),
    ("c1,90,90,90", "c1,90,89,89", ["SC05 :4:18"]),
    ("xueyuan,1,,c1", "xueyuan,2,,c1", ["WT07 :4:9"]),
    ("c1,90,90,90,82", "c1,9,9,9,82", ["LS10 :4:17"]),
    ("c1,90,90,90,82", "c1,9,,,", []),
    ("c1,90,90,90,82", "c1,10,10,10,82", []),
  ])
  func `what does not agree is told at its cell`(old: String, new: String, told: [String]) throws {
    #expect(try places(Self.sound.replacing(old, with: new)) == told)
  }
}
