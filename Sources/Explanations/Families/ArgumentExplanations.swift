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
