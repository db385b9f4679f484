/// The records of a portal while they are being collected: one shelf a kind, in file order.
package struct Records: Sendable {
  package var settings: [Settings] = []
  package var calendars: [WorkCalendarYear] = []
  package var collections: [CollectionDeclaration] = []
  package var rules: [RuleDeclaration] = []
  package var areas: [Area] = []
  package var institutions: [Institution] = []
  package var contacts: [Contact] = []
  package var experts: [Expert] = []
  package var plans: [Plan] = []
  package var phases: [Phase] = []
  package var milestones: [Milestone] = []
  package var projects: [Project] = []
  package var modules: [Module] = []
  package var tiers: [Tier] = []
  package var packs: [CoursePack] = []
  package var courses: [Course] = []
  package var streams: [Stream] = []
  package var classes: [Class] = []
  package var groups: [Group] = []
  package var tutors: [Tutor] = []
  package var managers: [Manager] = []
  package var pairs: [Pair] = []
  package var results: [ResultRow] = []
  package var certificates: [CertificateRule] = []
  package var revocations: [Revocation] = []
  package var samples: [ExamSample] = []
  package var sessions: [Session] = []
  package var newsletters: [Newsletter] = []
  package var schemes: [Scheme] = []
  package var notices: [Notice] = []
  package var listRows: [ListRow] = []
  package var helpPages: [HelpPage] = []
  package var terms: [Term] = []
  package var releases: [Release] = []
  package var redirects: [Redirect] = []
  package var archivedFiles: [ArchivedFile] = []

  /// The tables of the declared collections; each gets its rows when all files are read.
  package var declared: [DeclaredCollection] = []
  /// Rows of declared collections in file order, each with the index of its collection.
  var declaredRows: [(collection: Int, row: CollectionRow)] = []

  package init() {}

  /// Adds what `other` holds behind what is here, shelf by shelf.
  mutating func append(_ other: Records) {
    Self.append(other.settings, to: &settings)
    Self.append(other.calendars, to: &calendars)
    Self.append(other.collections, to: &collections)
    Self.append(other.rules, to: &rules)
    Self.append(other.areas, to: &areas)
    Self.append(other.institutions, to: &institutions)
    Self.append(other.contacts, to: &contacts)
    Self.append(other.experts, to: &experts)
    Self.append(other.plans, to: &plans)
    Self.append(other.phases, to: &phases)
    Self.append(other.milestones, to: &milestones)
    Self.append(other.projects, to: &projects)
    Self.append(other.modules, to: &modules)
    Self.append(other.tiers, to: &tiers)
    Self.append(other.packs, to: &packs)
    Self.append(other.courses, to: &courses)
    Self.append(other.streams, to: &streams)
    Self.append(other.classes, to: &classes)
    Self.append(other.groups, to: &groups)
    Self.append(other.tutors, to: &tutors)
    Self.append(other.managers, to: &managers)
    Self.append(other.pairs, to: &pairs)
    Self.append(other.results, to: &results)
    Self.append(other.certificates, to: &certificates)
    Self.append(other.revocations, to: &revocations)
    Self.append(other.samples, to: &samples)
    Self.append(other.sessions, to: &sessions)
    Self.append(other.newsletters, to: &newsletters)
    Self.append(other.schemes, to: &schemes)
    Self.append(other.notices, to: &notices)
    Self.append(other.listRows, to: &listRows)
    Self.append(other.helpPages, to: &helpPages)
    Self.append(other.terms, to: &terms)
    Self.append(other.releases, to: &releases)
    Self.append(other.redirects, to: &redirects)
    Self.append(other.archivedFiles, to: &archivedFiles)
    Self.append(other.declaredRows, to: &declaredRows)
  }
}

extension Records {
  /// Adds `new` behind `shelf`, without a copy when there is nothing yet.
  static func append<R>(_ new: [R], to shelf: inout [R]) {
    if shelf.isEmpty { shelf = new } else { shelf += new }
  }
}

/// The records of one kind, and where each id is.
package struct RecordStore<R: IdentifiedRecord>: Sendable {
  package let records: [R]
  private let indices: IdentifierIndex

  init(_ records: [R], indices: IdentifierIndex) {
    self.records = records
    self.indices = indices
  }

  /// The same with other records in their places.
  func mapped(_ transform: ([R]) -> [R]) -> RecordStore { RecordStore(transform(records), indices: indices) }

  /// The record with the id `id`.
  package subscript(id: String) -> R? { indices[id].map { records[$0] } }
  /// Where the record with the id `id` is among them.
  package func index(of id: String) -> Int? { indices[id] }
  /// How many records of the kind there are; records whose id is used twice all count.
  package var count: Int { records.count }
  /// Their ids in file order. Made anew at each call, O(count).
  package var ids: [String] { records.map(\.id.text) }
}
