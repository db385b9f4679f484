internal import Diagnostics

extension MarkdownProblem {
  /// The diagnostic for the problem at `location`.
  func diagnostic(at location: SourceLocation, notes: [Diagnostic.Note] = []) -> Diagnostic {
    Diagnostic(code, severity, message, at: location, notes: notes, repair: repair)
  }

  private var code: DiagnosticCode {
    switch self {
    case .invalidUTF8, .lostCharacter: "MD01"
    case .noncharacter: "MD02"
    case .unclosedDirective: "MD03"
    case .strayClosing: "MD04"
    case .malformedAttributes, .fullWidthSyntax, .unclosedQuote, .textBehindDirective, .directiveInLine: "MD05"
    case .mistypedDirective: "MD26"
    case .tooManyCells, .barlessRow: "MD27"
    case .unclosedFigure: "MD06"
    case .beyondLimit: "MD33"
    case .refusedScheme: "MD09"
    case .remoteImage: "MD28"
    case .directivesTooDeep: "MD10"
    case .duplicateID: "MD11"
    case .rawHTML: "MD12"
    case .statement: "MD13"
    case .duplicateFootnote: "MD14"
    case .unknownFootnote, .wideFootnote, .emptyFootnote: "MD15"
    case .unusedFootnote: "MD16"
    case .typedList: "MD17"
    case .indentedLine: "MD18"
    case .invisible: "MD19"
    case .indentedProse: "MD30"
    case .lookalike, .falseHeadings: "MD31"
    case .controlCharacter: "MD32"
    case .unusedDefinition, .duplicateDefinition: "MD34"
    case .swallowed: "MD35"
    case .unclosedFence: "MD36"
    case .wordsBehindFence: "MD37"
    }
  }

  /// What is shown as it was typed is a warning: nothing is lost, but hardly anybody meant it.
  private var severity: Severity {
    switch self {
    case .tooManyCells(_, _, _, let isLost): isLost ? .error : .warning
    case .wordsBehindFence(let isLost): isLost ? .error : .warning
    // Words that are not shown are lost; an address that nothing needs is not.
    case .unusedDefinition(_, let isAddress), .duplicateDefinition(_, let isAddress): isAddress ? .warning : .error
    case .remoteImage, .rawHTML, .statement, .unknownFootnote, .wideFootnote, .unusedFootnote, .typedList,
      .indentedLine, .invisible, .indentedProse, .lookalike, .falseHeadings, .swallowed, .barlessRow, .lostCharacter,
      .emptyFootnote,
      .unclosedFence:
      .warning
    case .invalidUTF8, .noncharacter, .controlCharacter, .unclosedDirective, .strayClosing, .mistypedDirective,
      .malformedAttributes,
      .fullWidthSyntax, .unclosedQuote, .textBehindDirective, .directiveInLine, .directivesTooDeep, .unclosedFigure,
      .refusedScheme,
      .duplicateID, .duplicateFootnote, .beyondLimit:
      .error
    }
  }

