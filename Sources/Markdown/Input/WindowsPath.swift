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
}
