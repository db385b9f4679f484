package import Diagnostics

/// Where the text of a block stands in its file, scalar by scalar; made when something is said about the text, which is
/// rare, so that writing a text costs nothing more.
package struct TextPlaces {
  /// For each scalar the bytes that became it; empty at the start of the block for one that was not found.
  private let places: [Range<Int>]

  /// Walks once over the lines of a block and the text that became of them: markup, code, addresses, attributes and
  /// descriptions of images are passed over where the text does not have them.
  ///
  /// - Parameters:
  ///   - scalars: those of `TextBlock.typed`.
  ///   - kind: what the block is.
  ///   - span: the block in the file.
  ///   - file: all bytes of the file.
  /// - Complexity: O(length of the block).
  package init(of scalars: [UInt32], as kind: TextBlock.Kind, at span: SourceSpan, in file: [UInt8]) {
    var finder = PlaceFinder(scalars, file, span.range, isLiteral: kind == .html || kind == .attribute)
    places = finder.places(startsLine: kind != .cell && kind != .attribute)
  }

  /// The bytes of `range` of the scalars, the markup between them included; `nil` when none of them was found.
  ///
  /// - Complexity: O(length of `range`).
  package func span(of range: Range<Int>) -> SourceSpan? {
    guard let first = range.first(where: { !places[$0].isEmpty }),
      let last = range.last(where: { !places[$0].isEmpty })
    else { return nil }
    return SourceSpan(places[first].lowerBound, places[last].upperBound)
  }
}
