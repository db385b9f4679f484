/// The text that libcmark reads when there are tables: the cells first that are more than text, each as a heading of its
/// own line, then the text, in which each table is one HTML comment of as many lines.
///
///     # name of the first cell          link definitions of the text hold for cells, too
///     # …
///     text before
///     > <!--R0E                         R0E: a reference to the table; quotes' and lists' prefixes stay
///     > E
///     > -->
///     text behind                       libcmark sees what follows a table as following a block, not a paragraph
struct TableText {
  let source: SourceText
  let lines: LineIndex
  let tables: [Table]

  /// The cells alone: enough when each table is a paragraph of its own and the text defines no links.
  func cellBytes(marker: inout Marker) -> [UInt8] {
    for table in tables {
      for cell in table.cells where cell.form == .marked { appendCell(cell.range, &marker) }
    }
    return marker.takeBytes()
  }

  /// The cells and the text.
  ///
  /// - Parameters:
  ///   - text: the marked text without tables, or `nil` when it is the source.
  ///   - marker: marks the cells.
  /// - Returns: the bytes for libcmark.
  /// - Complexity: O(bytes).
  func bytes(text: [UInt8]?, marker: inout Marker) -> [UInt8] {
    var output = cellBytes(marker: &marker)
    let textLines = text.map { LineIndex($0.span, 0..<$0.count) } ?? lines
    let bytes = text ?? source.file
    output.reserveCapacity(output.count + bytes.count)
    var nextLine = 1
    for (number, table) in tables.enumerated() {
      output.append(contentsOf: bytes[whole(nextLine, table.lines.lowerBound - 1, textLines)])
      let start = lines.range(ofLines: table.lines.lowerBound, through: table.lines.upperBound, in: source.file.span)
      let reference = marker.addSubstitution(Substitution(range: start, kind: .table(number)))
      let header = textLines.range(
        ofLines: table.lines.lowerBound, through: table.lines.lowerBound, in: bytes.span)
      appendTable(table, reference, header: bytes[header], to: &output)
      nextLine = table.lines.upperBound + 1
    }
    output.append(contentsOf: bytes[whole(nextLine, textLines.count, textLines)])
    return output
  }

  private func whole(_ first: Int, _ last: Int, _ index: LineIndex) -> Range<Int> {
    index.wholeRange(ofLines: first, through: last)
  }

  private func appendCell(_ cell: Range<Int>, _ marker: inout Marker) {
    marker.append("# ")
    var removed: [Int] = []
    for index in cell where source.file[index] == UInt8(ascii: "\\") {
      if index + 1 < cell.upperBound, source.file[index + 1] == UInt8(ascii: "|") {
        removed.append(index - cell.lowerBound - removed.count)
      }
    }
    if removed.isEmpty {
      marker.markCell(source.file, cell, map: .identity)
    } else {
      var bytes: [UInt8] = []
      for index in cell {
        let isEscape =
          source.file[index] == UInt8(ascii: "\\") && index + 1 < cell.upperBound
          && source.file[index + 1] == UInt8(ascii: "|")
        if !isEscape { bytes.append(source.file[index]) }
      }
      marker.markCell(bytes, 0..<bytes.count, map: OffsetMap(base: cell.lowerBound, removed: removed))
    }
    marker.endCell()
  }

  /// Appends the comment that stands for `table`, the first line of which is `header` in the marked text.
  private func appendTable(_ table: Table, _ reference: Int, header: ArraySlice<UInt8>, to output: inout [UInt8]) {
    for (index, prefix) in table.prefixes.enumerated() {
      if let length = prefix.markedLength {
        output.append(contentsOf: header.prefix(length))
      } else {
        output.append(contentsOf: source.file[prefix.range])
      }
      for _ in 0..<prefix.blanks { output.append(UInt8(ascii: " ")) }
      if index == 0 {
        output.append(contentsOf: "<!--".utf8)
        Mark.appendReference(reference, to: &output)
      } else if index == table.prefixes.count - 1 {
        output.append(contentsOf: "-->".utf8)
      } else {
        Mark.append(Mark.end, to: &output)
      }
      output.append(UInt8(ascii: "\n"))
    }
  }
}
