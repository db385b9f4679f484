private typealias Path = ExamplePath

let markdownExplanations = ExplanationFamily(
  "MD", ("正文的写法（Markdown）", "how texts are written (Markdown)"),
  plainTextExplanations + figureExplanations + directiveExplanations + habitExplanations)

/// Characters of the file itself.
private let plainTextExplanations = [
  Explanation(
    "MD01", ("正文存为 UTF-8，没有丢字", "texts are UTF-8, with no character lost"),
    zh: "正文不是 UTF-8 编码，就会显示乱码，是错误；里面有菱形问号的，说明以前转换编码时已经丢了字，是警告。在编辑器里另存为 UTF-8，再对照原稿补上丢了的字。",
    en:
      "A text that is not UTF-8 would be garbled, which is an error; a � in it says that a character was lost in some earlier conversion, which is a warning. Save the file as UTF-8, and type what was lost after the original.",
    Example(Path.help, before: "打开云书\u{FFFD}，输入账号。", after: "打开云书院，输入账号。", over: "打开云书院。")),
  Explanation(
    "MD02", ("正文里没有无效的字符", "texts hold no noncharacters"),
    zh: "有几个编码规定永远不表示任何字，网页里不能有，多半是别的程序写坏的。删去它；看不见的，把这一处前后几个字删掉重新输入。",
    en:
      "A few codes stand for no character at all and may not be in a page; mostly another program wrote them. Delete it, or type the words around it again.",
    nil),
]

