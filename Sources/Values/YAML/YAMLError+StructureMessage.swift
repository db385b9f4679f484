import Diagnostics

extension YAMLError.LeftOut {
  func words(_ own: YAMLOwnText) -> YAMLError.Words {
    switch self {
    case .anchor:
      .init(
        "YA01", Message(zh: "不支持锚点（& 开头的名字）", en: "anchors (`&name`) are not supported"),
        repair: own.repair(
          own.withQuotedRest,
          Message(
            zh: "删去锚点，在用到的地方把值再写一遍；若 & 是文字，写成 ",
            en: "remove it and repeat the value where it is needed; if `&` is text, write "),
          or: Message(
            zh: "删去锚点，在用到的地方把值再写一遍；若 & 是文字的一部分，请把整个值放进引号：\"&…\"",
            en: "remove it and repeat the value where it is needed; if `&` is text, quote the value: \"&…\"")))
    case .alias:
      .init(
        "YA02", Message(zh: "不支持引用（* 开头的名字）", en: "aliases (`*name`) are not supported"),
        repair: own.repair(
          own.withQuotedRest, Message(zh: "在这里把值完整写出；若 * 是文字，写成 ", en: "write the value out; if `*` is text, write "),
          or: Message(
            zh: "在这里把值完整写出；若 * 是文字的一部分，请把整个值放进引号：\"*…\"",
            en: "write the value out; if `*` is text, quote the value: \"*…\"")))
    case .tag:
      .init(
        "YA03", Message(zh: "不支持标签（! 开头的类型名）", en: "tags (`!type`) are not supported"),
        repair: own.repair(
          own.withQuotedRest,
          Message(zh: "删去标签，字段自己知道类型；若 ! 是文字，写成 ", en: "remove it, the field knows its type; if `!` is text, write "),
          or: Message(
            zh: "删去标签，字段自己知道类型；若 ! 是文字的一部分，请把整个值放进引号：\"!…\"",
            en: "remove it, the field knows its type; if `!` is text, quote the value: \"!…\"")))
    case .mergeKey:
      .init(
        "YA04", Message(zh: "不支持合并键 <<", en: "merge keys (`<<`) are not supported"),
        repair: Message(zh: "把要合并的各项逐条写出", en: "write the merged entries out one by one"))
    case .complexKey:
      .init(
        "YA05",
        Message(zh: "键只能是一行以内的文字，不能用 ? 引出，也不能是列表或映射", en: "a key is text on one line, not a list, a mapping or `? …`"),
        repair: own.repair(
          own.correctedKey,
          or: Message(
            zh: "写成 键: 值；若以 ? 或括号开头的是文字，请加引号", en: "write `key: value`; quote text that begins with `?` or a bracket")))
    case .emptyKey:
      .init(
        "YA06", Message(zh: "冒号前缺少键", en: "there is no key before the colon"),
        repair: own.repair(
          own.before.isEmpty ? "键" + own.line : own.withQuotedRest,
          or: Message(
            zh: "写成 键: 值；若冒号是文字，请把整个值放进引号", en: "write `key: value`; quote a value that begins with a colon")))
    case .directive:
      .init(
        "YA08", Message(zh: "不支持以 % 开头的指令行", en: "directives (lines that begin with `%`) are not supported"),
        repair: own.repair(
          own.line, Message(zh: "删去这一行：", en: "remove this line: "), or: Message(zh: "删去这一行", en: "remove this line")))
    case .secondDocument:
      .init(
        "YA09", Message(zh: "一个文件只能有一个文档，这里开始了第二个", en: "a file holds one document, a second one begins here"),
        repair: Message(zh: "删去多余的 --- 或 ...，或分成两个文件", en: "remove the extra `---` or `...`, or use two files"))
    }
  }
}

