import Diagnostics

extension ListChangeProblem {
  /// What to do instead, of the list of the notice `id`. No case quotes a row.
  func diagnostic(_ id: String) -> Diagnostic {
    let (code, message, repair): (DiagnosticCode, Message, Message) =
      switch self {
      case .unknownNotice:
        (
          "RF02", Message(zh: "没有公告“\(id)”", en: "there is no notice \(id)"),
          Message(zh: "写公告的编号，即文件名：2026-09-16-gongshi", en: "name a notice by its id, which is its file's name")
        )
      case .noList:
        (
          "RF02", Message(zh: "公告“\(id)”没有名单", en: "the notice \(id) has no list"),
          Message(zh: "写附有名单的公告", en: "name a notice with a list")
        )
      case .notPublished(let day):
        (
          "LS09",
          Message(
            zh: "这份名单 \(day) 才公开，现在改不必留记录", en: "the list is public from \(day) only; a change needs no record yet"),
          Message(zh: "直接改名单，并改 total", en: "edit the table, and total with it")
        )
      case .noRows:
        (
          "LS11", Message(zh: "读不到“\(id)”的名单", en: "the rows of \(id) are not here"),
          Message(zh: "名单在仓库以外的，用 --lists 写明文件夹", en: "name the folder of rows that lie outside by --lists")
        )
      case .unknownRow(let count):
        (
          "RF02", Message(zh: "名单没有这个序号", en: "the list has no such number"),
          Message(zh: "写名单里的序号，1—\(count)", en: "write a number of the list, 1 to \(count)")
        )
      case .everybody:
        (
          "LS09", Message(zh: "这样名单上就没有人了", en: "nobody would be left in the list"),
          Message(
            zh: "整份名单不再公示的，另发公告并写 supersedes", en: "to take a whole list back, publish a notice that supersedes it")
        )
      case .unknownColumn:
        (
          "RF07", Message(zh: "名单没有这一栏", en: "the list has no such column"),
          Message(zh: "写姓名、单位、学科、结果之一", en: "write one of name, unit, subject, result")
        )
      case .emptyCell:
        (
          "RF06", Message(zh: "这一格是空的，没有什么可更正", en: "the cell is empty: there is nothing to correct"),
          Message(zh: "补写的内容，直接写进名单，并在 corrections 里记一条", en: "fill it in the table, and note it in corrections")
        )
      case .anotherPerson:
        (
          "LS09",
          Message(
            zh: "新的姓名与原来的没有一个字相同：这是换人，不是更正", en: "the names share no character: that is another person, no correction"),
          Message(
            zh: "增加、换人的，另发公告，写 supersedes，公示期重新起算",
            en: "publish a new notice that supersedes this one; its period begins anew")
        )
      case .nothingToDo:
        (
          "LS09", Message(zh: "名单已经是这样写的", en: "the list says so already"),
          Message(zh: "核对序号和栏目", en: "check number and column")
        )
      case .unfitText:
        (
          "RF08", Message(zh: "更正的内容和说明要写，而且只写一行普通的文字", en: "value and text are one line of plain text each"),
          Message(
            zh: "不写空的，不换行，不写 < >，开头不写 = + - @",
            en: "leave nothing empty, break no line, write no < >, begin with none of = + - @")
        )
      case .textNames:
        (
          "PV06", Message(zh: "说明里有名单上的姓名", en: "the text for readers has a name of the list"),
          Message(zh: "写“第2行错一字。”，不写姓名", en: "write which row, not whose")
        )
      case .personal(let kind):
        (
          kind.code, Message(zh: "这里面有个人的号码或地址，不能公开", en: "it holds a number or address of a person"),
          Message(zh: "去掉它，再运行一次", en: "take it out and run the command again")
        )
      case .unreadableHead:
        (
          "RF08",
          Message(zh: "公告“\(id)”开头的写法，加不进一条记录", en: "the head of \(id) is written so that nothing can be added"),
          Message(
            zh: "把 withdrawals 和 corrections 写成列表，或删去空的",
            en: "write withdrawals and corrections as lists, or delete empty ones")
        )
      }
    return Diagnostic(code, message, at: nil, repair: repair)
  }
}
