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
  /// The byte before; 0 behind an expression.
  private var previous: UInt8 = 0
  private var isEscaped = false
  /// Whether a `/` was passed in this line that may be a division or begin a regular expression.
  private var isDoubtful = false

  /// Whether a value may stand here: in code, or in a comment that a line ends.
  var takesValue: Bool {
    switch state {
    case .code: !isDoubtful
    case .slash: slash == .division
    case .lineComment: true
    case .string, .template, .regularExpression, .characterClass, .blockComment: false
    }
  }

  /// An expression was printed here.
  mutating func passExpression() {
    if state == .slash { state = .code }
    if state == .code { endWord(.division) }
    previous = 0
  }

  /// A second round of a loop may begin here.
  mutating func beginRepeated() { if state == .code { slash = .unclear } }

  /// `<!--`, which ends with its line.
  mutating func beginComment() { if state == .code { state = .lineComment } }

  /// Moves over one byte; `isUnclear` is set where what is before may be one thing or another and this byte makes a difference.
  mutating func advance(over byte: UInt8, isUnclear: inout Bool) {
    let before = previous
    previous = byte
    let isNewline = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    if isNewline { isDoubtful = false }
    if isEscaped {
      isEscaped = false
      previous = 0
      return
    }
    switch state {
    case .code: readCode(byte, before, &isUnclear)
    case .slash: readBehindSlash(byte, &isUnclear)
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
      } else if byte == UInt8(ascii: "{"), before == UInt8(ascii: "$") {
        brackets.append(.substitution)
        enterCode(.regularExpression)
      }
    case .regularExpression, .characterClass: readExpression(byte, isNewline)
    case .lineComment: if isNewline { state = .code }
    case .blockComment:
      if byte == UInt8(ascii: "/"), before == UInt8(ascii: "*") { state = .code }
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

  private mutating func readBehindSlash(_ byte: UInt8, _ isUnclear: inout Bool) {
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
        advance(over: byte, isUnclear: &isUnclear)
      case .division, .unclear:
        isDoubtful = isDoubtful || slash == .unclear
        enterCode(.regularExpression)
        readCode(byte, 0, &isUnclear)
      }
    }
  }

  private mutating func readCode(_ byte: UInt8, _ before: UInt8, _ isUnclear: inout Bool) {
    if ByteClass.identifier.contains(byte) || byte == UInt8(ascii: "$") || byte >= 0x80 {
      // Longer words are none of those that matter.
      if word.utf8.count < 16 { word.unicodeScalars.append(Unicode.Scalar(byte)) }
      return
    }
    endWord(nil)
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      if isDoubtful { isUnclear = true }
      state = byte == UInt8(ascii: "`") ? .template : .string(quote: byte)
    case UInt8(ascii: "/"): state = .slash
    case UInt8(ascii: "("):
      brackets.append(.parenthesis(isHead: Self.heads.contains(lastWord)))
      slash = .regularExpression
    case UInt8(ascii: "{"):
      brackets.append(.brace)
      slash = .regularExpression
    case UInt8(ascii: ")"), UInt8(ascii: "}"): close()
    case UInt8(ascii: "]"): slash = .division
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      if before == byte {
        slash = slashBeforeSign
      } else {
        slashBeforeSign = slash
        slash = .regularExpression
      }
    // Behind `1.` a `/` divides, behind `...` it begins an expression.
    case UInt8(ascii: "."): slash = .unclear
    default: if byte > 0x20 { slash = .regularExpression }
    }
    if byte > 0x20 { lastWord = "" }
  }

  /// The word before this place, blanks left out.
  private var lastWord = ""

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
      self.slash = Self.operators.contains(word) ? .regularExpression : .division
      lastWord = word
      word = ""
    }
    if let slash {
      self.slash = slash
      lastWord = ""
    }
  }

  /// Words behind which a value begins.
  private static let operators: Set<String> = [
    "return", "typeof", "case", "in", "of", "do", "else", "void", "delete", "throw", "new", "instanceof", "yield",
    "await",
    "default", "extends",
  ]
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
    joined.previous = previous == other.previous ? previous : 0
    joined.isDoubtful = isDoubtful || other.isDoubtful
    joined.brackets = zip(brackets, other.brackets).prefix { $0 == $1 }.map(\.0)
    let isSame = joined.brackets.count == max(brackets.count, other.brackets.count)
    let lost = brackets.dropFirst(joined.brackets.count) + other.brackets.dropFirst(joined.brackets.count)
    return isSame || !lost.contains(.substitution) ? joined : nil
  }
}
