internal import Bytes
internal import Diagnostics

extension DocumentWriter {
  /// Directives inside each other; more are transparent and reported.
  static let directiveLimit = 150

  /// Deals with a line of colons that stands as a block of its own.
  mutating func write(_ line: DirectiveLine, at range: Range<Int>, in node: MarkdownNode) {
    startLine()
    if let problem = line.problem { report(problem, at: line.problemRange) }
    guard line.name != nil else {
      closeDirective(line, at: range, in: node)
      return
    }
    if !line.isMalformed { collect(label(of: line), line.attributes) }
    if line.colons == 2 {
      append(render(line, .leaf, range, inner: []))
    } else if openDirectives.count >= Self.directiveLimit {
      report(.directivesTooDeep(limit: Self.directiveLimit), at: range)
    } else {
      openDirectives.append(OpenDirective(line: line, range: range, parent: node.parent, start: output.count))
    }
  }

  /// Closes what a line of colons closes: the innermost directive of the same block with as many colons, or else with fewer.
  private mutating func closeDirective(_ line: DirectiveLine, at range: Range<Int>, in node: MarkdownNode) {
    var sameColons: Int?
    var fewerColons: Int?
    var index = openDirectives.count - 1
    while index >= 0, openDirectives[index].parent == node.parent, sameColons == nil {
      if openDirectives[index].line.colons == line.colons { sameColons = index }
      if fewerColons == nil, openDirectives[index].line.colons < line.colons { fewerColons = index }
      index -= 1
    }
    guard let target = sameColons ?? fewerColons else { return noteStray(line, at: range, in: node) }
    while openDirectives.count > target + 1 { closeLast(isComplete: false) }
    closeLast(isComplete: true)
  }

  /// Deals with a closing line that closes nothing: told with the directive it was meant for when there is one, so that one
  /// mistake gives one message.
  private mutating func noteStray(_ line: DirectiveLine, at range: Range<Int>, in node: MarkdownNode) {
    if mistypedOpenings > 0 {
      mistypedOpenings -= 1
    } else if let last = openDirectives.indices.last, openDirectives[last].wrongClosing == nil {
      let mistake: ClosingMistake = openDirectives[last].parent == node.parent ? .fewerColons : .otherBlock
      openDirectives[last].wrongClosing = (range, mistake)
    } else if let index = unclosedDirectives.lastIndex(where: { $0.colons <= line.colons }) {
      let unclosed = unclosedDirectives.remove(at: index)
      diagnostics[unclosed.diagnostic].notes.append(ClosingMistake.otherBlock.note(at: source.location(range)))
    } else {
      report(.strayClosing, at: range)
    }
  }

  /// Closes the directives that were opened in `block` and have no closing line.
  mutating func closeDirectives(in block: MarkdownNode) {
    while let last = openDirectives.last, last.parent == block { closeLast(isComplete: false) }
  }

  private mutating func closeLast(isComplete: Bool) {
    guard let directive = openDirectives.popLast() else { return }
    startLine()
    if !isComplete {
      reportUnclosed(directive)
    } else if let wrong = directive.wrongClosing {
      report(.strayClosing, at: wrong.range)
    }
    let inner = Array(output[directive.start...])
    output.removeLast(output.count - directive.start)
    append(render(directive.line, .container, directive.range, inner: inner))
  }

  private mutating func reportUnclosed(_ directive: OpenDirective) {
    if case .fullWidth? = directive.wrongClosing?.mistake { return }
    if swallowedClosings > 0 {
      swallowedClosings -= 1
      return
    }
    let name = directive.line.name.map { String(decoding: source.file[$0], as: UTF8.self) } ?? ""
    let notes = directive.wrongClosing.map { [$0.mistake.note(at: source.location($0.range))] } ?? []
    if notes.isEmpty { unclosedDirectives.append((diagnostics.count, directive.line.colons)) }
    report(.unclosedDirective(name: name, colons: directive.line.colons), at: directive.range, notes: notes)
  }

