import Bytes

/// Where in a script an expression stands; the script's static text moves it along.
///
/// A reduced scanner of ECMAScript ("Lexical Grammar"): enough to tell code from strings, templates, regular expressions and
/// comments. A value written as JSON is a value in code only.
struct ScriptContext: Hashable, Sendable {
  private enum State: Hashable, Sendable {
    case code
    /// Behind a `/` of which the next byte says what it is.
    case slash
    case string(quote: UInt8)
    case template
    case regularExpression
    case characterClass
    case lineComment
    case blockComment
  }

  /// What a `/` would be.
  private enum Slash: Hashable, Sendable {
    case regularExpression, division, unclear
  }

  private enum Bracket: Hashable, Sendable {
    /// `(`; behind those of `if (…)` a statement begins.
    case parenthesis(isHead: Bool)
    case brace
    /// `${` in a template.
    case substitution
  }

  private var state = State.code
  private var slash = Slash.regularExpression
  /// What a `/` was before the last `+` or `-`: the same behind `++` and `--`.
  private var slashBeforeSign = Slash.regularExpression
  /// The word that is being read.
  private var word = ""
  private var brackets: [Bracket] = []
  /// The byte before; 0 behind an expression, `unknownByte` where branches or rounds of a loop meet.
  private var previous: UInt8 = 0
  /// The byte before that.
  private var beforePrevious: UInt8 = 0
  /// A byte that no UTF-8 has.
  private static let unknownByte: UInt8 = 0xFF
  /// Whether only blanks and hyphens stand before this place in its line.
  private var isLineHead = true
  /// Whether the word at hand is the name of a property: `a.return`, `#of`.
  private var isProperty = false
  /// Whether the last sign was the second of `++` or `--`: a third one begins anew.
  private var isSignPair = false
  /// Whether the first `+` or `-` of two stands behind a line end.
  private var isSignAfterNewline = false
  /// Whether a line end stands between this place and what is before it.
  private var hasNewline = false
  private var isEscaped = false
  /// Whether a `/` was passed in this line that may be a division or begin a regular expression.
  private var isDoubtful = false

  /// Whether something was passed that is one thing or another, so that from here on code cannot be told from strings.
  private(set) var isLost = false

  /// Whether a value may stand here: in code, or in a comment that a line ends.
  var takesValue: Bool {
    if isLost { return false }
    return switch state {
    case .code: !isDoubtful
    case .slash: slash == .division
    case .lineComment: true
    case .string, .template, .regularExpression, .characterClass, .blockComment: false
    }
  }

  /// Whether the next line end ends a comment.
  var isInLineComment: Bool { state == .lineComment }

  /// An expression was printed here.
  mutating func passExpression() {
    if state == .slash { state = .code }
    if state == .code { endWord(.division) }
    previous = 0
  }

  /// A second round of a loop may begin here.
  mutating func beginRepeated() {
    if state == .code { slash = .unclear }
    previous = Self.unknownByte
  }

  /// `<!--`, which ends with its line.
  mutating func beginComment() { if state == .code { state = .lineComment } }

