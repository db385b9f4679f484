import Values

/// The whole part of a number that is written out, as Python's `int(text, base)` and, where that fails, `int(float(text))` take it:
///
///     integer = [sign] [prefix of the base] digits
///     decimal = [sign] ( digits [ "." [digits] ] | "." digits ) [ "e" [sign] digits ]
///     digits  = digit ( ["_"] digit )*
///
/// Blanks around it do not count; digits of all scripts do.
struct WrittenNumber {
  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Returns: `nil` when the text is no number, or one that is infinite as a floating-point number.
  /// - Throws: `numberRange` for a number that is larger than ours may be.
  static func wholePart(of text: String, base: Int) throws(EvaluationFailure) -> Decimal? {
    guard let bytes = ascii(text) else { return nil }
    let base = base == 0 ? saidBase(bytes) : base
    if (2...36).contains(base) {
      var reader = WrittenNumber(bytes)
      if let (isNegative, digits) = reader.integer(base) { return try value(digits, base: base, isNegative) }
    }
    var reader = WrittenNumber(bytes)
    guard let (isNegative, digits) = reader.decimal() else { return nil }
    return try value(digits, base: 10, isNegative)
  }

  /// The base that a number in `bytes` says by itself: `0x1A`, `0o7`, `-0b1`; 10 otherwise.
  private static func saidBase(_ bytes: [UInt8]) -> Int {
    let unsigned = bytes.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard unsigned.count > 2, unsigned.first == UInt8(ascii: "0"), let letter = unsigned.dropFirst().first else {
      return 10
    }
    switch letter | 0x20 {
    case UInt8(ascii: "x"): return 16
    case UInt8(ascii: "o"): return 8
    case UInt8(ascii: "b"): return 2
    case _: return 10
    }
  }

  /// The text without blanks around it, digits of all scripts as ASCII; `nil` when it has other characters.
  private static func ascii(_ text: String) -> [UInt8]? {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return nil }
    var bytes: [UInt8] = []
    for scalar in scalars[first...last] {
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
        bytes.append(UInt8(ascii: "0") + UInt8(digit))
      } else {
        return nil
      }
    }
    return bytes
  }

  private static func value(_ digits: [Int], base: Int, _ isNegative: Bool) throws(EvaluationFailure) -> Decimal {
    var value: Int128 = 0
    for digit in digits {
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: Int128(base))
      let (sum, overflows) = product.addingReportingOverflow(Int128(digit))
      guard !isTooLarge, !overflows else { throw .numberRange }
      value = sum
    }
    guard let number = Decimal(coefficient: isNegative ? -value : value, scale: 0) else { throw .numberRange }
    return number
  }

  private mutating func integer(_ base: Int) -> (isNegative: Bool, digits: [Int])? {
    let isNegative = sign()
    let prefixes: [Int: UInt8] = [2: UInt8(ascii: "b"), 8: UInt8(ascii: "o"), 16: UInt8(ascii: "x")]
    if let letter = prefixes[base], position + 1 < bytes.count, bytes[position] == UInt8(ascii: "0"),
      bytes[position + 1] | 0x20 == letter
    {
      position += 2
      if position < bytes.count, bytes[position] == UInt8(ascii: "_") { position += 1 }
    }
    guard let digits = digits(base), position == bytes.count else { return nil }
    return (isNegative, digits)
  }

  private mutating func decimal() -> (isNegative: Bool, digits: [Int])? {
    let isNegative = sign()
    var whole = digits(10) ?? []
    var fraction: [Int] = []
    let hasWhole = !whole.isEmpty
    if take(".") { fraction = digits(10) ?? [] }
    guard hasWhole || !fraction.isEmpty else { return nil }
    if take("e") || take("E") {
      let isSmall = sign()
      guard let exponent = digits(10) else { return nil }
      // More than this is nothing, or larger than any number.
      let shift =
        exponent.prefix(while: { $0 == 0 }).count + 6 < exponent.count
        ? 1_000_000 : exponent.reduce(0) { $0 * 10 + $1 }
      Self.shift(&whole, &fraction, isSmall ? -shift : shift)
    }
    guard position == bytes.count else { return nil }
    whole = Array(whole.drop { $0 == 0 })
    // The largest floating-point number has 309 digits.
    return whole.count > 309 ? nil : (isNegative, whole)
  }

  /// Moves the point between the two to the right, or to the left when `places` is negative.
  private static func shift(_ whole: inout [Int], _ fraction: inout [Int], _ places: Int) {
    if places < 0 {
      whole.removeLast(min(whole.count, -places))
      return
    }
    let moved = fraction.prefix(places)
    let isNothing = !whole.contains { $0 != 0 } && !fraction.contains { $0 != 0 }
    whole += moved
    fraction.removeFirst(moved.count)
    if !isNothing { whole += Array(repeating: 0, count: min(places - moved.count, 400)) }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Whether a minus stands here; passes a plus too.
  private mutating func sign() -> Bool { take("-") || (take("+") && false) }

  private mutating func digits(_ base: Int) -> [Int]? {
    var digits: [Int] = []
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "_"), !digits.isEmpty, digit(at: position + 1, base) != nil { position += 1 }
      guard let digit = digit(at: position, base) else { break }
      digits.append(digit)
      position += 1
    }
    return digits.isEmpty ? nil : digits
  }

  private func digit(at position: Int, _ base: Int) -> Int? {
    guard position < bytes.count else { return nil }
    let value: Int
    switch bytes[position] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = Int(bytes[position] - UInt8(ascii: "0"))
    case let byte where (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20):
      value = Int((byte | 0x20) - UInt8(ascii: "a")) + 10
    default: return nil
    }
    return value < base ? value : nil
  }
}
