import Diagnostics
import Files

/// A folder named on the command line that must lie outside the portal and outside the repository that holds it.
enum OutsideFolder {
  /// What keeps it from being read.
  enum Problem: Error {
    /// There is no such folder, or it cannot be opened.
    case missing
    /// It might be published or committed.
    case reachable
  }

  /// The real path of the folder at `path`. With `mayHold` the portal may lie in it: a file beside the portal is in no repository.
  static func place(
    of path: String, mayHold: Bool = false, for request: BuildRequest, in world: World
  ) -> Result<String, Problem> {
    do throws(FileError) {
      guard try world.files.kind(of: path) == .folder else { return .failure(.missing) }
      let place = try world.files.realPath(path)
      return try isReachable(place, mayHold, request, world) ? .failure(.reachable) : .success(place)
    } catch {
      return .failure(.missing)
    }
  }

  /// Whether the folder at `place` is the portal, its content or layouts, or in one of them, or in the repository around them, or
  /// has one of them in it where that matters.
  private static func isReachable(
    _ place: String, _ mayHold: Bool, _ request: BuildRequest, _ world: World
  ) throws(FileError) -> Bool {
    for folder in [request.root, request.content, request.layouts] where try world.files.kind(of: folder) != nil {
      let real = try world.files.realPath(folder)
      let around = try repository(around: real, world) ?? real
      if contains(around, place) || !mayHold && contains(place, real) { return true }
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
}

extension OutsideFolder.Problem {
  /// FL01 or PV05 for the folder of `option` with `contents`, without its path.
  func diagnostic(_ option: String, of contents: Message) -> Diagnostic {
    switch self {
    case .missing:
      Diagnostic(
        "FL01", Message(zh: "\(option) 的文件夹打不开", en: "the folder of \(option) cannot be opened"), at: nil,
        repair: Message(zh: "写一个读得了的文件夹", en: "name a folder that can be read"))
    case .reachable:
      Diagnostic(
        "PV05",
        Message(
          zh: "\(option) 的文件夹在门户或它的代码仓库里面（或者把门户包在里面）：会被提交、被发布",
          en:
            "the folder of \(option) lies in the portal or its repository, or around it: it might be committed or published"
        ),
        at: nil,
        repair: Message(
          zh: "把\(contents.zh)移到仓库以外的文件夹；已经提交过的，要从历史里清除",
          en: "move \(contents.en) out of the repository; what was committed must be removed from its history"))
    }
  }
}