  /// Reports a line that was meant for a directive and is none: full-width colons, or a name of other letters than a–z.
  mutating func noteMistyped(_ line: MistypedDirective, at range: Range<Int>) {
    guard line.isClosing else {
      if line.isContainer { mistypedOpenings += 1 }
      report(.mistypedDirective(isName: line.isName), at: range)
      return
    }
    if mistypedOpenings > 0 {
      mistypedOpenings -= 1
    } else if let last = openDirectives.indices.last, openDirectives[last].wrongClosing == nil {
      openDirectives[last].wrongClosing = (range, .fullWidth)
      report(.mistypedDirective(isName: false), at: range)
    } else if let unclosed = unclosedDirectives.popLast() {
      diagnostics[unclosed.diagnostic].notes.append(ClosingMistake.fullWidth.note(at: source.location(range)))
    } else if openDirectives.isEmpty {
      report(.mistypedDirective(isName: false), at: range)
    }
  }

  private mutating func render(
    _ line: DirectiveLine, _ form: DirectiveCall.Form, _ range: Range<Int>, inner: [UInt8]
  ) -> [UInt8] {
    // Something stands there, so that the directive around it is not called empty.
    guard !line.isMalformed else { return inner.isEmpty ? Array("<!-- -->".utf8) : inner }
    let name = line.name ?? range.lowerBound..<range.lowerBound
    return render(
      DirectiveCall(
        form: form, name: String(decoding: source.file[name], as: UTF8.self), nameSpan: SourceSpan(name),
        label: label(of: line), attributes: line.attributes, inner: inner, span: SourceSpan(range)))
  }

  private func label(of line: DirectiveLine) -> DirectiveText? {
    line.label.map { place in
      DirectiveText(text: String(decoding: source.file[place], as: UTF8.self), span: SourceSpan(place))
    }
  }

  private mutating func render(_ call: DirectiveCall) -> [UInt8] {
    if let host {
      let rendering = host.render(call)
      diagnostics.append(contentsOf: rendering.diagnostics)
      return rendering.html
    }
    let element = call.form == .inline ? "span" : "div"
    let lineEnd = call.form == .inline ? "" : "\n"
    return Array("<\(element) class=\"directive-\(call.name)\">\(call.inner.isEmpty ? "" : lineEnd)".utf8) + call.inner
      + Array("</\(element)>\(lineEnd)".utf8)
  }

  private mutating func append(_ html: [UInt8]) {
    output.append(contentsOf: html)
    startLine()
  }

  /// Renders the inline directive whose content ends here.
  mutating func closeInlineDirective(_ number: Int, _ attributes: InlineAttributes, end: Int) {
    guard let open = openInlineDirectives.popLast(), case .inlineOpening(let name) = substitutions[number].kind
    else { return }
    if let problem = attributes.problem { return report(problem, at: attributes.problemRange) }
    collect(nil, attributes.list)
    let start = open.start
    let inner = Array(output[start...])
    let typed = answers.isEmpty ? inner : typedHTML(from: start)
    output.removeLast(output.count - start)
    let call = DirectiveCall(
      form: .inline, name: String(decoding: source.file[name], as: UTF8.self), nameSpan: SourceSpan(name), label: nil,
      attributes: attributes.list, inner: inner, span: SourceSpan(substitutions[number].range.lowerBound, end))
    let html = render(call)
    output.append(contentsOf: html)
    joinText(of: html, at: open.pendingBreak)
    noteAnswer(at: output.count - html.count..<output.count, typed: typed)
  }

  /// Settles the line break before an inline directive by the first text of `html`, which ends the output, and keeps its last
  /// text for the break behind.
  private mutating func joinText(of html: [UInt8], at pending: (offset: Int, before: UInt32)?) {
    forgetText()
    if let pending, let text = EdgeText.first(of: html.span) {
      pendingBreak = pending
      let start = output.count - html.count
      lastText = start + text.lowerBound..<start + text.upperBound
      settleBreak()
      forgetText()
    }
    if let text = EdgeText.last(of: html.span) {
      let start = output.count - html.count
      lastText = start + text.lowerBound..<start + text.upperBound
    }
  }
}
