import Bytes
import Expressions
import Files
import Portal
import Training

extension SiteBuild {
  /// Keeps what the next build may begin with.
  ///
  /// The pages come first: what is said of the whole names them, so that a build killed in between leaves two files of which
  /// the next one believes each for itself and no conclusion from both. `outputs` is everything that was published.
  func remember(
    _ files: [RenderedFile], _ outputs: [(path: String, hash: FastHash)], _ maker: PageMaker, _ plan: RenderPlan,
    _ model: Model,
    _ stage: OutputStage
  ) {
    let cache = cacheFiles(of: files, maker, plan)
    if !plan.isUnchanged { stage.remember(cache, since: plan.cache.files) }
    let last = LastBuild(
      day: model.asOf.dayNumber, dayOrigin: result.asOfOrigin, pages: maker.pages.count,
      cache: cache.seal ?? FastHash(high: 0, low: 0), inputs: settledInputs(model),
      folders: settled(folders), outputs: outputs, diagnostics: result.diagnostics, findings: recordFindings)
    stage.remember(last.bytes(of: question), .build)
  }

  /// A `BuildCache` of `files`, as it is written.
  func cacheFiles(of files: [RenderedFile], _ maker: PageMaker, _ plan: RenderPlan) -> CacheFiles {
    if plan.isUnchanged, let known = plan.cache.files { return known }
    let pages = Array(files.prefix(maker.pages.count))
    return BuildCache.files(changing: pages, paths: maker.paths, plan, maker.answers)
      ?? BuildCache(pages, paths: maker.paths, plan, maker.answers, jobs: request.jobs).files(of: request.program)
  }

  /// Folders by which the next build may tell whether names have come or gone.
  func settled(_ folders: [Listing.Folder]) -> [Listing.Folder] {
    folders.map { Listing.Folder(path: $0.path, stamp: $0.stamp.isSettled(at: start) ? $0.stamp : .none) }
  }

  /// The inputs by which the next build may tell what has changed.
  private func settledInputs(_ model: Model) -> [LastBuild.Input] {
    if hasOtherTexts { return [] }
    let (inputs, knownInputs, start) = (inputs, knownInputs, start)
    let documents = knownInputs.isEmpty ? allRecordKinds.flatMap { $0.documents(model) } : []
    let texts = Dictionary(documents.map { ($0.path, $0.body.lowerBound) }, uniquingKeysWith: min)
    return Parallel.map(inputs.count, jobs: request.jobs, run: 64) { index in
      let (input, bytes) = (inputs[index], inputs[index].bytes ?? [])
      let known = index < knownInputs.count && knownInputs[index].path == input.path ? knownInputs[index] : nil
      let head =
        known.map { $0.stamp == input.stamp ? $0.head : $0.head.ofSameKind(in: bytes, path: input.path) }
        ?? DocumentHead(of: bytes, text: texts[input.path])
      return LastBuild.Input(
        path: input.path, stamp: input.stamp.isSettled(at: start) ? input.stamp : .none, head: head)
    }
  }
}
