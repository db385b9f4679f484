package import Diagnostics

/// The scores of one project put together with its roster: for each person the sheets of the schemes, what was issued to them and
/// which sample they are in, and what is wrong.
package struct Gradebook: Sendable {
  /// The plan's id.
  package let plan: String
  /// The project's id; whether there is such a project is not asked.
  package let project: String
  /// In the order of the roster; somebody whose number stands there twice once.
  package private(set) var people: [Person] = []
  /// The marks of trainees, by their places in `people`.
  package private(set) var marks = MarkBook()
  /// The marks of the tutors of classes, by the classes' places in the model.
  package private(set) var tutorMarks = MarkBook()
  /// SC01, SC08, WT07, CL07, RF01, RF02: by line, without any value.
  package private(set) var diagnostics: [Diagnostic] = []
  /// In the order of the file, those that are as they should be.
  package internal(set) var certificates: [HeldCertificate] = []
  /// SC02, SC08, RF01, RF02, RF08, DT07, LS05 of certificates: by line, without any value.
  package internal(set) var certificateDiagnostics: [Diagnostic] = []
  /// By the place of a sample in the model: who is recommended for it, by the person's place in `people`.
  package internal(set) var recommended: [Int: Set<Int>] = [:]
  /// CL07, RF02, SC06, SC08 of those who are recommended: by line, without any value.
  package internal(set) var recommendedDiagnostics: [Diagnostic] = []
  /// The same of those who were drawn, and SC07 where drawing again gives others.
  package internal(set) var drawnDiagnostics: [Diagnostic] = []

  private(set) var indexByNumber: [String: Int] = [:]

  /// The books of all projects of `folder`, by year and project.
  ///
  /// - Complexity: linear in people and scores, which are read on `jobs` threads.
  package static func all(in folder: PrivateFolder, _ model: Model, jobs: Int) -> [Gradebook] {
    var books: [String: Gradebook] = [:]
    func key(_ file: PrivateFile) -> String { file.plan + "/" + file.project }
    for roster in folder.rosters { books[key(roster.file), default: Gradebook(roster.file)].add(roster, model) }
    for scores in folder.scores { books[key(scores.file), default: Gradebook(scores.file)].add(scores, model, jobs) }
    // A number is used once, whatever the project.
    var numbers: Set<String> = []
    for table in folder.certificates {
      books[key(table.file), default: Gradebook(table.file)].add(table, model, &numbers)
    }
    for table in folder.recommended { books[key(table.file), default: Gradebook(table.file)].add(table, model) }
    for table in folder.drawn { books[key(table.file), default: Gradebook(table.file)].compare(table, model) }
    return books.sorted { $0.key < $1.key }.map(\.value)
  }

  private init(_ file: PrivateFile) {
    plan = file.plan
    project = file.project
  }

  private mutating func add(_ roster: PrivateTable<Person>, _ model: Model) {
    var identities: Set<String> = []
    for person in roster.rows where person.isSound("train_no") {
      guard indexByNumber.updateValue(people.count, forKey: person.number) == nil else {
        diagnostics.append(
          roster.diagnostic("RF01", person, Message(zh: "学员编号与前面一行相同", en: "the number is that of an earlier row")))
        continue
      }
      if let identity = person.identityNumber, !identities.insert(identity.uppercased()).inserted {
        diagnostics.append(
          roster.diagnostic(
            "CL07", person,
            Message(
              zh: "与前面一行是同一个人，一个项目里只能在一个班",
              en: "this is the person of an earlier row, who can be in one class of a project alone"),
            repair: Message(zh: "留下一行；证件号码抄错的改正", en: "keep one of the rows, or correct the identity number")))
      }
      people.append(person)
      guard let id = person.classID else { continue }
      guard let index = model.classes.index(of: id) else {
        diagnostics.append(roster.diagnostic("RF02", person, Message(zh: "没有这个班级", en: "there is no such class")))
        continue
      }
      if model.classes.records[index].project.id != project {
        diagnostics.append(
          roster.diagnostic("RF02", person, Message(zh: "班级属于别的项目", en: "the class belongs to another project")))
      }
    }
  }

  private mutating func add(_ scores: PrivateTable<Score>, _ model: Model, _ jobs: Int) {
    if scores.file.kind == .tutorScores {
      let project = project
      diagnostics += tutorMarks.add(
        scores,
        of: MarkBook.Subjects(
          count: model.classes.count,
          index: { id in
            model.classes.index(of: id).flatMap { model.classes.records[$0].project.id == project ? $0 : nil }
          },
          unknown: Message(zh: "这个项目没有这个班级", en: "the project has no such class"), subject: .tutor),
        model, jobs: jobs)
    } else {
      let indexByNumber = indexByNumber
      diagnostics += marks.add(
        scores,
        of: MarkBook.Subjects(
          count: people.count, index: { indexByNumber[$0] },
          unknown: Message(zh: "花名册里没有这个编号", en: "the roster has no such number"), subject: nil),
        model, jobs: jobs)
    }
  }
}

extension Gradebook {
  /// What is wrong in any file of the project.
  package var allDiagnostics: [Diagnostic] {
    diagnostics + certificateDiagnostics + recommendedDiagnostics + drawnDiagnostics
  }

  /// What each person has by the scheme at `scheme`, by the person's place in `people`; only those who have any mark.
  package func assessments(by scheme: Int, in model: Model) -> [(person: Int, assessment: Assessment)] {
    guard let table = marks.tables[scheme] else { return [] }
    let record = model.schemes.records[scheme]
    return table.persons.compactMap { person in table[person].map { (person, Assessment(of: $0, by: record)) } }
  }

  /// What the members of the class at `index` have reached by the scheme at `scheme`.
  package func result(ofClass index: Int, by scheme: Int, in model: Model) -> GroupResult {
    let id = model.classes.records[index].id.text
    let members = people.indices.filter { people[$0].classID == id }
    let record = model.schemes.records[scheme]
    return GroupResult(
      enrolled: members.count,
      members.compactMap { marks.tables[scheme]?[$0].map { Assessment(of: $0, by: record) } })
  }
}
