internal import Bytes

/// What belongs together in the source of a block, found in one pass: pieces of code and brackets.
struct SourcePairs {
  /// For each run of backticks that begins a piece of code, where that ends.
  private(set) var codeEnd: [Int: Int] = [:]
  /// For each `[` its `]`.
  private(set) var bracketEnd: [Int: Int] = [:]
  /// Where the last of each sign stands that ends a title.
  private var lastSign: [UInt8: Int] = [:]

  /// - Complexity: O(length of `block`).
  init(_ file: Span<UInt8>, _ block: Range<Int>) {
    var runs: [Range<Int>] = []
    var index = block.lowerBound
    while index < block.upperBound {
      guard file[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let start = index
      while index < block.upperBound, file[index] == UInt8(ascii: "`") { index += 1 }
      runs.append(start..<index)
    }
    var next: [Int: Int] = [:]
    for run in runs.reversed() {
      codeEnd[run.lowerBound] = next[run.count]
      next[run.count] = run.upperBound
    }
    var open: [Int] = []
    index = block.lowerBound
    while index < block.upperBound {
      switch file[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "`"):
        let start = index
        while index < block.upperBound, file[index] == UInt8(ascii: "`") { index += 1 }
        index = (codeEnd[start] ?? index) - 1
      case UInt8(ascii: "["): open.append(index)
      case UInt8(ascii: "]"): if let opening = open.popLast() { bracketEnd[opening] = index }
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"): lastSign[file[index]] = index
      default: break
      }
      index += 1
    }
  }

  /// Behind the `(destination "title")` at `start`; `nil` when there is none (CommonMark 0.30 §6.3).
  ///
  /// - Complexity: O(its length).
  func targetEnd(_ file: Span<UInt8>, at start: Int, limit: Int) -> Int? {
    var index = TagScanner.skippingBlanks(file, from: start + 1, limit: limit)
    guard index < limit, let behind = destinationEnd(file, at: index, limit: limit) else { return nil }
    index = LinkLocator.skippingLineEnd(file, from: behind, limit: limit)
    if index < limit, file[index] != UInt8(ascii: ")") {
      guard let title = title(file, behind: behind, limit: limit) else { return nil }
      index = LinkLocator.skippingLineEnd(file, from: title.upperBound + 1, limit: limit)
    }
    return index < limit && file[index] == UInt8(ascii: ")") ? index + 1 : nil
  }

  /// Where the last line ends of the link definition whose destination is looked for at `start`, behind its colon; `nil` when
  /// there is none (CommonMark 0.30 §4.7).
  ///
  /// - Complexity: O(its length).
  func definitionEnd(_ file: Span<UInt8>, at start: Int, limit: Int) -> Int? {
    let destination = LinkLocator.skippingLineEnd(file, from: start, limit: limit)
    guard destination < limit, let behind = destinationEnd(file, at: destination, limit: limit), behind > destination
    else { return nil }
    if let title = title(file, behind: behind, limit: limit),
      let end = lineEnd(file, from: title.upperBound + 1, limit: limit)
    {
      return end
    }
    return lineEnd(file, from: behind, limit: limit)
  }

  private func destinationEnd(_ file: Span<UInt8>, at start: Int, limit: Int) -> Int? {
    guard let destination = LinkLocator.destination(file, at: start, limit: limit) else { return nil }
    return destination.upperBound + (file[start] == UInt8(ascii: "<") ? 1 : 0)
  }

  private func title(_ file: Span<UInt8>, behind end: Int, limit: Int) -> Range<Int>? {
    let start = LinkLocator.skippingLineEnd(file, from: end, limit: limit)
    guard start < limit else { return nil }
    let sign = file[start] == UInt8(ascii: "(") ? UInt8(ascii: ")") : file[start]
    guard let last = lastSign[sign], last > start else { return nil }
    return LinkLocator.title(file, behind: end, limit: limit)
  }

  /// The end of the line that `start` is on, when only blanks stand before it.
  private func lineEnd(_ file: Span<UInt8>, from start: Int, limit: Int) -> Int? {
    let end = file.skippingBlanks(from: start, to: limit)
    return end >= limit || file[end] == UInt8(ascii: "\n") || file[end] == UInt8(ascii: "\r") ? min(end, limit) : nil
  }
}
