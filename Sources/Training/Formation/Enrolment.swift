package import Diagnostics
import Values

/// How many teachers of one subject in one area want to learn: a row of the table from which classes are formed.
package struct Enrolment: NestedRecord {
  package var origin = Origin()
  package var area = ""
  package var stage = ""
  package var subject = ""
  package var members = 0

  package init() {}

  /// A row of an enrolment table. Area and stage are free words, and may be absent: whoever has one of each need not write it.
  package static let table = RecordTable<Enrolment>(
    "enrolment", "报名人数",
    [
      .defaulted("area", "区县", \.area, "区县或单位"),
      .defaulted("stage", "学段", \.stage, "学段"),
      .required("subject", "学科", \.subject, "学科"),
      .required("members", "人数", \.members, "报名人数"),
    ])

  /// Other headers by which offices call the columns.
  private static let aliases: HeaderAliases = [
    "enrolment": [
      "报名人数": "members", "报名数": "members", "enrolled": "members", "科目": "subject", "单位": "area", "地区": "area",
      "县区": "area",
    ]
  ]

  /// Reads a table of enrolments. Rows that are sums are left out, and so are columns that forming classes does not need;
  /// a header that is nearly one of ours is told as wrong.
  ///
  /// - Returns: the rows; what is wrong with the table, RF01 for a subject that an area has twice included; its text as UTF-8,
  ///   in which places are counted, when it is stored otherwise.
  /// - Complexity: O(bytes).
  package static func read(
    _ bytes: [UInt8], path: String
  ) -> (rows: [Enrolment], diagnostics: [Diagnostic], text: [UInt8]?) {
    var loaded = Loaded(aliases: aliases, jobs: 1)
    let rows = loaded.tableRows(
      ContentFile(relativePath: path, path: path, bytes: bytes), [], table, fillDown: ["area", "stage"],
      naming: "subject",
      leavingOthersOut: true)
    if !loaded.diagnostics.hasErrors { loaded.diagnostics += repeated(rows) }
    return (rows, loaded.diagnostics, loaded.texts[path])
  }

  /// RF01 for each subject that an area has more than once, however often.
  private static func repeated(_ rows: [Enrolment]) -> [Diagnostic] {
    let groups = Dictionary(grouping: rows.indices) { [rows[$0].area, rows[$0].stage, rows[$0].subject] }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.map { places in
      let (first, second) = (rows[places[0]], rows[places[1]])
      return Diagnostic(
        "RF01",
        Message(zh: "“\(first.name)”写了 \(places.count) 次", en: "\(first.name) is written \(places.count) times"),
        at: second.location(of: "subject"),
        notes: [
          .init(Message(zh: "第一次写在这里", en: "first written here"), at: first.location(of: "subject"))
        ],
        repair: Message(zh: "合成一行，人数相加；或改正学科、区县", en: "make one row of them, or correct one"))
    }
  }

  /// `小学语文`, `A县小学语文`; a subject that begins with its stage is named once.
  package var name: String { area + subjectOfStage }

  /// `小学语文`, `小学科学`.
  package var subjectOfStage: String { subject.hasPrefix(stage) ? subject : stage + subject }
}
