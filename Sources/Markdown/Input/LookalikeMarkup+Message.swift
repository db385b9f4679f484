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
    case .linkTitle:
      Message(
        zh: "链接说明的引号不成对，或不是半角，这里会原样显示",
        en: "The title of a link stands between two ASCII quotes; this is shown as typed")
    case .partedLink:
      Message(zh: "[文字] 和 (地址) 要连着写，这里会原样显示", en: "[words] and (address) stand side by side; this is shown as typed")
    case .unclosedLink:
      Message(zh: "链接的地址没有右括号，这里会原样显示", en: "The address of the link is not closed; this is shown as typed")
    case .unknownLabel:
      Message(
        zh: "后一个方括号里的名称没有写过地址，这里会原样显示", en: "The name in the second brackets is not defined; this is shown as typed")
    case .task: Message(zh: "[ ] 后面空一格才是任务，这里会原样显示", en: "A task has a blank behind [ ]; this is shown as typed")
    case .headingID:
      Message(zh: "标题编号里有空格或别的符号，这里会原样显示", en: "An id has letters and digits alone; this is shown as typed")
    case .figure: Message(zh: "全角的｛｛ ｝｝不会换成数据", en: "Full-width ｛｛ ｝｝ is no figure")
    case .footnote: Message(zh: "全角括号不成脚注", en: "Full-width brackets make no footnote")
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
    case .partedRows:
      Message(zh: "表格的各行之间有空行，这一行没有进表格", en: "An empty line parts this row from the table")
    case .indentedRows:
      Message(
        zh: "行首的全角空格使这里的表格没有成形，各行会连成一段",
        en: "No table comes of this, as full-width spaces stand before its rows; its lines run together")
    case .tabbedRows:
      Message(
        zh: "从表格软件粘贴的各行会连成一段，制表符不分列",
        en: "Lines pasted from a sheet run together; tabs make no columns")
    case .unpairedEmphasis:
      Message(zh: "这里的 ** 没有配对，会原样显示", en: "This ** has no partner and is shown as typed")
    case .adjacentEmphasis:
      Message(zh: "两处加粗紧接着写，中间的 **** 会原样显示", en: "Between two bold runs side by side **** is shown as typed")
    case .directive: Message(zh: "指令独占一行，这里会原样显示", en: "A directive has its line to itself; this is shown as typed")
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
    case .linkTitle:
      Message(
        zh: "写作 [文字](地址 \"说明\")，引号用半角的；要原样显示，写作 \\[",
        en: "Write [words](address \"title\") with ASCII quotes; for the signs themselves \\[")
    case .partedLink:
      Message(
        zh: "写作 [文字](地址)，方括号用半角，中间不空格；要原样显示，写作 \\[",
        en: "Write [words](address) with ASCII brackets and no blank; for the signs themselves \\[")
    case .unclosedLink:
      Message(zh: "在地址后面补上半角的 )", en: "Add ) behind the address")
    case .unknownLabel:
      Message(
        zh: "写作 [文字](地址)，或另起一段写 [名称]: 地址；要原样显示，写作 \\[",
        en: "Write [words](address), or [name]: address in a paragraph of its own; for the signs themselves \\[")
    case .task: Message(zh: "写作 - [ ] 任务", en: "Write - [ ] and a blank")
    case .headingID: Message(zh: "写作 {#编号}，只用文字、数字和 -", en: "Write {#id} with letters, digits and - alone")
    case .figure: Message(zh: "用半角的 {{ }}", en: "Write ASCII {{ }}")
    case .footnote: Message(zh: "用半角的 [^1]，冒号也用半角", en: "Write ASCII [^1], and an ASCII colon behind it")
    case .image: Message(zh: "用半角的 !", en: "Write an ASCII !")
    case .table:
      Message(zh: "核对竖线：用半角的 |，每行格数一样", en: "Check the bars: ASCII |, as many in each row")
    case .partedRows: Message(zh: "删去表格中间的空行", en: "Delete the empty lines within the table")
    case .tabbedRows:
      Message(
        zh: "另存为 CSV 放进 files/，用 ::table 显示；或每格用 | 隔开，表头下面写 |---|---|",
        en: "Save it as CSV in files/ and show it with ::table, or part the cells by | with |---|---| below the header")
    case .unpairedEmphasis:
      Message(
        zh: "在同一段里补上另一个 **，或删去这个；要显示星号，写作 \\*\\*",
        en: "Add the other ** in the same paragraph, or delete this one; for the signs themselves \\*\\*")
    case .adjacentEmphasis:
      Message(zh: "删去中间的 ****，合成一处加粗", en: "Delete the ****, so that it is one bold run")
    case .directive: Message(zh: "另起一行写", en: "Write it on a line of its own")
    case .indentedRows: Message(zh: "删去各行行首的空格", en: "Delete the spaces before the rows")
    case .dashes, .rows:
      Message(
        zh: "表头下面一行写 |---|---|，每列一个 ---；各行的竖线也用半角的 |",
        en: "Write |---|---| below the header, one --- for each column; the bars of all rows are ASCII |")
    }
  }
}
