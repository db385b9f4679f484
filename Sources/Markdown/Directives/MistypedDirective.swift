internal import Diagnostics

/// Why a closing line does not close the directive it was meant for.
enum ClosingMistake {
  /// It has fewer colons than the opening line.
  case fewerColons
  /// It stands in another block: inside a list or a quote, or behind it.
  case otherBlock
  /// Its colons are full-width.
  case fullWidth
}

/// A line that was meant for a directive and is text.
///
///     line = colons ( name | "{" … | end of line )      with a full-width colon among the colons
///          | ":::" letter                                with a letter that no name begins with: Chinese, mostly
struct MistypedDirective {
  /// Whether it is the name that is wrong, and not the colons.
  var isName: Bool
  /// Whether nothing follows the colons.
  var isClosing: Bool
  /// Whether it opens something that a line of colons closes.
  var isContainer: Bool
  /// Behind what is wrong.
  var end: Int

  /// The line that begins with `text`; `nil` for ordinary text.
  ///
  /// - Complexity: O(colons).
  static func read(_ text: Span<UInt8>) -> MistypedDirective? {
    guard text.count >= 4, text[0] == UInt8(ascii: ":") || (text[0] == 0xEF && text.has("：", at: 0)) else { return nil }
    var end = 0
    var colons = 0
    var isWide = false
    while end < text.count {
      if text[end] == UInt8(ascii: ":") {
        end += 1
      } else if text.has("：", at: end) {
        isWide = true
        end += 3
      } else {
        break
      }
      colons += 1
    }
    guard colons >= 2 else { return nil }
    let content = text.skippingBlanks(from: end, to: text.count)
    guard content < text.count else {
      return isWide && colons >= 3
        ? MistypedDirective(isName: false, isClosing: true, isContainer: false, end: end) : nil
    }
    if isWide {
      guard colons >= 3 || TagScanner.isLetter(text[content]) else { return nil }
      return MistypedDirective(isName: false, isClosing: false, isContainer: colons >= 3, end: end)
    }
    guard colons >= 3, text[content] >= 0x80 else { return nil }
    return MistypedDirective(isName: true, isClosing: false, isContainer: true, end: text.count)
  }
}
