import Diagnostics
import Expressions
import Markdown
import Training
import Values

/// Reads the values of attributes: from what an editor wrote to what the layout gets.
struct AttributeReader {
  let host: PageHost
  let directive: DirectiveDeclaration
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether something that was meant is not there for a reason that is told elsewhere, or is not public yet: then
  /// nothing is shown, and nothing more is said.
  private(set) var isIncomplete = false

  init(host: PageHost, directive: DirectiveDeclaration) {
    self.host = host
    self.directive = directive
  }

  mutating func report(_ problem: DirectiveProblem, _ span: SourceSpan) {
    diagnostics.append(problem.diagnostic(at: SourceLocation(host.text.path, span)))
  }

  mutating func add(_ problems: [Diagnostic]) { diagnostics += problems }

  /// The value of `attribute`, but for tables and what says how they are shown; `nil` after reporting.
  mutating func value(of attribute: DirectiveAttributeDeclaration, _ given: DirectiveAttribute) -> Value? {
    let (text, span) = (given.value.text, given.value.span)
    if case .boolean = attribute.type { return boolean(attribute, given) }
    // `key` and `key=""` say nothing; only text may be empty on purpose (`alt=""`).
    let isBare = span.start == given.nameSpan.end
    if isBare || text.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) {
      if !isBare, case .text = attribute.type, !attribute.isRequired { return .text("") }
      report(.noValue(attribute.name, expected: attribute.type.expected), given.nameSpan)
      return nil
    }
    switch attribute.type {
    case .text: return .text(text)
    case .integer(let bounds):
      guard let number = Int(text), bounds.contains(number) else { return wrong(attribute, text, span) }
      return .number(Decimal(number))
    case .choice(let words): return words.contains(text) ? .text(text) : wrong(attribute, text, span, among: words)
    case .word(let kind, let index):
      host.reads?.note(.words, kind.name, from: String(index))
      let words = kind.words(of: index, in: host.context.model)
      if words.contains(text) { return .text(text) }
      return excused(kind) ? nil : wrong(attribute, text, span, among: words)
    case .record(let kind): return record(text, kind, span)
    case .records(let kind):
      let values = pieces(of: text, at: span).map { record($0.text, kind, $0.span) }
      return .list(values.compactMap(\.self))
    case .attachment:
      return file(text, span, endings: []).map { AttachmentView.value($0.path, $0.bytes) }
    case .image: return image(text, span)
    case .figure: return figure(text, span)
    case .boolean, .csv, .collection, .columns, .order, .filter: return nil
    }
  }

  private mutating func boolean(_ attribute: DirectiveAttributeDeclaration, _ given: DirectiveAttribute) -> Value? {
    switch given.value.text {
    case "", "true", "是": return .boolean(true)
    case "false", "否": return .boolean(false)
    default: return wrong(attribute, given.value.text, given.value.span, among: ["true", "false"])
    }
  }

  private mutating func wrong(
    _ attribute: DirectiveAttributeDeclaration, _ text: String, _ span: SourceSpan, among words: [String] = []
  ) -> Value? {
    let nearest = Suggestion.nearest(to: text, among: words)
    report(.wrongValue(text, attribute: attribute.name, expected: attribute.type.expected, nearest: nearest), span)
    return nil
  }

  /// Whether a record of the kind that is not there may be one that could not be read.
  private mutating func excused(_ kind: DirectiveRecordKind) -> Bool {
    guard host.context.model.incompleteKinds.contains(kind.name) else { return false }
    isIncomplete = true
    return true
  }

  private mutating func record(_ id: String, _ kind: DirectiveRecordKind, _ span: SourceSpan) -> Value? {
    let model = host.context.model
    host.reads?.note(.record, id, from: kind.name)
    switch kind.find(id, model) {
    case .record(let value): return value
    case .upcoming:
      isIncomplete = true
      report(.upcomingRecord("\(kind.name):\(id)"), span)
    case .missing:
      guard !excused(kind) else { return nil }
      report(.unknownRecord(id, kind, nearest: Suggestion.nearest(to: id, among: kind.ids(model))), span)
    }
    return nil
  }

  /// The attachment that `path` leads to from the text, with one of `endings` (any when empty).
  mutating func file(_ path: String, _ span: SourceSpan, endings: [String]) -> (path: String, bytes: [UInt8])? {
    let files = host.context.model.files
    var target = String(LinkTargets.join(host.text.path, path).dropFirst("content/".count))
    host.reads?.note(.file, "content/" + target)
    if files.bytes(of: "content/" + target) == nil, let decoded = PercentEncoding.decoded(path) {
      let other = String(LinkTargets.join(host.text.path, decoded).dropFirst("content/".count))
      host.reads?.note(.file, "content/" + other)
      if files.bytes(of: "content/" + other) != nil { target = other }
    }
    guard let bytes = files.bytes(of: "content/" + target) else {
      report(.noFile(path, nearest: nearestFile(to: path, target)), span)
      return nil
    }
    guard files.attachments.contains(target) else {
      report(.notAttached(path), span)
      return nil
    }
    guard endings.isEmpty || endings.contains(AttachmentView.ending(of: target)) else {
      report(.wrongFileKind(path, known: endings.map { "." + $0 }), span)
      return nil
    }
    return (target, bytes)
  }

  /// A picture with its size, as far as it can be read.
  private mutating func image(_ path: String, _ span: SourceSpan) -> Value? {
    guard let file = file(path, span, endings: ImageFormat.allEndings) else { return nil }
    do throws(ImageProblem) {
      return AttachmentView.value(file.path, file.bytes, image: try ImageSize.read(file.bytes.span))
    } catch {
      report(.unreadableImage(error), span)
      return AttachmentView.value(file.path, file.bytes, image: nil)
    }
  }

  /// The attachment that was probably meant, as it is named from the text: of the same folder, or of its `files/`.
  private func nearestFile(to path: String, _ target: String) -> String? {
    let folder = host.text.path.dropFirst("content/".count).split(separator: "/").dropLast().joined(separator: "/")
    let own = host.context.model.files.attachments.filter { $0.hasPrefix(folder + "/") }.map {
      $0.dropFirst(folder.count + 1)
    }
    let names = own.sorted().map(String.init)
    return names.first { $0.hasSuffix("/" + path) } ?? Suggestion.nearest(to: path, among: names)
  }

  private mutating func figure(_ text: String, _ span: SourceSpan) -> Value? {
    switch host.value(of: FigureReference(expression: Array(text.utf8), span: span)) {
    case .text(let value): return .text(value)
    case .failure(let failure):
      // What a figure lacks may be what could not be read.
      guard host.rendersDirectives || failure.code != nil else { return nil }
      diagnostics.append(
        Diagnostic(
          failure.code ?? "MD07", failure.severity, failure.message, at: SourceLocation(host.text.path, span),
          notes: failure.notes, repair: failure.repair))
      return nil
    }
  }

  /// The pieces of a list with their places: blanks, `、`, `，` and `,` stand between them.
  func pieces(of text: String, at span: SourceSpan) -> [(text: String, span: SourceSpan)] {
    var pieces: [(text: String, span: SourceSpan)] = []
    var start = 0
    var offset = 0
    var piece = ""
    func close(_ end: Int) {
      guard !piece.isEmpty else { return }
      pieces.append((piece, SourceSpan(Int(span.start) + start, Int(span.start) + end)))
      piece = ""
    }
    for scalar in text.unicodeScalars {
      let length = String(scalar).utf8.count
      if [" ", "\u{3000}", "、", "，", ",", "\t"].contains(scalar) {
        close(offset)
        start = offset + length
      } else {
        piece.unicodeScalars.append(scalar)
      }
      offset += length
    }
    close(offset)
    return pieces
  }
}
