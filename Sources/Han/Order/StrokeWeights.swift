/// Numbers of strokes and places in the order of strokes, made of `StrokeTable` at the first use (about 200 KB).
///
/// A weight is the number of strokes in the upper eight bits; below it the place in the table, and for characters without
/// one 1 in the next bit and the code point.
struct StrokeWeights: Sendable {
  /// The weights of all characters.
  static let standard = StrokeWeights()

  /// Of characters whose strokes are not known; they come last.
  private static let unknown: UInt32 = 0xFF

  /// Weights of U+3400–9FFF; 0 for none.
  private var basic = [UInt32](repeating: 0, count: 0x6C00)
  /// Weights of standard characters elsewhere.
  private var further: [UInt32: UInt32] = [:]
  /// Numbers of strokes of planes 2 and 3 from U+20000, 0 for none.
  private var supplementary: [UInt8] = []

  private init() {
    readOrdered()
    readCounted()
  }

  /// The weight of an ideograph.
  ///
  /// - Complexity: O(1).
  func weight(of scalar: UInt32) -> UInt32 {
    if 0x3400..<0xA000 ~= scalar, basic[Int(scalar - 0x3400)] > 0 { return basic[Int(scalar - 0x3400)] }
    if let weight = further[scalar] { return weight }
    let index = Int(scalar) - 0x20000
    let strokes = supplementary.indices.contains(index) ? UInt32(supplementary[index]) : 0
    return Self.unplaced(strokes == 0 ? Self.unknown : strokes, scalar)
  }

  /// The number of strokes of an ideograph, if known.
  func strokes(of scalar: UInt32) -> Int? {
    let strokes = weight(of: scalar) >> 24
    return strokes == Self.unknown ? nil : Int(strokes)
  }

  private static func unplaced(_ strokes: UInt32, _ scalar: UInt32) -> UInt32 { strokes << 24 | 1 << 23 | scalar }

  private mutating func readOrdered() {
    var strokes: UInt32 = 0
    var isInNumber = false
    var place: UInt32 = 0
    for scalar in StrokeTable.ordered.unicodeScalars {
      let value = scalar.value
      let isDigit = 0x30...0x39 ~= value
      if isDigit { strokes = (isInNumber ? strokes * 10 : 0) + value - 0x30 }
      isInNumber = isDigit
      guard value >= 0x80 else { continue }
      place += 1
      let weight = strokes << 24 | place
      if 0x3400..<0xA000 ~= value { basic[Int(value - 0x3400)] = weight } else { further[value] = weight }
    }
  }

  private mutating func readCounted() {
    supplementary = [UInt8](repeating: 0, count: 0x323B0 - 0x20000)
    /// Where the next run begins; the strokes of the run being read, and how long it is; 0 where no decimal was seen.
    var (next, strokes, length) = (0, UInt8(0), 0)
    var isInHeader = false
    func fill(_ weights: inout Self) {
      guard strokes > 0 else { return }
      for scalar in next..<next + max(1, length) { weights.setStrokes((strokes & 0x7F) - 0x40, of: UInt32(scalar)) }
      next += max(1, length)
      (strokes, length) = (0, 0)
    }
    for byte in StrokeTable.counted.utf8 {
      switch byte {
      case UInt8(ascii: ">"):
        fill(&self)
        (isInHeader, next) = (true, 0)
      case UInt8(ascii: "."): isInHeader = false
      case _ where isInHeader: next = next << 4 | Int(byte < 0x40 ? byte - 0x30 : byte - 0x37)
      case 0x30...0x39: length = length * 10 + Int(byte - 0x30)
      case 0x40...0x7E:
        fill(&self)
        // 40 stands for no strokes, which must differ from no run.
        strokes = byte | 0x80
      default: break
      }
    }
    fill(&self)
  }

  /// Notes the strokes of a character that has no place in the table.
  private mutating func setStrokes(_ strokes: UInt8, of scalar: UInt32) {
    guard strokes > 0 else { return }
    if scalar >= 0x20000 {
      supplementary[Int(scalar - 0x20000)] = strokes
    } else if basic[Int(scalar - 0x3400)] == 0 {
      basic[Int(scalar - 0x3400)] = Self.unplaced(UInt32(strokes), scalar)
    }
  }
}
