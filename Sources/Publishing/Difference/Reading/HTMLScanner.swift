import Bytes

/// Takes any HTML apart into tags and text: finished pages of ours or of others, damaged ones too.
///
/// What is no tag is text: a `<` without a letter behind it, a tag that never ends. Comments and declarations are passed over;
/// what stands in `script` and `style` comes with their tag. Names are given in lower case.
///
/// - Complexity: O(length) over all calls of `next`.
struct HTMLScanner {
  /// One piece of the page.
  enum Token {
    case text(Range<Int>)
    case open(Tag)
    case close(String)
  }

  /// A start tag.
  struct Tag {
    var name: String
    /// Values as they stand in the file, in order.
    var attributes: [(name: String, value: Range<Int>)] = []
    /// What stands in a `script` or `style`; empty for others.
    var content = 0..<0
  }

  let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece; `nil` at the end.
  mutating func next() -> Token? {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else { return .text(textRange(from: position)) }
      switch byte(1) {
      case let byte? where Self.isLetter(byte):
        var tag = startTag()
        if tag.name == "script" || tag.name == "style" {
          let start = position
          skip(to: tag.name)
          tag.content = start..<position
        }
        return .open(tag)
      case UInt8(ascii: "/"):
        guard let letter = byte(2), Self.isLetter(letter) else {
          skip(past: ">")
          continue
        }
        position += 2
        let name = name()
        skip(past: ">")
        return .close(name)
      case UInt8(ascii: "!"):
        if byte(2) == UInt8(ascii: "-"), byte(3) == UInt8(ascii: "-") {
          position += 2
          skip(past: "-->")
        } else {
          skip(past: ">")
        }
      case UInt8(ascii: "?"): skip(past: ">")
      case _: return .text(textRange(from: position + 1, start: position))
      }
    }
    return nil
  }

  /// The value of an attribute without references and with single blanks.
  func text(_ range: Range<Int>) -> String {
    var text = ReadableText()
    text.append(bytes, range)
    return text.take()
  }

  private func byte(_ offset: Int) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  private mutating func textRange(from first: Int, start: Int? = nil) -> Range<Int> {
    var end = first
    while end < bytes.count, bytes[end] != UInt8(ascii: "<") { end += 1 }
    position = end
    return (start ?? first)..<end
  }

  private mutating func startTag() -> Tag {
    position += 1
    var tag = Tag(name: name())
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      if Self.isBlank(bytes[position]) || bytes[position] == UInt8(ascii: "/") {
        position += 1
        continue
      }
      let start = position
      // A name has at least one byte, so that a stray `=` ends.
      position += 1
      while position < bytes.count, !Self.endsAttribute(bytes[position]) { position += 1 }
      let name = Self.lowercased(bytes[start..<position])
      skipBlanks()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
        tag.attributes.append((name, position..<position))
        continue
      }
      position += 1
      skipBlanks()
      tag.attributes.append((name, value()))
    }
    position = min(position + 1, bytes.count)
    return tag
  }

  private mutating func value() -> Range<Int> {
    guard position < bytes.count else { return position..<position }
    let quote = bytes[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = position
      while position < bytes.count, !Self.isBlank(bytes[position]), bytes[position] != UInt8(ascii: ">") {
        position += 1
      }
      return start..<position
    }
    let start = position + 1
    position = start
    while position < bytes.count, bytes[position] != quote { position += 1 }
    defer { position = min(position + 1, bytes.count) }
    return start..<position
  }

  private mutating func name() -> String {
    let start = position
    while position < bytes.count, !Self.isBlank(bytes[position]), bytes[position] != UInt8(ascii: ">"),
      bytes[position] != UInt8(ascii: "/")
    {
      position += 1
    }
    return Self.lowercased(bytes[start..<position])
  }

  private mutating func skipBlanks() {
    while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
  }

  private mutating func skip(past end: StaticString) {
    let wanted = Array(end.description.utf8)
    while position < bytes.count {
      if bytes[position...].starts(with: wanted) {
        position += wanted.count
        return
      }
      position += 1
    }
  }

  /// To the end tag of `name`, or to the end.
  private mutating func skip(to name: String) {
    let wanted = Array(("</" + name).utf8)
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<"), position + wanted.count <= bytes.count,
        Self.lowercased(bytes[position..<position + wanted.count]).utf8.elementsEqual(wanted)
      {
        return
      }
      position += 1
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func endsAttribute(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }
}
