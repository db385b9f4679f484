/// A QR code of bytes, of the smallest version that holds them, with error correction level M (ISO/IEC 18004): one that is printed
/// on a notice can be read with a stain or a fold.
package struct QRCode: Sendable {
  /// How many modules a side has: 21 to 177.
  package let size: Int
  private var dark: [Bool]
  /// Modules of patterns and information, which masks leave alone.
  private var isReserved: [Bool]
  private let version: Int

  /// Codewords of error correction in each block, by version, level M (table 9).
  private static let correction = [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28,
    28,
    28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  ]
  /// Blocks, by version, level M (table 9).
  private static let blocks = [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33,
    35, 37,
    38, 40, 43, 45, 47, 49,
  ]

  /// Encodes `bytes`; `nil` when there are more than 2,331 of them.
  ///
  /// - Complexity: O(modules), eight times, once for each mask.
  package init?(_ bytes: [UInt8]) {
    guard
      let version = (1...40).first(where: { version in
        // Mode, length of 8 or 16 bits, the bytes.
        4 + (version < 10 ? 8 : 16) + bytes.count * 8 <= Self.dataCodewords(version) * 8
      })
    else { return nil }
    self.version = version
    size = version * 4 + 17
    dark = Array(repeating: false, count: size * size)
    isReserved = dark
    drawPatterns()
    drawCodewords(Self.interleaved(Self.data(bytes, version), version))
    let best = (0..<8).map { ($0, penalty(maskedBy: $0)) }.min { $0.1 < $1.1 }?.0 ?? 0
    apply(mask: best)
    drawFormat(mask: best)
  }

  /// Whether the module in row `row` and column `column` is dark.
  package subscript(row: Int, column: Int) -> Bool { dark[row * size + column] }

  // MARK: Codewords

  /// How many modules are left for codewords, in whole codewords.
  private static func codewords(_ version: Int) -> Int {
    var modules = (16 * version + 128) * version + 64
    if version >= 2 {
      let alignments = version / 7 + 2
      modules -= (25 * alignments - 10) * alignments - 55
      if version >= 7 { modules -= 36 }
    }
    return modules / 8
  }

  private static func dataCodewords(_ version: Int) -> Int {
    codewords(version) - correction[version - 1] * blocks[version - 1]
  }

  /// Mode, length, bytes, end, and the filling that the standard names.
  private static func data(_ bytes: [UInt8], _ version: Int) -> [UInt8] {
    var bits: [Bool] = []
    func bitsOf(_ value: Int, _ count: Int) -> [Bool] { (0..<count).reversed().map { value >> $0 & 1 == 1 } }
    bits += bitsOf(0b0100, 4)
    bits += bitsOf(bytes.count, version < 10 ? 8 : 16)
    for byte in bytes { bits += bitsOf(Int(byte), 8) }
    let capacity = dataCodewords(version) * 8
    bits += Array(repeating: false, count: min(4, capacity - bits.count))
    bits += Array(repeating: false, count: (8 - bits.count % 8) % 8)
    var data = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    var filling: UInt8 = 0xEC
    while data.count < capacity / 8 {
      data.append(filling)
      filling ^= 0xEC ^ 0x11
    }
    return data
  }

  /// The codewords of all blocks in turn, those of data first; the first blocks are one shorter when they do not come out even.
  private static func interleaved(_ data: [UInt8], _ version: Int) -> [UInt8] {
    let (count, ecc) = (blocks[version - 1], correction[version - 1])
    let (short, rest) = data.count.quotientAndRemainder(dividingBy: count)
    var start = 0
    let parts = (0..<count).map { block in
      let length = short + (block >= count - rest ? 1 : 0)
      defer { start += length }
      return Array(data[start..<start + length])
    }
    let corrections = parts.map { ReedSolomon.remainder(of: $0, count: ecc) }
    var result: [UInt8] = []
    for index in 0...short { for part in parts where index < part.count { result.append(part[index]) } }
    for index in 0..<ecc { for part in corrections { result.append(part[index]) } }
    return result
  }

  // MARK: Modules

  private mutating func reserve(_ row: Int, _ column: Int, _ isDark: Bool) {
    dark[row * size + column] = isDark
    isReserved[row * size + column] = true
  }

  private mutating func drawPatterns() {
    for index in 0..<size {
      reserve(6, index, index % 2 == 0)
      reserve(index, 6, index % 2 == 0)
    }
    for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(row, column) }
    let places = alignments
    for row in places {
      for column in places {
        let isCorner = (row, column) == (6, 6) || (row, column) == (6, size - 7) || (row, column) == (size - 7, 6)
        if !isCorner { drawAlignment(row, column) }
      }
    }
    // Reserves the places of the format; its bits are known once the mask is.
    drawFormat(mask: 0)
    drawVersion()
  }

  /// Rows and columns of the centres of alignment patterns.
  private var alignments: [Int] {
    guard version > 1 else { return [] }
    let count = version / 7 + 2
    let step = (version * 8 + count * 3 + 5) / (count * 4 - 4) * 2
    return [6] + (0..<count - 1).reversed().map { size - 7 - $0 * step }
  }

  private mutating func drawFinder(_ row: Int, _ column: Int) {
    for down in -4...4 {
      for right in -4...4 {
        let (row, column) = (row + down, column + right)
        guard (0..<size).contains(row), (0..<size).contains(column) else { continue }
        let distance = max(abs(down), abs(right))
        reserve(row, column, distance != 2 && distance != 4)
      }
    }
  }

  private mutating func drawAlignment(_ row: Int, _ column: Int) {
    for down in -2...2 {
      for right in -2...2 { reserve(row + down, column + right, max(abs(down), abs(right)) != 1) }
    }
  }

  /// Level and mask with their own error correction, twice.
  private mutating func drawFormat(mask: Int) {
    // Level M is 00.
    let bits = Self.withRemainder(mask, digits: 10, divisor: 0x537) ^ 0x5412
    func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
    for index in 0...5 { reserve(index, 8, bit(index)) }
    reserve(7, 8, bit(6))
    reserve(8, 8, bit(7))
    reserve(8, 7, bit(8))
    for index in 9..<15 { reserve(8, 14 - index, bit(index)) }
    for index in 0..<8 { reserve(8, size - 1 - index, bit(index)) }
    for index in 8..<15 { reserve(size - 15 + index, 8, bit(index)) }
    reserve(size - 8, 8, true)
  }

  /// The version with its own error correction, twice; none below 7.
  private mutating func drawVersion() {
    guard version >= 7 else { return }
    let bits = Self.withRemainder(version, digits: 12, divisor: 0x1F25)
    for index in 0..<18 {
      let isDark = bits >> index & 1 == 1
      reserve(index / 3, size - 11 + index % 3, isDark)
      reserve(size - 11 + index % 3, index / 3, isDark)
    }
  }

  /// `value` followed by `digits` bits of the remainder of its division by `divisor`.
  private static func withRemainder(_ value: Int, digits: Int, divisor: Int) -> Int {
    var remainder = value
    for _ in 0..<digits { remainder = remainder << 1 ^ (remainder >> (digits - 1)) * divisor }
    return value << digits | remainder
  }

  /// From the right to the left in columns of two, up and down by turns.
  private mutating func drawCodewords(_ codewords: [UInt8]) {
    var bit = 0
    var right = size - 1
    while right >= 1 {
      if right == 6 { right = 5 }
      for step in 0..<size {
        for column in [right, right - 1] {
          let isUpward = (right + 1) & 2 == 0
          let row = isUpward ? size - 1 - step : step
          guard !isReserved[row * size + column], bit < codewords.count * 8 else { continue }
          dark[row * size + column] = codewords[bit >> 3] >> UInt8(7 - bit & 7) & 1 == 1
          bit += 1
        }
      }
      right -= 2
    }
  }

  private mutating func apply(mask: Int) {
    for row in 0..<size {
      for column in 0..<size where !isReserved[row * size + column] {
        let inverts =
          switch mask {
          case 0: (row + column) % 2 == 0
          case 1: row % 2 == 0
          case 2: column % 3 == 0
          case 3: (row + column) % 3 == 0
          case 4: (row / 2 + column / 3) % 2 == 0
          case 5: row * column % 2 + row * column % 3 == 0
          case 6: (row * column % 2 + row * column % 3) % 2 == 0
          default: ((row + column) % 2 + row * column % 3) % 2 == 0
          }
        if inverts { dark[row * size + column].toggle() }
      }
    }
  }

  // MARK: Choice of the mask

  /// How hard the code is to read with the mask (7.8.3): long runs, blocks, what looks like a finder, uneven shares.
  private func penalty(maskedBy mask: Int) -> Int {
    var code = self
    code.apply(mask: mask)
    code.drawFormat(mask: mask)
    var sum = 0
    for line in 0..<size {
      sum += Self.penalty((0..<size).map { code[line, $0] })
      sum += Self.penalty((0..<size).map { code[$0, line] })
    }
    for row in 0..<size - 1 {
      for column in 0..<size - 1 {
        let first = code[row, column]
        if code[row, column + 1] == first, code[row + 1, column] == first, code[row + 1, column + 1] == first {
          sum += 3
        }
      }
    }
    let share = code.dark.count { $0 } * 20 - size * size * 10
    return sum + abs(share) / (size * size) * 10
  }

  private static let finders: [[Bool]] = ["10111010000", "00001011101"].map { $0.map { $0 == "1" } }

  private static func penalty(_ line: [Bool]) -> Int {
    var sum = 0
    var run = 1
    for index in 1...line.count {
      if index < line.count, line[index] == line[index - 1] {
        run += 1
      } else {
        if run >= 5 { sum += run - 2 }
        run = 1
      }
    }
    for start in 0...max(0, line.count - 11) {
      for finder in finders where line.dropFirst(start).starts(with: finder) { sum += 40 }
    }
    return sum
  }
}
