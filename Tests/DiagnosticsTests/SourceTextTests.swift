import Diagnostics
import TestSupport
import Testing

@Suite struct SourceTextTests {
  @Test func `lines end with LF, CRLF or a lone CR`() {
    let source = SourceText(Array("a\nb\r\nc\rd".utf8))
    #expect(source.lineCount == 4)
    #expect((1...4).map { source.range(ofLine: $0) } == [0..<1, 2..<3, 5..<6, 7..<8])
    #expect(source.range(ofLine: 0) == nil)
    #expect(source.range(ofLine: 5) == nil)
    #expect(source.position(of: 5) == SourceText.Position(line: 3, column: 1))
    #expect(source.position(of: 100) == SourceText.Position(line: 4, column: 2))
  }

  @Test func `columns count characters, not bytes`() {
    let text = MarkedText("标题: 单元\n时长：⟦45⟧分")
    let source = SourceText(text.bytes)
    #expect(source.position(of: Int(text.span.start)) == SourceText.Position(line: 2, column: 4))
    #expect(source.position(of: Int(text.span.end)) == SourceText.Position(line: 2, column: 6))
  }

  @Test func `a byte order mark is no column`() {
    let source = SourceText([0xEF, 0xBB, 0xBF] + Array("ab\nc".utf8))
    #expect(source.position(of: 0) == SourceText.Position(line: 1, column: 1))
    #expect(source.position(of: 4) == SourceText.Position(line: 1, column: 2))
    #expect(source.range(ofLine: 1) == 3..<5)
  }

  @Test func `an empty source has one empty line`() {
    let source = SourceText([])
    #expect(source.lineCount == 1)
    #expect(source.range(ofLine: 1) == 0..<0)
    #expect(source.position(of: 0) == SourceText.Position(line: 1, column: 1))
  }

  /// Every offset of texts from a small alphabet, against the plain definition.
  @Test func `positions agree with counting from the start`() {
    var random = SystemRandomNumberGenerator()
    let alphabet = ["a", "\n", "\r", "中", "😀", "\t"]
    for _ in 0..<60 {
      let text = (0..<Int.random(in: 0...3000, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
        .joined()
      let source = SourceText(Array(text.utf8))
      var line = 1
      var column = 1
      var offset = 0
      let scalars = Array(text.unicodeScalars)
      for (index, scalar) in scalars.enumerated() {
        #expect(source.position(of: offset) == SourceText.Position(line: line, column: column))
        offset += UTF8.width(scalar)
        let next = index + 1 < scalars.count ? scalars[index + 1] : "\0"
        if scalar == "\n" || (scalar == "\r" && next != "\n") { (line, column) = (line + 1, 1) } else { column += 1 }
      }
    }
  }

  @Test func `bytes that are not UTF-8 do not stop it`() {
    for bytes in [[0xFF], [0x80, 0x80], [0xE4, 0xB8], [0xEF, 0xBB]] as [[UInt8]] {
      let source = SourceText(bytes)
      for offset in 0...bytes.count { #expect(source.position(of: offset).line == 1) }
    }
  }
}
