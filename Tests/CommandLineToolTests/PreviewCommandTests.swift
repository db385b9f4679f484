import PortalTestSupport
import TestSupport
import Testing

@Suite struct PreviewCommandTests {
  @Test func `a preview goes to its own folder, and the portal stays`() throws {
    let folder = try TemporaryFolder()
    var portal = SmallPortal.content
    for file in try Demonstration.files(["layouts"]) { portal.files[file.path] = file.bytes }
    for (path, bytes) in portal.files { try folder.write(path, bytes) }
    #expect(ToolRun(["build", "--root", folder.path, "--quiet"]).status == 0)
    let before = try publishedFiles(in: folder.path("site"))
    let run = ToolRun(["build", "--root", folder.path, "--audience", "preview"])
    #expect(run.status == 0 && run.errors.contains("不要当作门户发布"), "\(run.output)")
    let preview = try publishedFiles(in: folder.path("preview"))
    // The table of the list is names alone.
    let tables = before.keys.filter { $0.hasSuffix("/mingdan.csv") }
    #expect(tables.count == 1 && preview.keys.sorted() == before.keys.filter { !tables.contains($0) }.sorted())
    #expect(preview["index.html"] != before["index.html"])
    #expect(differences(before, try publishedFiles(in: folder.path("site"))) == [])
    #expect(ToolRun(["build", "--root", folder.path, "--audience", "everyone"]).status == 2)
    // Neither takes the place of the other.
    for arguments in [
      ["--audience", "preview", "--output", folder.path("site")], ["--output", folder.path("preview")],
    ] {
      let refused = ToolRun(["build", "--root", folder.path, "--lang", "zh"] + arguments)
      #expect(refused.status == 1 && refused.output.contains("FL19"), "\(refused.output)")
    }
    #expect(differences(before, try publishedFiles(in: folder.path("site"))) == [])
    #expect(differences(preview, try publishedFiles(in: folder.path("preview"))) == [])
  }
}
