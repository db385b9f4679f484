package import Diagnostics
package import Expressions
package import Values

/// A table about a portal for those who run it, not for its readers: what is open, whether hours agree, who has which class.
package struct Report: Sendable {
  /// What stands in a row of one column.
  package enum Cell: Hashable, Sendable {
    /// Nothing to say here.
    case none
    case text(Message)
    case number(Decimal)
    case day(CalendarDate)
    /// Where it is written; shown as file and line.
    case place(SourceLocation)
  }

  /// What a column is called.
  package struct Column: Sendable {
    /// For programs: the key in JSON.
    package let name: String
    /// For people.
    package let header: Message
  }

  package let columns: [Column]
  /// As many cells each as there are columns.
  package let rows: [[Cell]]

  /// The table of `lines` with the columns `columns`.
  ///
  /// - Complexity: O(lines × columns).
  init<Line>(_ columns: [ReportColumn<Line>], _ lines: [Line]) {
    self.columns = columns.map(\.column)
    rows = lines.map { line in columns.map { $0.cell(line) } }
  }
}

/// A column of a report over `Line`, and what stands in it.
struct ReportColumn<Line> {
  let column: Report.Column
  let cell: (Line) -> Report.Cell

  init(_ name: String, _ zh: String, _ en: String, _ cell: @escaping (Line) -> Report.Cell) {
    column = Report.Column(name: name, header: Message(zh: zh, en: en))
    self.cell = cell
  }

  /// Texts of the portal, the same in both languages; nothing for an empty one.
  static func text(_ name: String, _ zh: String, _ en: String, _ text: @escaping (Line) -> String?) -> Self {
    Self(name, zh, en) { line in
      guard let text = text(line), !text.isEmpty else { return .none }
      return .text(Message(zh: text, en: text))
    }
  }

  static func message(_ name: String, _ zh: String, _ en: String, _ text: @escaping (Line) -> Message?) -> Self {
    Self(name, zh, en) { line in text(line).map { .text($0) } ?? .none }
  }

  static func count(_ name: String, _ zh: String, _ en: String, _ count: @escaping (Line) -> Int?) -> Self {
    Self(name, zh, en) { line in count(line).map { .number(Decimal($0)) } ?? .none }
  }

  static func number(_ name: String, _ zh: String, _ en: String, _ number: @escaping (Line) -> Decimal?) -> Self {
    Self(name, zh, en) { line in number(line).map { .number($0) } ?? .none }
  }
}

/// A kind of report.
package struct ReportKind: Sendable {
  /// On the command line.
  package let name: String
  package let title: Message
  /// What it shows, for the help.
  package let explanation: Message
  /// The report of a portal on the day of its model.
  package let report: @Sendable (Model) -> Report
}

/// The reports there are, in the order in which help shows them.
package let allReports: [ReportKind] = [.pending, .hours, .staffing, .notices]