extension YAMLError.Key {
  func words(_ own: YAMLOwnText) -> YAMLError.Words {
    switch self {
    case .duplicateKey(let key):
      .init(
        "YA07", Message(zh: "键“\(key)”在同一处写了两次", en: "the key `\(key)` is given twice"),
        repair: Message(zh: "保留一个，删去或改名另一个", en: "keep one of them, remove or rename the other"),
        note: Message(zh: "第一次写在这里", en: "it is given here first"))
    case .fullWidthColon(let key):
      .init(
        "YA10",
        Message(
          zh: "“\(key)”后面是全角冒号，键后须用半角冒号加一个空格",
          en: "`\(key)` is followed by a full-width colon; a key ends with an ASCII colon and a space"),
        repair: own.repair(
          own.before + ": " + own.after.trimmingBlanks, or: Message(zh: "写成 \(key): …", en: "write `\(key): …`")))
    case .missingBlankAfterColon:
      .init(
        "YA11", Message(zh: "键后的冒号须跟一个空格", en: "the colon after a key is followed by a space"),
        repair: own.repair(
          own.marked == ":" ? own.before + ": " + own.after.trimmingBlanks : nil,
          or: Message(zh: "写成 键: 值", en: "write `key: value`")))
    case .missingColon:
      .init(
        "YA12", Message(zh: "这一行应当是 键: 值，但没有冒号", en: "this line should be `key: value`, it has no colon"),
        repair: own.repair(
          own.line + ": …", Message(zh: "补上冒号和空格：", en: "add a colon and a space: "),
          or: Message(
            zh: "补上冒号和空格；若它接续上一行的值，请比上一行的键多缩进",
            en: "add a colon and a space; to continue the value above, indent the line more than its key")))
    case .keyOverLines:
      .init(
        "YA13", Message(zh: "键须写在一行之内", en: "a key stands on one line together with its colon"),
        repair: Message(zh: "把键和冒号写在同一行", en: "put the key and its colon on one line"))
    case .keyTooLong:
      .init(
        "YA14", Message(zh: "键不能超过 1024 个字符", en: "a key has at most 1,024 characters"),
        repair: Message(zh: "若这一行是文字而不是键，请放进引号", en: "if the line is text and no key, quote it"))
    }
  }
}

extension YAMLError.Indentation {
  func words(_ own: YAMLOwnText) -> YAMLError.Words {
    switch self {
    case .tabIndentation:
      .init(
        "YA15", Message(zh: "缩进只能用空格，不能用制表符（Tab）", en: "indentation is made of spaces, not of tabs"),
        repair: Message(zh: "把制表符换成空格，每级两个", en: "replace the tab by spaces, two for each level"))
    case .tooDeep:
      .init(
        "YA16",
        Message(
          zh: "这一行缩进过深：上一项已经有值，不能再有下级", en: "this line is indented too far: the entry above it has its value already"),
        repair: Message(
          zh: "与上一项的键对齐；若它接续上一行的文字，请给整个值加引号，或用 | 另起一段",
          en: "align it with the key above; if it continues the text above, quote the whole value or use `|`"),
        note: Message(zh: "已经有值的是这一项", en: "the entry that has its value"))
    case .unalignedIndentation:
      .init(
        "YA17", Message(zh: "这一行的缩进与前面任何一级都不对齐", en: "the indentation of this line matches no level above it"),
        repair: Message(zh: "与同级的项对齐，用空格", en: "align it with its siblings, with spaces"))
    case .itemAmongKeys:
      .init(
        "YA18", Message(zh: "这里应当是 键: 值，列表项（-）不能与键并列", en: "a list item (`-`) cannot stand beside keys"),
        repair: Message(zh: "把列表放在某个键的下面，或删去 -", en: "put the list below a key, or remove the `-`"))
    case .keyAmongItems:
      .init(
        "YA18", Message(zh: "这里应当是列表项（-），键不能与列表项并列", en: "a key cannot stand beside list items (`-`)"),
        repair: Message(
          zh: "给整个列表一个键，或缩进这一行使它属于上一项",
          en: "give the list a key of its own, or indent this line to belong to the item above"),
        note: Message(zh: "列表在这里", en: "the list is here"))
    case .itemOnKeyLine:
      .init(
        "YA19", Message(zh: "列表项（-）不能与键写在同一行", en: "a list item (`-`) does not begin on the line of its key"),
        repair: own.repair(
          own.before + "[" + own.after.trimmingBlanks + "]",
          Message(zh: "另起一行写列表项，或写成 ", en: "begin the item on the next line, or write "),
          or: Message(
            zh: "另起一行写 - …，或写成 [甲, 乙]；若减号是文字，请加引号",
            en: "begin it on the next line, or write `[a, b]`; quote a `-` that is text")))
    case .collectionOnMarkerLine:
      .init(
        "YA19", Message(zh: "键或列表项不能写在 --- 这一行", en: "keys and list items do not begin on the line of `---`"),
        repair: own.repair(
          own.marked, Message(zh: "在 --- 之后换行，另起一行写 ", en: "begin a new line after `---`: "),
          or: Message(zh: "在 --- 之后换行", en: "begin a new line after `---`")))
    }
  }
}
