import Diagnostics

/// Breaks text for a terminal: at blanks, and beside wide characters, but never before closing punctuation.
package enum LineWrap {
  private static let closing: Set<Unicode.Scalar> = ["，", "。", "、", "；", "：", "！", "？", "）", "》", "”", "’", "…"]
  private static let opening: Set<Unicode.Scalar> = ["（", "《", "“", "‘"]

  /// `text` in lines of at most `width` columns, each but the first behind `indent` blanks; its own line ends stay.
  package static func wrap(_ text: String, width: Int, indent: Int) -> String {
    let separator = "\n" + String(repeating: " ", count: indent)
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { lines(of: Substring($0), width: max(10, width)).joined(separator: separator) }
      .joined(separator: separator)
  }

  private static func lines(of paragraph: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for piece in pieces(of: paragraph) {
      let wide = DisplayWidth.columns(of: piece)
      let trimmed = piece.last == " " ? wide - 1 : wide
      if columns + trimmed > width, !line.isEmpty {
        lines.append(line.last == " " ? String(line.dropLast()) : line)
        line = ""
        columns = 0
      }
      line += piece
      columns += wide
    }
    return lines + [line]
  }

  /// Parts between which a line may end; a blank belongs to the part before it.
  private static func pieces(of paragraph: Substring) -> [String] {
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in paragraph.unicodeScalars {
      if let previous, mayBreak(between: previous, scalar) {
        pieces.append(String(piece))
        piece = String.UnicodeScalarView()
      }
      piece.append(scalar)
      previous = scalar
    }
    return pieces + [String(piece)]
  }

  private static func mayBreak(between left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    if right == " " || closing.contains(right) || opening.contains(left) { return false }
    return left == " " || DisplayWidth.columns(of: left) == 2 || DisplayWidth.columns(of: right) == 2
  }
}
