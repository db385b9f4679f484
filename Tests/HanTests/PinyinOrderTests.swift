import Foundation
import Han
import Testing

@Suite struct PinyinOrderTests {
  func marked(_ syllables: [PinyinSyllable?]) -> String { syllables.map { $0?.marked ?? "-" }.joined(separator: " ") }

  @Test(arguments: [
    ("单雄", "shàn xióng"), ("曾静", "zēng jìng"), ("仇婉清", "qiú wǎn qīng"), ("解宁", "xiè níng"), ("区志坚", "ōu zhì jiān"),
    ("查明", "zhā míng"), ("任可为", "rén kě wèi"), ("朴正", "piáo zhèng"), ("尉迟敬", "yù chí jìng"), ("尉明", "wèi míng"),
    ("万俟雪", "mò qí xuě"), ("万里", "wàn lǐ"), ("欧阳敏", "ōu yáng mǐn"), ("翟青", "zhái qīng"), ("盖文", "gě wén"),
    ("华安", "huà ān"), ("乐正宁", "yuè zhèng níng"), ("乐宁", "yuè níng"), ("令狐冲", "líng hú chōng"), ("卓越", "zhuó yuè"),
    ("罗成", "luó chéng"), ("小单", "xiǎo dān"), ("区　明", "ōu míng"), ("阿依古丽·买买提", "ā yī gǔ lì mǎi mǎi tí"),
    ("Anna", "- - - -"), ("𬭎宇", "hóng yǔ"), ("〇", "líng"), ("吕绿", "lǚ lǜ"), ("", ""),
  ])
  func `names of persons are read as family names are`(name: String, reading: String) {
    #expect(marked(PinyinOrder().syllables(ofName: name)) == reading)
  }

  @Test(arguments: [
    ("重庆", "chóng qìng"), ("长沙", "cháng shā"), ("校长", "xiào zhǎng"), ("单元备课", "dān yuán bèi kè"),
    ("区域教研", "qū yù jiào yán"),
    ("音乐", "yīn yuè"), ("六安", "lù ān"), ("数学", "shù xué"), ("调研", "diào yán"), ("调整", "tiáo zhěng"),
    ("重点", "zhòng diǎn"),
    ("都江堰", "dū jiāng yàn"), ("大城市", "dà chéng shì"), ("校长安排", "xiào zhǎng ān pái"), ("绩效", "jì xiào"),
    ("框架", "kuàng jià"),
    ("厦门2026", "xià mén - - - -"),
  ])
  func `titles are read as words are`(title: String, reading: String) {
    #expect(marked(PinyinOrder().syllables(ofTitle: title)) == reading)
  }

  @Test func `titles and names are sorted by letters, tone and strokes`() {
    func sorted(_ titles: [String]) -> [String] {
      titles.map { (PinyinOrder().key(ofTitle: $0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
    #expect(sorted(["重庆", "中原", "成都", "昆明"]) == ["成都", "重庆", "昆明", "中原"])
    #expect(sorted(["骂", "马", "麻", "妈"]) == ["妈", "麻", "马", "骂"])
    #expect(sorted(["吕", "路", "落", "女", "怒"]) == ["路", "落", "吕", "怒", "女"])
    #expect(sorted(["事", "市", "士", "是"]) == ["士", "市", "事", "是"])
    #expect(sorted(["Python", "盘", "期", "2班", "10班", "巴"]) == ["2班", "10班", "巴", "Python", "盘", "期"])
    let names = ["单一", "上官宁", "单雄", "曾静", "谌明"].map { (PinyinOrder().key(ofName: $0), $0) }
    #expect(names.sorted { $0.0 < $1.0 }.map(\.1) == ["谌明", "单雄", "单一", "上官宁", "曾静"])
  }

  @Test func `an index has the letters`() {
    let order = PinyinOrder()
    let names = ["单雄": "S", "区志坚": "O", "欧阳敏": "O", "anna": "A", "9": "#", "": "#", "Б": "#", "尉迟敬": "Y", "·王": "W"]
    for (name, letter) in names { #expect(String(order.initial(ofName: name)) == letter, "\(name)") }
    #expect(order.initial(ofTitle: "重庆市") == "C")
    #expect(order.initial(ofTitle: "单元") == "D")
  }

  @Test func `a portal states its own readings`() throws {
    var overrides = PinyinOverrides()
    let stated = [("单", "Chán"), ("冼星", "Xian3 Xīng"), ("乐", "lè"), ("重山", "Chóng shān"), ("折家", "shé-jiā")]
    for (word, reading) in stated {
      let isTaken = overrides.state(word, reading)
      #expect(isTaken, "\(word) \(reading)")
    }
    let wrong = [("单", "Shanx"), ("单", ""), ("单", "shàn shàn"), ("", "shàn"), ("欧阳", "Ōu"), ("单", "单")]
    for (word, reading) in wrong {
      let isTaken = overrides.state(word, reading)
      #expect(!isTaken, "\(word) \(reading)")
    }
    let order = PinyinOrder(overrides)
    #expect(marked(order.syllables(ofName: "单雄")) == "chán xióng")
    #expect(marked(order.syllables(ofName: "乐宁")) == "lè níng")
    #expect(marked(order.syllables(ofTitle: "单元")) == "dān yuán")
    #expect(marked(order.syllables(ofTitle: "重山重庆")) == "chóng shān chóng qìng")
    #expect(order.key(ofName: "单雄") < PinyinOrder().key(ofName: "单雄"))
  }

  @Test func `syllables are written with marks and without`() throws {
    let reading = try #require(PinyinSyllable.parse("chong2 lüè liù guì’ōu ma lv4e4 nu\u{308}\u{30C}"))
    #expect(reading.map(\.marked) == ["chóng", "lüè", "liù", "guì", "ōu", "ma", "lǜ", "è", "nǚ"])
    #expect(reading.plain == "chonglveliuguioumalvenv")
    #expect(PinyinSyllable.parse("Chóng")?.plain == "chong")
    #expect(reading.map(\.tone) == [2, 4, 4, 4, 1, 0, 4, 4, 3])
    for wrong in ["", " ", "3", "xyz", "shàn4x", "à́", "z\u{301}"] {
      #expect(PinyinSyllable.parse(wrong) == nil, "\(wrong)")
    }
  }

  @Test func `every standard character has readings`() {
    #expect(PinyinReadings.standard.readings(of: "行").map(\.marked) == ["xíng", "háng", "héng"])
    #expect(PinyinReadings.standard.readings(of: "a").isEmpty)
    for character in StrokeOrderTests.levels.joined() {
      for scalar in character.unicodeScalars where PinyinReadings.standard.readings(of: scalar).isEmpty {
        Issue.record("\(character) has no reading")
      }
    }
  }
}
