package import Diagnostics
package import Training

/// One rule over the linked model.
package struct Check: Sendable {
  /// The codes it can give.
  package let codes: [DiagnosticCode]
  /// What the rule demands, for the reference.
  package let rule: Message
  let run: Run

  /// What a rule looks at.
  enum Run: Sendable {
    case records(@Sendable (Model, inout Findings) -> Void)
    /// Called for each text.
    case text(@Sendable (CheckedText, TextContext, inout Findings) -> Void)
  }

  init(_ codes: DiagnosticCode..., rule: Message, run: @escaping @Sendable (Model, inout Findings) -> Void) {
    self.codes = codes
    self.rule = rule
    self.run = .records(run)
  }

  init(
    text codes: DiagnosticCode..., rule: Message,
    run: @escaping @Sendable (CheckedText, TextContext, inout Findings) -> Void
  ) {
    self.codes = codes
    self.rule = rule
    self.run = .text(run)
  }

  /// Everything the rules of `allChecks` find in `model`; texts are parsed on `jobs` threads.
  ///
  /// - Complexity: each rule is linear in the records or texts it looks at; each text is parsed once for all of them.
  package static func findings(in model: Model, jobs: Int) -> [Diagnostic] {
    findingsOfRecords(in: model) + TextReview(model).findings(jobs: jobs)
  }

  /// The same without the texts: a build shows them to `TextReview` when it has parsed them for their pages.
  ///
  /// Rules keep silent about records and fields that could not be read: those have their own message.
  package static func findingsOfRecords(in model: Model) -> [Diagnostic] {
    var findings = Findings()
    for case .records(let run) in allChecks.map(\.run) { run(model, &findings) }
    return findings.diagnostics
  }
}

/// What the rules have found so far.
struct Findings {
  private(set) var diagnostics: [Diagnostic] = []

  mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  mutating func error(
    _ code: DiagnosticCode, zh: String, en: String, at location: SourceLocation, repair: Message? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(code, .error, Message(zh: zh, en: en), at: location, notes: notes, repair: repair))
  }

  mutating func warning(
    _ code: DiagnosticCode, zh: String, en: String, at location: SourceLocation, repair: Message? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(code, .warning, Message(zh: zh, en: en), at: location, notes: notes, repair: repair))
  }

  mutating func note(
    _ code: DiagnosticCode, zh: String, en: String, at location: SourceLocation, repair: Message? = nil
  ) {
    diagnostics.append(Diagnostic(code, .note, Message(zh: zh, en: en), at: location, repair: repair))
  }
}

/// The rules, one family a file. A new rule is one entry here and its file.
package let allChecks: [Check] =
  schemeChecks + hourChecks + classChecks + dateChecks + projectChecks + glossaryChecks + catalogueChecks + noticeChecks
  + newsletterChecks + collectionChecks + textChecks + proseFigureChecks
