import Bytes
import Files
import Foundation
import Publishing
import TestSupport
import Testing

/// Portals that change at random, in trees that others change at random: what is published is always exactly the portal.
@Suite struct RandomBuildTests {
  /// `PROSPECTUS_RANDOM_BUILDS` says how many sequences of 30 builds; each has its own seed.
  private static let seeds = 1...(Int(ProcessInfo.processInfo.environment["PROSPECTUS_RANDOM_BUILDS"] ?? "") ?? 10)

  @Test(arguments: seeds) func `the output is exactly the portal, whatever happened before`(seed: Int) throws {
    let folder = try TemporaryFolder()
    var chance = Chance(seed: UInt64(seed))
    var world = PublishedWorld(path: folder.path)
    for _ in 0..<30 { try world.step(&chance) }
  }

  @Test func `a record that is damaged anywhere changes nothing`() throws {
    let folder = try TemporaryFolder()
    let settings = OutputSettings(folder)
    let record = folder.path(".prospectus/outputs/site/record")
    let portals = ["old", "new"].map(portal)
    for files in portals { _ = try SitePublisher(settings).publish(files) }
    var chance = Chance(seed: 7)
    for round in 0..<60 {
      var bytes = Array(try Data(contentsOf: URL(filePath: record)))
      let place = chance.below(bytes.count)
      switch round % 3 {
      case 0: bytes[place] ^= UInt8(1 << chance.below(8))
      case 1: bytes.removeSubrange(place...)
      case _: bytes.insert(0, at: place)
      }
      try Data(bytes).write(to: URL(filePath: record))
      if round % 2 == 0 { try folder.write("site/courses/index.html", "by hand") }
      _ = try SitePublisher(settings).publish(portals[round / 2 % 2])
      #expect(try folder.tree("site") == tree(portals[round / 2 % 2]))
      #expect(try leftovers(in: folder) == [])
    }
  }
}

/// Numbers that are the same in every run (SplitMix64).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 ^ 0x5851_F42D_4C95_7F2D }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  mutating func isOne(in count: Int) -> Bool { below(count) == 0 }

  mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// A portal on disk, what should be in it, and those who meddle with it.
private struct PublishedWorld {
  let path: String
  var files: [String: String] = [:]
  /// The files of the portal that is published.
  var published: [String: String] = [:]
  /// The files of the one before, whose assets may still be there.
  var previous: [String: String] = [:]
  /// Somebody has put back an older record: it names older assets.
  var isRolledBack = false
  /// What belongs to the host, by path.
  var host: [String: String] = [:]
  /// A hard-linked copy of the output and what it held; nobody may write into it.
  var copy: [String: String?]?
  var oldRecord: Data?
  var story: [String] = []

  private var site: String { path + "/site" }
  private var state: String { path + "/.prospectus/outputs/site" }
  private var manager: FileManager { .default }

  private static let pool: [String] =
    [
      "index.html", "404.html", "a", "a/b/index.html", "a/b/c", "a/b.html", "a-b/x.html", "a/b/c/d/e.html",
      "search/1.json",
    ]
    + (0..<12).map { "courses/\($0)/index.html" } + (0..<6).map { "n/\($0 / 3)/\($0).html" }
    + (0..<3).map { "assets/style.012345678\($0).css" } + ["通知/一.html", "通知/.htaccess"]

  init(path: String) {
    self.path = path
    for name in ["index.html", "courses/1/index.html", "a/b.html"] { files[name] = "first" }
  }

  mutating func step(_ chance: inout Chance) throws {
    for _ in 0..<chance.below(4) { edit(&chance) }
    for _ in 0..<chance.below(3) { try meddle(&chance) }
    if chance.isOne(in: 8) { try giveUp(&chance) }
    try build(&chance)
  }

  /// The portal itself changes.
  private mutating func edit(_ chance: inout Chance) {
    if chance.isOne(in: 3), let gone = files.keys.sorted().randomElement(&chance) {
      files[gone] = nil
    } else {
      let name = chance.one(of: Self.pool)
      files = files.filter { !name.hasPrefix($0.key + "/") && !$0.key.hasPrefix(name + "/") }
      // Few different texts, so that bytes come back.
      files[name] = String(repeating: "text \(chance.below(3)) ", count: chance.below(3) * 20 + 1)
    }
  }