  private var message: Message {
    switch self {
    case .invalidUTF8: Message(zh: "正文必须是 UTF-8 编码，此处的字节不是", en: "Text is UTF-8; the bytes here are not")
    case .lostCharacter(let count):
      Message(
        zh: "正文里有 �：转换编码时丢了字（共 \(count) 个）",
        en: "The text holds �, where a character was lost between two encodings (\(count) in all)")
    case .noncharacter:
      Message(
        zh: "正文不得含有非字符（U+FDD0–U+FDEF、U+FFFE、U+FFFF 等）",
        en: "Text must not hold noncharacters (U+FDD0–U+FDEF, U+FFFE, U+FFFF and the like)")
    case .unclosedDirective(let name, _):
      Message(zh: "指令块 \(name) 要在同一层级内结束", en: "Directive \(name) is closed in the block that opens it")
    case .strayClosing:
      Message(zh: "这一行冒号没有可结束的指令块", en: "A line of colons closes an open directive; none is open here")
    case .mistypedDirective(let isName):
      isName
        ? Message(zh: "指令的名称用英文字母；这一行会原样显示", en: "A directive's name is of Latin letters; the line is shown as typed")
        : Message(zh: "指令用半角冒号；这一行会原样显示", en: "A directive has ASCII colons; the line is shown as typed")
    case .fullWidthSyntax(let found, let wanted):
      Message(zh: "指令的属性里用半角的 \(wanted)，不用“\(found)”", en: "Attributes have an ASCII \(wanted), not \(found)")
    case .unclosedQuote(let quote):
      Message(zh: "这个引号 \(quote) 在本行内没有结束", en: "The quote \(quote) is not closed on its line")
    case .malformedAttributes:
      Message(
        zh: "指令的属性写作 {名=值 名=\"含空格的值\"}，此处无法读出", en: "Attributes are {key=value key=\"a value\"}; this cannot be read")
    case .textBehindDirective:
      Message(zh: "指令独占一行，后面不能再有文字", en: "A directive has its line to itself; text stands behind it")
    case .unclosedFigure: Message(zh: "{{ 要在同一行内以 }} 结束", en: "{{ is closed by }} on the same line")
    case .statement:
      Message(zh: "{% … %} 只用于版式；正文里会原样显示", en: "{% … %} is for layouts; in a text it is shown as typed")
    case .rawHTML(let count):
      Message(
        zh: "正文里的 HTML 标签会原样显示为文字（本文共 \(count) 处）",
        en: "HTML in a text is shown as typed (\(count) \(count == 1 ? "place" : "places") in this text)")
    case .refusedScheme(let scheme):
      Message(
        zh: "链接只能用 http、https、mailto、tel 或本站编号，不能用 \(scheme):",
        en: "Links use http, https, mailto, tel or an id of this portal, not \(scheme):")
    case .remoteImage:
      Message(
        zh: "图片在别的网站上：离线或内网看不到，那个网站也会知道谁在看本页",
        en: "The picture is on another site: it is missing offline, and that site learns who reads this page")
    case .directivesTooDeep(let limit):
      Message(zh: "指令块最多嵌套 \(limit) 层", en: "Directives nest at most \(limit) deep")
    case .typedList(let count, let runsTogether):
      Message(
        zh: "手工打的编号和符号不成列表\(runsTogether ? "，各行会连成一段" : "")（本文共 \(count) 处）",
        en:
          "Numbers and bullets typed by hand make no list\(runsTogether ? "; the lines run together" : "") (\(count) \(count == 1 ? "place" : "places") in this text)"
      )
    case .falseHeadings(let count):
      count == 1
        ? LookalikeMarkup.heading.message
        : Message(
          zh: "以 # 开头的这些行没有成为标题（本文共 \(count) 行）",
          en: "These lines that begin with # are no headings (\(count) lines in this text)")
    case .directiveInLine(let name):
      Message(
        zh: "指令 \(name) 独占一行，写在别的文字中间会原样显示",
        en: "The directive \(name) has its line to itself; within other text it is shown as typed")
    case .indentedLine:
      Message(zh: "行首的全角空格不会另起一段", en: "Full-width spaces at the start of a line begin no paragraph")
    case .indentedProse:
      Message(zh: "四个空格或制表符开头的段落会显示成代码", en: "A paragraph that begins with four blanks or a tab is shown as code")
    case .lookalike(let kind): kind.message
    case .unclosedFence(let fence):
      Message(
        zh: "\(fence) 开始的代码没有结束，后面的文字都会显示成代码",
        en: "The code behind \(fence) is not closed; all that follows is shown as code")
    case .wordsBehindFence:
      Message(
        zh: "代码块开头的这些文字不会显示；那里只写代码的语言", en: "Words behind a fence are not shown; the language of the code stands there")
    case .swallowed(let sign): sign.message
    case .controlCharacter(let count):
      Message(
        zh: "正文里有控制字符，网页不能有（共 \(count) 个）",
        en: "The text holds control characters, which pages may not (\(count) in all)")
    case .invisible(let count):
      Message(
        zh: "正文里有看不见的字符（零宽字符、软连字符、Word 的换行或图片占位符等，共 \(count) 个）",
        en:
          "The text holds invisible characters (zero-width, soft hyphens, what Word has for lines or pictures; \(count) in all)"
      )
    case .duplicateFootnote(let name):
      Message(zh: "脚注 [^\(name)] 在一篇里只能写一次", en: "The footnote [^\(name)] is written once in a text")
    case .unknownFootnote(let name):
      Message(zh: "没有脚注 [^\(name)]，此处会原样显示", en: "There is no footnote [^\(name)]; this is shown as typed")
    case .wideFootnote(let name):
      Message(
        zh: "[^\(name)] 后面没有半角冒号，不成脚注，会原样显示",
        en: "Without an ASCII colon behind it [^\(name)] begins no footnote; this is shown as typed")
    case .emptyFootnote(let name):
      Message(zh: "脚注 [^\(name)] 里没有文字", en: "The footnote [^\(name)] holds no text")
    case .unusedFootnote(let name):
      Message(zh: "正文没有引用脚注 [^\(name)]，它不会显示", en: "Nothing refers to the footnote [^\(name)]; it is not shown")
    case .unusedDefinition(let name, let isAddress):
      isAddress
        ? Message(
          zh: "没有链接用到 [\(name)] 的地址，这一行不会显示", en: "No link uses the address of [\(name)]; the line is not shown")
        : Message(
          zh: "段首的“[\(name)]:”是链接地址的写法，后面的文字不会显示",
          en: "[\(name)]: at the start of a paragraph defines the address of links; what follows is not shown")
    case .duplicateDefinition(let name, _):
      Message(
        zh: "链接地址 [\(name)] 在一篇里只能写一次，这一行不会显示",
        en: "The address of [\(name)] is given once in a text; this line is not shown")
    case .tooManyCells(let found, let columns, let rows, let isLost):
      isLost
        ? Message(
          zh: "这一行有 \(found) 格，表头只有 \(columns) 格，多出的不会显示（本表共 \(rows) 行）",
          en:
            "The row has \(found) cells, the header \(columns); what is too much is not shown (\(rows) \(rows == 1 ? "row" : "rows") of this table)"
        )
        : Message(
          zh: "这一行末尾多了空格子（\(found) 格，表头 \(columns) 格；本表共 \(rows) 行）",
          en:
            "The row ends with empty cells too many (\(found), the header has \(columns); \(rows) \(rows == 1 ? "row" : "rows") of this table)"
        )
    case .barlessRow:
      Message(
        zh: "这一行紧接在表格下面，会成为表格的一行", en: "The line stands straight below a table and becomes a row of it")
    case .beyondLimit(let limit): limit.message
    case .duplicateID(let id): Message(zh: "标题编号 \(id) 在一页内只能用一次", en: "The heading id \(id) is used once in a page")
    }
  }

