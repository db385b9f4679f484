/// Reads what DEFLATE has compressed (RFC 1951).
package enum Inflate {
  /// Why there is no output.
  package enum Failure: Error {
    /// The bytes are no such data, or end too early.
    case damaged
    /// There is more than the caller wants to hold.
    case tooLarge
  }

  /// The bytes that `input[range]` stands for, at most `limit`; what stands behind their end is not looked at.
  ///
  /// - Complexity: O(length of the output), and of the tables of each block.
  package static func bytes(of input: [UInt8], _ range: Range<Int>, limit: Int) throws(Failure) -> [UInt8] {
    var reader = BitReader(input: input, index: range.lowerBound, end: range.upperBound)
    var output: [UInt8] = []
    var isLast = false
    while !isLast {
      isLast = try reader.bits(1) == 1
      switch try reader.bits(2) {
      case 0: try copyStored(&reader, &output, limit)
      case 1: try expand(&reader, .fixedLiterals, .fixedDistances, &output, limit)
      case 2:
        let (literals, distances) = try readTables(&reader)
        try expand(&reader, literals, distances, &output, limit)
      case _: throw .damaged
      }
    }
    return output
  }

  /// A block that is not compressed (section 3.2.4).
  private static func copyStored(_ reader: inout BitReader, _ output: inout [UInt8], _ limit: Int) throws(Failure) {
    reader.skipToByte()
    let length = try reader.bits(16)
    guard try reader.bits(16) == length ^ 0xFFFF else { throw .damaged }
    guard output.count + length <= limit else { throw .tooLarge }
    for _ in 0..<length { output.append(UInt8(try reader.bits(8))) }
  }

  /// The lengths of codes that a block has of its own, themselves coded (section 3.2.7).
  private static func readTables(_ reader: inout BitReader) throws(Failure) -> (CodeTable, CodeTable) {
    let literalCount = try reader.bits(5) + 257
    let distanceCount = try reader.bits(5) + 1
    let lengthCount = try reader.bits(4) + 4
    var lengths = [UInt8](repeating: 0, count: 19)
    for place in lengthOrder.prefix(lengthCount) { lengths[place] = UInt8(try reader.bits(3)) }
    let coding = try CodeTable(checking: lengths[...])
    var all: [UInt8] = []
    while all.count < literalCount + distanceCount {
      let symbol = try reader.symbol(coding)
      switch symbol {
      case 0..<16: all.append(UInt8(symbol))
      case 16:
        guard let last = all.last else { throw .damaged }
        all += repeatElement(last, count: try reader.bits(2) + 3)
      case 17: all += repeatElement(0, count: try reader.bits(3) + 3)
      case _: all += repeatElement(0, count: try reader.bits(7) + 11)
      }
    }
    guard all.count == literalCount + distanceCount else { throw .damaged }
    return (try CodeTable(checking: all[..<literalCount]), try CodeTable(checking: all[literalCount...]))
  }

  private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// Literals and copies of what came before (section 3.2.5).
  private static func expand(
    _ reader: inout BitReader, _ literals: CodeTable, _ distances: CodeTable, _ output: inout [UInt8], _ limit: Int
  ) throws(Failure) {
    while true {
      let symbol = try reader.symbol(literals)
      if symbol < 256 {
        guard output.count < limit else { throw .tooLarge }
        output.append(UInt8(symbol))
        continue
      }
      guard symbol > 256 else { return }
      guard symbol < 286 else { throw .damaged }
      let length = lengthBases[symbol - 257] + (try reader.bits(lengthExtras[symbol - 257]))
      let code = try reader.symbol(distances)
      guard code < 30 else { throw .damaged }
      let distance = distanceBases[code] + (try reader.bits(distanceExtras[code]))
      guard distance <= output.count else { throw .damaged }
      guard output.count + length <= limit else { throw .tooLarge }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private static let lengthExtras = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let distanceExtras = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
  ]
}

/// Bits of bytes, the lowest first.
private struct BitReader {
  let input: [UInt8]
  var index: Int
  let end: Int
  private var buffer: UInt32 = 0
  private var count = 0

  init(input: [UInt8], index: Int, end: Int) {
    (self.input, self.index, self.end) = (input, index, end)
  }

  /// The next `wanted` bits, at most 16, as a number.
  mutating func bits(_ wanted: Int) throws(Inflate.Failure) -> Int {
    let value = Int(peek(wanted))
    try drop(wanted)
    return value
  }

  /// The next symbol of a code.
  mutating func symbol(_ table: CodeTable) throws(Inflate.Failure) -> Int {
    let entry = table.entries[Int(peek(table.width))]
    guard entry != 0 else { throw .damaged }
    try drop(Int(entry & 15))
    return Int(entry >> 4)
  }

  mutating func skipToByte() {
    buffer >>= UInt32(count & 7)
    count -= count & 7
  }

  /// The next bits; zeros behind the end.
  private mutating func peek(_ wanted: Int) -> UInt32 {
    while count < wanted, index < end {
      buffer |= UInt32(input[index]) << UInt32(count)
      index += 1
      count += 8
    }
    return buffer & (1 << UInt32(wanted) - 1)
  }

  private mutating func drop(_ wanted: Int) throws(Inflate.Failure) {
    guard wanted <= count else { throw .damaged }
    buffer >>= UInt32(wanted)
    count -= wanted
  }
}

/// A canonical Huffman code (section 3.2.2) as a table by the next bits.
private struct CodeTable {
  /// How many bits are looked at: the length of the longest code.
  let width: Int
  /// The symbol and, in the lowest four bits, the length of its code; 0 where there is none.
  let entries: [UInt16]

  /// The code that is given by the length of each symbol's code, 0 for symbols without one; more codes than there is room for
  /// are none.
  init(checking lengths: ArraySlice<UInt8>) throws(Inflate.Failure) {
    var free = 1
    for length in 1..<16 {
      free = free << 1 - lengths.count { Int($0) == length }
      guard free >= 0 else { throw .damaged }
    }
    self.init(lengths)
  }

  /// The same, of lengths that are known to fit.
  init(_ lengths: ArraySlice<UInt8>) {
    let width = Int(lengths.max() ?? 0)
    var entries = [UInt16](repeating: 0, count: 1 << width)
    var code = 0
    for length in 1..<max(1, width + 1) {
      for (symbol, own) in lengths.enumerated() where Int(own) == length {
        var place = Self.reversed(code, length)
        while place < entries.count {
          entries[place] = UInt16(symbol << 4 | length)
          place += 1 << length
        }
        code += 1
      }
      code <<= 1
    }
    (self.width, self.entries) = (width, entries)
  }

  private static func reversed(_ code: Int, _ length: Int) -> Int {
    var (code, result) = (code, 0)
    for _ in 0..<length {
      result = result << 1 | code & 1
      code >>= 1
    }
    return result
  }

  /// Section 3.2.6.
  static let fixedLiterals = fixed([(8, 144), (9, 112), (7, 24), (8, 8)])
  static let fixedDistances = fixed([(5, 30)])

  private static func fixed(_ runs: [(length: UInt8, count: Int)]) -> CodeTable {
    var lengths: [UInt8] = []
    for run in runs { lengths += repeatElement(run.length, count: run.count) }
    return CodeTable(lengths[...])
  }
}
