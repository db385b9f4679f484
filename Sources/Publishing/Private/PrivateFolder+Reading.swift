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
    switch OutsideFolder.place(of: path, for: request, in: world) {
    case .success(let found): place = found
    case .failure(let problem): return (PrivateFolder(), [problem.diagnostic("--private", of: contents)])
    }
    let snapshot = world.files.snapshot(SnapshotRequest(folder: place, label: "", jobs: request.jobs))
    guard !snapshot.diagnostics.hasErrors else {
      return (PrivateFolder(), [unreadable(snapshot.diagnostics[0].code, snapshot.diagnostics.count)])
    }
    let folder = PrivateFolder(snapshot.files.map { ($0.path, $0.bytes ?? []) }, jobs: request.jobs)
    return (folder, folder.diagnostics)
  }

  private static let contents = Message(zh: "花名册和成绩", en: "rosters and scores")

  private static func unreadable(_ code: DiagnosticCode, _ count: Int) -> Diagnostic {
    Diagnostic(
      code,
      Message(
        zh: "--private 的文件夹里有 \(count) 处读不了", en: "\(count) entries of the folder of --private cannot be read"),
      at: nil,
      repair: Message(zh: "核对权限和链接", en: "check rights and links"))
  }
}
