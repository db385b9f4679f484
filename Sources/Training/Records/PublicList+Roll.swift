import Expressions
import Values

/// What layouts see of a list.
extension PublicList {
  fileprivate static let rowType = RecordType(
    "list-row",
    [
      .init("no", .number, doc: "序号"), .init("name", .text, doc: "姓名；不公开时为空"),
      .init("unit", .text, doc: "单位；不公开时为空"), .init("subject", .optional(.text), doc: "学科"),
      .init("result", .optional(.text), doc: "结果"),
    ])
  static let rollType = RecordType(
    "roll",
    [
      .init("title", .text, doc: "名单标题"), .init("kind", .text, doc: "名单类型"),
      .init("negative", .boolean, doc: "是否通报批评、舞弊、补学一类；总数是几起"),
      .init("order", .text, doc: "排列方式"), .init("total", .number, doc: "现有人数，已减去撤下的"),
      .init("shown", .boolean, doc: "现在是否公开"), .init("left_out", .boolean, doc: "是否公开而预览里略去"),
      .init("absent", .boolean, doc: "是否公开而构建时没有带名单的行"),
      .init("columns", .list(.text), doc: "现在公开的栏目"),
      .init("rows", .list(.record { rowType }), doc: "行；不公开时为空"),
      .init("groups", .list(.record { groupType }), doc: "按单位排列时每个单位一组，按笔画排列的长名单每个画数一组，否则只有一组"),
      .init("expires", .optional(Moment.valueType), doc: "何时撤下；长期保留的没有"),
    ])
  static let groupType = RecordType(
    "row-group",
    [.init("head", .text, doc: "组名；只有一组时为空"), .init("rows", .list(.record { rowType }), doc: "行")])
}

extension Notice {
  /// The list, with its rows while they are public.
  func roll(in model: Model) -> Value {
    guard let list else { return .none }
    let isPublic = showsList(in: model)
    let isForReaders = isPublic && model.readership == .everyone
    let rows = isForReaders ? rows(in: model) : []
    let isAbsent = isForReaders && rows.isEmpty && !list.kind.isNegative
    let isShown = isForReaders && !isAbsent
    let columns = publicColumns(in: model)
    func has(_ column: ListColumn) -> Bool { columns.contains(column) }
    let rowValues: [Value] = rows.map { row in
      .record(
        View(
          PublicList.rowType,
          [
            .number(Decimal(row.no)), .text(has(.name) ? row.name : ""), .text(has(.unit) ? row.unit : ""),
            has(.subject) ? row.subject.map { .text($0) }.orNone : .none,
            has(.result) ? row.result.map { .text($0) }.orNone : .none,
          ]))
    }
    return .record(
      View(
        PublicList.rollType,
        [
          .text(list.title), .text(list.kind.rawValue), .boolean(list.kind.isNegative), .text(list.order.rawValue),
          .number(Decimal(listTotal(in: model))), .boolean(isShown), .boolean(isPublic && !isForReaders),
          .boolean(isAbsent),
          .list(columns.map { .text($0.rawValue) }), .list(rowValues), list.groups(of: rows, rowValues),
          listEnd.map { $0.value(in: model) }.orNone,
        ]))
  }
}
