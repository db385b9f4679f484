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
    guard index < limit else { return nil }
    let isBracketed = file[index] == UInt8(ascii: "<")
    guard let destination = LinkLocator.destination(file, at: index, limit: limit) else { return nil }
    let behind = destination.upperBound + (isBracketed ? 1 : 0)
    index = TagScanner.skippingBlanks(file, from: behind, limit: limit)
    guard index < limit, file[index] != UInt8(ascii: ")") else { return index < limit ? index + 1 : nil }
    let closing: UInt8
    switch file[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = file[index]
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return nil
    }
    guard index > behind, let last = lastSign[closing], last > index else { return nil }
    index += 1
    while index < limit, file[index] != closing { index += file[index] == UInt8(ascii: "\\") ? 2 : 1 }
    index = TagScanner.skippingBlanks(file, from: index + 1, limit: limit)
    return index < limit && file[index] == UInt8(ascii: ")") ? index + 1 : nil
  }
}
