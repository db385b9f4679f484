/// What a Unicode scalar is to Chinese typesetting. All functions take scalar values; none allocates.
package enum HanClass {
  /// "CJK character" of the CJK-friendly amendment: Han, kana, Hangul, bopomofo, full-width forms and their punctuation.
  package static func isCJK(_ scalar: UInt32) -> Bool {
    isBasic(scalar) || (scalar >= 0x1100 && ScalarRanges.cjk.contains(scalar))
  }

  /// Unicode punctuation as libcmark 0.30.2 sees it: the 32 of ASCII and the categories P*; symbols (S*) are not.
  package static func isPunctuation(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x80 else {
      switch scalar {
      case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
      default: return false
      }
    }
    return !isBasic(scalar) && ScalarRanges.punctuation.contains(scalar)
  }

  /// Unicode white space of CommonMark 0.30 §2.1: category Zs, tab, LF, FF, CR.
  package static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// East Asian Width F or W.
  package static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    // The punctuation of Chinese.
    case 0x3000...0x303E, 0xFF01...0xFF60: true
    default: isBasic(scalar) || (scalar >= 0x1100 && ScalarRanges.wide.contains(scalar))
    }
  }

  /// The basic block of Han, which answers for nearly every character of Chinese prose.
  private static func isBasic(_ scalar: UInt32) -> Bool { 0x4E00...0x9FFF ~= scalar }

  /// A Han ideograph (unified and compatibility ideographs, 〇, 々): one 字 of a count.
  package static func isIdeograph(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: true
    default: false
    }
  }

  /// Variation selectors U+FE00–U+FE0E: the ones that ask for no emoji form.
  package static func isTextVariationSelector(_ scalar: UInt32) -> Bool { 0xFE00...0xFE0E ~= scalar }

  /// Ideographic variation selectors U+E0100–U+E01EF.
  package static func isIdeographicVariationSelector(_ scalar: UInt32) -> Bool { 0xE0100...0xE01EF ~= scalar }

  /// ‘ ’ “ ”: full-width before U+FE01.
  package static func isAmbiguousQuote(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2018, 0x2019, 0x201C, 0x201D: true
    default: false
    }
  }
}
