/// Whether bytes are UTF-8, and if not, where they stop being so.
public enum UTF8Check {
  /// The first ill-formed sequence of `bytes`.
  ///
  /// - Returns: half-open byte range of the maximal ill-formed part (Unicode 15, §3.9 "best practice"), or `nil` when
  ///   all bytes are well-formed.
  /// - Complexity: O(length); runs of ASCII are passed eight bytes at a time by the standard library.
  public static func firstError(in bytes: Span<UInt8>) -> Range<Int>? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes)
      return nil
    } catch {
      return error.byteOffsets
    }
  }

  /// The length of the character of more than one byte at `index`, for readers that look at every byte anyway; 0 when it
  /// is ill-formed there (Unicode 15, table 3-7).
  @inlinable @inline(__always)
  public static func multibyteLength(in bytes: borrowing Span<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    switch lead {
    case 0xC2...0xDF: return continues(bytes, index + 1) ? 2 : 0
    case 0xE0...0xEF:
      guard index + 2 < bytes.count, bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80,
        lead != 0xE0 || bytes[index + 1] >= 0xA0, lead != 0xED || bytes[index + 1] < 0xA0
      else { return 0 }
      return 3
    case 0xF0...0xF4:
      guard continues(bytes, index + 1), continues(bytes, index + 2), continues(bytes, index + 3),
        lead != 0xF0 || bytes[index + 1] >= 0x90, lead != 0xF4 || bytes[index + 1] < 0x90
      else { return 0 }
      return 4
    default: return 0
    }
  }

  @inlinable static func continues(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Bool {
    index < bytes.count && bytes[index] & 0xC0 == 0x80
  }
}
