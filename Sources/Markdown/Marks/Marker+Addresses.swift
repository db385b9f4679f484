extension Marker {
  /// Notes the bare address whose `:` or first `.` stands at `index`; where to go on, or `nil` when there is none.
  ///
  /// In brackets there is none, as cmark-gfm has it: they may be the text or the label of a link.
  mutating func noteAddress(at index: Int) -> Int? {
    guard features.contains(.autolinks), index + 1 < limit,
      let found = AddressScanner.address(
        text.span, at: index, floor: max(prefixEnd, edits.last?.range.upperBound ?? 0), limit: limit,
        hasFigures: features.contains(.figures))
    else { return nil }
    var range = found.range
    if range.lowerBound > textStart, text[range.lowerBound - 1] == UInt8(ascii: "<"),
      TagScanner.uriEnd(text.span, at: range.lowerBound - 1, limit: limit) != nil
    {
      return nil
    }
    if openBrackets > 0, isInBrackets(range.lowerBound) { return nil }
    if range.lowerBound >= textStart + 2, text.span.has("](", at: range.lowerBound - 2) {
      range = range.lowerBound..<min(range.upperBound, destinationEnd(from: range.lowerBound))
      guard index < range.upperBound else { return nil }
    }
    edits.append(Edit(range: range, kind: .address(scheme: found.scheme)))
    isSuspicious = true
    // The period of `www.` at the end of a sentence is not part of the address.
    return max(range.upperBound, index + 1)
  }

  /// Whether the address at `start`, before which a bracket is open, stands in brackets. Which those are depends on the block:
  /// it counts as in them until the tree tells otherwise (`BracketedAddresses`).
  private mutating func isInBrackets(_ start: Int) -> Bool {
    guard hasBracketEnd(from: start) else { return false }
    if isCell { return isInBracketsOfCell(start) }
    noteBracketedAddress(at: start)
    return !freeAddresses.contains(start)
  }

  /// The same in a cell, which is a block of its own.
  private mutating func isInBracketsOfCell(_ start: Int) -> Bool {
    let brackets = cellBrackets ?? BracketRanges(text.span, textStart..<limit)
    cellBrackets = brackets
    return brackets.contain(start)
  }

  /// Whether a `]` follows in the text. Each byte is looked at once for all addresses.
  private mutating func hasBracketEnd(from start: Int) -> Bool {
    if nextBracketEnd < start {
      nextBracketEnd = start
      while nextBracketEnd < limit, text[nextBracketEnd] != UInt8(ascii: "]") { nextBracketEnd += 1 }
    }
    return nextBracketEnd < limit
  }

  /// Where a link's destination that begins at `start` ends (CommonMark 0.30 §6.3).
  private func destinationEnd(from start: Int) -> Int {
    var depth = 0
    var index = start
    while index < limit {
      switch text[index] {
      case 0...0x20: return index
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return index }
        depth -= 1
      default: break
      }
      index += 1
    }
    return limit
  }
}
