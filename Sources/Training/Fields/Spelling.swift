import Diagnostics
import Han

/// What was probably meant by a name that nothing has.
enum Spelling {
  /// The candidate that sounds the same (`刻程` for `课程`, `biaoti` for `标题`), else the one nearest by edit distance; `nil`
  /// when neither is near.
  ///
  /// Sound comes first because a Chinese word of two characters has many neighbours at one step, and input methods offer
  /// words of one sound.
  ///
  /// - Complexity: O(candidates × length²); called only when a name is unknown.
  static func nearest(to name: String, among candidates: [String]) -> String? {
    sameSound(as: name, among: candidates) ?? Suggestion.nearest(to: name, among: candidates)
  }

  private static func sameSound(as name: String, among candidates: [String]) -> String? {
    let wanted = sound(of: name)
    guard wanted.utf8.count > 1 else { return nil }
    // Names in Latin letters sound like themselves: they are for the edit distance.
    return candidates.filter { $0 != name && $0.utf8.contains { $0 >= 0x80 } && sound(of: $0) == wanted }.min()
  }

  /// Syllables without tones; Latin letters and digits as they are, in small letters.
  private static func sound(of text: String) -> String {
    let order = PinyinOrder()
    return text.unicodeScalars.map { scalar in
      scalar.isASCII
        ? String(scalar).lowercased() : order.syllables(ofTitle: String(scalar)).compactMap { $0?.letters }.joined()
    }.joined()
  }
}
