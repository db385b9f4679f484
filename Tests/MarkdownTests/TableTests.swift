import Diagnostics
import Markdown
import Testing

@Suite struct TableTests {
  @Test(arguments: [
    ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 | 3 |\n", "MD27 3"), ("| 甲 | 乙 |\n|---|---|\n| 1 || 2 |\n", "MD27 2"),
    ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 ||\n", "MD27 "), ("> | 甲 |\n> |---|\n> | 1 | 2 | 3 |\n> | 4 | 5 |\n", "MD27 2 | 3"),
    ("| 甲 | 乙 |\n|---|---|\n| 1 |\n| a\\|b | 2 |\n", ""), ("| 甲 | 乙 |\n|---|---|\n| 1 | | 2\n", "MD27 2"),
  ])
  func `what stands behind the last column is told once for a table`(text: String, problem: String) {
    #expect(rendered(text, .portal).problems(in: text).joined(separator: ", ") == problem)
  }

  @Test func `cells that hold nothing are a warning, lost text is an error`() {
    func severity(_ row: String) -> Severity? {
      rendered("| 甲 |\n|---|\n\(row)\n", .portal).diagnostics.first?.severity
    }
    #expect(severity("| 1 | |") == .warning)
    #expect(severity("| 1 | 2 |") == .error)
    #expect(severity("| 1 | |\n| 1 | 2 |") == .error)
    #expect(rendered("| 甲 |\n|---|\n| 1 | 2 |\n| 3 | 4 |\n", .portal).diagnostics[0].message.zh.contains("共 2 行"))
  }
}
