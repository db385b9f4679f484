private typealias Path = ExamplePath

let layoutExplanations = ExplanationFamily(
  "LT", ("版式、界面文字和式子", "layouts, strings of the interface and expressions"),
  expressionExplanations + statementExplanations + renderingExplanations + stringExplanations)

private let title = "<title>{{ page.title }}</title>"
private let body = "{{ page.body }}"

/// What stands in `{{ … }}`, in layouts, texts and rules.
private let expressionExplanations = [
  Explanation(
    "LT01", ("标签和式子合乎语法", "tags and expressions follow the grammar"),
    zh: "{{ … }} 或 {% … %} 里写得不完整：少了一半引号或括号、两个运算符连在一起、用了全角标点。版式、正文里的数据和 rules.yml 的规则都会报。消息指出了哪一列、那里应当是什么，照着改。",
    en:
      "Something in {{ … }} or {% … %} is not complete: half a quote or bracket, two operators side by side, full-width signs. It is told in layouts, in figures of texts and in rules. The message names the column and what belongs there.",
    Example(Path.layout, before: "<title>{{ page.title | }}</title>", after: title)),
  Explanation(
    "LT02", ("版式不太大、不太深", "layouts are not too large or too deep"),
    zh: "版式文件太大、语句套得太深，或一个宏有太多种调用方式，超过了上限。正常的版式不会这样，多半是写成了绕圈的样子。拆成几份，用 include 引入。",
    en:
      "A layout that is too large, nests too deep or calls a macro in too many ways is beyond the limits; ordinary ones are not. Split it and draw the parts in with include.",
    nil),
  Explanation(
    "LT03", ("只用收入本语言的写法", "constructs that are left out are not used"),
    zh: "版式语言是 Jinja2 的一个子集，有些写法没有收入，例如 .upper() 这样的方法。消息里写着改用什么；全部没有收入的写法和理由，列在帮助页“版式里可以写什么”的末尾。",
    en:
      "The layout language is a subset of Jinja2; some constructs are left out, such as methods like .upper(). The message says what to write instead; the help page on layouts lists them all with reasons.",
    Example(
      Path.layout, before: "<title>{{ page.title.upper() }}</title>", after: "<title>{{ page.title | upper }}</title>",
      over: title)),
  Explanation(
    "LT04", ("变量在这一页可以用", "a variable is given to the page"),
    zh:
      "没有这个名称的变量，多半是打错了，或这种页面没有它：例如 class 只在班级的页面和简报里有。消息里有最像的一个。各种页面有哪些变量，见帮助页“版式里可以写什么”。用 is defined 或 default 试探的名称，没有哪一页给出、也不像打错的，只是警告。",
    en:
      "There is no variable of this name: it is mistyped, or this kind of page does not have it, as class is there for classes and newsletters only. The message has the nearest one; the help page on layouts lists them. A name that is only asked for (is defined, default) and that nobody gives is a warning, unless it looks mistyped.",
    Example(Path.layout, before: "<title>{{ pgae.title }}</title>", after: title)),
  Explanation(
    "LT05", ("属性的名称没有写错", "a record has this attribute"),
    zh: "点号后面的名称不是这种记录的项，多半是打错了。正文里 {{ class.sise }} 这样的错也是这条。消息里有最像的一个；一种记录有哪些项，看 prospectus fields 种类。",
    en:
      "The name behind the dot is no field of this kind of record; mostly it is mistyped, in texts ({{ class.sise }}) as well. The message has the nearest one; prospectus fields KIND lists them.",
    Example(Path.layout, before: "<title>{{ page.titel }}</title>", after: title)),
  Explanation(
    "LT06", ("过滤器、测试和函数的名称没有写错", "filters, tests and functions are those listed"),
    zh: "竖线后面的过滤器、is 后面的测试，或括号前的函数没有这个名称。消息里有最像的一个；全部可用的列在帮助页“版式里可以写什么”。",
    en:
      "There is no filter behind the bar, test behind is, or function of this name. The message has the nearest one; the help page on layouts lists them all.",
    Example(
      Path.layout, before: "<title>{{ page.title | uper }}</title>", after: "<title>{{ page.title | upper }}</title>",
      over: title)),
  Explanation(
    "LT07", ("参数与声明相符", "arguments match the declaration"),
    zh: "过滤器、函数或宏少了必需的参数，多了参数，参数名打错，或者同一个给了两次。消息写明是哪一个参数；各个过滤器要什么参数，见帮助页“版式里可以写什么”。",
    en:
      "A filter, function or macro lacks an argument, has one too many, gets one by a wrong name, or twice. The message names it; the help page on layouts says what each takes.",
    Example(
      Path.layout, before: "<title>{{ page.title | truncate_han }}</title>",
      after: "<title>{{ page.title | truncate_han(20) }}</title>", over: title)),
  Explanation(
    "LT08", ("值的类型合用", "a value's type fits its use"),
    zh: "把文字当数来加、拿日期和文字比、想直接显示一整条记录，都没有意义，所以在生成页面以前就报。改用合适的项或过滤器：要显示记录，写它的某一项；真假值写成 '是' if x else '否'。",
    en:
      "Adding a text to a number, comparing a day with a text, printing a whole record mean nothing, so they are told before any page is made. Use a fitting field or filter: of a record print a field, for true and false write 'yes' if x else 'no'.",
    Example(Path.layout, before: "<title>{{ page.title + 1 }}</title>", after: title)),
  Explanation(
    "LT09", ("可能没有的值先判断", "a value that may be absent is tested first"),
    zh: "有的项可以不填，直接显示，遇到没填的那一页就会缺一块。先写 {% if x %} 再用，或给一个代替的值：x | default('—')。没有 else 的条件式也算可能没有值。",
    en:
      "Some fields may be left out, and a page that prints them has a hole where they are. Test with {% if x %} first, or give another value: x | default('—'). A conditional without else may be absent, too.",
    Example(
      Path.layout, before: "<p>{{ page.edit_url }}</p>\n{{ page.body }}",
      after: "{% if page.edit_url %}<p>{{ page.edit_url }}</p>{% endif %}\n{{ page.body }}", over: body)),
  Explanation(
    "LT10", ("界面文字的键和参数对得上", "strings of the interface have their keys and arguments"),
    zh: "t('…') 取的是 layouts/strings/ 里的界面文字。键打错了、文件里没有，或者少给了花括号里的参数，都取不到。补上这个键，或改正名称；参数写成 t('键', n=3)。",
    en:
      "t('…') takes a string of layouts/strings/. A mistyped key, one that the file lacks, or an argument that is not given finds nothing. Add the key or correct it; arguments are t('key', n=3).",
    Example(
      Path.layout, before: "<p>{{ t('help_laed') }}</p>\n{{ page.body }}",
      after: "<p>{{ t('help_lead') }}</p>\n{{ page.body }}", over: body,
      .beside(Path.strings, "help_lead: \"怎样登录\"\n"))),
  Explanation(
    "LT11", ("safe 只用于已是标记的值", "safe is only for markup"),
    zh: "文字会自动转义，读者看到的就是编辑写的；加 safe 会让编辑写的内容变成网页代码，有危险，所以对普通文字不允许。删去 | safe。正文（page.body）本来就是标记，不用加。",
    en:
      "Text is escaped by itself; safe would turn what editors write into code of the page, which is a danger, so it is refused for text. Delete | safe. The text of a page (page.body) is markup already.",
    Example(Path.layout, before: "<title>{{ page.title | safe }}</title>", after: title)),
]

