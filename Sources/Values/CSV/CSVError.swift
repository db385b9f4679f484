import Diagnostics

/// Why a CSV file is refused, and where; the sentences are in `CSVError+Message.swift`.
struct CSVError: Error, Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case unterminatedQuote, textAfterQuote, quoteInside, nul
    case undecodable, cutUTF8, damagedUTF8
    case ragged(fields: Int, header: Int)
    case wrongHeader(fields: Int, header: Int)
    case tooLarge
  }

  var kind: Kind
  /// Byte offsets into the text as UTF-8; into the file itself for the errors of decoding.
  var span: SourceSpan
  /// The opening quote, for `.textAfterQuote`.
  var related: SourceSpan?

  init(_ kind: Kind, _ span: SourceSpan, related: Int? = nil) {
    self.kind = kind
    self.span = span
    self.related = related.map { SourceSpan($0, $0 + 1) }
  }
}
