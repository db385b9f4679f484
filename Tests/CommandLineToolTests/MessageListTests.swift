import Foundation
import PortalTestSupport
import TestSupport
import Testing

extension DemonstrationTests {
  /// What the demonstration says when it is built, and why each thing is left as it is.
  @Suite struct MessageListTests {
    @Test func `the demonstration says exactly what the list has, each with a reason`() throws {
      let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "Fixtures/demonstration-messages.txt")
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
      var listed: [String] = []
      for line in lines {
        let parts = line.split(separator: " | ", maxSplits: 1)
        try #require(parts.count == 2, "no reason: \(line)")
        #expect(!parts[1].trimmingCharacters(in: .whitespaces).isEmpty)
        listed.append(parts[0].trimmingCharacters(in: .whitespaces))
      }
      let said = try DemonstrationSite.current.messages.map { "\($0.severity) \($0.place)" }
      let difference = LineDiff.between(
        expected: listed.joined(separator: "\n"), actual: said.joined(separator: "\n"))
      #expect(said == listed, "\(difference)")
    }

    @Test func `there are at least 150 pages besides those of facets`() throws {
      let pages = try DemonstrationSite.current.published.keys.filter { $0.hasSuffix(".html") }
      #expect(pages.count { !$0.hasPrefix("catalogue/") } >= 150)
    }
  }
}