/// Statements, and layouts that draw in others.
private let statementExplanations = [
  Explanation(
    "LT12", ("语句成对，名称没有写错", "statements are known and closed in order"),
    zh: "{% if %} 要有 {% endif %}，{% for %} 要有 {% endfor %}，而且后开的先结束；语句的名称打错了也是这条。补上结尾，或改正名称。消息会指出开头在哪里。",
    en:
      "Each {% if %} has its {% endif %}, each {% for %} its {% endfor %}, and what was opened last is closed first; a mistyped statement is told here too. Add the end or correct the name; the message shows where it was opened.",
    Example(
      Path.layout, before: "{% if page.noindex %}<p>预览</p>\n{{ page.body }}",
      after: "{% if page.noindex %}<p>预览</p>{% endif %}\n{{ page.body }}", over: body)),
  Explanation(
    "LT13", ("引入的版式文件存在", "a layout that is named exists"),
    zh: "extends、include、from 写到的文件，layouts/ 里没有。路径从 layouts/ 写起，如 partials/facts.html。消息里有最像的一个；改正路径，或把文件建起来。",
    en:
      "layouts/ has no such file as extends, include or from names. Paths begin below layouts/, as partials/facts.html. The message has the nearest one; correct the path or create the file.",
    Example(
      Path.layout, before: "{% include \"partials/tuo.html\" %}\n{{ page.body }}",
      after: "{% include \"partials/tou.html\" %}\n{{ page.body }}", over: body,
      .beside("layouts/partials/tou.html", "<p>培训门户</p>\n"))),
  Explanation(
    "LT14", ("版式不绕成一圈", "layouts do not go in a circle"),
    zh: "甲继承乙、乙又继承甲，就永远展不开；写成继承自己也一样。消息里列出了绕的那一圈，去掉其中一处。",
    en:
      "When one layout extends another that extends the first, or itself, they never end. The message has the circle; take one of them out.",
    Example(Path.layout, before: "{% extends \"help.html\" %}\n<!DOCTYPE html>", after: "<!DOCTYPE html>")),
  Explanation(
    "LT15", ("块只定义一次，名称在上一级里有", "a block is defined once and shown by its parent"),
    zh: "一份版式里同名的块只能有一个；继承别的版式时，块的名称要在那里有，不然内容不会出现；写着必填的块不能缺。extends 之后、块之外的内容不会出现，这是警告。改名称，或把内容移进块里。",
    en:
      "A layout defines a block once; where it extends another, that one must have the block, or it is never shown, and required blocks have to be given. What stands outside of blocks behind extends is not shown: a warning. Correct the name, or move the content into a block.",
    Example(
      Path.layout,
      before: "{% block zhengwen %}{{ page.body }}{% endblock %}\n{% block zhengwen %}<p>完</p>{% endblock %}",
      after: "{% block zhengwen %}{{ page.body }}{% endblock %}", over: body)),
  Explanation(
    "LT16", ("值放在能安全转义的位置", "values stand where they can be escaped safely"),
    zh: "属性值没有引号、写在 <script>、style 或 onclick 里、当作标签或属性的名称：在这些位置，编辑写的一个符号就能改变网页，所以不允许。属性值加引号；脚本要的数据用 data- 属性给。",
    en:
      "In an attribute without quotes, in <script>, style or onclick, or as a name, one sign that an editor writes could change the page, so values are refused there. Quote the attribute; give data to scripts by data- attributes.",
    Example(
      Path.layout, before: "<a href={{ '' | url }}>{{ site.name }}</a>",
      after: "<a href=\"{{ '' | url }}\">{{ site.name }}</a>")),
  Explanation(
    "LT17", ("各分支在 HTML 的同一处结束", "branches end at the same place of the HTML"),
    zh: "if 的一个分支打开了标签或引号，另一个没有，后面的值就不知道该怎样转义。让每个分支里的标签和引号成对；循环和宏里也一样。可有可无的属性，整个写在分支里。",
    en:
      "When one branch opens a tag or quote and another does not, nobody knows how to escape what follows. Close tags and quotes within each branch, and within loops and macros; put an optional attribute into the branch as a whole.",
    Example(
      Path.layout, before: "<p{% if page.noindex %} class=\"preview{% endif %}>{{ site.name }}</p>\n{{ page.body }}",
      after: "<p{% if page.noindex %} class=\"preview\"{% endif %}>{{ site.name }}</p>\n{{ page.body }}", over: body)),
  Explanation(
    "LT18", ("宏的参数名不重复", "parameters of a macro have different names"),
    zh: "宏的两个参数用了同一个名称，里面就只用得到一个。给其中一个换名称，调用它的地方按名称给值的也要改。",
    en: "Of two parameters with one name only one could be used. Rename one of them, and where it is given by name.",
    Example(
      Path.layout,
      before: "{% macro hang(ci, ci) %}<p>{{ ci }}</p>{% endmacro %}{{ hang(page.title, site.name) }}\n{{ page.body }}",
      after:
        "{% macro hang(ci, hou) %}<p>{{ ci }}{{ hou }}</p>{% endmacro %}{{ hang(page.title, site.name) }}\n{{ page.body }}",
      over: body)),
  Explanation(
    "LT19", ("引入的宏在那份版式里定义过", "imported names are defined in that layout"),
    zh: "from … import 写到的宏，那个文件里没有定义。消息里有最像的一个；改正名称，或在那个文件里定义它。",
    en:
      "The file that from names does not define this macro. The message has the nearest one; correct the name, or define it there.",
    Example(
      Path.layout, before: "{% from \"partials/hong.html\" import heng %}{{ heng(page.title) }}\n{{ page.body }}",
      after: "{% from \"partials/hong.html\" import hang %}{{ hang(page.title) }}\n{{ page.body }}", over: body,
      .beside("layouts/partials/hong.html", "{% macro hang(ci) %}<p>{{ ci }}</p>{% endmacro %}\n"))),
  Explanation(
    "LT20", ("没有用到的宏删掉", "macros that nobody uses are removed"),
    zh: "定义了宏，却没有地方用它，以后改版式的人会白费工夫去改。这是警告：删去它，或在该用的地方用上。专供别的文件引入的宏不查。",
    en:
      "A macro that nobody uses costs the next one who changes the layout his time. It is a warning; delete it, or use it. Macros of files that others import are passed over.",
    Example(
      Path.layout, before: "{% macro hang(ci) %}<p>{{ ci }}</p>{% endmacro %}\n{{ page.body }}", after: body)),
  Explanation(
    "LT21", ("版式存为 UTF-8", "layouts are saved as UTF-8"),
    zh: "版式文件不是 UTF-8 编码，汉字会变成乱码，所以不用。在编辑器里另存为 UTF-8。",
    en: "The layout is not UTF-8, and Chinese would be garbled, so it is not used. Save it as UTF-8.",
    nil),
  Explanation(
    "LT22", ("指令的版式声明写对", "a directive's layout declares its attributes right"),
    zh:
      "layouts/directives/ 里的版式在开头用 directive 和 attribute 说明它的写法和属性，编辑写的指令就按它检查。类型打错、同名的属性写了两次、默认值不合类型、声明写在别的文件或语句里面，都是错误。各种类型见帮助页“版式里可以写什么”。",
    en:
      "A layout in layouts/directives/ says at its head with directive and attribute how it is written, and what editors write is checked by it. A mistyped type, an attribute twice, a default that does not fit, or a declaration elsewhere is an error. The help page on layouts lists the types.",
    Example(
      "layouts/directives/note.html", before: "{% attribute title: txt(label=true, default='') %}",
      after: "{% attribute title: text(label=true, default='') %}")),
]

