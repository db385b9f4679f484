import Diagnostics
import Files
import Foundation
import Publishing
import TestSupport
import Testing

/// Processes that die, disks that are full, folders that may not be written: each in a process of its own.
@Suite struct CrashTests {
  /// With nothing there, with a portal, and with a portal and its spare.
  @Test(arguments: OutputSettings.Step.allCases, [[], ["old"], ["older", "old"]])
  func `killed behind any step, the output is the old or the new portal and the next build clears up`(
    step: OutputSettings.Step, before: [String]
  ) async throws {
    let folder = try TemporaryFolder()
    try folder.write("site/.gitignore", "*")
    try folder.write("site/.git/HEAD", "ref")
    let host: [String: String?] = [".gitignore": "*", ".git": nil, ".git/HEAD": "ref"]
    let settings = OutputSettings(folder)
    for version in before { _ = try SitePublisher(settings).publish(portal(version)) }
    let old = before.isEmpty ? [:] : tree(portal("old"))
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, step = step as OutputSettings.Step] in
      var settings = OutputSettings(output: path + "/site", root: path)
      settings.onStep = { if $0 == step { kill(getpid(), SIGKILL) } }
      _ = try SitePublisher(settings).publish(portal("new"))
    }
    var found = try folder.tree("site")
    // Between the exchange and the move a folder of the host lies in the old tree.
    if step == .exchanged { found.merge([".git": nil, ".git/HEAD": "ref"]) { $1 } }
    let isNew = step.rawValue >= OutputSettings.Step.exchanged.rawValue
    #expect(found == (isNew ? tree(portal("new")) : old).merging(host) { $1 })

    let result = try SitePublisher(settings).publish(portal("third"))
    #expect(result.diagnostics == [])
    #expect(try folder.tree("site") == tree(portal("third")).merging(host) { $1 })
    #expect(try leftovers(in: folder) == [])
  }

  @Test(arguments: 0..<12)
  func `killed at a random moment, the output is the old or the new portal`(round: Int) async throws {
    let folder = try TemporaryFolder()
    let settings = OutputSettings(folder)
    let old = (0..<400).map { OutputFile("p/\($0)/index.html", Array("old \($0)".utf8)) }
    _ = try SitePublisher(settings).publish(old)
    let (path, delay) = (folder.path, UInt32(round * 3000))
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, delay = delay as UInt32] in
      Thread.detachNewThread {
        usleep(delay)
        kill(getpid(), SIGKILL)
      }
      while true {
        let new = (0..<400).map { OutputFile("p/\($0)/index.html", Array("new \($0)".utf8)) }
        _ = try SitePublisher(OutputSettings(output: path + "/site", root: path)).publish(new)
      }
    }
    let found = try folder.tree("site")
    let new = (0..<400).map { OutputFile("p/\($0)/index.html", Array("new \($0)".utf8)) }
    #expect(found == tree(old) || found == tree(new))
    _ = try SitePublisher(settings).publish(portal("third"))
    #expect(try folder.tree("site") == tree(portal("third")))
    #expect(try leftovers(in: folder) == [])
  }

  @Test(
    arguments: OutputSettings.Step.allCases.filter { [.begun, .staged, .updated, .recorded, .cleared].contains($0) })
  func `killed while files are replaced one by one, each is whole and the next build clears up`(
    step: OutputSettings.Step
  ) async throws {
    let folder = try TemporaryFolder()
    try folder.write("site/.git/HEAD", "ref")
    let host: [String: String?] = [".git": nil, ".git/HEAD": "ref"]
    let settings = OutputSettings(folder, inPlace: true)
    _ = try SitePublisher(settings).publish(portal("old"))
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, step = step as OutputSettings.Step] in
      var settings = OutputSettings(output: path + "/site", root: path, inPlace: true)
      settings.onStep = { if $0 == step { kill(getpid(), SIGKILL) } }
      _ = try SitePublisher(settings).publish(portal("new"))
    }
    let isNew = step == .cleared
    #expect(try folder.tree("site") == tree(portal(isNew ? "new" : "old")).merging(host) { $1 })
    _ = try SitePublisher(settings).publish(portal("third"))
    #expect(try folder.tree("site") == tree(portal("third")).merging(host) { $1 })
    #expect(try leftovers(in: folder) == [])
  }

  @Test(arguments: 0..<6)
  func `killed at a random moment of replacing, each file is of the old or the new portal`(round: Int) async throws {
    let folder = try TemporaryFolder()
    func version(_ name: String) -> [OutputFile] {
      (0..<300).map { OutputFile("p/\($0)/index.html", Array("\(name) \($0)".utf8)) }
    }
    let settings = OutputSettings(folder, inPlace: true)
    _ = try SitePublisher(settings).publish(version("old"))
    let (path, delay) = (folder.path, UInt32(round * 8000))
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, delay = delay as UInt32] in
      Thread.detachNewThread {
        usleep(delay)
        kill(getpid(), SIGKILL)
      }
      while true {
        for name in ["new", "old"] {
          let files = (0..<300).map { OutputFile("p/\($0)/index.html", Array("\(name) \($0)".utf8)) }
          _ = try SitePublisher(OutputSettings(output: path + "/site", root: path, inPlace: true)).publish(files)
        }
      }
    }
    let (old, new) = (tree(version("old")), tree(version("new")))
    for (file, text) in try folder.tree("site") { #expect(text == old[file] || text == new[file], "\(file)") }
    _ = try SitePublisher(settings).publish(version("new"))
    #expect(try folder.tree("site") == new)
    #expect(try leftovers(in: folder) == [])
  }

  @Test func `a file beyond the allowed size leaves the old portal and one diagnostic`() async throws {
    let folder = try TemporaryFolder()
    _ = try SitePublisher(OutputSettings(folder)).publish(portal("old"))
    let path = folder.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      _ = World.system()
      var limit = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
      _ = unsafe setrlimit(__rlimit_resource_t(1), &limit)  // RLIMIT_FSIZE
      let files = portal("new") + [OutputFile("large.bin", [UInt8](repeating: 0, count: 200_000))]
      let error = #expect(throws: OutputError.self) {
        try SitePublisher(OutputSettings(output: path + "/site", root: path)).publish(files)
      }
      #expect(error?.diagnostic.code == "FL11")
      exit(error?.diagnostic.code == "FL11" ? 0 : 1)
    }
    #expect(try folder.tree("site") == tree(portal("old")))
    #expect(try leftovers(in: folder) == [])
  }

  @Test func `a folder that may not be written gives one diagnostic and stays`() async throws {
    let folder = try TemporaryFolder()
    _ = try SitePublisher(OutputSettings(folder)).publish(portal("old"))
    let manager = FileManager.default
    let state = folder.path(".prospectus/outputs/site")
    try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: state)
    try manager.setAttributes([.posixPermissions: 0o666], ofItemAtPath: state + "/lock")
    let path = folder.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      // An administrator may write everywhere; become nobody.
      if geteuid() == 0 { seteuid(65534) }
      let error = #expect(throws: OutputError.self) {
        try SitePublisher(OutputSettings(output: path + "/site", root: path)).publish(portal("new"))
      }
      exit(error?.diagnostic.code == "FL10" ? 0 : 1)
    }
    try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: state)
    #expect(try folder.tree("site") == tree(portal("old")))
  }

  @Test func `when a folder of the host cannot be moved, the exchange is taken back`() async throws {
    let folder = try TemporaryFolder()
    _ = try SitePublisher(OutputSettings(folder)).publish(portal("old"))
    try folder.write("site/.git/HEAD", "ref")
    try folder.write("site/.aaa/x", "first")
    let manager = FileManager.default
    // Who does not own a folder cannot give it another parent; the rest belongs to nobody.
    let isRoot = geteuid() == 0
    for name in ["", ".prospectus", ".prospectus/outputs", ".prospectus/outputs/site", "site"] {
      try manager.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.path(name))
    }
    try manager.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.path("site/.aaa"))
    try manager.setAttributes([.posixPermissions: 0o666], ofItemAtPath: folder.path(".prospectus/outputs/site/lock"))
    try manager.setAttributes([.posixPermissions: isRoot ? 0o755 : 0o555], ofItemAtPath: folder.path("site/.git"))
    let before = try folder.tree("site")
    let path = folder.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      if geteuid() == 0 { seteuid(65534) }
      let error = #expect(throws: OutputError.self) {
        try SitePublisher(OutputSettings(output: path + "/site", root: path)).publish(portal("new"))
      }
      exit(error?.diagnostic.code == "FL10" ? 0 : 1)
    }
    try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("site/.git"))
    #expect(try folder.tree("site") == before)
    #expect(try leftovers(in: folder) == [])
  }

  @Test func `a hidden folder that came up twice is kept and told`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("site/.git/HEAD", "first")
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      var settings = OutputSettings(output: path + "/site", root: path)
      settings.onStep = { if $0 == .exchanged { kill(getpid(), SIGKILL) } }
      _ = try SitePublisher(settings).publish(portal("new"))
    }
    try folder.write("site/.git/HEAD", "second")
    let result = try SitePublisher(OutputSettings(folder)).publish(portal("third"))
    #expect(result.diagnostics.map(\.code) == ["FL17"])
    #expect(try folder.read("site/.git/HEAD") == "second")
    #expect(try folder.read(".prospectus/outputs/site/kept-1/.git/HEAD") == "first")
  }

  /// Needs the right to mount; where that is missing the test says so and ends.
  @Test func `a full disk, and an output that is a mount point`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path("small/x"), withIntermediateDirectories: true)
    guard run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.path("small")) else { return }
    defer { _ = run("umount", folder.path("small")) }
    let large = portal("new") + [OutputFile("large.bin", [UInt8](repeating: 1, count: 3_000_000))]

    var settings = OutputSettings(folder)
    settings.output = folder.path("small/site")
    _ = try SitePublisher(settings).publish(portal("old"))
    let error = #expect(throws: OutputError.self) { try SitePublisher(settings).publish(large) }
    #expect(error?.diagnostic.code == "FL11")
    #expect(try folder.tree("small/site") == tree(portal("old")))
    #expect(try SitePublisher(settings).publish(portal("new")).manner == .exchanged)

    for item in ["small/site", "small/.prospectus"] { try FileManager.default.removeItem(atPath: folder.path(item)) }
    settings.output = folder.path("small")
    for version in ["old", "new"] {
      #expect(try SitePublisher(settings).publish(portal(version)).manner == .inPlace(.mountPoint))
      #expect(try folder.tree("small").filter { !$0.key.hasPrefix(".") } == tree(portal(version)))
    }
    #expect(throws: OutputError.self) { try SitePublisher(settings).publish(large) }
    #expect(try folder.tree("small").filter { !$0.key.hasPrefix(".") } == tree(portal("new")))
  }

  /// A bind mount has the device of what it shows, so only the exchange itself can tell.
  @Test func `an output bound from elsewhere is replaced file by file`() throws {
    let folder = try TemporaryFolder()
    for name in ["store", "site"] {
      try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
    }
    guard run("mount", "--bind", folder.path("store"), folder.path("site")) else { return }
    defer { _ = run("umount", folder.path("site")) }
    for version in ["old", "new"] {
      #expect(try SitePublisher(OutputSettings(folder)).publish(portal(version)).manner == .inPlace(.mountPoint))
      #expect(try folder.tree("store") == tree(portal(version)))
    }
  }
}

/// Runs a command silently; `false` when it fails or is not there.
func run(_ arguments: String...) -> Bool {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = arguments
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return false }
  process.waitUntilExit()
  return process.terminationStatus == 0
}