/// Directives as such, figures, links, headings and footnotes.
private let figureExplanations = [
  Explanation(
    "MD03", ("指令块写了结尾", "a directive block is closed"),
    zh: "以 :::名称 开头的块，末尾要有一行 :::，冒号的个数与开头一样。没有结尾，后面的正文都会进到块里。在块的末尾另起一行补上；在列表或引用里开始的，要在同一层里结束。",
    en:
      "A block that begins with :::name ends with a line of as many colons; without it all that follows belongs to the block. Add the line. A block that begins in a list or quote ends there.",
    Example(
      Path.help, before: ":::note{title=提示}\n打开云书院。", after: ":::note{title=提示}\n打开云书院。\n:::", over: "打开云书院。")),
  Explanation(
    "MD04", ("结束的 ::: 有开头", "a closing ::: has its opening"),
    zh: "只有冒号的一行是用来结束指令块的，这里没有开着的块。多半是开头那一行删了或写错了。删去这一行，或补上开头的 :::名称。",
    en:
      "A line of colons closes a directive, and none is open here; mostly its first line was deleted or mistyped. Delete the line, or add :::name.",
    Example(Path.help, before: "打开云书院。\n\n:::", after: "打开云书院。")),
  Explanation(
    "MD05", ("指令和属性的写法正确", "directives and attributes are written right"),
    zh:
      "指令独占一行，属性写作 {名=值 名=\"有空格的值\"}。全角的括号、等号、逗号和不成对的引号都读不出来；指令后面又写了字、指令夹在句子中间，也不行。照消息改成半角，或把文字移到下一行；句子里要用数据，写 {{ … }}。",
    en:
      "A directive has its line to itself, and its attributes are {name=value name=\"a value\"}. Full-width signs, a quote that is not closed, words behind it, or a directive within a sentence cannot be read. Write ASCII signs, or move the words to the next line; data within a sentence is {{ … }}.",
    Example(
      Path.help, before: ":::note｛title=提示｝\n打开云书院。\n:::", after: ":::note{title=提示}\n打开云书院。\n:::", over: "打开云书院。")),
  Explanation(
    "MD06", ("{{ 在同一行里有 }}", "{{ has its }} on the same line"),
    zh: "{{ … }} 里写的是要从数据里取的值，少了 }} 就不知道到哪里为止。补上 }}，不要跨行；要原样显示两个花括号，写作 \\{{。",
    en:
      "{{ … }} holds a value of the data; without }} nobody knows where it ends. Add it on the same line; for the braces themselves write \\{{.",
    Example(
      Path.firstIssue, before: "本班 {{ class.size 人，学[第一课](course:k1)。",
      after: "本班 {{ class.size }} 人，学[第一课](course:k1)。")),
  Explanation(
    "MD07", ("{{ … }} 用到的数据已经填写", "what stands in {{ … }} has a value"),
    zh: "花括号里的名称是对的，可是这一项在数据里没有填，或者算不出结果，页面上就会空一块。先在数据里填上，或改写这句话。名称打错是 LT04、LT05。",
    en:
      "The name in the braces is right, and the data has no value for it, or it cannot be computed; the page would have a hole. Fill in the data, or write the sentence without it. A mistyped name is LT04 or LT05.",
    Example(
      Path.firstIssue, before: "本班人均 {{ class.minutes_mean }} 分钟，学[第一课](course:k1)。",
      after: "本班 {{ class.size }} 人，学[第一课](course:k1)。", over: "本班 {{ class.size }} 人，学[第一课](course:k1)。")),
  Explanation(
    "MD08", ("指令的名称没有写错", "the directive exists"),
    zh: "没有这个名称的指令，多半是打错了字。消息里有最像的一个，或列出全部可用的；每个指令怎样写，见帮助页里指令的那一页。要显示文字本身，不要在行首写三个冒号。",
    en:
      "There is no directive of this name; mostly it is mistyped. The message has the nearest one, or all there are; the help page on directives says how each is written.",
    Example(
      Path.help, before: ":::noet{title=提示}\n打开云书院。\n:::", after: ":::note{title=提示}\n打开云书院。\n:::", over: "打开云书院。")),
  Explanation(
    "MD09", ("链接只用安全的协议", "links use safe schemes only"),
    zh:
      "链接可以是 http、https、mailto、tel 开头的网址，或本站的编号如 course:k1。javascript:、file: 这样的链接读者打不开，或有危险，不允许。这条只在 inspect markdown 单看一个文件时出现；在门户里是 OU01。",
    en:
      "A link begins with http, https, mailto or tel, or is an id of the portal such as course:k1. Others, as javascript: and file:, do not open for readers or are a danger. This is said when inspect markdown looks at a single file; in a portal it is OU01.",
    nil),
  Explanation(
    "MD10", ("指令块不嵌套太深", "directives do not nest too deep"),
    zh: "指令块一层套一层，超过了上限，多半是前面的块都忘了结束。从上往下检查，给每个块补上结尾的 :::。",
    en:
      "Directives inside each other go beyond the limit; mostly the earlier ones were never closed. Look from the top, and close each.",
    nil),
  Explanation(
    "MD11", ("标题编号在一页里不重复", "a heading id is used once in a page"),
    zh: "{#编号} 是给链接用的，一页里有两个一样的，链接只能到第一个。给其中一个换一个编号，并改链接到它的地方；没有链接用它的，可以不写编号。",
    en:
      "{#id} is what links lead to; of two alike only the first is reached. Choose another id for one of them and change the links to it, or leave it out.",
    Example(
      Path.help, before: "## 登录 {#denglu}\n\n打开云书院。\n\n## 再次登录 {#denglu}\n\n输入账号。",
      after: "## 登录 {#denglu}\n\n打开云书院。\n\n## 再次登录 {#zaici}\n\n输入账号。", over: "打开云书院。")),
  Explanation(
    "MD12", ("正文里不写 HTML 标签", "texts hold no HTML"),
    zh:
      "正文里的 <u>、<font> 这样的标签不起作用，会原样显示成文字。改用 Markdown（如 **加粗**）或指令；要显示标签本身，放在反引号里。本单位允许的几个标签写在 site.yml 的 html 里，它们可以用，但不带属性。",
    en:
      "Tags such as <u> or <font> do nothing in a text and are shown as typed. Use Markdown (**bold**) or a directive; to show a tag put it into backticks. Tags under html in site.yml are allowed, without attributes.",
    Example(Path.help, before: "打开<u>云书院</u>。", after: "打开**云书院**。", over: "打开云书院。")),
  Explanation(
    "MD13", ("正文里不用 {% … %}", "texts have no {% … %}"),
    zh: "{% … %} 是版式里的写法，正文里会原样显示给读者。取数据用 {{ … }}；要显示这个符号本身，写作 \\{%。",
    en:
      "{% … %} belongs to layouts; in a text it is shown as typed. Data is {{ … }}; for the signs themselves write \\{%.",
    Example(Path.help, before: "打开云书院{% if 首次 %}，先注册{% endif %}。", after: "打开云书院，首次登录先注册。", over: "打开云书院。")),
  Explanation(
    "MD14", ("脚注的名称不重复", "a footnote is written once"),
    zh: "两条脚注用了同一个名称，正文里的引用只会指向第一条，第二条不见了。换一个名称，或删去重复的一条。",
    en:
      "Of two footnotes with one name only the first is referred to, and the other is lost. Choose another name, or delete one.",
    Example(
      Path.help, before: "打开云书院[^1]。\n\n[^1]: 网址见通知。\n\n[^1]: 用校园网。", after: "打开云书院[^1]。\n\n[^1]: 网址见通知。",
      over: "打开云书院。")),
  Explanation(
    "MD15", ("引用的脚注都有，写法正确", "footnotes that are referred to are there"),
    zh: "正文里的 [^1] 要有一条 [^1]: 开头的脚注，否则会原样显示。冒号用半角的；脚注的文字写在同一行，不能空着。这是警告；确实要显示方括号，写作 \\[^1]。",
    en:
      "[^1] in a text needs a footnote that begins with [^1]: or it is shown as typed. The colon is ASCII, and the words stand on the same line. It is a warning; for the characters themselves write \\[^1].",
    Example(
      Path.help, before: "打开云书院[^1]。\n\n[^1]：网址见通知。", after: "打开云书院[^1]。\n\n[^1]: 网址见通知。", over: "打开云书院。")),
  Explanation(
    "MD16", ("脚注都有引用", "every footnote is referred to"),
    zh: "没有引用的脚注不会显示，写了等于没写。在正文里该注的地方写 [^名称]，或删去这一条。这是警告。",
    en:
      "A footnote that nothing refers to is not shown. Write [^name] where it belongs, or delete it. It is a warning.",
    Example(
      Path.help, before: "打开云书院。\n\n[^1]: 网址见通知。", after: "打开云书院[^1]。\n\n[^1]: 网址见通知。", over: "打开云书院。")),
]

