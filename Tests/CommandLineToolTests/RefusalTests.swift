import Foundation
import PortalTestSupport
import TestSupport
import Testing

extension DemonstrationTests {
  /// What keeps a build from beginning or from ending: one message each.
  @Suite struct RefusalTests {
    /// Moves something of the copy away, runs `body`, and moves it back.
    private func without(_ name: String, in site: DemonstrationSite, _ body: () throws -> Void) throws {
      let aside = site.path("aside")
      try FileManager.default.moveItem(atPath: site.path(name), toPath: aside)
      defer { try? FileManager.default.moveItem(atPath: aside, toPath: site.path(name)) }
      try body()
    }

    private func expectOneError(
      _ places: [String], _ site: DemonstrationSite, _ words: String...,
      location: Testing.SourceLocation = #_sourceLocation
    ) throws {
      for lang in ["zh", "en"] {
        let run = ToolRun(["build", "--root", site.root, "--format", "json", "--lang", lang] + words)
        #expect(run.status == 1, sourceLocation: location)
        let told = try run.messages().errors.map(\.place)
        #expect(told == places, sourceLocation: location)
      }
      try site.expectUntouched(location)
    }

    @Test func `a folder of content that is not there`() throws {
      let site = try DemonstrationSite.current
      try without("content", in: site) { try expectOneError(["FL06 content"], site) }
    }

    @Test func `a folder of layouts that is not there`() throws {
      let site = try DemonstrationSite.current
      try without("layouts", in: site) { try expectOneError(["FL06 layouts"], site) }
    }

    @Test func `settings that are not there`() throws {
      let site = try DemonstrationSite.current
      try without("content/site.yml", in: site) { try expectOneError(["FL08 content/site.yml"], site) }
    }

    @Test func `a page layout that is not there`() throws {
      let site = try DemonstrationSite.current
      try without("layouts/course.html", in: site) { try expectOneError(["LT13 layouts/course.html"], site) }
    }

    @Test func `a layout that all others extend`() throws {
      let site = try DemonstrationSite.current
      try without("layouts/base.html", in: site) { try expectOneError(["LT13 layouts/404.html:2:12"], site) }
    }

    @Test(arguments: [
      ("content/site.yml", "FL08"), ("content/years/2026/projects/2026-yuancheng/classes.csv", "CV10"),
    ])
    func `a file that is empty`(path: String, code: String) throws {
      let site = try DemonstrationSite.current
      try without(path, in: site) {
        try site.edited([Edit(path, nil, "")]) { try expectOneError(["\(code) \(path)"], site) }
      }
    }

    @Test func `a file that has no place`() throws {
      let site = try DemonstrationSite.current
      try site.edited([Edit("content/notes.txt", nil, "…")]) { try expectOneError(["FL07 content/notes.txt"], site) }
    }

    @Test func `an output that is a file`() throws {
      let site = try DemonstrationSite.current
      try site.edited([Edit("plain", nil, "…")]) {
        try expectOneError(["FL12 \(site.path("plain"))"], site, "--output", site.path("plain"))
        #expect(try site.bytes("plain") == Array("…".utf8))
      }
    }

    @Test func `an output in a place where nothing can be made`() throws {
      let site = try DemonstrationSite.current
      // Not even the superuser makes folders there.
      try expectOneError(["FL10 /proc/.prospectus"], site, "--output", "/proc/portal")
    }

    @Test func `an output that holds somebody's files`() throws {
      let site = try DemonstrationSite.current
      try site.edited([Edit("theirs/letter.txt", nil, "…")]) {
        try expectOneError(["FL14 \(site.path("theirs"))"], site, "--output", site.path("theirs"))
        #expect(try site.bytes("theirs/letter.txt") == Array("…".utf8))
      }
    }

    @Test func `wrong words are wrong usage, in the language asked for`() throws {
      let wrong = ToolRun(["build", "--jobs", "many", "--lang=en"])
      #expect(wrong.status == 2)
      #expect(wrong.errors.contains("AR"))
      #expect(wrong.output.isEmpty)
      #expect(ToolRun(["biuld"], variables: ["LANG": "en_GB.UTF-8"]).errors.contains("did you mean"))
      #expect(ToolRun(["biuld"], variables: ["LANG": "C"]).errors.contains("是不是"))
    }
  }
}
