/// From offsets in a text that was cut out of a file to offsets in the file.
///
/// The text is the file itself, or a cell of a table, from which the backslashes before `|` were taken.
struct OffsetMap {
  /// Offset in the file of the first byte of the text.
  let base: Int
  /// Offsets in the text before which one byte of the file was left out, ascending.
  let removed: [Int]

  /// The text is the file.
  static let identity = OffsetMap(base: 0, removed: [])

  /// The file offset of the byte at `offset`.
  ///
  /// - Complexity: O(bytes left out), in nearly all texts none.
  func file(_ offset: Int) -> Int {
    var result = base + offset
    for place in removed where place <= offset { result += 1 }
    return result
  }

  func file(_ range: Range<Int>) -> Range<Int> { file(range.lowerBound)..<file(range.upperBound) }
}
