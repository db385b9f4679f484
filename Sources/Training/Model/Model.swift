package import Diagnostics
package import Expressions
import Values

/// A portal's records, linked: references resolved, reverse references indexed. Immutable; shared by all pages.
package final class Model: Sendable {
  package let settings: Settings
  /// The day for which the portal is built; every state follows from it.
  package let asOf: CalendarDate
  /// For whom the portal is built.
  package let readership: Readership
  package let calendar: WorkCalendar
  package let routes: any Routes
  /// The texts behind the records, and the attachments.
  package let files: ContentFiles
  /// Kinds of which something could not be read or has an ambiguous id: rules that count all of them keep silent.
  package let incompleteKinds: Set<String>

  package let areas: RecordStore<Area>
  package let institutions: RecordStore<Institution>
  package let contacts: RecordStore<Contact>
  package let experts: RecordStore<Expert>
  package let plans: RecordStore<Plan>
  package let phases: RecordStore<Phase>
  package let milestones: RecordStore<Milestone>
  package let projects: RecordStore<Project>
  package let modules: RecordStore<Module>
  package let tiers: RecordStore<Tier>
  package let packs: RecordStore<CoursePack>
  package let courses: RecordStore<Course>
  package let streams: RecordStore<Stream>
  package let classes: RecordStore<Class>
  package let groups: RecordStore<Group>
  package let tutors: RecordStore<Tutor>
  package let managers: RecordStore<Manager>
  package let pairs: RecordStore<Pair>
  package let results: RecordStore<ResultRow>
  package let certificates: RecordStore<CertificateRule>
  package let revocations: RecordStore<Revocation>
  package let samples: RecordStore<ExamSample>
  package let sessions: RecordStore<Session>
  package let newsletters: RecordStore<Newsletter>
  package let schemes: RecordStore<Scheme>
  package let notices: RecordStore<Notice>
  package let listRows: RecordStore<ListRow>
  package let helpPages: RecordStore<HelpPage>
  package let terms: RecordStore<Term>
  package let releases: RecordStore<Release>
  package let redirects: RecordStore<Redirect>
  package let archivedFiles: RecordStore<ArchivedFile>
  /// Collections that the portal declares itself, by name.
  package let collections: [DeclaredCollection]
  /// What the portal demands of its records, as `rules.yml` says it.
  package let rules: [RuleDeclaration]

  /// Values that are still open, of records of any kind, in the order of the kinds.
  package let open: [Pending]

  /// By kind, the records that no reference leads to, in their order; nothing when a reference could not be read.
  package let unmentioned: [String: [Int]]

  // Reverse references: for each record of the kind behind "By", the indices of those that refer to it, sorted as readers
  // want them.
  package let classesByArea: [[Int]]
  package let classesByProject: [[Int]]
  package let classesByStream: [[Int]]
  package let coursesByExpert: [[Int]]
  package let coursesByModule: [[Int]]
  package let coursesByPack: [[Int]]
  package let coursesByPhase: [[Int]]
  package let coursesByStream: [[Int]]
  package let groupsByClass: [[Int]]
  package let managersByProject: [[Int]]
  package let milestonesByPlan: [[Int]]
  package let modulesByPlan: [[Int]]
  /// All of them, newest first.
  package let latestNewsletters: [Int]
  package let newslettersByClass: [[Int]]
  package let newslettersByProject: [[Int]]
  package let noticesByProject: [[Int]]
  /// By the notice that they name as their result, the oldest first.
  package let noticesByResult: [[Int]]
  /// By the notice that they supersede, the oldest first.
  package let noticesBySuperseded: [[Int]]
  package let pairsByProject: [[Int]]
  package let resultsByProject: [[Int]]
  package let resultsByClass: [[Int]]
  package let certificatesByProject: [[Int]]
  /// The newest first.
  package let revocationsByCertificate: [[Int]]
  package let samplesByProject: [[Int]]
  package let noticesBySample: [[Int]]
  package let phasesByPlan: [[Int]]
  package let phasesByProject: [[Int]]
  package let projectsByPack: [[Int]]
  package let rowsByNotice: [[Int]]
  package let sessionsByClass: [[Int]]
  package let sessionsByCourse: [[Int]]
  package let sessionsByProject: [[Int]]
  package let sessionsByStream: [[Int]]
  package let streamsByProject: [[Int]]
  package let tiersByModule: [[Int]]
  package let tiersByPlan: [[Int]]

  /// Links `records`.
  ///
  /// `files` are those that the records came from. Of `incompleteKinds` a file could not be read. `diagnostics` gets RF01
  /// for ids used twice, RF02 for references to nothing.
  ///
  /// - Complexity: O(records × log records).
  package init(
    _ records: Records, asOf: CalendarDate, routes: any Routes, files: ContentFiles, incompleteKinds: Set<String>,
    readership: Readership = .everyone, diagnostics: inout [Diagnostic]
  ) {
    var linking = Linking(records, incompleteKinds: incompleteKinds)
    func linked<R: IdentifiedRecord>(_ shelf: [R]) -> RecordStore<R> {
      RecordStore(linking.resolve(shelf), indices: linking.index(of: R.table.name))
    }
    var settings = records.settings
    settings = linking.resolve(settings)
    self.settings = settings.first ?? Settings()
    self.asOf = asOf
    self.readership = readership
    self.routes = routes
    self.files = files
    calendar = WorkCalendar(records.calendars)
    areas = linked(records.areas)
    institutions = linked(records.institutions)
    contacts = linked(records.contacts)
    experts = linked(records.experts)
    plans = linked(records.plans)
    let undated = linked(records.phases)
    milestones = linked(records.milestones)
    projects = linked(records.projects)
    phases = undated.mapped { [projects] in Phase.dated($0, of: projects.records) }
    modules = linked(records.modules)
    tiers = linked(records.tiers)
    packs = linked(records.packs)
    courses = linked(records.courses)
    streams = linked(records.streams)
    classes = linked(records.classes)
    groups = linked(records.groups)
    tutors = linked(records.tutors)
    managers = linked(records.managers)
    pairs = linked(records.pairs)
    results = linked(records.results)
    certificates = linked(records.certificates)
    revocations = linked(records.revocations)
    samples = linked(records.samples)
    sessions = linked(records.sessions)
    newsletters = linked(records.newsletters)
    schemes = linked(records.schemes)
    notices = linked(records.notices)
    listRows = linked(records.listRows)
    helpPages = linked(records.helpPages)
    terms = linked(records.terms)
    releases = linked(records.releases)
    redirects = linked(records.redirects)
    archivedFiles = linked(records.archivedFiles)
    collections = linking.resolve(records.declared)
    rules = records.rules
    diagnostics += linking.diagnostics
    open = linking.open
    unmentioned = linking.unmentioned
    self.incompleteKinds = linking.incompleteKinds

    let areaOrder = areas.records
    let classOrder = Self.order(classes, by: <) { record in
      (record.area.index.map { areaOrder[$0].order } ?? Int.max, record.stream.index ?? -1, record.no, record.id.text)
    }
    classesByArea = Self.reverse(classes, areas, classOrder) { [$0.area.index] }
    classesByProject = Self.reverse(classes, projects, classOrder) { [$0.project.index] }
    classesByStream = Self.reverse(classes, streams, classOrder) { $0.streams.map(\.index) }
    let courseOrder = Self.order(courses, by: <) { ($0.no, $0.id.text) }
    coursesByExpert = Self.reverse(courses, experts, courseOrder) { $0.lecturers.map(\.index) }
    coursesByModule = Self.reverse(courses, modules, courseOrder) { [$0.module?.index] }
    coursesByPack = Self.reverse(courses, packs, courseOrder) { [$0.pack.index] }
    coursesByPhase = Self.reverse(courses, phases, courseOrder) { [$0.phase?.index] }
    coursesByStream = Self.reverse(courses, streams, courseOrder) { $0.streams.map(\.index) }
    groupsByClass = Self.reverse(groups, classes) { [$0.classReference.index] }
    managersByProject = Self.reverse(managers, projects) { [$0.project.index] }
    let milestoneOrder = Self.order(milestones, by: <) { $0.when?.first.dayNumber ?? Int.max }
    milestonesByPlan = Self.reverse(milestones, plans, milestoneOrder) { [$0.plan?.index] }
    modulesByPlan = Self.reverse(modules, plans, Self.order(modules, by: <) { $0.order }) { [$0.plan?.index] }
    let issueOrder = Self.order(newsletters, by: >) { $0.no }
    newslettersByClass = Self.reverse(newsletters, classes, issueOrder) { [$0.classReference.index] }
    latestNewsletters = Self.order(newsletters, by: <) { (-$0.date.dayNumber, -$0.no, $0.id.text) }
    newslettersByProject = Self.reverse(newsletters, projects, latestNewsletters) { [$0.project.index] }
    let noticeOrder = Self.order(notices, by: >) { ($0.date, $0.id.text) }
    noticesByProject = Self.reverse(notices, projects, noticeOrder) { [$0.project?.index] }
    let oldestNotices = Array(noticeOrder.reversed())
    noticesByResult = Self.reverse(notices, notices, oldestNotices) { [$0.result?.index] }
    noticesBySuperseded = Self.reverse(notices, notices, oldestNotices) { [$0.supersedes?.index] }
    pairsByProject = Self.reverse(pairs, projects) { [$0.project.index] }
    resultsByProject = Self.reverse(results, projects) { [$0.project.index] }
    resultsByClass = Self.reverse(results, classes) { [$0.classReference?.index] }
    certificatesByProject = Self.reverse(certificates, projects) { [$0.project.index] }
    let revocationOrder = Self.order(revocations, by: <) { (-$0.date.dayNumber, $0.number) }
    revocationsByCertificate = Self.reverse(revocations, certificates, revocationOrder) { [$0.certificate.index] }
    samplesByProject = Self.reverse(samples, projects) { [$0.project.index] }
    noticesBySample = Self.reverse(notices, samples, noticeOrder) { [$0.sample?.index] }
    let phaseOrder = Self.order(phases, by: <) { $0.no }
    phasesByPlan = Self.reverse(phases, plans, phaseOrder) { [$0.project == nil ? $0.plan?.index : nil] }
    phasesByProject = Self.reverse(phases, projects, phaseOrder) { [$0.project?.index] }
    projectsByPack = Self.reverse(projects, packs) { $0.packs.map(\.index) }
    rowsByNotice = Self.reverse(listRows, notices) { [$0.notice.index] }
    let sessionOrder = Self.order(sessions, by: <) { $0.timeKey }
    sessionsByClass = Self.reverse(sessions, classes, sessionOrder) { [$0.classReference?.index] }
    sessionsByCourse = Self.reverse(sessions, courses, sessionOrder) { [$0.course?.index] }
    sessionsByProject = Self.reverse(sessions, projects, sessionOrder) { [$0.project.index] }
    sessionsByStream = Self.reverse(sessions, streams, sessionOrder) { [$0.stream?.index] }
    streamsByProject = Self.reverse(streams, projects) { [$0.project.index] }
    tiersByModule = Self.reverse(tiers, modules) { $0.modules.map(\.index) }
    tiersByPlan = Self.reverse(tiers, plans) { [$0.plan?.index] }
  }

  /// The places of `records` in the order of their keys, equal ones in file order. Keys are taken out once: records are large,
  /// and to compare two of them would copy both.
  ///
  /// - Complexity: O(records × log records).
  private static func order<R: IdentifiedRecord, Key>(
    _ records: RecordStore<R>, by isEarlier: (Key, Key) -> Bool, _ key: (R) -> Key
  ) -> [Int] {
    let keys = records.records.map(key)
    return keys.indices.sorted { left, right in
      if isEarlier(keys[left], keys[right]) { return true }
      return left < right && !isEarlier(keys[right], keys[left])
    }
  }

  /// For each of `targets` the sources that refer to it: in the order `order`, in that of the files without one.
  private static func reverse<Source: IdentifiedRecord, Target: IdentifiedRecord>(
    _ sources: RecordStore<Source>, _ targets: RecordStore<Target>, _ order: [Int]? = nil,
    _ referred: (Source) -> [Int?]
  ) -> [[Int]] {
    var lists: [[Int]] = Array(repeating: [], count: targets.count)
    for index in order ?? Array(0..<sources.count) {
      for target in referred(sources.records[index]) {
        guard let target, lists[target].last != index else { continue }
        lists[target].append(index)
      }
    }
    return lists
  }

  /// The records at `indices` as layouts see them, without those that are not public yet.
  package func entities<R: IdentifiedRecord>(_ kind: R.Type, at indices: [Int]) -> Value {
    let records = R.store(in: self).records
    return .list(
      indices.compactMap { records[$0].isPublic(on: asOf) ? .record(Entity(R.self, at: $0, in: self)) : nil })
  }
}

