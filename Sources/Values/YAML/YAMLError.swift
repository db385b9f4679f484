import Diagnostics

/// Why a YAML text is refused, and where; the sentences are in `YAMLError+Message.swift`.
struct YAMLError: Error, Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case leftOut(LeftOut)
    case key(Key)
    case indentation(Indentation)
    case scalar(ScalarKind)
    case flow(Flow)
    case text(Text)
    case fullWidth(FullWidth)
  }

  /// What YAML 1.2 has and the subset has not.
  enum LeftOut: Hashable, Sendable {
    case anchor, alias, tag, mergeKey, complexKey, directive, secondDocument, emptyKey
  }

  enum Key: Hashable, Sendable {
    case duplicateKey(String)
    /// `标题：…`; the text before the colon.
    case fullWidthColon(key: String)
    case missingColon
    case missingBlankAfterColon
    case keyOverLines
    case keyTooLong
  }

  enum Indentation: Hashable, Sendable {
    case tabIndentation
    /// Deeper than the entries before it, which are complete.
    case tooDeep
    /// Less deep than its siblings, deeper than its parent.
    case unalignedIndentation
    /// `- item` among the keys of a mapping.
    case itemAmongKeys
    /// `key: value` (or text) among the items of a sequence.
    case keyAmongItems
    /// `key: - item`.
    case itemOnKeyLine
    /// `--- key: value`.
    case collectionOnMarkerLine
  }

  enum ScalarKind: Hashable, Sendable {
    case colonInValue
    case unterminatedQuote
    case quotedLineNotIndented
    case textAfterQuote
    case unknownEscape
    case badCodePoint
    case reservedCharacter(UInt8)
    case blockScalarHeader
    case blockScalarIndentation
  }

  enum Flow: Hashable, Sendable {
    case unclosedFlow(UInt8)
    case flowLineNotIndented
    case closingBracketNotIndented
    case emptyFlowEntry
    case missingComma
    case textAfterFlow
    case strayBracket
  }

  enum Text: Hashable, Sendable {
    case commentWithoutBlank
    case textAfterDocument
    case controlCharacter
    case notUTF8
    case tooDeeplyNested
    case tooLarge
    case unterminatedFrontMatter
  }

  /// Full-width characters in the place of YAML's own.
  enum FullWidth: Hashable, Sendable {
    case space, brackets, comma, quotes
  }

  var kind: Kind
  var span: SourceSpan
  /// A second place that belongs to the problem: where the quote opened, where the key stood first.
  var related: SourceSpan?

  init(_ kind: Kind, _ span: SourceSpan, related: SourceSpan? = nil) {
    self.kind = kind
    self.span = span
    self.related = related
  }
}
