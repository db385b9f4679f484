private typealias Path = ExamplePath

/// MD17–MD25: lists and lines as word processors type them, and what directives are given.
let directiveExplanations = [
  Explanation(
    "MD17", ("编号和符号写成列表", "lists are lists"),
    zh: "从 Word 粘贴来的“1、”“●”“（一）”不是列表，几行会连成一段。这是警告。每项以“1. ”或“- ”开头（半角，后面空一格），第一项前面空一行；只要分段的，在各行之间空一行。",
    en:
      "Numbers and bullets pasted from Word (1、 ● （一）) make no list, and the lines run together. It is a warning. Begin each item with “1. ” or “- ” behind an empty line; for paragraphs leave a line empty between them.",
    Example(Path.help, before: "登录的步骤：\n1、打开云书院\n2、输入账号", after: "登录的步骤：\n\n1. 打开云书院\n2. 输入账号", over: "打开云书院。")),
  Explanation(
    "MD18", ("另起一段要空一行", "paragraphs have an empty line between them"),
    zh: "行首的两个全角空格不会另起一段，两行会连在一起。段与段之间空一行，行首不用空格，缩进由版式决定。这是警告。",
    en:
      "Full-width spaces at the start of a line begin no paragraph; the lines run together. Leave a line empty between paragraphs; layouts indent them. It is a warning.",
    Example(Path.help, before: "打开云书院。\n　　输入账号。", after: "打开云书院。\n\n输入账号。", over: "打开云书院。")),
  Explanation(
    "MD19", ("正文没有看不见的字符", "texts hold no invisible characters"),
    zh: "零宽字符、软连字符这些看不见，却会让搜索找不到、断行出错，多半是从网页或 Word 带来的。这是警告。删去，或把这个词重新输入一遍。",
    en:
      "Zero-width characters and soft hyphens are not seen, and search and line breaks go wrong by them. They come from web pages and Word. It is a warning; delete them, or type the word again.",
    nil),
  Explanation(
    "MD20", ("指令的属性没有写错", "the directive has this attribute"),
    zh: "指令没有这个属性，多半是打错了，消息里有最像的一个。值里有空格而没有加引号，空格后面的词也会被当成属性：给值加上引号，如 title=\"第 1 周\"。",
    en:
      "The directive has no such attribute; mostly it is mistyped, and the message has the nearest one. A value with a blank and no quotes gives this too: write title=\"week 1\".",
    Example(
      Path.help, before: ":::note{titel=提示}\n打开云书院。\n:::", after: ":::note{title=提示}\n打开云书院。\n:::", over: "打开云书院。")),
  Explanation(
    "MD21", ("属性的值合用", "the value of an attribute fits"),
    zh: "属性要的是数、几个词之一、一个文件或表里的一栏，写的却不是；或者只写了名称，没有写值。消息里写着应当是什么。核对表里的栏目名、文件的扩展名，或照消息改。",
    en:
      "An attribute wants a number, one of some words, a file or a column, and gets something else, or has no value at all. The message says what it is to be. Check the names of columns and the ending of the file.",
    Example(
      Path.notice, before: "请填[回执](files/huizhi.csv)。\n\n::table{file=files/huizhi.csv columns=\"学校、数量\"}",
      after: "请填[回执](files/huizhi.csv)。\n\n::table{file=files/huizhi.csv columns=\"学校、人数\"}",
      over: "请填[回执](files/huizhi.csv)。")),
  Explanation(
    "MD22", ("指令必填的属性都写了", "a directive has its required attributes"),
    zh: "指令少了必填的属性，就不知道要显示什么；例如，图片要有 src 和 alt，alt 是念给看不见图的人听的。照消息补上。有的指令要在几个属性里写一个，或者里面要有内容。",
    en:
      "Without a required attribute a directive does not know what to show: a picture has src and alt, which is read to those who cannot see it. Add what the message names. Some need one of several attributes, or content inside.",
    Example(
      Path.notice, before: "请填[回执](files/huizhi.csv)。\n\n::table{caption=回执的样子}",
      after: "请填[回执](files/huizhi.csv)。\n\n::table{file=files/huizhi.csv caption=回执的样子}",
      over: "请填[回执](files/huizhi.csv)。")),
  Explanation(
    "MD23", ("指令的三种写法用对", "a directive has the right form"),
    zh: "指令有三种样子：三个冒号的里面有内容，两个冒号的独占一行，一个冒号的在句子里。每个指令只能用其中一两种，名称后面能不能写字也不一样；只能写一个的属性写了两个，也是这条。照消息里的样子改。",
    en:
      "A directive has three colons with content inside, two on a line of its own, or one within a sentence. Each takes one or two of these forms, some take words behind the name, and of some attributes only one may be written. Write it as the message shows.",
    Example(
      Path.notice, before: "请填[回执](files/huizhi.csv)。\n\n:::figure{src=files/tu.svg alt=回执}\n填好以后交办公室。\n:::",
      after: "请填[回执](files/huizhi.csv)。\n\n::figure{src=files/tu.svg alt=回执}", over: "请填[回执](files/huizhi.csv)。",
      .beside(
        "content/notices/files/tu.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"40\"><rect width=\"80\" height=\"40\"/></svg>\n"
      ))),
  Explanation(
    "MD24", ("属性只写一次", "an attribute is written once"),
    zh: "同一个属性写了两次，不知道以哪一个为准。只留一处；本来是两个属性的，改正其中一个的名称。",
    en: "An attribute that is written twice leaves open which one counts. Keep one, or correct the name of the other.",
    Example(
      Path.help, before: ":::note{title=提示 title=注意}\n打开云书院。\n:::", after: ":::note{title=提示}\n打开云书院。\n:::",
      over: "打开云书院。")),
  Explanation(
    "MD25", ("筛选以后表格里还有内容", "a filter leaves some rows"),
    zh: "没有一行符合筛选条件，读者会看到一张空表。这是警告：核对条件里的写法与表里是否一样（例如“数学”与“初中数学”），或放宽条件。表本来就是空的，以后才有内容，可以不管。",
    en:
      "No row meets the filter, and readers would see an empty table. It is a warning: see whether the filter writes things as the table does, or widen it. A table that is to be filled later may stay.",
    Example(
      Path.notice,
      before: "请填[回执](files/huizhi.csv)。\n\n::table{file=files/huizhi.csv filter=\"学校 == '二中'\"}",
      after: "请填[回执](files/huizhi.csv)。\n\n::table{file=files/huizhi.csv filter=\"学校 == '一中'\"}",
      over: "请填[回执](files/huizhi.csv)。",
      .beside("content/notices/files/huizhi.csv", "学校,人数\n一中,3", over: "学校,人数"))),
]
