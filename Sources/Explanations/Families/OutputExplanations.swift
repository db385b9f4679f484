private typealias Path = ExamplePath

let privacyExplanations = ExplanationFamily(
  "PV", ("个人信息", "personal data"),
  [
    Explanation(
      "PV01", ("门户里没有身份证号", "the portal holds no identity numbers"),
      zh:
        "身份证号一旦公开就收不回来，所以每个要发布的文件都查：网页、附件里的 Word、Excel、PDF、数据文件，连文件名和网址也查。18 位的连校验码一起核对，15 位的旧号按地区和生日辨认。从来源里删去这串数字；确实不是身份证号的，在 content/privacy.yml 写明这串数字和理由。",
      en:
        "An identity number that was public once cannot be called back, so every file that is published is looked at: pages, the Word, Excel and PDF files among the attachments, data files, and names and addresses. Those of 18 digits are known by their check digit, old ones of 15 by area and birthday. Delete the number from its source; if it is none, state it with the reason in content/privacy.yml.",
      Example(
        Path.help, before: "打开云书院，账号是身份证号，如 110101190001010014。", after: "打开云书院，账号是身份证号。", over: "打开云书院。")),
    Explanation(
      "PV02", ("不公开个人的手机号", "no private mobile numbers are published"),
      zh:
        "简报和通知里顺手留下的手机号，发布以后谁都看得到。像手机号的 11 位数字都查，中间有空格或短横也查。办公用的电话写进 content/org/contacts.yml，写在那里的不报。其余的从来源里删去；确实不是手机号的，在 content/privacy.yml 写明理由。",
      en:
        "A mobile number left in a newsletter or notice is there for everybody. All numbers of that form are found, with blanks or hyphens between too. Numbers of offices belong into content/org/contacts.yml, and those are not told. Delete others; if it is no such number, give the reason in content/privacy.yml.",
      Example(Path.help, before: "打开云书院，有问题打 13800001234。", after: "打开云书院，有问题打培训办公室的电话。", over: "打开云书院。")),
    Explanation(
      "PV03", ("门户里没有银行卡号", "the portal holds no bank card numbers"),
      zh:
        "发放补贴的表格里常有银行卡号，不能放进附件或正文。16 到 19 位、校验位正确的号码都查。删去这一栏再发布；课程里虚构的号码，在 content/privacy.yml 写明这串数字和理由。",
      en:
        "Tables for allowances often hold bank card numbers, which belong into no attachment or text. Numbers of 16 to 19 digits with a right check digit are found. Remove the column; for invented numbers of a course state the digits and the reason in content/privacy.yml.",
      Example(Path.help, before: "打开云书院，卡号填 6200000000000005。", after: "打开云书院，卡号由本人填写。", over: "打开云书院。")),
    Explanation(
      "PV04", ("不公开个人的邮箱、QQ 和微信", "no private mail, QQ or WeChat is published"),
      zh:
        "个人邮箱（qq.com、163.com 这类）、QQ 号和微信号不公开，联系请留处室。单位自己域名的邮箱不查；办公用的个人邮箱写进 content/org/contacts.yml，就不报。从来源里删去，改写怎样联系处室；确实要公开的，在 content/privacy.yml 写明理由。",
      en:
        "Private mailboxes (of qq.com, 163.com and the like), QQ and WeChat accounts are not published; name the office instead. Mail under the office's own domain is passed over, and an office's mailbox in content/org/contacts.yml is allowed. Delete it from its source; if it has to be public, give the reason in content/privacy.yml.",
      Example(
        Path.help, before: "打开云书院，或写信到 peixunban@163.com。", after: "打开云书院，或写信到 peixunban@small.example。", over: "打开云书院。"
      )),
    Explanation(
      "PV05", ("花名册和成绩放在仓库以外", "rosters and scores lie outside the repository"),
      zh:
        "--private 指的文件夹在门户或它的代码仓库里面，花名册就可能被提交、被发布，所以不读。把它移到仓库以外的地方，再运行一次。已经提交过的，要请管理仓库的人从历史里清除，只删文件不够。",
      en:
        "When the folder of --private lies in the portal or its repository, rosters might be committed or published, so nothing is read. Move it elsewhere and run the command again. What was committed has to be removed from the history as well; deleting the file is not enough.",
      nil),
    Explanation(
      "PV06", ("没到公布日期的名单不提前出现", "names of a list are not public before it is"),
      zh:
        "公告还没到发布日期，或者构建的是不含名单的预览（--audience preview），名单里的姓名就不能出现在别的页面和附件里。一个文件里有同一份名单的几个姓名（三个，名单更短时是全部）就报。专家、辅导教师和已在公布的名单里的姓名不算。删去，等公告发布；可以公开的姓名，在 content/privacy.yml 逐个写明理由。",
      en:
        "Before the day of a notice, and in a preview (--audience preview), the names of its list may stand in no other page or attachment. Several of one list in one file (three, or all of a shorter list) are told. Names of experts, tutors and lists that are public do not count. Delete them until the notice is out, or give the reason for each in content/privacy.yml.",
      Example(
        Path.help, before: "打开云书院。优秀学员有丁亦然、于娟。", after: "打开云书院。优秀学员以公示为准。", over: "打开云书院。",
        .beside(Path.site, "as_of: 2026-09-15", over: "as_of: 2026-09-18"))),
    Explanation(
      "PV08", ("图片里没有看不见的个人信息", "pictures carry no hidden personal data"),
      zh:
        "照片里存着拍摄的时间、地点和设备，发布时会自动去掉。文件不完整，或扩展名与真正的格式不符，就去不掉，所以是错误。用看图或办公软件打开，另存为 JPEG 或 PNG，再放回来。",
      en:
        "Photographs carry time, place and camera; these are taken out when a picture is published. From a damaged file, or one that is not what its name says, they cannot be, which is an error. Open it in a program for pictures, save it as JPEG or PNG and put it back.",
      nil),
    Explanation(
      "PV10", ("个人成绩只显示在终端上", "somebody's own result is shown on a terminal alone"),
      zh:
        "explain-result 显示一个人的成绩是怎样来的，只给坐在屏幕前的人看。用 > 存成文件、用 | 交给别的程序，都不允许，因为文件和日志会留下来。在终端里直接运行。",
      en:
        "explain-result shows how somebody's points came about, to whoever sits before the screen. It writes to no file (>) and no other program (|), because those are kept. Run it on a terminal.",
      nil),
    Explanation(
      "PV11", ("附件要能打开检查", "attachments can be opened and looked at"),
      zh:
        "加了密码或损坏的 Word、Excel、PDF 打不开，里面有没有身份证号就没有人知道。这是警告，文件照样发布，请先自己看一遍。去掉打开密码，用办公软件打开后另存一次；不必公开的，不要放进 files/ 文件夹。",
      en:
        "A Word, Excel or PDF file with a password, or a damaged one, cannot be looked into, and nobody knows what it holds. It is a warning, and the file is published: look at it yourself first. Remove its password and save it anew; leave out of files/ what need not be public.",
      nil),
  ])

