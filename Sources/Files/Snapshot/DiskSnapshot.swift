import Diagnostics

extension DiskFiles {
  /// Walks the folder, then reads on `request.jobs` threads: one open, one fstat, one read a file; one fstatat before them
  /// when it is asked whether to read.
  package func snapshot(_ request: SnapshotRequest) -> Snapshot {
    do throws(FileError.Reason) {
      guard let path = RawPath(request.folder) else { throw .invalidName }
      let root = try System.open(path, in: System.workingFolder, flags: System.openFolderFlags)
      defer { System.close(root) }
      if let known = request.known, let folders = known.lookAgain(request.label, root, jobs: request.jobs) {
        let found = known.files.map { FoundFile(known: $0, request.label) }
        return Self.read(found, folders, [], root, request)
      }
      var walk = DiskWalk(
        root: root, realRoot: try System.realPath(path), countLimit: request.countLimit, jobs: request.jobs)
      walk.run()
      let found = walk.found.map { FoundFile(open: $0.open, shown: request.path($0.path)) }
      let folders = walk.folders.map {
        Listing.Folder(path: $0.path.isEmpty ? request.label : request.path($0.path), stamp: $0.stamp)
      }
      return Self.read(found, folders, walk.problems, root, request)
    } catch {
      let shown = request.label.isEmpty ? request.folder : request.label
      let problem = error == .missing || error == .notFolder ? SnapshotProblem.noFolder : .unreadable(error)
      return Snapshot(files: [], diagnostics: [problem.diagnostic(at: shown)])
    }
  }

  /// A file to look at or to read.
  private struct FoundFile: Sendable {
    /// As the snapshot shows it.
    let shown: String
    private let place: Place

    private enum Place: Sendable {
      case at(RawPath)
      /// Where the path says, behind the label: made when it is needed, which is on all threads.
      case below(label: String)
    }

    init(open: RawPath, shown: String) { (self.shown, place) = (shown, .at(open)) }
    init(known path: String, _ label: String) { (shown, place) = (path, .below(label: label)) }

    var open: RawPath {
      switch place {
      case .at(let path): path
      case .below(let label): Listing.open(shown, label)
      }
    }
  }

  private static func read(
    _ found: [FoundFile], _ folders: [Listing.Folder], _ problems: [(path: String, problem: SnapshotProblem)],
    _ root: Int32, _ request: SnapshotRequest
  ) -> Snapshot {
    if let wantsBytes = request.wantsBytes, problems.isEmpty {
      let looks = take(found, folders, problems, request) { file throws(FileError.Reason) in
        let status = try System.status(of: file.open, in: root, followingLinks: false)
        return SourceFile(path: file.shown, stamp: FileStamp(status), bytes: nil)
      }
      if looks.diagnostics.isEmpty, !wantsBytes(looks.files) { return looks }
    }
    return take(found, folders, problems, request) { file throws(FileError.Reason) in
      let read = try System.readFile(file.open, in: root, followingLinks: false, limit: request.byteLimit)
      return SourceFile(path: file.shown, stamp: FileStamp(read.status), bytes: read.bytes)
    }
  }

  /// What `one` gives for each file that was found.
  private static func take(
    _ found: [FoundFile], _ folders: [Listing.Folder], _ problems: [(path: String, problem: SnapshotProblem)],
    _ request: SnapshotRequest, _ one: @escaping @Sendable (FoundFile) throws(FileError.Reason) -> SourceFile
  ) -> Snapshot {
    let results = Parallel.map(found.count, jobs: request.jobs, run: 32) { index in
      Result { () throws(FileError.Reason) in try one(found[index]) }
    }
    var files: [SourceFile] = []
    files.reserveCapacity(results.count)
    var diagnostics: [Diagnostic] = []
    for (index, result) in results.enumerated() {
      switch result {
      case .success(let file): files.append(file)
      // Gone between listing and opening: an editor saving by rename. The next look will find it or not.
      case .failure(.missing): break
      case .failure(let reason):
        diagnostics.append(SnapshotProblem.unreadable(reason).diagnostic(at: found[index].shown))
      }
    }
    for (path, problem) in problems {
      let shown = path.isEmpty ? (request.label.isEmpty ? request.folder : request.label) : request.path(path)
      diagnostics.append(problem.diagnostic(at: shown))
    }
    let isWhole = files.count == found.count && diagnostics.isEmpty
    return Snapshot(files: files, diagnostics: diagnostics.inPrintingOrder(), folders: isWhole ? folders : [])
  }
}
