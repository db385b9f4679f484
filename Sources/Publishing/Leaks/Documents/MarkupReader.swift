import Bytes

/// The tags and texts of XML as office programs write it; takes any bytes.
struct MarkupReader {
  /// A tag.
  struct Tag {
    /// Without the prefix: `p` of `w:p`.
    let name: ArraySlice<UInt8>
    let isEnd: Bool
    let isEmpty: Bool
    /// Everything behind the name.
    let attributes: ArraySlice<UInt8>
  }

  enum Piece {
    case tag(Tag)
    /// With references resolved.
    case text([UInt8])
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag or text; `nil` at the end.
  ///
  /// - Complexity: O(length of the piece).
  mutating func next() -> Piece? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        defer { index = end }
        return .text(Self.resolved(bytes[index..<end]))
      }
      if bytes[index...].starts(with: "<!--".utf8) {
        index = behind("-->", from: index + 4)
      } else if bytes[index...].starts(with: "<![CDATA[".utf8) {
        let end = behind("]]>", from: index + 9)
        defer { index = end }
        return .text(Array(bytes[index + 9..<max(index + 9, end - 3)]))
      } else {
        return .tag(tag())
      }
    }
    return nil
  }

  private mutating func tag() -> Tag {
    var end = index + 1
    var quote: UInt8 = 0
    while end < bytes.count, quote != 0 || bytes[end] != UInt8(ascii: ">") {
      if quote != 0 {
        if bytes[end] == quote { quote = 0 }
      } else if bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") {
        quote = bytes[end]
      }
      end += 1
    }
    var inside = bytes[index + 1..<end]
    index = min(bytes.count, end + 1)
    let isEnd = inside.first == UInt8(ascii: "/")
    if isEnd { inside.removeFirst() }
    let isEmpty = inside.last == UInt8(ascii: "/")
    if isEmpty { inside.removeLast() }
    let nameEnd = inside.firstIndex { $0 <= UInt8(ascii: " ") } ?? inside.endIndex
    let name = inside[..<nameEnd]
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    return Tag(name: local, isEnd: isEnd, isEmpty: isEmpty, attributes: inside[nameEnd...])
  }

  /// The offset behind `mark`; the end when it does not come.
  private func behind(_ mark: StaticString, from start: Int) -> Int {
    let mark = Array("\(mark)".utf8)
    var place = start
    while place + mark.count <= bytes.count {
      if bytes[place] == mark[0], bytes[place..<place + mark.count].elementsEqual(mark) { return place + mark.count }
      place += 1
    }
    return bytes.count
  }

  private static let named: [String: UInt8] = [
    "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"), "amp": UInt8(ascii: "&"), "quot": UInt8(ascii: "\""),
    "apos": UInt8(ascii: "'"),
  ]

  /// `text` with its references resolved; what is none stays.
  fileprivate static func resolved(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var output: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "&"),
        let end = text[index..<min(text.endIndex, index + 12)].firstIndex(of: UInt8(ascii: ";")),
        let character = character(String(decoding: text[index + 1..<end], as: UTF8.self))
      {
        output += character
        index = end + 1
      } else {
        output.append(text[index])
        index += 1
      }
    }
    return output
  }

  private static func character(_ name: String) -> [UInt8]? {
    if let byte = named[name] { return [byte] }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) }
  }
}

extension MarkupReader.Tag {
  func isCalled(_ name: StaticString) -> Bool { self.name.elementsEqual("\(name)".utf8) }

  /// The value of the attribute `wanted`, whatever its prefix.
  ///
  /// - Complexity: O(length of the tag).
  func value(of wanted: StaticString) -> [UInt8]? {
    let wanted = Array("\(wanted)".utf8)
    var rest = attributes
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let quote = rest.index(after: equals)
      guard quote < rest.endIndex, let end = rest[(quote + 1)...].firstIndex(of: rest[quote]) else { return nil }
      let name = rest[..<equals].drop { $0 <= UInt8(ascii: " ") }
      let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
      if local.elementsEqual(wanted) { return MarkupReader.resolved(rest[(quote + 1)..<end]) }
      rest = rest[(end + 1)...]
    }
    return nil
  }
}
