internal import Bytes

/// Puts the source back where marks ended up in code, HTML or an address.
enum MarkRestoring {
  /// Appends `text` with every mark replaced by the bytes of the source that it stands for.
  ///
  /// - Complexity: O(length of the result).
  static func append(
    _ text: Span<UInt8>, substitutions: [Substitution], file: Span<UInt8>, to output: inout [UInt8]
  ) {
    var runStart = 0
    var index = Mark.next(in: text, from: 0)
    while index < text.count {
      output.append(run: text, runStart..<index)
      if let (number, end) = Mark.reference(in: text, at: index), number < substitutions.count {
        index = end
        let substitution = substitutions[number]
        if substitution.isComment, output.hasSuffix("<!--") { output.removeLast(4) }
        if substitution.isComment, text.has("-->", at: index) { index += 3 }
        if case .footnoteOpening = substitution.kind, output.hasSuffix(FootnoteOpening.marker) {
          output.removeLast(FootnoteOpening.marker.utf8.count)
        }
        output.append(run: file, substitution.range)
      } else {
        let code = text[index + 2]
        if code < Mark.reference { output.append(Mark.delimiterCharacters[Int(code - Mark.firstDelimiter) / 4]) }
        index += Mark.length
      }
      runStart = index
      index = Mark.next(in: text, from: index)
    }
    output.append(run: text, runStart..<text.count)
  }
}

extension [UInt8] {
  /// Whether the last bytes are those of `text`.
  func hasSuffix(_ text: String) -> Bool { span.has(text: text, at: count - text.utf8.count) }
}
