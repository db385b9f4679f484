internal import Bytes

/// Percent-encoding of addresses as CommonMark's reference renderer does it.
enum AddressEscaping {
  private static let safe = ASCIISet(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+!*(),%#@?=;:/$~".utf8)
  private static let hexadecimal = Array("0123456789ABCDEF".utf8)

  /// Appends `address` for an attribute in double quotes: bytes outside the safe set as `%XX`, `&` as `&amp;`, `'` as
  /// `&#x27;`.
  ///
  /// - Complexity: O(length).
  static func append(_ address: Span<UInt8>, to output: inout [UInt8]) {
    let safe = safe
    var runStart = 0
    for index in address.indices where !safe.contains(address[index]) {
      output.append(run: address, runStart..<index)
      runStart = index + 1
      switch address[index] {
      case UInt8(ascii: "&"): output.append(literal: "&amp;")
      case UInt8(ascii: "'"): output.append(literal: "&#x27;")
      case let byte:
        output.append(UInt8(ascii: "%"))
        output.append(hexadecimal[Int(byte >> 4)])
        output.append(hexadecimal[Int(byte & 15)])
      }
    }
    output.append(run: address, runStart..<address.count)
  }
}
