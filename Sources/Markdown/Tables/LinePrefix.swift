/// What quotes and lists a line must repeat at its start to belong to a block inside them.
///
/// CommonMark 0.30 §5: a quote asks for `>` after at most three columns and takes one blank behind it; an item asks for as
/// many columns as its content is indented. Tabs stop at every fourth column.
struct LinePrefix {
  enum Container: Equatable {
    case quote
    /// Columns from the content of the container around it to the content of the item.
    case item(indent: Int)
  }

  /// From outside in.
  private let containers: [Container]

  /// A place on a line between bytes, or inside a tab.
  struct Position {
    var offset: Int
    /// 0-based.
    var column: Int
    /// Columns of the tab at `offset` that are behind us already.
    var insideTab = 0
  }

  /// Containers that are looked through; a table further inside stays text.
  private static let limit = 150

  /// The prefix of the lines of `block`; `nil` when it stands too deep.
  init?(of block: MarkdownNode, file: Span<UInt8>, lines: LineIndex, lineOffset: Int) {
    var ancestors: [MarkdownNode] = []
    var node = block.parent
    while let current = node {
      if current.kind == .blockQuote || current.kind == .item { ancestors.append(current) }
      guard ancestors.count <= Self.limit else { return nil }
      node = current.parent
    }
    var containers: [Container] = []
    for ancestor in ancestors.reversed() {
      if ancestor.kind == .blockQuote {
        containers.append(.quote)
      } else {
        containers.append(
          .item(indent: Self.indent(of: ancestor, LinePrefix(containers), file, lines, lineOffset)))
      }
    }
    self.containers = containers
  }

  private init(_ containers: [Container]) { self.containers = containers }

  /// Where the content of `line` begins behind the prefix; `nil` when the line lacks it.
  func match(_ line: Range<Int>, _ file: Span<UInt8>) -> Position? {
    let (position, isWhole) = reach(line, file)
    return isWhole ? position : nil
  }

  /// Where `line` stops to have the prefix, and whether it has all of it.
  func reach(_ line: Range<Int>, _ file: Span<UInt8>) -> (position: Position, isWhole: Bool) {
    var position = Position(offset: line.lowerBound, column: 0)
    for container in containers {
      let blanks = Self.blanks(at: position, line, file)
      switch container {
      case .quote:
        guard blanks.columns <= 3, blanks.end < line.upperBound, file[blanks.end] == UInt8(ascii: ">") else {
          return (position, false)
        }
        position = Position(offset: blanks.end + 1, column: position.column + blanks.columns + 1)
        Self.advance(&position, by: 1, line, file)
      case .item(let indent):
        guard blanks.columns >= indent else { return (position, false) }
        Self.advance(&position, by: indent, line, file)
      }
    }
    return (position, true)
  }

  /// The blanks at `position`: how many columns they take and where they end.
  static func blanks(at position: Position, _ line: Range<Int>, _ file: Span<UInt8>) -> (columns: Int, end: Int) {
    var offset = position.offset
    var column = position.column
    while offset < line.upperBound {
      if file[offset] == UInt8(ascii: " ") {
        column += 1
      } else if file[offset] == UInt8(ascii: "\t") {
        column += 4 - column % 4
      } else {
        break
      }
      offset += 1
    }
    return (column - position.column, offset)
  }

  /// Goes on over at most `columns` columns of blanks.
  private static func advance(_ position: inout Position, by columns: Int, _ line: Range<Int>, _ file: Span<UInt8>) {
    var left = columns
    while left > 0, position.offset < line.upperBound {
      if file[position.offset] == UInt8(ascii: " ") {
        position = Position(offset: position.offset + 1, column: position.column + 1)
        left -= 1
      } else if file[position.offset] == UInt8(ascii: "\t") {
        let width = 4 - position.column % 4
        let step = min(left, width)
        position.column += step
        if step == width {
          position = Position(offset: position.offset + 1, column: position.column)
        } else {
          position.insideTab += step
        }
        left -= step
      } else {
        return
      }
    }
  }

  /// Columns from the content around `item` to its own content, as libcmark computes them.
  private static func indent(
    of item: MarkdownNode, _ outer: LinePrefix, _ file: Span<UInt8>, _ lines: LineIndex, _ lineOffset: Int
  ) -> Int {
    let number = item.lines.lowerBound - lineOffset
    let line = lines.range(ofLines: number, through: number, in: file)
    let marker = line.lowerBound + item.startColumn - 1
    let markerColumn = column(of: marker, line, file)
    let start = outerColumn(of: item, outer, line, file) ?? markerColumn
    var end = marker
    while end < line.upperBound, TagScanner.isDigit(file[end]) { end += 1 }
    // More than four columns behind the marker stands indented code, which begins one column behind it.
    let markerEnd = markerColumn + (end - marker) + 1
    if let child = item.firstChild, child.lines.lowerBound == item.lines.lowerBound {
      let childColumn = column(of: line.lowerBound + child.startColumn - 1, line, file)
      if childColumn - markerEnd <= 4 { return max(1, childColumn - start) }
    }
    // Nothing stands on the line any more where it was a link definition: its blanks tell.
    let content = blanks(at: Position(offset: min(end + 1, line.upperBound), column: markerEnd), line, file)
    return markerEnd - start + (content.end < line.upperBound && 1...4 ~= content.columns ? content.columns : 1)
  }

  /// Column at which the content of the container around `item` begins on the item's own line.
  private static func outerColumn(
    of item: MarkdownNode, _ outer: LinePrefix, _ line: Range<Int>, _ file: Span<UInt8>
  ) -> Int? {
    if let list = item.parent, let around = list.parent, around.kind == .item, list.previous == nil,
      item.previous == nil, around.lines.lowerBound == item.lines.lowerBound
    {
      return nil
    }
    return outer.match(line, file)?.column
  }

  private static func column(of offset: Int, _ line: Range<Int>, _ file: Span<UInt8>) -> Int {
    var column = 0
    var index = line.lowerBound
    while index < min(offset, line.upperBound) {
      column += file[index] == UInt8(ascii: "\t") ? 4 - column % 4 : 1
      index += 1
    }
    return column
  }
}
