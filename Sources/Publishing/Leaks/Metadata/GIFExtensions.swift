/// The blocks of a GIF file (GIF89a) that are no picture.
enum GIFExtensions {
  /// The texts of comment extensions (§24), each joined from its sub-blocks; ends where the file is damaged.
  ///
  /// - Complexity: O(length).
  static func comments(in bytes: [UInt8]) -> [[UInt8]] {
    guard bytes.count > 13 else { return [] }
    var comments: [[UInt8]] = []
    var index = 13 + table(bytes[10])
    while index < bytes.count {
      switch bytes[index] {
      case 0x21:
        guard index + 2 < bytes.count else { return comments }
        let isComment = bytes[index + 1] == 0xFE
        let (content, end) = blocks(bytes, from: index + 2)
        if isComment { comments.append(content) }
        index = end
      case 0x2C:
        guard index + 10 < bytes.count else { return comments }
        index = blocks(bytes, from: index + 11 + table(bytes[index + 9])).end
      case _: return comments
      }
    }
    return comments
  }

  /// The bytes of the colour table that `flags` announce.
  private static func table(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }

  /// Sub-blocks (§15): a length and as many bytes, until the length is 0.
  private static func blocks(_ bytes: [UInt8], from start: Int) -> (content: [UInt8], end: Int) {
    var content: [UInt8] = []
    var index = start
    while index < bytes.count, bytes[index] > 0 {
      let end = min(bytes.count, index + 1 + Int(bytes[index]))
      content += bytes[index + 1..<end]
      index = end
    }
    return (content, index + 1)
  }
}
