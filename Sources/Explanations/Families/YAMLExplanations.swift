private typealias Path = ExamplePath

let yamlExplanations = ExplanationFamily(
  "YA", ("YAML 文件和正文开头的各项", "YAML files and the heads of texts"),
  [
    Explanation(
      "YA01", ("不用锚点（&）", "no anchors (&)"),
      zh: "& 开头的词在 YAML 里另有用处（给一个值起名字），这里不用它，因为别人看不懂值从哪里来。删去它，在用到的地方把值再写一遍。& 是文字的一部分时，给整个值加引号。",
      en:
        "A word that begins with & names a value in YAML. It is not used here, because readers of the file would not know where a value comes from. Remove it and repeat the value; when & is text, quote the whole value.",
      Example(Path.scheme, before: "summary: &zongfen 两项合计100分。", after: "summary: 两项合计100分。")),
    Explanation(
      "YA02", ("不用引用（*）", "no aliases (*)"),
      zh: "* 开头的词在 YAML 里表示“用前面起过名字的值”，这里不用它。在这里把值完整写出来。* 是文字（例如打星号的重点）时，给整个值加引号。",
      en:
        "A word that begins with * repeats a value that was named before. It is not used here: write the value out. When * is text, quote the whole value.",
      Example(Path.scheme, before: "summary: *两项合计100分*", after: "summary: \"*两项合计100分*\"", over: "summary: 两项合计100分。")),
    Explanation(
      "YA03", ("不写类型标签（!）", "no tags (!)"),
      zh: "! 开头的词在 YAML 里是类型标签；这里每一项自己知道是数、日期还是文字，不用写。删去它。! 是文字时，给整个值加引号，或用中文叹号。",
      en:
        "A word that begins with ! is a type in YAML; here each field knows its type. Remove it. When ! is text, quote the whole value.",
      Example(Path.scheme, before: "pass_mark: !!int 70", after: "pass_mark: 70")),
    Explanation(
      "YA04", ("不用合并键（<<）", "no merge keys (<<)"),
      zh: "<< 在 YAML 里表示把别处的几项合进来。这里不用它：看的人要能在一处看全。把要合并的各项逐条写出。",
      en:
        "<< draws in entries from elsewhere. It is not used here, so that a reader sees everything in one place. Write the entries out.",
      Example(Path.scheme, before: "subject: 学员\n<<: {version: 1}", after: "subject: 学员\nversion: 1")),
    Explanation(
      "YA05", ("项的名称是一行文字", "a key is text on one line"),
      zh: "冒号前面的名称只能是普通的文字，不能是列表，也不能用 ? 引出来。写成 名称: 值 的样子。以 ? 或括号开头的是文字，就给它加引号。",
      en:
        "What stands before the colon is plain text, no list and nothing led in by ?. Write key: value. Quote text that begins with ? or a bracket.",
      Example(Path.scheme, before: "? summary\n: 两项合计100分。", after: "summary: 两项合计100分。")),
    Explanation(
      "YA06", ("冒号前面有名称", "there is a key before the colon"),
      zh: "一行以冒号开头，不知道写的是哪一项，多半是名称被删掉了。补上名称。冒号是文字的，给整个值加引号。",
      en:
        "A line that begins with a colon does not say which field it is; the name was probably deleted. Add it. When the colon is text, quote the value.",
      Example(Path.scheme, before: ": 两项合计100分。", after: "summary: 两项合计100分。")),
    Explanation(
      "YA07", ("同一项只写一次", "a key is given once"),
      zh: "同一处把一项写了两次，不知道以哪一个为准，所以是错误。保留对的一个，删去另一个；本来是两项的，改正其中一个的名称。",
      en:
        "A field that is given twice in one place leaves open which one counts. Keep one of them, or correct the name of the other.",
      Example(Path.scheme, before: "version: 1\nversion: 2", after: "version: 1")),
    Explanation(
      "YA08", ("不写以 % 开头的指令行", "no lines that begin with %"),
      zh: "%YAML 这样的行是给别的程序看的，这里用不着。删去这一行。行首的 % 是文字的，给整个值加引号。",
      en:
        "Lines such as %YAML are for other programs and not needed here. Remove the line. When % is text, quote the value.",
      Example(Path.scheme, before: "%YAML 1.2\n---\ntitle: 学员考核办法", after: "title: 学员考核办法")),
    Explanation(
      "YA09", ("一个文件只有一份内容", "a file holds one document"),
      zh: "文件中间单独一行 --- 表示另起一份，而一个文件只能有一份。删去多余的 ---，或把后面的内容放进另一个文件。正文（.md）开头的两行 --- 不是这种。",
      en:
        "A line --- within the file begins a second document, and a file holds one. Remove it, or use two files. The two lines --- at the head of a text (.md) are something else.",
      Example(Path.scheme, before: "version: 1\n---\neffective: 2026-08-15", after: "version: 1\neffective: 2026-08-15")
    ),
    Explanation(
      "YA10", ("名称后面用半角冒号加一个空格", "a key ends with an ASCII colon and a space"),
      zh: "中文输入法打出的“：”是全角的，程序认不出这是一项。改成英文的冒号，后面空一格，如 title: 登录。值里面的全角冒号不受影响。",
      en:
        "The colon of a Chinese keyboard (：) is full-width and begins no value. Write an ASCII colon and a space, as in title: 登录. Full-width colons inside values are fine.",
      Example(Path.scheme, before: "summary：两项合计100分。", after: "summary: 两项合计100分。")),
    Explanation(
      "YA11", ("冒号后面空一格", "a colon is followed by a space"),
      zh: "冒号和值连在一起，整行会被当成一段文字。在冒号后面加一个空格。",
      en: "With colon and value together the whole line would be text. Put a space behind the colon.",
      Example(Path.scheme, before: "summary:两项合计100分。", after: "summary: 两项合计100分。")),
    Explanation(
      "YA12", ("一行写一项，有冒号", "a line is key: value, with a colon"),
      zh: "这一行没有冒号，不知道是哪一项；也可能是上一行的文字换了行。是一项，就补上冒号和空格；接着上一行的，比上一行多缩进两格。",
      en:
        "A line without a colon is no field; or it continues the text above. Add colon and space, or indent it two spaces more than the line above.",
      Example(Path.scheme, before: "summary 两项合计100分。", after: "summary: 两项合计100分。")),
    Explanation(
      "YA13", ("名称和冒号在同一行", "a key stands on one line with its colon"),
      zh: "项的名称中间换了行，就读不出来。把名称和冒号写在同一行；值太长可以换行，名称不行。",
      en:
        "A key that goes on on the next line cannot be read. Put it on one line with its colon; values may be broken, keys not.",
      Example(Path.scheme, before: "\"pass\n  mark\": 70", after: "pass_mark: 70")),
    Explanation(
      "YA14", ("名称不能太长", "a key is not too long"),
      zh: "冒号前面超过 1024 个字符，多半是一大段文字里有一个冒号，被当成了项的名称。这一行是文字的，放进引号。",
      en: "More than 1,024 characters before a colon are mostly a long text with a colon in it. Quote the text.",
      nil),
    Explanation(
      "YA15", ("缩进用空格，不用制表符", "indentation is made of spaces, not tabs"),
      zh: "Tab 键打出的制表符，各人的编辑器显示的宽度不同，不能用来缩进。换成空格，每级两个；多数编辑器可以设置成按 Tab 键输入空格。",
      en:
        "A tab has another width in every editor and does not indent. Use spaces, two for each level; most editors can be told to write spaces for the Tab key.",
      Example(Path.scheme, before: "  - id: zuoye\n\tname: 作业", after: "  - id: zuoye\n    name: 作业")),
    Explanation(
      "YA16", ("已经有值的项没有下级", "an entry with a value has nothing below it"),
      zh: "上一项已经写了值，这一行又比它缩进，像是它的下级。与上一项并列的，把缩进改成一样；是接着上一行的文字，给整个值加引号，或用 | 另起一段。",
      en:
        "The entry above has its value, and this line is indented below it. Align it with the key above; if it continues the text, quote the whole value or use |.",
      Example(Path.scheme, before: "title: 学员考核办法\n  subject: 学员", after: "title: 学员考核办法\nsubject: 学员")),
    Explanation(
      "YA17", ("同级的项对齐", "siblings are aligned"),
      zh: "这一行的缩进和前面哪一级都对不上，不知道属于谁。与同级的项对齐，用空格，每级两个。从网页复制来的，常常多一格或少一格。",
      en:
        "The indentation of this line matches no level above it, so nobody knows where it belongs. Align it with its siblings, two spaces for each level.",
      Example(Path.scheme, before: "  - id: zuoye\n   name: 作业", after: "  - id: zuoye\n    name: 作业")),
    Explanation(
      "YA18", ("列表项与项不能并列", "list items and keys do not stand side by side"),
      zh: "同一级里，要么都是“- ”开头的列表项，要么都是 名称: 值。多写了一个减号，或忘了给列表一个名称，就会这样。去掉减号，或把列表放到某一项的下面。",
      en:
        "One level holds either items that begin with - or key: value lines. Mostly a - is too much, or the list lacks a key. Remove the -, or put the list below a key.",
      Example(Path.scheme, before: "total: 100\n- pass_mark: 70", after: "total: 100\npass_mark: 70")),
    Explanation(
      "YA19", ("列表项另起一行", "a list item begins on a line of its own"),
      zh: "“- ”开头的列表项不能接在名称后面写，要另起一行。只有一两项的，写成 [甲, 乙] 更短。减号是文字的，给值加引号。",
      en:
        "An item that begins with - stands on a line of its own, not behind its key. A short list is better written [a, b]. When the - is text, quote the value.",
      Example(
        Path.scheme, before: "    grades: - {name: 优秀, points: 40}",
        after: "    grades:\n      - {name: 优秀, points: 40}")),
    Explanation(
      "YA20", ("值里有“冒号加空格”的加引号", "a value with colon and space is quoted"),
      zh: "值里面又有英文冒号加空格，程序会以为又是一项。给整个值加上英文引号，或者把里面的冒号换成中文的。",
      en:
        "A colon and a space inside a value would begin another key. Quote the whole value, or write a Chinese colon in it.",
      Example(Path.scheme, before: "summary: 合计: 100分。", after: "summary: \"合计: 100分。\"", over: "summary: 两项合计100分。")),
    Explanation(
      "YA21", ("引号成对", "quotes are closed"),
      zh: "值以英文引号开头，就要以同样的引号结束，否则后面的行都算在引号里。在文字末尾补上引号；引号是文字的，换用中文引号，或用另一种英文引号把整个值括起来。",
      en:
        "A value that begins with a quote ends with the same one, or all lines behind it belong to it. Close it; when the quote is text, write “” or put the value into the other kind of quotes.",
      Example(Path.scheme, before: "summary: \"两项合计100分。", after: "summary: 两项合计100分。")),
    Explanation(
      "YA22", ("引号里换行后要缩进", "a quoted text that goes on is indented"),
      zh: "引号里的文字可以换行，但新的一行要比项的名称多缩进，不然分不清是文字还是下一项。缩进这一行，或在上一行结束引号。",
      en:
        "Text in quotes may go on on the next line, which is indented more than its key. Indent the line, or close the quote above.",
      Example(
        Path.scheme, before: "summary: \"两项合计\n100分。\"", after: "summary: \"两项合计\n  100分。\"", over: "summary: 两项合计100分。"
      )),
    Explanation(
      "YA23", ("引号括住整个值", "quotes hold the whole value"),
      zh: "值以英文引号开头，引号结束以后不能再有文字。把整个值放进引号，或把里面的引号改成中文的。",
      en:
        "Behind the closing quote of a value there is no more text. Put the whole value into quotes, or write the inner quotes as “”.",
      Example(Path.scheme, before: "summary: \"两项\"合计100分。", after: "summary: 两项合计100分。")),
    Explanation(
      "YA24", ("双引号里的反斜杠写两遍", "a backslash in double quotes is doubled"),
      zh: "英文双引号里的 \\ 有特殊含义，Windows 的路径因此读不对。反斜杠写两遍，或改用单引号；单引号里的 \\ 就是它自己。",
      en:
        "In double quotes a backslash begins something special, so paths of Windows go wrong. Double it, or use single quotes, in which it stands for itself.",
      Example(
        Path.scheme, before: "summary: \"见 D:\\课程\"", after: "summary: '见 D:\\课程'", over: "summary: 两项合计100分。")),
    Explanation(
      "YA25", ("转义写的是一个字符", "an escape is a character"),
      zh: "双引号里 \\u 后面的编码不是一个完整的字符，多半是别的程序导出时截断了。直接写出这个字符。",
      en:
        "The code behind \\u is no whole character; mostly another program cut it in two. Write the character itself.",
      Example(Path.scheme, before: "summary: \"两项合计100分\\ud83d\"", after: "summary: 两项合计100分。")),
    Explanation(
      "YA26", ("以 @ ` % 开头的值加引号", "a value that begins with @, ` or % is quoted"),
      zh: "值以这样的符号开头，YAML 留着另有用处，不加引号就读不了。给整个值加上引号。",
      en: "YAML keeps these signs for other uses, so a value that begins with one is quoted as a whole.",
      Example(
        Path.scheme, before: "summary: @全体学员，两项合计100分。", after: "summary: \"@全体学员，两项合计100分。\"",
        over: "summary: 两项合计100分。")),
    Explanation(
      "YA27", ("| 和 > 后面换行写文字", "text behind | or > begins on the next line"),
      zh: "名称后面的 | 或 > 表示下面是一大段文字，同一行不能再写字。把文字移到下一行并缩进；| 或 > 本身是文字的，给值加引号。",
      en:
        "A | or > behind a key says that a long text follows, which begins on the next line. Move it there and indent it; when the sign is text, quote the value.",
      Example(Path.scheme, before: "summary: | 两项合计100分。", after: "summary: |\n  两项合计100分。", over: "summary: 两项合计100分。")
    ),
    Explanation(
      "YA28", ("段落开头的空行不比文字缩进得深", "a blank line is not deeper than the text below it"),
      zh: "| 下面的第一行是空行，里面却有很多空格，比文字缩进得还深，不知道该从哪里算起。删去空行里的空格。",
      en: "The first line below | is blank and holds more spaces than the text is indented by. Remove its spaces.",
      Example(
        Path.scheme, before: "summary: |\n       \n  两项合计100分。", after: "summary: |\n  两项合计100分。",
        over: "summary: 两项合计100分。")),
    Explanation(
      "YA30", ("括号成对", "brackets are closed"),
      zh: "[ 要有 ]，{ 要有 }，不然后面的行都算在括号里。在末尾补上右括号；括号是文字的，给整个值加引号。",
      en:
        "Each [ has its ] and each { its }, or all lines behind belong to it. Close it; when the bracket is text, quote the value.",
      Example(
        Path.creditCourse, before: "stages: [初中, 高中\nsubjects: [数学, 物理]",
        after: "stages: [初中, 高中]\nsubjects: [数学, 物理]")),
    Explanation(
      "YA31", ("括号里换行后要缩进", "lines inside brackets are indented"),
      zh: "括号里的内容可以换行，但新的一行要比项的名称多缩进。在这一行前面加空格。",
      en:
        "What stands in brackets may go on on the next line, which is indented more than its key. Put spaces before the line.",
      Example(
        Path.scheme, before: "    threshold: {minutes: 108,\nshare: 60%, class_hours: 4}",
        after: "    threshold: {minutes: 108,\n      share: 60%, class_hours: 4}",
        over: "    threshold: {minutes: 108, share: 60%, class_hours: 4}")),
    Explanation(
      "YA32", ("单独成行的右括号也要缩进", "a closing bracket on its own line is indented"),
      zh: "右括号单独占一行时，要比项的名称多缩进，别的 YAML 程序也这样要求。在它前面加两个空格，或放到上一行末尾。",
      en:
        "A closing bracket on a line of its own is indented more than its key, as other programs want it too. Put two spaces before it, or move it to the end of the line above.",
      Example(
        Path.scheme, before: "    grades: [\n      {name: 优秀, points: 40}\n    ]",
        after: "    grades: [\n      {name: 优秀, points: 40}\n      ]",
        over: "    grades:\n      - {name: 优秀, points: 40}")),
    Explanation(
      "YA33", ("逗号之间有内容", "there is an item between two commas"),
      zh: "括号里两个逗号连在一起，中间少了一项，或者多打了一个逗号。删去多余的逗号；确实要空值，写 null。",
      en:
        "Two commas side by side in brackets: an item is missing, or a comma too much. Remove it; an empty value is written null.",
      Example(
        Path.creditCourse, before: "stages: [初中, , 高中]", after: "stages: [初中, 高中]")),
    Explanation(
      "YA34", ("括号里的各项用逗号分开", "items in brackets have commas between them"),
      zh: "括号里的两项之间要有英文逗号。在前一项后面加上逗号和一个空格。",
      en: "Items in brackets are separated by ASCII commas. Put a comma and a space behind the item before.",
      Example(
        Path.creditCourse, before: "stages: [\"初中\" \"高中\"]", after: "stages: [\"初中\", \"高中\"]",
        over: "stages: [初中, 高中]")),
    Explanation(
      "YA35", ("右括号后面没有文字", "no text follows a closing bracket"),
      zh: "值以 [ 或 { 开头，就是一个列表或几项，右括号后面不能再写字。把文字移进括号；整个值本来是文字的，给它加引号。",
      en:
        "A value that begins with [ or { is a list or a mapping, and nothing follows its closing bracket. Move the text inside; when the whole value is text, quote it.",
      Example(Path.creditCourse, before: "subjects: [数学, 物理] 等", after: "subjects: [数学, 物理]")),
    Explanation(
      "YA36", ("没有多余的右括号", "no bracket closes nothing"),
      zh: "多了一个右括号，或者用 } 去配 [。删去它，或改成与开头一样的一种；括号是文字的，给值加引号。",
      en:
        "A closing bracket too much, or a } for a [. Remove it or use the kind that was opened; when it is text, quote the value.",
      Example(Path.creditCourse, before: "subjects: [数学, 物理]]", after: "subjects: [数学, 物理]")),
    Explanation(
      "YA40", ("注释的 # 前面有空格", "the # of a comment has a space before it"),
      zh: "# 后面是写给同事看的注释，程序不读；它前面要空一格，不然会被当成值的一部分。加一个空格；# 是文字的，给整个值加引号。",
      en:
        "Behind # stands a comment, which is not read; it has a space before it. Add the space; when # is text, quote the whole value.",
      Example(
        Path.scheme, before: "summary: \"两项合计100分。\"#待核对", after: "summary: \"两项合计100分。\" #待核对",
        over: "summary: 两项合计100分。")),
    Explanation(
      "YA41", ("内容结束以后没有别的", "nothing follows the end of the document"),
      zh: "文件开头的一行文字已经是全部内容，后面又写了别的。多半是忘了写成 名称: 值 的样子。删去多余的，或补上名称和冒号。",
      en:
        "The first line is a whole document, and something follows it: mostly it should have been key: value. Remove it, or write it that way.",
      Example(
        Path.glossary, before: "\"统一的用语\"\n班级辅导教师\n", after: "terms:\n  - {word: 班级辅导教师, variants: [班级辅导员]}\n")),
    Explanation(
      "YA42", ("没有看不见的控制字符", "no invisible control characters"),
      zh: "这里有一个看不见的控制字符，常常是从别的软件复制来的。删去它；消息指出了在第几行第几列。",
      en:
        "An invisible control character stands here, as copying from other programs brings them. Remove it; the message says in which line and column it is.",
      nil),
    Explanation(
      "YA43", ("文件存为 UTF-8", "the file is saved as UTF-8"),
      zh: "文件不是 UTF-8 编码，汉字会变成乱码，所以不读。在编辑器里另存为 UTF-8；记事本的“另存为”可以选编码。",
      en: "The file is not UTF-8, and Chinese would be garbled, so it is not read. Save it as UTF-8 in your editor.",
      nil),
    Explanation(
      "YA44", ("嵌套不太深", "nesting is not too deep"),
      zh: "列表和项一层套一层，超过了程序读的层数，正常的内容不会这样。检查是不是有括号没有结束，或文件被别的程序写坏了。",
      en:
        "Lists and entries nest deeper than is read, as no ordinary content does. Look for brackets that are not closed, or a file that another program damaged.",
      nil),
    Explanation(
      "YA45", ("文件大小在限度以内", "the file is not too large"),
      zh: "YAML 文件超过了上限，消息里写着是多少。行数多的内容用 CSV 表格更合适；也可以分成几个文件。",
      en: "The file is larger than the limit that the message names. Use a CSV table for many rows, or split the file.",
      nil),
    Explanation(
      "YA46", ("正文开头的 --- 有两行", "the --- at the head of a text has its pair"),
      zh: "正文（.md）以一行 --- 开始写各项，写完要再有一行 ---，后面才是正文。少了第二行，整篇都会被当成各项。在各项之后、正文之前单独写一行 ---。",
      en:
        "A text (.md) begins with ---, then its fields, then --- again, then the text. Without the second one all of it would be fields. Put a line with just --- between fields and text.",
      Example(Path.help, before: "order: 1\n打开云书院。", after: "order: 1\n---\n打开云书院。")),
    Explanation(
      "YA50", ("缩进用半角空格", "indentation is made of ASCII spaces"),
      zh: "中文输入法打出的空格是全角的，看着像两个空格，程序却不当缩进。换成半角空格，每级两个。",
      en: "The space of a Chinese keyboard looks like two and does not indent. Use ASCII spaces, two for each level.",
      Example(Path.scheme, before: "  - id: zuoye\n　　name: 作业", after: "  - id: zuoye\n    name: 作业")),
    Explanation(
      "YA51", ("列表用半角括号", "lists have ASCII brackets"),
      zh: "全角的［ ］｛ ｝不会成为列表，整个值会当作一段文字。改成英文的括号和逗号；本来就是文字的，给值加引号。",
      en:
        "Full-width ［ ］ ｛ ｝ make no list; the whole value would be text. Write ASCII brackets and commas, or quote the value if it is text.",
      Example(Path.creditCourse, before: "subjects: ［数学，物理］", after: "subjects: [数学, 物理]")),
    Explanation(
      "YA52", ("括号里用半角逗号", "items in brackets have ASCII commas"),
      zh: "括号里的各项用英文逗号加空格分开，中文逗号分不开。改成 , 和一个空格；逗号是文字的，给那一项加引号。",
      en:
        "Items in brackets are separated by an ASCII comma and a space; a Chinese comma does not do it. When the comma is text, quote the item.",
      Example(
        Path.creditCourse, before: "stages: [\"初中\"，\"高中\"]", after: "stages: [\"初中\", \"高中\"]",
        over: "stages: [初中, 高中]")),
    Explanation(
      "YA53", ("中文引号括不住整个值", "Chinese quotation marks do not quote a value"),
      zh: "值里有英文冒号加空格或 #，要用英文引号括住整个值；中文引号“”只是文字，值会在中间断开。在最外面加一对英文引号。",
      en:
        "A value with a colon and a space, or with #, is put into ASCII quotes; “” are mere text, and the value ends between them. Put ASCII quotes around the whole.",
      Example(Path.course, before: "title: “第一课: 备目标”", after: "title: \"“第一课: 备目标”\"", over: "title: 第一课")),
  ])
