import PortalTestSupport
import TestSupport
import Testing
import Training
import Values

/// Scores of the trainees' scheme with 648 minutes, and of small schemes beside it.
@Suite struct AssessmentTests {
  private static func scheme(_ change: (inout String) -> Void = { _ in }) throws -> Scheme {
    var text = """
      title: 学员考核办法
      subject: 学员
      version: 1
      effective: 2026-08-15
      summary: 四项合计100分。
      total: 100
      class_hours: 24
      minutes_per_class_hour: 45
      items:
        - id: shijian
          name: 课程学习时间
          text: 学完648分钟计30分。
          points: 30
          category: 过程性
          mandatory: true
          threshold: {minutes: 648, share: 60%, class_hours: 24}
          partial: none
          mode: 自动
        - id: hudong
          name: 线上互动交流与分享
          text: 四类，每类最高10分。
          points: 40
          category: 过程性
          min: 10
          parts: [{name: 资源, cap: 10}, {name: 文章, cap: 10}, {name: 论坛, cap: 10}, {name: 工作坊, cap: 10}]
          mode: 自动
        - id: zuoye-yi
          name: 研修作业一
          text: 合格9分，优秀15分。
          points: 15
          category: 过程性
          mandatory: true
          grades: [{name: 合格, points: 9}, {name: 优秀, points: 15}]
          mode: 人工
        - id: zuoye-er
          name: 研修作业二
          text: 审定合格计15分。
          points: 15
          category: 终结性
          mandatory: true
          grades: [{name: 合格, points: 15}]
          mode: 人工

      """
    change(&text)
    let run = ModelRun(OneFilePortal("").adding(OneFilePortal("--- content/schemes/xueyuan.yml ---\n" + text)))
    return try #require(run.model.schemes.records.first)
  }

  private static func sheet(_ scheme: Scheme, _ marks: [(Int, Int?, String)]) throws -> ScoreSheet {
    var sheet = ScoreSheet(for: scheme)
    for (item, part, text) in marks { sheet[item, part] = try scheme.items[item].mark(text, part: part) }
    return sheet
  }

  @Test(arguments: [("none", "0"), ("proportional", "18.52")])
  func `400 of 648 minutes are worth what the scheme says of a part`(rule: String, points: String) throws {
    let scheme = try Self.scheme { $0 = $0.replacing("partial: none", with: "partial: \(rule)") }
    let assessment = Assessment(of: try Self.sheet(scheme, [(0, nil, "400分钟")]), by: scheme)
    #expect(assessment.points[0].description == points)
    #expect(assessment.total.description == points)
  }

  @Test func `whoever reaches each minimum passes with 64 points`() throws {
    let scheme = try Self.scheme()
    let least: [(Int, Int?, String)] = [(0, nil, "648"), (1, 2, "10"), (2, nil, "合格"), (3, nil, "15")]
    let assessment = Assessment(of: try Self.sheet(scheme, least), by: scheme)
    #expect(assessment.total == Decimal(64))
    #expect(assessment.isPassed)
    for lacking in least.indices {
      var marks = least
      let item = marks.remove(at: lacking).0
      let shortfalls = Assessment(of: try Self.sheet(scheme, marks), by: scheme).shortfalls
      #expect(shortfalls == [item == 1 ? .belowMinimum(item: 1, least: Decimal(10)) : .missing(item: item)])
    }
  }

  @Test func `a pass mark is asked of the total`() throws {
    let scheme = try Self.scheme { $0 = $0.replacing("total: 100\n", with: "total: 100\npass_mark: 70\n") }
    let marks: [(Int, Int?, String)] = [(0, nil, "700"), (1, 0, "10"), (2, nil, "9"), (3, nil, "合格")]
    let assessment = Assessment(of: try Self.sheet(scheme, marks), by: scheme)
    #expect(assessment.shortfalls == [.belowPassMark(Decimal(70))])
  }

  @Test(arguments: [
    (0, nil, "-1", MarkError.unreadable), (0, nil, "很多", .unreadable), (1, nil, "10", .missingPart),
    (1, 0, "10.5", .outOfRange(most: Decimal(10))), (1, 3, "-0.5", .unreadable),
    (2, nil, "10", .notAGrade), (2, nil, "良好", .unreadable), (3, nil, "9", .notAGrade),
  ])
  func `a mark that the item cannot give is refused`(item: Int, part: Int?, text: String, error: MarkError) throws {
    let scheme = try Self.scheme()
    #expect(throws: error) { try scheme.items[item].mark(text, part: part) }
  }

  @Test func `not good enough for a grade is a mark, and lacks the minimum`() throws {
    let scheme = try Self.scheme()
    for text in ["不合格", "0"] {
      let shortfalls = Assessment(of: try Self.sheet(scheme, [(3, nil, text)]), by: scheme).shortfalls
      #expect(shortfalls.last == .belowMinimum(item: 3, least: Decimal(15)))
    }
  }

