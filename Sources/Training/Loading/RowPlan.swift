import Diagnostics
import Values

/// What all rows of a table have in common, worked out once: which column is which field, what the path says.
struct RowPlan<R: FieldBearer>: Sendable {
  /// A column that is a field of the record.
  struct Column: Sendable {
    let column: Int
    let field: Int
    /// Whether a blank cell has the value of the cell above it: merged cells, of which only the first is saved.
    let fillsDown: Bool
  }

  let fields: RecordTable<R>
  private(set) var columns: [Column] = []
  /// A record with what the path says, and with the marks of fields that no row can have.
  private(set) var prototype: R
  /// The column that says what a row is about, where no record may be called 合计.
  private(set) var namingColumn: Int?

  /// `naming` is the field whose column that is. Columns that no record has are left out with a note when
  /// `leavingOthersOut`, unless another was probably meant.
  ///
  /// Says what is wrong with the header: RF07 for columns that no record has, RF09 for a field in two columns or in the
  /// path too, CV11 for values below no header, RF06 for required fields without a column.
  init(
    _ fields: RecordTable<R>, _ table: CSVTable, captures: [Node.Entry], fillDown: [String], naming: String? = nil,
    leavingOthersOut: Bool = false, isComplete: Bool, _ decoding: inout Decoding
  ) {
    self.fields = fields
    let known = captures.filter { fields.index(of: $0.key) != nil }
    prototype = fields.decode(known, span: SourceSpan(0, 0), isComplete: false, &decoding)
    if isComplete {
      let names = table.header.map(\.text) + captures.map(\.key)
      for field in fields.requiredFields(absentFrom: names, aliases: decoding.aliases) {
        prototype.origin.markUnsound(field)
        decoding.diagnostics.append(fields.missingColumn(field, table))
      }
    }
    var places: [Int: SourceSpan] = [:]
    for (column, name) in table.header.enumerated() {
      guard let field = fields.index(of: name.text, decoding.aliases) else {
        if !leavingOthersOut || !fields.leaveOut(name.text, at: name.span, &decoding) {
          reportUnknown(name, column, table, &decoding)
        }
        continue
      }
      // Under whatever name: the folder decides, not the table.
      if let capture = captures.first(where: { fields.index(of: $0.key) == field }),
        let text = capture.value.scalar?.text
      {
        decoding.diagnostics.append(PathFact.repeated(name.text, text, at: SourceLocation(decoding.path, name.span)))
        continue
      }
      if let first = places.updateValue(name.span, forKey: field) {
        fields.reportTwice(fields.fields[field], name.span, first, &decoding)
        continue
      }
      if let successor = fields.fields[field].successor {
        fields.reportDeprecated(fields.fields[field], successor, at: name.span, &decoding)
      }
      let fills = fillDown.contains(fields.fields[field].name)
      if fields.fields[field].name == naming { namingColumn = column }
      columns.append(Column(column: column, field: field, fillsDown: fills))
    }
  }

  private mutating func reportUnknown(
    _ name: CSVTable.Cell, _ column: Int, _ table: CSVTable, _ decoding: inout Decoding
  ) {
    guard name.text.isEmpty else {
      // The field that was meant is not missing as well: one cause, one message.
      if let meant = fields.reportUnknown(name.text, at: name.span, &decoding) { prototype.origin.markUnsound(meant) }
      return
    }
    for row in 0..<table.rowCount {
      let place = table.place(row, column)
      guard !place.content.isEmpty else { continue }
      decoding.report(
        "CV11", Message(zh: "这一格所在的列没有表头", en: "the column of this cell has no header"), at: place.span,
        repair: Message(
          zh: "给这一列写上表头，或清空这一列；可用的表头：" + fields.fields.map(\.header).joined(separator: "、"),
          en: "name the column or clear it; known headers: " + fields.fields.map(\.name).joined(separator: ", ")))
      return
    }
  }
}

/// What the place of a file says about its records.
enum PathFact {
  /// RF09 for a name that is written in the file although its place says it.
  static func repeated(_ name: String, _ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "RF09",
      Message(
        zh: "“\(name)”由文件的位置决定（\(text)），不在文件里再写",
        en: "\(name) follows from the file's place (\(text)) and is not written again"),
      at: location, repair: Message(zh: "删去这一行", en: "delete this line"))
  }
}
