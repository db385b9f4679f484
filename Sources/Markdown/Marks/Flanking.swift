internal import Han

/// The side of a delimiter run: what the scalar beside it is.
struct Neighbour: OptionSet {
  let rawValue: UInt8

  static let space = Neighbour(rawValue: 1)
  static let punctuation = Neighbour(rawValue: 2)
  static let cjk = Neighbour(rawValue: 4)
  static let ideographicSelector = Neighbour(rawValue: 8)

  /// A scalar by CommonMark 0.30 alone.
  init(_ scalar: UInt32) {
    self = HanClass.isSpace(scalar) ? .space : HanClass.isPunctuation(scalar) ? .punctuation : []
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// What a run of delimiters can do, from the scalars beside it.
///
/// CommonMark 0.30 §6.2, with the CJK-friendly amendment where `cjk` bits are given: punctuation that is Chinese, Japanese or
/// Korean does not keep a run from flanking, and beside such a character other punctuation does not either. Without `cjk`
/// bits the amendment's formulas are CommonMark's.
enum Flanking {
  static func role(of character: UInt8, before: Neighbour, after: Neighbour) -> DelimiterRole {
    let barrierBefore = before.contains(.punctuation) && !before.contains(.cjk)
    let barrierAfter = after.contains(.punctuation) && !after.contains(.cjk)
    let left =
      !after.contains(.space)
      && (!barrierAfter || barrierBefore || !before.isDisjoint(with: [.space, .cjk, .ideographicSelector]))
    let right =
      !before.contains(.space) && (!barrierBefore || barrierAfter || !after.isDisjoint(with: [.space, .cjk]))
    var role: DelimiterRole = []
    if character == UInt8(ascii: "_") {
      if left && (!right || before.contains(.punctuation)) { role.insert(.opens) }
      if right && (!left || after.contains(.punctuation)) { role.insert(.closes) }
    } else {
      if left { role.insert(.opens) }
      if right { role.insert(.closes) }
    }
    return role
  }
}
