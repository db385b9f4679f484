import Expressions
import Portal
import PortalTestSupport
import Testing
import Training
import Values

/// The pages of the demonstration, before anything is rendered.
@Suite struct PageTests {
  private let context: PortalContext
  private let pages: [(family: PageFamily, page: Page)]

  init() throws {
    var portal = OneFilePortal("")
    for file in try Demonstration.files(["content"]) { portal[file.path] = String(decoding: file.bytes, as: UTF8.self) }
    var context = PortalContext(ModelRun(portal).model, version: "test")
    pages = context.enumeratePages()
    self.context = context
  }

  @Test func `no two pages have one address`() {
    let files = pages.map(\.page.path.file)
    #expect(Set(files).count == files.count)
    #expect(pages.allSatisfy { $0.page.path.fragment == nil })
  }

  @Test func `addresses are ASCII and made of ids`() {
    for (_, page) in pages {
      #expect(
        page.path.path.utf8.allSatisfy { byte in
          (97...122).contains(byte) || (48...57).contains(byte) || [45, 46, 47].contains(byte)
        }, "\(page.path.path)")
      #expect(
        page.path.path.isEmpty || page.path.path.hasSuffix("/") || page.path.path == "404.html", "\(page.path.path)")
    }
  }

  @Test func `every family has a page, and families have names of their own`() {
    let used = Set(pages.map(\.family.name))
    for family in allPageFamilies { #expect(used.contains(family.name), "\(family.name)") }
    #expect(Set(allPageFamilies.map(\.name)).count == allPageFamilies.count)
    #expect(Set(allPageFamilies.map(\.layout)).count == allPageFamilies.count)
  }

  @Test func `every page has a title, a description and a value for each variable`() {
    for (family, page) in pages {
      #expect(!page.title.isEmpty && page.description != "", "\(page.path.path)")
      #expect(page.variables(context).count == family.variables.count, "\(page.path.path)")
    }
    #expect(context.model.courses.count > 0)
  }

  @Test func `breadcrumbs lead to pages`() {
    let paths = Set(pages.map(\.page.path.path))
    for (_, page) in pages {
      for crumb in page.crumbs { #expect(paths.contains(crumb.path.path), "\(page.path.path) → \(crumb.path.path)") }
    }
  }

  @Test func `what a link may name is a page`() {
    let paths = Set(pages.map(\.page.path.path))
    for fixed in PortalRoutes.fixed { #expect(paths.contains(fixed.path.path), "page:\(fixed.name)") }
  }

  @Test func `every record with a page of its own has one`() {
    let paths = Set(pages.map(\.page.path.path))
    let model = context.model
    func expectPages<R: IdentifiedRecord>(_ store: RecordStore<R>) {
      for id in store.ids {
        #expect(paths.contains(model.routes.path(of: R.table.name, id: id).path), "\(R.table.name):\(id)")
      }
    }
    expectPages(model.courses)
    expectPages(model.packs)
    expectPages(model.modules)
    expectPages(model.tiers)
    expectPages(model.plans)
    expectPages(model.projects)
    expectPages(model.classes)
    expectPages(model.newsletters)
    expectPages(model.schemes)
    expectPages(model.helpPages)
  }

  @Test func `pages that show names are kept out of search engines`() throws {
    let notices = context.model.notices.records.filter { $0.showsList(in: context.model) }
    #expect(!notices.isEmpty)
    let hidden = Set(pages.filter { $0.page.isNoIndex && !$0.family.isRedirect }.map(\.page.path.path))
    #expect(hidden == Set(notices.map { context.model.routes.path(of: "notice", id: $0.id.text).path }))
  }

  @Test func `a notice of tomorrow has no page today`() throws {
    let day = try #require(CalendarDate(fieldText: "2026-09-15", year: nil))
    var context = PortalContext(ModelRun(SmallPortal.content, asOf: day).model, version: "test")
    let paths = context.enumeratePages().map(\.page.path.path)
    #expect(paths.contains("notices/2026-09-01-tongzhi/"))
    #expect(!paths.contains("notices/2026-09-16-gongshi/"))
  }
}
