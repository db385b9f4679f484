package import Diagnostics

/// What YAML, JSON and CSV readers give: text with its place, not yet typed.
///
/// Scalars keep their text; what it means (`no`, `08`, `19:00`) is the business of the field that reads it.
package struct Node: Hashable, Sendable {
  /// The three shapes of data: a text, a list, or names with values.
  package enum Content: Hashable, Sendable {
    case scalar(Scalar)
    case sequence([Node])
    /// Entries in source order; keys are unique.
    case mapping([Entry])
  }

  /// One key with its value.
  package struct Entry: Hashable, Sendable {
    package var key: String
    package var keySpan: SourceSpan
    package var value: Node

    package init(key: String, keySpan: SourceSpan, value: Node) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  package var content: Content
  /// From the first to behind the last byte of the value in its file; delimiters (quotes, brackets) included.
  package var span: SourceSpan

  package init(_ content: Content, _ span: SourceSpan) {
    self.content = content
    self.span = span
  }

  /// The scalar, if it is one.
  package var scalar: Scalar? { if case .scalar(let scalar) = content { scalar } else { nil } }
  /// The items, if it is a sequence.
  package var items: [Node]? { if case .sequence(let items) = content { items } else { nil } }
  /// The entries, if it is a mapping.
  package var entries: [Entry]? { if case .mapping(let entries) = content { entries } else { nil } }
  /// The value of `key`, if this is a mapping that has it.
  package subscript(key: String) -> Node? { entries?.first { $0.key == key }?.value }
}

/// The text of a scalar and how it was written.
package struct Scalar: Hashable, Sendable {
  /// Whether the file leaves open what the text means.
  package enum Style: Hashable, Sendable {
    /// Unquoted: subject to the core schema (`true`, `12`, empty = null).
    case plain
    /// Quoted, literal or folded: always text.
    case text
  }

  /// The value: escapes resolved, lines folded.
  package var text: String
  package var style: Style

  package init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }
}
