import Foundation

/// Reads a finished page into a tree, as a browser does with well-formed HTML.
///
/// Written for the tests alone, so that no reader of ours says what our writers wrote.
struct PageReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var tree = PageTree()
  /// From the outermost to the innermost.
  private var open: [Int] = []

  /// The tree of `bytes`; bytes that are not UTF-8 become U+FFFD.
  static func tree(of bytes: [UInt8]) -> PageTree {
    var reader = PageReader(Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))
    reader.read()
    return reader.tree
  }

  private init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func read() {
    while position < scalars.count {
      if scalars[position] != "<" {
        text(upTo: "<")
      } else if starts(with: "<!--") {
        skip(past: "-->")
      } else if starts(with: "<!") || starts(with: "<?") {
        skip(past: ">")
      } else if starts(with: "</") {
        endTag()
      } else {
        startTag()
      }
    }
  }

  private mutating func text(upTo end: Unicode.Scalar) {
    let start = position
    while position < scalars.count, scalars[position] != end { position += 1 }
    add(.text(decoded(scalars[start..<position])))
  }

  private mutating func endTag() {
    position += 2
    let name = word()
    skip(past: ">")
    guard let depth = open.lastIndex(where: { tree.elements[$0].name == name }) else { return }
    open.removeSubrange(depth...)
  }

  private mutating func startTag() {
    position += 1
    let name = word()
    var attributes: [String: String] = [:]
    var closesItself = false
    while position < scalars.count, scalars[position] != ">" {
      if scalars[position] == "/" || scalars[position].properties.isWhitespace {
        closesItself = scalars[position] == "/"
        position += 1
      } else {
        let key = word()
        attributes[key] = attributes[key] ?? value()
      }
    }
    position += 1
    for ended in Self.ends[name] ?? [] where open.last.map({ tree.elements[$0].name }) == ended { open.removeLast() }
    let index = tree.elements.count
    tree.elements.append(PageTree.Element(name: name, attributes: attributes, parent: open.last))
    add(.element(index))
    if Self.void.contains(name) || closesItself { return }
    open.append(index)
    guard name == "script" || name == "style" else { return }
    while position < scalars.count, !starts(with: "</" + name) { position += 1 }
  }

  /// The value behind `=`, without its quotes; empty without one.
  private mutating func value() -> String {
    guard position < scalars.count, scalars[position] == "=" else { return "" }
    position += 1
    guard position < scalars.count, scalars[position] == "\"" || scalars[position] == "'" else {
      let start = position
      while position < scalars.count, !scalars[position].properties.isWhitespace, scalars[position] != ">" {
        position += 1
      }
      return decoded(scalars[start..<position])
    }
    let quote = scalars[position]
    let start = position + 1
    position = start
    while position < scalars.count, scalars[position] != quote { position += 1 }
    defer { position += 1 }
    return decoded(scalars[start..<min(position, scalars.count)])
  }

  /// A name, in lower case; at least one character, so that anything comes to its end.
  private mutating func word() -> String {
    var word = String.UnicodeScalarView()
    repeat {
      guard position < scalars.count else { break }
      word.append(scalars[position])
      position += 1
    } while position < scalars.count && !scalars[position].properties.isWhitespace
      && !"=>/".unicodeScalars.contains(scalars[position])
    return String(word).lowercased()
  }

  private mutating func add(_ child: PageTree.Child) {
    if let parent = open.last { tree.elements[parent].children.append(child) }
  }

  private func starts(with text: String) -> Bool { scalars[position...].starts(with: text.unicodeScalars) }

  private mutating func skip(past end: String) {
    while position < scalars.count, !starts(with: end) { position += 1 }
    position = min(position + end.unicodeScalars.count, scalars.count)
  }

  /// The text with references to characters resolved.
  private func decoded(_ text: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == "&", let end = text[index...].firstIndex(of: ";"),
        let scalar = Self.reference(String(String.UnicodeScalarView(text[(index + 1)..<end])))
      {
        view.append(scalar)
        index = end
      } else {
        view.append(text[index])
      }
      index += 1
    }
    return String(view)
  }

  private static func reference(_ name: String) -> Unicode.Scalar? {
    if name.hasPrefix("#x") { return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
    return names[name]
  }

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  /// Elements that end, from the inside out, where another begins: their end tags may be left out.
  private static let ends: [String: [String]] = [
    "li": ["li"], "dt": ["dd", "dt"], "dd": ["dd", "dt"], "tr": ["td", "th", "tr"], "td": ["td", "th"],
    "th": ["td", "th"], "option": ["option"],
  ]
}
