import Bytes

/// Decodes GB 18030-2000 (with it GBK, CP936 but for its 0x80, and GB 2312).
///
///     character = 00–7F | lead trail | lead 30–39 lead 30–39
///     lead      = 81–FE        trail = 40–7E | 80–FE
///
/// The tables are made at the first use from `GB18030Table` (about 130 KB, a millisecond): the rules are told in
/// `generate-gb18030.py`, which checks them against the reference.
enum GB18030 {
  /// What a file in this encoding says, or the first bytes that are no character of it.
  enum Outcome {
    case text([UInt8])
    case invalid(Range<Int>)
  }

  /// Number of trail bytes.
  private static let trails = 190

  /// The two-byte characters: lead from 81, then trail, 190 to a lead.
  static let twoByte: [UInt16] = makeTwoByte()
  /// The four-byte characters of the Basic Multilingual Plane, by their linear number.
  static let fourByte: [UInt16] = makeFourByte()
  /// The linear number of U+10000.
  private static let firstSupplementary = 189_000

  /// Decodes `bytes` to UTF-8.
  ///
  /// - Complexity: O(length).
  static func decode(_ bytes: [UInt8]) -> Outcome {
    let (twoByte, fourByte) = (twoByte, fourByte)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        let begin = index
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        output.append(run: bytes.span, begin..<index)
        continue
      }
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      guard lead != 0x80, lead != 0xFF else { return .invalid(index..<index + 1) }
      if next >= 0x40, next != 0x7F, next != 0xFF {
        let code = Int(lead - 0x81) * trails + Int(next) - (next < 0x7F ? 0x40 : 0x41)
        append(UInt32(twoByte[code]), &output)
        index += 2
        continue
      }
      guard (0x30...0x39).contains(next), index + 3 < bytes.count, (0x81...0xFE).contains(bytes[index + 2]),
        (0x30...0x39).contains(bytes[index + 3])
      else { return .invalid(index..<index + 1) }
      let high = Int(lead - 0x81) * 10 + Int(next - 0x30)
      let linear = (high * 126 + Int(bytes[index + 2] - 0x81)) * 10 + Int(bytes[index + 3] - 0x30)
      if linear < fourByte.count {
        append(UInt32(fourByte[linear]), &output)
      } else if (firstSupplementary...firstSupplementary + 0xFFFFF).contains(linear) {
        append(UInt32(0x10000 + linear - firstSupplementary), &output)
      } else {
        return .invalid(index..<index + 4)
      }
      index += 4
    }
    return .text(output)
  }

  /// Appends the UTF-8 of a character beyond ASCII that is no surrogate.
  private static func append(_ scalar: UInt32, _ output: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: scalar >> shift & 0x3F | 0x80) }
    switch scalar {
    case ..<0x800:
      output.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    case ..<0x10000:
      output.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      output.append(tail(6))
    default:
      output.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      output.append(tail(12))
      output.append(tail(6))
    }
    output.append(tail(0))
  }

  private static func makeTwoByte() -> [UInt16] {
    var table = [UInt16](repeating: 0, count: 126 * trails)
    var isInGB2312 = [Bool](repeating: false, count: 0x10000)
    /// Index of the first trail byte (40), and of trail A1, of a lead byte.
    func low(_ lead: Int) -> Int { (lead - 0x81) * trails }
    func high(_ lead: Int) -> Int { low(lead) + 96 }
    func fill(_ start: Int, _ count: Int, from scalar: Int) {
      for offset in 0..<count { table[start + offset] = UInt16(scalar + offset) }
    }
    var lead = 0xB0
    for line in GB18030Table.hanzi.split(separator: "\n") {
      for (offset, scalar) in line.unicodeScalars.enumerated() {
        table[high(lead) + offset] = UInt16(scalar.value)
        isInGB2312[Int(scalar.value)] = true
      }
      lead += 1
    }
    var symbols = runs(GB18030Table.symbols)[...]
    for lead in 0xA1...0xA9 {
      let start = lead < 0xA8 ? high(lead) : low(lead)
      let count = low(lead + 1) - start
      table.replaceSubrange(start..<start + count, with: symbols.prefix(count))
      symbols = symbols.dropFirst(count)
    }
    for lead in 0xA1...0xA7 { fill(low(lead), 96, from: 0xE4C6 + 96 * (lead - 0xA1)) }
    for lead in 0xAA...0xAF { fill(high(lead), 94, from: 0xE000 + 94 * (lead - 0xAA)) }
    for lead in 0xF8...0xFE { fill(high(lead), 94, from: 0xE234 + 94 * (lead - 0xF8)) }
    var rest = (0x4E00...0x9FA5).filter { !isInGB2312[$0] }.map { UInt16($0) }[...]
    rest.append(contentsOf: runs(GB18030Table.tail))
    for lead in Array(0x81...0xA0) + Array(0xAA...0xFE) {
      let count = lead <= 0xA0 ? trails : 96
      table.replaceSubrange(low(lead)..<low(lead) + count, with: rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    return table
  }

  private static func makeFourByte() -> [UInt16] {
    var hasTwoBytes = [Bool](repeating: false, count: 0x10000)
    for scalar in twoByte { hasTwoBytes[Int(scalar)] = true }
    return (0x80...0xFFFF).filter { !hasTwoBytes[$0] && !(0xD800...0xDFFF).contains($0) }.map { UInt16($0) }
  }

  /// The numbers of a list like `3000+3 00B7`.
  private static func runs(_ text: String) -> [UInt16] {
    var numbers: [UInt16] = []
    for run in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = run.split(separator: "+")
      let first = UInt16(parts[0], radix: 16) ?? 0
      let count = parts.count > 1 ? UInt16(parts[1]) ?? 1 : 1
      for offset in 0..<count { numbers.append(first + offset) }
    }
    return numbers
  }
}
