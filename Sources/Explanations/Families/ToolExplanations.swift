private typealias Path = ExamplePath

let fileExplanations = ExplanationFamily(
  "FL", ("文件、文件夹和输出", "files, folders and the output"),
  [
    Explanation(
      "FL01", ("文件读得了", "files can be read"),
      zh: "文件打不开：没有权限、已经不在，或者磁盘有问题，消息里写着原因。检查文件和上级文件夹的权限，再运行一次。",
      en:
        "A file cannot be opened: no permission, no longer there, or a problem of the disk, as the message says. Check the permissions of the file and of its folder, and try again."
    ),
    Explanation(
      "FL02", ("文件名是 UTF-8", "file names are UTF-8"),
      zh: "从老的压缩包解出来的文件，名称常是别的编码，网址里用不了。给文件改名；多的话，可以用 convmv 一起转换。",
      en:
        "Files from old archives often have names in another encoding, which no address can hold. Rename them; convmv does it for many."
    ),
    Explanation(
      "FL03", ("符号链接不指到外面", "symbolic links stay inside"),
      zh: "符号链接指向文件夹以外、指向不存在的文件，或绕回自己，换一台机器就不一样了。把文件直接复制进来，删掉链接。比较两个门户时（diff），里面不能有符号链接。",
      en:
        "A symbolic link that leads out of the folder, to nothing, or back to itself is another thing on every machine. Copy the file into the folder and remove the link. Folders that diff compares hold no links."
    ),
    Explanation(
      "FL04", ("只读普通文件", "only plain files are read"),
      zh: "这里有一个管道、套接字或设备，不是普通文件，已经略去。一般是别的程序留下的，可以移走。",
      en: "A pipe, socket or device stands here and is passed over. Mostly another program left it; move it away."),
    Explanation(
      "FL05", ("文件夹不太深，文件不太多", "folders are not too deep or too full"),
      zh: "文件夹嵌套的层数或文件的个数超过了上限，多半是 --root 指错了位置，例如指到了整个磁盘。核对 --root。",
      en:
        "Folders nest deeper, or hold more files, than is read. Mostly --root names a wrong place, such as the whole disk. Check it."
    ),
    Explanation(
      "FL06", ("门户的文件夹在", "the portal's folder is there"),
      zh: "要读的文件夹不存在。进到门户的文件夹再运行，或用 --root 指明它在哪里；它里面应有 content/ 和 layouts/。",
      en:
        "The folder to read is not there. Run the command in the portal's folder, or name it with --root; it holds content/ and layouts/."
    ),
    Explanation(
      "FL07", ("content/ 里的文件放对位置", "files of content/ stand in their places"),
      zh:
        "每种文件有固定的位置和名称，放错了就没有人读，所以报出来。名称多打少打一个字母、带着“副本”“(1)”、还是 .xlsx 或 .docx，都会这样。消息里有最可能的位置；附件放进 files/ 文件夹，Excel 另存为“CSV UTF-8”。",
      en:
        "Each kind of file has its place and name; elsewhere nobody would read it. A letter too many, a copy (1), an .xlsx or .docx are told. The message has the likeliest place; attachments go to a folder files/, sheets are saved as CSV UTF-8.",
      Example(
        Path.project + "pair.csv", before: "id,师傅,徒弟,起,止\nd1,s1,x1,,\n", after: "",
        .also(Path.pairs, before: "", after: "id,师傅,徒弟,起,止\nd1,s1,x1,,\n"))),
    Explanation(
      "FL08", ("门户有 site.yml", "the portal has its site.yml"),
      zh: "content/site.yml 是门户的设置，没有它或它是空的，就不知道这是谁的门户。用 --root 指向含有 content/ 的文件夹；新建门户，从演示门户复制一份再改。",
      en:
        "content/site.yml holds the portal's settings; without it, or empty, nobody knows whose portal it is. Point --root to the folder that holds content/; for a new portal copy the one of the demonstration."
    ),
    Explanation(
      "FL09", ("文件里没有合并冲突的标记", "files hold no conflict of two versions"),
      zh: "两个人改了同一个文件，合并时 Git 会写进 <<<<<<<、=======、>>>>>>> 三种标记，等人来选。选一种写法留下，把三行标记删去。",
      en:
        "When two people change one file, Git writes <<<<<<<, ======= and >>>>>>> into it and waits. Keep one version, and delete the three lines.",
      Example(
        Path.help, before: "<<<<<<< HEAD\n打开云书院。\n=======\n打开研修云。\n>>>>>>> gai-wangzhi", after: "打开云书院。")),
    Explanation(
      "FL10", ("输出写得进去", "the output can be written"),
      zh: "输出的位置没有权限、磁盘只读，或文件正被占用，原来的门户没有动。换一个位置（--output），或请管理员放开权限。",
      en:
        "The output cannot be written: no permission, a read-only disk, or a file in use. The old portal is as it was. Choose another place with --output, or ask for permission."
    ),
    Explanation(
      "FL11", ("磁盘有空间", "the disk has room"),
      zh: "磁盘满了或超出了配额，没有写成，原来的门户还在。腾出空间再运行一次；构建时需要放得下两份门户。",
      en:
        "The disk is full or the quota used up; nothing was published, and the old portal is still there. Make room and try again: a build needs space for two portals."
    ),
    Explanation(
      "FL12", ("输出的位置是文件夹", "the output is a folder"),
      zh: "--output 指的是一个文件，门户要写到文件夹里。换一个位置，或把那个文件移走。",
      en: "--output names a file, and a portal is a folder. Choose another place, or move the file away."),
    Explanation(
      "FL13", ("输出不与输入重叠", "the output does not overlap the input"),
      zh: "输出文件夹会被整个替换，不能就是 content/、layouts/ 或包着它们的文件夹，否则原稿会被删掉。用 --output 指定一个独立的文件夹，例如 site。",
      en:
        "The output folder is replaced as a whole; were it content/, layouts/ or a folder around them, the sources would be lost. Choose a folder of its own, such as site."
    ),
    Explanation(
      "FL14", ("输出文件夹里没有别人的文件", "the output holds nobody's files"),
      zh: "输出文件夹会被整个替换，里面却有不是构建产生的文件。为了不误删，先停下来。把那些文件移走，或用 --output 指定别的文件夹。",
      en:
        "The output folder is replaced as a whole and holds files that no build made. Nothing is done, so that nothing is lost. Move them away, or choose another folder."
    ),
    Explanation(
      "FL15", ("同一个输出一次只有一个构建", "one build writes to an output at a time"),
      zh: "另一个构建正在写同一个文件夹。等它结束再运行；如果确定没有别的构建，看看是不是开着自动发布的任务。",
      en:
        "Another build is writing to the same folder. Wait until it has finished; if you started none, look for a job that publishes by itself."
    ),
    Explanation(
      "FL16", ("页面的路径可以作文件名", "paths of pages can be file names"),
      zh: "一个页面或附件的路径放不进输出：以点开头、写法不对，或与别的重复。给那个文件或编号换一个只有字母、数字和短横的名称。",
      en:
        "The path of a page or attachment does not fit into the output: it begins with a dot, is malformed, or is taken. Rename the file or the id, with letters, digits and hyphens."
    ),
    Explanation(
      "FL17", ("旧的文件夹删得掉", "old folders can be removed"),
      zh: "新的门户已经发布，旧的一份却没能删掉，或者里面有主机自己的文件，就留着了。这是警告，不影响读者。取出需要的文件，再手工删除它。",
      en:
        "The new portal is published; the old one could not be removed, or holds files of the host, and was kept. It is a warning. Take from it what you need and remove it by hand."
    ),
    Explanation(
      "FL18", ("发布时没有别的程序改动门户", "nothing else changes the portal while it is published"),
      zh: "构建的过程中，已发布的文件被别的程序改了，这次的结果靠不住。再构建一次。经常这样，检查是不是有同步或备份软件在写这个文件夹。",
      en:
        "A published file was changed by another program during the build, so the result is not certain. Build again. If it happens often, look for programs that synchronize the folder."
    ),
    Explanation(
      "FL19", ("预览和正式门户不写在一处", "a preview and the portal for everyone are kept apart"),
      zh: "这个文件夹里是预览，正式的门户不写在这里；反过来也一样，免得把预览发给公众，或把正式的门户盖掉。用 --output 指定别的文件夹；确要改用它，先把它删除。",
      en:
        "This folder holds a preview, and the portal for everyone does not go there, nor the other way round: neither is to take the place of the other by mistake. Choose another folder with --output; to use this one, delete it first."
    ),
  ])

