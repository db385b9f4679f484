internal import Bytes
internal import Han

extension Marker {
  /// Notes the run of delimiters at `start`.
  mutating func noteRun(at start: Int) -> Int {
    var end = start + 1
    while end < limit, text[end] == text[start] { end += 1 }
    // Growing from one element costs more than the room.
    if runs.capacity == 0 { runs.reserveCapacity(16) }
    runs.append(DelimiterRun(range: start..<end, floor: prefixEnd))
    if !isSuspicious { isSuspicious = text[start] == UInt8(ascii: "~") || !isPlain(start..<end) }
    return end
  }

  /// Whether libcmark surely judges the run as we do: both sides ASCII, or neither a mark beside a Han character.
  private func isPlain(_ run: Range<Int>) -> Bool {
    switch (kind(before: run.lowerBound), kind(after: run.upperBound)) {
    case (.mark, .mark): text[run.lowerBound] != UInt8(ascii: "_")
    case (.special, _), (_, .special), (.han, .mark), (.mark, .han): false
    case (.han, _), (.mark, _), (.other, _): true
    }
  }

  private enum SideKind { case han, mark, other, special }

  private func kind(before start: Int) -> SideKind {
    guard start > prefixEnd else { return .other }
    let byte = text[start - 1]
    if byte < 0x80 { return asciiKind(byte) }
    let isHan =
      start >= prefixEnd + 3 && 0xE4...0xE9 ~= text[start - 3] && text[start - 2] & 0xC0 == 0x80 && byte & 0xC0 == 0x80
    return isHan ? .han : .special
  }

  private func kind(after end: Int) -> SideKind {
    guard end < limit else { return .other }
    let byte = text[end]
    return byte < 0x80 ? asciiKind(byte) : 0xE4...0xE9 ~= byte ? .han : .special
  }

  private func asciiKind(_ byte: UInt8) -> SideKind {
    switch byte {
    case UInt8(ascii: "~"): features.contains(.strikethrough) ? .special : .mark
    case UInt8(ascii: "{"), UInt8(ascii: "}"): features.contains(.figures) ? .special : .mark
    case _ where Self.isEscapable(byte): .mark
    default: .other
    }
  }

  /// Decides what of the chunk is replaced, writes it, and begins a new chunk.
  mutating func endChunk() {
    defer {
      if !runs.isEmpty { runs.removeAll(keepingCapacity: true) }
      if !edits.isEmpty { edits.removeAll(keepingCapacity: true) }
      if !brackets.isEmpty { brackets.removeAll(keepingCapacity: true) }
      if !definitions.isEmpty { definitions.removeAll(keepingCapacity: true) }
      (openDirectives, isSuspicious, hasInlineDirectives, hasAngleBrackets) = (0, false, false, false)
      openBrackets = 0
      chunkStart = prefixEnd
    }
    guard !edits.isEmpty || isSuspicious || !definitions.isEmpty else { return }
    let replacesRuns = !runs.isEmpty && (isSuspicious || hasInlineDirectives) && judgeRuns()
    writeChunk(replacingRuns: replacesRuns)
  }

  /// Finds out what each run can do; whether that is not what libcmark would say.
  private mutating func judgeRuns() -> Bool {
    if hasAngleBrackets { dropRunsInTags() }
    var differs = hasInlineDirectives
    var edit = 0
    var underscores = 0
    var doubleUnderscores = 0
    for index in runs.indices {
      let range = runs[index].range
      while edit < edits.count, edits[edit].range.upperBound < range.lowerBound { edit += 1 }
      var following = edit
      var sides = FigureSides()
      if edit < edits.count, edits[edit].range.upperBound == range.lowerBound {
        sides.before = isFigure(edits[edit])
        if !sides.before { differs = true }
        following += 1
      }
      if following < edits.count, edits[following].range.lowerBound == range.upperBound {
        sides.after = isFigure(edits[following])
        if !sides.after { differs = true }
      }
      // A copy: judging in place would copy the marker, and with it all runs, at each run.
      var run = runs[index]
      if judge(&run, sides) { differs = true }
      runs[index] = run
      if text[range.lowerBound] == UInt8(ascii: "_") {
        underscores += 1
        if runs[index].role == [.opens, .closes] { doubleUnderscores += 1 }
      }
    }
    // libcmark 0.30.2 forgets openers of `_` once a run that both opens and closes found none (fixed in 0.31).
    if !features.isDisjoint(with: [.cjkEmphasis, .footnotes]), underscores > 2, doubleUnderscores > 0 {
      return differs || !runs.contains(where: isBehindDeepQuote)
    }
    return differs
  }

