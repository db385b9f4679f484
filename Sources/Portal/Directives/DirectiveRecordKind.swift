import Expressions
import Training

/// A kind of record that attributes of directives can name by id.
package struct DirectiveRecordKind: Sendable {
  /// What an id leads to.
  enum Finding {
    case record(Value)
    /// Readers may not see it yet on the day of the build.
    case upcoming
    case missing
  }

  /// As declarations name it (`course`), and as messages do (`课程`).
  package let name: String
  package let title: String
  let type: @Sendable () -> RecordType
  let find: @Sendable (String, Model) -> Finding
  /// Ids of the records that readers may see, in file order.
  let ids: @Sendable (Model) -> [String]
  /// Those records.
  let all: @Sendable (Model) -> [Value]

  private init<R: IdentifiedRecord>(_ kind: R.Type) {
    name = R.table.name
    title = R.table.title
    type = { R.table.recordType }
    find = { id, model in
      guard let record = R.store(in: model)[id] else { return .missing }
      return record.isPublic(on: model.asOf) ? .record(.record(Entity(record, in: model))) : .upcoming
    }
    ids = { model in R.store(in: model).records.filter { $0.isPublic(on: model.asOf) }.map(\.id.text) }
    all = { model in
      R.store(in: model).records.filter { $0.isPublic(on: model.asOf) }.map { .record(Entity($0, in: model)) }
    }
  }

  /// The kinds there are: those that readers see by themselves, on a page or in a list.
  package static let all: [DirectiveRecordKind] = [
    .init(Plan.self), .init(Phase.self), .init(Milestone.self), .init(Project.self), .init(Module.self),
    .init(Tier.self), .init(CoursePack.self), .init(Course.self), .init(Stream.self), .init(Class.self),
    .init(Session.self), .init(Newsletter.self), .init(Scheme.self), .init(Notice.self), .init(Expert.self),
    .init(Area.self), .init(Institution.self), .init(Contact.self), .init(HelpPage.self),
  ]

  /// The kind called `name` in declarations.
  static func named(_ name: String) -> DirectiveRecordKind? { all.first { $0.name == name } }

  /// The texts that attribute `attribute` of the public records holds, each once, in the order they are met.
  ///
  /// - Complexity: O(records).
  func words(of attribute: Int, in model: Model) -> [String] {
    var seen: Set<String> = []
    var words: [String] = []
    func add(_ value: Value) {
      switch value {
      case .text(let text): if seen.insert(text).inserted { words.append(text) }
      case .list(let items): items.forEach(add)
      case .none, .boolean, .number, .quantity, .html, .date, .link, .mapping, .record, .undefined: break
      }
    }
    for case .record(let record) in all(model) { add(record.value(at: attribute)) }
    return words
  }
}
