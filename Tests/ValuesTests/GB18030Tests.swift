import Bytes
import Diagnostics
import Foundation
import Testing
import Values

/// The whole encoding through the CSV reader: every code in a field of its own would be slow, so rows of 190.
struct GB18030Tests {
  /// Two-byte codes of one lead byte, in order.
  private func row(_ lead: UInt8) -> [UInt8] {
    var bytes: [UInt8] = []
    for trail in (0x40 as UInt8)...0xFE where trail != 0x7F { bytes += [lead, trail] }
    return bytes
  }

  /// The four-byte code of a linear number.
  private func four(_ linear: Int) -> [UInt8] {
    [
      UInt8(0x81 + linear / 12600), UInt8(0x30 + linear / 1260 % 10), UInt8(0x81 + linear / 10 % 126),
      UInt8(0x30 + linear % 10),
    ]
  }

  @Test func `all characters of the plane are those of the reference`() {
    var bytes: [UInt8] = []
    for lead in (0x81 as UInt8)...0xFE { bytes += row(lead) }
    for linear in 0..<39_420 { bytes += four(linear) }
    let text = CSVReader.text(of: bytes)
    // Printed by generate-gb18030.py from Python's codec.
    #expect(SHA256.hexDigest(of: text.span) == "2a9b71f3b4b7262e4ac411ab233b7ec632ee4859ff4a50e1c34a3008f25071df")
  }

  @Test func `two-byte characters agree with Foundation but for its twenty newer ones`() {
    var differences = 0
    for lead in (0x81 as UInt8)...0xFE {
      let bytes = row(lead)
      for offset in stride(from: 0, to: bytes.count, by: 2) {
        let code = Array(bytes[offset..<offset + 2])
        let ours = String(decoding: CSVReader.text(of: [0x81, 0x40] + code).dropFirst(3), as: UTF8.self)
        let theirs = String(data: Data(code), encoding: String.Encoding(rawValue: 0x8000_0632))
        if ours != theirs { differences += 1 }
      }
    }
    #expect(differences <= 24)
  }

  @Test func `characters beyond the plane`() {
    for (linear, scalar) in [(189_000, 0x10000), (189_000 + 0x10BB7, 0x20BB7), (189_000 + 0xFFFFF, 0x10FFFF)] {
      let text = CSVReader.text(of: [0x81, 0x40] + four(linear)).dropFirst(3)
      #expect(String(decoding: text, as: UTF8.self).unicodeScalars.first?.value == UInt32(scalar))
    }
  }

  @Test(
    arguments: [
      [0x81], [0x81, 0x7F], [0x81, 0xFF], [0x80], [0xFF], [0x81, 0x30, 0x81], [0xE3, 0x32, 0x9A, 0x36],
      [0x84, 0x31, 0xA4, 0x40],
    ] as [[UInt8]])
  func `what is no character is refused`(_ code: [UInt8]) {
    let (records, diagnostics) = CSVReader.readRecords([0x81, 0x40, 0x0A] + code + [0x0A], path: "")
    #expect(records == nil && diagnostics.map(\.code) == ["CV05"])
  }
}
