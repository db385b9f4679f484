import Diagnostics
import Expressions
import Foundation
import PortalTestSupport
import Testing
import Training

/// Rules that a portal writes itself: over built-in kinds in `rules.yml`, over rows with their collection.
@Suite struct DeclaredRuleTests {
  private static let rules = "content/rules.yml"
  private static let declaration = "content/collections/fees.yml"
  private static let table = "content/years/2026/fees.csv"
  private static let first = "content/packs/danyuan/k1.md"
  private static let newsletter = "content/years/2026/projects/yuancheng/newsletters/c1/02.md"

  private static let portal = SmallPortal.content.adding(
    OneFilePortal(
      """
      --- content/rules.yml ---
      rules:
        - {on: pack, when: "id == 'danyuan'", each: "courses | length == 2", says: 单元备课有两门课, code: RF06}
        - {on: 课程, when: credits is not defined, each: minutes == 90, says: 每门90分钟, code: HR02}
        - {on: session, when: kind == '讲座', all: rows | length == 2, says: 两场讲座, advice: true}
        - {on: module, each: courses | length > 0, says: 每个模块有课, code: RF03}
        - {on: stream, each: "collections.fees.rows | selectattr('item', 'in', [subject]) | list | length == 1", says: 每科有一笔}
      --- content/collections/fees.yml ---
      title: 收费
      doc: 每一笔由谁出。
      files: ["years/{plan}/fees.csv"]
      fields:
        - {name: plan, header: 计划, type: reference, to: plan, required: true, doc: 取自文件夹}
        - {name: project, header: 项目, type: reference, to: project, required: true, doc: 哪个项目}
        - {name: item, header: 费用, type: text, required: true, doc: 哪一笔}
        - {name: amount, header: 金额, type: money, required: true, doc: 每人}
      rules:
        - {when: item == '数学', each: amount > 10, says: 数学多于10元, code: HR05}
        - {when: item != '数学', all: rows | length == 1, says: 只另有一笔, code: RF06}
        - {each: project.classes | length == 2, says: 两个班}
      --- content/years/2026/fees.csv ---
      项目,费用,金额
      yuancheng,数学,45元
      yuancheng,平台,9元

      """))

  private func places(_ path: String, _ old: String, _ new: String) throws -> [String] {
    ModelRun(try Self.portal.edited(path, old, new)).places
  }

