import Diagnostics
import Files
import PortalTestSupport
import Publishing
import TestSupport
import Testing

extension OneFilePortal {
  /// Builds the portal, from memory, into `site` in `folder`.
  func build(
    to folder: borrowing TemporaryFolder, _ change: (inout BuildRequest) -> Void = { _ in }
  ) -> BuildResult {
    var request = BuildRequest(root: "/", jobs: 2, version: "test")
    request.output = folder.path("site")
    change(&request)
    return SiteBuild.run(request, in: .fixed(files: inMemory()))
  }

  /// Builds it where another portal was built, and compares files and messages with those of a build from nothing.
  func rebuild(
    in folder: borrowing TemporaryFolder, at location: Testing.SourceLocation = #_sourceLocation,
    _ change: (inout BuildRequest) -> Void = { _ in }
  ) throws -> BuildResult {
    let other = try TemporaryFolder()
    let result = build(to: folder, change)
    let clean = build(to: other, change)
    #expect(result.diagnostics.inPrintingOrder() == clean.diagnostics.inPrintingOrder(), sourceLocation: location)
    #expect(result.pages == clean.pages && result.asOf == clean.asOf, sourceLocation: location)
    guard !clean.diagnostics.hasErrors else { return result }
    #expect(
      differences(try publishedFiles(in: other.path("site")), try publishedFiles(in: folder.path("site"))) == [],
      sourceLocation: location)
    #expect(
      clean.rendered.count == clean.pages && clean.rendered.allSatisfy { $0.reason == .noCache },
      sourceLocation: location)
    return result
  }
}
