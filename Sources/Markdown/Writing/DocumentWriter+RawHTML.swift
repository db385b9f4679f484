internal import Bytes
internal import Diagnostics

/// Raw HTML that is shown as text is told once for a text.
extension DocumentWriter {
  /// Notes that `html`, a block or what ends the text of one so far, is shown as text; a closing tag belongs to its opening
  /// one.
  ///
  /// - Complexity: O(length of the block) for the first of a text, O(1) for each further one.
  mutating func noteRawHTML(_ html: Span<UInt8>, isBlock: Bool) {
    guard !html.has("</", at: 0) || rawHTML == nil else { return }
    // A comment that is none has a message of its own (TX06) wherever rules about texts are asked.
    if features.contains(.textBlocks), html.has("<!--", at: html.skippingBlanks(from: 0, to: html.count)) { return }
    if let first = rawHTML {
      rawHTML = (first.place, first.count + 1)
      return
    }
    // The first line is enough to find it by: what follows is indented otherwise in quotes and lists.
    var length = 0
    while length < html.count, html[length] != UInt8(ascii: "\n") { length += 1 }
    let place = isBlock ? placeOfBlock(html.extracting(0..<length)) : placeOfHTML(html, firstLine: length)
    rawHTML = (place ?? rangeOfBlock(), 1)
  }

  /// The place in the file of the first `length` bytes of `html`, with which the text of the block ends so far.
  private mutating func placeOfHTML(_ html: Span<UInt8>, firstLine length: Int) -> Range<Int>? {
    let block = rangeOfBlock()
    let text = PlainText.bytes(ofHTML: typedHTML(from: contentStart).span, marksObjects: true)
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value)
    let (all, first) = (Self.scalars(of: html, to: html.count), Self.scalars(of: html, to: length))
    guard scalars.count >= all else { return nil }
    let start = scalars.count - all
    let places = TextPlaces(of: scalars, as: blockIsCell ? .cell : .paragraph, at: SourceSpan(block), in: source.file)
    return places.span(of: start..<start + first)?.range
  }

  /// The place of the first line of a block of HTML, behind quotes and list markers.
  private mutating func placeOfBlock(_ line: Span<UInt8>) -> Range<Int>? {
    let block = rangeOfBlock()
    let first = line.skippingBlanks(from: 0, to: line.count)
    var bytes: [UInt8] = []
    bytes.append(run: line, first..<line.count)
    var start = block.lowerBound
    while start + bytes.count <= block.upperBound {
      if source.file.span.has(bytes, in: start..<start + bytes.count) { return start..<start + bytes.count }
      start += 1
    }
    return nil
  }

  private static func scalars(of text: Span<UInt8>, to end: Int) -> Int {
    var count = 0
    for index in 0..<end where text[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