  /// Whether the run stands directly behind a `>` that is deep enough in its line to be text: whether it is a quote's sign
  /// depends on the list around it, and with it what the run can do. libcmark knows.
  private func isBehindDeepQuote(_ run: DelimiterRun) -> Bool {
    guard run.range.lowerBound == run.floor, run.floor > chunkStart, text[run.floor - 1] == UInt8(ascii: ">") else {
      return false
    }
    var index = run.floor
    while index > 0, text[index - 1] != UInt8(ascii: "\n"), text[index - 1] != UInt8(ascii: "\r") { index -= 1 }
    // Behind a sign one blank belongs to it.
    var (columns, room) = (0, 4)
    while index < run.floor {
      switch text[index] {
      case UInt8(ascii: " "): columns += 1
      case UInt8(ascii: "\t"): columns += 4
      case UInt8(ascii: ">"):
        if columns >= room { return true }
        (columns, room) = (0, 5)
      default: return false
      }
      index += 1
    }
    return false
  }

  /// On which sides of a run a figure stands. It is a letter to the run: that is what its mark is to libcmark, too. Beside
  /// other marks libcmark sees a letter where the first or last byte of what they stand for counts.
  private struct FigureSides {
    var before = false
    var after = false
  }

  /// Sets the role of `run`; whether libcmark would give it another.
  private func judge(_ run: inout DelimiterRun, _ sides: FigureSides) -> Bool {
    let character = text[run.range.lowerBound]
    let isTilde = character == UInt8(ascii: "~")
    // cmark-gfm looks through tildes to what stands behind them, except from a run of tildes itself.
    let skips = features.contains(.strikethrough) && !isTilde
    run.role = role(of: character, run, sides, cjk: features.contains(.cjkEmphasis), skipsTildes: skips)
    if isTilde {
      // GFM 0.29 §6.5: one or two tildes; longer runs are text.
      let isDelimiter = features.contains(.doubleTildes) ? run.range.count == 2 : run.range.count <= 2
      run.isReplaced = isDelimiter && !run.role.isEmpty
      return run.isReplaced
    }
    let plain = role(of: character, run, sides, cjk: false, skipsTildes: false)
    run.isReplaced = !run.role.isEmpty || !plain.isEmpty
    return run.role != plain
  }

  private func role(
    of character: UInt8, _ run: DelimiterRun, _ sides: FigureSides, cjk: Bool, skipsTildes: Bool
  ) -> DelimiterRole {
    Flanking.role(
      of: character,
      before: sides.before ? [] : neighbour(before: run, cjk: cjk, skipsTildes: skipsTildes),
      after: sides.after ? [] : neighbour(after: run.range.upperBound, cjk: cjk, skipsTildes: skipsTildes))
  }

  private func isFigure(_ edit: Edit) -> Bool {
    switch edit.kind {
    case .figure, .unclosedFigure, .statement: true
    case .headingID, .task, .directiveLine, .inlineOpening, .inlineClosing, .table, .address, .footnote,
      .footnoteOpening, .footnoteMarker, .emptyFootnoteOpening, .definition:
      false
    }
  }

  /// Runs inside tags and addresses are none: their bytes must stay for libcmark to see the tag.
  private mutating func dropRunsInTags() {
    guard let last = runs.last?.range.lowerBound else { return }
    let limit = blankLine(behind: last)
    var tags: [Range<Int>] = []
    var index = chunkStart
    while index < last {
      guard text[index] == UInt8(ascii: "<") else {
        let isEscape = text[index] == UInt8(ascii: "\\") && Self.isEscapable(text[index + 1])
        index += isEscape ? 2 : 1
        continue
      }
      let end =
        TagScanner.openTagEnd(text.span, at: index, limit: limit)
        ?? TagScanner.addressEnd(text.span, at: index, limit: limit)
        ?? TagScanner.uriEnd(text.span, at: index, limit: limit)
      if let end { tags.append(index..<end) }
      index = end ?? index + 1
    }
    guard !tags.isEmpty else { return }
    var tag = 0
    runs.removeAll { run in
      while tag < tags.count, tags[tag].upperBound <= run.range.lowerBound { tag += 1 }
      return tag < tags.count && tags[tag].lowerBound < run.range.lowerBound
    }
  }