/// Habits of word processors and of Chinese keyboards.
private let habitExplanations = [
  Explanation(
    "MD26", ("指令用半角冒号和英文名称", "directives have ASCII colons and Latin names"),
    zh: "用中文输入法打的冒号（：）不是指令，这一行会原样显示给读者；名称也要用英文，如 note、table。把冒号改成半角；有哪些指令，见帮助页里指令的那一页。",
    en:
      "Full-width colons make no directive, and the line is shown as typed; names are of Latin letters, such as note or table. Write ASCII colons; the help page on directives lists the names.",
    Example(
      Path.help, before: "：：：note\n打开云书院。\n：：：", after: ":::note\n打开云书院。\n:::", over: "打开云书院。")),
  Explanation(
    "MD27", ("表格每行的格数与表头一样", "rows have as many cells as the header"),
    zh: "一行的格子比表头多，多出的内容不会显示，是错误；多的是空格子，或者表格下面紧跟着一行文字，是警告。补上表头，或删去多出的竖线；文字里的竖线写作 \\|；表格后面空一行再写正文。",
    en:
      "Cells beyond those of the header are not shown: an error; empty ones, or a line of text straight below the table, are warnings. Add to the header or delete a bar; a bar within text is \\|; leave a line empty behind the table.",
    Example(
      Path.help, before: "| 步骤 | 做什么 |\n|---|---|\n| 1 | 打开云书院 | 用校园网 |",
      after: "| 步骤 | 做什么 | 说明 |\n|---|---|---|\n| 1 | 打开云书院 | 用校园网 |",
      over: "打开云书院。")),
  Explanation(
    "MD28", ("图片放在门户里", "pictures are in the portal"),
    zh: "图片在别的网站上，离线或内网就看不到，那个网站也会知道谁在看这一页；它删了图，这里就缺一块。这是警告。把图片存到正文旁边的 files/ 里再用；不能转存的，改成链接。",
    en:
      "A picture on another site is missing offline, tells that site who reads the page, and goes when they delete it. It is a warning. Save it into files/ beside the text, or make it a link.",
    Example(
      Path.help, before: "打开云书院。\n\n![登录](https://tu.example/denglu.png)",
      after: "打开云书院。\n\n[登录页的样子](https://tu.example/denglu.png)",
      over: "打开云书院。")),
  Explanation(
    "MD29", ("图片读得出大小", "pictures can be read"),
    zh: "图片文件不是浏览器能显示的格式，或者已经损坏。这是警告：页面照样放它，但可能显示不出来，加载时页面会跳动。用看图软件打开，另存为 JPEG、PNG 或 WebP，再放回来。",
    en:
      "The file is no picture that browsers show, or it is damaged. It is a warning: the page has it all the same, and may jump or show nothing. Save it anew as JPEG, PNG or WebP.",
    nil),
  Explanation(
    "MD30", ("段首不用四个空格", "paragraphs do not begin with four blanks"),
    zh: "四个空格或一个 Tab 开头的段落，在 Markdown 里是代码，会用等宽字显示、不换行。删去段首的空格，首行缩进由版式决定；确是代码，前后各加一行 ```。这是警告，只查像中文句子的段落。",
    en:
      "A paragraph behind four blanks or a tab is code in Markdown. Delete the blanks: layouts indent first lines. For code put a line ``` before and behind it. It is a warning, and only about what looks like Chinese prose.",
    Example(
      Path.help, before: "打开云书院。\n\n    再输入账号，点“登录”。", after: "打开云书院。\n\n再输入账号，点“登录”。", over: "打开云书院。")),
  Explanation(
    "MD31", ("标题、加粗、链接、表格的格式写对", "headings, bold, links and tables come off"),
    zh:
      "写得像标题、加粗、链接或表格，却差一点，会原样显示给读者。常见的有：# 后面没有空格、全角的＃＊（）、** 里面多了空格、表头下面没有 |---|---|、从 Excel 直接粘贴的表。消息写明是哪一种、怎样改；要原样显示符号，在前面加 \\。这是警告。",
    en:
      "What looks like a heading, bold, a link or a table and is none is shown as typed: # without a blank, full-width ＃＊（）, blanks inside **, no |---|---| below the header, cells pasted from a sheet. The message says which it is and what to write; for the signs themselves put \\ before them. It is a warning.",
    Example(Path.help, before: "##登录\n\n打开云书院。", after: "## 登录\n\n打开云书院。", over: "打开云书院。")),
  Explanation(
    "MD32", ("正文没有控制字符", "texts hold no control characters"),
    zh: "从 Word 或幻灯片粘贴时，手动换行会变成控制字符，网页里不能有，所以是错误。删去它，需要换行就另起一段。",
    en:
      "A line break pasted from Word or slides may become a control character, which a page may not hold: an error. Delete it, and begin a paragraph where one is wanted.",
    nil),
  Explanation(
    "MD33", ("正文不超出能读的限度", "a text keeps within what can be read"),
    zh: "列表和引用套了太多层，一段里有太多没结束的方括号，或表格缺的格子太多：正常的正文不会这样。多半是粘贴来的内容坏了，检查消息指的地方，或拆成几篇。",
    en:
      "Too many levels of lists and quotes, open brackets in a paragraph, or missing cells: no ordinary text is like that. Mostly something pasted is damaged; look at the place, or make several texts.",
    nil),
  Explanation(
    "MD34", ("段首的“[词]:”不会吃掉文字", "[word]: at the start of a paragraph hides no words"),
    zh: "段首写 [注意]: 加文字，在 Markdown 里是给链接定义地址，整行都不显示。文字因此丢了的是错误，只是没有用到的地址是警告。写成“注意：”，或用全角冒号 [注意]：。",
    en:
      "[word]: at the start of a paragraph defines the address of a link, and the line is not shown. Words that are lost are an error, an address that nothing uses a warning. Write word： or a full-width colon behind the bracket.",
    Example(Path.help, before: "[注意]: 先登录。\n\n打开云书院。", after: "注意：先登录。\n\n打开云书院。", over: "打开云书院。")),
  Explanation(
    "MD35", ("要显示的符号没有被当成格式", "signs that are meant stay signs"),
    zh:
      "姓名里的 **、填空的 ___、时间里的 ~~、行首的 >、路径里的 \\ 和紧接在文字下面的 ---，都会被当成格式，符号不显示，文字变成粗体、删除线、引用或标题。这是警告。在符号前加 \\，或换成全角的；时间的起止写“～”或“至”。",
    en:
      "** in names, ___ to fill in, ~~ between times, > at the start of a line, \\ in paths and --- straight below text are markup: the signs vanish, and words become bold, struck out, a quotation or a heading. It is a warning. Put \\ before them, or use full-width ones; between times write ～.",
    Example(Path.help, before: ">60分为合格。", after: "60分以上为合格。", over: "打开云书院。")),
  Explanation(
    "MD36", ("``` 成对", "``` has its pair"),
    zh: "``` 开始一段代码，没有另一个 ``` 结束，后面的文字就都显示成代码。在代码末尾另起一行补上；不是代码的，删去这一行。",
    en:
      "``` begins code, and without another one all that follows is shown as code. Add it on a line of its own at the end; if it is no code, delete the line.",
    Example(Path.help, before: "```\n打开云书院。", after: "打开云书院。")),
  Explanation(
    "MD37", ("``` 后面只写代码的语言", "behind ``` stands the language of the code"),
    zh: "``` 这一行后面的文字不会显示，那里只能写代码的语言（如 yaml）。文字因此丢了的是错误，否则是警告。把文字移到下一行；不是代码的，删去这一对 ```。",
    en:
      "Words behind ``` are not shown; only the language of the code (such as yaml) stands there. It is an error when words are lost, else a warning. Move them to the next line; if it is no code, delete the fence.",
    Example(
      Path.help, before: "```打开云书院，输入账号\ndenglu\n```", after: "```\ndenglu\n```", over: "打开云书院。")),
]