extension Linking {
  /// What is open in the records resolved so far.
  fileprivate mutating func collectOpen(_ origin: Origin) { open += origin.open.map(\.pending) }

  /// `collections` with the references of their rows resolved, and where each record is referred to.
  mutating func resolve(_ collections: [DeclaredCollection]) -> [DeclaredCollection] {
    collections.map { collection in
      var collection = collection
      collection.rows = resolve(collection.rows, by: collection.table)
      for (index, row) in collection.rows.enumerated() {
        for target in row.cells.flatMap(\.targets) where collection.rowsByTarget[target]?.last != index {
          collection.rowsByTarget[target, default: []].append(index)
        }
      }
      return collection
    }
  }

  /// Makes the ids of the rows of declared collections known.
  private mutating func add(_ collections: [DeclaredCollection]) {
    collectionNames = collections.map(\.name)
    for collection in collections {
      let (rows, id) = (collection.rows, collection.idField)
      add(
        count: rows.count, kind: collection.name, title: collection.table.title, hasIDs: id != nil,
        id: { index in id.flatMap { rows[index].text(of: $0) } ?? "" },
        place: { index in id.flatMap { rows[index].origin.location(ofField: $0) } ?? rows[index].origin.location },
        names: { collection.table.names(of: rows) })
    }
  }

