import Foundation
import Testing
import Training

/// The enrolments of the large city, which lie beside the outside test data.
private let cityTable: [UInt8]? = {
  let path = ValuesConformanceData.folder.deletingLastPathComponent().appendingPathComponent("city.csv")
  return (try? Data(contentsOf: path)).map { [UInt8]($0) }
}()

@Suite(.enabled(if: cityTable != nil, ValuesConformanceData.skipped))
struct CityEnrolmentTests {
  @Test(arguments: ClassRule.Fill.allCases)
  func `a city makes 309 classes, 276 with small subjects together`(fill: ClassRule.Fill) throws {
    let (rows, diagnostics, _) = Enrolment.read(try #require(cityTable), path: "city.csv")
    #expect(diagnostics.isEmpty && rows.count == 168)
    for (small, count, few) in [(ClassRule.SmallSubjects.subject, 309, 34), (.pooled, 276, 0)] {
      let rule = try #require(ClassRule(maximum: 100, tailMinimum: 50, fill: fill, smallSubjects: small))
      let formation = ClassFormation(rows, by: rule)
      #expect(formation.classes.count == count)
      #expect(formation.members == 23_000)
      #expect(formation.classes.count { $0.size.members < 50 } == few)
    }
  }
}
