import Diagnostics
import TestSupport
import Testing
import Training

@Suite struct ClassRuleTests {
  private static func rule(
    _ fill: ClassRule.Fill, _ small: ClassRule.SmallSubjects = .subject, maximum: Int = 100, tail: Int = 50
  ) throws -> ClassRule {
    try #require(ClassRule(maximum: maximum, tailMinimum: tail, fill: fill, smallSubjects: small))
  }

  @Test(arguments: [
    (1, [1]), (99, [99]), (100, [100]), (101, [51, 50]), (149, [75, 74]), (150, [100, 50]), (199, [100, 99]),
    (200, [100, 100]), (201, [100, 51, 50]), (891, [100, 100, 100, 100, 100, 100, 100, 100, 91]), (0, []),
  ])
  func `classes are filled one by one, and the last two share when the last is too small`(members: Int, sizes: [Int])
    throws
  {
    #expect(try Self.rule(.hundred).classes(of: members).map(\.members) == sizes)
  }

  @Test(arguments: [(1, [1]), (101, [51, 50]), (149, [75, 74]), (201, [67, 67, 67]), (250, [84, 83, 83]), (0, [])])
  func `balanced classes differ by one at most`(members: Int, sizes: [Int]) throws {
    #expect(try Self.rule(.balanced).classes(of: members).map(\.members) == sizes)
  }

  @Test(arguments: ClassRule.Fill.allCases)
  func `every number of members makes as few classes as can be, all within the rule`(fill: ClassRule.Fill) throws {
    let rule = try Self.rule(fill)
    for members in 1...5000 {
      let sizes = rule.classes(of: members).map(\.members)
      #expect(sizes.reduce(0, +) == members)
      #expect(sizes.count == (members + 99) / 100)
      #expect(sizes.allSatisfy { $0 <= 100 && $0 >= (members < 100 ? members : 50) }, "\(members): \(sizes)")
    }
  }

  @Test func `a rule that some number of members could not obey is none`() {
    for maximum in 1...60 {
      for tail in 0...61 {
        let rule = ClassRule(maximum: maximum, tailMinimum: tail, fill: .hundred, smallSubjects: .subject)
        #expect((rule != nil) == (tail <= (maximum + 1) / 2))
        for members in maximum..<4 * maximum {
          #expect(rule?.classes(of: members).allSatisfy { tail...maximum ~= $0.members } ?? true)
        }
      }
    }
  }

  @Test(arguments: ClassRule.Fill.allCases, ClassRule.SmallSubjects.allCases)
  func `whatever counties enrol is in classes, each subject where it belongs`(
    fill: ClassRule.Fill, small: ClassRule.SmallSubjects
  ) throws {
    let rule = try Self.rule(fill, small)
    var random = SeededGenerator(seed: 20_260_815)
    for _ in 0..<300 {
      let enrolments = (0..<Int.random(in: 1...40, using: &random)).map { number in
        var enrolment = Enrolment()
        enrolment.area = "区\(number % 5)"
        enrolment.subject = "学科\(number)"
        enrolment.members = Int.random(in: 0...(Bool.random(using: &random) ? 130 : 900), using: &random)
        return enrolment
      }
      let classes = ClassFormation(enrolments, by: rule).classes
      #expect(classes.allSatisfy { 1...100 ~= $0.size.members })
      for enrolment in enrolments {
        let alone = classes.filter { $0.parts.isEmpty && $0.subject == enrolment.subject }
        let shared = classes.filter { $0.area == enrolment.area }.flatMap(\.parts).filter {
          $0.subject == enrolment.subject
        }
        #expect(
          alone.reduce(0) { $0 + $1.size.members } + shared.reduce(0) { $0 + $1.members } == enrolment.members)
        #expect(alone.isEmpty || shared.isEmpty)
        if enrolment.members >= 100 {
          #expect(alone.count == (enrolment.members + 99) / 100 && alone.allSatisfy { $0.size.members >= 50 })
        }
      }
      for proposed in classes where !proposed.parts.isEmpty {
        #expect(proposed.parts.reduce(0) { $0 + $1.members } == proposed.size.members)
      }
      for area in Set(enrolments.map(\.area)) {
        let pooled = enrolments.filter { $0.area == area && $0.members < 100 }.reduce(0) { $0 + $1.members }
        let count = classes.count { $0.area == area && !$0.parts.isEmpty }
        #expect(count == (small == .pooled ? (pooled + 99) / 100 : 0))
      }
    }
  }

  @Test func `a table names its columns as offices do, and merged cells stand for the one above`() {
    let table = Enrolment.read(
      Array("单位,学段,学科,报名人数\n甲县,小学,语文,149\n,,小学科学,20\n".utf8), path: "a.csv")
    #expect(table.rows.map(\.members) == [149, 20])
    #expect(table.rows.map(\.name) == ["甲县小学语文", "甲县小学科学"])
    #expect(!table.diagnostics.hasErrors)
  }

  @Test func `a subject that an area has three times is told once`() {
    let table = Enrolment.read(
      Array("区县,学科,人数\n甲县,语文,149\n甲县,语文,20\n乙县,语文,3\n甲县,语文,4\n".utf8), path: "a.csv")
    #expect(table.diagnostics.map(\.code) == ["RF01"])
    #expect(table.diagnostics.first?.message.zh.contains("3 次") == true)
  }
}
