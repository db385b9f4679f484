import Diagnostics
import Expressions
import Training

/// LS04, LS07, LS08, LS11, LS12: what stands in a public list.
let listChecks = [
  Check("LS04", rule: Message(zh: "不合格、缺考的人不具名", en: "nobody is named for having failed or been absent")) {
    model, findings in
    guard model.isComplete(ListRow.self) else { return }
    for notice in model.notices.records {
      guard let list = notice.list, list.isSound("kind", "columns") else { continue }
      if list.kind == .makeUp {
        let named =
          list.columns.contains(.name)
          ? list.location(of: "columns") : notice.rows(in: model).first { $0.isGiven("name") }?.location(of: "name")
        if let named {
          findings.error(
            "LS04", zh: "补学的名单不写姓名", en: "a list of those who have to catch up has no names", at: named,
            repair: Message(
              zh: "去掉姓名一栏，只写几人；由班级单独通知本人", en: "take the names out, say how many, and tell each of them alone"))
        }
      } else if !list.kind.isNegative {
        for row in notice.rows(in: model) where row.isSound("result") {
          guard let result = row.result, FailingWord.isIn(result) else { continue }
          findings.error(
            "LS04", zh: "名单里有人的结果是“\(result)”：不合格、缺考的人不具名",
            en: "a row of the list says \"\(result)\": nobody is named for that",
            at: row.location(of: "result"),
            repair: Message(zh: "删去这样的行，正文只写几人", en: "delete such rows; the text may say how many they are"))
          break
        }
      }
    }
  },
  Check("LS07", rule: Message(zh: "一人在名单里只有一行，序号从1连续", en: "a person stands once in a list, numbered from 1")) {
    model, findings in
    guard model.isComplete(ListRow.self) else { return }
    for notice in model.notices.records {
      guard let list = notice.list else { continue }
      let rows = notice.rows(in: model)
      guard rows.allSatisfy({ $0.isSound("no", "name", "unit") }) else { continue }
      if let index = rows.indices.first(where: { rows[$0].no != $0 + 1 }) {
        findings.error(
          "LS07", zh: "序号应是 \(index + 1)，写的是 \(rows[index].no)",
          en: "number \(rows[index].no) where \(index + 1) is due",
          at: rows[index].location(of: "no"), repair: Message(zh: "从1起连续编号", en: "number the rows from 1"))
      }
      guard list.isSound("columns") else { continue }
      tellApart(rows, of: list, &findings)
      for (column, field) in [(ListColumn.name, "name"), (.subject, "subject"), (.result, "result")]
      where list.columns.contains(column) && !rows.isEmpty && rows.allSatisfy({ !$0.isGiven(field) }) {
        findings.error(
          "LS07", zh: "公开的栏目里有“\(column.rawValue)”，名单里没有这一栏", en: "the list shows \(field), which its table lacks",
          at: list.location(of: "columns"),
          repair: Message(
            zh: "在名单里补上这一栏，或从 columns 里去掉", en: "add the column, or take it out of columns"))
      }
      if list.columns.contains(.name), let row = rows.first(where: { !$0.isGiven("name") }),
        rows.contains(where: { $0.isGiven("name") })
      {
        findings.error(
          "RF06", zh: "这一行没有写姓名", en: "this row has no name", at: row.origin.location,
          repair: Message(zh: "补上姓名，或删去这一行", en: "write the name, or delete the row"))
      }
    }
  },
  Check("LS08", rule: Message(zh: "通报批评一类的名单有依据、审批、撤下日期，默认不具名", en: "a list that tells against people rests on law")) {
    model, findings in
    for notice in model.notices.records {
      guard let list = notice.list, list.isSound("kind"), list.kind.isNegative else { continue }
      for (field, isMissing) in [
        ("basis", notice.basis.isEmpty && notice.isSound("basis")),
        ("approval", notice.approval == nil && notice.isSound("approval")),
        ("list.expires", list.expires == nil && list.isSound("expires")),
      ] where isMissing {
        findings.error(
          "LS08", zh: "\(list.kind.rawValue)的名单没有写 \(field)", en: "a list that tells against people lacks \(field)",
          at: list.location(of: "kind"), repair: Message(zh: "补上 \(field)", en: "add \(field)"))
      }
      guard list.kind != .makeUp, list.isSound("columns", "ground"), list.ground == nil else { continue }
      guard model.isComplete(ListRow.self) else { continue }
      let named =
        list.columns.contains(.name)
        ? list.location(of: "columns") : notice.rows(in: model).first { $0.isGiven("name") }?.location(of: "name")
      guard let named else { continue }
      findings.error(
        "LS08", zh: "\(list.kind.rawValue)的名单写了姓名，没有写公开姓名的依据",
        en: "a list that tells against people names them, and does not say on what ground", at: named,
        repair: Message(
          zh: "去掉姓名一栏，只写几起和单位；确有依据的，写进 list 的 ground",
          en: "take the names out and keep cases and units; where the law wants them, say so in ground of the list"))
    }
  },
  Check("LS11", rule: Message(zh: "“共几人”减去撤下的，等于名单的行数", en: "the total less those withdrawn equals the rows")) {
    model, findings in
    guard model.isComplete(ListRow.self) else { return }
    for notice in model.notices.records {
      guard let list = notice.list, list.isSound("total"), notice.isSound("withdrawals"),
        notice.withdrawals.allSatisfy({ $0.isSound("count") })
      else { continue }
      let rows = model.rowsByNotice[notice.origin.index]
      let withdrawn = notice.withdrawals.reduce(0) { $0 + $1.count }
      if rows.isEmpty {
        // Of cases the number is enough. What has a digest was a list once: its rows lie outside, and are left out.
        guard notice.showsList(in: model), !list.kind.isNegative, model.files.hasLists || list.digest == nil else {
          continue
        }
        findings.error(
          "LS11", zh: "名单在公开期内，却没有 \(notice.id.text).csv",
          en: "the list is public now, but there is no \(notice.id.text).csv",
          at: list.location(of: "title"),
          repair: Message(
            zh: "把名单存为同名的 CSV，放在公告旁边；放在仓库以外的，用 --lists 指给构建",
            en:
              "save the list as a CSV of that name beside the notice, or outside the repository and name the folder by --lists"
          ))
      } else if rows.count != list.total - withdrawn {
        let less =
          withdrawn == 0
          ? Message(zh: "", en: "") : Message(zh: "，撤下 \(withdrawn) 人", en: " less \(withdrawn) withdrawn")
        findings.error(
          "LS11", zh: "写明共 \(list.total) 人\(less.zh)，名单有 \(rows.count) 行",
          en: "the total says \(list.total)\(less.en), the list has \(rows.count) rows",
          at: list.location(of: "total"),
          repair: withdrawn == 0
            ? Message(
              zh: "改 total，或核对名单；公开以后撤下的人，写进 withdrawals",
              en: "change total, or check the list; note in withdrawals who was taken off")
            : Message(zh: "total 是发布时的人数，撤下以后不改", en: "total is that of the publication and stays"))
      }
    }
  },
  Check("LS12", rule: Message(zh: "名单的行不在内容仓库里", en: "rows of lists are not tracked with the content")) {
    model, findings in
    let settings = model.settings
    guard !model.incompleteKinds.contains(Settings.table.name), settings.isSound("notice"), !settings.notice.tracksLists
    else {
      return
    }
    for notice in model.notices.records {
      let names = notice.rows(in: model).filter {
        !$0.name.isEmpty && $0.origin.paths.first?.hasPrefix("content/") ?? false
      }
      guard let first = names.first else { continue }
      findings.note(
        "LS12", zh: "内容里有名单的 \(names.count) 个姓名：从网站撤下以后，提交的历史里还有",
        en:
          "\(names.count) names of a list lie in the content: taken off the site, they stay in the history of the repository",
        at: first.location(of: "name"),
        repair: Message(
          zh: "把这张表移到仓库以外的文件夹，构建时用 --lists 指给它；已经议定放在内容里的，在 site.yml 写 notice: {tracks_lists: 是}",
          en:
            "move the table to a folder outside the repository and name it by --lists; where it was decided otherwise, write notice: {tracks_lists: true} in site.yml"
        ))
    }
  },
]