/// What shows only when pages are made.
private let renderingExplanations = [
  Explanation(
    "LT30", ("用到的值在这一页取得到", "a value that is used exists on the page"),
    zh: "写法没有错，可是生成这一页时取不到值：列表是空的却取第一项，或下标超过了项数。先判断列表是不是空的，或用 for 逐项显示。消息里写着是哪一个页面。",
    en:
      "Nothing is wrong with the layout as such, but for this page there is no value: the first item of an empty list, or an index beyond its end. Test whether the list is empty, or walk it with for. The message names the page.",
    Example(
      Path.layout, before: "<p>{{ (others | first).title }}</p>\n{{ page.body }}",
      after: "{% for other in others %}<p>{{ other.title }}</p>{% endfor %}\n{{ page.body }}", over: body)),
  Explanation(
    "LT31", ("运算的值合用", "values fit what is done with them"),
    zh: "生成页面时算不出来：除数是零、数超出范围、写了没有的资源文件等。先判断再算，例如先看人数是不是零；资源文件核对 layouts/assets/ 里的名称。",
    en:
      "Something cannot be computed when the page is made: division by zero, a number out of range, an asset that is not there. Test first; compare names with layouts/assets/.",
    Example(
      Path.layout, before: "<p>{{ 100 / (others | length) }}</p>\n{{ page.body }}",
      after: "{% if others | length > 0 %}<p>{{ 100 / (others | length) }}</p>{% endif %}\n{{ page.body }}", over: body)
  ),
  Explanation(
    "LT32", ("版式里的链接用安全的协议", "addresses in layouts use allowed schemes"),
    zh:
      "href、src 里的值只能是 http、https、mailto、tel 开头的网址或本站的链接。别的协议（如 javascript:）会让读者点一下就运行代码，所以不允许。改用 https 网址，或用 url 过滤器写本站的路径。",
    en:
      "A value in href or src is an address with http, https, mailto or tel, or a link of the portal. Others, as javascript:, might run code at a click, and are refused. Use https, or the filter url for paths of the portal.",
    Example(
      Path.layout, before: "<a href=\"{{ 'javascript:alert(1)' }}\">{{ site.name }}</a>",
      after: "<a href=\"{{ '' | url }}\">{{ site.name }}</a>")),
  Explanation(
    "LT33", ("生成一页的步数不超限", "a page does not take too many steps"),
    zh: "生成这一页走了太多步、写了太多字节，或宏调用自己停不下来，就停下来报告。多半是循环套循环，或宏忘了结束的条件。改成只循环需要的那些。",
    en:
      "A page that takes too many steps, writes too many bytes, or whose macro calls itself without end is stopped. Mostly loops run inside each other. Walk only what is needed.",
    nil),
]

