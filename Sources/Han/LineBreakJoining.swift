/// Whether a line break of the source between two characters is a blank of the text (CSS Text 4, "segment break
/// transformation", for Chinese).
///
/// A break is dropped beside U+200B, between two wide characters neither of which is Hangul, and between a wide one and
/// punctuation or a symbol of ambiguous width (“ ” — … · ×). It stays everywhere else, also between Latin words.
package enum LineBreakJoining {
  /// Whether the break between `before` and `after` is dropped; both are scalar values that are not `isIgnorable`.
  package static func joins(_ before: UInt32, _ after: UInt32) -> Bool {
    if before < 0x80, after < 0x80 { return false }
    if before == 0x200B || after == 0x200B { return true }
    if isWide(before) { return isWide(after) || isAmbiguous(after) }
    return isAmbiguous(before) && isWide(after)
  }

  /// Default-ignorable scalars that the rule looks through: variation selectors, joiners, soft hyphen, BOM.
  package static func isIgnorable(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x34F, 0x200C, 0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF, 0xE0100...0xE01EF: true
    default: false
    }
  }

  private static func isWide(_ scalar: UInt32) -> Bool {
    // The basic block answers for nearly every character of Chinese prose.
    0x4E00...0x9FFF ~= scalar || (scalar >= 0x1100 && ScalarRanges.joiningWide.contains(scalar))
  }

  private static func isAmbiguous(_ scalar: UInt32) -> Bool {
    scalar >= 0xA1 && ScalarRanges.joiningAmbiguous.contains(scalar)
  }
}
