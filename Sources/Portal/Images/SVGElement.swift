internal import Bytes

/// The root element of an SVG picture, as far as its size depends on it (SVG 2, §7.2 and §7.6).
///
///     file    = BOM? (blank | "<?" … "?>" | "<!--" … "-->" | "<!" … ">")* "<" (prefix ":")? "svg" attribute* "/"? ">"
///     attribute = blank+ name blank* "=" blank* quoted
///
/// No XML reader: references in the three values are not resolved, and namespaces are not looked up.
struct SVGElement {
  private var width: SVGLength?
  private var height: SVGLength?
  /// Width and height of the view box.
  private var box: (width: SVGLength, height: SVGLength)?

  /// The size in pixels: as stated, else by the shape of the view box, else that of the view box.
  var size: ImageSize? {
    switch (width, height, box) {
    case (let width?, let height?, _): ImageSize(width: width.pixels, height: height.pixels)
    case (let width?, nil, let box?): ImageSize(width: width.pixels, height: width.scaled(box.height, by: box.width))
    case (nil, let height?, let box?): ImageSize(width: height.scaled(box.width, by: box.height), height: height.pixels)
    case (nil, nil, let box?): ImageSize(width: box.width.pixels, height: box.height.pixels)
    case (_, _, nil): nil
    }
  }

  /// Whether the first byte behind blanks is `<`, as in every text of XML.
  static func mayBegin(_ bytes: Span<UInt8>) -> Bool {
    bytes.byte(at: skippingBlanks(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)) == UInt8(ascii: "<")
  }

  /// Reads the root element; `nil` when it is none, or is not closed.
  ///
  /// - Complexity: O(length up to the end of the element).
  init?(_ bytes: Span<UInt8>) {
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while true {
      index = Self.skippingBlanks(bytes, from: index)
      guard bytes.byte(at: index) == UInt8(ascii: "<") else { return nil }
      guard let end = Self.prologueEnd(bytes, at: index) else { break }
      index = end
    }
    guard var end = Self.nameEnd(bytes, at: index + 1) else { return nil }
    while true {
      let start = Self.skippingBlanks(bytes, from: end)
      switch bytes.byte(at: start) {
      case nil: return nil
      case UInt8(ascii: ">"), UInt8(ascii: "/"): return
      default: break
      }
      guard start > end, let attribute = Self.attribute(bytes, at: start) else { return nil }
      read(attribute.name, bytes.extracting(attribute.value))
      end = attribute.end
    }
  }

  private mutating func read(_ name: [UInt8], _ value: Span<UInt8>) {
    switch String(decoding: name, as: UTF8.self) {
    case "width": width = SVGLength(value)
    case "height": height = SVGLength(value)
    case "viewBox":
      let numbers = SVGLength.list(value)
      box = numbers.count == 4 && numbers[2].isVisible && numbers[3].isVisible ? (numbers[2], numbers[3]) : nil
    default: break
    }
  }

  /// Behind the declaration, comment or instruction at `start`; `nil` when an element stands there. What is not closed goes
  /// to the end.
  private static func prologueEnd(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    if bytes.has(Array("<?".utf8), at: start) { return behind("?>", bytes, from: start + 2) }
    if bytes.has(Array("<!--".utf8), at: start) { return behind("-->", bytes, from: start + 4) }
    guard bytes.has(Array("<!".utf8), at: start) else { return nil }
    // A document type may hold declarations in brackets.
    var depth = 0
    var index = start + 2
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return index + 1
      default: break
      }
      index += 1
    }
    return index
  }

  private static func behind(_ end: String, _ bytes: Span<UInt8>, from start: Int) -> Int {
    let end = Array(end.utf8)
    var index = start
    while index < bytes.count {
      if bytes.has(end, at: index) { return index + end.count }
      index += 1
    }
    return index
  }

  /// Behind `svg` or `prefix:svg` at `start`.
  private static func nameEnd(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    var end = start
    var local = start
    while let byte = bytes.byte(at: end), !isBlank(byte), byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/") {
      if byte == UInt8(ascii: ":") { local = end + 1 }
      end += 1
    }
    return end - local == 3 && bytes.has(Array("svg".utf8), at: local) ? end : nil
  }

  private static func attribute(_ bytes: Span<UInt8>, at start: Int) -> (name: [UInt8], value: Range<Int>, end: Int)? {
    var nameEnd = start
    while let byte = bytes.byte(at: nameEnd), !isBlank(byte), byte != UInt8(ascii: "=") {
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") { return nil }
      nameEnd += 1
    }
    var name: [UInt8] = []
    name.append(run: bytes, start..<nameEnd)
    let equals = skippingBlanks(bytes, from: nameEnd)
    guard bytes.byte(at: equals) == UInt8(ascii: "=") else { return nil }
    let quote = skippingBlanks(bytes, from: equals + 1)
    guard let mark = bytes.byte(at: quote), mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else { return nil }
    var end = quote + 1
    while let byte = bytes.byte(at: end), byte != mark { end += 1 }
    guard end < bytes.count else { return nil }
    return (name, quote + 1..<end, end + 1)
  }

  static func skippingBlanks(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while let byte = bytes.byte(at: index), isBlank(byte) { index += 1 }
    return index
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}

