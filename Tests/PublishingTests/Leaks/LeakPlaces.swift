import Foundation

/// A kind of place of a portal in which what is personal may end.
struct LeakPlace: Sendable, CustomStringConvertible {
  /// What is planted: a name, or one of the numbers.
  enum Datum: CaseIterable, Sendable {
    case name, mobile, identity, card

    /// The code that says so.
    var code: String {
      switch self {
      case .name: "PV06"
      case .mobile: "PV02"
      case .identity: "PV01"
      case .card: "PV03"
      }
    }

    func value(of person: InventedPerson) -> String {
      switch self {
      case .name: person.name
      case .mobile: person.mobile
      case .identity: person.identity
      case .card: person.card
      }
    }
  }

  let description: String
  /// What may stand there.
  var data: [Datum] = Datum.allCases
  /// The code, where it is not that of the datum.
  var code: String?
  /// Path of the file below `content/`, without its number and what is planted in it.
  let file: String
  /// The file with `value` planted in it.
  let bytes: @Sendable (_ value: String) -> [UInt8]
  /// Whether the value stands in the name of the file.
  var isInName = false

  /// The path of the file with this number.
  func path(_ number: Int, _ value: String) -> String {
    let dot = file.lastIndex(of: ".") ?? file.endIndex
    return "content/" + file[..<dot] + "-\(number)" + (isInName ? "-" + value : "") + file[dot...]
  }

  // MARK: All of them

  static let all: [LeakPlace] = texts + heads + attachments

  /// A page of help with this text.
  private static func page(_ text: String, title: String = "怎样登录", summary: String = "一步一步。") -> [UInt8] {
    Array("---\ntitle: \(title)\nsummary: \(summary)\norder: 9\n---\n打开云书院。\n\n\(text)\n".utf8)
  }

  private static func text(
    _ description: String, _ data: [Datum] = Datum.allCases, _ text: @escaping @Sendable (String) -> String
  ) -> LeakPlace {
    LeakPlace(
      description: description, data: data,
      file: "help/wenzi\(abs(description.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) % 100_003 })).md"
    ) {
      page(text($0))
    }
  }

  private static let numbers: [Datum] = [.mobile, .identity, .card]

  /// The characters of a value with something between them.
  private static func spread(_ value: String, _ between: String) -> String {
    value.map(String.init).joined(separator: between)
  }