  private var repair: Message? {
    switch self {
    case .invalidUTF8: Message(zh: "用编辑器把文件另存为 UTF-8", en: "Save the file as UTF-8 in your editor")
    case .lostCharacter: Message(zh: "对照原稿补上这个字", en: "Type the character, after the original")
    case .noncharacter: Message(zh: "删去这个看不见的字符", en: "Delete this invisible character")
    case .unclosedDirective(_, let colons):
      Message(
        zh: "在块的末尾另起一行写 \(String(repeating: ":", count: colons))",
        en: "Write \(String(repeating: ":", count: colons)) on a line of its own at the end")
    case .strayClosing: Message(zh: "删去这一行，或补上开头的 :::名称", en: "Delete the line, or add the opening :::name")
    case .mistypedDirective(let isName):
      isName
        ? Message(zh: "如 :::tip；有哪些指令，见帮助", en: "such as :::tip; the help lists the directives")
        : Message(zh: "把冒号改成半角的 :", en: "Type the colons as :")
    case .fullWidthSyntax(_, let wanted): Message(zh: "改成 \(wanted)", en: "Write \(wanted)")
    case .unclosedQuote(let quote):
      Message(
        zh: "补上 \(quote == "“" ? "”" : quote)", en: "Add \(quote == "“" ? "”" : quote)")
    case .malformedAttributes: Message(zh: "检查引号和右花括号", en: "Check the quotes and the closing brace")
    case .textBehindDirective: Message(zh: "把文字移到下一行", en: "Move the text to the next line")
    case .unclosedFigure: Message(zh: "补上 }}；若要原样显示，写作 \\{{", en: "Add }}; for the braces themselves write \\{{")
    case .statement:
      Message(zh: "数字用 {{ … }}；若要原样显示，写作 \\{%", en: "Figures are {{ … }}; for the characters themselves write \\{%")
    case .rawHTML:
      Message(
        zh: "改用 Markdown 或 ::: 指令块；若要显示标签本身，放进 `反引号` 里",
        en: "Use Markdown or a ::: directive; to show the tag itself put it in `backticks`")
    case .refusedScheme:
      Message(zh: "改用 https 地址，或本站编号如 course:编号", en: "Use an https address, or an id such as course:ID")
    case .remoteImage:
      Message(
        zh: "把图片存到正文旁边的 files/ 里，写作 ![说明](files/图片.png)；不能转存的，改成链接",
        en: "Save it into files/ beside the text and write ![what it shows](files/picture.png), or make it a link")
    case .directivesTooDeep: Message(zh: "减少嵌套", en: "Nest less")
    case .typedList(_, runsTogether: false):
      Message(
        zh: "每项以“1. ”或“- ”开头（半角空格），第一项前空一行",
        en: "Begin each item with \"1. \" or \"- \", the first one behind an empty line")
    case .typedList:
      Message(
        zh: "列表前空一行，每项以“1. ”或“- ”开头（半角空格）；只要分段，就在各行之间空一行",
        en:
          "Begin each item with \"1. \" or \"- \" behind an empty line; for paragraphs, leave a line empty between them"
      )
    case .indentedLine:
      Message(zh: "段与段之间空一行，行首不用空格", en: "Leave a line empty between paragraphs; no blanks are needed before them")
    case .indentedProse:
      Message(
        zh: "删去段首的空格，首行缩进由版式决定；确是代码，前后各加一行 ```", en: "Delete the blanks; for code, put a line ``` before and behind it")
    case .lookalike(let kind): kind.repair
    case .falseHeadings: LookalikeMarkup.heading.repair
    case .directiveInLine(let name):
      Message(
        zh: "另起一行写 ::\(name){…}；句子里的数据写 {{ … }}，要带文字写 :\(name)[文字]{…}",
        en:
          "Write ::\(name){…} on a line of its own; in a sentence write {{ … }} for figures, :\(name)[words]{…} for words"
      )
    case .unclosedFence(let fence):
      Message(
        zh: "在代码末尾另起一行写 \(fence)；不是代码，就删去这一行",
        en: "Write \(fence) on a line of its own at the end; if it is no code, delete the line")
    case .wordsBehindFence:
      Message(zh: "把文字移到下一行；不是代码，就删去这一道围栏", en: "Move the words to the next line; if it is no code, delete the fence")
    case .swallowed(let sign): sign.repair
    case .controlCharacter:
      Message(zh: "删去；从 Word 或幻灯片粘贴时，换行可能变成这种字符", en: "Delete it; a line break of Word or of slides may become one")
    case .invisible: Message(zh: "删去，或重新输入这个词", en: "Delete it, or type the word again")
    case .duplicateFootnote: Message(zh: "换一个名称，或删去这一条", en: "Choose another name, or delete this one")
    case .unknownFootnote(let name):
      Message(
        zh: "另起一段写 [^\(name)]: 脚注文字；若要原样显示，写作 \\[^\(name)]",
        en: "Write [^\(name)]: and its text on a line of its own; for the characters themselves write \\[^\(name)]")
    case .wideFootnote(let name):
      Message(zh: "用半角冒号：[^\(name)]: 脚注文字", en: "Write an ASCII colon: [^\(name)]: and the text")
    case .emptyFootnote(let name):
      Message(
        zh: "把文字接在冒号后面，写在同一行：[^\(name)]: 脚注文字", en: "Write its text on the same line: [^\(name)]: and the text")
    case .unusedFootnote(let name):
      Message(zh: "在正文里写 [^\(name)]，或删去这一条", en: "Write [^\(name)] in the text, or delete the footnote")
    case .unusedDefinition(let name, let isAddress):
      isAddress
        ? Message(
          zh: "在文中写 [文字][\(name)]，或删去这一行；若要原样显示，写作 \\[\(name)]:",
          en: "Write [words][\(name)] in the text, or delete the line; for the characters themselves write \\[\(name)]:"
        )
        : Message(
          zh: "写成“\(name)：”，或用全角冒号 [\(name)]：；若要原样显示，写作 \\[\(name)]:",
          en: "Write \(name)： or [\(name)]： with a full-width colon; for the characters themselves write \\[\(name)]:")
    case .duplicateDefinition(let name, let isAddress):
      isAddress
        ? Message(zh: "换一个名称，或删去这一行", en: "Choose another name, or delete the line")
        : Message(
          zh: "写成“\(name)：”，或用全角冒号 [\(name)]：；若要原样显示，写作 \\[\(name)]:",
          en: "Write \(name)： or [\(name)]： with a full-width colon; for the characters themselves write \\[\(name)]:")
    case .tooManyCells(_, _, _, let isLost):
      isLost
        ? Message(
          zh: "补上表头，或删去多出的竖线；文字里的竖线写作 \\|，空着的格写作 | |",
          en: "Add to the header, or delete a bar; a bar within text is \\|, an empty cell is | |")
        : Message(zh: "删去多出的竖线", en: "Delete the bars too many")
    case .barlessRow:
      Message(
        zh: "在表格后面空一行；确是表格的一行，就在两边写上 |",
        en: "Leave a line empty behind the table; if it is a row, write | on both sides")
    case .beyondLimit(let limit): limit.repair
    case .duplicateID: Message(zh: "换一个编号", en: "Choose another id")
    }
  }
}

extension ClosingMistake {
  /// The note that shows the closing line.
  func note(at location: SourceLocation) -> Diagnostic.Note {
    .init(message, at: location)
  }

  private var message: Message {
    switch self {
    case .fewerColons: Message(zh: "这一行的冒号比开头少，结束不了它", en: "this line has fewer colons and does not close it")
    case .otherBlock:
      Message(zh: "这一行在列表或引用的另一层，结束不了它", en: "this line belongs to another list or quote and does not close it")
    case .fullWidth: Message(zh: "这一行的冒号是全角的", en: "the colons of this line are full-width")
    }
  }
}
