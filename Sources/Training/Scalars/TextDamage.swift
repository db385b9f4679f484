import Bytes
import Diagnostics
import Values

/// Characters of a text that say it was damaged on its way, or that nobody sees.
enum TextDamage: Hashable {
  /// U+FFFD, which stands where a program could not read a character.
  case lost
  /// U+E000…U+F8FF: characters that an office made for itself; most devices show a box.
  case privateUse(Unicode.Scalar)
  /// One of those that `InvisibleCharacter` lists.
  case invisible(Unicode.Scalar)

  /// The first of them; `nil` for sound text.
  ///
  /// - Complexity: O(length), a step a character.
  static func find(in text: borrowing Span<UInt8>) -> TextDamage? {
    var index = 0
    while index < text.count {
      switch text[index] {
      case 0..<0xC2: index += 1
      case 0xC2, 0xE2:
        let length = InvisibleCharacter.length(in: text, at: index)
        if length > 0 { return .invisible(scalar(text, index, length: length)) }
        index += text[index] == 0xC2 ? 2 : 3
      case 0xC3..<0xE0: index += 2
      case 0xEE, 0xEF:
        if InvisibleCharacter.length(in: text, at: index) > 0 { return .invisible(scalar(text, index, length: 3)) }
        guard index + 2 < text.count else { return nil }
        let found = scalar(text, index, length: 3)
        switch found.value {
        case 0xFFFD: return .lost
        case 0xE000...0xF8FF: return .privateUse(found)
        default: index += 3
        }
      case 0xE0..<0xF0: index += 3
      default: index += 4
      }
    }
    return nil
  }

  /// The character of two or three bytes at `index`.
  private static func scalar(_ text: borrowing Span<UInt8>, _ index: Int, length: Int) -> Unicode.Scalar {
    var value = UInt32(text[index] & (length == 2 ? 31 : 15))
    for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 63) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// What is left of `text` without the characters that nobody sees.
  static func visible(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { scalar in
          if case .invisible = find(in: String(scalar).utf8Span.span) { false } else { true }
        }))
  }

  /// RF08 for a character that is lost, a warning RF12 for one that readers will not see.
  func diagnostic(_ text: String, at location: SourceLocation) -> Diagnostic {
    switch self {
    case .lost:
      Diagnostic(
        "RF08", Message(zh: "“\(text)”里有读不出的字", en: "\"\(text)\" holds a character that could not be read"),
        at: location,
        repair: Message(zh: "照原件补上这个字，文件存为 UTF-8", en: "put the right character there and save the file as UTF-8"))
    case .privateUse(let scalar):
      Diagnostic(
        "RF12", .warning,
        Message(
          zh: "“\(text)”里有自造字 \(Self.name(scalar))，多数设备显示不出",
          en: "\"\(text)\" holds the private character \(Self.name(scalar)), which most devices cannot show"),
        at: location,
        repair: Message(zh: "换成标准汉字", en: "write the standard character"))
    case .invisible(let scalar):
      Diagnostic(
        "RF12", .warning,
        Message(
          zh: "这里有看不见的字符 \(Self.name(scalar))，已略去", en: "an invisible character \(Self.name(scalar)) is left out here"),
        at: location, repair: Message(zh: "删去后重新输入这一处", en: "delete and type this place again"))
    }
  }

  /// `U+200B`.
  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
