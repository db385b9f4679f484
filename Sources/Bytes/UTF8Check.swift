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
}