  private mutating func build(_ chance: inout Chance) throws {
    var settings = OutputSettings(output: site, root: path, inPlace: chance.isOne(in: 5), jobs: chance.below(3) + 1)
    // Clocks that are wrong: what is young cannot be told from what is not, and must not matter.
    let shift = chance.one(of: [0, 0, 0, -3_600_000_000_000, 3_600_000_000_000] as [Int64])
    settings.now = { Timestamp(nanoseconds: Timestamp.now().nanoseconds + shift) }
    let keeps = chance.isOne(in: 2)
    story.append(
      "build\(settings.inPlace ? " in place" : "")\(keeps ? " keeping" : ""), clock \(shift / 1_000_000_000)")
    let wasThere = manager.fileExists(atPath: site)
    let before = wasThere ? try manager.attributesOfItem(atPath: site)[.systemFileNumber] as? Int : nil
    let stage = try OutputStage(settings)
    let order = files.keys.sorted().shuffled(&chance)
    for name in order {
      let bytes = Array((files[name] ?? "").utf8)
      let hash = FastHash(bytes.span)
      if keeps, try stage.keep(name, hash) { continue }
      #expect(try stage.write(name, bytes.span) == hash)
    }
    let result = try stage.publish()
    story.append("  \(result.manner), \(result.changed) changed, \(result.written) written")

    let note = Comment(rawValue: story.suffix(12).joined(separator: "\n"))
    let found = try TemporaryFolder.tree(at: site)
    var wanted = tree(files.merging(host) { $1 }.map { OutputFile($0.key, Array($0.value.utf8)) })
    if result.manner != .unchanged { previous = published }
    // Assets of the portal before may be there, and then with its bytes.
    for (name, text) in found where name.hasPrefix("assets/") && files[name] == nil {
      guard isRolledBack ? text?.hasPrefix("text") ?? false : previous[name] == text else { continue }
      wanted[name] = text
      wanted["assets"] = .some(nil)
    }
    let wrong = Set(found.keys).union(wanted.keys).filter { found[$0] != wanted[$0] }.sorted()
    #expect(wrong == [], note)
    #expect(result.files == files.count, note)
    if result.manner == .unchanged {
      #expect(result.written == 0, note)
      #expect(published == files, note)
      #expect(before == (try manager.attributesOfItem(atPath: site)[.systemFileNumber] as? Int), note)
    } else {
      published = files
      isRolledBack = false
    }
    if let copy { #expect(try TemporaryFolder.tree(at: path + "/copy") == copy, note) }
    let left = try manager.contentsOfDirectory(atPath: state)
    #expect(
      left.allSatisfy { ["lock", "record", "trees", "spare", "journal"].contains($0) || $0.hasPrefix("kept-") }, note)
  }

  /// A build that fails halfway.
  private mutating func giveUp(_ chance: inout Chance) throws {
    story.append("give up")
    let stage = try OutputStage(OutputSettings(output: site, root: path))
    let before = manager.fileExists(atPath: site) ? try TemporaryFolder.tree(at: site) : [:]
    for name in files.keys.sorted() where chance.isOne(in: 2) {
      let bytes = Array("never published \(chance.below(9))".utf8)
      try stage.write(name, bytes.span)
    }
    if chance.isOne(in: 2) { stage.discard() }
    let after = manager.fileExists(atPath: site) ? try TemporaryFolder.tree(at: site) : [:]
    #expect(before == after)
  }

  /// Someone changes the published tree, its spare, or our files of state.
  private mutating func meddle(_ chance: inout Chance) throws {
    let isSpare = chance.isOne(in: 2)
    let tree = isSpare ? state + "/spare" : site
    switch chance.below(12) {
    case 0: try meddleWithState(&chance)
    case 1 where !isSpare: try meddleAsHost(&chance)
    case 2 where !isSpare:
      try? manager.removeItem(atPath: path + "/copy")
      guard manager.fileExists(atPath: site) else { return }
      guard run("cp", "-al", site, path + "/copy") else { return }
      copy = try TemporaryFolder.tree(at: path + "/copy")
      story.append("hard-linked copy")
    case 3 where chance.isOne(in: 3):
      try? manager.removeItem(atPath: tree)
      if !isSpare { host = [:] }
      story.append("remove \(isSpare ? "spare" : "site")")
    case _:
      guard manager.fileExists(atPath: tree) else { return }
      try meddle(&chance, in: tree)
    }
  }

