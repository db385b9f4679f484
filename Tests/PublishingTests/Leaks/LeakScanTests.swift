import Publishing
import TestSupport
import Testing

/// Numbers and addresses of persons in what is published. Every number here is made by the test: none is anybody's.
@Suite struct LeakScanTests {
  private let scan = LeakScan(allowed: ["0591-8888 6666", "138 0000 1234", "jiaoshi@163.com"])

  private func kinds(_ text: String, path: String = "a/index.html") -> [Leak.Kind] {
    scan.leaks(in: text.utf8Span.span, path: path).map(\.kind)
  }

  // MARK: Invented numbers

  private static func identity(_ random: inout SeededGenerator) -> String {
    let area = ["110101", "350102", "440305", "510104", "650102", "330106"].randomElement(using: &random) ?? ""
    let month = Int.random(in: 1...12, using: &random), day = Int.random(in: 1...28, using: &random)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let head =
      area + "\(Int.random(in: 1950...2015, using: &random))" + two(month) + two(day)
      + "\(Int.random(in: 100...999, using: &random))"
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(head.utf8, weights).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
    return head + ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
  }

  private static func mobile(_ random: inout SeededGenerator) -> String {
    "1\(Int.random(in: 3...9, using: &random))\(Int.random(in: 100_000_000...999_999_999, using: &random))"
  }

  private static func card(_ random: inout SeededGenerator) -> String {
    let head = "622\(Int.random(in: 100_000_000_000_000...999_999_999_999_999, using: &random))"
    for last in 0...9 where isLuhn(head + "\(last)") { return head + "\(last)" }
    return head
  }

  private static func isLuhn(_ number: String) -> Bool {
    number.utf8.reversed().enumerated().reduce(0) { sum, digit in
      let value = (Int(digit.element) - 48) * (digit.offset % 2 == 1 ? 2 : 1)
      return sum + value / 10 + value % 10
    } % 10 == 0
  }

  /// As people, programs and evaders write a number.
  private static let forms: [(name: String, path: String, write: @Sendable (String) -> String)] = [
    ("prose", "a.html", { "<p>电话\($0)，请勿外传。</p>" }),
    ("full-width", "a.html", { "<p>" + wide($0) + "</p>" }),
    ("groups", "a.html", { "<td>\(grouped($0, " "))</td>" }),
    ("hyphens", "a.html", { "<td>\(grouped($0, "-"))</td>" }),
    ("dashes", "a.html", { "<td>\(grouped($0, "–"))</td>" }),
    ("one by one", "a.html", { "<p>" + $0.map(String.init).joined(separator: " ") + "</p>" }),
    ("emphasis", "a.html", { "<p>\($0.prefix(3))<strong>\($0.dropFirst(3))</strong></p>" }),
    ("each in a tag", "a.html", { "<p>" + $0.map { "<span class=\"x\">\($0)</span>" }.joined() + "</p>" }),
    ("references", "a.html", { "<p>" + $0.utf8.map { "&#\($0);" }.joined() + "</p>" }),
    ("hexadecimal references", "a.html", { "<p>" + $0.utf8.map { "&#x\(String($0, radix: 16));" }.joined() + "</p>" }),
    ("zero width", "a.html", { "<p>" + $0.map(String.init).joined(separator: "\u{200B}") + "</p>" }),
    ("comment between", "a.html", { "<p>\($0.prefix(5))<!-- x -->\($0.dropFirst(5))</p>" }),
    ("attribute", "a.html", { "<img alt=\"\($0)\" src=\"x.png\">" }),
    ("attribute of a tag that a number passes", "a.html", { "<p>12<a href=\"x\" title='\($0)'>34</a></p>" }),
    ("script", "a.html", { "<script type=\"application/ld+json\">{\"telephone\":\"\($0)\"}</script>" }),
    ("csv", "a.csv", { "序号,内容\n1,\($0)\n" }), ("quoted", "a.csv", { "\"\($0)\",x\r\n" }),
    ("json", "a.json", { "{\"a\":[\"\($0)\"]}" }), ("ics", "a.ics", { "DESCRIPTION:问 \($0)\\, 谢谢\r\n" }),
    ("svg", "a.svg", { "<svg><text>\($0.prefix(4))<tspan>\($0.dropFirst(4))</tspan></text></svg>" }),
    ("text", "a.txt", { $0 }), ("utf-16", "a.csv", { $0.map { "\($0)\0" }.joined() }),
  ]

