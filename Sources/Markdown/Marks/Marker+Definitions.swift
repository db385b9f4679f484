extension Marker {
  /// Notes what may be the definition of a link, at `start`, the first byte of a line behind prefix and list markers.
  ///
  /// A mark in its destination tells afterwards what became of it: it stands in the address of each link that uses the
  /// definition, in the text where there is no definition, and nowhere when the definition is read and no link uses it.
  mutating func noteDefinition(at start: Int) {
    guard features.contains(.wordHabits),
      let found = LinkDefinition(text.span, at: start, limit: limit, line: lineNumber)
    else { return }
    // A second one may be the destination and the title of that before it.
    let isTitle = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "(")].contains(
      text[found.destination.lowerBound])
    if isTitle, isBehindLabel(start) { return }
    definitions.append(found)
  }

  /// Whether the line before ends with `]:`.
  private func isBehindLabel(_ start: Int) -> Bool {
    var index = start
    while index > chunkStart, text[index - 1] <= 0x20 || text[index - 1] == UInt8(ascii: ">") { index -= 1 }
    return index >= chunkStart + 2 && text.span.has("]:", at: index - 2)
  }
}
