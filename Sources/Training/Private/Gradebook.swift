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
  /// For each scheme that any score names, by its place among the model's: the sheet of each person who has a mark, by the
  /// person's place in `people`.
  package private(set) var sheets: [Int: [Int: ScoreSheet]] = [:]
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
  /// - Complexity: linear in people and scores.
  package static func all(in folder: PrivateFolder, _ model: Model) -> [Gradebook] {
    var books: [String: Gradebook] = [:]
    func key(_ file: PrivateFile) -> String { file.plan + "/" + file.project }
    for roster in folder.rosters { books[key(roster.file), default: Gradebook(roster.file)].add(roster, model) }
    for scores in folder.scores { books[key(scores.file), default: Gradebook(scores.file)].add(scores, model) }
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

  private mutating func add(_ scores: PrivateTable<Score>, _ model: Model) {
    for score in scores.rows where score.isWhole {
      guard let person = indexByNumber[score.number] else {
        diagnostics.append(
          scores.diagnostic("SC08", score, Message(zh: "花名册里没有这个编号", en: "the roster has no such number")))
        continue
      }
      switch Self.place(of: score, in: model) {
      case .failure(let problem): diagnostics.append(scores.diagnostic(problem.code, score, problem.message))
      case .success(let place):
        let scheme = model.schemes.records[place.scheme]
        do throws(MarkError) {
          let mark = try scheme.items[place.item].mark(score.value, part: place.part)
          var sheet = sheets[place.scheme]?[person] ?? ScoreSheet(for: scheme)
          guard sheet[place.item, place.part] == nil else {
            diagnostics.append(
              scores.diagnostic("RF01", score, Message(zh: "这一项已经记过", en: "the item has a mark already")))
            continue
          }
          sheet[place.item, place.part] = mark
          sheets[place.scheme, default: [:]][person] = sheet
        } catch {
          diagnostics.append(scores.diagnostic("SC01", score, error.message(of: scheme.items[place.item])))
        }
      }
    }
  }

  /// What a score speaks of, by places in the model.
  private struct Place {
    let scheme: Int
    let item: Int
    let part: Int?
  }

  private struct Problem: Error {
    let code: DiagnosticCode
    let message: Message
  }

  private static func place(of score: Score, in model: Model) -> Result<Place, Problem> {
    let name = score.scheme.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let index = model.schemes.index(of: String(name[0])) else {
      return .failure(Problem(code: "RF02", message: Message(zh: "没有这个考核方案", en: "there is no such scheme")))
    }
    let scheme = model.schemes.records[index]
    if name.count > 1, Int(name[1]) != scheme.version {
      return .failure(
        Problem(
          code: "WT07",
          message: Message(
            zh: "成绩按方案“\(scheme.title)”的另一版本记，现在是第 \(scheme.version) 版",
            en: "the mark is by another version of \(scheme.id.text), which is at \(scheme.version) now")))
    }
    guard let item = scheme.items.firstIndex(where: { $0.id.text == score.item }) else {
      return .failure(
        Problem(
          code: "RF02",
          message: Message(zh: "“\(scheme.title)”没有这一项", en: "\(scheme.id.text) has no such item")))
    }
    guard let name = score.part else { return .success(Place(scheme: index, item: item, part: nil)) }
    guard let part = scheme.items[item].parts.firstIndex(where: { $0.name == name }) else {
      return .failure(Problem(code: "RF02", message: MarkError.unknownPart.message(of: scheme.items[item])))
    }
    return .success(Place(scheme: index, item: item, part: part))
  }
}

extension Gradebook {
  /// What is wrong in any file of the project.
  package var allDiagnostics: [Diagnostic] {
    diagnostics + certificateDiagnostics + recommendedDiagnostics + drawnDiagnostics
  }

  /// What each person has by the scheme at `scheme`, by the person's place in `people`; only those who have any mark.
  package func assessments(by scheme: Int, in model: Model) -> [(person: Int, assessment: Assessment)] {
    (sheets[scheme] ?? [:]).sorted { $0.key < $1.key }.map {
      ($0.key, Assessment(of: $0.value, by: model.schemes.records[scheme]))
    }
  }
}
