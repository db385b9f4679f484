/// What stands within a number of a file without parting its digits.
enum LeakSyntax {
  /// Tables, calendars, JSON, attributes of tags.
  case plain
  /// HTML, XML, SVG: tags of inline elements and references stand within a number.
  case markup
  /// Markdown: marks of emphasis and of code, too.
  case markdown

  var hasTags: Bool { self != .plain }

  /// That of the file `path`.
  init(of path: String) {
    self =
      ["html", "xml", "svg"].contains { path.hasSuffix("." + $0) }
      ? .markup : path.hasSuffix(".md") ? .markdown : .plain
  }
}
