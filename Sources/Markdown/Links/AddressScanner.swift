internal import Bytes
internal import Han

/// Bare addresses in text.
///
///     address  = ("http://" | "https://" | "ftp://") host rest | "www." host rest
///     host     = letters, digits, "-", "_" and "."; no "_" in the last two labels; after "www." at least one "."
///     rest     = anything but blanks, "<" and what no address holds: ">", quotes, backticks, Chinese text and punctuation
///
/// GFM 0.29 §6.9 as cmark-gfm reads it. At its end punctuation, closing parentheses without an opening one and an entity
/// are left out. GFM lets an address go on to the next blank; in Chinese there is none, so Chinese letters and all
/// punctuation outside ASCII end it, too. A backtick, `>` and `"` end it since the bytes are looked at before code and tags are.
enum AddressScanner {
  /// The address whose `:` or first `.` stands at `index`.
  ///
  /// It cannot begin before `floor`; `{{` ends it where there are figures.
  ///
  /// - Returns: its bytes and what makes a destination of it; `nil` when there is none.
  /// - Complexity: O(length of the address).
  static func address(
    _ text: Span<UInt8>, at index: Int, floor: Int, limit: Int, hasFigures: Bool
  ) -> (range: Range<Int>, scheme: String)? {
    let start: Int
    let host: Int
    let isShortened = text[index] == UInt8(ascii: ".")
    if isShortened {
      guard index - 3 >= floor, hasWord("www", text, at: index - 3), isBoundary(text, before: index - 3, floor) else {
        return nil
      }
      start = index - 3
      host = start
    } else {
      guard text.has("://", at: index), index + 3 < limit else { return nil }
      var first = index
      while first > floor, TagScanner.isLetter(text[first - 1]), index - first < 6 { first -= 1 }
      guard let name = schemes.first(where: { $0.utf8.count == index - first }), hasWord(name, text, at: first)
      else { return nil }
      start = first
      host = index + 3
    }
    let end = end(text, from: host, limit: limit, hasFigures: hasFigures)
    guard let hostEnd = hostEnd(text, host..<end, needsPeriod: isShortened) else { return nil }
    let last = trimmedEnd(text, start..<end)
    guard last > host, last >= min(hostEnd, host + 1) else { return nil }
    return (start..<last, isShortened ? "http://" : "")
  }

  private static let schemes = ["http", "https", "ftp"]

  /// Whether `word`, in any case, stands at `index`.
  private static func hasWord(_ word: String, _ text: Span<UInt8>, at index: Int) -> Bool {
    guard index + word.utf8.count <= text.count else { return false }
    var position = index
    for byte in word.utf8 {
      if text[position] | 0x20 != byte { return false }
      position += 1
    }
    return true
  }

  /// Whether `www.` may begin at `index`: behind a blank, one of `*_~(`, or a character outside ASCII that is no letter of
  /// a word in the alphabet.
  private static func isBoundary(_ text: Span<UInt8>, before index: Int, _ floor: Int) -> Bool {
    guard index > floor else { return true }
    switch text[index - 1] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "("): return true
    case 0x09...0x0D, 0x20: return true
    case 0x80...0xFF: return isForeign(text.scalar(before: index, from: floor).value)
    default: return false
    }
  }

  /// Whether a scalar outside ASCII belongs to the text around addresses and not to one: Chinese, punctuation, blanks.
  static func isForeign(_ scalar: UInt32) -> Bool {
    HanClass.isCJK(scalar) || HanClass.isPunctuation(scalar) || HanClass.isSpace(scalar)
      || 0x200B...0x200F ~= scalar || scalar == 0xFEFF || scalar == 0xAD
  }

  /// Where the bytes that may belong to an address end.
  private static func end(_ text: Span<UInt8>, from start: Int, limit: Int, hasFigures: Bool) -> Int {
    var index = start
    while index < limit {
      switch text[index] {
      case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"): return index
      // The end of a comment is seen before anything in it.
      case UInt8(ascii: "-") where text.has("-->", at: index): return index
      case UInt8(ascii: "{") where hasFigures && text.has("{{", at: index): return index
      case 0x80...0xFF:
        let (scalar, length) = text.scalar(at: index)
        if isForeign(scalar) { return index }
        index += length
      default: index += 1
      }
    }
    return limit
  }

  /// End of the host at the start of `range`; `nil` when it is none (`check_domain` of cmark-gfm).
  private static func hostEnd(_ text: Span<UInt8>, _ range: Range<Int>, needsPeriod: Bool) -> Int? {
    var index = range.lowerBound
    var periods = 0
    var underscores = (before: 0, last: 0)
    while index < range.upperBound {
      switch text[index] {
      case UInt8(ascii: "_") where index > range.lowerBound: underscores.last += 1
      case UInt8(ascii: ".") where index > range.lowerBound:
        underscores = (underscores.last, 0)
        periods += 1
      case UInt8(ascii: "-") where index > range.lowerBound: break
      case let byte where TagScanner.isLetter(byte) || TagScanner.isDigit(byte) || byte >= 0x80: break
      default:
        guard index > range.lowerBound else { return nil }
        return isHost(periods, underscores, needsPeriod) ? index : nil
      }
      index += 1
    }
    return index > range.lowerBound && isHost(periods, underscores, needsPeriod) ? index : nil
  }

  /// cmark-gfm lets hosts of more than ten labels pass.
  private static func isHost(_ periods: Int, _ underscores: (before: Int, last: Int), _ needsPeriod: Bool) -> Bool {
    guard underscores.before + underscores.last == 0 || periods > 10 else { return false }
    return !needsPeriod || periods > 0
  }

  /// End of `range` without the punctuation that belongs to the sentence (GFM 0.29 §6.9, "extended autolink path validation").
  ///
  /// - Complexity: O(length).
  static func trimmedEnd(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var surplus = 0
    for index in range {
      if text[index] == UInt8(ascii: ")") { surplus += 1 } else if text[index] == UInt8(ascii: "(") { surplus -= 1 }
    }
    var end = range.upperBound
    while end > range.lowerBound {
      switch text[end - 1] {
      case UInt8(ascii: ")"):
        guard surplus > 0 else { return end }
        surplus -= 1
        end -= 1
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\\"):
        end -= 1
      case UInt8(ascii: ";"):
        var name = end - 2
        while name > range.lowerBound, TagScanner.isLetter(text[name]) { name -= 1 }
        let isEntity = name < end - 2 && name >= range.lowerBound && text[name] == UInt8(ascii: "&")
        end = isEntity ? name : end - 1
      default: return end
      }
    }
    return end
  }
}
