import Diagnostics

/// Why a JSON text is refused, and where; the sentences are in `JSONError+Message.swift`.
struct JSONError: Error, Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A value was wanted; the text ended or something else stands there.
    case expectedValue
    case expectedKey, expectedColon
    /// `,` or the closing bracket was wanted.
    case expectedComma(closing: UInt8)
    case trailingComma
    case badNumber, badLiteral
    case unterminatedString, controlInString, badEscape, loneSurrogate
    case duplicateKey(String)
    case textAfterValue
    case notUTF8
    case tooDeeplyNested
    case tooLarge
  }

  var kind: Kind
  var span: SourceSpan
  var related: SourceSpan?

  init(_ kind: Kind, _ span: SourceSpan, related: SourceSpan? = nil) {
    self.kind = kind
    self.span = span
    self.related = related
  }
}
