internal import Bytes

/// Gives each heading of a text its id.
struct HeadingIDs {
  private var taken: Set<ByteKey> = []
  /// How often each base was asked for, so that a thousand equal headings cost a thousand steps.
  private var repeats: [ByteKey: Int] = [:]

  /// Keeps an id that the text states itself from being made.
  mutating func reserve(_ id: [UInt8]) { taken.insert(ByteKey(id)) }

  /// The id for a heading with `text`: lower case; letters (Chinese ones too), digits, `-` and `_` stay, runs of blanks become
  /// one `-`, everything else goes; `-1`, `-2`, … for repeats.
  ///
  /// - Complexity: O(length of `text`), on average.
  mutating func id(for text: Span<UInt8>) -> [UInt8] {
    if taken.isEmpty { taken.reserveCapacity(8) }
    let base = ByteKey(Self.slug(text))
    guard !taken.insert(base).inserted else { return base.bytes }
    var number = repeats[base, default: 0]
    var id: [UInt8]
    repeat {
      number += 1
      id = base.bytes + Array("-\(number)".utf8)
    } while !taken.insert(ByteKey(id)).inserted
    repeats[base] = number
    return id
  }

  private static func slug(_ text: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    let hyphen = UInt8(ascii: "-")
    var index = 0
    while index < text.count {
      let (scalar, length) = text.scalar(at: index)
      switch scalar {
      case 0x4E00...0x9FFF:
        result.append(text[index])
        result.append(text[index + 1])
        result.append(text[index + 2])
      case 0x61...0x7A, 0x30...0x39, 0x5F, 0x2D: result.append(UInt8(scalar))
      case 0x41...0x5A: result.append(UInt8(scalar | 0x20))
      case 0x20, 0x09, 0x0A, 0x3000:
        if let last = result.last, last != hyphen { result.append(hyphen) }
      // The punctuation of Chinese is no letter: asking for the properties of a scalar takes long.
      case 0..<0x80, 0x2014, 0x2018...0x201D, 0x2026, 0x3001...0x3002, 0x3008...0x3011, 0xFF01...0xFF0F,
        0xFF1A...0xFF20:
        break
      default:
        if let scalar = Unicode.Scalar(scalar), isWordScalar(scalar) {
          result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
      }
      index += length
    }
    while result.last == hyphen { result.removeLast() }
    return result.isEmpty ? Array("section".utf8) : result
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return true }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
