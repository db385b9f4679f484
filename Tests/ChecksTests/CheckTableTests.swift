import Checks
import Diagnostics
import Testing

@Suite struct CheckTableTests {
  @Test func `each rule names its codes and says what it demands in two languages`() {
    #expect(allChecks.count >= 20)
    for check in allChecks {
      #expect(!check.codes.isEmpty)
      #expect(check.codes.allSatisfy { $0.text.utf8.count == 4 })
      #expect(!check.rule.zh.isEmpty && !check.rule.en.isEmpty && check.rule.zh != check.rule.en)
    }
  }
}
