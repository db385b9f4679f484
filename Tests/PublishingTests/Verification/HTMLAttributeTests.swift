import Publishing
import Testing

@Suite struct HTMLAttributeTests {
  private func found(_ html: String) -> [String] {
    let bytes = Array(html.utf8)
    var found: [String] = []
    HTMLAttributes.forEach(in: bytes.span) { name, range in
      found.append((name == .id ? "id " : "link ") + String(decoding: bytes[range], as: UTF8.self))
    }
    return found
  }

  @Test(arguments: [
    ("<a href=\"x/\">y</a>", ["link x/"]), ("<h2 id=\"讨论\">", ["id 讨论"]),
    ("<img alt=\"a\" src=\"b.png\">", ["link b.png"]),
    ("<a\n\thref=\"x\"\nid=\"y\">", ["link x", "id y"]), ("<a href=\"\">", ["link "]),
    ("<a title=\"1 > 0\" href=\"x\">", ["link x"]), ("<a title=\" href=\" id=\"y\">", ["id y"]),
    // Names that only end like one of ours, and what is no tag.
    ("<a data-id=\"x\" data-href=\"y\" xlink:href=\"z\">", []), ("<p>href=\"x\" id=\"y\"</p>", []), ("<a href>", []),
    ("<a href = \"x\">", []), ("", []), ("<", []), ("<a href=", []), ("<a href=\"x", ["link x"]), ("<=\"", []),
    ("<d=\"x\">", []), ("<id=\"x\">", []),
  ])
  func `ids, links and sources are found in tags`(html: String, expected: [String]) { #expect(found(html) == expected) }

  @Test(arguments: [
    ("a&amp;b", "a&b"), ("a&amp;amp;b", "a&amp;b"), ("a&lt;b", "a&lt;b"), ("a&am", "a&am"), ("&amp;", "&"), ("", ""),
  ])
  func `an ampersand is written as a reference`(written: String, meant: String) {
    let bytes = Array(written.utf8)
    #expect(HTMLAttributes.unescaped(bytes.span, 0..<bytes.count) == Array(meant.utf8))
  }

  @Test func `no bytes bring it down`() {
    var generator = SystemRandomNumberGenerator()
    let alphabet = Array("<>=\"' /#&;aidhrefsrc\u{E9}".utf8)
    for _ in 0..<500 {
      let bytes = (0..<40).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] }
      HTMLAttributes.forEach(in: bytes.span) { _, range in #expect(range.upperBound <= bytes.count) }
    }
  }
}
