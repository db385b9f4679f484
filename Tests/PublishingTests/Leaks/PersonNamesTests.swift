import Diagnostics
import Files
import Foundation
import PortalTestSupport
import Publishing
import TestSupport
import Testing
import Training

/// Names and numbers of rosters in what is published (PV01–PV06, PV10). All are invented.
@Suite struct PersonNamesTests {
  private static let head = "学员编号,姓名,单位,身份证号,手机,QQ\n"

  /// What the private folder says of `names`.
  private static func people(_ names: [String]) -> [Person] {
    let rows = names.enumerated().map { "T\($0),\($1),,,,\n" }.joined()
    return PrivateFolder([("2026/yuancheng/roster.csv", Array((head + rows).utf8))], jobs: 1).rosters.flatMap(\.rows)
  }

  private static func scan(_ names: [String], _ edit: (inout OneFilePortal) -> Void = { _ in }) -> PersonNames {
    var portal = SmallPortal.content
    edit(&portal)
    return PersonNames(people(names), ModelRun(portal).model)
  }

  private static let small = scan(["贺寒声", "任明", "高明", "欧阳若水", "阿依古丽·买买提", "Li Wei", "戚未央", "沈知远", "于娟"])

  private static func lines(_ text: String, _ path: String = "a/index.html") -> [Int] {
    small.lines(in: text.utf8Span.span, path: path)
  }

