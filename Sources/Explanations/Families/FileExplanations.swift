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
