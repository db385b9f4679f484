package import Diagnostics
package import Files
package import Training

extension PrivateFolder {
  /// Reads the folder at `path`, which lies outside the portal and outside the repository that holds it.
  ///
  /// - Returns: what it holds, and beside that what keeps it from being read, without its path: `PV05` when it lies where it might
  ///   be published or committed, `FL01` when there is no such folder, the code of a file that cannot be read.
  package static func read(
    _ path: String, for request: BuildRequest, in world: World
  ) -> (folder: PrivateFolder, diagnostics: [Diagnostic]) {
    let place: String
    do throws(FileError) {
      guard try world.files.kind(of: path) == .folder else { return (PrivateFolder(), [missing]) }
      place = try world.files.realPath(path)
      if try isReachable(place, request, world) { return (PrivateFolder(), [reachable]) }
    } catch {
      return (PrivateFolder(), [missing])
    }
    let snapshot = world.files.snapshot(SnapshotRequest(folder: place, label: "", jobs: request.jobs))
    guard !snapshot.diagnostics.hasErrors else {
      return (PrivateFolder(), [unreadable(snapshot.diagnostics[0].code, snapshot.diagnostics.count)])
    }
    let folder = PrivateFolder(snapshot.files.map { ($0.path, $0.bytes ?? []) }, jobs: request.jobs)
    return (folder, folder.diagnostics)
  }

  /// Whether the folder at `place` is the portal, its content or layouts, or in one of them, or in the repository around them, or
  /// has one of them in it.
  private static func isReachable(
    _ place: String, _ request: BuildRequest, _ world: World
  ) throws(FileError) -> Bool {
    for folder in [request.root, request.content, request.layouts] where try world.files.kind(of: folder) != nil {
      let real = try world.files.realPath(folder)
      let around = try repository(around: real, world) ?? real
      if contains(around, place) || contains(place, real) { return true }
    }
    return false
  }

  /// The nearest folder from `folder` upwards that holds `.git`.
  private static func repository(around folder: String, _ world: World) throws(FileError) -> String? {
    var folder = folder
    while true {
      if try world.files.kind(of: folder == "/" ? "/.git" : folder + "/.git") != nil { return folder }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  /// Whether `place` is `folder` or below it; both are real paths.
  private static func contains(_ folder: String, _ place: String) -> Bool {
    place == folder || place.hasPrefix(folder == "/" ? "/" : folder + "/")
  }

  private static let missing = Diagnostic(
    "FL01", Message(zh: "--private 的文件夹打不开", en: "the folder of --private cannot be opened"), at: nil,
    repair: Message(zh: "写一个读得了的文件夹", en: "name a folder that can be read"))

  private static let reachable = Diagnostic(
    "PV05",
    Message(
      zh: "--private 的文件夹在门户或它的代码仓库里面（或者把门户包在里面）：会被提交、被发布",
      en:
        "the folder of --private lies in the portal or its repository, or around it: it might be committed or published"
    ),
    at: nil,
    repair: Message(
      zh: "把花名册和成绩移到仓库以外的文件夹；已经提交过的，要从历史里清除",
      en: "move rosters and scores out of the repository; what was committed must be removed from its history"))

  private static func unreadable(_ code: DiagnosticCode, _ count: Int) -> Diagnostic {
    Diagnostic(
      code,
      Message(
        zh: "--private 的文件夹里有 \(count) 处读不了", en: "\(count) entries of the folder of --private cannot be read"),
      at: nil,
      repair: Message(zh: "核对权限和链接", en: "check rights and links"))
  }
}
