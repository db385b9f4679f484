/// Whether a line begins a block that ends a table.
///
/// CommonMark 0.30 §4 and §5. Behind a table nothing is a paragraph's continuation, so also those starts count that cannot
/// interrupt a paragraph: any list number, an empty item, any HTML tag alone on its line, indented code.
enum BlockStart {
  /// Whether the content `line` (offsets into the file, behind the containers' prefix and blanks) begins one; lines of
  /// colons do when there are directives.
  static func isStart(_ file: Span<UInt8>, _ line: Range<Int>, hasDirectives: Bool) -> Bool {
    guard !line.isEmpty else { return false }
    switch file[line.lowerBound] {
    case UInt8(ascii: ">"): return true
    case UInt8(ascii: "#"): return isHeading(file, line)
    case UInt8(ascii: "`"): return isFence(file, line) && !hasByte(UInt8(ascii: "`"), file, behindRunIn: line)
    case UInt8(ascii: "~"): return isFence(file, line)
    case UInt8(ascii: "<"): return HTMLStart.isStart(file, line)
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return isListMarker(file, line) || isThematicBreak(file, line)
    case UInt8(ascii: ":"): return hasDirectives && file.has("::", at: line.lowerBound)
    default: return false
    }
  }

  private static func runEnd(_ file: Span<UInt8>, _ line: Range<Int>) -> Int {
    var end = line.lowerBound
    while end < line.upperBound, file[end] == file[line.lowerBound] { end += 1 }
    return end
  }

  private static func isBlankOrEnd(_ file: Span<UInt8>, _ index: Int, _ line: Range<Int>) -> Bool {
    index >= line.upperBound || file[index] == UInt8(ascii: " ") || file[index] == UInt8(ascii: "\t")
  }

  private static func isHeading(_ file: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let end = runEnd(file, line)
    return end - line.lowerBound <= 6 && isBlankOrEnd(file, end, line)
  }

  private static func isFence(_ file: Span<UInt8>, _ line: Range<Int>) -> Bool {
    runEnd(file, line) - line.lowerBound >= 3
  }

  private static func hasByte(_ byte: UInt8, _ file: Span<UInt8>, behindRunIn line: Range<Int>) -> Bool {
    var index = runEnd(file, line)
    while index < line.upperBound {
      if file[index] == byte { return true }
      index += 1
    }
    return false
  }

  private static func isThematicBreak(_ file: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let character = file[line.lowerBound]
    guard character != UInt8(ascii: "+"), !TagScanner.isDigit(character) else { return false }
    var count = 0
    for index in line {
      if file[index] == character {
        count += 1
      } else if file[index] != UInt8(ascii: " "), file[index] != UInt8(ascii: "\t") {
        return false
      }
    }
    return count >= 3
  }

  private static func isListMarker(_ file: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var end = line.lowerBound
    while end < line.upperBound, end - line.lowerBound < 10, TagScanner.isDigit(file[end]) { end += 1 }
    if end > line.lowerBound {
      guard end - line.lowerBound <= 9, end < line.upperBound,
        file[end] == UInt8(ascii: ".") || file[end] == UInt8(ascii: ")")
      else { return false }
    } else if file[end] == UInt8(ascii: "_") {
      return false
    }
    return isBlankOrEnd(file, end + 1, line)
  }
}