  private static func wide(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.compactMap { 48...57 ~= $0.value ? Unicode.Scalar($0.value + 0xFEE0) : $0 }))
  }

  private static func grouped(_ text: String, _ joiner: String) -> String {
    let sizes = text.count == 11 ? [3, 4, 4] : text.count == 18 ? [6, 8, 4] : [4, 4, 4, 4, 3]
    var rest = text[...]
    return sizes.map { size in
      defer { rest = rest.dropFirst(size) }
      return String(rest.prefix(size))
    }.joined(separator: joiner)
  }

  @Test(arguments: forms.indices)
  func `numbers are found however they are written`(form: Int) {
    let (name, path, write) = Self.forms[form]
    var random = SeededGenerator(seed: UInt64(form))
    for _ in 0..<50 {
      for (kind, number) in [
        (Leak.Kind.identity, Self.identity(&random)), (.mobile, Self.mobile(&random)), (.card, Self.card(&random)),
      ] {
        let text = "<p>前文</p>\n" + write(number) + "\n<p>后文 2026-09-01</p>"
        #expect(scan.leaks(in: text.utf8Span.span, path: path).map(\.kind) == [kind], "\(name): \(text)")
        #expect(scan.leaks(in: text.utf8Span.span, path: path).first?.line ?? 0 > 1)
      }
    }
  }

  @Test(arguments: [
    ("学籍号 G110101199003070011", Leak.Kind.identity), ("110101900307001", .identity), ("电话：+86 139 1234 5678", .mobile),
    ("8613912345678", .mobile), ("013912345678", .mobile), ("QQ：123456789", .chat), ("QQ群号 87654321", .chat),
    ("微信号：wx_abc123", .chat), ("微信: abcdef-1", .chat), ("联系 lisi.88@QQ.com。", .mail), ("mailto:x@gmail.com", .mail),
    ("139<br>12345678", nil), ("<td>139</td><td>12345678</td>", nil), ("139\n12345678", nil), ("139  12345678", nil),
    ("a13912345678b", nil), ("1391234567890", nil), ("site-13912345678abc.css", nil), ("12912345678", nil),
    ("微信扫一扫：abc12345号", nil), ("FAQQ：123456789", nil), ("jy@linjiang.example.gov.cn", nil), ("JIAOSHI@163.com", nil),
    ("138-0000-1234", nil), ("0591-88886666", nil), ("110101199013070011", nil), ("990101199003070011", nil),
    ("2026 10 19 17 30 00", nil), ("1、3、8 0 0 1 3 8", nil), ("20261019173000", nil),
  ])
  func `forms and near misses`(text: String, kind: Leak.Kind?) {
    #expect(kinds(text) == [kind].compactMap(\.self), "\(text)")
  }

  @Test func `innocent numbers give no alarm`() {
    var random = SeededGenerator(seed: 7)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    for round in 0..<10_000 {
      let text: String
      switch round % 12 {
      case 0: text = "2026-\(number(10...12))-\(number(10...28)) \(number(10...23)):\(number(10...59))"
      case 1: text = "教师函〔2026〕\(number(1...900))号"
      case 2: text = "\(number(1...9)),\(number(100...999)),\(number(100...999)).\(number(10...99)) 元"
      case 3: text = "ISBN 978-7-\(number(100...999))-\(number(10_000...99_999))-\(number(0...9))"
      case 4: text = "yc-linjiang-xx-\(number(1...99))/\(number(10...99))"
      case 5: text = "0\(number(10...99))-\(number(10_000_000...99_999_999)) 转 \(number(100...999))"
      case 6: text = "DTSTART:2026\(number(10...12))\(number(10...28))T\(number(10...23))3000Z"
      case 7: text = "<td>\(number(1...99))</td><td>\(number(1000...9999))</td><td>\(number(1000...9999))</td>"
      case 8:
        text =
          "\(number(1...9)) \(number(1...99)) \(number(1...99)) \(number(1...99)) \(number(1...99)) \(number(1...99))"
      case 9: text = "京2026\(number(100_000...999_999))号证书"
      case 10: text = "app-\(String(number(0...Int.max), radix: 16))\(String(number(0...Int.max), radix: 16)).js"
      default: text = "\(number(2000...2030))—\(number(2000...2030)) 学年，\(number(1...9999)) 人，\(number(1...100))%"
      }
      #expect(kinds(text) == [], "\(text)")
    }
  }

  @Test func `any bytes are read to their end`() {
    var random = SeededGenerator(seed: 3)
    let pieces = [
      "1", "39", " ", "-", "<b>", "</b>", "<td", ">", "&#49;", "&#", "&nbsp;", "@", "qq.com", "微信", "：", "\u{FF11}",
      "X", "\0", "a",
    ]
    for _ in 0..<2_000 {
      let text = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      var bytes = Array(text.utf8)
      if !bytes.isEmpty {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      for leak in scan.leaks(in: bytes.span, path: "a.html") { #expect(leak.line > 0) }
    }
  }

  @Test func `long runs take no longer than their length`() {
    for piece in ["1", "1 ", "1<b>", "1<b ", "1<!--", "<b ", "1<b></b>", "<b>1", "&#49;", "1-", "@", "微信：", "QQ1"] {
      let bytes = Array(String(repeating: piece, count: 20_000).utf8)
      #expect(scan.leaks(in: bytes.span, path: "a.html").count <= 20_000)
    }
  }
}