  /// Moves over one byte.
  mutating func advance(over byte: UInt8) {
    let (early, before) = (beforePrevious, previous)
    (beforePrevious, previous) = (before, byte)
    let isNewline = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    // `-->` at the head of a line begins a comment, `#!` at the head of a script.
    if isLineHead, early == UInt8(ascii: "-"), before == early, byte == UInt8(ascii: ">"), state == .code {
      isLost = true
    }
    if byte == UInt8(ascii: "!"), before == UInt8(ascii: "#"), state == .code { isLost = true }
    if state == .code || state == .lineComment, Self.endsWideBlank(early, before, byte) { isLost = true }
    if isNewline { (isDoubtful, isLineHead) = (false, true) }
    if byte > 0x20, byte != UInt8(ascii: "-") { isLineHead = isLineHead && byte == UInt8(ascii: ">") }
    if isEscaped {
      isEscaped = false
      previous = 0
      return
    }
    switch state {
    case .code: readCode(byte, before)
    case .slash: readBehindSlash(byte)
    case .string(let quote):
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == quote || isNewline {
        enterCode(.division)
      }
    case .template:
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "`") {
        enterCode(.division)
      } else if byte == UInt8(ascii: "{"), before == Self.unknownByte {
        isLost = true
      } else if byte == UInt8(ascii: "{"), before == UInt8(ascii: "$") {
        brackets.append(.substitution)
        enterCode(.regularExpression)
      }
    case .regularExpression, .characterClass: readExpression(byte, isNewline)
    case .lineComment: if isNewline { state = .code }
    case .blockComment:
      if byte == UInt8(ascii: "/"), before == Self.unknownByte { isLost = true }
      if byte == UInt8(ascii: "/"), before == UInt8(ascii: "*") { state = .code }
    }
  }

  /// Whether the bytes are a blank or a line end outside ASCII (ECMAScript, "White Space", "Line Terminators").
  private static func endsWideBlank(_ early: UInt8, _ before: UInt8, _ byte: UInt8) -> Bool {
    switch (early, before, byte) {
    case (_, 0xC2, 0xA0), (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      true
    default: false
    }
  }

  private mutating func enterCode(_ slash: Slash) {
    state = .code
    self.slash = slash
  }

  private mutating func readExpression(_ byte: UInt8, _ isNewline: Bool) {
    switch byte {
    case UInt8(ascii: "\\"): isEscaped = true
    case UInt8(ascii: "["): state = .characterClass
    case UInt8(ascii: "]"): state = .regularExpression
    case UInt8(ascii: "/") where state == .regularExpression: enterCode(.division)
    default: if isNewline { enterCode(.regularExpression) }
    }
  }

  private mutating func readBehindSlash(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "/"): state = .lineComment
    case UInt8(ascii: "*"):
      state = .blockComment
      // The star of `/*/` does not end it.
      previous = 0
    default:
      switch slash {
      case .regularExpression:
        state = .regularExpression
        advance(over: byte)
      case .division, .unclear:
        isDoubtful = isDoubtful || slash == .unclear
        enterCode(.regularExpression)
        readCode(byte, 0)
      }
    }
  }

  private mutating func readCode(_ byte: UInt8, _ before: UInt8) {
    if ByteClass.identifier.contains(byte) || byte == UInt8(ascii: "$") || byte >= 0x80 {
      // Longer words are none of those that matter.
      if word.isEmpty { isProperty = before == UInt8(ascii: "#") || isBehindPeriod }
      if word.utf8.count < 16 { word.unicodeScalars.append(Unicode.Scalar(byte)) }
      return
    }
    endWord(nil)
    defer {
      if byte > 0x20 { (isBehindPeriod, hasNewline) = (byte == UInt8(ascii: "."), false) }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { hasNewline = true }
    }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      if isDoubtful { isLost = true }
      state = byte == UInt8(ascii: "`") ? .template : .string(quote: byte)
    case UInt8(ascii: "/"):
      if isDoubtful { isLost = true }
      state = .slash
    case UInt8(ascii: "("):
      brackets.append(.parenthesis(isHead: Self.heads.contains(lastWord)))
      slash = .regularExpression
    case UInt8(ascii: "{"):
      brackets.append(.brace)
      slash = .regularExpression
    case UInt8(ascii: ")"), UInt8(ascii: "}"): close()
    case UInt8(ascii: "]"): slash = .division
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      if before == byte, !isSignPair {
        slash = isSignAfterNewline ? .unclear : slashBeforeSign
        isSignPair = true
      } else {
        isSignPair = false
        (slashBeforeSign, isSignAfterNewline) = (slash, hasNewline)
        slash = .regularExpression
      }
    // Behind `1.` a `/` divides, behind `...` it begins an expression.
    case UInt8(ascii: "."): slash = .unclear
    default: if byte > 0x20 { slash = .regularExpression }
    }
    if byte > 0x20 { lastWord = "" }
  }

  /// The word before this place, blanks left out; empty when it is the name of a property.
  private var lastWord = ""
  /// Whether a period stands before this place, blanks left out.
  private var isBehindPeriod = false

  private mutating func close() {
    switch brackets.popLast() {
    case .parenthesis(let isHead): slash = isHead ? .regularExpression : .division
    case .substitution: state = .template
    case .brace, nil: slash = .unclear
    }
  }

  /// Behind a value (or a word that is one) a `/` divides.
  private mutating func endWord(_ slash: Slash?) {
    if !word.isEmpty {
      if isProperty {
        self.slash = .division
      } else {
        self.slash =
          Self.operators.contains(word) ? .regularExpression : Self.perhaps.contains(word) ? .unclear : .division
      }
      lastWord = isProperty ? "" : word
      word = ""
      (isBehindPeriod, hasNewline) = (false, false)
    }
    if let slash {
      self.slash = slash
      lastWord = ""
    }
  }

  /// Words behind which a value begins.
  private static let operators: Set<String> = [
    "return", "typeof", "case", "in", "do", "else", "void", "delete", "throw", "new", "instanceof", "default",
    "extends",
  ]
  /// Words that are operators in some places and names in others.
  private static let perhaps: Set<String> = ["of", "yield", "await"]
  /// Words behind whose parentheses a statement begins.
  private static let heads: Set<String> = ["if", "while", "for", "with"]

  /// The place where two branches meet; `nil` when one is code and the other is not.
  func joined(with other: ScriptContext) -> ScriptContext? {
    if self == other { return self }
    guard state == other.state, isEscaped == other.isEscaped else { return nil }
    var joined = self
    joined.endWord(nil)
    var second = other
    second.endWord(nil)
    if joined.slash != second.slash || word != other.word { joined.slash = .unclear }
    if joined.lastWord != second.lastWord { joined.lastWord = "" }
    joined.slashBeforeSign = .unclear
    joined.previous = previous == other.previous ? previous : Self.unknownByte
    joined.beforePrevious = beforePrevious == other.beforePrevious ? beforePrevious : 0
    joined.isLineHead = isLineHead || other.isLineHead
    joined.hasNewline = hasNewline || other.hasNewline
    joined.isSignAfterNewline = isSignAfterNewline || other.isSignAfterNewline
    if isBehindPeriod != other.isBehindPeriod { joined.slash = .unclear }
    joined.isSignPair = isSignPair && other.isSignPair
    joined.isLost = isLost || other.isLost
    joined.isDoubtful = isDoubtful || other.isDoubtful
    joined.brackets = zip(brackets, other.brackets).prefix { $0 == $1 }.map(\.0)
    let isSame = joined.brackets.count == max(brackets.count, other.brackets.count)
    let lost = brackets.dropFirst(joined.brackets.count) + other.brackets.dropFirst(joined.brackets.count)
    return isSame || !lost.contains(.substitution) ? joined : nil
  }
}