  /// The next blank line, quotes' signs not counted: no tag goes beyond it.
  private func blankLine(behind start: Int) -> Int {
    var isBlank = false
    var index = start
    while index < limit {
      switch text[index] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if isBlank { return index }
        isBlank = true
        if text[index] == UInt8(ascii: "\r"), index + 1 < limit, text[index + 1] == UInt8(ascii: "\n") { index += 1 }
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"): break
      default: isBlank = false
      }
      index += 1
    }
    return limit
  }

  private mutating func writeChunk(replacingRuns: Bool) {
    var nextRun = replacingRuns ? 0 : runs.count
    var nextDefinition = 0
    var numbers: [Int] = []
    for (index, edit) in edits.enumerated() {
      numbers.append(-1)
      writeMarks(before: edit.range.lowerBound, &nextRun, &nextDefinition)
      guard edit.isConfirmed else { continue }
      var kind = edit.kind
      if case .inlineClosing(let opening, let attributes) = kind {
        kind = .inlineClosing(opening: numbers[opening], attributes: attributes)
      }
      let substitution = Substitution(range: map.file(edit.range), kind: kind)
      numbers[index] = addSubstitution(substitution)
      write(upTo: edit.range.lowerBound, edit.range) { marked in
        switch kind {
        case .footnoteMarker:
          marked.bytes.append(contentsOf: FootnoteOpening.marker.utf8)
          return
        case .footnoteOpening, .emptyFootnoteOpening: marked.bytes.append(contentsOf: FootnoteOpening.marker.utf8)
        case .figure, .unclosedFigure, .statement, .headingID, .task, .directiveLine, .inlineOpening, .inlineClosing,
          .address, .footnote, .table, .definition:
          break
        }
        if substitution.isComment { marked.bytes.append(contentsOf: "<!--".utf8) }
        Mark.appendReference(numbers[index], to: &marked.bytes)
        if substitution.isComment { marked.bytes.append(contentsOf: "-->".utf8) }
      }
    }
    writeMarks(before: limit, &nextRun, &nextDefinition)
  }

  /// Writes the runs that begin before `end`, and the marks of definitions up to it.
  private mutating func writeMarks(before end: Int, _ nextRun: inout Int, _ nextDefinition: inout Int) {
    while true {
      let run = nextRun < runs.count ? runs[nextRun].range.lowerBound : .max
      let definition = nextDefinition < definitions.count ? definitions[nextDefinition].markPlace : .max
      if definition <= end, definition <= run {
        write(definitions[nextDefinition])
        nextDefinition += 1
      } else if run < end {
        writeRun(runs[nextRun])
        nextRun += 1
      } else {
        return
      }
    }
  }

  private mutating func write(_ definition: LinkDefinition) {
    let place = definition.markPlace
    // What was replaced by another mark is no destination.
    guard place >= copied else { return }
    let number = addSubstitution(Substitution(range: place..<place, kind: .definition))
    addDefinition(definition, number)
    write(upTo: place, place..<place) { marked in Mark.appendReference(number, to: &marked.bytes) }
  }

  private mutating func writeRun(_ run: DelimiterRun) {
    guard run.isReplaced else { return }
    setHasBareMarks()
    let character: UInt8 =
      switch text[run.range.lowerBound] {
      case UInt8(ascii: "*"): 0
      case UInt8(ascii: "_"): 4
      default: 8
      }
    write(upTo: run.range.lowerBound, run.range) { marked in
      for _ in run.range { Mark.append(Mark.firstDelimiter + character + run.role.rawValue, to: &marked.bytes) }
    }
  }

  /// What stands before `run`; beginnings of lines are space.
  private func neighbour(before run: DelimiterRun, cjk: Bool, skipsTildes: Bool) -> Neighbour {
    var end = run.range.lowerBound
    if skipsTildes { while end > run.floor, text[end - 1] == UInt8(ascii: "~") { end -= 1 } }
    guard end > run.floor else { return .space }
    let (scalar, position) = text.span.scalar(before: end, from: run.floor)
    guard cjk, scalar >= 0x80 else { return Neighbour(scalar) }
    if HanClass.isIdeographicVariationSelector(scalar) { return .ideographicSelector }
    var base = scalar
    if HanClass.isTextVariationSelector(scalar), position > run.floor {
      base = text.span.scalar(before: position, from: run.floor).value
    }
    var result = HanClass.isSpace(scalar) ? .space : Neighbour(base)
    if HanClass.isCJK(base) || (scalar == 0xFE01 && HanClass.isAmbiguousQuote(base)) { result.insert(.cjk) }
    return result
  }

  /// What stands at `end`; ends of lines are space.
  private func neighbour(after end: Int, cjk: Bool, skipsTildes: Bool) -> Neighbour {
    var position = end
    if skipsTildes { while position < limit, text[position] == UInt8(ascii: "~") { position += 1 } }
    guard position < limit else { return .space }
    let scalar = text.span.scalar(at: position).value
    var result = Neighbour(scalar)
    if cjk, HanClass.isCJK(scalar) { result.insert(.cjk) }
    return result
  }
}
