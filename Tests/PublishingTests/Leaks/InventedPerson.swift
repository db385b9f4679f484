import TestSupport

/// Somebody who does not exist, with numbers that have the form and the check digits of real ones.
struct InventedPerson: Sendable {
  /// Three characters.
  let name: String
  let mobile: String
  let identity: String
  let card: String

  /// A line of a roster, numbered.
  func row(_ number: Int) -> String { "T\(10_000 + number),\(name),临江县第一中学,\(identity),\(mobile),\n" }

  /// All that no file may hold.
  var values: [String] { [name, mobile, identity, card] }

  static let rosterHead = "学员编号,姓名,单位,身份证号,手机,QQ\n"

  /// `count` people with distinct names, always the same for one seed.
  static func drawn(_ count: Int, seed: UInt64) -> [InventedPerson] {
    let family = Array("贺戚欧丁卞祁易单沈于蒋蔡余杜叶苏魏吕沙姚卢姜崔谭陆汪范金廖贾韦付邹孟熊秦邱尹薛闫侯龙陶黎顾毛郝龚邵覃武戴莫孔向汤")
    let given = Array("霜霁霖霄砚岫翊翎翕舒蓁蓉薇蘅芷菡苒茗荻荷莘莞菱萧葭蓓蔚薏蕴藜谨诺谦讷诠诣询谊谌谏谙逸逵遥邈遂迩")
    var generator = SeededGenerator(seed: seed)
    func pick(_ characters: [Character]) -> Character {
      characters[Int.random(in: 0..<characters.count, using: &generator)]
    }
    func digits(_ count: Int) -> String {
      (0..<count).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
    }
    var names: Set<String> = []
    return (0..<count).map { _ in
      var name = ""
      repeat { name = String([pick(family), pick(given), pick(given)]) } while !names.insert(name).inserted
      let mobile = "1" + String(Int.random(in: 3...9, using: &generator)) + digits(9)
      let month = String(Int.random(in: 1...12, using: &generator) + 100).dropFirst()
      let day = String(Int.random(in: 1...28, using: &generator) + 100).dropFirst()
      let identity = "3211021\(Int.random(in: 965...999, using: &generator))\(month)\(day)\(digits(3))"
      return InventedPerson(
        name: name, mobile: mobile, identity: identity + checkDigit(identity), card: luhn("622848" + digits(12)))
    }
  }

  /// ISO 7064 MOD 11-2.
  private static func checkDigit(_ digits: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits.compactMap(\.wholeNumberValue), weights).reduce(0) { $0 + $1.0 * $1.1 }
    return String(Array("10X98765432")[sum % 11])
  }

  private static func luhn(_ digits: String) -> String {
    let sum = digits.compactMap(\.wholeNumberValue).reversed().enumerated().reduce(0) { sum, digit in
      let value = digit.offset % 2 == 0 ? digit.element * 2 : digit.element
      return sum + (value > 9 ? value - 9 : value)
    }
    return digits + String((10 - sum % 10) % 10)
  }
}
