package import Diagnostics
package import Values

/// What decoding one file carries along: where we are, what was found wrong.
package struct Decoding: Sendable {
  /// The file being read, relative to the portal's root.
  package let path: String
  /// The year to which a bare month (`4月`) belongs: the plan's; `nil` outside a plan.
  package let year: Int?
  /// The portal's own headers: by kind of record, its header to the name of the field.
  package let aliases: HeaderAliases?
  /// Whether values are cells of a table, which a spreadsheet may have changed.
  package let isTable: Bool
  package var diagnostics: [Diagnostic] = []

  package init(path: String, year: Int? = nil, aliases: HeaderAliases? = nil, isTable: Bool = false) {
    self.path = path
    self.year = year
    self.aliases = aliases
    self.isTable = isTable
  }

  /// Reports what is wrong at `span` of this file.
  package mutating func report(
    _ code: DiagnosticCode, _ message: Message, severity: Severity = .error, at span: SourceSpan,
    repair: Message? = nil, notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(code, severity, message, at: SourceLocation(path, span), notes: notes, repair: repair))
  }

  /// The entries of a mapping that a table has in a cell, `{name: …, points: 5}`; `nil` for anything else.
  ///
  /// Their places are those of the whole cell.
  func mapping(inCell node: Node) -> [Node.Entry]? { Self.tree(inCell: node)?.entries }

  /// The list or mapping that stands as YAML's flow form in a plain scalar, that is in a cell of a table: the only way to
  /// have nested values in a table. `nil` for other text.
  static func tree(inCell node: Node) -> Node? {
    guard let scalar = node.scalar, scalar.style == .plain, let first = scalar.text.utf8.first,
      first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
      let tree = YAMLReader.read(Array(scalar.text.utf8), path: "").root
    else { return nil }
    return tree.moved(to: node.span)
  }

  /// Whether `item` of a list is empty text, after reporting it: pages would show a line with nothing on it.
  mutating func refusesBlank(_ item: Node) -> Bool {
    guard let scalar = item.scalar, scalar.text.trimmed.isEmpty else { return false }
    report(
      "RF08", Message(zh: "列表里有空的一项", en: "an item of the list is empty"), at: item.span,
      repair: Message(zh: "写上内容，或删去这一项", en: "write something, or remove the item"))
    return true
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

extension Node {
  /// The same tree, every part of it at `span`.
  fileprivate func moved(to span: SourceSpan) -> Node {
    switch content {
    case .scalar: Node(content, span)
    case .sequence(let items): Node(.sequence(items.map { $0.moved(to: span) }), span)
    case .mapping(let entries):
      Node(.mapping(entries.map { Node.Entry(key: $0.key, keySpan: span, value: $0.value.moved(to: span)) }), span)
    }
  }
}

/// The portal's own headers: by kind of record, the header that its tables have to the name of the field.
package typealias HeaderAliases = [String: [String: String]]