  /// The ids of all `records`; RF01 for those used twice is in `diagnostics`.
  package init(_ records: Records, incompleteKinds: Set<String>) {
    self.init(incompleteKinds: incompleteKinds)
    add(records.areas)
    add(records.institutions)
    add(records.contacts)
    add(records.experts)
    add(records.plans)
    add(records.phases)
    add(records.milestones)
    add(records.projects)
    add(records.modules)
    add(records.tiers)
    add(records.packs)
    add(records.courses)
    add(records.streams)
    add(records.classes)
    add(records.groups)
    add(records.tutors)
    add(records.managers)
    add(records.pairs)
    add(records.results)
    add(records.certificates)
    add(records.revocations)
    add(records.samples)
    add(records.sessions)
    add(records.newsletters)
    add(records.schemes)
    add(records.notices)
    add(records.helpPages)
    add(records.declared)
  }

  /// `shelf` with its references resolved and its places in the model written down.
  mutating func resolve<R: Record>(_ shelf: [R]) -> [R] { resolve(shelf, by: R.table) }

  private mutating func resolve<R: FieldBearer>(_ shelf: [R], by table: RecordTable<R>) -> [R] {
    var shelf = shelf
    let links = table.fields.enumerated().compactMap { index, field in field.link.map { (index, $0) } }
    for index in shelf.indices {
      shelf[index].origin.index = index
      for (field, link) in links { link(&shelf[index], &self, field) }
      if !shelf[index].origin.isWhole, links.contains(where: { !shelf[index].origin.isSound($0.0) }) {
        hasUnknownReferences = true
      }
      if !shelf[index].origin.open.isEmpty { collectOpen(shelf[index].origin) }
    }
    return shelf
  }
}
