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
      "PV06", ("没有依据的姓名不公开", "nobody is named without a ground"),
      zh:
        "带 --private 构建时，花名册里的每个人在每个文件里都找：专家、辅导教师、管理员的表和正在公开的名单是依据，没有依据的不能出现。另外，公告还没到发布日期，或者构建的是不含名单的预览（--audience preview），名单里的姓名就不能出现在别的页面和附件里。一个文件里有同一份名单的几个姓名（三个，名单更短时是全部）就报。专家、辅导教师和已在公布的名单里的姓名不算。删去，等公告发布；可以公开的姓名，在 content/privacy.yml 逐个写明理由。",
      en:
        "A build with --private looks for everybody of the rosters in every file: experts, tutors, managers and rows of lists that are public may be named, others not. Before the day of a notice, and in a preview (--audience preview), the names of its list may stand in no other page or attachment. Several of one list in one file (three, or all of a shorter list) are told. Names of experts, tutors and lists that are public do not count. Delete them until the notice is out, or give the reason for each in content/privacy.yml.",
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
      "PV10", ("姓名不进网址，个人成绩只显示在终端上", "no names in addresses, results on terminals alone"),
      zh:
        "文件名和网址会留在浏览记录和日志里，所以带 --private 构建时，其中不能有花名册里的人的姓名：换一个文件名。explain-result 显示一个人的成绩是怎样来的，draw 显示抽到谁，只给坐在屏幕前的人看。用 > 存成文件、用 | 交给别的程序，都不允许，因为文件和日志会留下来。在终端里直接运行；抽取名单可以用 --output 写到仓库以外。",
      en:
        "Names of files and addresses stay in histories and logs, so builds with --private refuse those that hold the name of somebody of a roster: rename the file. explain-result shows how somebody's points came about, draw who is drawn, to whoever sits before the screen. It writes to no file (>) and no other program (|), because those are kept. Run it on a terminal; who is drawn may go to a file outside the repository with --output.",
      nil),
    Explanation(
      "PV11", ("附件要能打开检查", "attachments can be opened and looked at"),
      zh:
        "加了密码或损坏的 Word、Excel、PDF 打不开，里面有没有身份证号就没有人知道。这是警告，文件照样发布，请先自己看一遍。去掉打开密码，用办公软件打开后另存一次；不必公开的，不要放进 files/ 文件夹。",
      en:
        "A Word, Excel or PDF file with a password, or a damaged one, cannot be looked into, and nobody knows what it holds. It is a warning, and the file is published: look at it yourself first. Remove its password and save it anew; leave out of files/ what need not be public.",
      nil),
  ])
