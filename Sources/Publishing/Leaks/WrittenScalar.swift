import Bytes

/// A character as people and programs read it, however it is written: in UTF-8, as a reference of HTML (`&#29579;`), as an escape
/// of JSON (`\u738b`) or of addresses (`%E7%8E%8B`).
struct WrittenScalar {
  let value: UInt32
  /// Behind it.
  let end: Int

  /// The character at `index`; `nil` where none begins, as within one, and at the end.
  static func read(_ bytes: Span<UInt8>, at index: Int) -> WrittenScalar? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "&"): return reference(bytes, at: index) ?? WrittenScalar(value: UInt32(byte), end: index + 1)
    case UInt8(ascii: "\\"): return escape(bytes, at: index) ?? WrittenScalar(value: UInt32(byte), end: index + 1)
    case UInt8(ascii: "%"): return percent(bytes, at: index) ?? WrittenScalar(value: UInt32(byte), end: index + 1)
    case 0..<0x80: return WrittenScalar(value: UInt32(byte), end: index + 1)
    default:
      return decode(length(ofLead: byte), end: index) { offset in
        index + offset < bytes.count ? (bytes[index + offset], index + offset + 1) : nil
      }
    }
  }

  /// How many bytes a character of the lead byte `byte` has; 0 for bytes that are none.
  private static func length(ofLead byte: UInt8) -> Int {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// The character whose bytes `byte` gives, each with what is behind it.
  private static func decode(
    _ length: Int, end start: Int, _ byte: (Int) -> (byte: UInt8, end: Int)?
  ) -> WrittenScalar? {
    guard length > 1, let lead = byte(0) else { return nil }
    var value = UInt32(lead.byte) & (0xFF >> UInt32(length + 1))
    var end = lead.end
    for offset in 1..<length {
      guard let next = byte(offset), next.byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next.byte & 0x3F)
      end = next.end
    }
    return WrittenScalar(value: value, end: end)
  }

  /// `&#29579;`, `&#x738B;`.
  private static func reference(_ bytes: Span<UInt8>, at start: Int) -> WrittenScalar? {
    guard start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = bytes[start + 2] | 0x20 == UInt8(ascii: "x")
    var index = start + (isHexadecimal ? 3 : 2)
    var value: UInt32 = 0
    let first = index
    while index < bytes.count, index - first < 8, let digit = digit(bytes[index], isHexadecimal ? 16 : 10) {
      value = value &* (isHexadecimal ? 16 : 10) &+ digit
      index += 1
    }
    guard index > first, index < bytes.count, bytes[index] == UInt8(ascii: ";") else { return nil }
    return WrittenScalar(value: value, end: index + 1)
  }

  /// `\u738b`.
  private static func escape(_ bytes: Span<UInt8>, at start: Int) -> WrittenScalar? {
    guard start + 5 < bytes.count, bytes[start + 1] == UInt8(ascii: "u") else { return nil }
    var value: UInt32 = 0
    for index in start + 2..<start + 6 {
      guard let digit = digit(bytes[index], 16) else { return nil }
      value = value << 4 | digit
    }
    return WrittenScalar(value: value, end: start + 6)
  }

  /// `%E7%8E%8B`; of one byte `%41`.
  private static func percent(_ bytes: Span<UInt8>, at start: Int) -> WrittenScalar? {
    guard let lead = percentByte(bytes, at: start) else { return nil }
    guard lead >= 0x80 else { return WrittenScalar(value: UInt32(lead), end: start + 3) }
    return decode(length(ofLead: lead), end: start) { offset in
      percentByte(bytes, at: start + 3 * offset).map { ($0, start + 3 * offset + 3) }
    }
  }

  private static func percentByte(_ bytes: Span<UInt8>, at index: Int) -> UInt8? {
    guard index + 2 < bytes.count, bytes[index] == UInt8(ascii: "%"), let high = digit(bytes[index + 1], 16),
      let low = digit(bytes[index + 2], 16)
    else { return nil }
    return UInt8(high << 4 | low)
  }

  private static func digit(_ byte: UInt8, _ radix: UInt32) -> UInt32? {
    let value: UInt32
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): value = UInt32(byte) - 0x61 + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): value = UInt32(byte) - 0x41 + 10
    default: return nil
    }
    return value < radix ? value : nil
  }

  /// Whether it is a Chinese character.
  var isHan: Bool {
    switch value {
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3007: true
    default: false
    }
  }
}

/// What may stand between two characters of a name without parting them for readers: blanks, what has no width, tags of elements
/// within a line.
struct WrittenGap {
  /// Behind it.
  let end: Int
  /// Whether readers see it.
  let isVisible: Bool

  /// More than this is no gap within a name.
  private static let limit = 400

  /// The gap at `start`, which may be empty.
  static func read(_ bytes: Span<UInt8>, at start: Int, _ syntax: LeakSyntax) -> WrittenGap {
    var index = start
    var isVisible = false
    while index < bytes.count, index - start < limit {
      let byte = bytes[index]
      switch byte {
      // Calendars break long lines anywhere.
      case 0x0D where index + 2 < bytes.count && bytes[index + 1] == 0x0A && bytes[index + 2] == 0x20:
        index += 3
        continue
      case 0x20, 0x09, 0x0A, 0x0D:
        isVisible = true
        index += 1
        continue
      case UInt8(ascii: "<") where syntax.hasTags:
        guard let length = InlineTag.length(bytes, at: index) else { break }
        index += length
        continue
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"):
        guard syntax == .markdown else { break }
        index += 1
        continue
      case UInt8(ascii: "&"), 0xC2, 0xE2, 0xE3, 0xEF, 0xF3, UInt8(ascii: "\\"), UInt8(ascii: "%"):
        if let length = Self.blankName(bytes, at: index) {
          isVisible = true
          index += length
          continue
        }
        guard let scalar = WrittenScalar.read(bytes, at: index) else { break }
        switch scalar.value {
        case 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: isVisible = true
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF, 0xE0100...0xE01EF: break
        default: return WrittenGap(end: index, isVisible: isVisible)
        }
        index = scalar.end
        continue
      default: break
      }
      break
    }
    return WrittenGap(end: index, isVisible: isVisible)
  }

  /// The length of `&nbsp;` and its like.
  private static func blankName(_ bytes: Span<UInt8>, at index: Int) -> Int? {
    guard bytes[index] == UInt8(ascii: "&") else { return nil }
    for name in ["&nbsp;", "&ensp;", "&emsp;", "&thinsp;"] where index + name.utf8.count <= bytes.count {
      let wanted = name.utf8Span.span
      var length = 0
      while length < wanted.count, bytes[index + length] == wanted[length] { length += 1 }
      if length == wanted.count { return length }
    }
    return nil
  }
}