  @Test(arguments: [("none", 0), ("proportional", 18)])
  func `3,000 random sheets score as exact rationals do`(rule: String, minimum: Int) throws {
    let scheme = try Self.scheme {
      $0 = $0.replacing(
        "partial: none", with: minimum == 0 ? "partial: \(rule)" : "partial: \(rule)\n    min: \(minimum)")
      $0 = $0.replacing("total: 100\n", with: "total: 100\npass_mark: 70\n")
    }
    var random = SeededGenerator(seed: 8)
    var passed = 0
    for _ in 0..<3000 {
      let answers = Answers(&random)
      let assessment = Assessment(of: try Self.sheet(scheme, answers.marks), by: scheme)
      let expected = answers.result(isProportional: rule == "proportional", minimum: minimum)
      #expect(assessment.total.description == expected.total, "\(answers)")
      #expect(assessment.isPassed == expected.reasons.isEmpty, "\(answers)")
      #expect(assessment.shortfalls.map(\.reason) == expected.reasons, "\(answers)")
      passed += assessment.isPassed ? 1 : 0
    }
    #expect((200...2800).contains(passed), "both outcomes are tried: \(passed) of 3,000 pass")
  }

  @Test func `one failure in 49 misses 98 percent, one in 50 does not`() {
    let pass = { (passed: Int, enrolled: Int) in
      GroupResult(enrolled: enrolled, passed: passed, assessed: enrolled, sum: Decimal(0)).passes(atLeast: Decimal(98))
    }
    #expect(!pass(48, 49))
    #expect(pass(49, 50))
    #expect(GroupResult(enrolled: 49, passed: 48, assessed: 49, sum: Decimal(0)).passRate?.description == "97.96")
    #expect(GroupResult(enrolled: 0, []).mean == nil)
  }

  @Test func `the mean is over all who belong to the group`() throws {
    let scheme = try Self.scheme()
    let one = Assessment(of: try Self.sheet(scheme, [(0, nil, "648")]), by: scheme)
    #expect(GroupResult(enrolled: 3, [one]).mean?.description == "10")
    #expect(GroupResult(enrolled: 7, [one, one]).mean?.description == "8.57")
  }
}

extension Assessment.Shortfall {
  fileprivate var reason: String {
    switch self {
    case .missing(let item): "missing \(item)"
    case .belowMinimum(let item, let least): "item \(item) below \(least)"
    case .nothingDone(let item): "nothing in \(item)"
    case .belowPassMark(let mark): "below \(mark)"
    }
  }
}

/// What somebody has done, as whole numbers, and its score reckoned without the product: fractions of integers.
private struct Answers: CustomStringConvertible {
  /// `nil` where nothing was entered.
  let minutes: Int?
  /// Tenths of points.
  let parts: [Int?]
  let first: String?
  let second: String?

  init(_ random: inout SeededGenerator) {
    minutes = Int.random(in: 0..<12, using: &random) == 0 ? nil : Int.random(in: 400...900, using: &random)
    parts = (0..<4).map { _ in Bool.random(using: &random) ? Int.random(in: 0...100, using: &random) : nil }
    first = ["合格", "优秀", "9", "15", "不合格", nil, "优秀", "合格", "优秀", "15"].randomElement(using: &random) ?? nil
    second = ["合格", "15", "合格", "0", nil, "15", "合格", "15"].randomElement(using: &random) ?? nil
  }

  var description: String { "\(String(describing: minutes)) \(parts) \(first ?? "–") \(second ?? "–")" }

  var marks: [(Int, Int?, String)] {
    var marks: [(Int, Int?, String)] = []
    if let minutes { marks.append((0, nil, "\(minutes)")) }
    for (index, tenths) in parts.enumerated() {
      if let tenths { marks.append((1, index, "\(tenths / 10).\(tenths % 10)")) }
    }
    if let first { marks.append((2, nil, first)) }
    if let second { marks.append((3, nil, second)) }
    return marks
  }

  func result(isProportional: Bool, minimum: Int) -> (total: String, reasons: [String]) {
    // Hundredths of points; of minutes below the threshold 3000 × minutes / 648, rounded half up.
    let watched = minutes ?? 0
    let time = watched >= 648 ? 3000 : isProportional ? (3000 * watched * 2 + 648) / (648 * 2) : 0
    let talk = parts.compactMap(\.self).reduce(0, +) * 10
    let firstPoints = ["合格": 900, "9": 900, "优秀": 1500, "15": 1500][first ?? "", default: 0]
    let secondPoints = ["合格": 1500, "15": 1500][second ?? "", default: 0]
    let sum = time + talk + firstPoints + secondPoints
    var reasons: [String] = []
    let least = isProportional ? minimum * 100 : 3000
    if minutes == nil {
      reasons.append("missing 0")
    } else if time < least {
      reasons.append("item 0 below \(least / 100)")
    }
    if talk < 1000 { reasons.append("item 1 below 10") }
    if first == nil { reasons.append("missing 2") } else if firstPoints < 900 { reasons.append("item 2 below 9") }
    if second == nil { reasons.append("missing 3") } else if secondPoints < 1500 { reasons.append("item 3 below 15") }
    if sum < 7000 { reasons.append("below 70") }
    let fraction =
      sum % 100 == 0 ? "" : sum % 10 == 0 ? ".\(sum % 100 / 10)" : ".\(sum % 100 < 10 ? "0" : "")\(sum % 100)"
    return ("\(sum / 100)\(fraction)", reasons)
  }
}
