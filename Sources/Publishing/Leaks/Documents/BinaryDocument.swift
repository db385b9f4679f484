import Bytes

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

  /// Its bytes, in which texts stand as they are, in UTF-16 or with a byte a character; behind them, a line each, whole numbers
  /// of cells that are as long as numbers of telephones, which old workbooks keep as binary numbers.
  ///
  /// - Complexity: O(length).
  static func text(of bytes: [UInt8]) -> [UInt8] {
    var output = bytes
    guard isOne(bytes) else { return output }
    var index = 0
    // A record of a cell: its kind 0x0203, its length 14, row, column and format, then a double (MS-XLS 2.4.180).
    while index + 18 <= bytes.count {
      defer { index += 1 }
      guard bytes[index] == 0x03, bytes[index + 1] == 0x02, bytes[index + 2] == 14, bytes[index + 3] == 0 else {
        continue
      }
      let pattern = bytes[index + 10..<index + 18].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let number = Double(bitPattern: pattern)
      guard number >= 1e9, number < 1e18, number == number.rounded() else { continue }
      output += "\n\(UInt64(number))".utf8
    }
    return output
  }
}
