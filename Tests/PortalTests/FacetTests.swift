import Expressions
import Portal
import PortalTestSupport
import Testing
import Training
import Values

/// The catalogue: what a facet promises is what its page lists.
@Suite struct FacetTests {
  /// A page of the catalogue as its layout receives it.
  private struct Listing {
    var shown: Int
    /// Ids of the courses listed.
    var courses: [String]
    var facets: [(label: String, count: Int, path: String?, isSelected: Bool)]
  }

  private func attribute(_ name: String, of value: Value) throws -> Value {
    guard case .record(let record) = value else { throw WrongValue(description: "no record: \(value)") }
    let index = try #require(record.recordType.attributes.firstIndex { $0.name == name })
    return record.value(at: index)
  }

  private struct WrongValue: Error, CustomStringConvertible { var description: String }

  private func items(_ value: Value) throws -> [Value] {
    guard case .list(let items) = value else { throw WrongValue(description: "no list: \(value)") }
    return items
  }

  private func number(_ value: Value) throws -> Int {
    guard case .number(let number) = value else { throw WrongValue(description: "no number: \(value)") }
    return try #require(number.integer)
  }

  private func text(_ value: Value) throws -> String {
    guard case .text(let text) = value else { throw WrongValue(description: "no text: \(value)") }
    return text
  }

  private func listings(_ portal: OneFilePortal) throws -> [String: Listing] {
    var context = PortalContext(ModelRun(portal).model, version: "test")
    var listings: [String: Listing] = [:]
    for (family, page) in context.enumeratePages() where family.name == "catalogue" {
      let values = Dictionary(
        uniqueKeysWithValues: zip(family.variables.map(\.name), page.variables(context)))
      let groups = try items(try #require(values["groups"]))
      let facets = try items(try #require(values["facets"])).flatMap { try items(try attribute("values", of: $0)) }
      listings[page.path.path] = Listing(
        shown: try number(try #require(values["shown"])),
        courses: try groups.flatMap { try items(try attribute("courses", of: $0)) }
          .map { try text(try attribute("id", of: $0)) },
        facets: try facets.map { facet in
          var path: String?
          if case .link(let link) = try attribute("url", of: facet) { path = link.path }
          guard case .boolean(let isSelected) = try attribute("selected", of: facet) else {
            throw WrongValue(description: "no boolean")
          }
          return (
            try text(try attribute("label", of: facet)), try number(try attribute("count", of: facet)), path, isSelected
          )
        })
    }
    return listings
  }

  private func demonstration() throws -> OneFilePortal {
    var portal = OneFilePortal("")
    for file in try Demonstration.files(["content"]) { portal[file.path] = String(decoding: file.bytes, as: UTF8.self) }
    return portal
  }

  @Test func `the count of a facet is the number of courses its page lists`() throws {
    let listings = try listings(try demonstration())
    #expect(listings.count > 100)
    for (path, listing) in listings {
      #expect(listing.shown == listing.courses.count, "\(path)")
      #expect(Set(listing.courses).count == listing.courses.count, "\(path) lists a course twice")
      #expect(listing.shown > 0, "\(path) is empty")
      for facet in listing.facets {
        guard let target = facet.path else {
          #expect(facet.count == 0, "\(path): \(facet.label)")
          continue
        }
        let other = try #require(listings[target], "\(path) → \(target)")
        // What is selected leads to the page without it.
        if facet.isSelected {
          #expect(facet.count == listing.shown && other.shown >= listing.shown, "\(path): \(facet.label)")
        } else {
          #expect(facet.count == other.shown, "\(path): \(facet.label)")
        }
      }
    }
  }

  @Test func `the whole catalogue lists every course once`() throws {
    let portal = try demonstration()
    let whole = try #require(try listings(portal)["catalogue/"])
    #expect(whole.courses.sorted() == ModelRun(portal).model.courses.ids.sorted())
  }

  @Test func `a course without stage or subject is for all of them`() throws {
    let listings = try listings(SmallPortal.content)
    #expect(listings["catalogue/xiaoxue/"]?.courses == ["k1", "k2"])
    #expect(listings["catalogue/chuzhong/"]?.courses == ["x1", "k1", "k2"])
    #expect(listings["catalogue/wuli/"]?.shown == 3)
    #expect(listings["catalogue/gugan/"]?.courses == ["x1"])
    #expect(listings["catalogue/hunhe/"]?.courses == ["x1"])
    #expect(listings["catalogue/gengang/"] == nil)
  }

  @Test func `a portal without courses has an empty catalogue`() throws {
    var portal = SmallPortal.content
    for path in portal.files.keys where path.hasPrefix("content/packs/") { portal[path] = nil }
    let listings = try listings(portal)
    #expect(listings.keys.sorted() == ["catalogue/"])
    #expect(listings["catalogue/"]?.shown == 0)
  }
}
