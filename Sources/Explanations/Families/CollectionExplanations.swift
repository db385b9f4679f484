private typealias Path = ExamplePath

let collectionExplanations = ExplanationFamily(
  "CO", ("自建的表和规则", "collections and rules of your own"),
  [
    Explanation(
      "CO01", ("自建表和规则的说明自身合理", "declarations of collections and rules make sense"),
      zh:
        "content/collections/ 里的说明和 content/rules.yml 自己写得不对，就没有办法按它检查内容。例如：类型 choice 没有写 words，reference 没有写 to，名称与内建的种类相同或用了两次，网页的路径不以 / 结尾，规则没有写 each 或 all，规则算出来不是“是”或“否”。这些文件一般由建表的人改；写法见 prospectus fields collection 和帮助页“自己的规则”。",
      en:
        "When a declaration in content/collections/ or content/rules.yml is wrong itself, nothing can be checked by it: a choice without words, a reference without to, a name that is built in or used twice, a page without / at its end, a rule with neither each nor all, or one that is not true or false. Whoever made the table corrects it; see prospectus fields collection and rule.",
      Example(
        Path.collection,
        before: """
          title: 荣誉
          doc: 得过的奖。
          files: honours.csv
          fields:
            - {name: level, header: 级别, type: choice, required: true, doc: 哪一级}

          """,
        after: """
          title: 荣誉
          doc: 得过的奖。
          files: honours.csv
          fields:
            - {name: level, header: 级别, type: choice, words: [省, 市, 县], required: true, doc: 哪一级}

          """)),
    Explanation(
      "CO02", ("本单位自己的规则成立", "the rules of your own hold"),
      zh:
        "本单位在 content/rules.yml 或自建表里写的规则没有成立；消息里的话就是规则的 says。规则没有写 code 时用这个代码，写了就用那个代码报告。用 each 的规则报在那条记录，用 all 的报在规则自己。改内容使它成立；规则不合实际的，改规则，只想提醒的写 advice: true。规则要算的太多、或在某条记录上算不出结果，也是这条。",
      en:
        "A rule of content/rules.yml or of a declared collection does not hold; the message is what the rule says. This is its code unless the rule names another one. A rule with each is told at the record, one with all at the rule. Change the content, or the rule when it does not fit; advice: true makes it a warning. A rule that takes too much, or cannot be computed for a record, is told here too.",
      Example(
        Path.groups, before: "g1,c1,一组,50,临江县第一中学\ng2,c1,二组,40,临江县第一中学",
        after: "g1,c1,一组,45,临江县第一中学\ng2,c1,二组,45,临江县第一中学",
        .beside(Path.rules, "rules:\n  - {on: group, each: size <= 45, says: 小组不超过45人}\n"))),
  ])
