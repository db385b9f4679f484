import Diagnostics
import Files
import Training

/// Rows of public lists that lie in a folder outside the repository, so that no history keeps a name that was taken off the site.
extension SiteBuild {
  /// The tables of the folder of `request`: `2026-09-16-gongshi.csv` has the rows of that notice. `nil` after saying why they cannot
  /// be read; none without such a folder.
  mutating func readLists(beside content: Snapshot) -> [ContentFile]? {
    guard let path = request.lists else { return [] }
    let place: String
    switch OutsideFolder.place(of: path, for: request, in: world) {
    case .success(let found): place = found
    case .failure(let problem):
      result.diagnostics.append(problem.diagnostic("--lists", of: Message(zh: "名单", en: "the lists")))
      return nil
    }
    let snapshot = world.files.snapshot(SnapshotRequest(folder: place, label: "lists", jobs: request.jobs))
    guard note(snapshot) else { return nil }
    listFiles = Set(snapshot.files.map(\.path))
    return snapshot.files.compactMap { file in
      guard !file.pathInFolder.contains("/"), file.pathInFolder.hasSuffix(".csv") else { return nil }
      let own = "notices/" + file.pathInFolder
      if content["content/" + own] != nil {
        result.diagnostics.append(
          Diagnostic(
            "LS12",
            Message(
              zh: "这份名单在内容里和 --lists 的文件夹里各有一份", en: "this list lies in the content and in the folder of --lists"),
            at: SourceLocation("content/" + own),
            repair: Message(zh: "删去内容里的一份", en: "delete the one in the content")))
        return nil
      }
      return ContentFile(relativePath: own, path: file.path, bytes: file.bytes ?? [])
    }
  }
}
