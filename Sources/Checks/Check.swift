package import Diagnostics
import Files
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
    /// Called once, looks at the files of texts as they are written, those that the predicate wants.
    case sources(@Sendable (Model, (RecordText) -> Bool, inout Findings) -> Void)
    /// Called for each text.
    case text(@Sendable (CheckedText, TextContext, inout Findings) -> Void)
  }

  init(_ codes: DiagnosticCode..., rule: Message, run: @escaping @Sendable (Model, inout Findings) -> Void) {
    self.init(codes, rule: rule, run: run)
  }

  init(_ codes: [DiagnosticCode], rule: Message, run: @escaping @Sendable (Model, inout Findings) -> Void) {
    self.codes = codes
    self.rule = rule
    self.run = .records(run)
  }

  init(
    sources codes: DiagnosticCode..., rule: Message,
    run: @escaping @Sendable (Model, (RecordText) -> Bool, inout Findings) -> Void
  ) {
    self.codes = codes
    self.rule = rule
    self.run = .sources(run)
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
    findingsOfRecords(in: model, jobs: jobs).all + TextReview(model).findings(jobs: jobs)
  }

  /// The same without the texts: a build shows them to `TextReview` when it has parsed them for their pages.
  ///
  /// Rules keep silent about records and fields that could not be read: those have their own message. They are asked on
  /// `jobs` threads.
  package static func findingsOfRecords(in model: Model, jobs: Int) -> RecordFindings {
    let found = Parallel.map(allChecks.count, jobs: jobs, run: 1) { index -> RecordFindings in
      var findings = Findings()
      switch allChecks[index].run {
      case .records(let run):
        run(model, &findings)
        return RecordFindings(ofRecords: findings.diagnostics)
      case .sources(let run):
        run(model, { _ in true }, &findings)
        return RecordFindings(ofSources: findings.diagnostics)
      case .text: return RecordFindings()
      }
    }
    return RecordFindings(ofRecords: found.flatMap(\.ofRecords), ofSources: found.flatMap(\.ofSources))
  }
}

/// What rules find in a model without its texts being parsed.
package struct RecordFindings: Sendable {
  /// Nothing that they say depends on a text.
  package let ofRecords: [Diagnostic]
  /// Each is in the file of a text, and of texts depends on this one alone.
  package let ofSources: [Diagnostic]

  /// Findings that are known already.
  package init(ofRecords: [Diagnostic] = [], ofSources: [Diagnostic] = []) {
    self.ofRecords = ofRecords
    self.ofSources = ofSources
  }

  /// Both.
  package var all: [Diagnostic] { ofRecords + ofSources }

  /// What they find in `model`, when these are the findings of one that has other texts in the files `changed`, and
  /// beside that nothing else.
  package func updated(for changed: Set<String>, in model: Model) -> RecordFindings {
    var findings = Findings()
    for case .sources(let run) in allChecks.lazy.map(\.run) {
      run(model, { changed.contains($0.path) }, &findings)
    }
    let kept = ofSources.filter { finding in finding.location.map { !changed.contains($0.path) } ?? true }
    return RecordFindings(ofRecords: ofRecords, ofSources: kept + findings.diagnostics)
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

extension Message {
  /// What stands behind the first of `count` things that are told at once, with the word that counts them: `等 3 名`; nothing for
  /// one.
  static func others(_ count: Int, _ counter: String) -> Message {
    count > 1 ? Message(zh: "等 \(count) \(counter)", en: " and \(count - 1) more") : Message(zh: "", en: "")
  }
}

/// The rules, one family a file. A new rule is one entry here and its file.
package let allChecks: [Check] =
  schemeChecks + hourChecks + moneyChecks + classChecks + pairChecks + staffChecks + dateChecks + phaseChecks
  + periodChecks + durationChecks + orderChecks + projectChecks + numberChecks + glossaryChecks + catalogueChecks
  + noticeChecks + listChecks + listLifeChecks + smallCellChecks + newsletterChecks + collectionChecks
  + declaredRuleChecks + privateDataChecks + archiveChecks + repeatedRuleChecks + resultChecks + certificateChecks
  + sampleChecks + textChecks + proseFigureChecks
