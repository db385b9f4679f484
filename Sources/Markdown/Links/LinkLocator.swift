/// Finds the destinations of links in the source: libcmark's columns of inlines are not to be trusted.
///
/// For one block, all places where a destination may begin are listed once, behind `](` and `<`; the links of the block take
/// them in turn. What is not among them came from a link definition of the text.
struct LinkLocator {
  /// Where destinations may begin in the text, ascending.
  private let candidates: [Int]
  private var nextCandidate = 0
  private var block: Range<Int> = 0..<0
  private var places: [Range<Int>] = []
  private var nextPlace = 0
  /// Once a destination was not the next place: the places not taken so far by their text, each list with how many of it
  /// are taken.
  private var byText: [ArraySlice<UInt8>: (places: [Range<Int>], taken: Int)]?
  private var definitions: [ArraySlice<UInt8>: Range<Int>]?

  init(candidates: [Int]) { self.candidates = candidates }

  /// The place of `destination` among the bytes `block` of the file, or in a link definition; the block when it is in neither.
  ///
  /// - Complexity: O(length of the block's destinations) for the first link of a block, O(length of the destination) on
  ///   average for each further one; O(length of the text) once when a definition is looked for.
  mutating func place(of destination: [UInt8], in block: Range<Int>, _ source: SourceText) -> Range<Int> {
    if self.block != block { list(block, source.file.span) }
    if byText == nil, nextPlace < places.count, source.file.span.has(destination, in: places[nextPlace]) {
      nextPlace += 1
      return places[nextPlace - 1]
    }
    let key = destination[...]
    if byText == nil { byText = sortedPlaces(source.file) }
    if let entry = byText?[key] {
      byText?[key]?.taken = min(entry.taken + 1, entry.places.count - 1)
      return entry.places[entry.taken]
    }
    if definitions == nil { definitions = Self.definitions(source) }
    return definitions?[key] ?? block
  }

  private mutating func list(_ block: Range<Int>, _ file: Span<UInt8>) {
    self.block = block
    places.removeAll(keepingCapacity: true)
    nextPlace = 0
    byText = nil
    // Blocks come in the order of the text, but for tables that were parsed apart.
    if nextCandidate > 0, candidates[nextCandidate - 1] >= block.lowerBound { nextCandidate = 0 }
    while nextCandidate < candidates.count, candidates[nextCandidate] < block.lowerBound { nextCandidate += 1 }
    while nextCandidate < candidates.count, candidates[nextCandidate] < block.upperBound {
      let index = candidates[nextCandidate]
      nextCandidate += 1
      if file[index] == UInt8(ascii: "]") {
        let start = TagScanner.skippingBlanks(file, from: index + 2, limit: block.upperBound)
        if let place = Self.destination(file, at: start, limit: block.upperBound) { places.append(place) }
      } else if !Self.isBehindOpeningBracket(file, index, block) {
        if let place = Self.bracketed(file, at: index, limit: block.upperBound) { places.append(place) }
      }
    }
  }

  private func sortedPlaces(_ file: [UInt8]) -> [ArraySlice<UInt8>: (places: [Range<Int>], taken: Int)] {
    var result: [ArraySlice<UInt8>: (places: [Range<Int>], taken: Int)] = [:]
    for place in places[nextPlace...] { result[Self.unescaped(file[place]), default: ([], 0)].places.append(place) }
    return result
  }

  /// The destination that begins at `start`, without angle brackets.
  static func destination(_ file: Span<UInt8>, at start: Int, limit: Int) -> Range<Int>? {
    guard start < limit else { return nil }
    if file[start] == UInt8(ascii: "<") { return bracketed(file, at: start, limit: limit) }
    var depth = 0
    var index = start
    while index < limit {
      switch file[index] {
      case 0...0x20: return start..<index
      case UInt8(ascii: "\\") where index + 1 < limit && Marker.isEscapable(file[index + 1]): index += 1
      case UInt8(ascii: "("):
        depth += 1
        // libcmark gives up here, too.
        if depth > 32 { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { return start..<index }
        depth -= 1
      default: break
      }
      index += 1
    }
    return start..<index
  }

  /// The title behind the destination that ends at `end`, without its quotes (CommonMark 0.30 §6.3).
  ///
  /// - Complexity: O(its length); at most `length` bytes are looked at.
  static func title(_ file: Span<UInt8>, behind end: Int, limit: Int, atMost length: Int = .max) -> Range<Int>? {
    let limit = length < limit - end ? end + length : limit
    let behind = end < limit && file[end] == UInt8(ascii: ">") ? end + 1 : end
    let start = skippingLineEnd(file, from: behind, limit: limit)
    guard start > behind, start < limit else { return nil }
    let closing: UInt8
    switch file[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = file[start]
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    while index < limit {
      switch file[index] {
      case closing: return start + 1..<index
      case UInt8(ascii: "("): if closing == UInt8(ascii: ")") { return nil }
      case UInt8(ascii: "\\"): index += 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Behind the blanks at `start`, among them one line end with the quotes of the next line.
  static func skippingLineEnd(_ file: Span<UInt8>, from start: Int, limit: Int) -> Int {
    var index = file.skippingBlanks(from: start, to: limit)
    guard index < limit, file[index] == UInt8(ascii: "\n") || file[index] == UInt8(ascii: "\r") else { return index }
    index += file.has("\r\n", at: index) ? 2 : 1
    index = file.skippingBlanks(from: index, to: limit)
    while index < limit, file[index] == UInt8(ascii: ">") { index = file.skippingBlanks(from: index + 1, to: limit) }
    return index
  }

  private static func bracketed(_ file: Span<UInt8>, at start: Int, limit: Int) -> Range<Int>? {
    var index = start + 1
    while index < limit {
      switch file[index] {
      case UInt8(ascii: ">"): return start + 1..<index
      case UInt8(ascii: "<"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return nil
      case UInt8(ascii: "\\"): index += 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Whether the `<` at `index` belongs to a destination that was listed behind `](` already.
  private static func isBehindOpeningBracket(_ file: Span<UInt8>, _ index: Int, _ block: Range<Int>) -> Bool {
    index >= block.lowerBound + 2 && file[index - 1] == UInt8(ascii: "(") && file[index - 2] == UInt8(ascii: "]")
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.contains(UInt8(ascii: "\\")) || bytes.contains(UInt8(ascii: "&")) else { return bytes }
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "&"),
        let reference = CharacterReference(bytes.span, at: index - bytes.startIndex, limit: bytes.count),
        let scalar = reference.scalar.flatMap(Unicode.Scalar.init)
      {
        result.append(contentsOf: String(scalar).utf8)
        index = bytes.startIndex + reference.end
        continue
      }
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex, Marker.isEscapable(bytes[index + 1]) {
        index += 1
      }
      result.append(bytes[index])
      index += 1
    }
    return result[...]
  }

  /// The first definition of each destination: behind `]:`, on this line or the next.
  private static func definitions(_ source: SourceText) -> [ArraySlice<UInt8>: Range<Int>] {
    var result: [ArraySlice<UInt8>: Range<Int>] = [:]
    let file = source.file.span
    let limit = source.body.upperBound
    var index = source.body.lowerBound
    while index + 1 < limit {
      if file[index] == UInt8(ascii: "]"), file[index + 1] == UInt8(ascii: ":") {
        let start = TagScanner.skippingBlanks(file, from: index + 2, limit: limit)
        if let place = destination(file, at: start, limit: limit) {
          let key = unescaped(source.file[place])
          if result[key] == nil { result[key] = place }
        }
        index += 1
      }
      index += 1
    }
    return result
  }
}
