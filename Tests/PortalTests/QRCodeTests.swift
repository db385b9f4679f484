import Portal
import Testing

/// The codes below were read back with zbarimg, as were 48 of random text with 1 to 2,331 bytes, one for each version and more.
@Suite struct QRCodeTests {
  @Test func `a short text is version 1`() throws {
    let code = try #require(QRCode(Array("PROSPECTUS".utf8)))
    #expect(Self.rows(code) == Self.short.split(separator: "\n").map(String.init))
  }

  @Test(arguments: [(1, 21), (14, 21), (15, 25), (84, 37), (85, 41), (180, 53), (213, 57), (214, 61), (2331, 177)])
  func `the version is the smallest that holds the bytes`(count: Int, size: Int) {
    #expect(QRCode(Array(repeating: 0x61, count: count))?.size == size)
  }

  @Test func `more than the largest holds is none`() { #expect(QRCode(Array(repeating: 0x61, count: 2332)) == nil) }

  @Test(arguments: [3, 80, 200, 900, 2331])
  func `corrections divide without remainder, block by block`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + $0 / 11) }
    let code = try #require(QRCode(bytes))
    let reader = QRReader(code)
    #expect(reader.bytes == bytes)
    #expect(reader.syndromes.allSatisfy { $0 == 0 })
  }

  @Test func `the picture is runs of dark modules with a quiet zone`() throws {
    let svg = try #require(QRCode(Array("PROSPECTUS".utf8))).svg
    #expect(svg.contains("viewBox=\"0 0 29 29\""))
    #expect(svg.contains("<path d=\"M4 4h7v1h-7z"))
    #expect(svg.count < 4000)
  }

  private static func rows(_ code: QRCode) -> [String] {
    (0..<code.size).map { row in (0..<code.size).map { code[row, $0] ? "#" : "." }.joined() }
  }

  private static let short = """
    #######..###..#######
    #.....#..####.#.....#
    #.###.#.#.##..#.###.#
    #.###.#.#.#...#.###.#
    #.###.#.##.##.#.###.#
    #.....#.###.#.#.....#
    #######.#.#.#.#######
    ........#.###........
    #.#####...#.#.#####..
    #.#.#..#.##.##....##.
    ##.#..#..#.#.......#.
    .......#..#..#..###..
    ..#######.##.#.#..#..
    ........##.###.#.#.#.
    #######..#..##...#.#.
    #.....#.######...##.#
    #.###.#.###.##...##.#
    #.###.#.##..#..#..#..
    #.###.#.####.##..#...
    #.....#........#.##..
    #######.#.##...#.###.
    """
}

/// Reads a code as a scanner does whose picture is perfect; written from the standard, not from the writer.
private struct QRReader {
  let bytes: [UInt8]
  /// Of each block, as many as it has codewords of correction; all zero when nothing is wrong.
  let syndromes: [UInt8]

  /// Version, blocks and codewords of correction in a block, of the sizes that the tests use.
  private static let layouts = [21: (1, 1, 10), 37: (5, 2, 24), 57: (10, 5, 26), 113: (24, 20, 28), 177: (40, 49, 28)]

  init(_ code: QRCode) {
    let size = code.size
    let (version, blocks, corrections) = Self.layouts[size] ?? (0, 1, 0)
    // Bits 10 to 12 of the format are the mask, hidden by 101.
    let mask = [(2, 4), (3, 2), (4, 1)].reduce(0) { $0 + (code[8, $1.0] ? $1.1 : 0) } ^ 0b101
    var bits: [Bool] = []
    let centres = Self.centres(version, size)
    var column = size - 1
    var isUpward = true
    while column > 0 {
      if column == 6 { column -= 1 }
      for step in 0..<size {
        let row = isUpward ? size - 1 - step : step
        for column in [column, column - 1] where !Self.isPattern(row, column, size, version, centres) {
          bits.append(code[row, column] != Self.isInverted(row, column, mask))
        }
      }
      isUpward.toggle()
      column -= 2
    }
    let words = (0..<bits.count / 8).map { word in (0..<8).reduce(UInt8(0)) { $0 << 1 | (bits[word * 8 + $1] ? 1 : 0) }
    }
    let dataCount = words.count - blocks * corrections
    let shortLength = dataCount / blocks
    var parts: [[UInt8]] = Array(repeating: [], count: blocks)
    var next = 0
    for index in 0...shortLength {
      for block in 0..<blocks where index < shortLength || block >= blocks - dataCount % blocks {
        parts[block].append(words[next])
        next += 1
      }
    }
    let data = parts.flatMap(\.self)
    for _ in 0..<corrections {
      for block in 0..<blocks {
        parts[block].append(words[next])
        next += 1
      }
    }
    syndromes = parts.flatMap { part in (0..<corrections).map { Self.value(of: part, at: $0) } }
    let stream = data.flatMap { byte in (0..<8).map { byte >> UInt8(7 - $0) & 1 } }
    func number(_ from: Int, _ count: Int) -> Int { stream[from..<from + count].reduce(0) { $0 << 1 | Int($1) } }
    let width = version < 10 ? 8 : 16
    bytes = (0..<number(4, width)).map { UInt8(number(4 + width + $0 * 8, 8)) }
  }

  /// The part as a polynomial, at the power `exponent` of 2 in the field.
  private static func value(of part: [UInt8], at exponent: Int) -> UInt8 {
    var powers: [UInt8] = [1]
    for _ in 1..<255 { powers.append(powers[powers.count - 1] << 1 ^ (powers[powers.count - 1] >= 128 ? 0x1D : 0)) }
    var logarithms = [Int](repeating: 0, count: 256)
    for (index, power) in powers.enumerated() { logarithms[Int(power)] = index }
    return part.reduce(0) { sum, byte in (sum == 0 ? 0 : powers[(logarithms[Int(sum)] + exponent) % 255]) ^ byte }
  }

  private static func centres(_ version: Int, _ size: Int) -> [Int] {
    switch version {
    case 5: [6, 30]
    case 10: [6, 28, 50]
    case 24: [6, 28, 54, 80, 106]
    case 40: [6, 30, 58, 86, 114, 142, 170]
    default: []
    }
  }

  private static func isPattern(_ row: Int, _ column: Int, _ size: Int, _ version: Int, _ centres: [Int]) -> Bool {
    if row == 6 || column == 6 { return true }
    if row < 9, column < 9 || column >= size - 8 { return true }
    if row >= size - 8, column < 9 { return true }
    if version >= 7, row < 6 && column >= size - 11 || column < 6 && row >= size - 11 { return true }
    return centres.contains { down in
      centres.contains { right in
        abs(row - down) < 3 && abs(column - right) < 3
          && ![(6, 6), (6, size - 7), (size - 7, 6)].contains { $0 == (down, right) }
      }
    }
  }

  private static func isInverted(_ row: Int, _ column: Int, _ mask: Int) -> Bool {
    let product = row * column
    return switch mask {
    case 0: (row + column) % 2 == 0
    case 1: row % 2 == 0
    case 2: column % 3 == 0
    case 3: (row + column) % 3 == 0
    case 4: (row / 2 + column / 3) % 2 == 0
    case 5: product % 2 + product % 3 == 0
    case 6: (product % 2 + product % 3) % 2 == 0
    default: ((row + column) % 2 + product % 3) % 2 == 0
    }
  }
}
