import Diagnostics

extension YAMLError {
  /// The diagnostic for the user. Codes are stable: YA01–YA09 name what the subset leaves out, YA10–YA19 keys and
  /// indentation, YA20–YA29 scalars, YA30–YA39 flow collections, YA40–YA49 the text as a whole, YA50–YA59 full-width
  /// characters. `source` holds the bytes that the error's spans mean: repairs quote from them.
  func diagnostic(path: String, source: [UInt8]) -> Diagnostic {
    let words = words(YAMLOwnText(source, span))
    var notes: [Diagnostic.Note] = []
    if let related, let note = words.note { notes.append(.init(note, at: SourceLocation(path, related))) }
    return Diagnostic(
      words.code, .error, words.message, at: SourceLocation(path, span), notes: notes, repair: words.repair)
  }

  /// The parts of a diagnostic without its place.
  struct Words {
    var code: DiagnosticCode
    var message: Message
    var repair: Message?
    /// What to say at `related`.
    var note: Message?

    init(_ code: DiagnosticCode, _ message: Message, repair: Message? = nil, note: Message? = nil) {
      self.code = code
      self.message = message
      self.repair = repair
      self.note = note
    }
  }

  private func words(_ own: YAMLOwnText) -> Words {
    switch kind {
    case .leftOut(let kind): kind.words(own)
    case .key(let kind): kind.words(own)
    case .indentation(let kind): kind.words(own)
    case .scalar(let kind): kind.words(own)
    case .flow(let kind): kind.words(own)
    case .text(let kind): kind.words(own)
    case .fullWidth(let kind): kind.words(own)
    }
  }
}

extension YAMLError {
  /// An ASCII character in a sentence.
  static func shown(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }
  /// The bracket that closes `opening`.
  static func closing(_ opening: UInt8) -> String { opening == UInt8(ascii: "[") ? "]" : "}" }
}

extension YAMLError.Text {
  func words(_ own: YAMLOwnText) -> YAMLError.Words {
    switch self {
    case .commentWithoutBlank:
      .init(
        "YA40", Message(zh: "注释的 # 之前须有空格", en: "the `#` of a comment has a space before it"),
        repair: own.repair(
          own.before + " " + own.marked + own.after, Message(zh: "在 # 前加空格：", en: "put a space before `#`: "),
          or: Message(zh: "在 # 前加空格；若 # 是文字，请把整个值放进引号", en: "put a space before `#`; quote the value if `#` is text")))
    case .textAfterDocument:
      .init(
        "YA41", Message(zh: "文档到此已经结束，后面还有内容", en: "the document is complete, but text follows"),
        repair: Message(zh: "删去这些内容，或把它写成 键: 值", en: "remove it, or write it as `key: value`"))
    case .controlCharacter:
      .init(
        "YA42", Message(zh: "这里有看不见的控制字符", en: "there is an invisible control character here"),
        repair: Message(
          zh: "删去它；必要时在双引号里写成转义，如 \\u0007",
          en: "remove it; if it is needed, write an escape in double quotes, such as \\u0007"))
    case .notUTF8:
      .init(
        "YA43", Message(zh: "文件不是有效的 UTF-8", en: "the file is not valid UTF-8"),
        repair: Message(zh: "在编辑器里另存为 UTF-8 编码", en: "save the file as UTF-8"))
    case .tooDeeplyNested:
      .init(
        "YA44",
        Message(zh: "嵌套超过 \(YAMLParser.maximumDepth) 层", en: "nesting is deeper than \(YAMLParser.maximumDepth) levels")
      )
    case .tooLarge:
      .init(
        "YA45",
        Message(
          zh: "文件超过 \(YAMLReader.maximumSize >> 20) MB",
          en: "the text is larger than \(YAMLReader.maximumSize >> 20) MB"),
        repair: Message(zh: "分成几个文件，或改用 CSV", en: "split it, or use CSV"))
    case .unterminatedFrontMatter:
      .init(
        "YA46",
        Message(
          zh: "文件开头的 --- 没有配对的结束 ---", en: "the `---` that opens the front matter is never closed by another `---`"),
        repair: Message(zh: "在各字段之后、正文之前单独写一行 ---", en: "put a line with just `---` between the fields and the text"))
    }
  }
}
