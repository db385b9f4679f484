import Diagnostics
import Values

/// A row of a public list: the public columns and nothing else.
package struct ListRow: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var notice = Reference<Notice>(id: "", span: SourceSpan(0, 0))
  package var no = 0
  package var name = ""
  package var unit = ""
  package var subject: String?
  package var result: String?

  package init() {}
  package static func store(in model: Model) -> RecordStore<ListRow> { model.listRows }
  /// Filled from the CSV file beside each notice that has a list, in the order of its rows.
  package static var shelf: any WritableKeyPath<Records, [ListRow]> & Sendable { \.listRows }

  /// As long as its list is shown.
  package func isExported(from model: Model) -> Bool {
    notice.record(in: model)?.showsList(in: model) ?? false
  }

  /// Without what the list does not show.
  package func exported(from model: Model) -> ListRow {
    var row = self
    let columns = notice.record(in: model)?.publicColumns(in: model) ?? []
    if !columns.contains(.name) { row.name = "" }
    if !columns.contains(.unit) { row.unit = "" }
    if !columns.contains(.subject) { row.subject = nil }
    if !columns.contains(.result) { row.result = nil }
    return row
  }

  /// `list-row`: the columns of `ListColumn` and no others, so that telephone or identity numbers in the file are LS04.
  /// It has no id field.
  package static let table = RecordTable<ListRow>(
    "list-row", "名单行",
    [
      .required("notice", "公告", \.notice, "所属公告，取自文件名"),
      .required("no", "序号", \.no, "序号"),
      .defaulted("name", "姓名", \.name, "姓名；不公开姓名的名单不要这一栏"),
      .required("unit", "单位", \.unit, "单位"),
      .optional("subject", "学科", \.subject, "学科"),
      .optional("result", "结果", \.result, "结果"),
    ])
}
