import Diagnostics
import Expressions
import Training

/// What the declared rules of a portal can be about and look at.
struct RuleScope {
  let model: Model
  /// `collections` in every rule.
  let collections: CollectionsView
  /// The built-in kinds, and the collections as they stand in the model.
  private let kinds: [RuleSubject]
  private let ownKinds: [RuleSubject]
  /// By the type of their records, for what a rule has read.
  private let subjects: [ObjectIdentifier: RuleSubject]

  /// - Complexity: O(records).
  init(_ model: Model) {
    self.model = model
    collections = CollectionsView(model.collections)
    kinds = allRecordKinds.compactMap { RuleSubject($0, in: model) }
    ownKinds = model.collections.indices.map { RuleSubject(collection: $0, in: model) }
    subjects = Dictionary((kinds + ownKinds).map { (ObjectIdentifier($0.recordType), $0) }) { first, _ in first }
  }

  /// The rows of collection `number` of the model.
  func rows(ofCollection number: Int) -> RuleSubject { ownKinds[number] }

  /// The records that `rule` of `rules.yml` is about; `nil` after reporting that there is no such kind.
  func subject(of rule: RuleDeclaration, _ findings: inout Findings) -> RuleSubject? {
    let name = rule.on ?? ""
    if let kind = kinds.first(where: { $0.name == name || $0.title == name }) { return kind }
    if let own = ownKinds.first(where: { $0.name == name || $0.title == name }) {
      let file = "content/collections/\(own.name).yml"
      findings.error(
        "CO01", zh: "“\(name)”是自建表，它的规则和表写在一起", en: "\(own.name) is a declared collection, which has its own rules",
        at: rule.location(of: "on"), repair: Message(zh: "写进 \(file) 的 rules", en: "write it under rules in \(file)"))
      return nil
    }
    findings.add(rule.unknown(name, "on", among: kinds.map(\.name)))
    return nil
  }

  /// Whether all collections that a rule may name are there: one whose declaration is wrong has its own message.
  var knowsAllCollections: Bool { !model.incompleteKinds.contains(CollectionDeclaration.table.name) }

  /// Whether everything that `reads` lead to could be read: a rule that met something else has no say.
  func isSound(_ reads: [FieldRead]) -> Bool {
    reads.allSatisfy { read in
      guard let subject = subjects[read.type] else { return true }
      return subject.isSound(Int(read.record)) && isComplete(subject.recordType.attributes[Int(read.attribute)].type)
    }
  }

  /// Whether all records of the kind that `type` is of, or a list of, could be read: which of them refer to a record is known
  /// only then.
  func isComplete(_ type: ValueType) -> Bool {
    switch type {
    case .optional(let inner), .list(let inner): isComplete(inner)
    case .record(let type): subjects[ObjectIdentifier(type())]?.isComplete ?? true
    case .any, .boolean, .number, .text, .html, .date, .link, .quantity, .mapping, .parts, .either: true
    }
  }
}