  @Test(arguments: [
    "请联系贺寒声补交材料", "<td>任明</td>", "请联系任明补交材料", "<td>高明</td>", "高明老师", "贺 寒 声", "贺　寒　声", "贺&nbsp;寒&#22768;",
    "贺<b>寒</b>声", "贺<!-- -->寒声", "<img alt=\"贺寒声\">", "<!-- 贺寒声 -->", "贺\u{200B}寒声", "任\u{AD}明补交", "欧阳若水", "阿依古丽·买买提",
    "Li Wei", "LiWei", "\\u8d3a\\u5bd2\\u58f0", "%E8%B4%BA%E5%AF%92%E5%A3%B0", "&#x8d3a;&#23506;声", "贺\r\n 寒声", "“任明”",
    "阿依古丽•买买提", "阿依古丽．买买提", "阿依古丽.买买提", "阿依古丽买买提", "贺\u{FE00}寒声", "贺寒\u{E0100}声", "贺\u{202D}寒声",
    "学员：任明、高明", "<a href=\"/x\">任</a><span>明</span>补交", "一、高明",
  ])
  func `a name is found however it is written`(text: String) { #expect(!Self.lines(text).isEmpty) }

  @Test(arguments: [
    "责任明确", "高明的做法", "水平高明显", "贺寒", "寒声", "<p>任</p><p>明</p>", "<td>任</td><td>明</td>", "负责任。明天", "很高 明天",
    "LiWeibo", "ALi Wei", "贺——寒声", "任务明", "于明", "班主任明天到", "提高明确度", "阿依古丽、买买提", "",
  ])
  func `what only has the same characters is none`(text: String) { #expect(Self.lines(text) == []) }

  @Test func `experts are named everywhere, those of a list on its notice alone`() {
    #expect(Self.lines("沈知远讲课") == [])
    #expect(Self.lines("于娟", "notices/2026-09-16-gongshi/index.html") == [])
    #expect(Self.lines("于娟", "help/index.html") == [1])
  }

  @Test func `of two names the longer is read`() {
    let scan = Self.scan(["沈知", "贺寒", "贺寒声"])
    #expect(scan.lines(in: "沈知远".utf8Span.span, path: "a.html") == [])
    #expect(scan.lines(in: "贺寒声\n贺寒来".utf8Span.span, path: "a.html") == [1, 2])
  }

  @Test func `lines are counted`() { #expect(Self.lines("一\n任明\n\n贺寒声，戚未央") == [2, 4, 4]) }

  /// Family and given names by how common they are, and their order of rank.
  private static func drawn(_ count: Int, seed: UInt64) -> [String] {
    let family = Array(
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤")
    let given = Array(
      "英华文玉秀明伟红丽芳静敏军强磊洋勇艳杰娟涛超兰霞平刚桂国春海志建永金梅小晓云莉林荣辉波清燕玲雪洁宁欣佳婷琳鑫宇浩然子俊凯峰鹏飞龙斌成东新立德光祥生福贵安庆忠义仁信瑞雅慧颖倩琪思雨彤萱怡梦诗涵睿轩博学远航正方圆")
    var generator = SeededGenerator(seed: seed)
    func pick(_ characters: [Character]) -> Character {
      // The product of two draws prefers the front as real frequencies do.
      let first = Double.random(in: 0..<1, using: &generator)
      return characters[Int(first * first * Double(characters.count))]
    }
    return (0..<count).map { _ in
      let short = Int.random(in: 0..<5, using: &generator) == 0
      return String([pick(family), pick(given)]) + (short ? "" : String(pick(given)))
    }
  }

  /// Ways in which somebody ends in a text, of which none is a chance.
  private static let places: [@Sendable (String) -> (path: String, text: String)] = [
    { name in ("a.html", "<p>请联系\(name)补交材料。</p>") }, { name in ("a.html", "<td>\(name)</td>") },
    { name in ("a.html", "<h2>\(name)</h2>") }, { name in ("a.html", "<p>学员\(name)，第三组</p>") },
    { name in ("a.html", "<p>\(name)老师的课</p>") },
    { name in ("a.html", "<p>“\(name)”</p>") }, { name in ("a.html", "<img alt=\"\(name)在讲课\">") },
    { name in ("a.html", "<a title=\"\(name)\">x</a>") }, { name in ("a.html", "<!-- \(name) -->") },
    { name in ("a.html", "<title>\(name)</title>") }, { name in ("a.html", "<meta content=\"\(name)的心声\">") },
    { name in ("a.html", "<p>\(name.prefix(1))<em>\(name.dropFirst())</em>补交</p>") },
    { name in ("a.html", "<p>\(name.unicodeScalars.map { "&#\($0.value);" }.joined())</p>") },
    { name in ("a.html", "<a href=\"?q=\(percent(name))\">x</a>") },
    { name in ("a.html", "<li>\(spaced(name, " "))</li>") },
    { name in ("a.csv", "1,\(name),一中\n") }, { name in ("a.csv", "\"\(spaced(name, "　"))\",一中\n") },
    { name in ("a.json", "{\"name\": \"\(name)\"}") },
    { name in ("a.json", "[\"\(name.utf16.map { "\\u" + String($0, radix: 16) }.joined())\"]") },
    { name in ("a.ics", "ATTENDEE;CN=\(name):mailto:x\r\n") },
    { name in ("a.ics", "DESCRIPTION:请联系\(name.prefix(1))\r\n \(name.dropFirst())补交\r\n") },
    { name in ("a.svg", "<text>\(name.prefix(1))<tspan>\(name.dropFirst())</tspan></text>") },
    { name in ("a.svg", "<desc>\(name)</desc>") }, { name in ("a.xml", "<author>\(name)</author>") },
    { name in ("a.txt", "辅导：\(name)\n") }, { name in ("a.js", "var a='\(name)';") },
    { name in ("a.css", "a::after{content:\"\(name)\"}") },
    { name in ("", "files/\(name).pdf") }, { name in ("", "files/\(name)的作业/index.html") },
    { name in ("a.html", "<p>\(name)\u{200B}，一中</p>") },
  ]

  private static func percent(_ name: String) -> String {
    name.utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
  }

  private static func spaced(_ name: String, _ blank: String) -> String {
    name.map(String.init).joined(separator: blank)
  }

  @Test func `a thousand names are found in each of thirty places`() {
    // A name that is a word as well is found where it stands alone or with a title, which is not so everywhere here.
    let names = Set(Self.drawn(1_100, seed: 3)).sorted()
    let scan = Self.scan(names)
    var missed: [String: Set<Int>] = [:]
    for name in names {
      for (index, place) in Self.places.enumerated() {
        let (path, text) = place(name)
        if scan.lines(in: text.utf8Span.span, path: path).isEmpty { missed[name, default: []].insert(index) }
      }
    }
    #expect(names.count >= 1_000)
    #expect(missed.count <= names.count / 100, "\(missed)")
    // In cells, lists, tables, calendars and titles even those are found.
    #expect(missed.values.allSatisfy { $0.isSubset(of: [0, 3, 6, 10, 11, 20, 28]) }, "\(missed)")
  }

  private func build(
    _ portal: OneFilePortal, roster: String, at folder: String = "/private", scores: String? = nil
  ) -> (result: BuildResult, files: MemoryFiles) {
    let files = MemoryFiles()
    for (path, bytes) in portal.files { files.put("/office/portal/" + path, bytes) }
    files.put(folder + "/2026/yuancheng/roster.csv", Array((Self.head + roster).utf8))
    if let scores { files.put(folder + "/2026/yuancheng/scores.csv", Array(scores.utf8)) }
    var request = BuildRequest(root: "/office/portal", jobs: 2, version: "test")
    request.publishes = false
    request.privateFolder = folder
    return (SiteBuild.run(request, in: .fixed(files: files)), files)
  }

  private func found(_ result: BuildResult) -> [String] {
    result.diagnostics.inPrintingOrder().filter { $0.severity == .error }
      .map { "\($0.code) \($0.location?.path ?? "") \($0.message.zh)" }
  }

  private static let help = "content/help/denglu.md"
  private static let row = "T1000001,贺寒声,临江县第一中学,110101199001011234,0500-8888123,88123456\n"

  @Test func `a portal that names nobody of the roster is built as without`() throws {
    #expect(found(build(SmallPortal.whole, roster: Self.row).result) == [])
  }

  @Test func `a name, and numbers that only the roster knows, stop the build`() throws {
    let portal = try SmallPortal.whole.edited(
      Self.help, "打开云书院。", "打开云书院。\n\n找贺*寒*声，110101199001011234，0500 8888123，88123456。")
    let (result, _) = build(portal, roster: Self.row)
    #expect(
      Set(found(result)) == [
        "PV06 \(Self.help) 第 8 行有花名册里的人的姓名，没有公开的依据", "PV01 \(Self.help) 第 8 行有身份证号，不能发布",
        "PV02 \(Self.help) 第 8 行有手机号，不能发布", "PV04 \(Self.help) 第 8 行有QQ 或微信号，不能发布",
      ])
    for diagnostic in result.diagnostics {
      for value in ["贺", "110101", "8888", "8812"] { #expect(!"\(diagnostic)".contains(value), "\(diagnostic)") }
    }
  }

  @Test(arguments: [
    ("content/help/files/贺寒声.csv", "学校\n一中\n", "PV10 site/help/files/•••.csv"),
    ("content/help/files/a.csv", "学校,姓名\n一中,贺寒声\n", "PV06 content/help/files/a.csv"),
    (
      "content/help/files/a.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><desc>贺寒声</desc></svg>",
      "PV06 content/help/files/a.svg"
    ),
    ("content/help/files/a.json", "{\"a\": \"\\u8d3a\\u5bd2\\u58f0\"}", "PV06 content/help/files/a.json"),
    ("content/help/files/a.txt", "贺寒声", "PV06 content/help/files/a.txt"),
    ("layouts/assets/a.js", "// 贺寒声", "PV06 site/assets/"),
  ])
  func `files beside the pages are looked through`(path: String, text: String, told: String) throws {
    var portal = SmallPortal.whole
    portal[path] = text
    let messages = found(build(portal, roster: Self.row).result)
    #expect(messages.count == 1 && messages[0].hasPrefix(told), "\(messages)")
  }

  @Test func `an attachment in the encoding of old spreadsheets is read`() throws {
    var portal = SmallPortal.whole
    // 姓名\n贺寒声 in GBK.
    portal.files["content/help/files/a.csv"] = [0xD0, 0xD5, 0xC3, 0xFB, 0x0A, 0xBA, 0xD8, 0xBA, 0xAE, 0xC9, 0xF9, 0x0A]
    #expect(found(build(portal, roster: Self.row).result).map { $0.prefix(4) } == ["PV06"])
  }

  @Test(arguments: ["names.docx", "names.xls", "names.pdf"])
  func `documents are looked through`(name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    var portal = SmallPortal.whole
    portal.files["content/help/files/" + name] = Array(
      try Data(contentsOf: folder.appending(path: "Documents/" + name)))
    let messages = found(build(portal, roster: "T1,丁亦然,,,,\n").result)
    #expect(messages.count == 1 && messages[0].hasPrefix("PV06 site/help/files/" + name), "\(messages)")
  }

  @Test func `what privacy.yml releases may be named`() throws {
    var portal = try SmallPortal.whole.edited(Self.help, "打开云书院。", "打开云书院，问贺寒声。")
    portal["content/privacy.yml"] = "releases:\n  - {value: 贺寒声, reason: 本人同意，2026年9月1日}\n"
    #expect(found(build(portal, roster: Self.row).result) == [])
  }

  @Test func `a folder within the repository is refused, and what is wrong in it is told without values`() {
    #expect(
      found(build(SmallPortal.whole, roster: Self.row, at: "/office/portal/private").result).map { $0.prefix(4) } == [
        "PV05"
      ])
    let wrong = build(SmallPortal.whole, roster: Self.row, scores: "学员编号,考核方案,项目,分项,成绩\nT9,ceshi,a,,1\n").result
    #expect(found(wrong) == ["SC08  yuancheng 的成绩第 2 行：花名册里没有这个编号"])
  }
}
