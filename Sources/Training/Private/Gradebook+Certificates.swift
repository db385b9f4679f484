package import Diagnostics
package import Expressions

/// A certificate that a person holds.
package struct HeldCertificate: Hashable, Sendable {
  /// The person's place among the people of the book.
  package let person: Int
  /// The rule's place in the model.
  package let rule: Int
  package let number: String
  package let issued: CalendarDate
}

extension Gradebook {
  /// Looks at each row of `table`; `numbers` are those of projects that were looked at before.
  ///
  /// - Complexity: linear in rows and marks.
  mutating func add(_ table: PrivateTable<IssuedCertificate>, _ model: Model, _ numbers: inout Set<String>) {
    let rules = model.projects.index(of: project).map { model.certificatesByProject[$0] } ?? []
    let passed = passed(in: model)
    var holders: Set<[Int]> = []
    for row in table.rows where row.isWhole {
      func told(_ code: DiagnosticCode, _ zh: String, _ en: String, repair: Message? = nil) -> Diagnostic {
        table.diagnostic(code, row, Message(zh: zh, en: en), repair: repair)
      }
      let isFirst = numbers.insert(row.number).inserted
      guard let person = indexByNumber[row.person] else {
        certificateDiagnostics.append(told("SC08", "花名册里没有这个编号", "the roster has no such number"))
        continue
      }
      guard let index = rules.first(where: { model.certificates.records[$0].kind == row.kind }) else {
        let kinds = rules.map { model.certificates.records[$0].kind }.joined(separator: "、")
        certificateDiagnostics.append(
          told(
            "RF02", "certificates.yml 里，这个项目没有这种证书", "certificates.yml has no such certificate of the project",
            repair: kinds.isEmpty
              ? Message(zh: "先在 certificates.yml 里写这种证书的规则", en: "write its rules there")
              : Message(
                zh: "种类写\(kinds)；别的证书先在 certificates.yml 里写规则", en: "the kind is \(kinds); others need rules there")
          ))
        continue
      }
      let before = certificateDiagnostics.count
      let rule = model.certificates.records[index]
      if !isFirst {
        certificateDiagnostics.append(
          told(
            "RF01", "证书编号已经用过（也核对别的项目）", "the number is in use already, here or in another project",
            repair: Message(zh: "换一个没有用过的编号", en: "give another number")))
      }
      if rule.isSound("format"), !rule.format.matches(row.number) {
        certificateDiagnostics.append(
          told(
            "RF08", "证书编号不合“\(rule.format.fieldText)”的格式", "the number does not follow \(rule.format.fieldText)",
            repair: Message(
              zh: "改正编号，或改 certificates.yml 里的格式", en: "correct the number, or the format in certificates.yml")))
      }
      let isVoid = model.revocationsByCertificate[index].contains {
        model.revocations.records[$0].number == row.number
      }
      if !isVoid, !holders.insert([person, index]).inserted {
        certificateDiagnostics.append(
          told(
            "RF01", "这个人已经有一份同样的证书", "the person has such a certificate already",
            repair: Message(
              zh: "删去多的一行；换发的，把原来的编号写进 revocations.csv",
              en: "delete a row; the number of one that was replaced goes to revocations.csv")))
      }
      if let passed, !passed.contains(person) {
        certificateDiagnostics.append(
          told(
            "SC02", "这个人按考核方案不合格：必做的一项没有达到要求，或总分不到合格线",
            "the person does not pass by the scheme: a mandatory item or the total is below what it asks for",
            repair: Message(
              zh: "核对成绩（prospectus explain-result 编号）；确实不合格的，收回证书、删去这一行",
              en: "see prospectus explain-result; take the certificate back where it is so")))
      }
      if let problem = rule.tooEarly(row.issued, in: model) {
        certificateDiagnostics.append(
          told(problem.code, problem.message.zh, problem.message.en, repair: problem.repair))
      }
      if certificateDiagnostics.count == before, !isVoid {
        certificates.append(HeldCertificate(person: person, rule: index, number: row.number, issued: row.issued))
      }
    }
  }

  /// Who passes by every scheme for trainees of the project; `nil` where nobody can tell: it has no such scheme.
  func passed(in model: Model) -> Set<Int>? {
    guard let place = model.projects.index(of: project) else { return nil }
    let schemes = model.projects.records[place].schemes.compactMap(\.index)
      .filter { model.schemes.records[$0].subject == .trainee }
    guard !schemes.isEmpty else { return nil }
    return schemes.reduce(Set(people.indices)) { left, scheme in
      left.intersection(assessments(by: scheme, in: model).filter(\.assessment.isPassed).map(\.person))
    }
  }

  /// SC02 for lists of those who passed, or did best: whoever is on one passes. SC08 for the former: they are in the roster.
  ///
  /// Files and rows are named by their numbers alone, for a row tells who has failed.
  ///
  /// - Complexity: linear in people, marks and rows.
  package func listProblems(in model: Model) -> [Diagnostic] {
    guard let place = model.projects.index(of: project), model.isComplete(ListRow.self), !people.isEmpty else {
      return []
    }
    // A folder that has no marks of the project knows nobody who fails.
    let passed = marks.tables.isEmpty ? nil : passed(in: model)
    let byName = Dictionary(grouping: people.indices) { people[$0].name.filter { !$0.isWhitespace } }
    return model.noticesByProject[place].map { model.notices.records[$0] }.flatMap { notice -> [Diagnostic] in
      guard let list = notice.list, list.kind == .passed || list.kind == .excellent else { return [] }
      let rows = notice.rows(in: model).filter { $0.isSound("name", "unit") && !$0.name.isEmpty }
      var unknown: [Int] = []
      var failed: [Int] = []
      for row in rows {
        let found = (byName[row.name.filter { !$0.isWhitespace }] ?? []).filter {
          people[$0].unit.map { $0 == row.unit } ?? true
        }
        if found.isEmpty {
          // The best of a project may include tutors, those who passed are its learners.
          if list.kind == .passed { unknown.append(row.no) }
        } else if let passed, !found.contains(where: passed.contains) {
          failed.append(row.no)
        }
      }
      guard let path = rows.first?.origin.paths.first else { return [] }
      return [
        Self.listProblem(
          "SC08", path, unknown, Message(zh: "花名册里没有这个单位的这个人", en: "the roster has nobody of that name and unit")),
        Self.listProblem(
          "SC02", path, failed, Message(zh: "按考核方案不合格，不能列入名单", en: "does not pass by the scheme")),
      ].compactMap { $0 }
    }
  }

  private static func listProblem(
    _ code: DiagnosticCode, _ path: String, _ rows: [Int], _ message: Message
  ) -> Diagnostic? {
    guard !rows.isEmpty else { return nil }
    let numbers = rows.prefix(10).map(String.init).joined(separator: "、") + (rows.count > 10 ? "……" : "")
    return Diagnostic(
      code,
      Message(
        zh: "名单序号 \(numbers)，共 \(rows.count) 行：\(message.zh)",
        en: "rows \(numbers), \(rows.count) in all: \(message.en)"),
      at: SourceLocation(path),
      repair: Message(zh: "核对名单、花名册和成绩", en: "compare the list with roster and scores"))
  }
}
