package import Diagnostics
package import Expressions

/// What the value of a directive's attribute can be.
package enum AttributeType: Sendable {
  case text
  /// A whole number within the bounds.
  case integer(ClosedRange<Int>)
  case boolean
  /// One of the words of the declaration.
  case choice([String])
  /// One of the texts that records of the kind have as attribute `attribute`.
  case word(DirectiveRecordKind, attribute: Int)
  case record(DirectiveRecordKind)
  /// Several ids, with blanks or `、` between them.
  case records(DirectiveRecordKind)
  /// A file of a folder `files/`, named by its path from the text.
  case attachment
  /// The same, a picture.
  case image
  /// The same, a table.
  case csv
  /// A declared collection by its name.
  case collection
  /// Names of columns of the table that the directive shows.
  case columns
  /// Columns by which the table is sorted, `-` before those that run down.
  case order
  /// An expression over the columns; rows for which it is true are shown.
  case filter
  /// An expression over what figures of the text can name.
  case figure

  /// The names that declarations use.
  package enum Name: String, CaseIterable, Sendable {
    case text, integer, boolean, choice, word, record, records, attachment, image, csv, collection, columns, order,
      filter, figure
  }

  /// What a declaration calls it.
  package var name: Name {
    switch self {
    case .text: .text
    case .integer: .integer
    case .boolean: .boolean
    case .choice: .choice
    case .word: .word
    case .record: .record
    case .records: .records
    case .attachment: .attachment
    case .image: .image
    case .csv: .csv
    case .collection: .collection
    case .columns: .columns
    case .order: .order
    case .filter: .filter
    case .figure: .figure
    }
  }

  /// One of each kind as a declaration writes it, for the reference.
  package static var samples: [(written: String, type: AttributeType)] {
    let course = DirectiveRecordKind.named("course")
    return [
      ("text", .text), ("integer(least=1, most=12)", .integer(1...12)), ("boolean", .boolean),
      ("choice('full', 'half')", .choice(["full", "half"])),
    ]
      + (course.map { kind in
        [
          ("record('course')", .record(kind)), ("records('course')", .records(kind)),
          ("word('course', 'subjects')", .word(kind, attribute: kind.type().index(of: "subjects") ?? 0)),
        ]
      } ?? []) + [
        ("attachment", .attachment), ("image", .image), ("csv", .csv), ("collection", .collection),
        ("columns", .columns), ("order", .order), ("filter", .filter), ("figure", .figure),
      ]
  }

  /// What layouts get for a value that is given.
  package var valueType: ValueType {
    switch self {
    case .text, .choice, .word, .order, .filter, .figure: .text
    case .integer: .number
    case .boolean: .boolean
    case .record(let kind): .record(kind.type)
    case .records(let kind): .list(.record(kind.type))
    case .attachment, .image: .record { AttachmentView.recordType }
    case .csv, .collection: .record { CollectionViews.tableType }
    case .columns: .list(.text)
    }
  }

  /// What the layout gets when nothing is written; `nil` when that is nothing, which it has to ask for.
  var emptyValue: Value? {
    switch self {
    case .boolean: .boolean(false)
    case .records, .columns: .list([])
    case .text, .integer, .choice, .word, .record, .attachment, .image, .csv, .collection, .order, .filter, .figure:
      nil
    }
  }

  /// Whether it says which table is shown.
  var isTable: Bool {
    switch self {
    case .csv, .collection: true
    default: false
    }
  }

  /// What to write, for messages and for the reference.
  package var expected: Message {
    switch self {
    case .text: Message(zh: "文字", en: "text")
    case .integer(let bounds):
      if bounds.upperBound == Int.max {
        Message(zh: "整数，至少 \(bounds.lowerBound)", en: "a whole number, at least \(bounds.lowerBound)")
      } else {
        Message(
          zh: "\(bounds.lowerBound)–\(bounds.upperBound) 的整数",
          en: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
      }
    case .boolean: Message(zh: "true 或 false（是、否；只写名称即为 true）", en: "true or false (the name alone is true)")
    case .choice(let words):
      Message(zh: words.joined(separator: "、") + " 之一", en: "one of " + words.joined(separator: ", "))
    case .word(let kind, let attribute):
      Message(
        zh: "\(kind.title)里有的\(kind.type().attributes[attribute].doc.prefix { $0 != "；" })",
        en: "a value that \(kind.type().attributes[attribute].name) of a \(kind.name) has")
    case .record(let kind): Message(zh: "\(kind.title)的编号", en: "id of a \(kind.name)")
    case .records(let kind):
      Message(zh: "\(kind.title)的编号，几个之间用空格或顿号", en: "ids of \(kind.name) records with blanks between them")
    case .attachment: Message(zh: "files/ 里一个附件的路径", en: "path of an attachment in files/")
    case .image: Message(zh: "files/ 里一张图片的路径", en: "path of a picture in files/")
    case .csv: Message(zh: "files/ 里一个 CSV 表格的路径", en: "path of a CSV table in files/")
    case .collection: Message(zh: "自建表的名称", en: "name of a declared collection")
    case .columns: Message(zh: "栏目名称，几个之间用顿号", en: "names of columns with blanks between them")
    case .order: Message(zh: "栏目名称，由大到小的前面加 -", en: "names of columns, - before those that run down")
    case .filter: Message(zh: "对栏目的判断", en: "a condition on the columns")
    case .figure: Message(zh: "数据里的一个数", en: "a figure of the data")
    }
  }
}
