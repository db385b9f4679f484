/// The order of names by strokes: fewer strokes of the first character first, then the order of its strokes
/// 横、竖、撇、点、折 (提 is 横, 捺 is 点), then the next character.
///
/// A compound family name and a name of another nationality sort by their first character as well, not by a sum. The
/// order of the 8,105 standard characters is that of the Table of General Standard Characters (2013); other characters of
/// the basic block stand where their strokes put them, rarer ones behind those with as many strokes. Numbers and Latin
/// letters come before characters, other scripts behind them.
package enum StrokeOrder: Sendable {
  /// 姓氏笔画: after the family name a blank counts, so that 高富 comes before 高大富.
  case familyName
  /// 姓名笔画: character by character, so that 高大富 comes before 高富. Also for what is no name of a person.
  case fullName

  /// What `text` is compared by.
  ///
  /// - Complexity: O(length).
  package func key(of text: String) -> CollationKey {
    let text = OrderedText(text)
    let strokes = StrokeWeights.standard
    var weights = Weight.all(of: text.scalars, letter: Weight.letter) { index in
      Weight.strokes(strokes.weight(of: text.scalars[index]))
    }
    if self == .familyName, text.isPlainChinese {
      let length = FamilyNames.standard.length(in: text.scalars)
      if text.scalars.count == length + 1 { weights.insert(Weight.blank, at: length) }
    }
    if !text.rest.isEmpty { weights.append(Weight.other) }
    return CollationKey(weights: weights, rest: text.rest)
  }

  /// The number of strokes of the first character of `text` that is read, such as 4 for 王芳.
  ///
  /// - Returns: `nil` when it is no Chinese character, or one whose strokes are not known.
  /// - Complexity: O(length).
  package static func strokes(ofFirstIn text: String) -> Int? {
    guard let first = OrderedText(text).scalars.first, first >= 0x80 else { return nil }
    return StrokeWeights.standard.strokes(of: first)
  }
}
