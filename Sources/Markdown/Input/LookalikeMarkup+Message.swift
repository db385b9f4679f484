internal import Diagnostics

extension LookalikeMarkup {
  /// What it is not.
  var message: Message {
    switch self {
    case .heading: Message(zh: "这一行没有成为标题", en: "This line is no heading")
    case .quote: Message(zh: "这一行没有成为引用", en: "This line is no quotation")
    case .emphasis: Message(zh: "全角的＊＊不会加粗", en: "Full-width ＊＊ is not bold")
    case .spacedEmphasis:
      Message(zh: "** 紧贴文字才加粗，这里的星号会原样显示", en: "** is bold only beside the words; these asterisks are shown as typed")
    case .link: Message(zh: "全角括号不成链接", en: "Full-width parentheses make no link")
    case .spacedLink:
      Message(zh: "链接地址里有空格，这里会原样显示", en: "The address of a link has no blanks; this is shown as typed")
    case .figure: Message(zh: "全角的｛｛ ｝｝不会换成数据", en: "Full-width ｛｛ ｝｝ is no figure")
    case .image: Message(zh: "全角的！不成图片，这里显示为链接", en: "A full-width ！ makes no picture; this is shown as a link")
    case .table:
      Message(
        zh: "这里的表格没有成形，各行会连成一段：分隔行与表头的格数不同",
        en:
          "No table comes of this; its lines run together: the row of dashes has another number of cells than the header"
      )
    case .dashes:
      Message(
        zh: "这里的表格没有成形，各行会连成一段：分隔行只用半角的 | 和 -",
        en: "No table comes of this; its lines run together: the row of dashes has other signs than ASCII | and -")
    case .rows:
      Message(
        zh: "这里的表格没有成形，各行会连成一段：表头下面没有分隔行",
        en: "No table comes of this; its lines run together: there is no row of dashes below the header")
    }
  }

  /// What to write instead.
  var repair: Message {
    switch self {
    case .heading:
      Message(
        zh: "用半角的 #，后面空一格（半角空格）；要显示 # 本身，写作 \\#", en: "Write an ASCII # and an ASCII blank; for the sign itself \\#")
    case .quote: Message(zh: "用半角的 >", en: "Write an ASCII >")
    case .emphasis: Message(zh: "用半角的 **", en: "Write ASCII **")
    case .spacedEmphasis:
      Message(
        zh: "删去 ** 内侧的空格，如 **重要：**；要显示星号，写作 \\*\\*",
        en: "Delete the blanks within, as in **this**; for the signs themselves \\*\\*")
    case .link: Message(zh: "用半角的 ( )", en: "Write ASCII ( )")
    case .spacedLink:
      Message(
        zh: "给地址加上尖括号，如 [附件](<附件 1.doc>)，或从文件名里删去空格；要原样显示，写作 \\[",
        en: "Put it into angle brackets, as in [words](<a file.doc>), or rename the file; for the signs themselves \\[")
    case .figure: Message(zh: "用半角的 {{ }}", en: "Write ASCII {{ }}")
    case .image: Message(zh: "用半角的 !", en: "Write an ASCII !")
    case .table:
      Message(zh: "核对竖线：用半角的 |，每行格数一样", en: "Check the bars: ASCII |, as many in each row")
    case .dashes, .rows:
      Message(
        zh: "表头下面一行写 |---|---|，每列一个 ---；各行的竖线也用半角的 |",
        en: "Write |---|---| below the header, one --- for each column; the bars of all rows are ASCII |")
    }
  }
}
