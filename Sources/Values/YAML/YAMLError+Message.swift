import Diagnostics

extension YAMLError {
  /// The diagnostic for the user. Codes are stable: YA01–YA09 name what the subset leaves out, YA10–YA19 keys and
  /// indentation, YA20–YA29 scalars, YA30–YA39 flow collections, YA40–YA49 the text as a whole.
  func diagnostic(path: String) -> Diagnostic {
    let words = words
    var notes: [Diagnostic.Note] = []
    if let related, let note = words.note { notes.append(.init(note, at: SourceLocation(path, related))) }
    return Diagnostic(
      words.code, .error, words.message, at: SourceLocation(path, span), notes: notes, repair: words.repair)
  }

  private struct Words {
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

  private var words: Words {
    switch kind {
    case .anchor, .alias, .tag, .mergeKey, .complexKey, .directive, .secondDocument, .emptyKey: leftOutWords
    case .duplicateKey, .fullWidthColon, .missingColon, .missingBlankAfterColon, .keyOverLines, .keyTooLong: keyWords
    case .tabIndentation, .tooDeep, .unalignedIndentation, .itemAmongKeys, .keyAmongItems, .itemOnKeyLine,
      .collectionOnMarkerLine:
      indentationWords
    case .colonInValue, .unterminatedQuote, .quotedLineNotIndented, .textAfterQuote, .unknownEscape, .badCodePoint,
      .reservedCharacter, .blockScalarHeader, .blockScalarIndentation:
      scalarWords
    case .unclosedFlow, .flowLineNotIndented, .closingBracketNotIndented, .emptyFlowEntry, .missingComma,
      .textAfterFlow, .strayBracket:
      flowWords
    case .commentWithoutBlank, .textAfterDocument, .controlCharacter, .notUTF8, .tooDeeplyNested, .tooLarge,
      .unterminatedFrontMatter:
      textWords
    }
  }
}

extension YAMLError {
  private var leftOutWords: Words {
    switch kind {
    case .anchor:
      Words(
        "YA01", Message(zh: "不支持锚点（& 开头的名字）", en: "anchors (`&name`) are not supported"),
        repair: Message(
          zh: "删去锚点，在用到的地方把值再写一遍；若 & 是文字的一部分，请把整个值放进引号：\"&…\"",
          en: "remove it and repeat the value where it is needed; if `&` is text, quote the value: \"&…\""))
    case .alias:
      Words(
        "YA02", Message(zh: "不支持引用（* 开头的名字）", en: "aliases (`*name`) are not supported"),
        repair: Message(
          zh: "在这里把值完整写出；若 * 是文字的一部分，请把整个值放进引号：\"*…\"",
          en: "write the value out; if `*` is text, quote the value: \"*…\""))
    case .tag:
      Words(
        "YA03", Message(zh: "不支持标签（! 开头的类型名）", en: "tags (`!type`) are not supported"),
        repair: Message(
          zh: "删去标签，字段自己知道类型；若 ! 是文字的一部分，请把整个值放进引号：\"!…\"",
          en: "remove it, the field knows its type; if `!` is text, quote the value: \"!…\""))
    case .mergeKey:
      Words(
        "YA04", Message(zh: "不支持合并键 <<", en: "merge keys (`<<`) are not supported"),
        repair: Message(zh: "把要合并的各项逐条写出", en: "write the merged entries out one by one"))
    case .complexKey:
      Words(
        "YA05", Message(zh: "键只能是一行以内的文字，不能用 ? 引出，也不能是列表或映射", en: "a key is text on one line, not a list, a mapping or `? …`"),
        repair: Message(zh: "写成 键: 值；若以 ? 或括号开头的是文字，请加引号", en: "write `key: value`; quote text that begins with `?` or a bracket"))
    case .emptyKey:
      Words(
        "YA06", Message(zh: "冒号前缺少键", en: "there is no key before the colon"),
        repair: Message(zh: "写成 键: 值；若冒号是文字，请把整个值放进引号", en: "write `key: value`; quote a value that begins with a colon"))
    case .directive:
      Words(
        "YA08", Message(zh: "不支持以 % 开头的指令行", en: "directives (lines that begin with `%`) are not supported"),
        repair: Message(zh: "删去这一行", en: "remove this line"))
    default:
      Words(
        "YA09", Message(zh: "一个文件只能有一个文档，这里开始了第二个", en: "a file holds one document, a second one begins here"),
        repair: Message(zh: "删去多余的 --- 或 ...，或分成两个文件", en: "remove the extra `---` or `...`, or use two files"))
    }
  }

