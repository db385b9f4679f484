import Diagnostics

extension YAMLError.ScalarKind {
  func words(_ own: YAMLOwnText) -> YAMLError.Words {
    switch self {
    case .colonInValue:
      .init(
        "YA20",
        Message(
          zh: "值里有“冒号加空格”，会被当作另一个键", en: "the value holds a colon followed by a space, which would begin another key"),
        repair: own.repair(
          own.withQuotedValue, Message(zh: "给整个值加引号：", en: "quote the whole value: "),
          or: Message(zh: "给整个值加引号：键: \"甲: 乙\"", en: "quote the whole value: `key: \"a: b\"`")))
    case .unterminatedQuote:
      .init(
        "YA21", Message(zh: "这个引号没有配对的结束引号", en: "this quote is never closed"),
        repair: own.repair(
          own.line + own.marked, Message(zh: "在文字末尾补上同样的引号：", en: "close it with the same quote: "),
          or: Message(
            zh: "在文字末尾补上同样的引号；若引号是文字的一部分，用另一种引号把整个值括起来",
            en: "close it with the same quote; if it is text, put the whole value in the other kind of quotes")))
    case .quotedLineNotIndented:
      .init(
        "YA22",
        Message(zh: "引号内的文字换行后须比键多缩进", en: "text in quotes that goes on on a new line is indented more than its key"),
        repair: Message(zh: "缩进这一行，或在上一行结束引号", en: "indent this line, or close the quote above"),
        note: Message(zh: "引号从这里开始", en: "the quote opens here"))
    case .textAfterQuote:
      .init(
        "YA23", Message(zh: "结束引号之后还有文字", en: "text follows the closing quote"),
        repair: own.repair(
          own.withQuotedValue, Message(zh: "把文字放进引号：", en: "put it inside quotes: "),
          or: Message(
            zh: "把文字放进引号；引号里的双引号写成 \\\"，单引号写成 ''",
            en: "put it inside the quotes; inside, write \" as \\\" and ' as ''")))
    case .unknownEscape:
      .init(
        "YA24",
        Message(zh: "双引号里的反斜杠有特殊含义，这里不是有效的转义", en: "a backslash in double quotes begins an escape, and this is none"),
        repair: own.repair(
          own.withSingleQuotes, Message(zh: "反斜杠写两遍，或改用单引号：", en: "double the backslash or use single quotes: "),
          or: Message(
            zh: "反斜杠写两遍（\\\\），或改用单引号：'C:\\课程'", en: "double the backslash (`\\\\`) or use single quotes: 'C:\\courses'")
        ))
    case .badCodePoint:
      .init(
        "YA25", Message(zh: "这个转义不是一个字符", en: "this escape is no Unicode character"),
        repair: Message(zh: "直接写出这个字符", en: "write the character itself"))
    case .reservedCharacter(let byte):
      .init(
        "YA26",
        Message(
          zh: "值不能以 \(YAMLError.shown(byte)) 开头",
          en: "an unquoted value does not begin with the character \(YAMLError.shown(byte))"),
        repair: own.repair(
          own.withQuotedRest, Message(zh: "给整个值加引号：", en: "quote the whole value: "),
          or: Message(
            zh: "给整个值加引号：\"\(YAMLError.shown(byte))…\"", en: "quote the whole value: \"\(YAMLError.shown(byte))…\"")))
    case .blockScalarHeader:
      .init(
        "YA27",
        Message(
          zh: "| 或 > 之后只能有 + - 和 1–9，文字从下一行开始",
          en: "after `|` or `>` come only `+`, `-` and 1–9; the text begins on the next line"),
        repair: Message(
          zh: "把文字移到下一行并缩进；若 | 或 > 是文字，请加引号",
          en: "move the text to the next line and indent it; quote a `|` or `>` that is text"))
    case .blockScalarIndentation:
      .init(
        "YA28",
        Message(
          zh: "段落开头的空行比第一行文字缩进更深", en: "a blank line at the start of the text is indented deeper than its first line"),
        repair: Message(zh: "删去空行里的空格", en: "remove the spaces of the blank line"),
        note: Message(zh: "第一行文字", en: "the first line of text"))
    }
  }
}

extension YAMLError.Flow {
  func words(_ own: YAMLOwnText) -> YAMLError.Words {
    switch self {
    case .unclosedFlow(let byte):
      .init(
        "YA30",
        Message(
          zh: "\(YAMLError.shown(byte)) 没有配对的 \(YAMLError.closing(byte))",
          en: "`\(YAMLError.shown(byte))` is never closed by `\(YAMLError.closing(byte))`"),
        repair: own.repair(
          own.line + YAMLError.closing(byte), Message(zh: "在末尾补上 \(YAMLError.closing(byte))：", en: "close it: "),
          or: Message(
            zh: "在末尾补上 \(YAMLError.closing(byte))；若括号是文字，请把整个值放进引号",
            en: "close it; if the bracket is text, quote the whole value")),
        note: Message(zh: "从这一行起已是别的内容", en: "something else begins on this line"))
    case .flowLineNotIndented:
      .init(
        "YA31", Message(zh: "括号里换行后须比键多缩进", en: "lines inside brackets are indented more than their key"),
        repair: Message(zh: "缩进这一行", en: "indent this line"), note: Message(zh: "括号从这里开始", en: "the bracket opens here")
      )
    case .closingBracketNotIndented:
      .init(
        "YA32",
        Message(zh: "单独成行的结束括号须比键多缩进", en: "a closing bracket on a line of its own is indented more than its key"),
        repair: Message(
          zh: "在括号前加两个空格，或放到上一行末尾", en: "put two spaces before it, or move it to the end of the line above"),
        note: Message(zh: "括号从这里开始", en: "the bracket opens here"))
    case .emptyFlowEntry:
      .init(
        "YA33", Message(zh: "逗号之前缺少一项", en: "there is no item before this comma"),
        repair: Message(zh: "删去多余的逗号；空值写作 null", en: "remove the extra comma; write an empty value as `null`"))
    case .missingComma:
      .init(
        "YA34", Message(zh: "括号里的各项须用半角逗号分开", en: "items in brackets are separated by ASCII commas"),
        repair: Message(zh: "在前一项之后加上 , 和空格", en: "put `, ` after the item before"),
        note: Message(zh: "括号从这里开始", en: "the bracket opens here"))
    case .textAfterFlow:
      .init(
        "YA35", Message(zh: "结束括号之后还有文字", en: "text follows the closing bracket"),
        repair: own.repair(
          own.withQuotedValue, Message(zh: "若整个值是文字，请加引号：", en: "if the whole value is text, quote it: "),
          or: Message(zh: "若整个值是文字，请加引号：\"[甲] 乙\"", en: "if the whole value is text, quote it: `\"[a] b\"`")))
    case .strayBracket:
      .init(
        "YA36", Message(zh: "多余的结束括号", en: "this bracket closes nothing that is open"),
        repair: Message(
          zh: "删去它，或改成与开头相同的一种；若是文字，请加引号", en: "remove it or use the kind that was opened; quote it if it is text"),
        note: Message(zh: "打开的是这个括号", en: "the bracket that is open"))
    }
  }
}