/// A length in pixels, exact to a thousandth.
struct SVGLength {
  private let thousandths: Int

  /// Beyond it nothing is shown, and no product of two overflows.
  private static let limit = 1_000_000_000_000

  /// `12`, `12.5`, `12px`; `nil` for other units, for percentages, for numbers that are not positive.
  init?(_ text: Span<UInt8>) {
    var index = SVGElement.skippingBlanks(text, from: 0)
    guard let number = Self(number: text, at: &index) else { return nil }
    if text.has(Array("px".utf8), at: index) || text.has(Array("PX".utf8), at: index) { index += 2 }
    guard SVGElement.skippingBlanks(text, from: index) == text.count, number.isVisible else { return nil }
    self = number
  }

  /// The numbers of a list, blanks or commas between them; what follows the first that is none is left out.
  static func list(_ text: Span<UInt8>) -> [SVGLength] {
    var numbers: [SVGLength] = []
    var index = 0
    while numbers.count < 5 {
      while let byte = text.byte(at: index), SVGElement.isBlank(byte) || byte == UInt8(ascii: ",") { index += 1 }
      guard let number = SVGLength(number: text, at: &index) else { break }
      numbers.append(number)
    }
    return numbers
  }

  /// `sign? digit* ("." digit*)? ([eE] sign? digit+)?` with at least one digit before the exponent.
  private init?(number text: Span<UInt8>, at index: inout Int) {
    var isNegative = false
    if text.byte(at: index) == UInt8(ascii: "-") || text.byte(at: index) == UInt8(ascii: "+") {
      isNegative = text[index] == UInt8(ascii: "-")
      index += 1
    }
    var value = 0
    var digits = 0
    // Powers of ten by which `value` is to be multiplied.
    var exponent = 3
    var isFraction = false
    while let byte = text.byte(at: index) {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
        digits += 1
        if value < Self.limit {
          value = value * 10 + Int(byte - UInt8(ascii: "0"))
          if isFraction { exponent -= 1 }
        } else if !isFraction {
          exponent += 1
        }
      } else {
        break
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    exponent += Self.exponent(text, at: &index)
    while exponent > 0, value > 0, value < Self.limit {
      value *= 10
      exponent -= 1
    }
    while exponent < 0, value > 0 {
      value = (value + (exponent == -1 ? 5 : 0)) / 10
      exponent += 1
    }
    thousandths = isNegative ? -value : value
  }

  /// `e-3` and the like, when digits stand in it; at most 99.
  private static func exponent(_ text: Span<UInt8>, at index: inout Int) -> Int {
    guard let mark = text.byte(at: index), mark | 0x20 == UInt8(ascii: "e") else { return 0 }
    var place = index + 1
    let sign = text.byte(at: place)
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { place += 1 }
    var value = 0
    let start = place
    while let byte = text.byte(at: place), UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
      value = min(99, value * 10 + Int(byte - UInt8(ascii: "0")))
      place += 1
    }
    guard place > start else { return 0 }
    index = place
    return sign == UInt8(ascii: "-") ? -value : value
  }

  /// Whether it is positive and not absurd.
  var isVisible: Bool { thousandths > 0 && thousandths < Self.limit }

  /// Whole pixels, half up, at least 1.
  var pixels: Int { max(1, (thousandths + 500) / 1000) }

  /// This length × `numerator` ÷ `denominator` in whole pixels.
  func scaled(_ numerator: SVGLength, by denominator: SVGLength) -> Int {
    let product = thousandths.multipliedFullWidth(by: numerator.thousandths)
    guard product.high < denominator.thousandths else { return 0 }
    let quotient = denominator.thousandths.dividingFullWidth(product).quotient
    return quotient > Self.limit ? 0 : max(1, (quotient + 500) / 1000)
  }
}