let outputExplanations = ExplanationFamily(
  "OU", ("链接、附件和网址", "links, attachments and addresses"),
  [
    Explanation(
      "OU01", ("链接都有去处", "links lead somewhere"),
      zh:
        "读者点了没有反应，或到了“找不到页面”，都是断开的链接，所以是错误。链接写到的编号、文件、标题都要有；链接别的网站不查。目标还没到发布日期的，先不加链接，只是警告。照消息里的“是不是……”改正；链接到标题的，核对标题的文字，或在那个标题末尾写 {#名称}。",
      en:
        "A link that leads nowhere is an error: the id, file or heading it names has to be there. Links to other sites are not looked at. A target whose day has not come is left without a link, with a warning. Correct it as the message suggests; for a heading check its words, or end it with {#name}.",
      Example(Path.help, before: "打开云书院，看[第一课](course:k11)。", after: "打开云书院，看[第一课](course:k1)。", over: "打开云书院。")),
    Explanation(
      "OU02", ("说到的附件、图片和成果都在", "attachments, pictures and outcomes that are named are there"),
      zh:
        "公告列了附件、正文链接了文件、自建表写了文件，文件都要在旁边的 files/ 文件夹里，没有就是错误；放在别的文件夹里的文件，读者也拿不到。正文说“如图”“见附件”却没有图和附件，是警告；过了的里程碑写了成果却没有公告可看，是提示。把文件放进 files/，核对文件名和扩展名；没有附件就改写那句话。",
      en:
        "Files that a notice lists, a text links to or a collection names have to be in the folder files/ beside them, or it is an error; files elsewhere cannot be had by readers. 如图 or 见附件 in a text without a picture or attachment is a warning, and the outcome of a milestone that is over without a notice a note. Put the file into files/ and check its name, or write the sentence without it.",
      Example(
        Path.notice, before: "  - {title: 回执, file: files/huizhi.xlsx}",
        after: "  - {title: 回执, file: files/huizhi.csv}")),
    Explanation(
      "OU07", ("同样的内容构建出同样的门户", "the same content gives the same portal"),
      zh:
        "什么都没有改，两次构建的结果却不同，就说不清发布的是什么，所以不发布。这是程序的缺陷，不是内容的错，只在 build --no-cache 时检查。请把消息和内容交给维护程序的人；急着发布时，不加 --no-cache 再构建一次。",
      en:
        "When nothing has changed and two builds differ, nobody can say what is published, so nothing is. It is a defect of the program, not of the content, and looked for with build --no-cache only. Give the message and the content to whoever maintains the program; to publish meanwhile, build without --no-cache.",
      nil),
    Explanation(
      "OU08", ("每个网址只有一个文件", "each address has one file"),
      zh:
        "两个页面或附件要写到同一个网址，后一个就会盖掉前一个，是错误。文件名只差大小写的两个附件是警告：在 Linux 上是两个文件，在许多电脑和主机上是同一个。给其中一个换文件名或编号，并改用到它的地方。",
      en:
        "Two pages or attachments at one address would cover each other, which is an error. Two names that differ in capitals only are a warning: on many disks and hosts they are one file. Rename one of them, and change where it is used.",
      nil),
    Explanation(
      "OU09", ("以前的网址还有去处", "old addresses still lead somewhere"),
      zh:
        "上次发布时有这个页面，现在没有了，收藏过、转发过的读者会打不开。在 content/redirects.csv 里给旧网址写一个新网址，读者会自动转过去；真的不再提供的，新网址空着。这是警告，用 --strict 时不发布；只有构建时才知道上次有什么，check 不说。改了文件名或编号又不想换网址的，改回来即可。",
      en:
        "A page of the last portal that is gone fails those who kept its address. Give it a new one in content/redirects.csv, and readers are taken there; leave the new one empty when it is gone for good. It is a warning, and stops the build under --strict; only build knows what was published before. If a name was changed by mistake, change it back.",
      nil),
    Explanation(
      "OU10", ("旧网址的转向写得对", "redirects are right"),
      zh:
        "content/redirects.csv 的一行把旧网址转到新网址。旧网址现在有页面、写了两次、写法不像页面的网址、与别的网址只差大小写，或新网址自己又是旧网址，都不行。旧网址从门户的根写起，以 / 或 .html 结尾；新网址写 course:编号 这样的写法最稳。按消息改正或删去那一行。",
      en:
        "A line of content/redirects.csv leads from an old address to a new one. The old one may not be a page of today, stand there twice, differ from another in capitals only, or be no address of a page; the new one may not be an old one itself. Write old addresses from the portal's root with / or .html at the end, and new ones best as course:ID. Correct or delete the line.",
      Example(
        Path.redirects, before: "旧网址,新网址\nhelp/denglu/,course:k1\n", after: "旧网址,新网址\nhelp/jiu-denglu/,course:k1\n")),
  ])
