package import Diagnostics
package import Expressions
package import Training

/// What to build, from where, to where.
package struct BuildRequest: Sendable {
  /// Folder of the content; shown as `content/` in messages.
  package var content: String
  /// Folder of the layouts; shown as `layouts/` in messages.
  package var layouts: String
  /// Folder of the finished portal; shown as `site/` in messages.
  package var output: String
  /// The folder that holds the three, for the checks of the output's place.
  package var root: String
  /// The day to build for; `nil` for that of `site.yml`, else today.
  package var asOf: CalendarDate?
  /// Threads, at least 1.
  package var jobs: Int
  /// Replace files one by one instead of exchanging the folder.
  package var inPlace: Bool
  /// Whether to write anything.
  package var publishes: Bool
  /// The tool's version, shown on the page `build/`.
  package var version: String
  /// The program that builds: what another one remembers of a build is not believed. Changes whenever the program does.
  package var program: String
  /// Whether pages are taken over from the build before when nothing that they depend on has changed.
  package var usesCache: Bool
  /// Whether the portal gets a list of its files, `Manifest`.
  package var writesManifest = false
  /// Whether an address that is gone without an answer stops the publication.
  package var isStrict = false
  /// Folder with the rows of public lists, outside the repository; `nil` when they are in the content, or left out.
  package var lists: String?
  /// For whom the portal is built.
  package var readership = Readership.everyone
  /// The folder of rosters and scores, outside of the repository; `nil` without one. A build with it knows whom no file may name,
  /// takes nothing over from builds before and leaves nothing for those that follow.
  package var privateFolder: String?

  /// A request for the usual folders below `root`.
  package init(root: String, jobs: Int, version: String) {
    self.root = root
    content = Self.path(root, "content")
    layouts = Self.path(root, "layouts")
    output = Self.path(root, "site")
    self.jobs = jobs
    self.version = version
    program = version
    usesCache = true
    inPlace = false
    publishes = true
  }

  /// The path of `name` in the portal's folder.
  package func path(below name: String) -> String { Self.path(root, name) }

  private static func path(_ root: String, _ name: String) -> String {
    root.hasSuffix("/") ? root + name : root + "/" + name
  }
}

/// The steps of a build, in their order, for progress and timing. `layouts` and `recall` happen beside the three before them.
package enum BuildPhase: String, Sendable, CaseIterable {
  case read, decode, link, check, route, layouts, recall, plan, render, verify, publish, remember
}

/// What a build found and did.
package struct BuildResult: Sendable {
  /// Everything that is wrong, in no order.
  package internal(set) var diagnostics: [Diagnostic] = []
  /// The day the portal was built for; `nil` when the settings could not be read.
  package internal(set) var asOf: CalendarDate?
  /// Where that day comes from.
  package internal(set) var asOfOrigin = AsOfOrigin.today
  /// How many pages the portal has, written or not; 0 when the build stopped before they were counted.
  package internal(set) var pages = 0
  /// How much of the content was read.
  package internal(set) var reading = Reading.nothing
  /// The pages that were made anew, by their files, and why; the others are as the build before made them.
  package internal(set) var rendered: [(file: String, reason: RenderReason)] = []
  /// What publishing did; `nil` when nothing was published.
  package internal(set) var published: PublishingResult?
  /// Nanoseconds of each step.
  package internal(set) var times: [(phase: BuildPhase, nanoseconds: Int64)] = []
  /// The sources that diagnostics may cite, by path.
  package internal(set) var sources: [String: [UInt8]] = [:]

  /// How much of the content a build reads: `nothing` when it is as for the build before; `part` when only texts have changed,
  /// and what their pages depend on is known to be as it was; else `everything`.
  package enum Reading: Sendable { case nothing, part, everything }

  /// The day given with the request comes first, then `as_of` of the settings, then the clock.
  package enum AsOfOrigin: UInt8, Sendable { case option, settings, today }
}