let argumentExplanations = ExplanationFamily(
  "AR", ("命令的用法", "the command line"),
  [
    Explanation(
      "AR01", ("命令的名称没有写错", "the command exists"),
      zh: "没有这个命令，多半是打错了，消息里有最像的一个。全部命令：prospectus --help。",
      en: "There is no command of this name; the message has the nearest one. All of them: prospectus --help."),
    Explanation(
      "AR02", ("要写明做什么", "the command says what to do"),
      zh: "这个命令后面还要写一个命令，例如 report pending。消息里列出了可用的。",
      en: "This command takes another one behind it, as in report pending. The message lists them."),
    Explanation(
      "AR03", ("选项属于这个命令", "the option belongs to the command"),
      zh: "没有这个选项，或它属于别的命令、写在了命令前面。把它写在命令之后；这个命令有哪些选项，加 --help 看。",
      en:
        "There is no such option, or it belongs to another command, or stands before it. Write options behind the command; --help lists them."
    ),
    Explanation(
      "AR04", ("要值的选项带值，不要的不带", "options have a value where they take one"),
      zh: "有的选项后面要一个值，如 --as-of 2026-10-01；有的只是开关，不带值。按消息补上或删去。",
      en: "Some options take a value, as --as-of 2026-10-01; others are switches and take none. Add or remove it."),
    Explanation(
      "AR05", ("选项的值合用", "the value of an option fits"),
      zh: "选项的值不是它要的那一种：数、日期，或几个词之一。消息里写着可以写什么，打错的会提示最像的一个。",
      en:
        "The value is not what the option takes: a number, a day, or one of some words. The message says what it takes."
    ),
    Explanation(
      "AR06", ("选项只写一次", "an option is given once"),
      zh: "同一个选项写了两次，不知道以哪一个为准。只留一个。",
      en: "An option that is given twice leaves open which one counts. Keep one."),
    Explanation(
      "AR07", ("命令的参数写全", "the command has its arguments"),
      zh: "这个命令后面还要写东西，例如 archive 后面要写年份。消息里写着缺什么，加 --help 可以看用法。",
      en: "The command takes more, as archive takes a year. The message says what is missing; --help shows the usage."),
    Explanation(
      "AR08", ("没有多余的参数", "there are no arguments too many"),
      zh: "命令后面多写了东西。文件名里有空格而没有加引号，常会这样：给它加上引号。",
      en: "There is a word too many. A file name with a blank and no quotes often does it: quote the name."),
    Explanation(
      "AR20", ("成批处理时每行一个 JSON 对象", "a batch has a JSON object on each line"),
      zh: "inspect --batch 每行读一个含有 input 的 JSON 对象，这一行不是。这是给程序用的方式；看单个文件，直接写文件名，不加 --batch。",
      en:
        "inspect --batch reads a JSON object with an input from each line, and this line is none. It is for programs; for a single file give its name, without --batch."
    ),
    Explanation(
      "AR21", ("inspect layout 有三个参数", "inspect layout has three arguments"),
      zh: "inspect layout 要写三项：版式所在的文件夹、主版式的文件名、数据的 JSON 文件。照这个次序写全。",
      en:
        "inspect layout takes the folder of the layouts, the name of the main layout and a JSON file with the data. All three are needed."
    ),
    Explanation(
      "AR22", ("记录的种类没有写错", "the kind of record exists"),
      zh: "fields、export 后面写的种类没有。英文名和中文名都可以，如 course 或 课程；不写种类就列出全部。",
      en:
        "There is no such kind of record. English and Chinese names both do, as course or 课程; prospectus fields without one lists them all."
    ),
    Explanation(
      "AR23", ("消息的代码没有写错", "the code of a message exists"),
      zh: "explain 后面写的代码没有。代码是两个字母加两个数字，写在消息的方括号里；全部代码：prospectus explain。",
      en:
        "There is no such code. Codes are two letters and two digits and stand in brackets in messages. All of them: prospectus explain."
    ),
  ])

