import Arguments
import Diagnostics
import Markdown
import Training

/// The table of commands and flags: parser, help and the command reference are made from it.
enum Program {
  static let version = "0.1.0"

  static let command = Command(
    "prospectus",
    Message(zh: "培训门户静态网站生成器", en: "static-site generator for training portals"),
    flags: [.language, .quiet],
    commands: [
      build, check, serve, explain, nextChange, archive, formClasses, report, withdraw, correct, results, explainResult,
      certificates, draw, diff, fields, export, inspect,
    ])

  static let build = Command(
    "build", Message(zh: "构建门户，写入输出文件夹", en: "build the portal into the output folder"),
    discussion: Message(
      zh: "有一处错误就不发布，输出文件夹保持原样。返回值：0 无误，1 有错误，2 用法不对，3 有警告且用了 --strict。",
      en:
        "Nothing is published while there is an error; the output folder stays as it was. Exit status: 0 clean, 1 errors, 2 usage, 3 warnings under --strict."
    ),
    flags: Flag.portal + [.privateFolder, .output, .inPlace, .noCache, .explain, .manifest, .audience])

  static let check = Command(
    "check", Message(zh: "检查门户，不写任何文件", en: "check the portal without writing anything"),
    flags: Flag.portal + [.privateFolder])

  static let serve = Command(
    "serve", Message(zh: "在浏览器里预览，保存即更新", en: "show the portal in a browser, anew whenever a file is saved"),
    discussion: Message(
      zh: "只有本机能打开；不写任何文件。有错误时浏览器里还是上一次的门户，错误显示在终端。端口被占用就用下一个空闲的。",
      en:
        "Only this machine can open it, and nothing is written. While there is an error the browser keeps the portal before, and the terminal tells what is wrong. When the port is taken, the next free one is used."
    ),
    flags: [.root, .content, .layouts, .asOf, .jobs, .port])

  static let explain = Command(
    "explain", Message(zh: "一个消息代码是什么意思、怎样改，附例子", en: "what the code of a message means, with an example"),
    discussion: Message(
      zh: "代码写在消息的方括号里，如 错误[RF02]；可以写几个，大小写都行。不写代码就列出全部。",
      en: "Codes stand in brackets in messages, as in error[RF02]; several can be given. Without one, all are listed."),
    operands: [.init("CODE", count: .many, Message(zh: "代码，如 RF02", en: "a code, such as RF02"))],
    flags: [.explainFormat, .explanationMarkdown])

  static let nextChange = Command(
    "next-change",
    Message(zh: "不改内容，门户下一次在哪天变、变哪些页面", en: "on which day the portal changes by itself, and which pages"),
    discussion: Message(
      zh: "公示到期、选课开始、场次过去，都会让页面改变。第一行是日期，后面每行一个文件；发布的任务可以只在这一天运行。",
      en:
        "Disclosures end, enrolment opens, sessions pass. The first line is the day, each further one a file: the job that publishes need not run before."
    ),
    flags: [.root, .content, .layouts, .lists, .asOf, .jobs])

  static let archive = Command(
    "archive",
    Message(zh: "归档一年：记下各文件的内容，以后有改动就报错", en: "archive a year: changes to its files are errors from then on"),
    discussion: Message(
      zh: "先在这一年的 plan.md 里写 status: 归档。清单写进这一年的 archive.csv，随内容一起提交；确实要改归档的文件，改好后再运行一次。",
      en:
        "First write status: 归档 in the plan.md of the year. The list goes to its archive.csv and belongs to the content; run this again behind a change that is meant."
    ),
    operands: [
      .init("YEAR", count: .one, Message(zh: "年份文件夹的名字，如 2025", en: "the name of the year's folder, such as 2025"))
    ],
    flags: [.root, .content, .jobs])

  static let formClasses = Command(
    "form-classes", Message(zh: "按报名人数建议怎样编班", en: "propose classes for a table of enrolments"),
    discussion: Message(
      zh:
        "读一张表（学科、人数，可有区县、学段），输出每个班的人数和理由，可以用 Excel 打开：prospectus form-classes 报名.csv > 编班.csv。每个区县的每个学科单独编班，班数最少。",
      en:
        "Reads a table with subject (学科) and members (人数), if you like area (区县) and stage (学段), and writes each class with its size and the reason, for Excel. Each subject of an area is by itself, in as few classes as can be."
    ),
    operands: [.init("ENROLMENT", count: .one, Message(zh: "报名人数表（CSV）", en: "the table of enrolments (CSV)"))],
    flags: [.classFill, .smallSubjects, .classMaximum, .classMinimum])

