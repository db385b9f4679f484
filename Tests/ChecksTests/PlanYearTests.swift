import Diagnostics
import PortalTestSupport
import TestSupport
import Testing

/// Dates of another year than the plan's are told with it.
@Suite struct PlanYearTests {
  @Test(arguments: [
    ("opens_on: 2027-08-14\npacks:", "DT02", "开课日期2027年8月14日不在项目的时间里（8月15日—9月30日）"),
    ("actual: 2027-08-20\npacks:", "DT07", "实际时间2027年8月20日，拟定时间是8月15日—9月30日，没有变更记录"),
  ])
  func `of a project`(edit: String, code: String, message: String) throws {
    let run = ModelRun(try SmallPortal.content.edited(File.document, "packs:", edit))
    #expect(run.diagnostics.filter { $0.code.text == code }.map(\.message.zh) == [message])
  }
}
