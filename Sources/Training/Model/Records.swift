/// The records of a portal while they are being collected: one shelf a kind, in file order.
package struct Records: Sendable {
  package var settings: [Settings] = []
  package var calendars: [WorkCalendarYear] = []
  package var collections: [CollectionDeclaration] = []
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
  package var sessions: [Session] = []
  package var newsletters: [Newsletter] = []
  package var schemes: [Scheme] = []
  package var notices: [Notice] = []
  package var listRows: [ListRow] = []
  package var helpPages: [HelpPage] = []

  /// The tables of the declared collections; each gets its rows when all files are read.
  package var declared: [DeclaredCollection] = []
  /// Rows of declared collections in file order, each with the index of its collection.
  var declaredRows: [(collection: Int, row: CollectionRow)] = []

  package init() {}

  /// Adds what `other` holds behind what is here, shelf by shelf.
  mutating func append(_ other: Records) {
    settings += other.settings
    calendars += other.calendars
    collections += other.collections
    areas += other.areas
    institutions += other.institutions
    contacts += other.contacts
    experts += other.experts
    plans += other.plans
    phases += other.phases
    milestones += other.milestones
    projects += other.projects
    modules += other.modules
    tiers += other.tiers
    packs += other.packs
    courses += other.courses
    streams += other.streams
    classes += other.classes
    groups += other.groups
    tutors += other.tutors
    sessions += other.sessions
    newsletters += other.newsletters
    schemes += other.schemes
    notices += other.notices
    listRows += other.listRows
    helpPages += other.helpPages
    declaredRows += other.declaredRows
  }
}

/// The records of one kind, and where each id is.
package struct RecordStore<R: IdentifiedRecord>: Sendable {
  package let records: [R]
  private let indices: [String: Int]

  init(_ records: [R], indices: [String: Int]) {
    self.records = records
    self.indices = indices
  }

  /// The record with the id `id`.
  package subscript(id: String) -> R? { indices[id].map { records[$0] } }
  /// How many records of the kind there are; records whose id is used twice all count.
  package var count: Int { records.count }
  /// Their ids in file order. Made anew at each call, O(count).
  package var ids: [String] { records.map(\.id.text) }
}
