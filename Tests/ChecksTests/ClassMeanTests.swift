import PortalTestSupport
import Testing

/// What rules say of an item of a tutors' scheme that the mean of the class makes up, and of the dimensions of items.
@Suite struct ClassMeanTests {
  private static let path = "content/schemes/fudao.yml"
  private static let scheme = """
    title: 辅导教师考核办法
    subject: 班级辅导教师
    version: 1
    effective: 2026-08-15
    summary: 本人工作和班级平均各50分。
    total: 100
    pass_mark: 60
    dimensions: [参与度, 贡献度]
    items:
      - {id: gongzuo, name: 本人工作, text: 由培训办评定。, points: 50, dimension: 参与度, category: 过程性, mode: 人工}
      - {id: pingjun, name: 班级平均, text: 本班学员的平均分折算。, points: 50, category: 终结性, mode: 自动, class_mean: {scheme: xueyuan, version: 1}}
    """

  @Test(arguments: [
    ("version: 1}", "version: 1}", []),
    ("version: 1}", "version: 2}", ["WT07 :11:126"]),
    ("mode: 自动", "mode: 结合", ["WT06 :11:83"]),
    ("mode: 自动, class", "mode: 自动, grades: [{name: 合格, points: 50}], class", ["WT06 :11:133"]),
    ("subject: 班级辅导教师", "subject: 专家", ["WT06 :11:99"]),
    ("scheme: xueyuan", "scheme: fudao", ["WT06 :11:108"]),
    ("scheme: xueyuan", "scheme: meiyou", ["RF02 :11:108"]),
    ("dimension: 参与度", "dimension: 贡献度", []),
    ("dimension: 参与度", "dimension: 影响力", ["RF02 :10:69"]),
  ])
  func `what does not fit is told at its value`(old: String, new: String, told: [String]) throws {
    var portal = try SmallPortal.content.edited(
      "content/years/2026/projects/yuancheng/index.md", "schemes: [xueyuan]", "schemes: [xueyuan, fudao]")
    portal[Self.path] = Self.scheme.replacing(old, with: new)
    #expect(ModelRun(portal).places.map { $0.replacing(Self.path, with: "") } == told)
  }
}
