private typealias Path = ExamplePath

let archiveExplanations = ExplanationFamily(
  "AY", ("归档的年度", "archived years"),
  [
    Explanation(
      "AY01", ("归档的计划有文件清单", "an archived plan has the list of its files"),
      zh:
        "计划写了 status: 归档，就要有一份清单 archive.csv，记着归档时每个文件的内容，以后有改动才查得出来。运行 prospectus archive 年份，它会写好这份清单；随内容一起提交。还不想归档的，把 status 改回印发。",
      en:
        "A plan with status: 归档 has a list, archive.csv, of what each file was when it was archived, so that changes can be found. Run prospectus archive YEAR, which writes it, and commit it with the content. If the year is not to be archived yet, set the status back.",
      Example(Path.plan, before: "status: 归档", after: "status: 印发")),
    Explanation(
      "AY02", ("归档的文件不再改动", "files of an archived year do not change"),
      zh:
        "归档的年度是历史，文件与归档时的内容不同就是错误，不论改了一个字还是另存了一次编码。恢复原来的文件；确实要更正的，改好以后再运行一次 prospectus archive 年份，清单就按新的内容记。",
      en:
        "An archived year is history: a file that differs from what it was is an error, be it a word or only its encoding. Put the file back; when a correction is meant, run prospectus archive YEAR again behind it.",
      nil),
    Explanation(
      "AY03", ("归档的年度不增减文件", "an archived year gains and loses no files"),
      zh:
        "归档以后，这一年的文件夹里多了文件或少了文件，都是错误。多半是把今年的文件放错了年份，或误删了旧文件。移走或恢复它；确实要增减的，再运行一次 prospectus archive 年份。",
      en:
        "A file that came into the folder of an archived year, or left it, is an error: mostly it belongs to another year, or was deleted by mistake. Move it or put it back; when it is meant, run prospectus archive YEAR again.",
      nil),
    Explanation(
      "AY04", ("要归档的年份有计划", "the year to archive has a plan"),
      zh:
        "运行 prospectus archive 时写的年份，content/years/ 里没有这个文件夹。年份写文件夹的名称，如 2025。消息里有最像的一个，或者列出全部可写的。",
      en:
        "The year given to prospectus archive is no folder of content/years/. Write the folder's name, such as 2025. The message has the nearest one, or all there are.",
      nil),
    Explanation(
      "AY05", ("先把计划标为归档，再运行命令", "a plan is marked as archived first"),
      zh:
        "prospectus archive 只归档已经写了 status: 归档的计划，免得把还在改的一年锁住。先在这一年的 plan.md 里把 status 改成归档，再运行这个命令。",
      en:
        "prospectus archive takes plans that have status: 归档 only, so that no year is locked while it is being edited. Write that in the plan.md of the year, then run the command.",
      nil),
  ])
