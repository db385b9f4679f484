import Files

/// Where an output lies once links are resolved, and where the folder of its state lies.
///
/// ```
/// parent/site/                              the output
/// parent/.prospectus/outputs/site/lock      who is publishing
///                                 record    what the two trees hold
///                                 trees     which folders are ours
///                                 journal   the spare is being made ready, or exchanged
///                                 cache     what the pages were made from
///                                 changes   what of that later builds found otherwise
///                                 build     what the last build read, made and said
///                                 readers   for whom the published portal is
///                                 addresses pages that are gone and not answered by a redirect
///                                 digests   SHA-256 of the files of the last manifest
///                                 spare/    the portal before the published one
///                                 next/     new files on their way when files are replaced one by one
/// ```
struct OutputPlace: Hashable, Sendable {
  /// The folder above the output, absolute, without links.
  let parent: String
  /// The output's own name.
  let name: String
  /// The folder of its state; on the file system of the output.
  let state: String
  /// The output is the root of a mount: nothing can take its place.
  let isMountPoint: Bool

  /// The output.
  var output: String { parent == "/" ? "/" + name : parent + "/" + name }
  var spare: String { state + "/spare" }
  var next: String { state + "/next" }
  var lock: String { state + "/lock" }
  var record: String { state + "/record" }
  var cache: String { state + "/cache" }
  var changes: String { state + "/changes" }
  var build: String { state + "/build" }
  var readers: String { state + "/readers" }
  var addresses: String { state + "/addresses" }
  var digests: String { state + "/digests" }
  var marks: String { state + "/trees" }
  var journal: String { state + "/journal" }

  /// Resolves and judges the output; makes the folder above it and that of the state, but not the output.
  ///
  /// - Throws: `notAFolder`, `wouldCover`, or the error of a call.
  init(_ settings: OutputSettings) throws(OutputError) {
    let path = try Self.resolve(settings.output)
    try Self.judge(path, settings)
    (parent, name) = DiskFiles.split(path)
    (state, isMountPoint) = try Self.makeState(path, parent, name, settings)
  }

  /// The output without links; as far as it does not exist yet, its names are taken as they are.
  private static func resolve(_ output: String) throws(OutputError) -> String {
    let disk = DiskFiles()
    switch try filing({ () throws(FileError) in try disk.kind(of: output) }) {
    case .folder: return try filing { () throws(FileError) in try disk.realPath(output) }
    case .file, .link, .other: throw .notAFolder(output)
    case nil: break
    }
    let (folder, name) = DiskFiles.split(output)
    // A link to nothing has a name but leads nowhere.
    let isTaken = try filing { () throws(FileError) in
      try disk.kind(of: folder) == .folder ? try Folder(folder).kind(of: name) != nil : false
    }
    guard !isTaken, !["", ".", ".."].contains(name), folder != output else { throw .notAFolder(output) }
    let above = try resolve(folder)
    return above == "/" ? "/" + name : above + "/" + name
  }

  private static func judge(_ path: String, _ settings: OutputSettings) throws(OutputError) {
    if path == "/" { throw .wouldCover(output: path, input: settings.root) }
    for input in [settings.root] + settings.inputs {
      // An input that is not there cannot be covered; whoever reads it will say that it is missing.
      guard let real = try? DiskFiles().realPath(input) else { continue }
      let holdsOutput = path.isPath(below: real) && !(input == settings.root)
      if path == real || real.isPath(below: path) || holdsOutput {
        throw .wouldCover(output: settings.output, input: input)
      }
    }
  }

  private static func makeState(
    _ path: String, _ parent: String, _ name: String, _ settings: OutputSettings
  ) throws(OutputError) -> (state: String, isMountPoint: Bool) {
    let disk = DiskFiles()
    let beside = (parent == "/" ? "" : parent) + "/.prospectus/outputs/" + name
    let inside = path + "/.prospectus/outputs/" + name
    return try filing { () throws(FileError) in
      let exists = try disk.kind(of: path) == .folder
      if exists, try Folder(path).identity().device != Folder(parent).identity().device {
        try disk.makeFolders(inside)
        return (inside, true)
      }
      do throws(FileError) {
        try disk.makeFolders(beside)
        return (beside, false)
      } catch {
        // Whoever may write the output but not beside it can still replace file by file, and only when asked.
        guard settings.inPlace, exists, error.reason == .notPermitted || error.reason == .readOnly else { throw error }
        try disk.makeFolders(inside)
        return (inside, false)
      }
    }
  }
}

extension String {
  /// Whether this path, without links, lies below `folder`.
  fileprivate func isPath(below folder: String) -> Bool {
    utf8.count > folder.utf8.count && utf8.starts(with: (folder == "/" ? "/" : folder + "/").utf8)
  }
}

/// Runs `body` with its file errors as errors of publishing.
func filing<Result: ~Copyable>(_ body: () throws(FileError) -> Result) throws(OutputError) -> Result {
  do throws(FileError) {
    return try body()
  } catch { throw .file(error) }
}