  private var keyWords: Words {
    switch kind {
    case .duplicateKey(let key):
      Words(
        "YA07", Message(zh: "键“\(key)”在同一处写了两次", en: "the key `\(key)` is given twice"),
        repair: Message(zh: "保留一个，删去或改名另一个", en: "keep one of them, remove or rename the other"),
        note: Message(zh: "第一次写在这里", en: "it is given here first"))
    case .fullWidthColon(let key):
      Words(
        "YA10", Message(zh: "“\(key)”后面是全角冒号，键后须用半角冒号加一个空格", en: "`\(key)` is followed by a full-width colon; a key ends with an ASCII colon and a space"),
        repair: Message(zh: "写成 \(key): …", en: "write `\(key): …`"))
    case .missingBlankAfterColon:
      Words(
        "YA11", Message(zh: "键后的冒号须跟一个空格", en: "the colon after a key is followed by a space"),
        repair: Message(zh: "写成 键: 值", en: "write `key: value`"))
    case .missingColon:
      Words(
        "YA12", Message(zh: "这一行应当是 键: 值，但没有冒号", en: "this line should be `key: value`, it has no colon"),
        repair: Message(
          zh: "补上冒号和空格；若它接续上一行的值，请比上一行的键多缩进",
          en: "add a colon and a space; to continue the value above, indent the line more than its key"))
    case .keyOverLines:
      Words(
        "YA13", Message(zh: "键须写在一行之内", en: "a key stands on one line together with its colon"),
        repair: Message(zh: "把键和冒号写在同一行", en: "put the key and its colon on one line"))
    default:
      Words(
        "YA14", Message(zh: "键不能超过 1024 个字符", en: "a key has at most 1,024 characters"),
        repair: Message(zh: "若这一行是文字而不是键，请放进引号", en: "if the line is text and no key, quote it"))
    }
  }

  private var indentationWords: Words {
    switch kind {
    case .tabIndentation:
      Words(
        "YA15", Message(zh: "缩进只能用空格，不能用制表符（Tab）", en: "indentation is made of spaces, not of tabs"),
        repair: Message(zh: "把制表符换成空格，每级两个", en: "replace the tab by spaces, two for each level"))
    case .tooDeep:
      Words(
        "YA16", Message(zh: "这一行缩进过深：上一项已经有值，不能再有下级", en: "this line is indented too far: the entry above it has its value already"),
        repair: Message(
          zh: "与上一项的键对齐；若它接续上一行的文字，请给整个值加引号，或用 | 另起一段",
          en: "align it with the key above; if it continues the text above, quote the whole value or use `|`"),
        note: Message(zh: "已经有值的是这一项", en: "the entry that has its value"))
    case .unalignedIndentation:
      Words(
        "YA17", Message(zh: "这一行的缩进与前面任何一级都不对齐", en: "the indentation of this line matches no level above it"),
        repair: Message(zh: "与同级的项对齐，用空格", en: "align it with its siblings, with spaces"))
    case .itemAmongKeys:
      Words(
        "YA18", Message(zh: "这里应当是 键: 值，列表项（-）不能与键并列", en: "a list item (`-`) cannot stand beside keys"),
        repair: Message(zh: "把列表放在某个键的下面，或删去 -", en: "put the list below a key, or remove the `-`"))
    case .keyAmongItems:
      Words(
        "YA18", Message(zh: "这里应当是列表项（-），键不能与列表项并列", en: "a key cannot stand beside list items (`-`)"),
        repair: Message(
          zh: "给整个列表一个键，或缩进这一行使它属于上一项", en: "give the list a key of its own, or indent this line to belong to the item above"),
        note: Message(zh: "列表在这里", en: "the list is here"))
    case .itemOnKeyLine:
      Words(
        "YA19", Message(zh: "列表项（-）不能与键写在同一行", en: "a list item (`-`) does not begin on the line of its key"),
        repair: Message(
          zh: "另起一行写 - …，或写成 [甲, 乙]；若减号是文字，请加引号", en: "begin it on the next line, or write `[a, b]`; quote a `-` that is text"))
    default:
      Words(
        "YA19", Message(zh: "键或列表项不能写在 --- 这一行", en: "keys and list items do not begin on the line of `---`"),
        repair: Message(zh: "在 --- 之后换行", en: "begin a new line after `---`"))
    }
  }

