private typealias Path = ExamplePath

let textExplanations = ExplanationFamily(
  "TX", ("正文的文字", "the words of texts"),
  [
    Explanation(
      "TX01", ("没定的事写成待定事项，不留空位", "what is open is a pending item, not a gap"),
      zh:
        "“20xx年”“××县”“另行通知”“（略）”这样的空位，发布以后读者不知道找谁问。正文和各项里有就提醒；“李××”这样隐去姓名的、“未尽事宜，另行通知”、放在反引号里的不算。还没定的事，在文件开头写 pending（什么、谁定、哪天），这个文件就不再提醒；过了那一天还没有定，是错误。项目开始以后课程还标着“样例”、只写“待定”不写由谁何时定，也是这条。",
      en:
        "Gaps such as 20xx年, ××县, 另行通知 or （略） leave readers without an answer. They are told in texts and fields; withheld names (李××), 未尽事宜，另行通知 and what stands in backticks are passed over. While a thing is open, begin the file with pending (what, who decides, by when), and it is not told; behind that day it is an error. Courses that are samples though their project has begun, and 待定 without owner and day, are told too.",
      Example(Path.help, before: "打开云书院，账号另行通知。", after: "打开云书院，账号由学校管理员发放。", over: "打开云书院。")),
    Explanation(
      "TX02", ("没有抄来的网站名称和网址", "nothing of another site has come along"),
      zh:
        "从网上抄来的文字常夹带“小编”“点击下载”“转载请注明出处”，或者句子中间一个网址，发出去很难看。固定的一些话是错误；本单位还要防的，写进 site.yml 的 texts 下的 noise。句子中间的网址是警告；前面有“网址”“见”“请到”之类的字就不算。删去；要给读者的网址，写成 [文字](网址)。",
      en:
        "Text copied from the web brings 小编, 点击下载 and the like, or an address in the middle of a sentence. The usual words are errors; add those of your own to noise under texts in site.yml. An address between two characters is a warning, unless a word before it says that one follows. Delete it, or write [words](address).",
      Example(Path.help, before: "小编提醒：打开云书院。", after: "打开云书院。")),
    Explanation(
      "TX03", ("编号不重复、不跳号", "numbers run on without gap or repetition"),
      zh:
        "“一、三、”缺了二，或者两个“三、”，引用“第三条”时就说不清。一、（一）1、（1）第一条，各自连着数，遇到标题或上一级编号重新开始；年度表的序号跳号，“听课+评课+听课”这样一串步骤里重复，也提醒。自动编号的列表，写的数与页面显示的不同也提醒；每项都写 1. 是习惯，不算。这是警告：核对编号，补上漏掉的一项。",
      en:
        "一、 and 三、 without 二、, or two of them, and nobody knows what “item three” is. 一、 （一） 1、 （1） 第一条 are each counted by themselves and begin anew behind a heading or a higher number; gaps in the year table and steps that occur twice in one chain are told too. So is a list whose typed numbers differ from those shown, except where every item is typed as 1. It is a warning; check the numbers.",
      Example(Path.help, before: "一、打开云书院。\n\n三、输入账号。", after: "一、打开云书院。\n\n二、输入账号。", over: "打开云书院。")),
    Explanation(
      "TX04", ("段落以句末标点结束", "a paragraph ends with final punctuation"),
      zh:
        "一段话没有句号就完了，常常是粘贴时丢了后半句。只看像句子的段落：十二个汉字以上，里面有逗号或句号；地址、署名、日期、列表前的冒号不算。这是警告：把句子写完，加上句号。",
      en:
        "A paragraph that stops without a full stop has often lost its second half. Only what looks like a sentence counts, of a dozen characters or more with a comma or a stop in it; addresses, signatures, dates and the colon before a list do not. It is a warning; finish the sentence.",
      Example(Path.help, before: "打开云书院，再按照自己所教的学科进入相应班级", after: "打开云书院，再按照自己所教的学科进入相应班级的页面。", over: "打开云书院。")),
    Explanation(
      "TX05", ("不沿用过时的政策提法", "policies that are over are not referred to"),
      zh:
        "照着往年的文件改，容易留下“十三五”“十七大”这样的旧提法。这只是提示：核对现行文件，确实在说历史就保留。本单位还要留意的提法，写进 site.yml 的 texts 下的 outdated。",
      en:
        "When last year's document is the model, wordings such as 十三五 or 十七大 stay in it. It is a note only: check what is in force, and keep it where history is meant. Add wordings of your own to outdated under texts in site.yml.",
      Example(Path.help, before: "按“十三五”规划，打开云书院。", after: "按“十四五”规划，打开云书院。", over: "打开云书院。")),
    Explanation(
      "TX06", ("注释读者看不到", "readers do not see comments"),
      zh:
        "正文里的“<!-- … -->”是写给同事看的话，读者看不到；写得不对，它就会原样显示给读者，所以是错误。常见的原因：里面有两个连着的减号，或写在标题、图片说明和指令的属性里。改掉里面的减号，或把注释移到正文里；要显示这个符号本身，写在反引号里。",
      en:
        "<!-- … --> in a text is for colleagues and hidden from readers; written wrongly it is shown, so this is an error. Mostly there are two hyphens in it, or it stands in a heading, a description or an attribute. Remove the hyphens or move the comment into the text; the signs themselves go into backticks.",
      Example(
        Path.help, before: "打开云书院 <!-- 网址要改 -- 先别发 -->，输入账号。", after: "打开云书院 <!-- 网址要改，先别发 -->，输入账号。", over: "打开云书院。")),
  ])