let jsonExplanations = ExplanationFamily(
  "JS", ("JSON 文件（inspect 的数据）", "JSON files (data for inspect)"),
  [
    Explanation(
      "JS01", ("该有值的地方有值", "a value stands where one is due"),
      zh: "这里应当是一个值：文字、数、列表、对象、true、false 或 null。冒号后面忘了写值，或文件是空的，都会这样。补上值。",
      en:
        "A value is due here: a text, number, list, object, true, false or null. Mostly it was forgotten behind a colon, or the file is empty. Add it."
    ),
    Explanation(
      "JS02", ("键是双引号里的文字", "a key is text in double quotes"),
      zh: "JSON 的键要加英文双引号，单引号和不加引号都不行。写成 \"键\": 值。",
      en: "Keys of JSON stand in double quotes; single quotes or none do not do. Write \"key\": value."),
    Explanation(
      "JS03", ("键后面有冒号", "a key is followed by a colon"),
      zh: "键和值之间要有英文冒号。补上它；中文的冒号要改成英文的。",
      en: "Between key and value stands an ASCII colon. Add it, or replace the full-width one."),
    Explanation(
      "JS04", ("各项之间有逗号", "items have commas between them"),
      zh: "列表和对象的各项之间要有英文逗号，最后要有 ] 或 }。在前一项后面补上逗号，或补上结尾的括号。",
      en:
        "Items of a list or object have ASCII commas between them and a bracket at the end. Add the comma or the bracket."
    ),
    Explanation(
      "JS05", ("最后一项后面没有逗号", "the last item has no comma behind it"),
      zh: "JSON 不许最后一项后面再有逗号。删去它。",
      en: "JSON allows no comma behind the last item. Remove it."),
    Explanation(
      "JS06", ("数的写法正确", "numbers are written right"),
      zh: "JSON 的数没有前导的 0 和加号，小数点两边都要有数字，如 0.5。照这样改。",
      en:
        "Numbers of JSON have no leading zeros and no plus sign, and digits on both sides of the point, as 0.5. Write them so."
    ),
    Explanation(
      "JS07", ("不加引号的只有 true、false、null", "only true, false and null have no quotes"),
      zh: "文字要加双引号；不加引号的词只能是小写的 true、false、null。给文字加上引号。",
      en: "Text stands in double quotes; only true, false and null, in small letters, do not. Quote the text."),
    Explanation(
      "JS08", ("引号成对", "quotes are closed"),
      zh: "文字以双引号开头，就要以双引号结束。补上引号；文字里的双引号写作 \\\"。",
      en: "A text that begins with a double quote ends with one. Close it; inside, a quote is \\\"."),
    Explanation(
      "JS09", ("文字里不直接换行", "text holds no line breaks as such"),
      zh: "JSON 的文字里不能直接换行，也不能有制表符这样的控制字符。换行写成 \\n，制表符写成 \\t。",
      en: "Text of JSON holds no line break or control character as such. Write \\n for a line break and \\t for a tab."
    ),
    Explanation(
      "JS10", ("转义的写法正确", "escapes are those of JSON"),
      zh: "反斜杠后面只能是几种固定的字符。反斜杠本身写两遍：\\\\。Windows 的路径里常有这个错。",
      en:
        "Behind a backslash stand a few fixed signs only. A backslash itself is doubled: \\\\. Paths of Windows are a usual cause."
    ),
    Explanation(
      "JS11", ("转义写的是一个完整的字", "an escape is a whole character"),
      zh: "\\u 后面的编码只是半个字符，多半是别的程序截断了。直接写出这个字符。",
      en: "The code behind \\u is half a character; mostly another program cut it. Write the character itself."),
    Explanation(
      "JS12", ("同一个键只写一次", "a key is given once"),
      zh: "同一个对象里一个键写了两次，不知道以哪一个为准。保留一个。",
      en: "A key that an object has twice leaves open which one counts. Keep one of them."),
    Explanation(
      "JS13", ("值结束以后没有别的", "nothing follows the value"),
      zh: "文件里只能有一个值，它到这里已经结束，后面又写了别的。删去多余的，或放进一个列表里。",
      en: "A file holds one value; it is complete here, and something follows. Remove it, or put all into a list."),
    Explanation(
      "JS14", ("文件存为 UTF-8", "the file is saved as UTF-8"),
      zh: "文件不是 UTF-8 编码，汉字会变成乱码。在编辑器里另存为 UTF-8。",
      en: "The file is not UTF-8, and Chinese would be garbled. Save it as UTF-8."),
    Explanation(
      "JS15", ("嵌套不太深", "nesting is not too deep"),
      zh: "列表和对象一层套一层，超过了上限，正常的数据不会这样。检查是不是有括号没有结束。",
      en: "Lists and objects nest deeper than is read, as no ordinary data does. Look for a bracket that is not closed."
    ),
    Explanation(
      "JS16", ("文件大小在限度以内", "the file is not too large"),
      zh: "JSON 文件超过了上限，消息里写着是多少。只留下看版式要用的那一部分数据。",
      en: "The file is larger than the limit that the message names. Keep the part of the data that the layout needs."),
  ])