/// LS07 for two rows that readers cannot tell apart: one name, one unit, and no subject or two alike.
private func tellApart(_ rows: [ListRow], of list: PublicList, _ findings: inout Findings) {
  let showsSubject = list.columns.contains(.subject)
  var first: [[String]: Int] = [:]
  for (index, row) in rows.enumerated() where row.isGiven("name") {
    // A name of two characters is often padded to the width of three.
    let person = [row.name, row.unit, showsSubject ? row.subject ?? "" : ""].map { $0.filter { !$0.isWhitespace } }
    guard let earlier = first.updateValue(index, forKey: person) else { continue }
    first[person] = earlier
    findings.error(
      "LS07", zh: "同一单位的同一姓名在名单里有两行，读者分不清",
      en: "the same name of the same unit has two rows that nobody can tell apart",
      at: row.location(of: "name"),
      repair: Message(
        zh: "删去重复的一行；真是两个人的，公开“学科”一栏，还相同就在单位后加以说明",
        en: "remove one; tell two people of one name apart by the column subject, or by something behind their unit"),
      notes: [.init(Message(zh: "第一次在这里", en: "first here"), at: rows[earlier].location(of: "name"))])
  }
}

/// Words of results that nobody is named with.
private enum FailingWord {
  private static let all = [
    "不合格", "未合格", "不及格", "未通过", "不通过", "缺考", "缺席", "缺勤", "旷课", "未完成", "补考", "补学", "舞弊", "作弊", "淘汰",
  ]

  static func isIn(_ text: String) -> Bool { all.contains { text.contains($0) } }
}
