internal import Bytes

/// What may be the definition of a link, as far as the bytes tell (CommonMark 0.30 §4.7):
///
///     definition  = "[" label "]:" blank* destination [title]
///
/// At the start of a paragraph libcmark takes it out of the text, and nobody sees it: `[注意]: 请带身份证` is gone. Elsewhere it
/// is text.
struct LinkDefinition {
  /// The bytes between the brackets.
  let label: Range<Int>
  /// The bytes of the destination, without angle brackets.
  let destination: Range<Int>
  /// Where a mark belongs to the destination and changes no block around it.
  let markPlace: Int
  /// 1-based lines from the bracket's to that of the destination.
  let lines: ClosedRange<Int>

  /// From the bracket to the end of the destination's line.
  let range: Range<Int>

  /// Bytes of a label, beyond which it is text (CommonMark 0.30 §6.3).
  private static let labelLimit = 1000

  /// The definition whose `[` stands at `start` of `text`, on line `line`; `nil` when there can be none.
  ///
  /// - Complexity: O(its length).
  init?(_ text: Span<UInt8>, at start: Int, limit: Int, line: Int) {
    guard let label = Self.label(text, at: start, limit: limit), text.has("]:", at: label.upperBound) else {
      return nil
    }
    let behind = text.skippingBlanks(from: label.upperBound + 2, to: limit)
    let first = LinkLocator.skippingLineEnd(text, from: behind, limit: limit)
    guard first < limit, let destination = LinkLocator.destination(text, at: first, limit: limit),
      let place = Self.markPlace(text, destination, from: first, isOnNextLine: first > behind)
    else { return nil }
    self.label = label
    self.destination = destination
    var lastLine = line
    for index in start..<first where text[index] == UInt8(ascii: "\n") || text[index] == UInt8(ascii: "\r") {
      if !text.has("\r\n", at: index) { lastLine += 1 }
    }
    lines = line...lastLine
    var end = destination.upperBound
    while end < limit, text[end] != UInt8(ascii: "\n"), text[end] != UInt8(ascii: "\r") { end += 1 }
    range = start..<end
    markPlace = place
  }

  /// What stands between the `[` at `start` and its `]`: no other bracket, no empty line, something that is no blank.
  private static func label(_ text: Span<UInt8>, at start: Int, limit: Int) -> Range<Int>? {
    var isBlank = true
    var index = start + 1
    while index < limit, index - start <= labelLimit {
      switch text[index] {
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "]"): return isBlank ? nil : start + 1..<index
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        index = LinkLocator.skippingLineEnd(text, from: index, limit: limit)
        guard index < limit, text[index] != UInt8(ascii: "\n"), text[index] != UInt8(ascii: "\r") else { return nil }
        continue
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: "\\") where index + 1 < limit && Marker.isEscapable(text[index + 1]):
        isBlank = false
        index += 1
      default: isBlank = false
      }
      index += 1
    }
    return nil
  }

  /// Where the mark goes. It is a letter to libcmark, which must not change what the text is where there is no definition:
  /// in angle brackets it stands at their end, if they are no tag's; on a line of its own at the end, as a line's first bytes
  /// tell what block it begins; else at the start, as what follows may be a figure with blanks. No run of delimiters or
  /// backticks is beside it.
  private static func markPlace(
    _ text: Span<UInt8>, _ destination: Range<Int>, from first: Int, isOnNextLine: Bool
  ) -> Int? {
    guard let last = destination.last, text[first] != UInt8(ascii: "<") || !mayBeTag(text, destination) else {
      return nil
    }
    let isInBrackets = first < destination.lowerBound
    guard isOnNextLine || isInBrackets else {
      return isRun(text[first]) ? placeInWord(text, destination) : first
    }
    if text.has("{{", at: first) { return first }
    // Other blocks may begin so, among them ones that a letter would undo.
    guard !text.has("::", at: first), destination.contains(where: { isLetter(text[$0]) }) else { return nil }
    if isRun(text[first]) || isRun(text[last]) || endsTitle(text[last]) {
      return isInBrackets ? nil : placeInWord(text, destination)
    }
    // The end may stand in code, in a tag, or in the label or the target of a link that begins here.
    let isAmbiguous = destination.contains {
      switch text[$0] {
      case UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "]"): true
      default: false
      }
    }
    return isAmbiguous ? nil : destination.upperBound
  }

  /// Behind the first letter, where that is neither before nor behind a run.
  private static func placeInWord(_ text: Span<UInt8>, _ destination: Range<Int>) -> Int? {
    var index = destination.lowerBound
    while index < destination.upperBound, isRun(text[index]) { index += 1 }
    while index < destination.upperBound, isLetter(text[index]) {
      index += text.scalar(at: index).length
      if index >= destination.upperBound || !isRun(text[index]) { return index }
    }
    return nil
  }

  /// Whether what stands in angle brackets may be a tag, a comment, a mail address or the like, which the mark would undo.
  private static func mayBeTag(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = range.first,
      !range.contains(where: { text[$0] == UInt8(ascii: "\n") || text[$0] == UInt8(ascii: "\r") })
    else {
      return true
    }
    switch text[first] {
    case UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    default:
      let limit = range.upperBound + 1
      return TagScanner.openTagEnd(text, at: first - 1, limit: limit) != nil
        || TagScanner.addressEnd(text, at: first - 1, limit: limit) != nil
    }
  }

  /// Whether the byte may end the title of a definition before this one, which has nothing behind it on its line.
  private static func endsTitle(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ")")
  }

  /// Whether the byte belongs to runs whose sides count.
  private static func isRun(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"): true
    default: false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || TagScanner.isLetter(byte) }
}

