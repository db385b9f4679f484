/// For a terminal:
///
/// ```
/// content/packs/x/01.md:4:1: 错误[RF07]: 没有“minuts”这一栏
///   4 | minuts: 45
///     | ^^^^^^
///     = 改法：写成“minutes”
/// content/site.yml:2:1: 说明: 栏目在这里声明
/// ```
struct HumanFormat {
  let options: DiagnosticRenderer.Options

  func render(_ sorted: [Diagnostic], _ places: inout DiagnosticRenderer.Places) -> [UInt8] {
    guard !sorted.isEmpty else { return [] }
    var output = ""
    // When not all can be shown, errors go first: a hundred warnings must not hide the one error.
    var shown = sorted
    if sorted.count > options.limit {
      let errorsFirst = sorted.filter { $0.severity == .error } + sorted.filter { $0.severity != .error }
      shown = Array(errorsFirst.prefix(options.limit)).inPrintingOrder()
    }
    for diagnostic in shown { append(diagnostic, to: &output, &places) }
    if sorted.count > shown.count {
      let more = sorted.count - shown.count
      output += options.language == .chinese ? "……另有 \(more) 条未显示\n" : "... and \(more) more\n"
    }
    output += DiagnosticSummary(sorted).text(in: options.language) + "\n"
    return Array(output.utf8)
  }

  private func append(_ diagnostic: Diagnostic, to output: inout String, _ places: inout DiagnosticRenderer.Places) {
    let language = options.language
    let style = Style(diagnostic.severity, options.colour)
    let place = places.place(of: diagnostic.location)
    if let location = diagnostic.location {
      output += style.place(label(location, place)) + ": "
    }
    output += style.severity("\(diagnostic.severity.word(in: language))[\(diagnostic.code)]") + ": "
    output += style.message(printable(diagnostic.message.text(in: language))) + "\n"
    let gutter = appendExcerpt(place, style, to: &output)
    if let repair = diagnostic.repair {
      let word = language == .chinese ? "改法：" : "repair: "
      output += "\(gutter) \(style.frame("=")) \(word)\(printable(repair.text(in: language)))\n"
    }
    for note in diagnostic.notes {
      let text = printable(note.message.text(in: language))
      let word = language == .chinese ? "说明" : "note"
      guard let location = note.location else {
        output += "\(gutter) \(style.frame("=")) \(word)\(language == .chinese ? "：" : ": ")\(text)\n"
        continue
      }
      let notePlace = places.place(of: location)
      let noteStyle = Style(.note, options.colour)
      output += "\(noteStyle.place(label(location, notePlace))): \(noteStyle.severity(word)): \(text)\n"
      _ = appendExcerpt(notePlace, noteStyle, to: &output)
    }
  }

  /// The excerpt; gives the blanks in front of what follows under the same gutter.
  private func appendExcerpt(
    _ place: DiagnosticRenderer.Places.Place?, _ style: Style, to output: inout String
  ) -> String {
    guard let place, let line = place.text.range(ofLine: place.start.line) else { return "  " }
    let number = String(place.start.line)
    let gutter = String(repeating: " ", count: number.count + 2)
    let room = options.width - gutter.count - 3
    let excerpt = Excerpt(of: line, in: place.text.bytes, marking: place.span, width: room)
    output += "  \(style.frame("\(number) |")) \(excerpt.text)\n"
    let carets = style.severity(String(repeating: "^", count: excerpt.length))
    output += "\(gutter) \(style.frame("|")) \(String(repeating: " ", count: excerpt.indent))\(carets)\n"
    return gutter
  }

  private func label(_ location: SourceLocation, _ place: DiagnosticRenderer.Places.Place?) -> String {
    let path = printable(options.pathPrefix + location.path)
    guard let start = place?.start else { return path }
    return "\(path):\(start.line):\(start.column)"
  }

  /// `text` without what could drive the terminal.
  private func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { DisplayWidth.isUnprintable($0) && $0 != "\n" }) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      clean.append(DisplayWidth.isUnprintable(scalar) && scalar != "\n" ? "\u{FFFD}" : scalar)
    }
    return String(clean)
  }
}

/// Colours of one diagnostic (ECMA-48 SGR); none off a terminal.
private struct Style {
  private let colour: String
  private let isOn: Bool

  init(_ severity: Severity, _ isOn: Bool) {
    self.isOn = isOn
    switch severity {
    case .error: colour = "1;31"
    case .warning: colour = "1;33"
    case .note: colour = "1;36"
    }
  }

  func place(_ text: String) -> String { wrap(text, "1") }
  func severity(_ text: String) -> String { wrap(text, colour) }
  func message(_ text: String) -> String { wrap(text, "1") }
  func frame(_ text: String) -> String { wrap(text, "34") }

  private func wrap(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

extension Severity {
  /// The word in front of the code.
  package func word(in language: Language) -> String {
    switch (self, language) {
    case (.error, .chinese): "错误"
    case (.warning, .chinese): "警告"
    case (.note, .chinese): "提示"
    case (.error, .english): "error"
    case (.warning, .english): "warning"
    case (.note, .english): "note"
    }
  }
}
