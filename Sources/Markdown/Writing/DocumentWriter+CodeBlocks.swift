internal import Bytes

extension DocumentWriter {
  mutating func writeCodeBlock(_ node: MarkdownNode) {
    if features.contains(.wordHabits) {
      noteIndentedProse(node)
      noteFence(node)
    }
    startLine()
    output.append(literal: "<pre><code")
    node.withText(.info) { info in
      guard !info.isEmpty else { return }
      output.append(literal: " class=\"language-")
      let restored = restored(info)
      let end = restored.firstIndex { ByteClass.blanks.contains($0) || $0 == 0x0B || $0 == 0x0C }
      HTMLEscaping.appendCommonMark(restored.span.extracting(0..<(end ?? restored.count)), to: &output)
      output.append(UInt8(ascii: "\""))
    }
    output.append(UInt8(ascii: ">"))
    node.withText(.literal) { appendRestored($0) }
    output.append(literal: "</code></pre>\n")
  }

  // MARK: What is wrong with a fence

  /// Reports a fence that nothing closes, or words behind it.
  private mutating func noteFence(_ node: MarkdownNode) {
    guard let fence = fence(of: node) else { return }
    let isClosed = isClosed(fence, node)
    if !isClosed { swallowedClosings += closingLines(of: node) }
    let info = node.withText(.info) { restored($0) }
    if let isLost = Self.losesWords(info.span) {
      report(
        .wordsBehindFence(isLost: isLost), at: wordsBehind(fence, withFirst: isLost || !hasSeveralWords(info.span)))
    } else if !isClosed {
      report(.unclosedFence(String(decoding: source.file[fence], as: UTF8.self)), at: fence)
    }
  }

  /// How many lines of the code `node` would close a directive if they were none.
  private func closingLines(of node: MarkdownNode) -> Int {
    guard !openDirectives.isEmpty else { return 0 }
    let code = node.withText(.literal) { restored($0) }
    return code.split(separator: UInt8(ascii: "\n")).count { line in
      let colons = line.prefix { $0 == UInt8(ascii: ":") }
      return colons.count > 2 && line[colons.endIndex...].allSatisfy { $0 <= 0x20 }
    }
  }

  /// The bytes of the fence that opens `node`; `nil` when four blanks make the code.
  private func fence(of node: MarkdownNode) -> Range<Int>? {
    let number = node.firstLine - lineOffset
    let line = lines.range(ofLines: number, through: number, in: source.file.span)
    let start = line.lowerBound + node.startColumn - 1
    guard line.contains(start) else { return nil }
    let end = Self.fenceEnd(source.file.span, from: start, to: line.upperBound)
    guard end - start >= 3 else { return nil }
    let text = source.file.span.extracting(start..<line.upperBound)
    // A line of its own text is the first one of code that blanks make.
    let isText = node.withText(.literal) { literal in
      literal.count >= text.count && text.indices.allSatisfy { literal[$0] == text[$0] }
    }
    return isText ? nil : start..<end
  }

  /// Behind the run of equal signs of a fence at `start`.
  private static func fenceEnd(_ file: Span<UInt8>, from start: Int, to limit: Int) -> Int {
    guard start < limit, file[start] == UInt8(ascii: "`") || file[start] == UInt8(ascii: "~") else { return start }
    var end = start
    while end < limit, file[end] == file[start] { end += 1 }
    return end
  }

  /// Whether the last line of `node` closes its fence. Where the block around it ends first, or the text does, libcmark counts
  /// the line on which it saw that.
  private func isClosed(_ fence: Range<Int>, _ node: MarkdownNode) -> Bool {
    let last = node.lines.upperBound
    guard last > node.firstLine, node.following(below: node, entersChildren: false)?.firstLine != last else {
      return false
    }
    let file = source.file.span
    let line = lines.range(ofLines: last - lineOffset, through: last - lineOffset, in: file)
    var start = line.lowerBound
    while start < line.upperBound, file[start] <= 0x20 || file[start] == UInt8(ascii: ">") { start += 1 }
    let end = Self.fenceEnd(file, from: start, to: line.upperBound)
    return end - start >= fence.count && file[start] == file[fence.lowerBound]
      && file.skippingBlanks(from: end, to: line.upperBound) == line.upperBound
  }

  /// Whether what stands behind a fence is text: a first word that is no name of a language, which is lost; or words behind that
  /// name, which other programs read. `nil` when it is none.
  private static func losesWords(_ info: Span<UInt8>) -> Bool? {
    guard let first = info.indices.first else { return nil }
    if info[first] >= 0x80 { return true }
    var count = 1
    var isWide = false
    for index in info.indices {
      switch info[index] {
      // Attributes have quotes, braces and signs of equality.
      case UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: "\""): return nil
      case UInt8(ascii: " "), UInt8(ascii: "\t"): if info[index - 1] > 0x20 { count += 1 }
      case 0x80...: isWide = true
      default: break
      }
    }
    return isWide || count > 2 ? false : nil
  }

  private func hasSeveralWords(_ info: Span<UInt8>) -> Bool {
    info.indices.contains { info[$0] == UInt8(ascii: " ") || info[$0] == UInt8(ascii: "\t") }
  }

  /// The words behind the fence, `withFirst` when that is no name of a language.
  private func wordsBehind(_ fence: Range<Int>, withFirst: Bool) -> Range<Int> {
    let file = source.file.span
    var start = file.skippingBlanks(from: fence.upperBound, to: source.body.upperBound)
    var end = start
    while end < source.body.upperBound, file[end] != UInt8(ascii: "\n"), file[end] != UInt8(ascii: "\r") { end += 1 }
    while end > start, file[end - 1] <= 0x20 { end -= 1 }
    guard !withFirst else { return start..<end }
    while start < end, file[start] > 0x20 { start += 1 }
    start = file.skippingBlanks(from: start, to: end)
    return start..<end
  }
}