  static let report = Command(
    "report",
    Message(zh: "列出还没有定的、学时是否相符、各班情况", en: "tables of what is open, of hours, of classes"),
    discussion: Message(
      zh: "内容有错误时也列出读得出的部分，并返回 1；看是什么错误：prospectus check。",
      en:
        "While the content has errors the report shows what can be read, and the exit status is 1; see prospectus check."
    ),
    commands: allReports.map { kind in
      Command(
        kind.name, kind.title, discussion: kind.explanation, flags: [.root, .content, .asOf, .reportFormat])
    })

  static let withdraw = Command(
    "withdraw",
    Message(zh: "把人从已公开的名单撤下，并说明姓名还在哪里", en: "take persons off a public list, and tell where else they are named"),
    discussion: Message(
      zh:
        "删去名单里的行、重新编号、在公告里记一条 withdrawals（只写几人）；改完仍合规则才写文件。然后列出姓名还在哪些文件、哪些已发布的网页和哪些以前的提交里；不写出姓名。网页要重新构建、发布才会变。",
      en:
        "Deletes the rows, numbers the others anew and notes in withdrawals of the notice how many they were; files are written only when all rules still hold. Then it lists the files, published pages and past commits that still name them, without the names. Pages change when the portal is built and published anew."
    ),
    operands: [
      .init("NOTICE", Message(zh: "公告的编号，即文件名", en: "id of the notice, which is its file's name")),
      .init("NUMBER", Message(zh: "名单里的序号", en: "number in the list")),
      .init("MORE", count: .many, Message(zh: "更多序号", en: "more of them")),
    ],
    flags: [.root, .content, .lists, .output, .asOf, .jobs, .dryRun])

  static let correct = Command(
    "correct", Message(zh: "更正已公开的名单里的一格", en: "correct a cell of a public list"),
    discussion: Message(
      zh:
        "改错别字、写错的单位：改名单里的这一格，必要时按次序移这一行，在公告里记一条 corrections；改完仍合规则才写文件。增加、换人不是更正，要另发公告。姓名改了的，列出原来的写法还在哪里。",
      en:
        "For wrong characters and units: changes the cell, moves the row where the order asks for it and notes the correction in the notice; files are written only when all rules still hold. Other persons are no correction and need a notice of their own. Of a corrected name it lists where the old one still stands."
    ),
    operands: [
      .init("NOTICE", Message(zh: "公告的编号，即文件名", en: "id of the notice, which is its file's name")),
      .init("NUMBER", Message(zh: "名单里的序号", en: "number in the list")),
      .init("COLUMN", Message(zh: "姓名、单位、学科或结果", en: "name, unit, subject or result")),
      .init("VALUE", Message(zh: "正确的写法", en: "what it should say")),
      .init("TEXT", Message(zh: "给读者看的一句说明，不写姓名", en: "a sentence for readers, without names")),
    ],
    flags: [.root, .content, .lists, .output, .asOf, .jobs, .dryRun])

  static let results = Command(
    "results", Message(zh: "由成绩算出各班、各区县的结果，写进内容", en: "write what classes and areas have reached into the content"),
    discussion: Message(
      zh:
        "读仓库以外的私有文件夹，给每个项目写 results.csv：人数、有成绩、合格、平均分；不满10人的一组只写人数。这张表随内容一起提交，没有私有文件夹也能构建；带 --private 构建时核对两者是否一致（SC03）。",
      en:
        "Reads the private folder outside the repository and writes results.csv for each project: size, assessed, passed and mean; of fewer than ten people the size alone. The table belongs to the content, so that builds need no private folder; those with --private compare the two (SC03)."
    ),
    flags: [.privateFolder, .root, .content, .asOf, .jobs])

  static let explainResult = Command(
    "explain-result", Message(zh: "一个人的分数是怎样来的", en: "how somebody's points came about"),
    discussion: Message(
      zh:
        "读仓库以外的私有文件夹：年度/项目/roster.csv（花名册）、scores.csv（成绩）和 tutor-scores.csv（班级辅导教师成绩，按班级记）。结果只显示在终端上，不写进任何文件。",
      en:
        "Reads the private folder outside the repository: YEAR/PROJECT/roster.csv, scores.csv and tutor-scores.csv, the marks of tutors by their class. What it finds is shown on the terminal and written nowhere."
    ),
    operands: [
      .init(
        "NUMBER", count: .one,
        Message(zh: "学员编号；班级的编号是问它的辅导教师", en: "training number, or the id of a class for its tutor"))
    ],
    flags: [.privateFolder, .root, .content, .asOf])

