package import Diagnostics

/// What Markdown asks of the portal around it: what a link leads to, what a figure's value is, how a directive looks.
///
/// The calls come in the order of the document, on the thread that renders it. Without a host links stay as written,
/// figures print their source, directives print a plain container.
package protocol MarkdownHost {
  /// Where a link or an image leads. Not asked for destinations whose scheme is `http`, `https`, `mailto` or `tel`.
  func resolve(_ link: LinkReference) -> LinkResolution

  /// The value of a figure, as text that is escaped afterwards and never read as Markdown.
  func value(of figure: FigureReference) -> FigureValue

  /// The HTML of a directive. Unknown names and attributes are the host's to report.
  func render(_ directive: DirectiveCall) -> DirectiveRendering

  /// Whether there is a directive of that name.
  func knowsDirective(_ name: String) -> Bool
}

extension MarkdownHost {
  package func knowsDirective(_ name: String) -> Bool { false }
}

/// A destination as Markdown found it.
package struct LinkReference: Hashable, Sendable {
  /// The destination with backslash escapes and entities resolved, not percent-encoded.
  package var destination: String
  package var isImage: Bool
  /// The destination in the file; the whole block when it cannot be told.
  package var span: SourceSpan

  package init(destination: String, isImage: Bool, span: SourceSpan) {
    self.destination = destination
    self.isImage = isImage
    self.span = span
  }
}

/// The answer to `MarkdownHost.resolve`.
package enum LinkResolution: Hashable, Sendable {
  /// The destination is written as it stands.
  case asWritten
  /// The final address and further attributes of the element (`width`, `loading`, `rel`, …), in order; `remark` is reported
  /// at the destination though the link stands.
  case found(String, attributes: [LinkAttribute], remark: MarkdownFailure?)
  /// The target does not exist: the text stays, the link goes, the reason is reported (OU01 unless it has a code).
  case failure(MarkdownFailure)

  /// The final address.
  package static func href(_ address: String, attributes: [LinkAttribute] = []) -> LinkResolution {
    .found(address, attributes: attributes, remark: nil)
  }
}

/// One attribute of a resolved link or image; the value is escaped when it is written.
package struct LinkAttribute: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// Why the host could not answer; becomes a diagnostic at the place that asked.
package struct MarkdownFailure: Hashable, Sendable {
  /// `nil`: OU01 for links, MD07 for figures.
  package var code: DiagnosticCode?
  package var severity: Severity
  package var message: Message
  /// What to write instead.
  package var repair: Message?
  package var notes: [Diagnostic.Note]

  package init(
    _ message: Message, repair: Message? = nil, code: DiagnosticCode? = nil, severity: Severity = .error,
    notes: [Diagnostic.Note] = []
  ) {
    self.message = message
    self.repair = repair
    self.code = code
    self.severity = severity
    self.notes = notes
  }
}

/// `{{ expression }}` in text.
package struct FigureReference: Hashable, Sendable {
  /// The bytes between the braces, without the blanks at both ends.
  package var expression: [UInt8]
  /// The place of `expression` in the file.
  package var span: SourceSpan

  package init(expression: [UInt8], span: SourceSpan) {
    self.expression = expression
    self.span = span
  }
}

/// The answer to `MarkdownHost.value(of:)`.
package enum FigureValue: Hashable, Sendable {
  case text(String)
  case failure(MarkdownFailure)
}

/// A directive with what stands in it.
package struct DirectiveCall: Hashable, Sendable {
  /// How it is written: fenced with content (`:::name`), on a line of its own (`::name`), or within text (`:name[…]`).
  package enum Form: Hashable, Sendable { case container, leaf, inline }

  package var form: Form
  package var name: String
  package var nameSpan: SourceSpan
  /// `[label]` behind the name of a container or leaf, as written; Markdown in it is not read.
  package var label: DirectiveText?
  package var attributes: [DirectiveAttribute]
  /// The HTML of what a container or an inline directive holds; empty for a leaf.
  package var inner: [UInt8]
  /// The line that opens a block directive, the whole of an inline one.
  package var span: SourceSpan

  /// The text of the first attribute called `name`.
  package func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value.text }
}

/// A piece of a directive with its place.
package struct DirectiveText: Hashable, Sendable {
  package var text: String
  package var span: SourceSpan
}

/// `key=value`, `key="a value"`, `key` (empty value), `#id` (key `id`), `.name` (key `class`); values are text.
package struct DirectiveAttribute: Hashable, Sendable {
  package var name: String
  package var nameSpan: SourceSpan
  package var value: DirectiveText

  package init(name: String, nameSpan: SourceSpan, value: DirectiveText) {
    self.name = name
    self.nameSpan = nameSpan
    self.value = value
  }
}

/// The answer to `MarkdownHost.render`.
package struct DirectiveRendering: Hashable, Sendable {
  package var html: [UInt8]
  /// With their own places.
  package var diagnostics: [Diagnostic]

  package init(html: [UInt8], diagnostics: [Diagnostic] = []) {
    self.html = html
    self.diagnostics = diagnostics
  }
}
