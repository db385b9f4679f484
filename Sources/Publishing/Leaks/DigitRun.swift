import Bytes

/// Digits that readers see as one number, however they are written: full-width, as references, with single blanks or hyphens
/// between groups, across the tags of inline elements. Cells, blocks and lines part them.
struct DigitRun {
  /// Groups of neighbouring digits, as ASCII; an `X` that ends an identity number belongs to its group. Empty when the run was
  /// only measured.
  private(set) var groups: [[UInt8]] = []
  /// How many digits and groups there are.
  private(set) var count = 0
  private(set) var groupCount = 1
  /// From the first digit to behind the last, in the bytes.
  private(set) var range: Range<Int>
  /// Whether a Latin letter or `_` stands right before or behind: then it is a part of a word, an address or a hash.
  private(set) var followsLetter = false
  private(set) var precedesLetter = false
  /// Tags that it passes, whose attributes are to be read by themselves.
  private(set) var tags: [Range<Int>] = []
  /// Whether there may be any, when the run was only measured.
  private(set) var hasTags = false

  /// Longer runs are rows of figures.
  private static let groupLimit = 40
  private static let digitLimit = 64

  /// Reads the run whose first digit stands at `start`; with `keepsDigits` off it is only measured, which allocates nothing.
  ///
  /// - Complexity: O(length of the run and of the tags in it).
  static func read(_ bytes: Span<UInt8>, at start: Int, _ syntax: LeakSyntax, keepsDigits: Bool) -> DigitRun {
    var run = DigitRun(range: start..<start)
    if start > 0 { run.followsLetter = isWord(bytes[start - 1]) }
    var index = start
    var group: [UInt8] = []
    // Tags passed since the last digit: they belong to the run only if a digit follows.
    var passed: [Range<Int>] = []
    var joiners = 0
    reading: while index < bytes.count, run.groupCount < groupLimit, run.count < digitLimit {
      switch Piece.read(bytes, at: index, syntax) {
      case .digit(let digit, let length):
        if joiners > 0 {
          run.groupCount += 1
          if keepsDigits {
            run.groups.append(group)
            group = []
          }
          joiners = 0
        }
        run.count += 1
        if keepsDigits {
          group.append(digit)
          run.tags += passed
          passed = []
        }
        index += length
        run.range = start..<index
      case .joiner(let length):
        joiners += 1
        guard joiners == 1 else { break reading }
        index += length
      case .nothing(let length): index += length
      case .tag(let length):
        run.hasTags = true
        if keepsDigits { passed.append(index..<index + length) }
        index += length
      case .letter(let letter, let length):
        if letter | 0x20 == UInt8(ascii: "x"), run.count >= 17 {
          run.count += 1
          if keepsDigits, joiners > 0 {
            run.groups.append(group)
            group = []
          }
          if keepsDigits { group.append(UInt8(ascii: "X")) }
          run.range = start..<index + length
        } else {
          run.precedesLetter = joiners == 0
        }
        break reading
      case .end: break reading
      }
    }
    if keepsDigits { run.groups.append(group) }
    return run
  }

  private init(range: Range<Int>) { self.range = range }

  static func isWord(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte == UInt8(ascii: "_")
  }
}

/// What stands at one place of a text, as far as digits are concerned.
private enum Piece {
  case digit(UInt8, length: Int)
  /// A blank or a hyphen.
  case joiner(length: Int)
  /// What nobody sees.
  case nothing(length: Int)
  /// The tag of an inline element.
  case tag(length: Int)
  case letter(UInt8, length: Int)
  case end

