import Diagnostics

extension DiskFiles {
  /// Walks the folder, then reads on `request.jobs` threads: one open, one fstat, one read a file; one fstatat before them
  /// when it is asked whether to read.
  package func snapshot(_ request: SnapshotRequest) -> Snapshot {
    do throws(FileError.Reason) {
      guard let path = RawPath(request.folder) else { throw .invalidName }
      let root = try System.open(path, in: System.workingFolder, flags: System.openFolderFlags)
      defer { System.close(root) }
      var walk = DiskWalk(
        root: root, realRoot: try System.realPath(path), countLimit: request.countLimit, jobs: request.jobs)
      walk.run()
      return Self.read(walk, root, request)
    } catch {
      let shown = request.label.isEmpty ? request.folder : request.label
      let problem = error == .missing || error == .notFolder ? SnapshotProblem.noFolder : .unreadable(error)
      return Snapshot(files: [], diagnostics: [problem.diagnostic(at: shown)])
    }
  }

  private static func read(_ walk: DiskWalk, _ root: Int32, _ request: SnapshotRequest) -> Snapshot {
    if let wantsBytes = request.wantsBytes, walk.problems.isEmpty {
      let looks = take(walk, request) { open, path throws(FileError.Reason) in
        let status = try System.status(of: open, in: root, followingLinks: false)
        return SourceFile(path: path, stamp: FileStamp(status), bytes: nil)
      }
      if looks.diagnostics.isEmpty, !wantsBytes(looks.files) { return looks }
    }
    return take(walk, request) { open, path throws(FileError.Reason) in
      let file = try System.readFile(open, in: root, followingLinks: false, limit: request.byteLimit)
      return SourceFile(path: path, stamp: FileStamp(file.status), bytes: file.bytes)
    }
  }

  /// What `one` gives for each file that the walk has found.
  private static func take(
    _ walk: DiskWalk, _ request: SnapshotRequest,
    _ one: @escaping @Sendable (_ open: RawPath, _ path: String) throws(FileError.Reason) -> SourceFile
  ) -> Snapshot {
    let found = walk.found
    let results = Parallel.map(found.count, jobs: request.jobs, run: 32) { index in
      Result { () throws(FileError.Reason) in try one(found[index].open, request.path(found[index].path)) }
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
        diagnostics.append(SnapshotProblem.unreadable(reason).diagnostic(at: request.path(found[index].path)))
      }
    }
    for (path, problem) in walk.problems {
      let shown = path.isEmpty ? (request.label.isEmpty ? request.folder : request.label) : request.path(path)
      diagnostics.append(problem.diagnostic(at: shown))
    }
    return Snapshot(files: files, diagnostics: diagnostics.inPrintingOrder())
  }
}