extension LinkDefinition {
  /// Whether the label is one by which people write comments: `[//]: # (…)`.
  func isComment(in file: Span<UInt8>) -> Bool {
    ["//", "comment"].contains { $0.utf8.count == label.count && file.has(text: $0, at: label.lowerBound) }
  }

  /// The label as libcmark compares it, near enough: without regard to case, runs of blanks as one.
  func name(in file: [UInt8]) -> String {
    file[label].split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// Whether the destination is no address but the start of a sentence: `[1]: 数据来源：年鉴`.
  func isProse(in file: Span<UInt8>) -> Bool {
    var isProse = false
    for index in destination {
      if file.has("//", at: index) { return false }
      isProse = isProse || ["：", "，", "。", "；", "、"].contains { file.has($0, at: index) }
    }
    return isProse
  }

  /// Whether the destination looks like an address: it names a scheme, a place in the page, a folder or a kind of file.
  /// Words, numbers and dates do not; nor does what leads nowhere, `www.a.cn`, or is as well a file that the text was to name,
  /// `报名表.xlsx`.
  func isAddress(in file: [UInt8]) -> Bool {
    let bytes = Array(file[destination])
    guard let first = bytes.first else { return true }
    if let scheme = LinkRules.scheme(of: bytes.span) {
      return scheme.upperBound + 1 < bytes.count && bytes[scheme.upperBound + 1] < 0x80
    }
    switch first {
    case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "."): return bytes.starts(with: "./".utf8) || bytes.starts(with: "../".utf8)
    default: break
    }
    let path = bytes.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    if bytes.starts(with: "www.".utf8) { return false }
    if Self.hasExtension(path), path.allSatisfy({ $0 < 0x80 }) || path.contains(UInt8(ascii: "/")) { return true }
    // `files/报名表`, not `张三/李四`, `1/2`.
    guard let slash = path.firstIndex(of: UInt8(ascii: "/")) else { return false }
    return path[..<slash].allSatisfy { $0 < 0x80 } && path[..<slash].contains(where: TagScanner.isLetter)
  }

  /// `.pdf`, `.md`: a few letters and digits, the first a letter or followed by one.
  private static func hasExtension(_ path: ArraySlice<UInt8>) -> Bool {
    guard let dot = path.lastIndex(of: UInt8(ascii: ".")), dot > path.startIndex else { return false }
    let name = path[(dot + 1)...]
    return 1...5 ~= name.count && name.allSatisfy { TagScanner.isLetter($0) || TagScanner.isDigit($0) }
      && name.contains(where: TagScanner.isLetter)
  }
}
