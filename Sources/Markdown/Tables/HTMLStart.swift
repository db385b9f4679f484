/// Whether a line begins an HTML block (CommonMark 0.30 §4.6, start conditions 1–7).
enum HTMLStart {
  /// Whether the content `line`, whose first byte is `<`, begins one.
  static func isStart(_ file: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let start = line.lowerBound
    guard start + 1 < line.upperBound else { return false }
    switch file[start + 1] {
    case UInt8(ascii: "?"): return true
    case UInt8(ascii: "!"):
      if file.has("<!--", at: start) || file.has("<![CDATA[", at: start) { return true }
      // Condition 4, as libcmark 0.30 has it: capital letters only.
      return start + 2 < line.upperBound && UInt8(ascii: "A")...UInt8(ascii: "Z") ~= file[start + 2]
    default: return isNamedStart(file, line) || isLoneTag(file, line)
    }
  }

  private static func isNamedStart(_ file: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var index = line.lowerBound + 1
    let isClosing = file[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    var name = ""
    while index < line.upperBound, name.utf8.count < 11,
      TagScanner.isLetter(file[index]) || TagScanner.isDigit(file[index])
    {
      name.unicodeScalars.append(
        Unicode.Scalar(file[index] >= 0x41 && file[index] <= 0x5A ? file[index] | 0x20 : file[index]))
      index += 1
    }
    let isEnd = index >= line.upperBound || TableRow.isBlank(file[index]) || file[index] == UInt8(ascii: ">")
    if !isClosing, isEnd, ["script", "pre", "textarea", "style"].contains(name) { return true }
    return blockNames.contains(name) && (isEnd || file.has("/>", at: index))
  }

  private static func isLoneTag(_ file: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let end =
      TagScanner.openTagEnd(file, at: line.lowerBound, limit: line.upperBound)
      ?? TagScanner.closingTagEnd(file, at: line.lowerBound, limit: line.upperBound)
    guard let end else { return false }
    return TagScanner.skippingBlanks(file, from: end, limit: line.upperBound) == line.upperBound
  }

  /// Condition 6.
  private static let blockNames: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}
