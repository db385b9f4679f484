import PortalTestSupport
import Testing

/// Exit statuses, with a small portal in memory.
@Suite struct ExitStatusTests {
  private func status(_ portal: OneFilePortal, _ words: String...) -> Int32 {
    ToolRun(["check", "--root", "/"] + words, files: portal.inMemory()).status
  }

  @Test func `clean is 0, an error 1, wrong usage 2, a warning 3 when asked to be strict`() throws {
    let warned = try SmallPortal.whole.edited("content/schemes/xueyuan.yml", "pass_mark: 70\n", "")
    let noted = try SmallPortal.whole.edited("content/years/2026/projects.csv", "新教师培训,50,", "新教师培训,全员,")
    let wrong = try warned.edited("content/schemes/xueyuan.yml", "total: 100\n", "total: 105\n")
    #expect(status(SmallPortal.whole) == 0)
    #expect(status(SmallPortal.whole, "--strict") == 0)
    #expect(status(warned) == 0)
    #expect(status(warned, "--strict") == 3)
    #expect(status(noted, "--strict") == 0)
    #expect(status(wrong) == 1)
    #expect(status(wrong, "--strict") == 1)
    #expect(status(SmallPortal.whole, "--stric") == 2)
  }

  @Test func `--quiet silences progress and summary, not messages`() throws {
    let warned = try SmallPortal.whole.edited("content/schemes/xueyuan.yml", "pass_mark: 70\n", "")
    let loud = ToolRun(["check", "--root", "/"], files: warned.inMemory())
    let quiet = ToolRun(["check", "--root", "/", "--quiet"], files: warned.inMemory())
    #expect(quiet.output == loud.output && quiet.output.contains("WT09"))
    #expect(quiet.errors.isEmpty && !loud.errors.isEmpty)
  }

  @Test func `the language is that of the option, else of the environment, else Chinese`() throws {
    let warned = try SmallPortal.whole.edited("content/schemes/xueyuan.yml", "pass_mark: 70\n", "")
    func said(_ words: [String], _ variables: [String: String] = [:]) -> String {
      ToolRun(["check", "--root", "/"] + words, files: warned.inMemory(), variables: variables).output
    }
    #expect(said([]).contains("警告"))
    #expect(said([], ["LANG": "en_GB.UTF-8"]).contains("warning"))
    #expect(said(["--lang", "zh"], ["LANG": "en_GB.UTF-8"]).contains("警告"))
    #expect(said(["--lang", "en"]).contains("warning"))
    #expect(said(["--format", "github"]).contains("::warning file="))
  }
}
