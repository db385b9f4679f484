import Files
import PortalTestSupport
import TestSupport
import Testing

extension DemonstrationTests {
  /// The same input and day give the same bytes, whatever the machine is set to.
  @Suite struct DeterminismTests {
    @Test func `another zone, language, clock, number of threads and order of files give the same demonstration`()
      throws
    {
      let folder = try TemporaryFolder()
      try Demonstration.copy(to: folder, reversed: true)
      let run = ToolRun(
        ["build", "--root", folder.path, "--jobs", "5", "--quiet"],
        variables: ["TZ": "America/Los_Angeles", "LANG": "tr_TR.UTF-8"], now: Timestamp(seconds: 4_000_000_000))
      #expect(run.status == 0)
      let files = try publishedFiles(in: folder.path("site"))
      #expect(differences(files, try DemonstrationSite.current.published) == [])
    }
  }
}

/// The same with a small portal, many times.
@Suite struct SmallDeterminismTests {
  private func build(
    _ portal: OneFilePortal, jobs: Int, reversed: Bool, variables: [String: String]
  ) throws -> [String: [UInt8]] {
    let folder = try TemporaryFolder()
    let run = ToolRun(
      ["build", "--root", "/", "--output", folder.path("site"), "--jobs", String(jobs), "--format", "json"],
      files: portal.inMemory(reversed: reversed), variables: variables)
    #expect(try run.messages().map(\.place) == [])
    #expect(run.status == 0)
    return try publishedFiles(in: folder.path("site"))
  }

  @Test(arguments: [1, 2, 5], [false, true])
  func `a small portal has the same bytes`(jobs: Int, reversed: Bool) throws {
    let reference = try build(SmallPortal.whole, jobs: 1, reversed: false, variables: [:])
    #expect(reference.count > 30)
    for variables in [["TZ": "Asia/Kolkata", "LANG": "en_GB.UTF-8"], ["TZ": "Pacific/Apia", "LC_ALL": "tr_TR.UTF-8"]] {
      let other = try build(SmallPortal.whole, jobs: jobs, reversed: reversed, variables: variables)
      #expect(differences(reference, other) == [])
    }
  }

  @Test func `the layouts of the demonstration fit a portal that gives only what is required`() throws {
    var portal = SmallPortal.content
    for file in try Demonstration.files(["layouts"]) { portal[file.path] = String(decoding: file.bytes, as: UTF8.self) }
    let files = try build(portal, jobs: 2, reversed: false, variables: [:])
    #expect(files["index.html"] != nil)
  }

  @Test func `an edit changes what shows it and nothing else`() throws {
    let before = try build(SmallPortal.whole, jobs: 2, reversed: false, variables: [:])
    let edited = try SmallPortal.whole.edited("content/help/denglu.md", "title: 登录", "title: 怎样登录")
    let after = try build(edited, jobs: 2, reversed: false, variables: [:])
    #expect(differences(before, after) == ["help/denglu/index.html"])
  }
}
