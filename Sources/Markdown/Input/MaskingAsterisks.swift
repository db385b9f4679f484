internal import Bytes
internal import Han

/// Asterisks that hide part of a name or a number, `张**、李*华`, `138****1234`, or multiply, `2*3*4`, or are notes, `带*的必填，
/// 带*的选填`, underscores to fill in,
/// `姓名：___，电话：___`, and tildes from one time to another, `9:00~~10:00，14:00~~15:00`: two such runs near each other are
/// emphasis to Markdown, or struck out, and nobody sees them.
struct MaskingAsterisks {
  /// A run, and where the next one ends, without which it opens nothing.
  struct Place {
    let run: Range<Int>
    let end: Int
  }

  private(set) var places: [Place] = []
  private var last: (run: Range<Int>, shape: Shape)?
  /// The last run of tildes, if it stands in a range.
  private var lastRange: Range<Int>?
  /// The sentence that was looked at last, and whether it is a sum.
  private var sentence: (range: Range<Int>, hasEqualsSign: Bool) = (0..<0, false)

  /// Bytes between two runs that belong together, at most.
  private static let distance = 4000
  /// The same where only the signs between them tell that they multiply.
  private static let factorDistance = 400
  /// Bytes of a factor, at most.
  private static let operandLength = 24

  /// Looks at the run of `*` or `_` that begins at `start` of `text`.
  ///
  /// - Complexity: O(length of the run, and of what lies between it and the last one of its kind), and once O(length) for
  ///   each sentence.
  mutating func pass(_ text: Span<UInt8>, _ start: Int, from floor: Int) {
    let character = text[start]
    var end = start + 1
    while end < text.count, text[end] == character { end += 1 }
    let shape = Shape(of: start..<end, in: text, from: floor)
    if let shape, let last, start - last.run.upperBound <= Self.distance,
      belong(last, (start..<end, shape), text, floor)
    {
      places.append(Place(run: last.run, end: end))
    }
    // Names hold underscores.
    if shape != nil || character == UInt8(ascii: "*") { last = shape.map { (start..<end, $0) } }
  }

  /// Looks at the run of `~` that begins at `start` of `text`: two ranges with something that parts them in between.
  ///
  /// - Complexity: O(length of the run), and of what lies between it and the last range.
  mutating func passTildes(_ text: Span<UInt8>, _ start: Int, from floor: Int) {
    var end = start + 1
    while end < text.count, text[end] == text[start] { end += 1 }
    let isRange = end - start == 2 && Shape.isRange(start..<end, in: text, from: floor)
    if isRange, let lastRange, start - lastRange.upperBound <= Self.factorDistance,
      (lastRange.upperBound..<start).contains(where: { Shape.partsRanges(text, at: $0) })
    {
      places.append(Place(run: lastRange, end: end))
    }
    lastRange = isRange ? start..<end : nil
  }

  private mutating func belong(
    _ first: (run: Range<Int>, shape: Shape), _ second: (run: Range<Int>, shape: Shape), _ text: Span<UInt8>,
    _ floor: Int
  ) -> Bool {
    let between = first.run.upperBound..<second.run.lowerBound
    switch (first.shape, second.shape) {
    case (.blank, .blank), (.unknown, .unknown), (.district, .district), (.telephone, .telephone), (.key, .key),
      (.pattern, .pattern), (.sign, .sign):
      return true
    case (.grade(let next), .grade(let other)): return next == other
    case (.note(let before, let after), .note(let otherBefore, let otherAfter)):
      return before == otherBefore && after == otherAfter
    case (.telephone, .number), (.number, .telephone): return Shape.isDigit(text, at: second.run.upperBound)
    case (.factor, .tail), (.tail, .tail):
      // `尾号*1234、*5678`.
      return second.run.lowerBound - 3 > between.lowerBound && text.has("、", at: second.run.lowerBound - 3)
        && (between.lowerBound..<second.run.lowerBound - 3).allSatisfy { Shape.isDigit(text, at: $0) }
    case (.furtherName, .furtherName), (.furtherName, .name):
      // `张三*，李四*` has notes. Bold type may begin with a comma by mistake.
      return first.run.count == 1 && second.run.count == 1 && Shape.isClosing(text, at: between.lowerBound)
    case (.name, .name), (.name, .furtherName), (.name, .number), (.number, .name), (.number, .number): return true
    case (.name, .factor), (.factor, .name):
      return between.count <= Self.factorDistance && Self.holdsSign(text, between, orList: true)
    case (.factor, .factor), (.factor, .number), (.number, .factor):
      return between.count <= Self.factorDistance
        && (Self.holdsSign(text, between, orList: true) || multiplies(first.run, between, text, floor))
    case (.product, .factor), (.product, .number), (.product, .product), (.factor, .product), (.number, .product):
      return between.count <= Self.factorDistance
        && (Self.holdsSign(text, between, orList: false) || multiplies(first.run, between, text, floor))
    default: return false
    }
  }

  /// Whether `between` holds a sign of a sum, or what parts the words of a list.
  private static func holdsSign(_ text: Span<UInt8>, _ between: Range<Int>, orList: Bool) -> Bool {
    between.contains { index in
      text[index] == UInt8(ascii: "=") || text[index] == UInt8(ascii: "+")
        || ["＋", "＝"].contains { text.has($0, at: index) }
        || orList && ["、", "，", "；"].contains { text.has($0, at: index) }
    }
  }

  /// Whether nothing but a factor stands between two runs, and the one before it is one of `50元*40人*2天`, or stands in a sum.
  private mutating func multiplies(_ first: Range<Int>, _ between: Range<Int>, _ text: Span<UInt8>, _ floor: Int)
    -> Bool
  {
    guard 1...Self.operandLength ~= between.count, Shape.isOperand(text, between) else { return false }
    switch Shape.kindOfFactor(text, before: first.lowerBound, from: floor) {
    case .measure: return Shape.isDigit(text, at: between.lowerBound)
    case .other: return isInSum(first.lowerBound, text, floor)
    case nil: return false
    }
  }

  /// Whether an equals sign stands in the sentence around `place`.
  private mutating func isInSum(_ place: Int, _ text: Span<UInt8>, _ floor: Int) -> Bool {
    if sentence.range.contains(place) { return sentence.hasEqualsSign }
    var start = place
    let bottom = max(floor, min(sentence.range.upperBound, place))
    while start > bottom, !Self.endsSentence(text, start - 1) { start -= 1 }
    var end = place
    while end < text.count, !Self.endsSentence(text, end) { end += 1 }
    let hasEqualsSign = (start..<end).contains { text[$0] == UInt8(ascii: "=") || text.has("＝", at: $0) }
    sentence = (start..<end, hasEqualsSign)
    return hasEqualsSign
  }

  private static func endsSentence(_ text: Span<UInt8>, _ index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "|"): true
    case 0xE3: text.has("。", at: index)
    case 0xEF: text.has("；", at: index)
    default: false
    }
  }
}
