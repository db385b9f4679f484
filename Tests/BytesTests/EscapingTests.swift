import Bytes
import Testing

struct EscapingTests {
  private func json(_ text: String) -> String {
    var output: [UInt8] = []
    JSONEscaping.append(text.utf8Span.span, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func scriptSafe(_ text: String) -> String {
    var output: [UInt8] = []
    JSONEscaping.appendScriptSafe(text.utf8Span.span, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func `JSON escapes quotes, backslashes and control characters and copies the rest`() {
    #expect(json("") == "")
    #expect(json("学时 <b> & 'x' \u{7F}😀\u{2028}") == "学时 <b> & 'x' \u{7F}😀\u{2028}")
    #expect(json("\"\\/\u{8}\u{9}\u{A}\u{C}\u{D}\u{0}\u{1F}") == #"\"\\/\b\t\n\f\r\u0000\u001f"#)
  }

  @Test func `JSON in a script holds no byte that HTML reads`() {
    #expect(
      scriptSafe("</script><!-- & 'a' \u{2028}\u{2029}\u{202A}•")
        == #"\u003c/script\u003e\u003c!-- \u0026 \u0027a\u0027 \u2028\u2029"# + "\u{202A}•")
  }

  @Test func `HTML escaping follows MarkupSafe or CommonMark`() {
    var output: [UInt8] = []
    HTMLEscaping.append("<a href=\"x\">'&'</a>".utf8Span.span, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "&lt;a href=&#34;x&#34;&gt;&#39;&amp;&#39;&lt;/a&gt;")
    output = []
    HTMLEscaping.appendCommonMark("\"'&<>".utf8Span.span, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "&quot;'&amp;&lt;&gt;")
  }

  @Test func `the first error of UTF-8 is where it is`() {
    #expect(UTF8Check.firstError(in: Array("中文".utf8).span) == nil)
    #expect(UTF8Check.firstError(in: [0x61, 0xE4, 0xB8].span) == 1..<3)
    #expect(UTF8Check.firstError(in: [0x61, 0xC0, 0x80].span)?.lowerBound == 1)
    #expect(UTF8Check.firstError(in: [0xED, 0xA0, 0x80].span)?.lowerBound == 0)
  }
}
