/// How long a text is to a Chinese reader.
///
/// `count` is what office programs call 字数: each ideograph and each other full-width character is one, each run of other
/// letters and digits ("Python", "2026", "3.5") is one. Blanks count nothing; half-width punctuation counts one.
package struct HanCount: Hashable, Sendable {
  /// Han ideographs.
  package var ideographs = 0
  /// Other full-width characters: punctuation, kana, full-width Latin.
  package var otherWide = 0
  /// Runs of half-width letters and digits, with `.`, `,`, `-`, `'`, `_` or `%` inside.
  package var words = 0
  /// Half-width punctuation and symbols outside words.
  package var otherNarrow = 0

  /// 字数.
  package var count: Int { ideographs + otherWide + words + otherNarrow }

  /// Minutes an adult needs to read the text silently, at 400 characters a minute, rounded up; at least 1.
  package var readingMinutes: Int { max(1, (count + 399) / 400) }

  /// Counts `text`.
  ///
  /// - Complexity: O(length).
  package init(_ text: String) { self.init(text.utf8Span.span) }

  /// Counts `text`, well-formed UTF-8: pages are counted as they are written, without a `String` of each.
  ///
  /// - Complexity: O(length).
  package init(_ text: Span<UInt8>) {
    var inWord = false
    var pendingInner = 0
    var index = 0
    while index < text.count {
      // U+5000–U+9FFF, nearly all that is counted: told by the first of the three bytes.
      if 0xE5...0xE9 ~= text[index] {
        ideographs += 1
        otherNarrow += pendingInner
        (pendingInner, inWord) = (0, false)
        index += 3
        continue
      }
      let value = Self.scalar(of: text, at: &index)
      if HanClass.isIdeograph(value) {
        ideographs += 1
      } else if HanClass.isSpace(value) || LineBreakJoining.isIgnorable(value) || value < 0x20 || value == 0x200B {
        if LineBreakJoining.isIgnorable(value) { continue }
      } else if HanClass.isWide(value) {
        otherWide += 1
      } else if Self.isWord(value) {
        // Inner marks seen since the last letter belong to the word after all: "3.5" is one.
        if inWord { pendingInner = 0 } else { words += 1 }
        inWord = true
        continue
      } else if inWord, pendingInner == 0, Self.isInner(value) {
        pendingInner = 1
        continue
      } else {
        otherNarrow += 1
      }
      otherNarrow += pendingInner
      pendingInner = 0
      inWord = false
    }
    otherNarrow += pendingInner
  }

  /// The scalar at `index` of well-formed text; the index moves behind it.
  @inline(__always)
  private static func scalar(of text: Span<UInt8>, at index: inout Int) -> UInt32 {
    let first = text[index]
    index += 1
    guard first >= 0xC0 else { return UInt32(first) }
    let following = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
    var value = UInt32(first) & (0x3F >> UInt32(following))
    for _ in 0..<following where index < text.count {
      value = value << 6 | UInt32(text[index] & 0x3F)
      index += 1
    }
    return value
  }

  /// Letters, digits and the marks on them. Asking for the properties of a scalar takes long.
  private static func isWord(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default:
      Unicode.Scalar(value).map { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.canonicalCombiningClass != .notReordered
      } ?? false
    }
  }

  private static func isInner(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x27, 0x2C, 0x2D, 0x2E, 0x5F, 0x2019: true
    default: false
    }
  }
}
