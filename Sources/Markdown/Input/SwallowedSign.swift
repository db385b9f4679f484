internal import Diagnostics

/// What was meant as it stands, and is markup: nobody sees it.
enum SwallowedSign: Hashable, Sendable {
  /// `张**、李**`, `2*3*4`.
  case asterisks
  /// `姓名：___，电话：___`.
  case underscores
  /// `9:00~~10:00，14:00~~15:00`.
  case tildes
  /// `>60分` at the start of a line.
  case comparison
  /// `C:\_新\#1`.
  case backslash
  /// `---` straight below a paragraph.
  case underline

  /// What becomes of it.
  var message: Message {
    switch self {
    case .asterisks:
      Message(
        zh: "这里的星号不会显示，后面的文字会变成粗体或斜体", en: "These asterisks are not shown; they make what follows bold or italic")
    case .underscores:
      Message(
        zh: "这里的下划线不会显示，后面的文字会变成粗体或斜体", en: "These underscores are not shown; they make what follows bold or italic")
    case .tildes:
      Message(
        zh: "这里的 ~~ 不会显示，到下一个 ~~ 为止的文字会加上删除线",
        en: "These tildes are not shown; what stands between them and the next ones is struck out")
    case .comparison:
      Message(
        zh: "行首的 > 不会显示，这一行会成为引用", en: "The > at the start of a line is not shown; it makes a quotation")
    case .backslash:
      Message(
        zh: "符号前面的 \\ 不会显示，路径会变样", en: "A backslash before a sign is not shown; the path loses it")
    case .underline:
      Message(
        zh: "紧接在文字下面的 --- 不是分隔线，上面这一段会成为标题",
        en: "Dashes straight below text are no rule; they make a heading of the paragraph above")
    }
  }

  /// What to write instead.
  var repair: Message {
    switch self {
    case .asterisks:
      Message(
        zh: "每个星号写作 \\*，或用全角的 ＊；乘号用 ×", en: "Write \\* for each, or a full-width ＊; for a product ×")
    case .underscores:
      Message(
        zh: "每个下划线写作 \\_，或用全角的 ＿", en: "Write \\_ for each, or a full-width ＿")
    case .tildes:
      Message(
        zh: "起止之间写 ～ 或“至”；要显示 ~~ 本身，写作 \\~~", en: "Write a single ~ or a full-width ～; for the signs themselves \\~~")
    case .comparison:
      Message(
        zh: "大于号写作 \\>，或写“大于”；确是引用，在 > 后面空一格",
        en: "Write \\> for the sign itself; for a quotation, leave a blank behind it")
    case .underline:
      Message(
        zh: "在 --- 前面空一行；确是标题，写作 ## 标题，末尾不加标点",
        en: "Leave a line empty before ---; for a heading, write ## and its words without final punctuation")
    case .backslash:
      Message(zh: "把路径放进 `反引号` 里，或每个 \\ 写作 \\\\", en: "Put the path into `backticks`, or write \\\\ for each")
    }
  }
}
