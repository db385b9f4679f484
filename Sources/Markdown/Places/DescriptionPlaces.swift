/// Where the descriptions of the images of one block stand in its source; they are asked for in the order of the text.
struct DescriptionPlaces {
  let block: Range<Int>
  /// What stands between each `![` and its `]`, ascending.
  private var places: [Range<Int>] = []
  /// The first of them that no image was found to have.
  private var next = 0

  /// - Complexity: O(length of `block`).
  init(_ file: Span<UInt8>, _ block: Range<Int>) {
    self.block = block
    let pairs = SourcePairs(file, block)
    for index in block where file[index] == UInt8(ascii: "!") {
      if let end = pairs.bracketEnd[index + 1] { places.append(index + 2..<end) }
    }
  }

  /// The place of the next image's `description`, a text without markup; `nil` when it cannot be told. The image's destination
  /// begins at `destination`, in the block or in a link definition.
  ///
  /// - Complexity: O(length of the block) for all images of the block together, and of some dozens of descriptions for each one
  ///   that is not found.
  mutating func place(of description: [UInt8], before destination: Int, _ file: Span<UInt8>) -> Range<Int>? {
    if block.contains(destination) {
      while next < places.count, places[next].upperBound < destination {
        if Self.isTarget(file, places[next].upperBound, destination) { return take(next) }
        next += 1
      }
    }
    var index = next
    while index < min(places.count, next + 32) {
      if Self.holds(description, file, places[index]) { return take(index) }
      index += 1
    }
    return nil
  }

  private mutating func take(_ index: Int) -> Range<Int> {
    next = index + 1
    // Those inside it have no description of their own.
    while next < places.count, places[next].lowerBound < places[index].upperBound { next += 1 }
    return places[index]
  }

  /// Whether the destination at `destination` follows the bracket at `end`.
  private static func isTarget(_ file: Span<UInt8>, _ end: Int, _ destination: Int) -> Bool {
    guard end + 1 < destination, file.has("](", at: end) else { return false }
    for index in end + 2..<destination where file[index] > 0x20 && file[index] != UInt8(ascii: "<") { return false }
    return true
  }

  /// Whether the bytes of `description` stand in `range` in their order; there may be markup between them.
  private static func holds(_ description: [UInt8], _ file: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    for byte in description where byte > 0x20 {
      while index < range.upperBound, file[index] != byte { index += 1 }
      guard index < range.upperBound else { return false }
      index += 1
    }
    return true
  }
}
