internal import Bytes

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
  package init(_ text: String) { self.init(utf8: text.utf8Span.span) }

  /// Counts the UTF-8 `text`.
  ///
  /// - Complexity: O(length).
  package init(utf8 text: Span<UInt8>) {
    var inWord = false
    var pendingInner = 0
    var index = 0
    while index < text.count {
      let (value, length) = text.scalar(at: index)
      index += length
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

  /// Letters, digits and the marks on them. Asking for the properties of a scalar takes long.
  private static func isWord(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case 0..<0x80: return false
    default:
      guard let properties = Unicode.Scalar(value)?.properties else { return false }
      return properties.isAlphabetic || properties.numericType != nil
        || properties.canonicalCombiningClass != .notReordered
    }
  }

  private static func isInner(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x27, 0x2C, 0x2D, 0x2E, 0x5F, 0x2019: true
    default: false
    }
  }
}