  static let certificates = Command(
    "certificates", Message(zh: "把一个项目的证书排成可以打印的一页一份", en: "certificates of a project, ready to print"),
    discussion: Message(
      zh:
        "读仓库以外的私有文件夹：年度/项目/ 里的 roster.csv、scores.csv 和 certificates.csv（学员编号、证书编号、种类、发证日期）。按 certificates.yml 的格式核对编号；有不合格的人、不在花名册的人、重复的编号就不写。HTML 文件写进仓库以外已有的文件夹，终端上只说几份。revocations.csv 里作废的编号不印。",
      en:
        "Reads the private folder outside the repository: roster.csv, scores.csv and certificates.csv (train_no, no, kind, issued) of YEAR/PROJECT/. Numbers are compared with the format of certificates.yml; nothing is written while somebody does not pass, is not in the roster, or a number is used twice. The HTML file goes to a folder outside the repository that exists, and the terminal tells how many. Numbers of revocations.csv are left out."
    ),
    operands: [.init("PROJECT", count: .one, Message(zh: "项目的编号", en: "id of the project"))],
    flags: [.privateFolder, .certificateFolder, .root, .content, .asOf, .jobs])

  static let draw = Command(
    "draw", Message(zh: "按公布的种子和方法抽取参加抽考的人", en: "draw a sample by its published seed and method"),
    discussion: Message(
      zh:
        "方法 SHA-256：每人取“种子:学员编号”（UTF-8）的 SHA-256，写成小写十六进制，从小到大排；samples.yml 的规则给每个区县（或学科班）几个名额，就从它的人里依次取几个，recommended.csv 里已被推荐的跳过。花名册的行序不影响结果，同一种子抽出的人总是一样。抽到谁只显示在终端上，或者写进 --output 的文件（仓库以外）；那个文件放进私有文件夹、叫 drawn.csv，带 --private 的构建就核对它（CL07、SC06、SC07）。",
      en:
        "The method SHA-256: everybody has the SHA-256 of \"seed:train_no\" (UTF-8) in lower-case hexadecimal digits; in ascending order each area (or stream) gives as many of its people as the rule of samples.yml says, those of recommended.csv being passed over. The order of the roster does not matter, and the same seed always draws the same people. They are shown on a terminal, or written to the file of --output outside the repository; as drawn.csv of the private folder builds with --private verify it (CL07, SC06, SC07)."
    ),
    operands: [.init("SAMPLE", count: .one, Message(zh: "samples.yml 里的编号", en: "id of the sample"))],
    flags: [.privateFolder, .drawnFile, .root, .content, .asOf, .jobs])

  static let diff = Command(
    "diff",
    Message(zh: "比较两个构建好的门户：读者会看到哪些改动", en: "compare two built portals: what readers find changed"),
    discussion: Message(
      zh:
        "说明哪些页面新增、撤下、移动、改了什么，以及每一行公开的名单和表格；链接、图片、划掉和隐藏的文字也逐处写明；不需要内容文件夹，没有文件的空文件夹不算不同。报告里有曾经公开的行，名单撤下以后请一并删去。返回值：0 相同，1 有改动，2 用法不对或读不了。",
      en:
        "Tells which pages came, went, moved and what they say now, and every row of public lists and tables; links, pictures, what is struck out or hidden too; needs no content, and a folder without files is no difference. The report has rows that were public: delete it when the list is taken down. Exit status: 0 the same, 1 different, 2 usage or unreadable."
    ),
    operands: [
      .init("OLD", Message(zh: "原来的门户，如备份的 site/", en: "the portal as it was, such as a copy of site/")),
      .init("NEW", Message(zh: "现在的门户", en: "the portal as it is")),
    ], flags: [.jobs, .diffFormat])

  static let fields = Command(
    "fields", Message(zh: "列出每一种记录可写的项", en: "list what can be written about each kind of record"),
    operands: [
      .init(
        "TYPE", count: .optional,
        Message(
          zh: "记录的种类，如 course 或 课程；layout 则列出布局语言，directives 则列出正文里的指令",
          en: "kind of record, such as course; layout for the layout language, directives for those of texts"
        ))
    ], flags: [.root, .content, .layouts, .markdown])

