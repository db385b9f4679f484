package import Expressions
import Training

/// Where every page of the portal is. ASCII, stable, never made from a person's name.
package struct PortalRoutes: Routes {
  /// The project whose classes stand at `classes/`.
  private let featuredProject: String?

  package init(featuredProject: String?) { self.featuredProject = featuredProject }

  package func path(of kind: String, id: String) -> SitePath {
    switch kind {
    case "course": SitePath("courses/\(id)/")
    case "pack": SitePath("packs/\(id)/")
    case "module": SitePath("modules/\(id)/")
    case "tier": SitePath("tiers/\(id)/")
    case "plan": SitePath("plans/\(id)/")
    case "project": SitePath("projects/\(id)/")
    case "schedule": SitePath("projects/\(id)/schedule/")
    case "classes": SitePath(id == featuredProject ? "classes/" : "projects/\(id)/classes/")
    case "class": SitePath("classes/\(id)/")
    case "newsletter": SitePath("newsletters/\(id)/")
    case "scheme": SitePath("schemes/\(id)/")
    case "notice": SitePath("notices/\(id)/")
    case "certificate": SitePath("certificates/\(id)/")
    case "sample": SitePath("samples/\(id)/")
    case "help": SitePath("help/\(id)/")
    case "file": SitePath(id)
    default: SitePath("")
    }
  }

  /// The one page that states day and version of the build.
  package static let buildPage = SitePath("build/")

  /// Pages that are no record's: `page:NAME` in Markdown, and the six words of the spine.
  package static let fixed: [(name: String, path: SitePath)] = [
    ("home", SitePath("")), ("projects", SitePath("projects/")), ("catalogue", SitePath("catalogue/")),
    ("schedule", SitePath("schedule/")), ("classes", SitePath("classes/")), ("newsletters", SitePath("newsletters/")),
    ("notices", SitePath("notices/")), ("schemes", SitePath("schemes/")), ("experts", SitePath("experts/")),
    ("help", SitePath("help/")), ("build", buildPage),
  ]
}
