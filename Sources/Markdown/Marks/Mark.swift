/// The private alphabet in which the text is annotated before libcmark reads it.
///
///     mark        = delimiter | reference | END
///     delimiter   = EF B7 90+k         k = 4 × character (0 `*`, 1 `_`, 2 `~`) + 2 × closes + opens
///     reference   = EF B7 AE digits END   number of a `Substitution`, decimal
///     END         = EF B7 AF           also stands alone where a byte is needed that prints nothing
///
/// All are noncharacters (U+FDD0–U+FDEF), three bytes each, which are refused in input: to libcmark they are letters, and
/// whatever construct they end up in, they can be told from the text.
enum Mark {
  static let lead: UInt8 = 0xEF
  static let second: UInt8 = 0xB7
  static let firstDelimiter: UInt8 = 0x90
  static let reference: UInt8 = 0xAE
  static let end: UInt8 = 0xAF
  /// Bytes of each mark.
  static let length = 3

  static let delimiterCharacters: [UInt8] = [UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~")]

  /// Whether a mark stands at `index`.
  @inline(__always)
  static func isMark(_ text: Span<UInt8>, at index: Int) -> Bool {
    text[index] == lead && index + 2 < text.count && text[index + 1] == second && 0x90...0xAF ~= text[index + 2]
  }

  /// Offset of the first mark at or behind `start`; the length of the text when there is none.
  ///
  /// - Complexity: O(distance).
  static func next(in text: Span<UInt8>, from start: Int) -> Int {
    var index = start + 1
    let end = text.count - 1
    // Every second byte: one of the first two of a mark is among them.
    while index < end {
      let byte = text[index]
      if byte == second, text[index - 1] == lead, 0x90...0xAF ~= text[index + 1] { return index - 1 }
      if byte == lead, isMark(text, at: index) { return index }
      index += 2
    }
    return text.count
  }

  /// The run of equal delimiter marks that begins at `index`.
  ///
  /// - Returns: the number of marks; 0 when none stands there.
  static func delimiterRun(in text: Span<UInt8>, at index: Int) -> (code: UInt8, count: Int) {
    let code = text[index + 2]
    guard code < reference else { return (code, 0) }
    var count = 1
    while index + count * length < text.count, isMark(text, at: index + count * length),
      text[index + count * length + 2] == code
    {
      count += 1
    }
    return (code, count)
  }

  /// Reads the reference that begins at `index`.
  ///
  /// - Returns: the number and the offset behind END; `nil` when no whole reference stands there.
  static func reference(in text: Span<UInt8>, at index: Int) -> (number: Int, end: Int)? {
    guard index < text.count, isMark(text, at: index), text[index + 2] == reference else { return nil }
    var position = index + length
    var number = 0
    while position < text.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[position], number < 1 << 40 {
      number = number * 10 + Int(text[position] - UInt8(ascii: "0"))
      position += 1
    }
    guard position < text.count, isMark(text, at: position), text[position + 2] == end else { return nil }
    return (number, position + length)
  }

  /// Appends one mark.
  @inline(__always)
  static func append(_ code: UInt8, to output: inout [UInt8]) {
    output.append(lead)
    output.append(second)
    output.append(code)
  }

  /// Appends the reference to substitution `number`.
  static func appendReference(_ number: Int, to output: inout [UInt8]) {
    append(reference, to: &output)
    output.append(contentsOf: String(number).utf8)
    append(end, to: &output)
  }
}

/// What a run of `*`, `_` or `~` can do.
struct DelimiterRole: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let opens = DelimiterRole(rawValue: 1)
  static let closes = DelimiterRole(rawValue: 2)
}
