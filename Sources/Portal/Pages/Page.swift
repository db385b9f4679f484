package import Expressions
package import Training

/// A page to be: where, from which layout, with what. An object, because lists of all pages are made several times.
package final class Page: Sendable {
  package let path: SitePath
  package let title: String
  /// A sentence about it; `nil` for the first ones of its text.
  package let description: String?
  /// The word of the spine under which the page stands.
  package let section: Section
  /// The way from the home page, without it and without the page itself.
  package let crumbs: [Crumb]
  /// Kept out of search engines: pages that show names of a list.
  package let isNoIndex: Bool
  /// The Markdown text of the page, when it has one.
  package let text: PageText?
  /// The source file behind "edit this page".
  package let source: String?
  /// Links to anchors that a record gives the page, and where the record has them.
  package let links: [TextLink]
  /// The values of the family's variables, in their order; made when the page is rendered.
  package let variables: @Sendable (PortalContext) -> [Value]

  package init(
    _ path: SitePath, title: String, description: String?, section: Section, crumbs: [Crumb] = [],
    isNoIndex: Bool = false, text: PageText? = nil, source: String? = nil,
    links: [TextLink] = [], variables: @escaping @Sendable (PortalContext) -> [Value]
  ) {
    self.path = path
    self.title = title
    self.description = description
    self.section = section
    self.crumbs = crumbs
    self.isNoIndex = isNoIndex
    self.text = text
    self.source = source ?? text?.path
    self.links = links
    self.variables = variables
  }
}

/// A Markdown text and what its figures may name. A page has one: ids of headings and footnotes are unique in a text.
package struct PageText: Sendable {
  /// Where it is.
  package let place: RecordText
  /// Records by the names that `{{ … }}` uses.
  package var scope: [(name: String, type: ValueType, value: Value)]
  /// Whether a record of the scope is missing or could not be read as a whole, which has its own message: then figures
  /// are checked and not computed.
  package var lacksRecords = false

  /// The text of `record`; `nil` when it has none.
  package init?(
    of record: some IdentifiedRecord, scope: [(name: String, type: ValueType, value: Value)] = []
  ) {
    guard let place = RecordText(of: record) else { return nil }
    self.place = place
    self.scope = scope
  }

  /// The file, as messages show it.
  package var path: String { place.path }
}

/// One step of a breadcrumb.
package struct Crumb: Sendable {
  package var title: String
  package var path: SitePath

  package init(_ title: String, _ path: SitePath) {
    self.title = title
    self.path = path
  }
}

/// The words of the spine, and what stands beside them.
package enum Section: String, Sendable, CaseIterable {
  case home, plan, catalogue, classes, schedule, newsletters, notices, help, other = ""
}

/// Pages of one kind: their layout, what it receives, which pages there are. One file each, one line in
/// `allPageFamilies`.
package final class PageFamily: Sendable {
  /// What the kind is called in layouts (`page.kind`) and messages.
  package let name: String
  /// The file in `layouts/`.
  package let layout: String
  /// What the layout receives besides `site` and `page`.
  package let variables: [(name: String, type: ValueType)]
  package let pages: @Sendable (PortalContext) -> [Page]

  init(
    _ name: String, layout: String, variables: [(name: String, type: ValueType)],
    pages: @escaping @Sendable (PortalContext) -> [Page]
  ) {
    self.name = name
    self.layout = layout
    self.variables = variables
    self.pages = pages
  }

  /// Whether its pages only lead to others.
  package var isRedirect: Bool { name == redirectFamily.name }
}

/// What all pages share: the model and what was computed from it once.
package struct PortalContext: Sendable {
  package let model: Model
  let catalogue: Catalogue
  let schedule: Schedule
  let related: RelatedRows
  let targets: LinkTargets
  let redirects: RedirectList
  /// `collections` of every layout.
  let collections: View
  /// For the page `build/`.
  let version: String
  /// How many pages there are; 0 until they are all known.
  package internal(set) var pageCount = 0

  package init(_ model: Model, version: String) {
    self.model = model
    self.version = version
    catalogue = Catalogue(model)
    schedule = Schedule(model)
    related = RelatedRows(model)
    targets = LinkTargets(model)
    redirects = RedirectList(model, targets)
    collections = CollectionsView(ofLayouts: model.collections).view(in: model)
  }

  /// The page of a record.
  func path<R: IdentifiedRecord>(of record: R) -> SitePath {
    model.routes.path(of: R.table.name, id: record.id.text)
  }

  func entity<R: IdentifiedRecord>(_ record: R) -> Value { .record(Entity(record, in: model)) }
  func entities<R: IdentifiedRecord>(_ records: some Sequence<R>) -> Value { .list(records.map(entity)) }
}

extension IdentifiedRecord {
  /// A list of such records, in layouts.
  static var listType: ValueType { .list(.record { table.recordType }) }
  /// One such record, in layouts.
  static var entityType: ValueType { .record { table.recordType } }
}

/// The families of pages there are.
package let allPageFamilies: [PageFamily] = [
  homeFamily, planFamily, projectTableFamily, projectFamily, catalogueFamily, packFamily, moduleFamily, tierFamily,
  courseFamily, scheduleFamily, classIndexFamily, classFamily, newsletterIndexFamily, newsletterFamily,
  schemeIndexFamily,
  schemeFamily, certificateFamily, sampleFamily, noticeIndexFamily, noticeFamily, expertFamily, helpIndexFamily,
  helpFamily, buildFamily, notFoundFamily, redirectFamily,
]