  private mutating func meddle(_ chance: inout Chance, in tree: String) throws {
    let names = try manager.subpathsOfDirectory(atPath: tree).filter { $0.utf8.first != UInt8(ascii: ".") }.sorted()
    guard let name = names.randomElement(&chance) else { return }
    let item = tree + "/" + name
    guard let kind = try? manager.attributesOfItem(atPath: item)[.type] as? FileAttributeType else { return }
    let isFolder = kind == .typeDirectory
    let isSpare = tree != site
    func tell(_ what: String) { story.append("\(what) \(name) of the \(isSpare ? "spare" : "site")") }
    switch chance.below(9) {
    case 0, 1:
      guard kind == .typeRegular, copy == nil else { return }
      let old = Array(try Data(contentsOf: URL(filePath: item)))
      let handle = try FileHandle(forWritingTo: URL(filePath: item))
      try handle.write(contentsOf: Data(old.map { $0 ^ 1 } + [UInt8](repeating: 33, count: chance.below(2))))
      try handle.close()
      // As an editor would who sets the time back.
      if chance.isOne(in: 2) { try setBack(item) }
      tell("edit")
    case 2:
      try manager.removeItem(atPath: item)
      tell("remove")
    case 3:
      try manager.removeItem(atPath: item)
      try manager.createDirectory(atPath: item + "/x", withIntermediateDirectories: true)
      tell("folder at")
    case 4:
      try manager.removeItem(atPath: item)
      try Data("stray".utf8).write(to: URL(filePath: item))
      tell("file at")
    case 5:
      // The same things, but behind a link.
      let there = path + "/outside"
      try? manager.removeItem(atPath: there)
      try manager.moveItem(atPath: item, toPath: there)
      try manager.createSymbolicLink(atPath: item, withDestinationPath: there)
      tell("link at")
    case 6:
      let stray = (isFolder ? item : (item as NSString).deletingLastPathComponent) + "/stray-\(chance.below(3))"
      if stray.hasPrefix(tree + "/") {
        try manager.createDirectory(atPath: stray, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(filePath: stray + "/.x"))
      }
      tell("stray at")
    case 7:
      try setBack(item)
      tell("touch")
    case _:
      try manager.setAttributes([.posixPermissions: isFolder ? 0o700 : 0o600], ofItemAtPath: item)
      tell("rights of")
    }
  }

  private func setBack(_ item: String) throws {
    try manager.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)], ofItemAtPath: item)
  }

  private mutating func meddleAsHost(_ chance: inout Chance) throws {
    guard manager.fileExists(atPath: site) else { return }
    let name = chance.one(of: [".gitignore", ".git/HEAD", ".git/refs/x", ".well-known/security.txt"])
    let text = "host \(chance.below(100))"
    let file = URL(filePath: site + "/" + name)
    try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    // A new file, as hosts write them: the copy's second names keep the old bytes.
    try Data(text.utf8).write(to: file, options: .atomic)
    host[name] = text
    story.append("host writes \(name)")
  }

  private mutating func meddleWithState(_ chance: inout Chance) throws {
    let record = URL(filePath: state + "/record")
    guard manager.fileExists(atPath: record.path) else { return }
    let kind = chance.below(6)
    story.append("state \(kind)")
    switch kind {
    case 0: try manager.removeItem(at: record)
    case 1:
      var bytes = try Data(contentsOf: record)
      bytes[chance.below(bytes.count)] ^= 4
      try bytes.write(to: record)
    case 2: oldRecord = try Data(contentsOf: record)
    case 3:
      if let oldRecord { try oldRecord.write(to: record) }
      isRolledBack = true
    case 4: try Data("prospectus journal 2\ntree 1 2".utf8).write(to: URL(filePath: state + "/journal"))
    case _: try Data("half".utf8).write(to: URL(filePath: state + "/.record.1.new"))
    }
  }
}

extension TemporaryFolder {
  /// As `tree`, for an absolute path.
  fileprivate static func tree(at path: String) throws -> [String: String?] {
    var tree: [String: String?] = [:]
    for sub in try FileManager.default.subpathsOfDirectory(atPath: path) {
      let item = path + "/" + sub
      switch try FileManager.default.attributesOfItem(atPath: item)[.type] as? FileAttributeType {
      case .typeDirectory: tree[sub] = .some(nil)
      case .typeSymbolicLink: tree[sub] = "→ " + (try FileManager.default.destinationOfSymbolicLink(atPath: item))
      case _: tree[sub] = String(decoding: try Data(contentsOf: URL(filePath: item)), as: UTF8.self)
      }
    }
    return tree
  }
}

extension Array {
  fileprivate func randomElement(_ chance: inout Chance) -> Element? { isEmpty ? nil : self[chance.below(count)] }

  fileprivate func shuffled(_ chance: inout Chance) -> [Element] {
    var result = self
    for index in result.indices { result.swapAt(index, chance.below(index + 1)) }
    return result
  }
}
