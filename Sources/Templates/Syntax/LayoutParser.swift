import Bytes
import Diagnostics
import Expressions

/// A layout, parsed.
struct ParsedLayout: Sendable {
  var name: String
  var path: String
  var statements: [Statement]
  /// Problems of syntax; a layout with errors is not compiled further.
  var problems: [LayoutProblem]
  /// What its head says, when it is a directive's.
  var declarations: [LayoutDeclaration] = []
  /// The interface strings it names, also in macros that nobody calls.
  var stringKeys = StringKeys()
}

/// Parses the segments of one layout into statements. Each statement's grammar stands in its file under `Statements/`.
struct LayoutParser {
  /// Bytes of one layout.
  static let sizeLimit = 4 << 20

  private let segments: [Segment]
  private var index = 0
  private var depth = 0
  private(set) var problems: [LayoutProblem] = []
  var declarations: [LayoutDeclaration] = []

  private init(_ segments: [Segment]) { self.segments = segments }

  /// Parses `bytes`; static text is appended to `text`.
  ///
  /// - Complexity: O(length).
  static func parse(
    _ bytes: [UInt8], name: String, path: String, options: LayoutOptions, text: inout [UInt8]
  ) -> ParsedLayout {
    func failed(_ problem: LayoutProblem) -> ParsedLayout {
      ParsedLayout(name: name, path: path, statements: [], problems: [problem])
    }
    guard bytes.count <= sizeLimit else { return failed(LayoutProblem(.tooLarge(limit: sizeLimit), SourceSpan(0, 0))) }
    if let range = UTF8Check.firstError(in: bytes.span) { return failed(LayoutProblem(.encoding, SourceSpan(range))) }
    var reader = SegmentReader(bytes, options)
    reader.read(into: &text)
    if reader.stoppedEarly {
      return ParsedLayout(name: name, path: path, statements: [], problems: reader.problems.map { LayoutProblem($0) })
    }
    var parser = LayoutParser(reader.segments)
    parser.problems = reader.problems.map { LayoutProblem($0) }
    var statements: [Statement] = []
    do throws(LayoutProblem) { statements = try parser.body(until: [], of: nil).statements } catch {
      parser.problems.append(error)
    }
    BlockTable.walk(statements) { block in
      // As in Jinja, blanks and comments only.
      let isEmpty = block.body.allSatisfy { statement in
        if case .text(let range) = statement.kind { text[range].allSatisfy(ByteClass.blanks.contains) } else { false }
      }
      if block.isRequired, !isEmpty { parser.report(.requiredBlockContent(block.name), block.nameSpan) }
    }
    return ParsedLayout(
      name: name, path: path, statements: statements, problems: parser.problems, declarations: parser.declarations,
      stringKeys: StringKeys(in: reader.segments))
  }

  /// Whether the statement being read stands inside no other.
  var isAtTop: Bool { depth == 1 }

  /// What opened a body, for messages.
  struct Opening {
    var tag: String
    var span: SourceSpan
  }

  /// A tag that ends a body or a part of it.
  struct Ending {
    var tag: String
    var parser: Parser
    var span: SourceSpan
  }

