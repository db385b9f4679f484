internal import Bytes

/// Tells of asterisks that hide part of a name or a number, of blanks to fill in and of tildes in ranges, where they became
/// markup.
extension DocumentWriter {
  /// Runs that are looked for: each costs a block, and hardly a text has that many that are emphasis all the same.
  private static let maskTryLimit = 100

  /// Reports the first of `masks` that stands in the block at hand, which was just written, and opens an element there.
  ///
  /// - Complexity: O(length of the block's HTML) for each of its masks, up to a limit.
  mutating func noteMasks() {
    let block = rangeOfBlock()
    var index = masks.indices.partitionPoint { masks[$0].run.lowerBound >= block.lowerBound }
    while index < masks.count, masks[index].end <= block.upperBound {
      maskTries += 1
      let run = masks[index].run
      let isEmphasis = opensElement(run)
      if isEmphasis { report(.swallowed(Self.sign(source.file[run.lowerBound])), at: run) }
      if isEmphasis || maskTries == Self.maskTryLimit { masks = [] }
      index += 1
    }
  }

  /// Reports the first of `paths` that stands in the block at hand, which was just written, and lost a backslash there: in code
  /// none does.
  ///
  /// - Complexity: O(length of the block's HTML) for each of its paths, up to a limit.
  mutating func notePaths() {
    let block = rangeOfBlock()
    var index = paths.indices.partitionPoint { paths[$0].lowerBound >= block.lowerBound }
    while index < paths.count, paths[index].upperBound <= block.upperBound {
      let path = paths[index]
      index += 1
      maskTries += 1
      var escaped: [UInt8] = []
      let file = source.file
      HTMLEscaping.appendCommonMark(file.span.extracting(path), to: &escaped)
      let isWhole = (contentStart..<max(contentStart, output.count)).contains {
        output[$0] == escaped[0] && output.span.has(escaped, in: $0..<min($0 + escaped.count, output.count))
      }
      if !isWhole { report(.swallowed(.backslash), at: path) }
      if !isWhole || maskTries >= Self.maskTryLimit {
        paths = []
        return
      }
    }
  }

  private static func sign(_ byte: UInt8) -> SwallowedSign {
    switch byte {
    case UInt8(ascii: "_"): .underscores
    case UInt8(ascii: "~"): .tildes
    default: .asterisks
    }
  }

  /// Whether the HTML of the block has the start of an element between the characters beside `run`.
  private func opensElement(_ run: Range<Int>) -> Bool {
    let file = source.file
    let html = output.span
    let after = file.span.scalar(at: run.upperBound).value
    let before = run.lowerBound > source.body.lowerBound ? file.span.scalar(before: run.lowerBound, from: 0).value : 0
    var index = contentStart
    while index < html.count {
      guard html[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let start = index
      while index < html.count, let tag = ["<em>", "<strong>", "<del>"].first(where: { html.has(text: $0, at: index) })
      {
        index += tag.utf8.count
      }
      if index > start, index < html.count, html.scalar(at: index).value == after {
        // What is left of a longer run.
        var end = start
        while end > contentStart, html[end - 1] == file[run.lowerBound] { end -= 1 }
        // A line's start stands behind what comes before it.
        if before <= 0x20 || end > contentStart && html.scalar(before: end, from: contentStart).value == before {
          return true
        }
      }
      index = max(index, start + 1)
    }
    return false
  }
}
