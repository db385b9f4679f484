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
        "个人邮箱（qq.com、163.com 这类）、QQ 号和微信号不公开，联系请留处室。单位自己域名的邮箱不查，除非带 --private 构建而花名册里有它；办公用的个人邮箱写进 content/org/contacts.yml，就不报。从来源里删去，改写怎样联系处室；确实要公开的，在 content/privacy.yml 写明理由。",
      en:
        "Private mailboxes (of qq.com, 163.com and the like), QQ and WeChat accounts are not published; name the office instead. Mail under the office's own domain is passed over unless a build with --private finds it in a roster, and an office's mailbox in content/org/contacts.yml is allowed. Delete it from its source; if it has to be public, give the reason in content/privacy.yml.",
      Example(
        Path.help, before: "打开云书院，或写信到 peixunban@163.com。", after: "打开云书院，或写信到 peixunban@small.example。", over: "打开云书院。"
      )),
    Explanation(
      "PV05", ("个人的登记不放在内容里", "registers of persons are no content"),
      zh:
        "花名册、成绩、责任状、成长档案、学时登记、辅导费、账号密码只放在仓库以外，用 --private 指明；那个文件夹在门户或它的代码仓库里面，也报这一条，而且不读。内容里的表看栏目：身份证号、手机号、密码这样的栏目填了就报，评语、成绩、目标、费用这样的栏目与姓名一栏同时填了才报，空白的样表不报。附件和放错地方的文件看名称，名称里写“模板”的不报；正文里写出来的密码和注册码也报。带 --private 构建时，花名册里的学员编号在哪里都不能出现（六位以上、有字母有数字的，七位以上全是数字的）。移走以后，提交过的要请管理仓库的人从历史里清除，只删文件不够。",
      en:
        "Rosters, marks, pledges, growth files, registers of hours, fees, passwords lie outside the repository and are named with --private; a folder of --private in the portal or its repository is told as well, and not read. Tables are judged by their headers: filled columns of identity numbers, mobile numbers or passwords are told, remarks, marks, plans and fees only beside a filled column of names, and empty forms are not. Attachments and misplaced files are judged by their names, unless these say 模板; passwords and codes in a text are told, too. Builds with --private look for the training numbers of rosters everywhere (six characters or more with letters and digits, or seven digits or more). What was committed has to be removed from the history as well; deleting the file is not enough.",
      Example(
        Path.help, before: "打开云书院，初始密码：Lx20260715。", after: "打开云书院，初始密码印在卡背面。", over: "打开云书院。")),
    Explanation(
      "PV06", ("没有依据的姓名不公开", "nobody is named without a ground"),
      zh:
        "带 --private 构建时，花名册里的每个人在每个文件里都找：专家、辅导教师、管理员的表和正在公开的名单是依据，没有依据的不能出现。另外，公告还没到发布日期，或者构建的是不含名单的预览（--audience preview），名单里的姓名就不能出现在别的页面和附件里。一个文件里有同一份名单的几个姓名（三个，名单更短时是全部）就报。专家、辅导教师和已在公布的名单里的姓名不算。删去，等公告发布；可以公开的姓名，在 content/privacy.yml 逐个写明理由。",
      en:
        "A build with --private looks for everybody of the rosters in every file: experts, tutors, managers and rows of lists that are public may be named, others not. Before the day of a notice, and in a preview (--audience preview), the names of its list may stand in no other page or attachment. Several of one list in one file (three, or all of a shorter list) are told. Names of experts, tutors and lists that are public do not count. Delete them until the notice is out, or give the reason for each in content/privacy.yml.",
      Example(
        Path.help, before: "打开云书院。优秀学员有丁亦然、于娟。", after: "打开云书院。优秀学员以公示为准。", over: "打开云书院。",
        .beside(Path.site, "as_of: 2026-09-15", over: "as_of: 2026-09-18"))),
    Explanation(
      "PV07", ("健康、情绪和生物特征的数据不公开", "no data of health, feelings or biometrics are published"),
      zh:
        "皮质醇、体检、血压、抑郁量表、情绪日记、声纹、人脸这样的数据，公开了就是伤害，对教师和学生都一样。正文的表、CSV 和 Excel 附件里有这样的栏目，又有姓名、编号一栏，或者有十个以上单个的值，就报；文件名这样写的附件也报，名称里写“模板”“方案”的不报。介绍这门课、这项研究的文字不报，按人数汇总的表不报，但一行不到10人是 LS10。原始数据从 content/ 移走，只由检测的人保管；确实不是的，在 content/privacy.yml 的 value 写文件路径，reason 写理由。",
      en:
        "Cortisol, check-ups, blood pressure, scales of depression, diaries of feelings, voiceprints and faces do harm once they are public, of teachers as of pupils. A table of a text, or in a CSV or Excel file, that has such a column beside one of names or numbers of persons, or ten single values or more, is told; so are attachments that are called so, unless the name says 模板 or 方案. Texts that speak of the course or the study are not, nor tables that count people, but a row of fewer than 10 is LS10. Move the data out of content/; for a false find state the path of the file as value with the reason in content/privacy.yml.",
      Example(
        Path.help, before: "打开云书院。\n\n| 姓名 | 血压 |\n|---|---|\n| 戚未央 | 118/76 |",
        after: "打开云书院。\n\n| 年龄段 | 人数 |\n|---|---|\n| 30岁以下 | 42 |", over: "打开云书院。")),
    Explanation(
      "PV08", ("图片和文档里没有看不见的个人信息", "pictures and documents carry no hidden personal data"),
      zh:
        "照片里存着拍摄的时间、地点和设备，JPEG、PNG、WebP 发布时会自动去掉；文件不完整，或扩展名与真正的格式不符，就去不掉，所以是错误。别的文件不改动，带着个人信息就报：Word、Excel、PDF、WPS 文档的作者、最后保存的人、写批注和改文字的人，SVG 的作者和电脑里的文件夹，GIF 的备注，HEIC、TIFF 照片和手机录像的拍摄地点、时间，压缩包和文档里照片的拍摄地点。作者是空的、是单位和处室、是程序自己写的（如 Microsoft Office User）、是门户里的专家、辅导教师和管理员，都不报。照消息里的办法删去再放回来；本人同意署名的，在 content/privacy.yml 写明姓名和理由。",
      en:
        "Photographs carry time, place and camera; these are taken out of JPEG, PNG and WebP when they are published. From a damaged file, or one that is not what its name says, they cannot be, which is an error. Other files are published as they are, so what they carry is told: authors, last editors and commentators of Word, Excel, PDF and WPS files, the author and the folders of an SVG, remarks in a GIF, place and time of HEIC and TIFF photographs and of films from telephones, the place of photographs in archives and documents. Authors that are empty, offices, written by programs (Microsoft Office User), or experts, tutors and managers of the portal are innocent. Take it out as the message says; for those who agree to be named give the name and the reason in content/privacy.yml.",
      nil),
    Explanation(
      "PV09", ("学生和幼儿的信息要有监护人同意", "pupils are shown only with their guardians' consent"),
      zh:
        "孩子的姓名、作品、声音和面孔，没有监护人书面同意就不公开。表里有学生姓名、幼儿姓名、家长电话、监护人这样的栏目，填了就报，写人数的表不报。图片、录音、录像和压缩包，文件名或公告里的附件名称写着学生作品、幼儿合影、孩子朗读这样的话，也报。同意书收齐了，在 content/privacy.yml 加一行：value 写文件在 content/ 以下的路径，reason 写同意书的日期和存在哪里；同意撤回了，删去这一行和文件。",
      en:
        "Names, works, voices and faces of children are not public without their guardians' written consent. Tables with filled columns like 学生姓名, 家长电话 or 监护人 are told, those that count pupils are not. Pictures, recordings, films and archives are told when their names, or what a notice calls them, say 学生作品, 幼儿合影, 孩子朗读 and the like. With all consents at hand add a line to content/privacy.yml: value is the path of the file below content/, reason says the date of the consent and where it is kept; when one is taken back, delete line and file.",
      Example(
        Path.help, before: "打开云书院。\n\n| 班级 | 学生姓名 |\n|---|---|\n| 一班 | 果果 |",
        after: "打开云书院。\n\n| 班级 | 学生人数 |\n|---|---|\n| 一班 | 42 |", over: "打开云书院。")),
    Explanation(
      "PV10", ("姓名不进网址，个人成绩只显示在终端上", "no names in addresses, results on terminals alone"),
      zh:
        "文件名和网址会留在浏览记录和日志里，所以带 --private 构建时，其中不能有花名册里的人的姓名：换一个文件名。正文也不链接到“某老师的个人空间”，只链接工作坊、学校和区域的空间，或平台的首页。explain-result 显示一个人的成绩是怎样来的，draw 显示抽到谁，只给坐在屏幕前的人看。用 > 存成文件、用 | 交给别的程序，都不允许，因为文件和日志会留下来。在终端里直接运行；抽取名单可以用 --output 写到仓库以外。",
      en:
        "Names of files and addresses stay in histories and logs, so builds with --private refuse those that hold the name of somebody of a roster: rename the file. Texts do not link to somebody's own space (某老师的个人空间), only to those of workshops, schools and areas, or to the platform's front page. explain-result shows how somebody's points came about, draw who is drawn, to whoever sits before the screen. It writes to no file (>) and no other program (|), because those are kept. Run it on a terminal; who is drawn may go to a file outside the repository with --output.",
      Example(
        Path.help, before: "打开云书院，看[戚老师的个人空间](https://space.example/u/8801)。",
        after: "打开云书院，看[教研组工作坊](https://space.example/)。", over: "打开云书院。")),
    Explanation(
      "PV11", ("附件要能打开检查", "attachments can be opened and looked at"),
      zh:
        "加了密码或损坏的 Word、Excel、PDF 打不开，里面有没有身份证号就没有人知道。这是警告，文件照样发布，请先自己看一遍。去掉打开密码，用办公软件打开后另存一次；不必公开的，不要放进 files/ 文件夹。",
      en:
        "A Word, Excel or PDF file with a password, or a damaged one, cannot be looked into, and nobody knows what it holds. It is a warning, and the file is published: look at it yourself first. Remove its password and save it anew; leave out of files/ what need not be public.",
      nil),
  ])
