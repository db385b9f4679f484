import Bytes

/// Addresses under which a person is reached: mail of free providers, QQ numbers, WeChat names.
enum PrivateAddress {
  /// Providers whose mailboxes are persons'. An office that uses one has it in its contacts.
  private static let providers: Set<[UInt8]> = Set(
    [
      "qq.com", "vip.qq.com", "foxmail.com", "163.com", "vip.163.com", "126.com", "yeah.net", "188.com", "sina.com",
      "sina.cn", "vip.sina.com", "sohu.com", "tom.com", "21cn.com", "139.com", "189.cn", "wo.cn", "aliyun.com",
      "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "live.cn", "msn.com", "icloud.com",
      "me.com", "yahoo.com", "yahoo.com.cn", "yahoo.cn", "263.net", "eyou.com",
    ].map { Array($0.utf8) })

  /// The mail address around the `@` at `at`, in lower case, and whether it is one of these providers'.
  ///
  /// - Complexity: O(length of the address).
  static func mail(_ bytes: Span<UInt8>, at: Int) -> (text: [UInt8], range: Range<Int>, isPrivate: Bool)? {
    var start = at
    while start > 0, at - start < 64, isName(bytes[start - 1]) { start -= 1 }
    var end = at + 1
    while end < bytes.count, end - at < 64, isHost(bytes[end]) { end += 1 }
    while end > at + 1, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard start < at, end > at + 1 else { return nil }
    let isPrivate = providers.contains(lowercased(bytes, at + 1..<end))
    return (lowercased(bytes, start..<end), start..<end, isPrivate)
  }

  private static func isName(_ byte: UInt8) -> Bool { isHost(byte) || byte == UInt8(ascii: "+") }

  private static func isHost(_ byte: UInt8) -> Bool {
    ByteClass.identifier.contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  /// The bytes of `range`, letters of ASCII in lower case.
  static func lowercased(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    range.map { index in
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= bytes[index] ? bytes[index] | 0x20 : bytes[index]
    }
  }

  /// Words before a QQ number, each of which may have `号`, `群`, `：` or blanks behind it.
  private static let words = ["QQ", "qq", "Qq", "扣扣", "企鹅号"]
  private static let fillers = ["号码", "号", "群", "：", ":", " ", "\u{3000}", "是", "为", "（", "("]

  /// Whether the digits that begin at `start` are said to be a QQ number.
  ///
  /// - Complexity: O(1).
  static func isChatNumber(_ bytes: Span<UInt8>, at start: Int, count: Int) -> Bool {
    guard 5...11 ~= count else { return false }
    var index = start
    var passed = 0
    while passed < 4, let filler = fillers.first(where: { ends($0, bytes, at: index) }) {
      index -= filler.utf8.count
      passed += 1
    }
    guard let word = words.first(where: { ends($0, bytes, at: index) }) else { return false }
    return index == word.utf8.count || !DigitRun.isWord(bytes[index - word.utf8.count - 1])
  }

  /// Whether `word` ends before `end`.
  static func ends(_ word: String, _ bytes: Span<UInt8>, at end: Int) -> Bool {
    guard end >= word.utf8.count, end <= bytes.count else { return false }
    var index = end - word.utf8.count
    for byte in word.utf8 {
      if bytes[index] != byte { return false }
      index += 1
    }
    return true
  }

  /// The WeChat name that is stated behind the word whose last byte stands before `end`: `微信号：wxid_abc12345`.
  ///
  /// - Complexity: O(length of the name).
  static func chatName(_ bytes: Span<UInt8>, behind end: Int) -> (text: [UInt8], range: Range<Int>)? {
    var index = end
    var hasColon = false
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: ":") {
        hasColon = true
        index += 1
      } else if index + 2 < bytes.count, bytes[index] == 0xEF, bytes[index + 1] == 0xBC, bytes[index + 2] == 0x9A {
        hasColon = true
        index += 3
      } else if bytes[index] == UInt8(ascii: " ") {
        index += 1
      } else {
        break
      }
    }
    guard hasColon, index < bytes.count, ByteClass.letters.contains(bytes[index]) else { return nil }
    let start = index
    while index < bytes.count, ByteClass.identifier.contains(bytes[index]) || bytes[index] == UInt8(ascii: "-") {
      index += 1
    }
    return 6...20 ~= index - start ? (lowercased(bytes, start..<index), start..<index) : nil
  }
}
