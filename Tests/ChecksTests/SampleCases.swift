import Diagnostics
import PortalTestSupport
import Testing

/// SC06, SC07 and what is said of certificates: the small portal with a sample, two certificates and two void numbers.
@Suite struct SampleCheckTests {
  private static let base = SmallPortal.content.adding(
    OneFilePortal(
      """
      --- content/years/2026/samples.yml ---
      samples:
        - id: bijuan
          title: 闭卷抽考
          project: yuancheng
          drawn: 2%
          rounding: 四舍五入
          method: SHA-256
          seed: "4711"
          drawn_on: 2026-09-14
          summary: 抽查。
      --- content/years/2026/certificates.yml ---
      certificates:
        - id: hege
          project: yuancheng
          format: "HG{year}-{serial:4}"
          issued_on: 2026-10-12
        - id: xin
          project: xinjiaoshi
          format: "XJ{serial:5}"
      --- content/years/2026/revocations.csv ---
      证书,证书编号,作废日期,换发编号
      hege,HG2026-0017,2026-10-20,HG2026-0151
      xin,XJ00017,2026-10-20,
      """))

  private static let samples = "content/years/2026/samples.yml"
  private static let rules = "content/years/2026/certificates.yml"
  private static let void = "content/years/2026/revocations.csv"
  private static let early = (File.site, "as_of: 2026-09-18", "as_of: 2026-09-15")
  private static let drawnList = [
    (File.disclosure, "kind: 优秀", "kind: 抽考"),
    (File.disclosure, "project: yuancheng\n", "project: yuancheng\nsample: bijuan\n"),
  ]
  private static let two = (samples, "drawn: 2%", "drawn: 1.34%")
  private static let passList = [
    (File.disclosure, "kind: 优秀", "kind: 合格"),
    (File.disclosure, "project: yuancheng\n", "project: xinjiaoshi\n"),
  ]

  private static func quota(_ text: String) -> (String, String, String) {
    (File.disclosure, "  total: 2\n", "  total: 2\n  quota: {\(text)}\n")
  }
  private static func issued(_ day: String) -> (String, String, String) {
    (rules, "format: \"XJ{serial:5}\"\n", "format: \"XJ{serial:5}\"\n    issued_on: \(day)\n")
  }

