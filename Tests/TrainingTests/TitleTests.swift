import Testing
import Training

@Suite struct TitleTests {
  @Test(
    arguments: [
      ("学习迁移任务设计", "学习迁移任务设计", nil), ("板书——只留三句话", "板书", "只留三句话"),
      ("甲 —— 乙——丙", "甲", "乙——丙"), ("一—不是破折号", "一—不是破折号", nil),
    ] as [(String, String, String?)])
  func `a title is cut at its first dash`(title: String, main: String, subtitle: String?) {
    let parts = Title.parts(of: title)
    #expect(parts.main == main)
    #expect(parts.subtitle == subtitle)
  }
}
