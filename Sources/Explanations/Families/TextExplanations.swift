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