  private static let cases = [
    CheckCase(
      "SC07", [(samples, "    seed: \"4711\"\n", "")], at: (samples, "title: ⟦闭卷抽考⟧"),
      nearMiss: [(samples, "seed: \"4711\"", "seed: {pending: {what: 种子, owner: 项目办, by: 2026-10-09}}")]),
    CheckCase(
      "SC07", [(samples, "    rounding: 四舍五入\n", "")], at: (samples, "title: ⟦闭卷抽考⟧"),
      nearMiss: [(samples, "rounding: 四舍五入", "rounding: largest-remainder")]),
    CheckCase(
      "SC07",
      [(samples, "    method: SHA-256\n", ""), (samples, "    drawn_on: 2026-09-14\n", "")],
      at: (samples, "title: ⟦闭卷抽考⟧"), nearMiss: [(samples, "method: SHA-256", "method: 当场摇号")]),
    CheckCase("SC06", drawnList, at: (File.disclosure, "total: ⟦2⟧"), nearMiss: drawnList + [two]),
    CheckCase(
      "SC06", drawnList + [two, early, (File.rows, "2,于娟,临江县第二中学", "2,于娟,白鹭市")],
      at: (File.disclosure, "total: ⟦2⟧"), nearMiss: drawnList + [two, early, (File.rows, "2,于娟,临江县第二中学", "2,于娟,临江县")]),
    CheckCase("SC06", [quota("max: 1")], at: (File.disclosure, "total: ⟦2⟧"), nearMiss: [quota("max: 2")]),
    CheckCase("SC06", [quota("min: 3")], at: (File.disclosure, "total: ⟦2⟧"), nearMiss: [quota("min: 1, max: 3")]),
    CheckCase("SC06", [quota("share: 1.3%")], at: (File.disclosure, "total: ⟦2⟧"), nearMiss: [quota("share: 1.4%")]),
    CheckCase(
      "RF08", [quota("min: 3, max: 1")], at: (File.disclosure, "max: ⟦1⟧}"), nearMiss: [quota("min: 2, max: 2")]),
    CheckCase(
      "RF01", [(rules, "  - id: xin\n    project: xinjiaoshi", "  - id: xin\n    project: yuancheng")],
      at: (rules, "- ⟦id: xin⟧"),
      nearMiss: [(rules, "  - id: xin\n    project: xinjiaoshi", "  - id: xin\n    kind: 结业证书\n    project: yuancheng")]
    ),
    CheckCase(
      "DT07", [(rules, "issued_on: 2026-10-12", "issued_on: 2026-09-29")], at: (rules, "issued_on: ⟦2026-09-29⟧"),
      nearMiss: [(rules, "issued_on: 2026-10-12", "issued_on: 2026-09-30")]),
    CheckCase(
      "LS05", passList + [issued("2026-09-22")], at: (rules, "issued_on: ⟦2026-09-22⟧"),
      nearMiss: passList + [issued("2026-09-23")]),
    CheckCase(
      "RF08", [(void, "HG2026-0017", "HG2026-17")], at: (void, "hege,⟦HG2026-17⟧"),
      nearMiss: [(void, "HG2026-0017", "HG2025-0017")]),
    CheckCase("RF08", [(void, "HG2026-0151", "XJ00151")], at: (void, "2026-10-20,⟦XJ00151⟧")),
    CheckCase(
      "RF01", [(void, "xin,XJ00017", "hege,HG2026-0017")], at: (void, "\nhege,⟦HG2026-0017⟧,2026-10-20,\n"),
      nearMiss: [(void, "xin,XJ00017", "hege,HG2026-0018")]),
    CheckCase("RF01", [(void, "HG2026-0151", "HG2026-0017")], at: (void, "2026-10-20,⟦HG2026-0017⟧")),
    CheckCase(
      "RF01", [(void, "xin,XJ00017,2026-10-20,", "hege,HG2026-0019,2026-10-20,HG2026-0151")],
      at: (void, "0019,2026-10-20,⟦HG2026-0151⟧"),
      nearMiss: [(void, "xin,XJ00017,2026-10-20,", "hege,HG2026-0019,2026-10-20,HG2026-0152")]),
    CheckCase(
      "RF08", [(rules, "\"XJ{serial:5}\"", "\"XJ{serial:11}\"")], at: (rules, "format: ⟦\"XJ{serial:11}\"⟧"),
      nearMiss: [(rules, "\"XJ{serial:5}\"", "\"第{serial:5}号\""), (void, "XJ00017", "第00017号")]),
  ]

  private func portal(_ edits: [CheckCase.Edit]) throws -> OneFilePortal {
    var portal = Self.base
    for edit in edits { try portal.edit(edit.path, edit.old, edit.new) }
    return portal
  }

  @Test func `rules that are kept say nothing`() { #expect(ModelRun(Self.base).places == []) }

  @Test(arguments: cases)
  func `a rule speaks when it is broken and only then`(own: CheckCase) throws {
    let broken = try portal(own.trigger)
    let run = ModelRun(broken)
    let message = "\(own.code) " + (try broken.label(own.place.path, own.place.text))
    #expect(run.places == [message])
    #expect(run.diagnostics.allSatisfy { $0.repair != nil }, "what should be written instead?")
    let near = ModelRun(try portal(own.nearMiss)).places
    #expect(near == [])
  }

  @Test func `one message names everything that a sample lacks`() throws {
    var portal = Self.base
    try portal.edit(
      Self.samples, "    rounding: 四舍五入\n    method: SHA-256\n    seed: \"4711\"\n    drawn_on: 2026-09-14\n", "")
    let found = ModelRun(portal).diagnostics
    #expect(found.count == 1)
    #expect(found.first?.message.zh == "“闭卷抽考”没有写 rounding（尾数）、method（方法）、seed（种子）、drawn_on（抽取日期），别人无法复算")
  }
}
