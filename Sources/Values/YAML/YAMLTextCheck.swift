import Bytes
import Diagnostics

/// What every YAML text must be before it is parsed: UTF-8 of printable characters (YAML 1.2.2 §5.1, `c-printable`).
///
/// Stricter than the standard inside quotes, where it also allows control characters: they are refused everywhere.
enum YAMLTextCheck {
  /// Throws `.text(.notUTF8)` or `.text(.controlCharacter)` for the first byte that is not allowed.
  ///
  /// - Complexity: O(length of the range).
  static func check(_ bytes: [UInt8], _ range: Range<Int>) throws(YAMLError) {
    if let bad = UTF8Check.firstError(in: bytes.span.extracting(range)) {
      throw YAMLError(.text(.notUTF8), SourceSpan(bad).shifted(by: range.lowerBound))
    }
    let text = bytes.span
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if suspicious.contains(byte), let length = refusedLength(text, index, range) {
        throw YAMLError(.text(.controlCharacter), SourceSpan(index, index + length))
      }
      index += 1
    }
  }

  /// Bytes with which a refused character may begin.
  private static let suspicious = ByteClass(
    (0..<0x20).filter { ![0x09, 0x0A, 0x0D].contains($0) } + [0x7F, 0xC2, 0xEF])

  /// The length in bytes of the refused character at `index`, `nil` when the one there is allowed.
  private static func refusedLength(_ text: borrowing Span<UInt8>, _ index: Int, _ range: Range<Int>) -> Int? {
    switch text[index] {
    case 0xC2: return text[index + 1] < 0xA0 && text[index + 1] != 0x85 ? 2 : nil
    case 0xEF:
      let second = text[index + 1]
      let third = text[index + 2]
      if second == 0xBB, third == 0xBF { return index == range.lowerBound ? nil : 3 }
      return second == 0xBF && third >= 0xBE ? 3 : nil
    default: return 1
    }
  }
}
