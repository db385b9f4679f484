import Diagnostics
import Files
import Foundation
import PortalTestSupport
import TestSupport
import Testing

/// Tests over one copy of the repository's portal, built once; they edit it one after another and put it back.
@Suite(.serialized, DemonstrationFixture()) struct DemonstrationTests {}

/// Makes the copy before the suite and removes it after it.
struct DemonstrationFixture: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    try await DemonstrationSite.$shared.withValue(DemonstrationSite()) { try await function() }
  }
}

/// The copy: `content/`, `layouts/` and the `site/` built from them.
final class DemonstrationSite: Sendable {
  @TaskLocal static var shared: DemonstrationSite?

  private let folder: TemporaryFolder
  /// What the first build published.
  let published: [String: [UInt8]]
  /// What it said.
  let messages: [ToolRun.Message]

  /// The one of the running suite.
  static var current: DemonstrationSite {
    get throws { try #require(shared) }
  }

  init() throws {
    folder = try TemporaryFolder()
    try Demonstration.copy(to: folder)
    let run = ToolRun(["build", "--root", folder.path, "--format", "json", "--lang", "en", "--jobs", "1"])
    messages = try run.messages()
    published = try publishedFiles(in: folder.path("site"))
  }

  var root: String { folder.path }
  func path(_ name: String) -> String { folder.path(name) }

  /// Runs a command over the copy.
  func run(_ words: String..., lang: String = "zh") -> ToolRun {
    ToolRun(words + ["--root", folder.path, "--format", "json", "--lang", lang])
  }

  /// Whether `site/` is still what the first build published.
  func expectUntouched(_ location: Testing.SourceLocation = #_sourceLocation) throws {
    #expect(differences(try publishedFiles(in: folder.path("site")), published) == [], sourceLocation: location)
  }

  /// The bytes of a file of the copy.
  func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: folder.path(path)))) }

  /// Makes `edits`, runs `body` with the places marked in them, and puts the files back.
  func edited<Result>(_ edits: [Edit], _ body: () throws -> Result) throws -> Result {
    var before: [String: [UInt8]] = [:]
    defer {
      for edit in edits {
        if let bytes = before[edit.path] {
          try? folder.write(edit.path, bytes)
        } else {
          try? FileManager.default.removeItem(atPath: folder.path(edit.path))
        }
      }
    }
    for edit in edits {
      if let old = edit.old {
        let bytes = try bytes(edit.path)
        before[edit.path] = bytes
        let text = try #require(String(bytes: bytes, encoding: .utf8))
        try folder.write(edit.path, edit.bytes(of: try text.replacingOnly(old, with: edit.new, in: edit.path)))
      } else {
        let isThere = folder.exists(edit.path)
        try #require(!isThere, "\(edit.path) is there already")
        try folder.write(edit.path, edit.bytes(of: edit.new))
      }
    }
    return try body()
  }
}

/// A change of one file: `old`, which stands in it exactly once, becomes `new`; without `old` the file is new.
///
/// `‹FF›` in `new` stands for the byte 0xFF.
struct Edit: Sendable {
  var path: String
  var old: String?
  var new: String

  init(_ path: String, _ old: String?, _ new: String) {
    self.path = path
    self.old = old
    self.new = new
  }

  static let wrongByte = Array("‹FF›".utf8)

  func bytes(of text: String) -> [UInt8] { Self.bytes(of: text) }

  static func bytes(of text: String) -> [UInt8] { Array(text.utf8).replacing(wrongByte, with: [0xFF]) }
}

/// A place in an edited file, by the text there: `total: ⟦100⟧`, which stands in the file exactly once.
struct Place: Sendable {
  var path: String
  var text: String

  init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }

  /// `content/a.yml:7:8`.
  func label(in site: DemonstrationSite) throws -> String {
    let marked = MarkedText(text)
    let wanted = Edit.bytes(of: marked.text)
    let offset = Edit.bytes(of: String(decoding: marked.bytes[..<Int(marked.span.start)], as: UTF8.self)).count
    let bytes = try site.bytes(path)
    let found = bytes.ranges(of: wanted)
    try #require(found.count == 1, "“\(text)” stands \(found.count) times in \(path)")
    let position = SourceText(bytes).position(of: found[0].lowerBound + offset)
    return "\(path):\(position.line):\(position.column)"
  }
}
