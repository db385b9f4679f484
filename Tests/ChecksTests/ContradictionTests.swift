import Diagnostics
import Foundation
import PortalTestSupport
import TestSupport
import Testing

/// The contradictions of real plans, each fed to the small portal: what is said, and where.
///
/// A fixture is files that are added to the portal; its snapshot has every message that the portal alone does not give.
@Suite struct ContradictionTests {
  private static let fixtures = SnapshotFolder("Fixtures")
  private static let names = ((try? fixtures.names()) ?? []).filter { $0.hasSuffix(".txt") }

  @Test func `those about data, texts and results are there, and each has its snapshot`() throws {
    #expect(Self.names.count == 33)
    try Self.fixtures.checkNoneUnused(Self.names.flatMap { [$0, $0 + ".snap"] })
  }

  @Test(arguments: names)
  func `each contradiction is told at its place`(name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/" + name)
    let text = try String(contentsOf: file, encoding: .utf8)
    let run = ModelRun(SmallPortal.content.adding(OneFilePortal(text)))
    #expect(!run.diagnostics.isEmpty)
    try Self.fixtures.check(run.lines.joined(), name + ".snap")
  }
}

extension ModelRun {
  /// Each message with its place, both languages, its repair and its other places.
  fileprivate var lines: [String] {
    diagnostics.map { diagnostic in
      var text =
        "\(place(of: diagnostic)) \(diagnostic.severity)\n  \(diagnostic.message.zh)\n  \(diagnostic.message.en)\n"
      if let repair = diagnostic.repair { text += "  → \(repair.zh)\n  → \(repair.en)\n" }
      for note in diagnostic.notes { text += "  - \(note.message.zh)\(note.location.map { " \($0.path)" } ?? "")\n" }
      return text
    }
  }
}
