import Diagnostics
import Expressions
import Testing
import Training
import Values

/// Every kind of scalar: as it should be written, as offices write it, and what it is not.
@Suite struct ScalarTests {
  /// `nil` when the text is refused, else the value as it is kept.
  private func read<V: TextualFieldValue>(_ kind: V.Type, _ text: String, year: Int? = nil) -> V? {
    V(fieldText: text, year: year)
  }

  @Test(arguments: [
    ("0", 0), ("12", 12), ("１２", 12), ("1,200", 1200), ("1，200", 1200), ("12.0", 12), ("-1", nil), ("1.5", nil),
    ("12人", 12), ("１２ 人", 12), ("12元", nil), ("", nil), ("一", nil), ("99999999999999999999", nil), ("1e3", nil),
  ])
  func `whole numbers`(text: String, value: Int?) { #expect(read(Int.self, text) == value) }

  @Test(arguments: [
    "https://x.example", "http://x.example/", "https://x.example/a?b=c&d#e", "https://x.example:8080/课程/1",
    "https://[::1]/a", "https://云书院.example/",
  ])
  func `addresses of pages elsewhere`(text: String) { #expect(read(LinkAddress.self, text)?.fieldText == text) }

  @Test(arguments: [
    "x.example", "www.x.example/", "https:/x.example", "https://", "https:///a", "https://?a", "ftp://x.example",
    "javascript:alert(1)", "https://x.example/a b", "https://x.example/\"a", "https://x.example/<a>",
    "https://x.example，",
    "见https://x.example", "https://x.example/{path}", "HTTPS：//x.example", "https://x.example/\u{3000}",
  ])
  func `what is no address`(text: String) { #expect(read(LinkAddress.self, text) == nil) }

  @Test(arguments: [
    ("https://x.example/edit/{path}", "https://x.example/edit/a.md"),
    ("https://x.example/?p={path}&e", "https://x.example/?p=a.md&e"),
    ("https://x.example/edit/", nil), ("https://x.example/{path}/{path}", nil),
    ("https://x.example/{file}/{path}", nil),
    ("{path}", nil), ("https://{path}", nil), ("https://x.example/{path} ", nil),
  ])
  func `addresses with a place for a path`(text: String, address: String?) {
    #expect(read(AddressPattern.self, text)?.address(of: "a.md") == address)
  }

  @Test func `what is wrong with a time is said`() {
    #expect(TimeRange.reason(against: "11:30-09:00")?.zh == "“11:30-09:00”的结束时间不晚于开始时间")
    #expect(TimeRange.reason(against: "晚7点")?.zh.contains("24小时制") == true)
    #expect(TimeRange.reason(against: "19:00-25:00") == nil)
  }

  @Test(arguments: [
    ("90", "90"), ("90分钟", "90"), ("90 分钟", "90"), ("９０", "90"), ("90 min", "90"), ("1,125", "1125"), ("90.5", nil),
    ("1.5小时", nil), ("90秒", nil), ("-90", nil), ("", nil),
  ])
  func `minutes are whole`(text: String, value: String?) {
    #expect(read(Minutes.self, text)?.number.description == value)
  }

  @Test(arguments: [
    ("16", "16"), ("16学时", "16"), ("16 学时", "16"), ("2.25", "2.25"), ("2.255", nil), ("16小时", nil), ("十六", nil),
  ])
  func `class hours`(text: String, value: String?) { #expect(read(ClassHours.self, text)?.number.description == value) }

  @Test(arguments: [("8 h", "8"), ("8h", "8"), ("8小时", "8"), ("8", "8"), ("0.5", "0.5"), ("8学时", nil), ("8 m", nil)])
  func `hours of the clock`(text: String, value: String?) {
    #expect(read(Hours.self, text)?.number.description == value)
  }

  @Test(arguments: [("1.5", "1.5"), ("6学分", "6"), ("0", "0"), ("1.55", nil), ("-1", nil)])
  func `credits have one digit behind the point`(text: String, value: String?) {
    #expect(read(Credits.self, text)?.number.description == value)
  }

  @Test(arguments: [("15", "15"), ("15分", "15"), ("14.5", "14.5"), ("14.55", nil), ("15分钟", nil), ("A", nil)])
  func points(text: String, value: String?) { #expect(read(Points.self, text)?.number.description == value) }

  @Test(arguments: [
    ("98%", "98"), ("98.25%", "98.25"), ("98％", "98"), ("９８％", "98"), ("0%", "0"), ("100%", "100"), ("98", nil),
    ("0.98", nil), ("101%", nil), ("-1%", nil), ("98.255%", nil), ("%", nil),
  ])
  func `a percentage has its sign and is at most a hundred`(text: String, value: String?) {
    #expect(read(Percent.self, text)?.number.description == value)
  }

  @Test(arguments: [
    ("1800元", "1800"), ("1800", "1800"), ("1,800.50元", "1800.5"), ("1800元/人", "1800"), ("CNY", nil), ("1.005元", nil),
    ("1800美元", nil),
  ])
  func `money is counted to the fen`(text: String, value: String?) {
    #expect(read(Money.self, text)?.number.description == value)
  }

  @Test(arguments: [
    ("120", "120"), ("120人", "120"), ("约120", "约120"), ("约 120 人", "约120"), ("全员", "全员"), ("1,200", "1200"),
    ("全员（5,230）", "全员（5230人）"), ("全员(5230人)", "全员（5230人）"), ("全员5230人", "全员（5230人）"), ("全员（）", nil),
    ("全员（约5000人）", nil), ("全员教师", nil),
    ("大约120", nil), ("约", nil), ("-3", nil), ("1.5", nil),
  ])
  func `head counts`(text: String, value: String?) { #expect(read(HeadCount.self, text)?.text == value) }

  @Test(arguments: [
    ("82.4%", "82.4%"), ("82.4％", "82.4%"), ("3.81", "3.81"), ("100%", "100%"), ("100.1%", nil), ("4,826", "4826"),
    ("-1", nil), ("三成", nil), ("3.81分", nil),
  ])
  func `figures of a survey`(text: String, value: String?) {
    #expect(read(SurveyFigure.self, text)?.fieldText == value)
  }

  @Test(arguments: [
    ("2026-09-01", "2026-09-01"), ("2026-9-1", "2026-09-01"), ("2026/9/1", "2026-09-01"), ("2026.9.1", "2026-09-01"),
    ("2026年9月1日", "2026-09-01"), ("２０２６／９／１", "2026-09-01"), ("2026/9/1 0:00", "2026-09-01"),
    ("2024-02-29", "2024-02-29"), ("2026-02-29", nil), ("2026-02-30", nil),
    ("2026-13-01", nil), ("2026-00-10", nil), ("2026-09-31", nil), ("26-09-01", nil), ("2026-09", nil), ("9月1日", nil),
    ("46266", nil), ("2026-09-01 08:00", nil), ("", nil), ("2026-09-01-02", nil),
  ])
  func dates(text: String, value: String?) { #expect(read(CalendarDate.self, text)?.description == value) }

  @Test(arguments: [
    ("19:00-21:00", "19:00–21:00"), ("9:00—11:30", "9:00–11:30"), ("19：00～21：00", "19:00–21:00"), ("09:00", "9:00"),
    ("22:00-24:00", "22:00–24:00"), ("19:00至21:00", "19:00–21:00"), ("25:70", nil), ("24:01", nil), ("19:60", nil),
    ("21:00-19:00", nil), ("19:00-19:00", nil), ("19-21", nil), ("7:0", nil), ("", nil), ("1:00-2:00-3:00", nil),
    ("+9:00", nil), ("9:+1", nil),
  ])
  func `times of day`(text: String, value: String?) { #expect(read(TimeRange.self, text)?.text == value) }

  @Test(arguments: [
    ("2026-09-22 17:30", "2026-09-22 17:30"), ("2026-09-22T17:30", "2026-09-22 17:30"),
    ("2026年9月22日 17：30", "2026-09-22 17:30"), ("2026-09-30 24:00", "2026-09-30 24:00"), ("2026-09-22", nil),
    ("17:30", nil), ("2026-09-22 25:00", nil), ("2026-02-30 10:00", nil),
  ])
  func moments(text: String, value: String?) {
    #expect(read(Moment.self, text).map { "\($0.date) \($0.time.text)" } == value)
  }

  @Test(arguments: [
    ("2026-09-24", "9月24日 2026-09-24 2026-09-24"), ("2026-08-15..2026-09-30", "8月15日—9月30日 2026-08-15 2026-09-30"),
    ("2026-09-10..2026-09-15", "9月10日—15日 2026-09-10 2026-09-15"), ("2026-04", "4月 2026-04-01 2026-04-30"),
    ("4月", "4月 2026-04-01 2026-04-30"), ("2026-02 下旬", "2月下旬 2026-02-21 2026-02-28"),
    ("7月 上中旬", "7月上中旬 2026-07-01 2026-07-20"), ("全年", "全年 2026-01-01 2026-12-31"),
    ("7月上中旬", "7月上中旬 2026-07-01 2026-07-20"),
    ("2027 全年", "全年 2027-01-01 2027-12-31"), ("2026-09-30..2026-08-15", nil), ("2026-13", nil), ("13月", nil),
    ("7月 初", nil), ("待定", nil), ("", nil), ("2026-09-10..", nil), ("7月 上旬 左右", nil),
    ("4月底前", "4月底前 2026-04-01 2026-04-30"), ("2026-05 底前", "5月底前 2026-05-01 2026-05-31"),
    ("2月底", "2月底 2026-02-28 2026-02-28"), ("2028年2月底", "2月底 2028-02-29 2028-02-29"),
    ("上半年", "上半年 2026-01-01 2026-06-30"), ("2027 下半年", "下半年 2027-07-01 2027-12-31"),
    ("4—5月", "4—5月 2026-04-01 2026-05-31"), ("4-5月", "4-5月 2026-04-01 2026-05-31"),
    ("4月至5月", "4月至5月 2026-04-01 2026-05-31"), ("2027年4～5月", "4~5月 2027-04-01 2027-05-31"),
    ("8月中旬—9月底", "8月中旬—9月底 2026-08-11 2026-09-30"), ("2027 10月 — 12月", "10月—12月 2027-10-01 2027-12-31"),
    ("2026年4月", "4月 2026-04-01 2026-04-30"), ("2026 4月", "4月 2026-04-01 2026-04-30"),
    ("5—4月", nil), ("4—4月", nil), ("4—13月", nil), ("4—5", nil), ("4—", nil), ("—5月", nil), ("4—5—6月", nil),
    ("4月底前—5月", nil), ("月底", nil), ("4月底后", nil), ("半年", nil), ("上半年底", nil), ("暑假", nil), ("1 2月", nil),
    ("202 6月", nil), ("12月—1月", nil), ("2026", nil), ("2026-07-", nil),
  ])
  func `spans of time in a plan of 2026`(text: String, value: String?) {
    #expect(read(TimeSpan.self, text, year: 2026).map { "\($0.text) \($0.first) \($0.last)" } == value)
  }

  @Test(arguments: [
    "2026-09-24", "2026-08-15..2026-09-30", "2026-04", "2026-07 上中旬", "2026-04 底前", "2026-02 底", "2026 4—5月",
    "2026 8月中旬—9月底", "2026 4月上旬—4月底", "2026 上半年", "2026 全年",
  ])
  func `a span is written as it is read back, whatever the year of its plan`(text: String) throws {
    let span = try #require(read(TimeSpan.self, text, year: 1999))
    #expect(span.fieldText == text && read(TimeSpan.self, span.fieldText, year: nil) == span)
  }

  @Test func `school holidays are to be days, as every place has its own`() {
    #expect(TimeSpan.reason(against: "暑假")?.zh.contains("日期") == true && TimeSpan.reason(against: "初夏") == nil)
    for form in ["4月底前", "4—5月", "上半年"] { #expect(TimeSpan.example.contains(form)) }
  }

  @Test func `a bare month needs a plan's year`() { #expect(read(TimeSpan.self, "4月") == nil) }

  @Test(arguments: [
    ("xueke-lijie-01", true), ("a", true), ("0", true), ("", false), ("-a", false), ("a-", false), ("a--b", false),
    ("A", false), ("a_b", false), ("学科", false), ("a b", false), ("a/b", false), ("..", false),
    (String(repeating: "a", count: 64), true), (String(repeating: "a", count: 65), false),
  ])
  func `ids become part of addresses`(text: String, isRight: Bool) {
    #expect((read(Identifier.self, text) != nil) == isRight)
  }

  @Test(arguments: [
    ("皖教师〔2013〕16号", "皖教师〔2013〕16号"), ("皖教师[2013]16号", "皖教师〔2013〕16号"), ("皖教师（2013）16号", "皖教师〔2013〕16号"),
    ("皖教师【2013】16号", "皖教师〔2013〕16号"), ("〔2013〕16号", nil), ("皖教师〔13〕16号", nil), ("皖教师〔2013〕号", nil),
    ("皖教师〔2013〕16", nil), ("皖教师2013年16号", nil), ("皖教师〕2013〔16号", nil),
  ])
  func `document numbers`(text: String, value: String?) { #expect(read(DocumentNumber.self, text)?.text == value) }

  @Test(arguments: [
    ("true", true), ("false", false), ("是", true), ("否", false), ("yes", true), ("no", false), ("True", nil),
    ("1", nil),
  ])
  func `yes or no`(text: String, value: Bool?) { #expect(read(Bool.self, text) == value) }

  @Test func `titles are cut at the long dash`() {
    #expect(Title.parts(of: "单元备课——从目标说起").main == "单元备课")
    #expect(Title.parts(of: "单元备课——从目标说起").subtitle == "从目标说起")
    #expect(Title.parts(of: "单元备课—目标").subtitle == nil)
  }
}
