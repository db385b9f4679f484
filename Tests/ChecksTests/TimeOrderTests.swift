import Checks
import Diagnostics
import Expressions
import PortalTestSupport
import Testing
import TestSupport
import Training

/// DT12 tells the rows that have to move, and no others.
@Suite struct TimeOrderTests {
  /// The numbers of the rows that are told, for milestones at these times.
  private func told(_ times: [String]) throws -> [Int] {
    var portal = SmallPortal.content
    let rows = times.enumerated().map { "m\($0.offset + 1),\($0.element),事项" }
    portal[File.milestones] = "id,时间,事项\n" + rows.joined(separator: "\n") + "\n"
    let places = try (1...times.count).map {
      "DT12 " + (try portal.label(File.milestones, "m\($0),⟦\(times[$0 - 1])⟧,"))
    }
    let found = ModelRun(portal).places.filter { $0.hasPrefix("DT12") }
    #expect(found.allSatisfy(places.contains), "\(found)")
    return places.indices.filter { found.contains(places[$0]) }.map { $0 + 1 }
  }

  @Test(arguments: [
    (["2027-04", "3月", "4月", "5月", "6月", "7月"], [1]), (["3月", "4月", "2027-03", "5月", "6月"], [3]),
    (["3月", "6月", "4月", "5月", "7月"], [2]), (["3月", "11月", "10月"], [3]), (["3月", "5月", "1月", "6月", "2月"], [3, 5]),
    (["4月", "4月中旬", "4月"], []), (["4月中旬", "4月", "4月上旬"], [3]), (["2026-04-20", "4月", "2026-04-10"], [3]),
    (["5月", "4—5月", "4月底前"], [3]), (["上半年", "2月", "3月"], []), (["2月", "3月", "全年"], []), (["3月"], []),
    (["9月", "8月", "7月", "6月"], [2, 3, 4]),
  ])
  func `the fewest rows that have to move are told`(times: [String], rows: [Int]) throws {
    #expect(try told(times) == rows)
  }

  @Test func `a message says the year that is not the plan's, and on which side the other row stands`() throws {
    func messages(_ portal: OneFilePortal) -> [String] {
      ModelRun(portal).diagnostics.filter { $0.code == "DT12" }.map(\.message.zh)
    }
    let projects = try SmallPortal.content.edited(File.projects, "集中培训,2026-04,", "集中培训,2027-04,")
    #expect(messages(projects) == ["第2项（8月）排在第1项（2027年4月）之后"])
    var milestones = SmallPortal.content
    milestones[File.milestones] = "id,时间,事项\nm1,2027-03,甲\nm2,4月,乙\nm3,5月,丙\n"
    #expect(messages(milestones) == ["“甲”（2027年3月）排在“乙”（4月）之前"])
  }
}