  private var scalarWords: Words {
    switch kind {
    case .colonInValue:
      Words(
        "YA20", Message(zh: "值里有“冒号加空格”，会被当作另一个键", en: "the value holds a colon followed by a space, which would begin another key"),
        repair: Message(zh: "给整个值加引号：键: \"甲: 乙\"", en: "quote the whole value: `key: \"a: b\"`"))
    case .unterminatedQuote:
      Words(
        "YA21", Message(zh: "这个引号没有配对的结束引号", en: "this quote is never closed"),
        repair: Message(
          zh: "在文字末尾补上同样的引号；若引号是文字的一部分，用另一种引号把整个值括起来",
          en: "close it with the same quote; if it is text, put the whole value in the other kind of quotes"))
    case .quotedLineNotIndented:
      Words(
        "YA22", Message(zh: "引号内的文字换行后须比键多缩进", en: "text in quotes that goes on on a new line is indented more than its key"),
        repair: Message(zh: "缩进这一行，或在上一行结束引号", en: "indent this line, or close the quote above"),
        note: Message(zh: "引号从这里开始", en: "the quote opens here"))
    case .textAfterQuote:
      Words(
        "YA23", Message(zh: "结束引号之后还有文字", en: "text follows the closing quote"),
        repair: Message(
          zh: "把文字放进引号；引号里的双引号写成 \\\"，单引号写成 ''",
          en: "put it inside the quotes; inside, write \" as \\\" and ' as ''"))
    case .unknownEscape:
      Words(
        "YA24", Message(zh: "双引号里的反斜杠有特殊含义，这里不是有效的转义", en: "a backslash in double quotes begins an escape, and this is none"),
        repair: Message(
          zh: "反斜杠写两遍（\\\\），或改用单引号：'C:\\课程'", en: "double the backslash (`\\\\`) or use single quotes: 'C:\\courses'"))
    case .badCodePoint:
      Words(
        "YA25", Message(zh: "这个转义不是一个字符", en: "this escape is no Unicode character"),
        repair: Message(zh: "直接写出这个字符", en: "write the character itself"))
    case .reservedCharacter(let byte):
      Words(
        "YA26",
        Message(
          zh: "值不能以 \(Self.character(byte)) 开头", en: "an unquoted value does not begin with `\(Self.character(byte))`"),
        repair: Message(
          zh: "给整个值加引号：\"\(Self.character(byte))…\"", en: "quote the whole value: `\"\(Self.character(byte))…\"`"))
    case .blockScalarHeader:
      Words(
        "YA27", Message(zh: "| 或 > 之后只能有 + - 和 1–9，文字从下一行开始", en: "after `|` or `>` come only `+`, `-` and 1–9; the text begins on the next line"),
        repair: Message(zh: "把文字移到下一行并缩进；若 | 或 > 是文字，请加引号", en: "move the text to the next line and indent it; quote a `|` or `>` that is text"))
    default:
      Words(
        "YA28", Message(zh: "段落开头的空行比第一行文字缩进更深", en: "a blank line at the start of the text is indented deeper than its first line"),
        repair: Message(zh: "删去空行里的空格", en: "remove the spaces of the blank line"),
        note: Message(zh: "第一行文字", en: "the first line of text"))
    }
  }

