import Diagnostics
import Expressions
import Files
import Training

/// The files of a public list: its notice and its table, in the content or in the folder of `--lists`.
struct ListFiles {
  let notice: [UInt8]
  let noticePath: String
  let noticeShownAs: String
  let rows: [UInt8]
  let rowsPath: String
  let rowsShownAs: String

  private let list: PublicList
  private let scan: LeakScan
  private let listRows: [ListRow]

  /// Those of the notice `id`, which is public and has rows.
  init(
    _ id: String, _ model: Model, _ request: BuildRequest, _ world: World
  ) throws(ListChangeProblem) {
    guard let record = model.notices[id] else { throw .unknownNotice }
    guard let list = record.list else { throw .noList }
    guard record.isPublic(on: model.asOf) else { throw .notPublished(record.date) }
    listRows = record.rows(in: model)
    guard let first = listRows.first else { throw .noRows }
    self.list = list
    scan = LeakScan(model)
    noticeShownAs = record.origin.location.path
    rowsShownAs = first.origin.location.path
    noticePath = request.content + noticeShownAs.dropFirst("content".count)
    // The folder of lists was read by its real path.
    let folder = request.lists.flatMap { try? OutsideFolder.place(of: $0, for: request, in: world).get() }
    rowsPath =
      rowsShownAs.hasPrefix("lists/")
      ? (folder ?? "") + rowsShownAs.dropFirst("lists".count) : request.content + rowsShownAs.dropFirst("content".count)
    // As they are written, in whatever encoding.
    guard let notice = try? world.files.read(noticePath), let rows = try? world.files.read(rowsPath) else {
      throw .noRows
    }
    (self.notice, self.rows) = (notice, rows)
  }

  /// The table behind `action`, and the names that should be gone.
  func table(behind action: ListChange.Action) throws(ListChangeProblem) -> (bytes: [UInt8], names: [String]) {
    let table = ListTable(rows, listRows)
    switch action {
    case .withdraw(let numbers):
      var places: Set<Int> = []
      for number in numbers { places.insert(try place(of: number)) }
      guard places.count < listRows.count else { throw .everybody }
      return (table.removing(places), places.sorted().map { listRows[$0].name }.filter { !$0.isEmpty })
    case .correct(let number, let column, let value, let text):
      let place = try place(of: number)
      for written in [value, text] { try checkWording(of: written) }
      let names = listRows.map(\.name) + [column == "姓名" || column == "name" ? value : ""]
      guard !names.contains(where: { !$0.isEmpty && text.contains($0) }) else { throw .textNames }
      guard let field = ListRow.table.fields.first(where: { $0.name == column || $0.header == column })?.name,
        !["no", "notice"].contains(field)
      else { throw .unknownColumn }
      guard listRows[place].isGiven(field) else { throw .emptyCell }
      let old = listRows[place]
      var corrected = old
      switch field {
      case "name": corrected.name = value
      case "unit": corrected.unit = value
      case "subject": corrected.subject = value
      default: corrected.result = value
      }
      guard
        [old.name, old.unit, old.subject, old.result] != [
          corrected.name, corrected.unit, corrected.subject, corrected.result,
        ]
      else { throw .nothingToDo }
      // Another person is another list: the period begins anew for everybody.
      if field == "name", Set(old.name).isDisjoint(with: value) { throw .anotherPerson }
      var others = listRows
      others.remove(at: place)
      return (
        table.correcting(
          field, of: place, to: value, movedTo: list.place(of: corrected, insteadOf: old, at: place, among: others)),
        field == "name" ? [old.name] : []
      )
    }
  }

  private func checkWording(of text: String) throws(ListChangeProblem) {
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "<" && $0 != ">" }
    guard isPlain, let first = text.first, !first.isWhitespace, !"=+-@".contains(first),
      !(text.last?.isWhitespace ?? true)
    else { throw .unfitText }
    if let leak = scan.leaks(in: text.utf8Span.span, path: "").first { throw .personal(leak.kind) }
  }

  private func place(of number: Int) throws(ListChangeProblem) -> Int {
    guard let place = listRows.firstIndex(where: { $0.no == number }) else { throw .unknownRow(listRows.count) }
    return place
  }

  /// The notice with the line that tells of `action`; `nil` when its head is written so that nothing can be added.
  func notice(behind action: ListChange.Action, on day: CalendarDate, _ digest: String) -> [UInt8]? {
    switch action {
    case .withdraw(let numbers):
      FrontMatterList.appending(
        "{date: \(day), count: \(Set(numbers).count), digest: \(digest)}", to: "withdrawals", before: "list", in: notice
      )
    case .correct(_, _, _, let text):
      FrontMatterList.appending(
        "{date: \(day), places: 1, text: \(Self.quoted(text)), digest: \(digest)}", to: "corrections", before: "list",
        in: notice)
    }
  }

  /// A scalar of a flow mapping whatever stands in it.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
