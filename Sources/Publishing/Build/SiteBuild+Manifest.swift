import Bytes
import Diagnostics
import Expressions
import Files
import Training

extension SiteBuild {
  /// Hands the list of all files over, when it is asked for, and adds it to `outputs`, which are the others with their hashes.
  /// Nothing is done for a portal with errors, which is not published.
  ///
  /// Digests of files that are the same as in the last list are known; the others are read from where they were staged.
  ///
  /// - Returns: what kept the list from being made.
  /// - Complexity: O(files × log files + bytes of files that are new).
  func addManifest(_ outputs: inout [(path: String, hash: FastHash)], to stage: OutputStage?, _ model: Model)
    -> OutputError?
  {
    guard let stage, request.writesManifest, !result.diagnostics.hasErrors else { return nil }
    let kept = request.usesCache ? stage.remembered(.digests).flatMap { FileDigests($0, of: request.program) } : nil
    let known = kept ?? FileDigests()
    let files = outputs
    let digests = Parallel.map(files.count, jobs: request.jobs, run: 32) { index -> FileDigest? in
      let (path, hash) = files[index]
      return known[hash] ?? stage.bytes(of: path, hash).map { FileDigest($0.span) }
    }
    var manifest = Manifest(
      generator: "prospectus " + request.version, asOf: model.asOf.description,
      audience: model.readership.rawValue, files: [])
    for (file, digest) in zip(files, digests) {
      guard let digest else { return .changedMeanwhile(file.0) }
      manifest.files.append(.init(path: file.0, digest: digest))
    }
    do throws(OutputError) {
      outputs.append((Manifest.path, try stage.write(Manifest.path, manifest.bytes.span)))
    } catch { return error }
    if request.usesCache {
      let news = FileDigests(zip(files, digests).compactMap { file, digest in digest.map { (file.1, $0) } })
      if news.digests != kept?.digests { stage.remember(news.bytes(of: request.program), .digests) }
    }
    return nil
  }
}