  /// Statements up to one of the ending tags; with none given, up to the end of the layout.
  mutating func body(
    until ends: [String], of opening: Opening?
  ) throws(LayoutProblem) -> (statements: [Statement], ending: Ending?) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= ExpressionLimits.depth else {
      throw LayoutProblem(.tooDeep, opening?.span ?? SourceSpan(0, 0))
    }
    var statements: [Statement] = []
    while index < segments.count {
      let segment = segments[index]
      index += 1
      switch segment.kind {
      case .text(let range): statements.append(Statement(kind: .text(range), span: segment.span))
      case .output(let tokens):
        if let expression = output(tokens) {
          statements.append(Statement(kind: .output(expression), span: segment.span))
        }
      case .statement(let tokens):
        var parser = Parser(tokens)
        guard case .name(let tag) = parser.current.kind else {
          problems.append(LayoutProblem(parser.unexpected(wanted: "name")))
          continue
        }
        let tagSpan = parser.current.span
        parser.advance()
        if ends.contains(tag) { return (statements, Ending(tag: tag, parser: parser, span: tagSpan)) }
        if let statement = try statement(tag, tagSpan, parser, segment.span, opening) { statements.append(statement) }
      }
    }
    if let opening {
      throw LayoutProblem(.unclosed(opening.tag), opening.span, related: segments.last?.span)
    }
    return (statements, nil)
  }

  /// `{{ … }}`; an empty token list was reported by the lexer.
  private mutating func output(_ tokens: [Token]) -> Expression? {
    guard !tokens.isEmpty else { return nil }
    return attempt { () throws(ExpressionError) in
      var parser = Parser(tokens)
      let expression = try parser.tuple(until: { $0.isAtEnd })
      try parser.expectEnd()
      return expression
    }
  }

  /// Runs a part of the parser; an error is collected and gives `nil`.
  mutating func attempt<Result>(_ body: () throws(ExpressionError) -> Result) -> Result? {
    do throws(ExpressionError) { return try body() } catch {
      problems.append(LayoutProblem(error))
      return nil
    }
  }

  /// The end of a tag without anything more in it.
  mutating func expectEnd(_ parser: Parser) {
    _ = attempt { () throws(ExpressionError) in try parser.expectEnd() }
  }

  mutating func report(_ kind: LayoutProblem.Kind, _ span: SourceSpan, related: SourceSpan? = nil) {
    problems.append(LayoutProblem(kind, span, related: related))
  }

  /// One statement behind its name.
  private mutating func statement(
    _ tag: String, _ tagSpan: SourceSpan, _ parser: Parser, _ span: SourceSpan, _ outer: Opening?
  ) throws(LayoutProblem) -> Statement? {
    let opening = Opening(tag: tag, span: tagSpan)
    switch tag {
    case "if": return try branch(parser, opening, span)
    case "for": return try loop(parser, opening, span)
    case "set": return try set(parser, opening, span)
    case "with": return try with(parser, opening, span)
    case "block": return try block(parser, opening, span)
    case "extends": return extends(parser, span)
    case "include": return include(parser, span)
    case "import": return importModule(parser, span)
    case "from": return importNames(parser, span)
    case "macro": return try macro(parser, opening, span)
    case "directive":
      directive(parser, opening)
      return nil
    case "attribute":
      attribute(parser, opening)
      return nil
    default: break
    }
    if let construct = Self.leftOut[tag] {
      problems.append(LayoutProblem(ExpressionError(.leftOut(construct), tagSpan)))
      // Its body is read, so that its end is not reported as well.
      if Self.withBody.contains(tag) { _ = try body(until: ["end" + tag], of: opening) }
      return nil
    }
    if Self.parts.contains(tag) || tag.hasPrefix("end") {
      throw LayoutProblem(.unexpectedEnd(tag: tag, open: outer?.tag), tagSpan, related: outer?.span)
    }
    throw LayoutProblem(.unknownTag(tag, suggestion: Suggestion.nearest(to: tag, among: Self.known)), tagSpan)
  }

  private static let known = [
    "if", "elif", "else", "endif", "for", "endfor", "set", "endset", "with", "endwith", "block", "endblock", "extends",
    "include", "import", "from", "macro", "endmacro", "raw", "endraw", "directive", "attribute",
  ]
  private static let parts = ["elif", "else"]
  private static let leftOut: [String: LeftOut] = [
    "call": .call, "filter": .filterBlock, "autoescape": .autoescape, "do": .doStatement, "break": .loopControl,
    "continue": .loopControl, "debug": .debug, "trans": .translation,
  ]
  private static let withBody: Set<String> = ["call", "filter", "autoescape", "trans"]
}
