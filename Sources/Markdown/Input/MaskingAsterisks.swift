internal import Bytes
internal import Han

/// Asterisks that hide part of a name or a number, `张**、李*华`, `138****1234`, or multiply, `2*3*4`: two such runs near each
/// other are emphasis to Markdown, and nobody sees them.
struct MaskingAsterisks {
  /// A run, and where the next one ends, without which it opens nothing.
  struct Place {
    let run: Range<Int>
    let end: Int
  }

  /// What a run is by what stands beside it.
  private enum Shape {
    /// `李**，`, `李*明、`, `，*明、`.
    case name
    /// The same as far as one character tells; only behind another name.
    case furtherName
    /// `138****1234`, `2*3`.
    case number
    /// `30元*5`, `A*B`; only in a list or a sum.
    case factor
  }

  private(set) var places: [Place] = []
  private var last: (run: Range<Int>, shape: Shape)?

  /// Bytes between two runs that belong together, at most.
  private static let distance = 400

  /// Looks at the run that begins at `start` of `text`.
  ///
  /// - Complexity: O(length of the run, and of what lies between it and the last one of its kind).
  mutating func pass(_ text: Span<UInt8>, _ start: Int, from floor: Int) {
    var end = start + 1
    while end < text.count, text[end] == UInt8(ascii: "*") { end += 1 }
    let shape = Self.shape(text, start..<end, from: floor)
    if let shape, let last, start - last.run.upperBound <= Self.distance,
      Self.belong(last.shape, shape, text.extracting(last.run.upperBound..<start))
    {
      places.append(Place(run: last.run, end: end))
    }
    last = shape.map { (start..<end, $0) }
  }

  private static func belong(_ first: Shape, _ second: Shape, _ between: Span<UInt8>) -> Bool {
    switch (first, second) {
    case (.furtherName, _), (.number, .furtherName), (.factor, .furtherName): false
    case (.factor, _), (_, .factor):
      between.indices.contains { index in
        between[index] == UInt8(ascii: "=") || between[index] == UInt8(ascii: "+")
          || ["、", "，", "；", "＋", "＝"].contains { between.has($0, at: index) }
      }
    default: true
    }
  }

  private static func shape(_ text: Span<UInt8>, _ run: Range<Int>, from floor: Int) -> Shape? {
    let before = run.lowerBound > floor ? text.scalar(before: run.lowerBound, from: floor).value : lineEnd
    let after = scalar(text, at: run.upperBound)
    if isDigit(after) { return isAlphanumeric(before) ? .number : HanClass.isIdeograph(before) ? .factor : nil }
    if isAlphanumeric(before), isLetter(after) { return isDigit(before) && run.count > 2 ? .number : .factor }
    if isDigit(before) { return run.count > 2 && endsWord(after) ? .number : nil }
    if HanClass.isIdeograph(before) {
      let isSurname = Surnames.contains(before)
      if endsWord(after) { return isSurname || after == listComma ? .name : .furtherName }
      guard isSurname, let isWhole = isGivenName(text, from: run.upperBound) else { return nil }
      return isWhole ? .name : .furtherName
    }
    return run.count == 1 && endsWord(before) && isListedName(text, from: run.upperBound, behind: before) ? .name : nil
  }

  /// Whether a given name of one or two characters stands at `start` and nothing else behind it; `nil` when none can.
  private static func isGivenName(_ text: Span<UInt8>, from start: Int) -> Bool? {
    var index = start
    for count in 0..<3 {
      let next = scalar(text, at: index)
      if count > 0, next == asterisk { return nil }
      if count > 0, endsWord(next) { return true }
      guard HanClass.isIdeograph(next) else { return nil }
      index += text.scalar(at: index).length
    }
    return false
  }

  /// Whether a given name without its surname stands at `start` in a list, `*明、*华`. Nothing else tells it from the end of
  /// right emphasis, `*时间：*上午，*地点：*一中。`
  private static func isListedName(_ text: Span<UInt8>, from start: Int, behind before: UInt32) -> Bool {
    guard isGivenName(text, from: start) == true, !numerals.contains(scalar(text, at: start)) else { return false }
    var end = start
    while HanClass.isIdeograph(scalar(text, at: end)) { end += text.scalar(at: end).length }
    let next = scalar(text, at: end)
    return next == listComma || before == listComma && !headEnds.contains(next)
  }

  private static let lineEnd: UInt32 = 0x0A
  /// `、`, with which no words begin.
  private static let listComma: UInt32 = 0x3001
  private static let asterisk = UInt32(UInt8(ascii: "*"))

  private static func scalar(_ text: Span<UInt8>, at index: Int) -> UInt32 {
    index < text.count ? text.scalar(at: index).value : lineEnd
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }

  private static func isLetter(_ scalar: UInt32) -> Bool { 0x61...0x7A ~= scalar | 0x20 }

  private static func isAlphanumeric(_ scalar: UInt32) -> Bool { isDigit(scalar) || isLetter(scalar) }

  private static func endsWord(_ scalar: UInt32) -> Bool {
    scalar != asterisk && (HanClass.isSpace(scalar) || HanClass.isPunctuation(scalar))
  }

  /// `*一、*` numbers a heading.
  private static let numerals = Set("一二三四五六七八九十甲乙丙丁".unicodeScalars.map(\.value))
  /// What ends a heading or a question, and no name.
  private static let headEnds = Set("：:？?！!".unicodeScalars.map(\.value))
}
