/// Small letters as Python writes them: those of Unicode, and at the end of a word the other small sigma (Unicode, section 3.13,
/// "Final_Sigma").
enum SmallLetters {
  private static let sigma: Unicode.Scalar = "Σ"

  /// The text in small letters; what stands before `start`, counted in scalars, is left out but decides with what follows.
  ///
  /// - Complexity: O(length).
  static func of(_ text: String, from start: Int = 0) -> String {
    guard text.unicodeScalars.contains(sigma) else {
      return start == 0 ? text.lowercased() : String(text.unicodeScalars.dropFirst(start)).lowercased()
    }
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for index in scalars.indices.dropFirst(start) {
      result +=
        scalars[index] == sigma ? (isFinal(index, scalars) ? "ς" : "σ") : scalars[index].properties.lowercaseMapping
    }
    return result
  }

  /// Whether a letter stands before the place and none behind it, marks left out.
  private static func isFinal(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard let before = scalars[..<index].last(where: { !$0.properties.isCaseIgnorable }), before.properties.isCased
    else {
      return false
    }
    let behind = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    return !(behind?.properties.isCased ?? false)
  }
}