  private var flowWords: Words {
    switch kind {
    case .unclosedFlow(let byte):
      Words(
        "YA30",
        Message(
          zh: "\(Self.character(byte)) 没有配对的 \(Self.closing(byte))",
          en: "`\(Self.character(byte))` is never closed by `\(Self.closing(byte))`"),
        repair: Message(zh: "在末尾补上 \(Self.closing(byte))；若括号是文字，请把整个值放进引号", en: "close it; if the bracket is text, quote the whole value"),
        note: Message(zh: "从这一行起已是别的内容", en: "something else begins on this line"))
    case .flowLineNotIndented:
      Words(
        "YA31", Message(zh: "括号里换行后须比键多缩进", en: "lines inside brackets are indented more than their key"),
        repair: Message(zh: "缩进这一行", en: "indent this line"), note: Message(zh: "括号从这里开始", en: "the bracket opens here"))
    case .closingBracketNotIndented:
      Words(
        "YA32", Message(zh: "单独成行的结束括号须比键多缩进", en: "a closing bracket on a line of its own is indented more than its key"),
        repair: Message(zh: "在括号前加两个空格，或放到上一行末尾", en: "put two spaces before it, or move it to the end of the line above"),
        note: Message(zh: "括号从这里开始", en: "the bracket opens here"))
    case .emptyFlowEntry:
      Words(
        "YA33", Message(zh: "逗号之前缺少一项", en: "there is no item before this comma"),
        repair: Message(zh: "删去多余的逗号；空值写作 null", en: "remove the extra comma; write an empty value as `null`"))
    case .missingComma:
      Words(
        "YA34", Message(zh: "括号里的各项须用半角逗号分开", en: "items in brackets are separated by ASCII commas"),
        repair: Message(zh: "在前一项之后加上 , 和空格", en: "put `, ` after the item before"), note: Message(zh: "括号从这里开始", en: "the bracket opens here"))
    case .textAfterFlow:
      Words(
        "YA35", Message(zh: "结束括号之后还有文字", en: "text follows the closing bracket"),
        repair: Message(zh: "若整个值是文字，请加引号：\"[甲] 乙\"", en: "if the whole value is text, quote it: `\"[a] b\"`"))
    default:
      Words(
        "YA36", Message(zh: "多余的结束括号", en: "this bracket closes nothing that is open"),
        repair: Message(zh: "删去它，或改成与开头相同的一种；若是文字，请加引号", en: "remove it or use the kind that was opened; quote it if it is text"),
        note: Message(zh: "打开的是这个括号", en: "the bracket that is open"))
    }
  }

  private var textWords: Words {
    switch kind {
    case .commentWithoutBlank:
      Words(
        "YA40", Message(zh: "注释的 # 之前须有空格", en: "the `#` of a comment has a space before it"),
        repair: Message(zh: "在 # 前加空格；若 # 是文字，请把整个值放进引号", en: "put a space before `#`; quote the value if `#` is text"))
    case .textAfterDocument:
      Words(
        "YA41", Message(zh: "文档到此已经结束，后面还有内容", en: "the document is complete, but text follows"),
        repair: Message(zh: "删去这些内容，或把它写成 键: 值", en: "remove it, or write it as `key: value`"))
    case .controlCharacter:
      Words(
        "YA42", Message(zh: "这里有看不见的控制字符", en: "there is an invisible control character here"),
        repair: Message(zh: "删去它；必要时在双引号里写成转义，如 \\u0007", en: "remove it; if it is needed, write an escape in double quotes, such as \\u0007"))
    case .notUTF8:
      Words(
        "YA43", Message(zh: "文件不是有效的 UTF-8", en: "the file is not valid UTF-8"),
        repair: Message(zh: "在编辑器里另存为 UTF-8 编码", en: "save the file as UTF-8"))
    case .tooDeeplyNested:
      Words(
        "YA44", Message(zh: "嵌套超过 \(YAMLParser.maximumDepth) 层", en: "nesting is deeper than \(YAMLParser.maximumDepth) levels"))
    case .tooLarge:
      Words(
        "YA45",
        Message(
          zh: "文件超过 \(YAMLReader.maximumSize >> 20) MB", en: "the text is larger than \(YAMLReader.maximumSize >> 20) MB"),
        repair: Message(zh: "分成几个文件，或改用 CSV", en: "split it, or use CSV"))
    default:
      Words(
        "YA46", Message(zh: "文件开头的 --- 没有配对的结束 ---", en: "the `---` that opens the front matter is never closed by another `---`"),
        repair: Message(zh: "在各字段之后、正文之前单独写一行 ---", en: "put a line with just `---` between the fields and the text"))
    }
  }

  private static func character(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }
  private static func closing(_ opening: UInt8) -> String { opening == UInt8(ascii: "[") ? "]" : "}" }
}