  static func read(_ bytes: Span<UInt8>, at index: Int, _ syntax: LeakSyntax) -> Piece {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return .digit(byte, length: 1)
    case UInt8(ascii: " "), UInt8(ascii: "-"): return .joiner(length: 1)
    // Every second byte of UTF-16.
    case 0: return .nothing(length: 1)
    case UInt8(ascii: "<"):
      return syntax.hasTags ? InlineTag.length(bytes, at: index).map { .tag(length: $0) } ?? .end : .end
    case UInt8(ascii: "&"): return syntax.hasTags ? reference(bytes, at: index) : .end
    case 0xC2, 0xE2, 0xE3, 0xEF: return character(bytes, at: index)
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"):
      return syntax == .markdown ? .nothing(length: 1) : byte == UInt8(ascii: "_") ? .letter(byte, length: 1) : .end
    case _ where DigitRun.isWord(byte): return .letter(byte, length: 1)
    default: return .end
    }
  }

  /// A character of two or three bytes.
  private static func character(_ bytes: Span<UInt8>, at index: Int) -> Piece {
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    switch (byte(0), byte(1), byte(2)) {
    case (0xC2, 0xA0, _): return .joiner(length: 2)
    // A soft hyphen.
    case (0xC2, 0xAD, _): return .nothing(length: 2)
    // Hyphens and dashes, the minus sign, the ideographic space, the full-width hyphen.
    case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92), (0xE3, 0x80, 0x80), (0xEF, 0xBC, 0x8D), (0xE2, 0x80, 0xAF):
      return .joiner(length: 3)
    // Characters without width.
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return .nothing(length: 3)
    case (0xEF, 0xBC, let last) where 0x90...0x99 ~= last: return .digit(last - 0x60, length: 3)
    case (0xEF, 0xBC, 0xB8), (0xEF, 0xBD, 0x98): return .letter(UInt8(ascii: "x"), length: 3)
    default: return .end
    }
  }

  /// `&#49;`, `&#x31;`, `&nbsp;`.
  private static func reference(_ bytes: Span<UInt8>, at start: Int) -> Piece {
    var end = start + 1
    while end < bytes.count, end - start < 10, bytes[end] != UInt8(ascii: ";") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return .end }
    var name: [UInt8] = []
    for index in start + 1..<end { name.append(bytes[index]) }
    let length = end + 1 - start
    if name.elementsEqual("nbsp".utf8) { return .joiner(length: length) }
    guard name.first == UInt8(ascii: "#") else { return .end }
    let isHexadecimal = name.count > 1 && name[1] | 0x20 == UInt8(ascii: "x")
    let digits = String(decoding: name.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
    guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10) else { return .end }
    switch value {
    case 0x30...0x39: return .digit(UInt8(value), length: length)
    case 0xFF10...0xFF19: return .digit(UInt8(value - 0xFF10 + 0x30), length: length)
    case 0x58, 0x78: return .letter(UInt8(ascii: "x"), length: length)
    case 0x20, 0x2D, 0xA0, 0x3000, 0x2010...0x2015: return .joiner(length: length)
    case 0xAD, 0x200B...0x200F: return .nothing(length: length)
    default: return .end
    }
  }
}

/// Tags of elements within a line: a number goes on behind them.
enum InlineTag {
  /// Their names, up to eight letters each in one number.
  private static let names = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
    "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr",
  ].map { $0.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }

  /// Longer tags are no inline ones, and one that is never closed costs no more to look at.
  private static let lengthLimit = 2_000

  /// The length of the tag at `tag`, when it is one of these or a comment.
  static func length(_ bytes: Span<UInt8>, at tag: Int) -> Int? {
    var index = tag + 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "!") { return comment(bytes, at: tag) }
    if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
    var name: UInt64 = 0
    let start = index
    while index < bytes.count, index - start < 8, DigitRun.isWord(bytes[index]) {
      name = name << 8 | UInt64(bytes[index] | 0x20)
      index += 1
    }
    guard names.contains(name) else { return nil }
    let near = bytes.extracting(first: min(tag + lengthLimit, bytes.count))
    let end = near.next(UInt8(ascii: ">"), from: index)
    return end < near.count ? end + 1 - tag : nil
  }

  private static func comment(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    guard start + 3 < bytes.count, bytes[start + 2] == UInt8(ascii: "-"), bytes[start + 3] == UInt8(ascii: "-") else {
      return nil
    }
    let near = bytes.extracting(first: min(start + lengthLimit, bytes.count))
    var end = near.next(UInt8(ascii: ">"), from: start + 4)
    while end < near.count, near[end - 1] != UInt8(ascii: "-") || near[end - 2] != UInt8(ascii: "-") {
      end = near.next(UInt8(ascii: ">"), from: end + 1)
    }
    return end < near.count ? end + 1 - start : nil
  }
}