let collectionExplanations = ExplanationFamily(
  "CO", ("自建的表和规则", "collections and rules of your own"),
  [
    Explanation(
      "CO01", ("自建表和规则的说明自身合理", "declarations of collections and rules make sense"),
      zh:
        "content/collections/ 里的说明和 content/rules.yml 自己写得不对，就没有办法按它检查内容。例如：类型 choice 没有写 words，reference 没有写 to，名称与内建的种类相同或用了两次，网页的路径不以 / 结尾，规则没有写 each 或 all，规则算出来不是“是”或“否”。这些文件一般由建表的人改；写法见 prospectus fields collection 和帮助页“自己的规则”。",
      en:
        "When a declaration in content/collections/ or content/rules.yml is wrong itself, nothing can be checked by it: a choice without words, a reference without to, a name that is built in or used twice, a page without / at its end, a rule with neither each nor all, or one that is not true or false. Whoever made the table corrects it; see prospectus fields collection and rule.",
      Example(
        Path.collection,
        before: """
          title: 荣誉
          doc: 得过的奖。
          files: honours.csv
          fields:
            - {name: level, header: 级别, type: choice, required: true, doc: 哪一级}

          """,
        after: """
          title: 荣誉
          doc: 得过的奖。
          files: honours.csv
          fields:
            - {name: level, header: 级别, type: choice, words: [省, 市, 县], required: true, doc: 哪一级}

          """)),
    Explanation(
      "CO02", ("本单位自己的规则成立", "the rules of your own hold"),
      zh:
        "本单位在 content/rules.yml 或自建表里写的规则没有成立；消息里的话就是规则的 says。规则没有写 code 时用这个代码，写了就用那个代码报告。用 each 的规则报在那条记录，用 all 的报在规则自己。改内容使它成立；规则不合实际的，改规则，只想提醒的写 advice: true。规则要算的太多、或在某条记录上算不出结果，也是这条。",
      en:
        "A rule of content/rules.yml or of a declared collection does not hold; the message is what the rule says. This is its code unless the rule names another one. A rule with each is told at the record, one with all at the rule. Change the content, or the rule when it does not fit; advice: true makes it a warning. A rule that takes too much, or cannot be computed for a record, is told here too.",
      Example(
        Path.groups, before: "g1,c1,一组,50,临江县第一中学\ng2,c1,二组,40,临江县第一中学",
        after: "g1,c1,一组,45,临江县第一中学\ng2,c1,二组,45,临江县第一中学",
        .beside(Path.rules, "rules:\n  - {on: group, each: size <= 45, says: 小组不超过45人}\n"))),
  ])

let archiveExplanations = ExplanationFamily(
  "AY", ("归档的年度", "archived years"),
  [
    Explanation(
      "AY01", ("归档的计划有文件清单", "an archived plan has the list of its files"),
      zh:
        "计划写了 status: 归档，就要有一份清单 archive.csv，记着归档时每个文件的内容，以后有改动才查得出来。运行 prospectus archive 年份，它会写好这份清单；随内容一起提交。还不想归档的，把 status 改回印发。",
      en:
        "A plan with status: 归档 has a list, archive.csv, of what each file was when it was archived, so that changes can be found. Run prospectus archive YEAR, which writes it, and commit it with the content. If the year is not to be archived yet, set the status back.",
      Example(Path.plan, before: "status: 归档", after: "status: 印发")),
    Explanation(
      "AY02", ("归档的文件不再改动", "files of an archived year do not change"),
      zh:
        "归档的年度是历史，文件与归档时的内容不同就是错误，不论改了一个字还是另存了一次编码。恢复原来的文件；确实要更正的，改好以后再运行一次 prospectus archive 年份，清单就按新的内容记。",
      en:
        "An archived year is history: a file that differs from what it was is an error, be it a word or only its encoding. Put the file back; when a correction is meant, run prospectus archive YEAR again behind it.",
      nil),
    Explanation(
      "AY03", ("归档的年度不增减文件", "an archived year gains and loses no files"),
      zh:
        "归档以后，这一年的文件夹里多了文件或少了文件，都是错误。多半是把今年的文件放错了年份，或误删了旧文件。移走或恢复它；确实要增减的，再运行一次 prospectus archive 年份。",
      en:
        "A file that came into the folder of an archived year, or left it, is an error: mostly it belongs to another year, or was deleted by mistake. Move it or put it back; when it is meant, run prospectus archive YEAR again.",
      nil),
    Explanation(
      "AY04", ("要归档的年份有计划", "the year to archive has a plan"),
      zh:
        "运行 prospectus archive 时写的年份，content/years/ 里没有这个文件夹。年份写文件夹的名称，如 2025。消息里有最像的一个，或者列出全部可写的。",
      en:
        "The year given to prospectus archive is no folder of content/years/. Write the folder's name, such as 2025. The message has the nearest one, or all there are.",
      nil),
    Explanation(
      "AY05", ("先把计划标为归档，再运行命令", "a plan is marked as archived first"),
      zh:
        "prospectus archive 只归档已经写了 status: 归档的计划，免得把还在改的一年锁住。先在这一年的 plan.md 里把 status 改成归档，再运行这个命令。",
      en:
        "prospectus archive takes plans that have status: 归档 only, so that no year is locked while it is being edited. Write that in the plan.md of the year, then run the command.",
      nil),
  ])
