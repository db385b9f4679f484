import Expressions
import Portal
import Testing

@Suite struct RoutesTests {
  @Test func `kinds of records have folders of their own`() {
    let routes = PortalRoutes(featuredProject: "main")
    let kinds = [
      "course", "pack", "module", "tier", "plan", "project", "class", "newsletter", "scheme", "notice", "help",
    ]
    let paths = kinds.map { routes.path(of: $0, id: "x").path }
    #expect(Set(paths).count == kinds.count)
    #expect(paths.allSatisfy { $0.hasSuffix("/x/") })
  }

  @Test func `the classes of the featured project stand at the short address`() {
    let routes = PortalRoutes(featuredProject: "main")
    #expect(routes.path(of: "classes", id: "main").path == "classes/")
    #expect(routes.path(of: "classes", id: "other").path == "projects/other/classes/")
  }
}
