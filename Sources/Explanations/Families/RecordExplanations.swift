private typealias Path = ExamplePath

let recordExplanations = ExplanationFamily(
  "RF", ("记录和引用", "records and references"),
  [
    Explanation(
      "RF01", ("编号、序号和名称只用一次", "ids, numbers and names are used once"),
      zh:
        "别的地方靠编号找到这条记录，两条用同一个编号，就不知道指的是哪一条。同一种记录的编号、年度表的序号、阶段的序号、学科班、班级的名称和班号、考核方案里的项目编号、自建表里标明唯一的项，都查；一个项目的一种证书只写一条规则，作废、换发的证书编号不重复，发证记录里的编号在所有项目里只用一次。不同种类的记录可以用同一个编号，不同区县或不同学科的班级可以用同一个班号。给其中一个换一个编号；换掉的那个，用到它的地方也要跟着改。",
      en:
        "Other places find a record by its id; when two share one, nobody knows which is meant. Looked at are ids of one kind, numbers of the year table and of stages, streams, names and numbers of classes, items of a scheme, and what a declared collection calls unique; a certificate of a project has its rules once, numbers that are void or replace others stand once, and one that was issued is used in no other project. Records of different kinds may share an id, and classes of different areas or subjects a number. Give one of the two another id, and change it where it is used.",
      Example(
        Path.experts, before: "e01,沈知远,小城教科院,语文、数学,市\ne01,单立诚,临江县第一中学,数学,县区",
        after: "e01,沈知远,小城教科院,语文、数学,市\ne02,单立诚,临江县第一中学,数学,县区")),
    Explanation(
      "RF02", ("写到的编号都有这条记录", "what is referred to exists"),
      zh:
        "课程写了主讲专家的编号，班级写了辅导教师的编号，都要真有这一条，否则页面上会缺一块。编号打错、记录删了而引用没删、把姓名写在了编号的位置，都会出现这条消息。引用的文件自己读不出来时，先报那个文件的错误，这里不说。照消息里的“是不是……”改正编号，或先把缺的那条记录建起来。",
      en:
        "A course names its lecturers by id, a class its tutor: there has to be such a record, or something is missing on the page. A typing error, a record that was deleted while it is still referred to, and a name where an id belongs all give this message. While the file with the records cannot be read, that is the message instead. Correct the id as suggested, or create the record first.",
      Example(Path.course, before: "lecturers: [e10]", after: "lecturers: [e01]")),
    Explanation(
      "RF03", ("登记了的都用得上", "what is listed is used"),
      zh:
        "登记了却没有人用，多半是忘了在别处写上它，或者是不用了没有删。没有层级要求的模块、没有课程或没有项目采用的课程包、没有写到的专家、辅导教师、考核方案和学科班、没有页面链接的附件，都会提醒。这是警告，门户照样发布；只要还有文件读不出来，就先不提醒。在用到的地方写上它，不再需要就删去；自愿参加的模块写 optional: true。",
      en:
        "Something listed that nobody uses was mostly forgotten elsewhere, or should have been deleted. Told are modules that no tier asks for, packs without courses or without a project, experts, tutors, schemes and streams that nothing mentions, and attachments without a link. It is a warning, and silent while a file cannot be read. Write the id where it belongs, or delete the record; a voluntary module has optional: true.",
      Example(
        Path.tutors, before: "t2,卞文卿,临江县第二中学\nt3,卜元青,临江县第二中学", after: "t2,卞文卿,临江县第二中学")),
    Explanation(
      "RF04", ("层级要求的模块都开了课", "a module that a tier asks for has courses"),
      zh:
        "层级要求教师学某个模块，这个模块却一门课也没有，教师就修不满学分。只看课程里写的 module：课程放在哪个课程包里都行。给模块加一门课，在课程里写 module；还没有课的模块，先从层级的 modules 里去掉。课程全在，只是学分不够，是 HR04。",
      en:
        "When a tier asks for a module that has no course, teachers cannot earn the credits. What counts is the module that a course names, whatever pack it is in. Add a course with this module, or take the module out of the tier until there is one. Courses that are there but give too few credits are HR04.",
      Example(
        Path.tiers, before: "modules: [beike, xinli]", after: "modules: [beike]",
        .beside(
          Path.modules,
          "  - {id: beike, name: 备课, summary: 备一个单元。, order: 1}\n  - {id: xinli, name: 心理, summary: 认出情绪。, order: 2, optional: true}",
          over: "  - {id: beike, name: 备课, summary: 备一个单元。, order: 1}"))),
    Explanation(
      "RF05", ("同一事物只用一种说法", "one thing has one name"),
      zh:
        "一个岗位在通知里叫一个名称，在简报里叫另一个，读者会以为是两回事。统一的说法写在 content/glossary.yml，正文和各项里出现了别的说法就提醒，一个文件里有几处只说一次。计划正文列出的项目（listed）与年度表的名称、方式不同，也是这条。改成统一的说法；项目确实有两个名称的，把另一个写进项目的 alias。没有用语表时，只查计划和年度表。",
      en:
        "A post with one name in a notice and another in a newsletter looks like two posts. The words of the office stand in content/glossary.yml; other wordings in texts and fields are told, once a file. A project that the plan lists with another name or mode than the year table is told as well. Use the one name; if a project really has two, write the other into its alias. Without a glossary only plan and table are compared.",
      Example(
        Path.help, before: "打开云书院，找班级辅导员。", after: "打开云书院，找班级辅导教师。", over: "打开云书院。",
        .beside(Path.glossary, "terms:\n  - {word: 班级辅导教师, variants: [班级辅导员, 班辅老师]}\n"))),
    Explanation(
      "RF06", ("必填的项都写了", "what has to be said is said"),
      zh:
        "缺了必填的项，记录就不完整：没有编号、标题、日期的不能发布，是错误；项目没有写地点、诊断的数没有单位这些，是警告。表格缺一整栏只说一次；文件开头没有两行 --- 之间的各项，也是这条。哪些项必填，看 prospectus fields 加记录的种类，如 prospectus fields 课程。还没有定的，多数项可以写 待定（负责部门，2026-09-30），过了那一天再提醒；标明必填、不能待定的除外。",
      en:
        "Without its required fields a record is not complete: without id, title or date it is an error, a project without a place or a figure without a unit is a warning. A column that is missing is told once, and so is a text with nothing between two lines --- at its head. prospectus fields with a kind, such as course, says what is required. What is not decided yet may mostly be written as 待定（office，2026-09-30）, and is asked for after that day.",
      Example(Path.course, before: "minutes: 90\nrequired: 必修", after: "mode: 线上\nminutes: 90\nrequired: 必修")),
    Explanation(
      "RF07", ("只写有这个名称的项", "only known fields are written"),
      zh:
        "项的名称打错一个字母，写的内容就没有人读，所以不认识的项是错误。消息里会给出最像的一个名称；表格里是表头。中文栏目名和英文名称都认，例如“时长”和 minutes。本单位的表格有自己的叫法，写进 content/site.yml 的 headers；有固定名称以外的内容，建一张自建表。读报名表（form-classes）时，用不上的栏只提示，不算错误。",
      en:
        "With one letter wrong in its name a field would be read by nobody, so unknown fields are errors. The message has the nearest name; in a table it is about the header. English names and Chinese headers both count, as minutes and 时长. Headers of your own go to headers in content/site.yml; for other contents declare a collection. Columns of an enrolment table that form-classes does not need are only noted.",
      Example(Path.course, before: "sumary: 备目标。", after: "summary: 备目标。")),
    Explanation(
      "RF08", ("值的写法、单位和范围正确", "values have the right form, unit and range"),
      zh:
        "数写成了汉字、学时写成了小时、百分数超过满分、写了不在可选之内的词，算起来就会错，所以读不出来的值是错误。前后两个数合不上也在这里：层级的教龄重叠或有空档、小组最少多于最多、要选做的作业比列出的多、编班规则使某些人数编不成班、诊断的指数超过满分、名额至少多于至多、证书编号不合 certificates.yml 的格式。文字里有读不出的字（编码坏了）也是这条。消息的“改法”里有正确写法的例子，照着写即可；日期和时刻写错是 DT01。",
      en:
        "A number in words, hours where class hours belong, a word that is not among the choices: sums would go wrong, so a value that cannot be read is an error. So are numbers that do not go together: years of tiers that overlap or leave a gap, a group of at least more than at most, more assignments to choose than there are, a rule of classes that some numbers of members cannot obey, an index beyond its scale, a quota of at least more than at most, a certificate number that does not follow the format of certificates.yml. Characters lost to a wrong encoding are told here too. The message has an example of the right form; wrong dates and times are DT01.",
      Example(Path.course, before: "minutes: 九十", after: "minutes: 90")),
    Explanation(
      "RF09", ("同一件事只写一处，写几处就要一致", "a thing is said once, or the same everywhere"),
      zh:
        "一条规定写在两个地方，早晚会只改一处。项目和考核方案都写了学时、每学时分钟，方案里几处写了同一件事至少做几次，各处的数要相同；后一版方案代替了前一版的，只看后一版。同一项在一个文件里写了两次、在表格和正文里各写一次、文件夹的名称已经说明了还写一次，也是这条。核对文件，改成一致，或只留一处。",
      en:
        "A rule that stands in two places will one day be changed in one of them. Class hours and the minutes of one in a project and its schemes, and how often something is to be done, have to agree; of a scheme only the latest version counts. A field written twice in a file, in the table and in the text, or again though the folder's name says it, is told here too. Check the document and make them agree, or keep one place.",
      Example(
        Path.scheme, before: "minutes_per_class_hour: 40", after: "minutes_per_class_hour: 45",
        .beside(Path.document, "minutes_per_class_hour: 45"))),
    Explanation(
      "RF10", ("不再用停用的项", "a field that goes away is replaced"),
      zh:
        "自建表的某一项写了 deprecated（改用哪一项），以后就不再用它，旧的内容还读得出来，但每一处都提醒。这是警告，让编辑有时间慢慢改。把值移到消息里说的那一项，旧的一项删去；全部改完以后，从自建表的说明里去掉停用的项。",
      en:
        "When a declared collection marks a field as deprecated, its old contents are still read, and each is told, so that there is time to change them. It is a warning. Move the value to the field that the message names and delete the old one; once all are moved, take the field out of the declaration.",
      Example(
        Path.rewards, before: "年度,奖项\n2025,优秀课例\n", after: "年度,名称\n2025,优秀课例\n",
        .beside(
          Path.collection,
          """
          title: 荣誉
          doc: 得过的奖。
          files: honours.csv
          fields:
            - {name: year, header: 年度, type: integer, required: true, doc: 哪一年}
            - {name: award, header: 奖项, deprecated: name, doc: 旧的叫法}
            - {name: name, header: 名称, doc: 奖的名称}

          """))),
    Explanation(
      "RF11", ("内容的格式版本与程序相符", "the format of the content is that of the program"),
      zh:
        "site.yml 的 format 是内容格式的版本。程序只读自己认识的版本，版本不同时不猜，直接停下。平时不用改它；出现这条消息，要么是有人改了这一行，要么是程序太旧。按消息写回原来的数，或换用新版本的 prospectus。",
      en:
        "format in site.yml is the version of the content's form. The program reads the version it knows and does not guess at others. Nobody needs to change it; when this is told, somebody did, or the program is too old. Write the number that the message names, or use a newer prospectus.",
      Example(Path.site, before: "format: 2", after: "format: 1")),
    Explanation(
      "RF12", ("字都看得见、显示得出", "every character can be seen and shown"),
      zh:
        "从网页或聊天软件粘贴来的文字常带看不见的字符，搜索和排序会因此出错；它们会被略去，并告诉你在哪里。单位自己造的字（自造字）在多数电脑和手机上只显示一个方框。两种都是警告。看不见的字符：删去那一处重新输入；自造字：换成标准汉字，人名用字可以到字典或姓名用字库里找。",
      en:
        "Text pasted from web pages or chats often carries characters that nobody sees, and search and order go wrong by them; they are left out, and you are told where. Characters that an office made for itself show as boxes on most devices. Both are warnings. Type the place again, or write the standard character.",
      Example(Path.tutors, before: "t1,贺明\u{E0C3},临江县第一中学", after: "t1,贺明岚,临江县第一中学")),
  ])