  @Test func `rules that hold say nothing`() { #expect(ModelRun(Self.portal).places == []) }

  @Test(arguments: [
    (
      first, "minutes: 90", "minutes: 91",
      ["HR01 content/years/2026/projects/yuancheng/phases.yml:2:80", "HR02 \(first):2:8"]
    ),
    (table, "数学,45元", "数学,9元", ["HR05 \(table):2:1"]),
    (table, "平台,9元", "平台,8元", []),
    (table, "平台,9元\n", "平台,9元\nyuancheng,教材,9元\n", ["RF06 \(declaration):11:31"]),
    (table, "yuancheng,平台", "gugan-peixun,平台", ["CO02 \(table):3:1"]),
    (
      table, "数学,45元", "语文,45元",
      ["CO02 content/years/2026/projects/yuancheng/streams.csv:2:1", "RF06 \(declaration):11:31"]
    ),
    (rules, "courses | length == 2", "courses | length == 3", ["RF06 content/packs/danyuan/index.md:2:8"]),
    (rules, "courses | length > 0", "courses | length > 1", ["RF03 content/years/2026/modules.yml:2:10"]),
    (rules, "rows | length == 2", "rows | length == 3", ["CO02 \(rules):4:44"]),
  ])
  func `what a rule finds is told at the record, of all of them at the rule`(
    path: String, old: String, new: String, told: [String]
  ) throws {
    let found = try places(path, old, new)
    #expect(found == told)
  }

  @Test func `a family's gravity is that of its code, and advice only warns`() throws {
    let portal = try Self.portal.edited(Self.rules, "courses | length > 0", "courses | length > 1")
    #expect(ModelRun(portal).diagnostics.map(\.severity) == [.warning])
    let sessions = try Self.portal.edited(Self.rules, "rows | length == 2", "rows | length == 3")
    #expect(ModelRun(sessions).diagnostics.map(\.severity) == [.warning])
    let pack = try Self.portal.edited(Self.rules, "courses | length == 2", "courses | length == 3")
    let told = try #require(ModelRun(pack).diagnostics.first)
    #expect(told.severity == .error)
    #expect(told.message.zh == "单元备课有两门课")
    #expect(told.notes.map { $0.location?.path } == [Self.rules])
  }

  @Test(arguments: [
    // Nothing, or two things, to hold.
    ("each: \"courses | length == 2\", ", "", "CO01 \(rules):2:5"),
    ("each: minutes", "all: rows | length > 1, each: minutes", "CO01 \(rules):3:5"),
    ("on: 课程, ", "", "CO01 \(rules):3:5"),
    // Kinds, codes, fields.
    ("on: pack", "on: packs", "RF02 \(rules):2:10"),
    ("on: pack", "on: settings", "RF02 \(rules):2:10"),
    ("on: pack", "on: fees", "CO01 \(rules):2:10"),
    ("code: RF06", "code: RF07", "RF08 \(rules):2:94"),
    ("code: RF06", "kode: RF06", "RF07 \(rules):2:88"),
    // The text of a rule, between quotes or not.
    ("courses | length == 2", "course | length == 2", "LT04 \(rules):2:48"),
    ("id == 'danyuan'", "id == danyuan", "LT04 \(rules):2:29"),
    ("minutes == 90", "minutes + 90", "CO01 \(rules):3:50"),
    ("courses | length > 0", "courses | length(", "LT01 \(rules):5:40"),
    ("collections.fees.rows", "collections.fee.rows", "LT05 \(rules):6:37"),
    // A name that nothing has is a slip also where it is only asked for.
    ("when: credits is not", "when: credit is not", "LT04 \(rules):3:20"),
  ])
  func `what is wrong with a rule is told once, in its text`(old: String, new: String, told: String) throws {
    let found = try places(Self.rules, old, new)
    #expect(found == [told])
  }

  @Test(arguments: [
    ("when: credits is not", "when: credit is not", "credits"),
    ("courses | length == 2", "course | length == 2", "courses"),
    ("when: credits is not defined, each: minutes == 90", "when: credits > 2, each: minutes > 90", "is defined and"),
  ])
  func `the repair of a name or a value that may lack is one for rules`(old: String, new: String, repair: String) throws
  {
    let told = ModelRun(try Self.portal.edited(Self.rules, old, new)).diagnostics
    #expect(told.first?.repair?.zh.contains(repair) == true && told.first?.repair?.zh.contains("{%") == false)
  }

  @Test func `a kind that is not there is told with the one that was meant`() throws {
    let told = ModelRun(try Self.portal.edited(Self.rules, "on: pack", "on: packs")).diagnostics
    #expect(told.first?.repair?.zh == "是不是“pack”？")
  }

  @Test(arguments: [
    ("when: item == '数学'", "on: fees, when: item == '数学'", "CO01 \(declaration):10:10"),
    ("when: item == '数学'", "when: itm == '数学'", "LT04 \(declaration):10:12"),
    ("code: HR05", "code: PV01", "RF08 \(declaration):10:66"),
  ])
  func `rules of a collection are read by the same table`(old: String, new: String, told: String) throws {
    let found = try places(Self.declaration, old, new)
    #expect(found == [told])
  }

  @Test(arguments: [
    ("when: credits is not defined, each: minutes == 90", "each: enrol_to >= enrol_from", "LT09 \(rules):3:20"),
    (
      "when: credits is not defined, each: minutes == 90", "when: credits > 2, each: minutes > 90", "LT09 \(rules):3:20"
    ),
  ])
  func `what may not be there is tested first`(old: String, new: String, told: String) throws {
    let found = try places(Self.rules, old, new)
    #expect(found == [told])
  }

  /// What could not be read has its own message, and a rule that would have met it none.
  @Test(arguments: [
    (first, "minutes: 90", "minutes: 九十", "RF08 \(first):7:10"),
    (first, "title: 第一课", "title: \"第一课", "YA21 \(first):2:8"),
    ("content/packs/xuefen/x1.md", "module: beike", "module: beiko", "RF02 content/packs/xuefen/x1.md:5:9"),
    (table, "yuancheng,数学", "yuanchen,数学", "RF02 \(table):2:1"),
    (table, "数学,45元", "数学,四元", "RF08 \(table):2:14"),
  ])
  func `rules wait until what they look at could be read`(path: String, old: String, new: String, told: String) throws {
    let found = try places(path, old, new)
    #expect(found == [told])
  }

  @Test(.timeLimit(.minutes(1))) func `a rule that compares everything with everything ends with a message`() throws {
    var portal = Self.portal
    var rows = "项目,费用,金额\n"
    for number in 0..<5_000 { rows += "yuancheng,\(number),45元\n" }
    portal[Self.table] = rows
    let fields = try #require(portal[Self.declaration]?.components(separatedBy: "rules:\n").first)
    portal[Self.declaration] =
      fields + """
        rules:
          - {each: "collections.fees.rows | list | selectattr('item', 'equalto', item) | list | length == 1", says: 不重复}

        """
    portal[Self.rules] = "rules:\n  - {on: pack, each: courses | length > 0, says: 有课}\n"
    #expect(ModelRun(portal).places == ["CO02 \(Self.declaration):10:12"])
  }
}