  /// Digits in groups as people write them.
  private static func grouped(_ value: String, _ between: String) -> String {
    let lengths = value.count == 11 ? [3, 4, 4] : value.count == 18 ? [6, 8, 4] : [4, 4, 4, 4, 3]
    var rest = Substring(value)
    return lengths.map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }.joined(separator: between)
  }

  private static func wide(_ value: String) -> String {
    String(String.UnicodeScalarView(value.unicodeScalars.compactMap { UnicodeScalar($0.value + 0xFEE0) }))
  }

  private static func percent(_ value: String) -> String {
    value.utf8.map { $0 < 0x80 ? String(UnicodeScalar($0)) : "%" + String($0, radix: 16, uppercase: true) }.joined()
  }

  private static let texts: [LeakPlace] = [
    text("prose") { "请联系\($0)补交材料。" }, text("full-width digits", numbers) { "请拨\(wide($0))。" },
    text("digits parted by blanks", numbers) { "号码：\(grouped($0, " "))。" },
    text("digits parted by hyphens", numbers) { "号码：\(grouped($0, "-"))。" },
    text("digits parted by wide blanks", numbers) { "号码：\(grouped($0, "\u{3000}"))。" },
    text("parted by emphasis") { "请联系\($0.prefix(2))**\($0.dropFirst(2))**，补交材料。" },
    text("character references") {
      "请联系\($0.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined())，谢谢。"
    },
    text("soft hyphens") { "请联系\(spread($0, "&shy;"))，谢谢。" },
    text("heading") { "## 联系\($0)" }, text("text of a link") { "见[\($0)](https://example.org/)。" },
    text("address of a link") { "见[这里](https://example.org/?q=\(percent($0)))。" },
    text("title of a link") { "见[这里](https://example.org/ \"\($0)\")。" },
    text("address to call", [.mobile]) { "[打电话](tel:\($0))。" },
    text("alternative text of a picture") { "![\($0)在讲课](files/tu.svg)" },
    text("block of code") { "```\nname = \($0)\n```" }, text("code in a line") { "输入`\($0)`。" },
    text("cell of a table") { "| 学校 | 联系 |\n|---|---|\n| 一中 | \($0) |" },
    text("footnote") { "见注[^1]。\n\n[^1]: 由\($0)提供。" }, text("item of a list") { "- 一中\n- \($0)" },
    text("quotation") { "> \($0)的话" }, text("attribute of a directive") { ":::note{title=\"\($0)\"}\n提示。\n:::" },
    text("text of a directive") { ":::note\n\($0)。\n:::" },
  ]

  private static let heads: [LeakPlace] = [
    LeakPlace(description: "title of a page", file: "help/biaoti.md") { page("正文。", title: "联系" + $0) },
    LeakPlace(description: "summary of a page", file: "help/zhaiyao.md") { page("正文。", summary: "请联系\($0)。") },
    LeakPlace(
      description: "address of a page", data: [.mobile], file: "help/dizhi.md", bytes: { _ in page("正文。") },
      isInName: true),
  ]

  private static func attachment(
    _ name: String, _ data: [Datum] = Datum.allCases, code: String? = nil,
    _ bytes: @escaping @Sendable (String) -> [UInt8]
  ) -> LeakPlace {
    LeakPlace(description: name, data: data, code: code, file: "help/files/" + name, bytes: bytes)
  }

  /// In the encoding of spreadsheets of the country.
  private static func gbk(_ text: String) -> [UInt8] {
    Array(text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data(text.utf8))
  }

  private static let attachments: [LeakPlace] = [
    attachment("biao.csv") { Array("学校,联系\n一中,\($0)\n".utf8) },
    attachment("gbk.csv") { gbk("学校,联系\n一中,\($0)\n") },
    attachment("shuju.json") { value in
      Array(
        "{\"联系\": \"\(value.utf16.map { $0 < 128 ? String(UnicodeScalar(UInt8($0))) : "\\u" + String($0, radix: 16) }.joined())\"}"
          .utf8)
    },
    attachment("wenzi.svg") { MadeFile.svg("<text>\($0.prefix(1))<tspan>\($0.dropFirst())</tspan></text>") },
    attachment("zhushi.svg") { MadeFile.svg("<!-- \($0) -->") },
    attachment("miaoshu.svg") { MadeFile.svg("<desc>\($0)</desc>") },
    attachment("shuoming.txt") { Array("联系：\($0)\n".utf8) },
    attachment("jilu.xml") { Array("<a><b c=\"\($0)\"/></a>".utf8) },
    attachment("rili.ics") { Array("BEGIN:VCALENDAR\r\nSUMMARY:请联系\($0)补交\r\nEND:VCALENDAR\r\n".utf8) },
    attachment("fangan.docx") { MadeFile.docx("请联系\($0)补交。") },
    attachment("zuozhe.docx", [.name], code: "PV08") { MadeFile.docx("方案", creator: $0) },
    attachment("pizhu.docx") { value in
      MadeFile.office([
        (
          "word/comments.xml",
          "<w:comments><w:comment><w:p><w:r><w:t>问\(value)</w:t></w:r></w:p></w:comment></w:comments>"
        )
      ])
    },
    attachment("biao.xlsx") { MadeFile.xlsx([["学校", "联系"], ["一中", $0]]) },
    attachment("ye.pdf", numbers) { MadeFile.pdf(author: "", text: $0) },
    attachment("zuozhe.pdf", [.name], code: "PV08") { MadeFile.pdf(author: $0) },
    attachment("bao.zip") { MadeFile.zip([("名单/a.csv", Array("学校,联系\n一中,\($0)\n".utf8))]) },
    attachment("jiu.doc") { value in
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + value.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        + [0x0D, 0, 0, 0]
    },
    attachment("zuozhe.gif", code: "PV08") { MadeFile.gif(comment: $0) },
    attachment("zuozhe.tif", [.name], code: "PV08") { MadeFile.tiff(artist: $0) },
    attachment("luxiang.mov", [.name], code: "PV08") { MadeFile.movie(author: $0) },
    LeakPlace(
      description: "name of an attachment", data: [.name], code: "PV10", file: "help/files/fujian.csv",
      bytes: { _ in Array("学校\n一中\n".utf8) }, isInName: true),
    LeakPlace(
      description: "number in the name of an attachment", data: numbers, file: "help/files/haoma.csv",
      bytes: { _ in Array("学校\n一中\n".utf8) }, isInName: true),
    LeakPlace(
      description: "name of a picture", data: [.name], code: "PV10", file: "help/files/tupian.svg",
      bytes: { _ in MadeFile.svg("<g/>") }, isInName: true),
  ]
}
