import Diagnostics
import Files
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// Numbers that belong to nobody: dates, documents, amounts, classes, books, exams, offices, years, and tables full of figures. Not
/// one is told, with or without the 23,000 people of a city.
@Suite struct InnocentNumbersTests {
  /// One of the ways in which portals write numbers.
  private static func number(_ kind: Int, _ generator: inout SeededGenerator) -> String {
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    func padded(_ number: Int, _ length: Int) -> String {
      String(repeating: "0", count: max(0, length - String(number).count)) + String(number)
    }
    let (year, month, day) = (pick(2019...2029), pick(1...12), pick(1...28))
    switch kind {
    case 0: return "\(year)-\(padded(month, 2))-\(padded(day, 2))"
    case 1: return "\(year)年\(month)月\(day)日"
    case 2: return "\(year)\(padded(month, 2))\(padded(day, 2))"
    case 3: return "\(year)/\(month)/\(day) \(pick(8...20)):\(padded(pick(0...59), 2))"
    case 4: return "\(year).\(padded(month, 2)).\(padded(day, 2))—\(year).12.31"
    case 5: return "\(year)-\(padded(month, 2))-01 19:00-21:00"
    case 6: return "教师〔\(year)〕\(pick(1...120))号"
    case 7: return "小教发[\(year)]\(pick(1...999))号"
    case 8:
      return "\(pick(1...999)),\(padded(pick(0...999), 3)),\(padded(pick(0...999), 3)).\(padded(pick(0...99), 2))元"
    case 9: return "￥\(pick(1...999_999_999))"
    case 10: return "yc-linjiang-zx-shuxue-\(padded(pick(1...99), 2))"
    case 11: return "\(year)\(padded(pick(1...14), 2))\(padded(pick(1...9_999), 4))"
    case 12:
      let digits = "9787" + padded(pick(0...99_999_999), 8)
      let sum = digits.compactMap(\.wholeNumberValue).enumerated().reduce(0) {
        $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3)
      }
      let isbn = digits + String((10 - sum % 10) % 10)
      return kind % 2 == day % 2
        ? isbn
        : "\(isbn.prefix(3))-\(isbn.dropFirst(3).prefix(1))-\(isbn.dropFirst(4).prefix(3))-\(isbn.dropFirst(7).prefix(5))-\(isbn.suffix(1))"
    case 13: return "考号 \(year)\(padded(pick(1...99), 2))\(padded(pick(1...999_999), 6))"
    case 14: return "K\(year)-\(padded(pick(1...999), 3))"
    case 15: return "\(year)-\(year + 2) 学年，第 \(pick(1...20))-\(pick(21...40)) 周"
    case 16: return "0511-\(pick(80_000_000...89_999_999))"
    case 17: return "（010）\(pick(6_000...8_999)) \(padded(pick(0...9_999), 4)) 转 \(pick(100...999))"
    case 18: return "\(pick(0...100)).\(pick(0...9))%，\(pick(1...40)) 学时，\(pick(10...3_000)) 分钟"
    case 19: return "证书编号 XC\(year)\(padded(pick(1...9_999), 4))"
    case 20: return "400-\(pick(100...999))-\(padded(pick(0...9_999), 4))"
    case _: return "版本 \(pick(1...9)).\(pick(0...20)).\(pick(0...300))，邮编 \(pick(100_000...859_999))"
    }
  }

  /// The small portal with 10,000 of them in texts and 10,000 rows of figures in tables.
  private static func portal() -> OneFilePortal {
    var generator = SeededGenerator(seed: 23)
    var portal = SmallPortal.whole
    let head = "---\ntitle: 数\nsummary: 数。\norder: 2\n---\n"
    for page in 0..<10 {
      let lines = (0..<1_000).map { "- 第\($0)项：" + number($0 % 22, &generator) }
      portal["content/help/shu\(page).md"] = head + lines.joined(separator: "\n") + "\n"
    }
    func figures(_ separator: String) -> String {
      let small = (0..<6).map { _ in String(Int.random(in: 0...3_000, using: &generator)) }
      return (small + [String(Int.random(in: 100_000...99_999_999, using: &generator))]).joined(separator: separator)
    }
    let columns = ["语文", "数学", "英语", "物理", "化学", "人数", "经费"]
    let rows = (0..<5_000).map { "| \($0) | \(figures(" | ")) |" }
    portal["content/help/biao.md"] =
      head + "| 序号 | \(columns.joined(separator: " | ")) |\n|\(String(repeating: "---|", count: 8))\n"
      + rows.joined(separator: "\n") + "\n"
    let lines = (0..<5_000).map { "\($0),\(figures(","))" }
    portal["content/help/files/shu.csv"] = "序号,\(columns.joined(separator: ","))\n\(lines.joined(separator: "\n"))\n"
    return portal
  }

  private static func told(_ people: [InventedPerson]) -> [String] {
    let files = MemoryFiles()
    for (path, bytes) in portal().files { files.put("/office/portal/" + path, bytes) }
    var request = BuildRequest(root: "/office/portal", jobs: 2, version: "test")
    request.publishes = false
    if !people.isEmpty {
      let rows = people.enumerated().map { number, person in
        // Numbers of accounts are as long as dates, amounts and codes.
        person.row(number).replacing(",\n", with: ",\(12_345 &+ number &* 43_207)\n")
      }
      files.put("/private/2026/yuancheng/roster.csv", Array((InventedPerson.rosterHead + rows.joined()).utf8))
      request.privateFolder = "/private"
    }
    let result = SiteBuild.run(request, in: .fixed(files: files))
    return result.diagnostics.filter { $0.code.text.hasPrefix("PV") || $0.code == "LS10" }
      .map { "\($0.code) \($0.location?.path ?? "") \($0.message.zh)" }
  }

  @Test func `twenty thousand innocent numbers are no alarm`() { #expect(Self.told([]) == []) }

  @Test func `nor beside the rosters of a city`() {
    #expect(Self.told(InventedPerson.drawn(23_000, seed: 5)) == [])
  }
}
