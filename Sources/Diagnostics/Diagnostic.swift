/// A sentence for the user in the two languages of the tool. Chinese readers come first.
///
/// Wording: the rule rather than the failure, the specific thing first, no full stop at the end.
package struct Message: Hashable, Sendable {
  package var zh: String
  package var en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The sentence in `language`.
  package func text(in language: Language) -> String { language == .chinese ? zh : en }
}

/// The language in which the tool speaks.
package enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// Two capital letters and two digits (`WT01`); once released a code keeps its meaning.
///
/// The domain's codes are those of the table in `content/help`; parsers and tool add YA (YAML), CV (CSV), MD (Markdown),
/// LT (layouts), FL (files and output), AR (arguments), JS (JSON).
package struct DiagnosticCode: Hashable, Sendable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let text: String

  package init(stringLiteral text: StaticString) { self.text = text.description }
  package init(_ text: String) { self.text = text }

  package var description: String { text }
  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// How grave a diagnostic is. `error`: no output. `warning`: output, exit status 3 under `--strict`. `note`: information.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  case note, warning, error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// One problem, told once: code, gravity, place, what is wrong, how to put it right.
package struct Diagnostic: Hashable, Sendable {
  /// A second place that belongs to the problem ("first stated here").
  package struct Note: Hashable, Sendable {
    package var message: Message
    package var location: SourceLocation?

    package init(_ message: Message, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  package var code: DiagnosticCode
  package var severity: Severity
  package var message: Message
  package var location: SourceLocation?
  package var notes: [Note]
  /// What to write or do instead, when that is known.
  package var repair: Message?

  package init(
    _ code: DiagnosticCode, _ severity: Severity = .error, _ message: Message, at location: SourceLocation?,
    notes: [Note] = [], repair: Message? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = location
    self.notes = notes
    self.repair = repair
  }

  /// An error.
  package init(
    _ code: DiagnosticCode, _ message: Message, at location: SourceLocation?, notes: [Note] = [],
    repair: Message? = nil
  ) {
    self.init(code, .error, message, at: location, notes: notes, repair: repair)
  }
}

extension [Diagnostic] {
  /// In the order of printing: by path, offset, code, text; equal ones once.
  package func inPrintingOrder() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }.sorted { left, right in
      let leftKey = (left.location?.path ?? "", left.location?.span?.start ?? 0, left.code, left.message.en)
      let rightKey = (right.location?.path ?? "", right.location?.span?.start ?? 0, right.code, right.message.en)
      return leftKey < rightKey
    }
  }

  /// Whether one of them is an error.
  package var hasErrors: Bool { contains { $0.severity == .error } }
}
