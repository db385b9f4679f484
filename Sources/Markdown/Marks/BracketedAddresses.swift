internal import Bytes

/// Tells which of the bare addresses behind an open `[` stand in brackets: the marker does not know which brackets belong to
/// the same block.
enum BracketedAddresses {
  /// Offsets of those addresses of `marked` that stand in no brackets of their block.
  ///
  /// - Complexity: O(blocks + bytes of the blocks that hold such addresses); O(1) without any.
  static func free(
    in root: MarkdownNode, _ marked: MarkedText, _ source: SourceText, _ index: LineIndex
  ) -> Set<Int> {
    let addresses = marked.bracketedAddresses
    var free: Set<Int> = []
    guard !addresses.isEmpty else { return free }
    var next = 0
    var following = root.firstChild
    while next < addresses.count, let node = following {
      if node.kind == .paragraph || node.kind == .heading {
        let lines = node.lines
        while next < addresses.count, addresses[next].line < lines.lowerBound { next += 1 }
        if next < addresses.count, lines.contains(addresses[next].line) {
          let block = index.range(ofLines: lines.lowerBound, through: lines.upperBound, in: source.file.span)
          let brackets = BracketRanges(source.file.span, block)
          while next < addresses.count, lines.contains(addresses[next].line) {
            if !brackets.contain(addresses[next].offset) { free.insert(addresses[next].offset) }
            next += 1
          }
        }
      }
      following = node.following(below: root, entersChildren: node.holdsBlocks)
    }
    return free
  }
}

/// The places in a block that stand between a `[` and its `]`.
struct BracketRanges {
  /// The outermost pairs, ascending.
  private var pairs: [Range<Int>] = []

  /// - Complexity: O(length of `block`), and O(n log n) in the pairs.
  init(_ file: Span<UInt8>, _ block: Range<Int>) {
    for (start, end) in SourcePairs(file, block).bracketEnd.sorted(by: { $0.key < $1.key }) {
      if let last = pairs.last, start < last.upperBound { continue }
      pairs.append(start..<end)
    }
  }

  /// Whether a pair of brackets is around `offset`.
  ///
  /// - Complexity: O(log n).
  func contain(_ offset: Int) -> Bool {
    let next = pairs.indices.partitionPoint { pairs[$0].upperBound > offset }
    return next < pairs.count && pairs[next].contains(offset)
  }
}
