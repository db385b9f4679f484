/// On which lines places of a file stand.
enum LineNumbers {
  /// The lines, from 1, of `offsets`, which ascend.
  ///
  /// - Complexity: O(the last offset).
  static func lines(of offsets: [Int], in bytes: Span<UInt8>) -> [Int] {
    var line = 1
    var index = 0
    return offsets.map { offset in
      while index < offset {
        if bytes[index] == UInt8(ascii: "\n") { line += 1 }
        index += 1
      }
      return line
    }
  }
}
