package import Diagnostics

/// Text with marked places: `a ⟦wrong⟧ word` gives the bytes of `a wrong word` and the span of `wrong`.
///
/// Marks may nest; spans come in the order of their opening brackets. A test states where a diagnostic must point by
/// marking it in the source.
package struct MarkedText: Sendable {
  /// The text without the brackets, UTF-8.
  package let bytes: [UInt8]
  /// The marked places, in the order of their beginnings.
  package let spans: [SourceSpan]

  /// Reads the marks out of `text`.
  ///
  /// - Precondition: brackets are balanced.
  package init(_ text: String) {
    var bytes: [UInt8] = []
    var spans: [SourceSpan] = []
    var open: [Int] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦":
        open.append(spans.count)
        spans.append(SourceSpan(bytes.count, bytes.count))
      case "⟧":
        guard let index = open.popLast() else { preconditionFailure("⟧ without ⟦ in \(text)") }
        spans[index] = SourceSpan(Int(spans[index].start), bytes.count)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    precondition(open.isEmpty, "⟦ without ⟧ in \(text)")
    self.bytes = bytes
    self.spans = spans
  }

  /// The first marked place.
  package var span: SourceSpan { spans[0] }

  /// The text without the brackets.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
