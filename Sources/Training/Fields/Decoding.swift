package import Diagnostics
package import Values

/// What decoding one file carries along: where we are, what was found wrong.
package struct Decoding: Sendable {
  /// The file being read, relative to the portal's root.
  package let path: String
  /// The year to which a bare month (`4月`) belongs: the plan's; `nil` outside a plan.
  package let year: Int?
  /// Whether values are cells of a table, which a spreadsheet may have changed.
  package let isTable: Bool
  package var diagnostics: [Diagnostic] = []

  package init(path: String, year: Int? = nil, isTable: Bool = false) {
    self.path = path
    self.year = year
    self.isTable = isTable
  }

  /// Reports an error at `span` of this file.
  package mutating func report(
    _ code: DiagnosticCode, _ message: Message, at span: SourceSpan, repair: Message? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(code, message, at: SourceLocation(path, span), notes: notes, repair: repair))
  }

  /// The trimmed text of a scalar, or `nil` after reporting that a list or mapping stands where text is expected.
  package mutating func text(_ node: Node, expecting what: @autoclosure () -> Message) -> String? {
    guard let scalar = node.scalar else {
      let what = what()
      report(
        "RF08",
        Message(zh: "这里应写\(what.zh)，不是列表或子项", en: "\(what.en) is expected here, not a list or mapping"),
        at: node.span)
      return nil
    }
    return scalar.text.trimmed
  }
}

extension String {
  /// Without ASCII blanks and ideographic spaces at both ends.
  package var trimmed: String {
    // Most texts have none: no blank begins with a byte above 20 other than E3, or ends with one other than 80.
    if let first = utf8.first, let last = utf8.last, first > 0x20, first != 0xE3, last > 0x20, last != 0x80 {
      return self
    }
    let blank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\u{3000}" }
    guard let first = unicodeScalars.firstIndex(where: { !blank($0) }),
      let last = unicodeScalars.lastIndex(where: { !blank($0) })
    else { return "" }
    return String(unicodeScalars[first...last])
  }
}