  static let export = Command(
    "export", Message(zh: "输出一种记录的公开栏目", en: "write the public fields of one kind of record"),
    operands: [.init("TYPE", count: .one, Message(zh: "记录的种类，如 course 或 课程", en: "kind of record, such as course"))],
    flags: [.root, .content, .lists, .asOf, .exportFormat])

  static let inspect = Command(
    "inspect", Message(zh: "看读入的内容：Markdown、YAML、CSV、布局", en: "show what is read: Markdown, YAML, CSV, layouts"),
    commands: [
      Command(
        "markdown", Message(zh: "把 Markdown 转成 HTML", en: "Markdown to HTML"), operands: [.file],
        flags: [.plain, .with, .batch]),
      Command(
        "yaml", Message(zh: "把 YAML 转成 JSON（core schema）", en: "YAML to JSON by the core schema"), operands: [.file],
        flags: [.batch]),
      Command(
        "csv", Message(zh: "把 CSV 的原始记录转成 JSON", en: "raw CSV records to JSON"), operands: [.file], flags: [.batch]),
      Command(
        "layout", Message(zh: "用 JSON 数据渲染一个布局", en: "render a layout with JSON data"),
        operands: [
          .init("DIR", count: .optional, Message(zh: "布局所在的文件夹", en: "folder of the layouts")),
          .init("MAIN", count: .optional, Message(zh: "主布局的文件名", en: "file name of the main layout")),
          .init("CONTEXT", count: .optional, Message(zh: "JSON 数据文件", en: "JSON file with the data")),
        ], flags: [.batch]),
    ])
}

extension Command.Operand {
  static let file = Command.Operand(
    "FILE", count: .optional, Message(zh: "文件；不写或写 - 则读标准输入", en: "file; standard input when missing or -"))
}

