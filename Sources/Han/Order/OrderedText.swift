/// What the orders see of a text: its Chinese characters, Latin letters, digits and marks, without what is not read.
///
/// - Blanks (`王　强`), the dot in names (`阿依古丽·买买提`, also typed as a full stop) and characters that show nothing are
///   dropped.
/// - Latin letters are lower case; full-width ASCII is half-width.
/// - A compatibility ideograph is the character it stands for, so that normalisation changes nothing.
struct OrderedText {
  /// Ideographs and ASCII.
  private(set) var scalars: [UInt32] = []
  /// From the first character on that is neither; empty for nearly every name.
  private(set) var rest = ""
  /// Whether a dot stood between two parts of the name.
  private(set) var hasDot = false

  /// - Complexity: O(length).
  init(_ text: String) {
    let source = text.unicodeScalars
    scalars.reserveCapacity(text.utf8.count / 3 + 1)
    var index = source.startIndex
    while index < source.endIndex {
      let next = source.index(after: index)
      let scalar = Self.folded(source[index].value)
      // A letter with an accent belongs to the rest, composed or not.
      let isAccented = scalar < 0x80 && next < source.endIndex && Self.isAccent(source[next])
      if HanClass.isIdeograph(scalar) || (0x21...0x7E ~= scalar && !isAccented) {
        if scalar == 0x2E, let last = scalars.last, last >= 0x80 { hasDot = true } else { scalars.append(scalar) }
      } else if Self.isDot(scalar) {
        hasDot = true
      } else if isAccented || !Self.isUnread(scalar) {
        rest = String(source[index...])
        return
      }
      index = next
    }
  }

  /// Whether every character is an ideograph and no dot parts them, as in a name of the Chinese form.
  var isPlainChinese: Bool { rest.isEmpty && !hasDot && scalars.allSatisfy { $0 >= 0x80 } }

  private static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: scalar + 0x20
    case ..<0x80: scalar
    case 0xFF21...0xFF3A: scalar - 0xFF21 + 0x61
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    // The three that normalisation makes ASCII of: Greek question mark, varia, Kelvin sign.
    case 0x37E: 0x3B
    case 0x1FEF: 0x60
    case 0x212A: 0x6B
    default: CompatibilityIdeographs.unified(scalar)
    }
  }

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
  }

  /// The dots that part the names of many nationalities: the right one, U+00B7, and those typed for it.
  private static func isDot(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xB7, 0x387, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65: true
    default: false
    }
  }

  private static func isUnread(_ scalar: UInt32) -> Bool {
    scalar < 0x20 || 0x7F...0xA0 ~= scalar || HanClass.isSpace(scalar) || scalar == 0x200B
      || LineBreakJoining.isIgnorable(scalar)
  }
}

/// Compatibility ideographs (U+F900–FAD9, U+2F800–2FA1D).
enum CompatibilityIdeographs {
  private static let basic = targets(CompatibilityTable.basic)
  private static let supplementary = targets(CompatibilityTable.supplementary)

  private static func targets(_ table: String) -> [UInt32] {
    table.unicodeScalars.filter { $0 != "\n" }.map(\.value)
  }

  /// The ideograph that `scalar` is normalised to, or `scalar` itself.
  static func unified(_ scalar: UInt32) -> UInt32 {
    let found: UInt32
    switch scalar {
    case 0xF900...0xFAD9: found = basic[Int(scalar - 0xF900)]
    case 0x2F800...0x2FA1D: found = supplementary[Int(scalar - 0x2F800)]
    default: return scalar
    }
    return found < 0x80 ? scalar : found
  }
}
