import Files
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Commits of real repositories, made by Git and read without it.
@Suite struct PastCommitsTests {
  /// Runs Git in `folder`; what it prints.
  @discardableResult
  private static func git(_ folder: String, _ words: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "git", "-c", "user.name=office", "-c", "user.email=office@example.org", "-c", "init.defaultBranch=main", "-c",
        "gc.auto=0", "-c", "commit.gpgsign=false", "-C", folder,
      ] + words
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(words)")
    return String(decoding: data, as: UTF8.self)
  }

  private static func table(_ version: Int) -> String {
    var text = ""
    for row in 0..<300 {
      let mark = row == version ? "甲" : ""
      text += "\(row),学员\(row)\(mark),学校\(row % 7)\n"
    }
    if (3..<6).contains(version) { text += "9,于娟,某校\n" }
    return text
  }

  /// Eight commits, of which three hold the row; `ids` from the latest.
  private static func repository(_ folder: borrowing TemporaryFolder) throws -> [String] {
    try git(folder.path, "init", "-q")
    for version in 0..<8 {
      try folder.write("content/notices/a.csv", table(version))
      try folder.write("content/notices/b.md", "第\(version)次\n")
      try git(folder.path, "add", ".")
      try git(folder.path, "commit", "-q", "-m", "\(version)", "--date", "2026-09-1\(version)T10:00:00+08:00")
    }
    return try git(folder.path, "log", "--format=%H").split(separator: "\n").map(String.init)
  }

  private static func found(_ path: String) -> PastCommits? {
    PastCommits(holding: path, in: DiskFiles()) { String(decoding: $0, as: UTF8.self).contains("于娟") }
  }

  @Test(arguments: ["loose", "packed", "by ids", "several packs"])
  func `those that hold the row are found, however objects are kept`(storage: String) throws {
    let folder = try TemporaryFolder()
    let ids = try Self.repository(folder)
    switch storage {
    case "packed": try Self.git(folder.path, "repack", "-q", "-adf", "--depth=50", "--window=50")
    case "by ids":
      try Self.git(folder.path, "config", "repack.useDeltaBaseOffset", "false")
      try Self.git(folder.path, "repack", "-q", "-adf")
    case "several packs":
      try Self.git(folder.path, "repack", "-q", "-d")
      try folder.write("content/notices/c.md", "又一个\n")
      try Self.git(folder.path, "add", ".")
      try Self.git(folder.path, "commit", "-q", "-m", "c")
      try Self.git(folder.path, "repack", "-q", "-d")
      try Self.git(folder.path, "pack-refs", "--all")
    default: break
    }
    let past = try #require(Self.found(folder.path("content/notices/a.csv")))
    #expect(Set(past.commits.map(\.id)) == Set(ids[2...4]))
    #expect(!past.isPartial)
    #expect(Self.found(folder.path("content/notices/b.md"))?.commits == [])
  }

  @Test func `branches that nobody has checked out count, and merges are walked once`() throws {
    let folder = try TemporaryFolder()
    _ = try Self.repository(folder)
    try Self.git(folder.path, "checkout", "-q", "-b", "old/side", "HEAD~3")
    try folder.write("other.txt", "x\n")
    try Self.git(folder.path, "add", ".")
    try Self.git(folder.path, "commit", "-q", "-m", "side")
    try Self.git(folder.path, "checkout", "-q", "main")
    #expect(Self.found(folder.path("content/notices/a.csv"))?.commits.count == 4)
    try Self.git(folder.path, "merge", "-q", "--no-edit", "old/side")
    #expect(Self.found(folder.path("content/notices/a.csv"))?.commits.count == 4)
  }

  @Test func `further working trees and shallow clones are read`() throws {
    let folder = try TemporaryFolder()
    _ = try Self.repository(folder)
    try Self.git(folder.path, "worktree", "add", "-q", folder.path("wt"))
    #expect(Self.found(folder.path("wt/content/notices/a.csv"))?.commits.count == 3)
    try Self.git(folder.path, "clone", "-q", "--depth", "4", "file://" + folder.path, folder.path("shallow"))
    let past = try #require(Self.found(folder.path("shallow/content/notices/a.csv")))
    #expect(past.commits.count == 2)
    #expect(past.isPartial)
    try Self.git(folder.path, "clone", "-q", "--shared", folder.path, folder.path("shared"))
    #expect(Self.found(folder.path("shared/content/notices/a.csv"))?.commits.count == 3)
  }

  @Test func `what is no repository is none, and damage ends nothing badly`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", "于娟\n")
    #expect(Self.found(folder.path("a.csv")) == nil)
    try folder.write(".git/HEAD", "ref: refs/heads/main\n")
    try folder.write(".git/refs/heads/main", String(repeating: "a", count: 40) + "\n")
    #expect(Self.found(folder.path("a.csv"))?.commits == [])
    #expect(Self.found(folder.path("a.csv"))?.isPartial == true)
    try folder.write(".git/objects/aa/" + String(repeating: "a", count: 38), [0x78, 0x9C, 1, 2, 3])
    #expect(Self.found(folder.path("a.csv"))?.commits == [])
  }

  /// Any bytes as packs and differences: no crash, no endless loop.
  @Test func `arbitrary bytes are no objects`() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0..<64, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = GitPack.apply(bytes, to: Array("于娟，某校".utf8))
      var pack = Array("PACK".utf8)
      pack.append(contentsOf: bytes)
      var index: [UInt8] = [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2]
      for first in 0..<256 {
        let count: UInt8 = first < 7 ? 0 : 1
        index.append(contentsOf: [0, 0, 0, count])
      }
      index.append(contentsOf: repeatElement(7, count: 20))
      index.append(contentsOf: repeatElement(0, count: 4))
      index.append(contentsOf: bytes.prefix(4))
      index.append(contentsOf: repeatElement(0, count: 44))
      guard let read = GitPack(index: index, pack: pack) else { continue }
      for offset in 0..<pack.count { _ = read.entry(at: offset) }
      _ = read.offset(of: GitID(Array(repeating: 7, count: 20)))
    }
  }
}