/// `layouts/strings/`, and pages as a whole.
private let stringExplanations = [
  Explanation(
    "LT60", ("界面文字是一段文字，或 one 和 other", "a string is a text, or its forms one and other"),
    zh: "layouts/strings/ 里的每个键，值是一段文字；英文这样分单复数的，可以写 {one: …, other: …} 两种。写成列表或别的都不行。改成一段加引号的文字。",
    en:
      "Each key in layouts/strings/ has a text, or where a language tells one from many the two forms {one: …, other: …}; lists and other values do not do. Write a text in quotes.",
    Example(
      Path.strings, before: "help_lead: [怎样, 登录]\n", after: "help_lead: \"怎样登录\"\n",
      .beside(Path.layout, "<p>{{ t('help_lead') }}</p>\n{{ page.body }}", over: body))),
  Explanation(
    "LT61", ("各语言的界面文字都齐全", "every language has every string"),
    zh: "一种语言有这个键，另一种没有，换了语言的门户就会缺一句话。在缺的那个文件里补上；不再用的，从各个文件里都删去。",
    en:
      "A string that one language has and another lacks would be missing in a portal of the other. Add it to that file, or remove it from all.",
    Example(
      Path.englishStrings, before: "help_lead: \"How to sign in\"\n",
      after: "help_lead: \"How to sign in\"\nhelp_more: \"More\"\n",
      .beside(Path.strings, "help_lead: \"怎样登录\"\nhelp_more: \"更多\"\n"),
      .beside(Path.layout, "<p>{{ t('help_lead') }}{{ t('help_more') }}</p>\n{{ page.body }}", over: body))),
  Explanation(
    "LT62", ("门户的语言有界面文字", "the portal's language has its strings"),
    zh: "site.yml 的 language 写的语言，layouts/strings/ 里没有它的文件。改正 language，或照别的语言建一个文件，每个键都译好。",
    en:
      "layouts/strings/ has no file for the language of site.yml. Correct language, or make a file after another one with every key translated.",
    Example(
      Path.strings, before: "", after: "help_lead: \"怎样登录\"\n",
      .beside(Path.englishStrings, "help_lead: \"How to sign in\"\n"),
      .beside(Path.layout, "<p>{{ t('help_lead') }}</p>\n{{ page.body }}", over: body))),
  Explanation(
    "LT63", ("版式有输出", "a layout gives a page"),
    zh: "这个版式什么也没有输出，读者会看到空白页。多半是内容都写在了注释里，或都在不成立的条件里。写上内容；用不着的版式也要留着文件，因为那种页面需要它。",
    en:
      "The layout writes nothing, and readers would see an empty page: all of it is a comment, or stands in a condition that does not hold. Write its content.",
    Example(
      Path.layout, before: "{# 待写 #}\n",
      after:
        "<!DOCTYPE html>\n<link rel=\"stylesheet\" href=\"{{ 'portal.css' | asset }}\">\n<title>{{ page.title }}</title>\n<a href=\"{{ '' | url }}\">{{ site.name }}</a>\n{{ page.body }}\n"
    )),
  Explanation(
    "LT64", ("界面文字在各语言里参数相同", "a string takes the same arguments in every language"),
    zh: "一种语言写 {n}，另一种写 {count}，换了语言就会漏掉数字。各个文件里花括号中的名称要一样。",
    en:
      "With {n} in one language and {count} in another a number is lost. The names in braces are the same in every file.",
    Example(
      Path.englishStrings, before: "n_pages: \"{count} pages\"\n", after: "n_pages: \"{n} pages\"\n",
      .beside(Path.strings, "n_pages: \"{n} 页\"\n"),
      .beside(Path.layout, "<p>{{ t('n_pages', n=others | length) }}</p>\n{{ page.body }}", over: body))),
  Explanation(
    "LT65", ("界面文字都有版式用到", "every string is used by a layout"),
    zh: "没有版式用到的界面文字，译的人会白译。从各语言的文件里都删去，或在版式里用 t('键')。",
    en:
      "A string that no layout uses is translated for nothing. Remove it from the files of all languages, or use it with t('key').",
    Example(
      Path.strings, before: "help_lead: \"怎样登录\"\nhelp_old: \"旧的\"\n", after: "help_lead: \"怎样登录\"\n",
      .beside(Path.layout, "<p>{{ t('help_lead') }}</p>\n{{ page.body }}", over: body))),
  Explanation(
    "LT66", ("预览的页面标明不收录", "pages of a preview keep search engines away"),
    zh: "用 --audience preview 构建的预览不给公众看，每页都要写明不让搜索引擎收录（noindex），并标明是预览。自己的版式没有写，就不生成预览。照消息把那一行写进版式的 <head>；正式的门户不受影响。",
    en:
      "A preview (--audience preview) is not for the public: each page has noindex and says that it is a preview. A layout of yours without it stops the preview. Put the line of the message into its <head>; the portal for everyone is not affected.",
    nil),
]
