/// A part of a file with other bytes in its place.
struct TextEdit: Sendable {
  let range: Range<Int>
  let text: [UInt8]

  init(_ range: Range<Int>, _ text: some Sequence<UInt8>) {
    self.range = range
    self.text = Array(text)
  }

  /// `bytes` with all of `edits`, which do not overlap.
  static func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += bytes[index..<edit.range.lowerBound]
      result += edit.text
      index = edit.range.upperBound
    }
    return result + bytes[index...]
  }

  /// How lines of `bytes` end: as the first one does.
  static func lineBreak(of bytes: [UInt8]) -> [UInt8] {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")), end > 0, bytes[end - 1] == UInt8(ascii: "\r") else {
      return [UInt8(ascii: "\n")]
    }
    return [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }

  /// Behind the line that holds `offset`: behind its break, or the end of `bytes`.
  static func lineEnd(in bytes: [UInt8], from offset: Int) -> Int {
    bytes[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
  }

  /// The beginning of the line that holds `offset`.
  static func lineStart(in bytes: [UInt8], of offset: Int) -> Int {
    bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }
}
