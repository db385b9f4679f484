/// What libcmark takes as one piece between `<` and `>`, as far as marks could break it.
///
///     open tag  = "<" name attribute* blank* "/"? ">"
///     name      = letter (letter | digit | "-")*
///     attribute = blank+ [A-Za-z_:] [A-Za-z0-9_.:-]* (blank* "=" blank* value)?
///     value     = [^ blank " ' = < > `]+ | "'" [^']* "'" | '"' [^"]* '"'
///     closing   = "</" name blank* ">"
///     address   = "<" local "@" host ">" | "<" scheme ":" [^ <>]* ">"
///
/// CommonMark 0.30 §6.6 and §6.5. Names of attributes and mail addresses may hold `_` and `~`, which must stay as they are.
enum TagScanner {
  /// End of the open tag that begins at `start`, before `limit`.
  static func openTagEnd(_ text: Span<UInt8>, at start: Int, limit: Int) -> Int? {
    guard var position = nameEnd(text, at: start + 1, limit: limit) else { return nil }
    while true {
      let afterBlanks = skippingBlanks(text, from: position, limit: limit)
      guard afterBlanks < limit else { return nil }
      switch text[afterBlanks] {
      case UInt8(ascii: ">"): return afterBlanks + 1
      case UInt8(ascii: "/"):
        return afterBlanks + 1 < limit && text[afterBlanks + 1] == UInt8(ascii: ">") ? afterBlanks + 2 : nil
      default:
        guard afterBlanks > position, let end = attributeEnd(text, at: afterBlanks, limit: limit) else { return nil }
        position = end
      }
    }
  }

  /// End of the closing tag that begins at `start`, before `limit`.
  static func closingTagEnd(_ text: Span<UInt8>, at start: Int, limit: Int) -> Int? {
    guard start + 1 < limit, text[start + 1] == UInt8(ascii: "/"),
      let name = nameEnd(text, at: start + 2, limit: limit)
    else { return nil }
    let end = skippingBlanks(text, from: name, limit: limit)
    return end < limit && text[end] == UInt8(ascii: ">") ? end + 1 : nil
  }

  /// End of what looks like a mail address in angle brackets at `start`.
  static func addressEnd(_ text: Span<UInt8>, at start: Int, limit: Int) -> Int? {
    var position = start + 1
    while position < limit, isLocal(text[position]) { position += 1 }
    guard position > start + 1, position < limit, text[position] == UInt8(ascii: "@") else { return nil }
    let host = position + 1
    position = host
    while position < limit,
      isLetter(text[position]) || isDigit(text[position]) || text[position] == UInt8(ascii: "-")
        || text[position] == UInt8(ascii: ".")
    { position += 1 }
    return position > host && position < limit && text[position] == UInt8(ascii: ">") ? position + 1 : nil
  }

  /// End of the absolute address in angle brackets at `start`: `<scheme:…>` (CommonMark 0.30 §6.5).
  static func uriEnd(_ text: Span<UInt8>, at start: Int, limit: Int) -> Int? {
    guard start + 1 < limit, isLetter(text[start + 1]) else { return nil }
    var position = start + 2
    while position < limit, text[position] != UInt8(ascii: ":") {
      switch text[position] {
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): break
      case let byte where isLetter(byte) || isDigit(byte): break
      default: return nil
      }
      position += 1
    }
    guard 2...32 ~= position - start - 1 else { return nil }
    while position < limit {
      switch text[position] {
      case UInt8(ascii: ">"): return position + 1
      // NUL is U+FFFD to libcmark.
      case 1...0x20, UInt8(ascii: "<"): return nil
      default: position += 1
      }
    }
    return nil
  }

  /// What stands before `@` (CommonMark 0.30 §6.5).
  private static func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ":"),
      UInt8(ascii: ";"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"):
      false
    default: 0x21...0x7E ~= byte
    }
  }

  private static func nameEnd(_ text: Span<UInt8>, at start: Int, limit: Int) -> Int? {
    guard start < limit, isLetter(text[start]) else { return nil }
    var position = start + 1
    while position < limit, isLetter(text[position]) || isDigit(text[position]) || text[position] == UInt8(ascii: "-") {
      position += 1
    }
    return position
  }

  private static func attributeEnd(_ text: Span<UInt8>, at start: Int, limit: Int) -> Int? {
    guard isLetter(text[start]) || text[start] == UInt8(ascii: "_") || text[start] == UInt8(ascii: ":") else {
      return nil
    }
    var position = start + 1
    while position < limit, isAttributeName(text[position]) { position += 1 }
    let equals = skippingBlanks(text, from: position, limit: limit)
    guard equals < limit, text[equals] == UInt8(ascii: "=") else { return position }
    let value = skippingBlanks(text, from: equals + 1, limit: limit)
    guard value < limit else { return nil }
    if text[value] == UInt8(ascii: "\"") || text[value] == UInt8(ascii: "'") {
      var end = value + 1
      while end < limit, text[end] != text[value] { end += 1 }
      return end < limit ? end + 1 : nil
    }
    var end = value
    while end < limit, !isUnquotedEnd(text[end]) { end += 1 }
    return end > value ? end : nil
  }

  static func skippingBlanks(_ text: Span<UInt8>, from start: Int, limit: Int) -> Int {
    var position = start
    while position < limit, 0x09...0x0D ~= text[position] || text[position] == 0x20 { position += 1 }
    return position
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  private static func isAttributeName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-"): true
    default: isLetter(byte) || isDigit(byte)
    }
  }

  private static func isUnquotedEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09...0x0D, 0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "`"):
      true
    default: false
    }
  }
}
