private typealias Path = ExamplePath

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
