/// Files of office programs until 2003 (compound files, MS-CFB): what can be read of them without knowing where it stands.
enum BinaryDocument {
  private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Whether these are the bytes of such a file.
  static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

  /// Whether a newer document stands in it that is locked with a password: its part is called so, in UTF-16.
  static func isLocked(_ bytes: [UInt8]) -> Bool {
    guard isOne(bytes) else { return false }
    var name: [UInt8] = []
    for byte in "EncryptedPackage".utf8 { name += [byte, 0] }
    return bytes.indices.contains { bytes[$0] == name[0] && bytes[$0...].starts(with: name) }
  }

  /// Its texts, a line each as they stand side by side: runs of letters with a byte each, runs in UTF-16 wherever they begin, and
  /// whole numbers of cells that are as long as numbers of telephones, which old workbooks keep as binary numbers.
  ///
  /// - Complexity: O(length).
  static func text(of bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    appendRuns(of: bytes, step: 1, from: 0, to: &output)
    appendRuns(of: bytes, step: 2, from: 0, to: &output)
    appendRuns(of: bytes, step: 2, from: 1, to: &output)
    if isOne(bytes) { appendNumbers(of: bytes, to: &output) }
    return output
  }

  /// Shorter runs are chance.
  private static let shortestRun = 4

  private static func appendRuns(of bytes: [UInt8], step: Int, from start: Int, to output: inout [UInt8]) {
    var run: [UInt16] = []
    func flush() {
      if run.count * step >= shortestRun {
        output += String(decoding: run, as: UTF16.self).utf8
        output.append(UInt8(ascii: "\n"))
      }
      run.removeAll(keepingCapacity: true)
    }
    for index in stride(from: start, to: bytes.count - step + 1, by: step) {
      let unit = step == 1 ? UInt16(bytes[index]) : UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
      if isText(unit, isSingle: step == 1) { run.append(unit) } else { flush() }
    }
    flush()
  }

  /// Letters, digits and signs; 汉字 and their punctuation.
  private static func isText(_ unit: UInt16, isSingle: Bool) -> Bool {
    0x20...0x7E ~= unit || !isSingle && (0x3000...0x303F ~= unit || 0x3400...0x9FFF ~= unit || 0xFF00...0xFF5E ~= unit)
  }

  /// A record of a cell is its kind 0x0203, its length 14, row, column and format, then a double (MS-XLS 2.4.180).
  private static func appendNumbers(of bytes: [UInt8], to output: inout [UInt8]) {
    var index = 0
    while index + 18 <= bytes.count {
      defer { index += 1 }
      guard bytes[index] == 0x03, bytes[index + 1] == 0x02, bytes[index + 2] == 14, bytes[index + 3] == 0 else {
        continue
      }
      let pattern = bytes[index + 10..<index + 18].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let number = Double(bitPattern: pattern)
      guard number >= 1e9, number < 1e18, number == number.rounded() else { continue }
      output += "\(UInt64(number))\n".utf8
    }
  }
}
