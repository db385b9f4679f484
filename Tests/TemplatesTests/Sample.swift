import Diagnostics
import Expressions
import Templates
import Values

/// A small portal's records for the tests: a course with an optional subtitle, a tutor and sessions.
final class SampleRecord: RecordValue {
  let recordType: RecordType
  private let values: [Value]
  let identity: String

  init(recordType: RecordType, values: [Value], identity: String) {
    self.recordType = recordType
    self.values = values
    self.identity = identity
  }

  func value(at index: Int, of type: ObjectIdentifier) -> Value? {
    ObjectIdentifier(recordType) == type ? value(at: index) : nil
  }
  func value(at index: Int) -> Value { values[index] }

  static let tutorType = RecordType(
    "tutor", [.init("name", .text, doc: ""), .init("unit", .optional(.text), doc: "")])

  static let sessionType = RecordType(
    "session",
    [
      .init("title", .text, doc: ""), .init("date", .date, doc: ""), .init("minutes", .number, doc: ""),
      .init("place", .optional(.text), doc: ""),
    ])

  static let courseType = RecordType(
    "course",
    [
      .init("title", .text, doc: ""), .init("subtitle", .optional(.text), doc: ""), .init("minutes", .number, doc: ""),
      .init("url", .link, doc: ""), .init("body", .html, doc: ""),
      .init("tutor", .optional(.record { tutorType }), doc: ""),
      .init("sessions", .list(.record { sessionType }), doc: ""), .init("tags", .list(.text), doc: ""),
      .init("open", .boolean, doc: ""), .init("rate", .quantity(.percent), doc: ""), .init("homepage", .text, doc: ""),
      .init("date", .date, doc: ""),
    ])

  static let tutor = SampleRecord(recordType: tutorType, values: [.text("李老师"), .none], identity: "tutor li")

  private static func date(_ day: Int) -> Value {
    CalendarDate(year: 2026, month: 9, day: day).map { .date($0) } ?? .none
  }

  static func session(_ title: String, _ day: Int, _ minutes: Int, place: Value = .none) -> Value {
    .record(
      SampleRecord(
        recordType: sessionType,
        values: [.text(title), date(day), .number(Decimal(minutes)), place],
        identity: "session " + title))
  }

  static func course(
    title: String = "作业设计 <上>", subtitle: Value = .none, homepage: String = "https://a.cn/?x=1&y=2"
  ) -> Value {
    .record(
      SampleRecord(
        recordType: courseType,
        values: [
          .text(title), subtitle, .number(Decimal(90)), .link(SitePath("courses/zuoye/")),
          .html(Markup(Array("<p>正文</p>".utf8))), .record(tutor),
          .list([session("第一讲", 18, 90), session("第二讲", 25, 45, place: .text("礼堂"))]),
          .list([.text("必修"), .text("线上")]), .boolean(true),
          .quantity(Quantity(Decimal(coefficient: 913, scale: 1) ?? Decimal(0), .percent)), .text(homepage),
          date(18),
        ], identity: "course zuoye"))
  }

  static let variables = [
    LayoutVariable("course", .record { courseType }), LayoutVariable("courses", .list(.record { courseType })),
    LayoutVariable("n", .number), LayoutVariable("note", .optional(.text)),
  ]

  static let strings: [String: InterfaceText] = [
    "greeting": "你好，{name}！", "more": "更多", "count": "共 {n} 门",
    "courses": InterfaceText(one: "one course by {name}", other: "{n} courses by {name}"),
  ]

  /// What loading the layouts as page `page.html` reports.
  static func check(_ page: String, partials: [String: String] = [:]) -> [Diagnostic] {
    load(page, partials).diagnostics
  }

  static func load(_ page: String, _ partials: [String: String] = [:]) -> (set: LayoutSet, diagnostics: [Diagnostic]) {
    let files = [("page.html", page)] + partials.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return LayoutSet.load(
      files: files.map { LayoutFile(name: $0.0, path: "layouts/" + $0.0, bytes: Array($0.1.utf8)) },
      signatures: ["page.html": variables], strings: strings, assets: ["portal.css", "portal.js"])
  }

  static func values(_ course: Value = course()) -> [Value] {
    [course, .list([course, course]), .number(Decimal(3)), .none]
  }

  /// The page, or what is wrong.
  static func render(
    _ page: String, partials: [String: String] = [:], course: Value = course(), at place: String = "classes/a/"
  ) -> String {
    let (set, diagnostics) = load(page, partials)
    if let error = diagnostics.first(where: { $0.severity == .error }) { return "\(error.code) \(error.message.en)" }
    var output: [UInt8] = []
    do throws(LayoutError) {
      try set.render(
        "page.html", values(course), page: SitePath(place),
        assets: ["portal.css": SitePath("assets/portal.3f9a.css"), "portal.js": SitePath("assets/portal.77b0.js")],
        into: &output)
      return String(decoding: output, as: UTF8.self)
    } catch { return "\(error.diagnostic.code) \(error.diagnostic.message.en)" }
  }
}
