internal import Bytes
internal import Han

/// Tells the cells of tables that hold nothing but text, as nearly all do: names, figures, dates. libcmark need not read them.
struct SimpleCells {
  /// Full-width forms of markup in a text are looked for in the tree.
  private let mayHoldLookalikes: Bool
  private let seesHabits: Bool
  /// Bytes by which something other than text may begin, in CommonMark or any addition. NUL is another character to libcmark.
  /// The period and the colon are looked at further: they stand in figures and times.
  private let special = ASCIISet("\\`*_~[]<&{@.:\u{0}".utf8)

  init(features: MarkdownFeatures, scan: SourceScan) {
    seesHabits = features.contains(.wordHabits)
    mayHoldLookalikes = seesHabits && scan.bytes.contains(.lookalike)
  }

  /// What the bytes `cell` of `file` are, blanks at both ends cut off.
  ///
  /// - Complexity: O(length).
  func form(of cell: Range<Int>, _ file: Span<UInt8>) -> Table.Cell.Form {
    guard !cell.isEmpty else { return .text }
    guard !mayHoldLookalikes else { return .marked }
    switch file[cell.lowerBound] {
    case UInt8(ascii: "*"): return isStrong(file, cell) ? .strong : .marked
    // What Word leaves at the start of a line, and what looks like markup there.
    case UInt8(ascii: "#"), 0xE3, 0xEF: if seesHabits { return .marked }
    default: break
    }
    return isText(file, cell) ? .text : .marked
  }

  /// Whether `cell` is `**text**`. Outside it blanks count as standing, so that nothing but blanks inside could be in the way
  /// (CommonMark 0.30 §6.2), with or without the amendment for Chinese.
  private func isStrong(_ file: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    guard cell.count > 4, file.has("**", at: cell.lowerBound), file.has("**", at: cell.upperBound - 2) else {
      return false
    }
    let text = cell.lowerBound + 2..<cell.upperBound - 2
    return isText(file, text) && !HanClass.isSpace(file.scalar(at: text.lowerBound).value)
      && !HanClass.isSpace(file.scalar(before: text.upperBound, from: text.lowerBound).value)
  }

  private func isText(_ file: Span<UInt8>, _ text: Range<Int>) -> Bool {
    var index = special.next(in: file, from: text.lowerBound, to: text.upperBound)
    while index < text.upperBound {
      switch file[index] {
      // The first period of `www.`
      case UInt8(ascii: ".") where index == text.lowerBound || file[index - 1] | 0x20 != UInt8(ascii: "w"): break
      // The colon of `https://`
      case UInt8(ascii: ":") where index + 1 == text.upperBound || file[index + 1] != UInt8(ascii: "/"): break
      default: return false
      }
      index = special.next(in: file, from: index + 1, to: text.upperBound)
    }
    return true
  }
}
