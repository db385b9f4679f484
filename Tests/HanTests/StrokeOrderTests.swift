import Foundation
import Han
import Testing

@Suite struct StrokeOrderTests {
  static func sorted(_ names: [String], _ order: StrokeOrder = .familyName) -> [String] {
    names.map { (order.key(of: $0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The 8,105 characters of the Table of General Standard Characters in its order, a line for each of its levels.
  static let levels: [[String]] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/standard-characters.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { $0.unicodeScalars.map { String($0) } }
  }()

  @Test func `the standard characters come in the order of their table`() {
    #expect(Self.levels.map(\.count) == [3500, 3000, 1605])
    for level in Self.levels {
      let keys = level.map { StrokeOrder.fullName.key(of: $0) }
      for index in level.indices.dropFirst() where !(keys[index - 1] < keys[index]) {
        Issue.record("\(level[index - 1]) does not come before \(level[index])")
      }
      let strokes = level.compactMap { StrokeOrder.strokes(ofFirstIn: $0) }
      #expect(strokes.count == level.count)
      #expect(strokes == strokes.sorted())
    }
  }

  @Test func `names are ordered by strokes and then by their kinds`() {
    #expect(Self.sorted(["文静", "王芳"]) == ["王芳", "文静"])
    #expect(
      Self.sorted(["欧阳敏", "林书禾", "陈禾", "丁亦然", "司马晴川", "王宁", "区志坚", "仇婉清"])
        == ["丁亦然", "王宁", "区志坚", "仇婉清", "司马晴川", "陈禾", "林书禾", "欧阳敏"])
  }

  @Test func `a given name of one character comes first, or where its strokes put it`() {
    #expect(Self.sorted(["高大富", "高富"]) == ["高富", "高大富"])
    #expect(Self.sorted(["田大利", "田富"]) == ["田富", "田大利"])
    #expect(Self.sorted(["高富", "高大富"], .fullName) == ["高大富", "高富"])
    // 阳 6, 中 4: after the compound name a single character comes first as well.
    #expect(Self.sorted(["欧阳一鸣", "欧阳敏", "欧中"]) == ["欧中", "欧阳敏", "欧阳一鸣"])
  }

  @Test func `blanks, dots, width and form do not count`() {
    for order in [StrokeOrder.familyName, .fullName] {
      let name = order.key(of: "王强")
      for other in ["王　强", " 王 强 ", "王\u{200B}强", "王\u{FE00}强\u{3000}"] { #expect(order.key(of: other) == name) }
      #expect(order.key(of: "阿依古丽·买买提") == order.key(of: "阿依古丽.买买提"))
      #expect(order.key(of: "阿依古丽·买买提") == order.key(of: "阿依古丽•买买提"))
      #expect(order.key(of: "Ａｂｃ") == order.key(of: "abc"))
    }
    #expect(StrokeOrder.strokes(ofFirstIn: "　阿依古丽·买买提") == 7)
    // A dot parts two names of another nationality: no blank is thought behind the first character.
    #expect(Self.sorted(["阿·古", "阿一"]) == ["阿一", "阿·古"])
  }

  @Test func `other characters stand where their strokes put them`() {
    #expect(Self.sorted(["陳", "林", "歐", "欧", "张", "張"]) == ["张", "林", "欧", "陳", "張", "歐"])
    #expect(StrokeOrder.strokes(ofFirstIn: "㐂") == 6)
    #expect(StrokeOrder.strokes(ofFirstIn: "𠮷") == 6)
    #expect(StrokeOrder.strokes(ofFirstIn: "龘") == 48)
    #expect(StrokeOrder.strokes(ofFirstIn: "〇") == 1)
    #expect(StrokeOrder.strokes(ofFirstIn: "\u{30000}") != nil)
    #expect(StrokeOrder.strokes(ofFirstIn: "Anna") == nil)
    #expect(StrokeOrder.strokes(ofFirstIn: "") == nil)
    #expect(StrokeOrder.strokes(ofFirstIn: "\u{3FFFD}") == nil)
    // Numbers by value, Latin letters, characters, other scripts.
    #expect(Self.sorted(["Б", "一", "第10班", "第9班", "B2", "12", "(甲)"]) == ["(甲)", "12", "B2", "一", "第9班", "第10班", "Б"])
  }

  @Test(arguments: [
    ("\u{F900}", "\u{8C48}"), ("e\u{301}", "é"), ("か\u{3099}", "が"), ("\u{1112}\u{1161}\u{11AB}", "한"),
    ("\u{2F800}", "丽"), ("\u{212A}", "K"), ("\u{37E}", ";"), ("王\u{300}\u{323}", "王\u{323}\u{300}"),
    ("q\u{307}\u{323}", "q\u{323}\u{307}"), ("\u{FA0E}", "\u{FA0E}"),
  ])
  func `normalisation changes nothing`(text: String, normalised: String) {
    for text in [text, "王" + text, text + "王", "a" + text + "·b"] {
      let other = text.precomposedStringWithCanonicalMapping
      for order in [StrokeOrder.familyName, .fullName] { #expect(order.key(of: text) == order.key(of: other)) }
      #expect(PinyinOrder().key(ofName: text) == PinyinOrder().key(ofName: other))
      let decomposed = text.decomposedStringWithCanonicalMapping
      #expect(StrokeOrder.fullName.key(of: text) == StrokeOrder.fullName.key(of: decomposed))
    }
    #expect(StrokeOrder.fullName.key(of: text) == StrokeOrder.fullName.key(of: normalised))
  }

  @Test func `keys of random names are totally ordered`() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("王文一高大富欧阳陳㐂𠮷·. 　aB9é�\u{301}\u{2FFFF}".unicodeScalars)
    for _ in 0..<300 {
      let names = (0..<3).map { _ in
        var name = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...4, using: &random) { name.append(alphabet.randomElement() ?? "王") }
        return String(name)
      }
      for keys in [
        names.map { StrokeOrder.familyName.key(of: $0) }, names.map { PinyinOrder().key(ofName: $0) },
        names.map { PinyinOrder().key(ofTitle: $0) },
      ] {
        for a in keys {
          #expect(!(a < a))
          for b in keys {
            #expect((a < b ? 1 : 0) + (b < a ? 1 : 0) + (a == b ? 1 : 0) == 1, "\(names)")
            for c in keys where a < b && b < c { #expect(a < c, "\(names)") }
          }
        }
      }
    }
  }

  @Test func `no text is too long or too strange`() {
    let long = StrokeOrder.familyName.key(of: String(repeating: "王", count: 7_000_000))
    #expect(StrokeOrder.familyName.key(of: "王王王") < long)
    let digits = String(repeating: "9", count: 1_000_000)
    #expect(StrokeOrder.fullName.key(of: digits) < StrokeOrder.fullName.key(of: digits + "0"))
    let strange =
      String(decoding: [0xFF, 0xE7, 0x8E, 0xF0, 0x9F, 0x80], as: UTF8.self) + "\0\u{FFFF}\u{10FFFF}\u{E000}"
    #expect(StrokeOrder.familyName.key(of: strange) == StrokeOrder.familyName.key(of: strange))
    for scalar in UInt32(0)...0x10FFFF where scalar % 31 == 0 {
      if let scalar = Unicode.Scalar(scalar) { _ = StrokeOrder.strokes(ofFirstIn: String(scalar)) }
    }
  }
}
