internal import Bytes

/// A path of Windows, `C:\\_新\\#1`: before a sign of ASCII a backslash is none to Markdown (CommonMark 0.30 §2.4).
enum WindowsPath {
  /// Bytes of a path, at most.
  private static let lengthLimit = 260

  /// From the letter of the drive whose `:` stands at `colon` to behind the first sign that a backslash escapes; `nil` when
  /// there is none, or what stands there is no path.
  ///
  /// - Complexity: O(length of the path).
  static func lossy(_ text: Span<UInt8>, around colon: Int, from floor: Int) -> Range<Int>? {
    guard colon > floor, TagScanner.isLetter(text[colon - 1]) else { return nil }
    let start = colon - 1
    if start > floor {
      let before = text[start - 1]
      // The address of a link has its own message.
      guard !TagScanner.isLetter(before), !TagScanner.isDigit(before), before != UInt8(ascii: "("),
        before != UInt8(ascii: "<")
      else { return nil }
    }
    var index = colon + 1
    while index + 1 < text.count, index - start < lengthLimit, text[index] > 0x20 {
      switch text[index] {
      case UInt8(ascii: "\\"):
        // Who writes two knows.
        if text[index + 1] == UInt8(ascii: "\\") { return nil }
        if Marker.isEscapable(text[index + 1]) { return start..<index + 2 }
      // No name holds another one.
      case UInt8(ascii: ":"): return nil
      case 0xE2...0xEF: if ["，", "。", "；", "”", "）"].contains(where: { text.has($0, at: index) }) { return nil }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// From the first backslash of `\\server\share` at `start`, of whose first two Markdown shows one, to behind the one
  /// before the share; `nil` when what stands there is none.
  ///
  /// - Complexity: O(length of the server's name).
  static func lossyShare(_ text: Span<UInt8>, at start: Int, from floor: Int) -> Range<Int>? {
    let backslash = UInt8(ascii: "\\")
    guard start + 4 < text.count, text[start + 1] == backslash else { return nil }
    if start > floor {
      let before = text[start - 1]
      guard before != backslash, before != UInt8(ascii: "("), before != UInt8(ascii: "<"),
        !TagScanner.isLetter(before), !TagScanner.isDigit(before)
      else { return nil }
    }
    var index = start + 2
    while index < text.count, index - start < 80,
      DirectiveSyntax.isName(text[index]) || text[index] == UInt8(ascii: ".")
    {
      index += 1
    }
    guard index > start + 3, index + 1 < text.count, text[index] == backslash,
      TagScanner.isLetter(text[index + 1]) || TagScanner.isDigit(text[index + 1]) || text[index + 1] >= 0x80
    else { return nil }
    return start..<index + 1
  }
}
