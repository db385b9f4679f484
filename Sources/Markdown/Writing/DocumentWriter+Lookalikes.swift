internal import Bytes
internal import Diagnostics

/// What only looks like markup within a line.
extension DocumentWriter {
  /// Reports the first of each kind that stands in `text`, all of `node`.
  ///
  /// - Complexity: O(length) in texts that may hold some, and of the line for each kind once.
  mutating func noteLookalikes(in text: Span<UInt8>, of node: MarkdownNode) {
    guard mayHoldLookalikes, imageDepth == 0, text.count > 3 else { return }
    if blockHasMarks, Mark.next(in: text, from: 0) < text.count {
      let shown = shown(text)
      noteLookalikes(within: shown.span, of: node)
    } else {
      noteLookalikes(within: text, of: node)
    }
  }

  /// Places that are looked for in a text: each costs a line, and hardly a text has that many that are meant as they stand.
  private static let lookalikeTryLimit = 100

  private mutating func noteLookalikes(within text: Span<UInt8>, of node: MarkdownNode) {
    noteInsideOut(text, of: node)
    var index = 0
    while let (kind, range) = LookalikeMarkup.next(in: text, from: index) {
      index = range.lowerBound + 1
      guard !lookalikes.contains(kind), mayBe(kind, at: range.lowerBound, of: text, node),
        lookalikeTries < Self.lookalikeTryLimit
      else { continue }
      if kind == .directive {
        noteDirective(text.extracting(range), in: node)
        continue
      }
      lookalikeTries += 1
      guard let place = found(text.extracting(range), in: node), !isEscaped(place, kind) else { continue }
      lookalikes.insert(kind)
      report(.lookalike(kind), at: place)
    }
  }

  /// Reports the `**` with which `text`, all of `node`, was to make words bold, where bold words follow: those between two such.
  private mutating func noteInsideOut(_ text: Span<UInt8>, of node: MarkdownNode) {
    guard !lookalikes.contains(.spacedEmphasis), let strong = node.next, strong.kind == .strong,
      let behind = strong.next, behind.kind == .text, lookalikeTries < Self.lookalikeTryLimit,
      let start = LookalikeMarkup.spacedOpening(beforeEndOf: text),
      behind.withText(.literal, { LookalikeMarkup.hasSpacedClosing($0) })
    else { return }
    lookalikeTries += 1
    guard let place = found(text.extracting(start..<text.count), in: node), !isEscaped(place, .spacedEmphasis) else {
      return
    }
    lookalikes.insert(.spacedEmphasis)
    report(.lookalike(.spacedEmphasis), at: place)
  }

  /// Reports the directive whose colons, name and `{` are `text`, where the portal has one of that name; each name once.
  private mutating func noteDirective(_ text: Span<UInt8>, in node: MarkdownNode) {
    var first = 0
    while first < text.count, text[first] == UInt8(ascii: ":") { first += 1 }
    var bytes: [UInt8] = []
    bytes.append(run: text, first..<text.count - 1)
    let name = String(decoding: bytes, as: UTF8.self)
    guard let host, !inLineDirectives.contains(name), host.knowsDirective(name) else { return }
    lookalikeTries += 1
    guard let place = found(text, in: node), !isEscaped(place, .directive) else { return }
    inLineDirectives.insert(name)
    report(.directiveInLine(name: name), at: place)
  }

  /// Whether the `**` at `start` of `text`, all of `node`, stands where bold words begin: at the start of a line, or behind a
  /// mark that ends a clause.
  private func opensInProse(_ text: Span<UInt8>, at start: Int, of node: MarkdownNode) -> Bool {
    if start > 0 { return true }
    return node.previous.map { $0.kind == .softBreak || $0.kind == .lineBreak } ?? (node.parent == blockNode)
  }

  /// Whether what stands around `text`, all of `node`, lets it hold `kind` at `start`.
  private func mayBe(_ kind: LookalikeMarkup, at start: Int, of text: Span<UInt8>, _ node: MarkdownNode) -> Bool {
    switch kind {
    // `[必修][语文]` may be two words in brackets.
    case .unknownLabel: definesLinks || LookalikeMarkup.isPointedAt(text, labelsMeetingAt: start)
    case .unclosedLink: node.next.map { $0.kind == .softBreak || $0.kind == .lineBreak } ?? true
    // A reference to it was told.
    case .footnote: start > 0 || !hasUnknownFootnote
    case .heading, .quote, .emphasis, .spacedEmphasis, .link, .spacedLink, .linkTitle, .partedLink, .task, .headingID,
      .figure, .image, .table, .dashes, .rows, .partedRows, .indentedRows, .tabbedRows, .directive:
      true
    case .unpairedEmphasis: !lookalikes.contains(.spacedEmphasis) && opensInProse(text, at: start, of: node)
    case .adjacentEmphasis: node.parent?.kind == .strong
    }
  }

  /// Whether a backslash says that what stands at `place` is meant as it stands: before it or, for links, before the `[`.
  private mutating func isEscaped(_ place: Range<Int>, _ kind: LookalikeMarkup) -> Bool {
    var start = place.lowerBound
    switch kind {
    case .link, .spacedLink, .linkTitle, .partedLink, .unclosedLink, .unknownLabel:
      let line = rangeOfBlock().lowerBound
      while start > line, source.file[start] != UInt8(ascii: "["), source.file[start] != UInt8(ascii: "\n") {
        start -= 1
      }
    case .heading, .quote, .emphasis, .spacedEmphasis, .image, .table, .dashes, .rows, .partedRows, .indentedRows,
      .tabbedRows, .unpairedEmphasis, .adjacentEmphasis, .directive, .task, .headingID, .figure, .footnote:
      break
    }
    return start > source.body.lowerBound && source.file[start - 1] == UInt8(ascii: "\\")
  }

  /// `text` with what readers see of its marks: delimiters that found no partner, the source of what was replaced; for a run
  /// that found one, a control character.
  ///
  /// - Complexity: O(length).
  private func shown(_ text: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var run = nextRun
    var start = 0
    var index = Mark.next(in: text, from: 0)
    while index < text.count {
      result.append(run: text, start..<index)
      let (_, count) = Mark.delimiterRun(in: text, at: index)
      if count > 0 {
        if run < resolver.runs.count {
          let (remaining, character) = (resolver.runs[run].remaining, resolver.runs[run].character)
          if remaining < count { result.append(0x01) }
          result.append(contentsOf: [UInt8](repeating: character, count: remaining))
        }
        run += 1
        index += count * Mark.length
      } else if let (number, end) = Mark.reference(in: text, at: index), number < substitutions.count {
        result.append(run: source.file.span, substitutions[number].range)
        index = end
      } else {
        index += Mark.length
      }
      start = index
      index = Mark.next(in: text, from: index)
    }
    result.append(run: text, start..<text.count)
    return result
  }
}