extension Flag {
  static let language = Flag(
    "lang", takes: .choice(Language.allCases.map(\.rawValue)), Message(zh: "消息的语言", en: "language of messages"))
  static let quiet = Flag("quiet", short: "q", Message(zh: "不显示进度和小结", en: "no progress and no summary"))
  static let root = Flag(
    "root", takes: .path(Message(zh: "文件夹", en: "folder")), standard: ".",
    Message(zh: "门户的文件夹，内有 content/ 和 layouts/", en: "the portal's folder, with content/ and layouts/"))
  static let content = Flag(
    "content", takes: .path(Message(zh: "文件夹", en: "folder")), Message(zh: "内容文件夹", en: "folder of the content"))
  static let layouts = Flag(
    "layouts", takes: .path(Message(zh: "文件夹", en: "folder")), Message(zh: "布局文件夹", en: "folder of the layouts"))
  static let output = Flag(
    "output", takes: .path(Message(zh: "文件夹", en: "folder")), Message(zh: "输出文件夹", en: "output folder"))
  static let privateFolder = Flag(
    "private", takes: .path(Message(zh: "文件夹", en: "folder")),
    Message(zh: "花名册和成绩的文件夹，在仓库以外", en: "folder of rosters and scores, outside the repository"))
  static let dryRun = Flag(
    "dry-run", Message(zh: "只说会改什么，不写文件", en: "tell what would change, and write nothing"))
  static let certificateFolder = Flag(
    "output", takes: .path(Message(zh: "文件夹", en: "folder")),
    Message(zh: "写证书的文件夹，已有的，在仓库以外", en: "folder for the certificates, which exists, outside the repository"))
  static let drawnFile = Flag(
    "output", takes: .path(Message(zh: "文件", en: "file")),
    Message(
      zh: "写抽取名单的文件（CSV），在仓库以外；不写就显示在终端上", en: "file for who is drawn (CSV), outside the repository; else the terminal")
  )
  static let lists = Flag(
    "lists", takes: .path(Message(zh: "文件夹", en: "folder")),
    Message(
      zh: "名单各行的文件夹，在仓库以外；文件与公告同名，如 2026-09-16-gongshi.csv",
      en: "folder with the rows of lists, outside the repository; files are named as the notices"))
  static let asOf = Flag("as-of", takes: .date, Message(zh: "基准日，优先于 site.yml", en: "day to build for, over site.yml"))
  static let jobs = Flag("jobs", short: "j", takes: .count(1...256), Message(zh: "线程数", en: "number of threads"))
  static let port = Flag(
    "port", takes: .count(0...65535), standard: "8000", Message(zh: "端口；0 为任意空闲的", en: "port; 0 for any that is free"))
  static let strict = Flag(
    "strict",
    Message(
      zh: "有警告也不算通过（返回 3）；有网址不再有页面、也没有新去处时不发布",
      en: "warnings do not pass (exit status 3); an address that is gone without an answer stops the build"))
  static let format = Flag(
    "format", takes: .choice(DiagnosticRenderer.Format.allCases.map(\.rawValue)), standard: "human",
    Message(zh: "消息的格式", en: "format of messages"))
  static let exportFormat = Flag(
    "format", takes: .choice(["csv", "json"]), standard: "csv",
    Message(zh: "格式；CSV 可以直接用 Excel 打开", en: "format; CSV opens in Excel"))
  static let reportFormat = Flag(
    "format", takes: .choice(ReportFormat.allCases.map(\.rawValue)), standard: ReportFormat.table.rawValue,
    Message(
      zh: "table 在终端里看；csv 可以直接用 Excel 打开；json 给程序用", en: "table for a terminal; csv opens in Excel; json for programs")
  )
  static let classFill = Flag(
    "fill", takes: .choice(ClassRule.Fill.allCases.map(\.rawValue)), standard: ClassRule.standard.fill.rawValue,
    Message(
      zh: "hundred 逐班编满，末班太小就与前一个班平分；balanced 各班人数相近",
      en:
        "hundred fills one class after the other, the last two share when the last is too small; balanced makes them equal"
    ))
  static let smallSubjects = Flag(
    "small", takes: .choice(ClassRule.SmallSubjects.allCases.map(\.rawValue)),
    standard: ClassRule.standard.smallSubjects.rawValue,
    Message(
      zh: "编不满一个班的学科：per-subject 自成一班；pooled 同一区县的合班",
      en: "subjects that do not fill a class: per-subject leaves each by itself; pooled joins those of an area"))
  static let classMaximum = Flag(
    "max", takes: .count(1...10000), standard: String(ClassRule.standard.maximum),
    Message(zh: "一个班最多多少人", en: "members of a class, at most"))
  static let classMinimum = Flag(
    "min", takes: .count(0...10000),
    Message(
      zh: "大学科的末班最少多少人；不写是 50，班小就是一半",
      en: "members of the last class of a large subject, at least; 50, or half of a smaller --max"))
  static let diffFormat = Flag(
    "format", takes: .choice(["human", "json"]), standard: "human",
    Message(zh: "格式；json 给程序用", en: "format; json for programs"))
  static let explainFormat = Flag(
    "format", takes: .choice(["human", "json"]), standard: "human",
    Message(zh: "格式；json 给程序用，有两种语言", en: "format; json for programs, in both languages"))
  static let explanationMarkdown = Flag(
    "markdown", Message(zh: "全部代码，写成帮助页的 Markdown", en: "all codes as the Markdown of a help page"))
  static let markdown = Flag(
    "markdown", Message(zh: "全部种类，写成帮助页的 Markdown", en: "all kinds as the Markdown of a help page"))
  static let inPlace = Flag(
    "in-place", Message(zh: "逐个替换文件，而不是整体交换文件夹", en: "replace files one by one instead of exchanging the folder"))
  static let noCache = Flag(
    "no-cache",
    Message(
      zh: "全部重新渲染，不用上次构建的结果；输入没有变而结果不同时不发布",
      en: "render everything anew; if the input is the same and the result is not, nothing is published"))
  static let explain = Flag(
    "explain", Message(zh: "说明每个重新渲染的页面为什么要重新渲染", en: "say of each page that is rendered why it is"))
  static let manifest = Flag(
    "manifest",
    Message(zh: "另写 manifest.json：每个文件的大小和 SHA-256", en: "write manifest.json: size and SHA-256 of each file"))
  static let audience = Flag(
    "audience", takes: .choice(Readership.allCases.map(\.rawValue)), standard: Readership.everyone.rawValue,
    Message(
      zh: "给谁看；preview 是改动的预览：不含名单，每页标明，没写 --output 就写到 preview/",
      en:
        "for whom; preview shows a change: without lists of names, marked on each page, in preview/ unless --output is given"
    ))
  static let plain = Flag("plain", Message(zh: "只按 CommonMark", en: "CommonMark alone"))
  static let with = Flag(
    "with", takes: .list(MarkdownFeatures.names.map(\.name)), Message(zh: "只开这些功能", en: "these additions only"))
  static let batch = Flag("batch", Message(zh: "每行一个 JSON 请求，每行一个 JSON 回答", en: "JSON lines in, JSON lines out"))

  /// What `build` and `check` share.
  static let portal = [root, content, layouts, lists, asOf, jobs, strict, format]
}
