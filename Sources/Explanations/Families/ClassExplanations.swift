private typealias Path = ExamplePath

let classExplanations = ExplanationFamily(
  "CL", ("编班、小组和人员", "classes, groups and their people"),
  [
    Explanation(
      "CL01", ("每班不超过规定的人数", "a class is not larger than allowed"),
      zh:
        "一个班人太多，辅导教师顾不过来。一般每班最多 100 人；项目另有规定的，写在 class_rule 的 max。分成两个班；已经批准的，在“破例”一栏写 {reason: 理由, approved_by: 批准单位}，就不再报错。",
      en:
        "A tutor cannot look after too many. A class has at most 100 members, or what max in the project's class_rule says. Split it; if it was allowed, write {reason: …, approved_by: …} in the column 破例 (waiver), and it is no error any more.",
      Example(
        Path.classes, before: "c1,zx,linjiang,1,中学数学1班,t1,150",
        after: "c1,zx,linjiang,1,中学数学1班,t1,90\nc2,zx,linjiang,2,中学数学2班,t2,60")),
    Explanation(
      "CL02", ("大学科的尾班不太小", "the last class of a large subject is not too small"),
      zh:
        "一个区县的一个学科编成几个班时，最后剩下的一个班人太少，不如与前一个班平分。一般每班不少于 50 人，项目可以在 class_rule 的 tail_min 另定；只有一个班的学科不查。平分人数；确有理由并经批准的，写“破例”。想知道怎样编合适，用 prospectus form-classes。",
      en:
        "When a subject of an area has several classes, a small rest is better shared with the class before. No class has fewer than 50 members then, or than tail_min in the project's class_rule; a subject with one class is passed over. Share the members, or write a waiver (破例) with reason and approval. prospectus form-classes proposes how.",
      Example(
        Path.classes,
        before: "id,学科班,区县,班号,班级名称,辅导教师,人数\nc1,zx,linjiang,1,中学数学1班,t1,90\nc2,zx,linjiang,2,中学数学2班,t2,45",
        after:
          "id,学科班,区县,班号,班级名称,辅导教师,人数,破例\nc1,zx,linjiang,1,中学数学1班,t1,90,\nc2,zx,linjiang,2,中学数学2班,t2,45,\"{reason: 随原校编班, approved_by: 市教育局}\"",
        over: "id,学科班,区县,班号,班级名称,辅导教师,人数\nc1,zx,linjiang,1,中学数学1班,t1,90\nc2,zx,linjiang,2,中学数学2班,t2,60",
        .beside(Path.streams, "zx,中学,数学,135", over: "zx,中学,数学,150"))),
    Explanation(
      "CL03", ("小学科编一个班，或写明几科合班", "small subjects are one class each, or pooled where the rule says so"),
      zh:
        "一个区县里不足一个班（一般 100 人）的学科，应编成一个班，不拆开；也有单位规定几个小学科合班。哪一种办法，写在项目 class_rule 的 small_subject：per-subject 一科一班，pooled 几科合班；有几个小学科而没有写的，提示一次，先按一科一班核对。按所写的办法编班，合班的在“合班学科班”一栏写另外的学科班；有“破例”的班不报。",
      en:
        "A subject with fewer members in an area than a class may have (100) is one class and is not split; some authorities pool several of them. small_subject in the project's class_rule says which: per-subject or pooled. Where it is not said and several subjects are small, that is noted once, and a class each is expected. Form the classes accordingly, with the other streams in the column 合班学科班; classes with a waiver are passed over.",
      Example(
        Path.classes,
        before: "c1,zx,linjiang,1,中学数学1班,t1,45\nc2,zx,linjiang,2,中学数学2班,t2,45", after: "c1,zx,linjiang,1,中学数学1班,t1,90",
        over: "c1,zx,linjiang,1,中学数学1班,t1,90\nc2,zx,linjiang,2,中学数学2班,t2,60",
        .beside(Path.streams, "zx,中学,数学,90", over: "zx,中学,数学,150"),
        .also(
          Path.tutors, before: "t1,贺明岚,临江县第一中学\nt2,卞文卿,临江县第二中学", after: "t1,贺明岚,临江县第一中学",
          over: "t1,贺明岚,临江县第一中学\nt2,卞文卿,临江县第二中学"))),
    Explanation(
      "CL04", ("每班有一名辅导教师", "a class has one tutor"),
      zh:
        "学员有事找谁，一个班只能有一个答案。没有辅导教师的班、写了两名以上的班，都是错误。还没有定的，写 待定（负责部门，2026-09-30）。一个项目里缺辅导教师的班只报一次，说明有几个。",
      en:
        "Learners must know whom to ask: a class without a tutor is an error, and so is one with two. While it is not decided, write 待定（owner，2026-09-30）. All classes of a project that lack one are told together.",
      Example(Path.classes, before: "c2,zx,linjiang,2,中学数学2班,,60", after: "c2,zx,linjiang,2,中学数学2班,t2,60")),
    Explanation(
      "CL05", ("小组有组长", "a group has a leader"),
      zh:
        "小组没有组长，交作业、约时间都没有人牵头。这里只写组长所在的单位，不写姓名，姓名不公开。这是警告；还没有选出来的，写 待定（负责部门，日期）。",
      en:
        "Without a leader nobody takes a group in hand. Only the unit of the leader is written, never the name, which is not public. It is a warning; while there is none, write 待定（owner，day）.",
      Example(Path.groups, before: "g2,c1,二组,45,", after: "g2,c1,二组,45,临江县第一中学")),
    Explanation(
      "CL06", ("小组合成班级，班级合成报名人数", "groups add up to their class, classes to the enrolment"),
      zh:
        "报名 150 人，各班加起来 149 人，就有一个人没有班。一个学科班的各班人数合计等于报名人数；有小组的班，各小组合计等于班级人数。几个学科合班的，合在一起算。小组不对的班已经单独报过，就不再报它的学科班。照消息里的算式核对花名册，改正写错的数。",
      en:
        "When 150 have enrolled and the classes have 149, somebody has no class. The classes of a stream add up to its enrolment, and groups, where there are some, to their class. Streams that share a class are taken together. A class whose groups are wrong is told, its stream then not again. Check the sum in the message against the roster.",
      Example(
        Path.streams, before: "zx,中学,数学,151", after: "zx,中学,数学,150",
        .beside(Path.classes, "c1,zx,linjiang,1,中学数学1班,t1,90\nc2,zx,linjiang,2,中学数学2班,t2,60"))),
    Explanation(
      "CL07", ("一个人不占两处", "nobody is in two places"),
      zh:
        "一个徒弟同一时间只有一位师傅，师傅也不能是徒弟自己。先后跟两位师傅的，在师徒表里写明各自的起止日期；没有写日期的，按整个项目的时间算。花名册里同一个证件号码出现两次，也是这条：一个人在一个项目里只能在一个班。抽考里推荐了两次、又被抽取又被推荐的，同样是这条。留下对的一行，或补上日期。",
      en:
        "An apprentice has one master at a time, and nobody is the own master. When one follows the other, write the days of each pair; without days a pair lasts as long as the project. A roster with the same identity number twice is told here too: a person is in one class of a project. So is somebody who is recommended twice for a sample, or both drawn and recommended. Keep the right row, or add the days.",
      Example(
        Path.pairs, before: "id,师傅,徒弟,起,止\nd1,s1,x1,2026-08-15,2026-09-05\nd2,s2,x1,2026-09-01,\n",
        after: "id,师傅,徒弟,起,止\nd1,s1,x1,2026-08-15,2026-08-31\nd2,s2,x1,2026-09-01,\n")),
    Explanation(
      "CL08", ("一名辅导教师带一个班，或允许的几个", "a tutor has one class, or as many as allowed"),
      zh:
        "一名辅导教师带几个班，批改和答疑容易跟不上；有时只是复制一行忘了改。这是警告。换一名辅导教师；项目允许一人带几个班的，在 class_rule 写 tutor_classes: 2。",
      en:
        "A tutor with several classes may not keep up, or a row was copied and not changed. It is a warning. Name another tutor; where a tutor may have more, write tutor_classes: 2 in the project's class_rule.",
      Example(Path.classes, before: "c2,zx,linjiang,2,中学数学2班,t1,60", after: "c2,zx,linjiang,2,中学数学2班,t2,60")),
    Explanation(
      "CL09", ("小组人数在规定的范围里", "the size of a group is within its range"),
      zh:
        "小组太大，有人不开口；太小，讨论不起来。范围写在项目 class_rule 的 group_min、group_max，或小组自己的“最少”“最多”两栏，小组自己写的优先；哪里都没写就不查。调整小组，或改范围。",
      en:
        "In a large group some never speak, in a small one nobody does. The range stands in group_min and group_max of the project's class_rule, or in the columns 最少 and 最多 of the group, which come first; without one nothing is looked at. Change the group or the range.",
      Example(
        Path.groups, before: "g1,c1,一组,50,临江县第一中学\ng2,c1,二组,40,临江县第一中学",
        after: "g1,c1,一组,45,临江县第一中学\ng2,c1,二组,45,临江县第一中学",
        .beside(Path.document, "class_rule: {group_max: 45}\npacks: [danyuan]", over: "packs: [danyuan]"))),
    Explanation(
      "CL10", ("专家人数与学员人数相称", "there are enough experts for the learners"),
      zh:
        "项目写了专家团队（expert_team）的，按一名专家最多带几名学员（trainees_per_expert，不写为 800）算，专家不能少于这个数。学员人数取项目的人数；写“全员”而没有数字的，取各学科班报名人数之和。这是警告：增加专家，或按文件改 trainees_per_expert。没有写 expert_team 就不查。",
      en:
        "A project that states its team in expert_team needs so many experts that none has more learners than trainees_per_expert (800 unless it says otherwise). The learners are the heads of the project, or those enrolled when it is for everybody. It is a warning; add experts, or change trainees_per_expert as the document has it. Without expert_team nothing is looked at.",
      Example(
        Path.document, before: "expert_team: {experts: 1, trainees_per_expert: 100}\npacks: [danyuan]",
        after: "expert_team: {experts: 2, trainees_per_expert: 100}\npacks: [danyuan]", over: "packs: [danyuan]")),
    Explanation(
      "CL11", ("有班级的区县恰有一名培训管理者", "an area with classes has one manager"),
      zh:
        "项目有 managers.csv 的，每个有班级的区县要有一名培训管理者，不多不少：没有，区县的事没有人管；有两名，不知道找谁。没有这张表的项目不查。给缺的区县列一名，或删去多的一名。",
      en:
        "Where a project has managers.csv, each area with classes has one manager: with none nobody is in charge, with two nobody knows whom to ask. Projects without the table are passed over. List one for the area, or remove the other.",
      Example(
        Path.managers, before: "id,姓名,单位,区县\nm1,祁云舟,临江县教师进修学校,linjiang\nm2,易怀瑾,临江县教师进修学校,linjiang\n",
        after: "id,姓名,单位,区县\nm1,祁云舟,临江县教师进修学校,linjiang\n")),
  ])
