import Diagnostics
import Values

/// Characters of a text that say it was damaged on its way, or that nobody sees.
enum TextDamage: Hashable {
  /// U+FFFD, which stands where a program could not read a character.
  case lost
  /// U+E000…U+F8FF: characters that an office made for itself; most devices show a box.
  case privateUse(Unicode.Scalar)
  /// Zero-width spaces and joiners, direction marks and byte order marks.
  case invisible(Unicode.Scalar)

  /// The first of them; `nil` for sound text.
  ///
  /// - Complexity: O(length), a step a character.
  static func find(in text: borrowing Span<UInt8>) -> TextDamage? {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0xE2 {
        index += byte < 0xC2 ? 1 : byte < 0xE0 ? 2 : 3
        continue
      }
      if byte == 0xE2 || byte == 0xEE || byte == 0xEF, index + 2 < text.count {
        let value = UInt32(byte & 15) << 12 | UInt32(text[index + 1] & 63) << 6 | UInt32(text[index + 2] & 63)
        if let scalar = Unicode.Scalar(value) {
          switch value {
          case 0xFFFD: return .lost
          case 0xE000...0xF8FF: return .privateUse(scalar)
          case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: return .invisible(scalar)
          default: break
          }
        }
      }
      index += byte < 0xF0 ? 3 : 4
    }
    return nil
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
