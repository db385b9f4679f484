import Bytes
import Checks
import Diagnostics
import Expressions
import Files
import Portal
import Training

// When of a portal nothing but a few texts was edited, nearly all of it is known to be as it was. Then only what the pages of
// these texts depend on is read, and compared with what the cache knows of the whole. This way is taken while it ends in what
// the whole build would publish and say; anything else, be it an error or only unusual, is for the whole build.

extension SiteBuild {
  /// Publishes the last portal with the pages of the edited texts made anew.
  ///
  /// - Returns: whether that was all; otherwise nothing has been done, and the stage is gone when it was needed.
  /// - Complexity: one look at each file of the output, the bytes of the cache, and what the pages depend on.
  mutating func publishTexts(
    since last: LastBuild, _ seen: (content: Snapshot, layouts: Snapshot), _ stage: inout OutputStage?
  ) -> Bool {
    guard let open = stage, !request.writesManifest, otherReaders(of: open) == nil, knowsNoVanished(open, last) else {
      return false
    }
    let before = result
    guard let pages = makeTexts(since: last, seen, open) else {
      result = before
      return false
    }
    guard handOver(pages, to: open) else {
      // What was claimed stays claimed; the next stage begins again.
      open.discard()
      (stage, result) = (nil, before)
      return false
    }
    result.reading = .part
    result.pages = last.pages
    result.diagnostics = last.diagnostics
    quote(last.diagnostics)
    result.rendered = pages.files.map { ($0.path, .lookup($0.lookup)) }
    publish(open)
    guard result.published != nil else { return true }
    let build = self
    timed(.remember) { build.remember(pages, seen.content.folders + seen.layouts.folders, open) }
    return true
  }

  /// Whether nobody waits for an answer at an address that is gone.
  private func knowsNoVanished(_ stage: OutputStage, _ last: LastBuild) -> Bool {
    !last.diagnostics.contains { $0.code == "OU09" }
      && stage.remembered(.addresses).flatMap { VanishedAddresses($0) }?.files.isEmpty ?? true
  }

  /// Makes the pages of the edited texts; `nil` when it is not certain that the whole build would make the same ones and say
  /// what the last one said.
  private mutating func makeTexts(
    since last: LastBuild, _ seen: (content: Snapshot, layouts: Snapshot), _ stage: OutputStage
  ) -> EditedPages? {
    let (request, world, onPhase) = (request, world, onPhase)
    let read: @Sendable (SourceFile) -> [UInt8]? = { file in
      try? world.files.read(request.content + "/" + file.pathInFolder)
    }
    let (recalled, shared) = Parallel.both(jobs: request.jobs) { () -> (edited: EditedTexts?, clock: PhaseClock) in
      var clock = PhaseClock(world, onPhase: onPhase)
      let edited = clock.timed(.recall) { () -> EditedTexts? in
        guard let cache = stage.rememberedCache().flatMap({ CacheIndex($0, of: request.program) }) else { return nil }
        return EditedTexts(since: last, seen.content.files, seen.layouts.files, cache, read: read)
      }
      return (edited, clock)
    } _: {
      (files: EditedTexts.shared(seen.content.files, read: read), layouts: Self.layouts(request, world))
    }
    result.times += recalled.clock.times
    guard let edited = recalled.edited else { return nil }
    let layouts = shared.layouts
    let content = timed(.read) { edited.content(seen.content.files, shared: shared.files, read: read) }
    guard let content, layouts.diagnostics.isEmpty, last.hasLayouts(layouts.files, behind: seen.content.files.count),
      let decoded = decode(content, paths: seen.content.files.map(\.path)), !result.diagnostics.hasErrors
    else { return nil }
    let asOf = chooseAsOf(decoded.settings)
    guard asOf.dayNumber == last.day, result.asOfOrigin == last.dayOrigin else { return nil }
    let changed = Set(edited.files.map(\.path))
    let (linked, prepared) = Parallel.both(jobs: request.jobs) {
      Linked(decoded, asOf: asOf, last.findings, changed, request, PhaseClock(world, onPhase: onPhase))
    } _: {
      Prepared(decoded, layouts, wanted: edited.layouts, PhaseClock(world, onPhase: onPhase))
    }
    result.times += linked.clock.times + prepared.clock.times
    guard !linked.diagnostics.hasErrors, !prepared.diagnostics.hasErrors,
      last.findings.isSilent(onTexts: changed), linked.findings.isSilent(onTexts: changed)
    else { return nil }
    let renderer = PageRenderer(linked.context, layouts: prepared.layouts)
    let planned = timed(.plan) { () -> (PageMaker, Certificate)? in
      let maker = PageMaker(
        part: linked.pages, renderer, linked.context.model, published: last.outputs.map(\.path))
      return Certificate(edited, maker).map { (maker, $0) }
    }
    guard let (maker, certificate) = planned else { return nil }
    return timed(.render) { EditedPages(edited, certificate, maker) }
  }

  /// Hands everything over: first what is new, so that all else is looked at where it will be published from.
  ///
  /// - Returns: whether all of it is there, and of what is published nothing is missing.
  private mutating func handOver(_ pages: EditedPages, to stage: OutputStage) -> Bool {
    let outputs = pages.outputs
    let jobs = request.jobs
    return timed(.publish) {
      let isNew = Set(pages.files.map(\.output))
      for file in pages.files {
        guard (try? stage.write(file.path, file.bytes.span)) == outputs[file.output].hash else { return false }
      }
      let isThere = Parallel.map(outputs.count, jobs: jobs, run: 64) { index in
        isNew.contains(index) || (try? stage.keep(outputs[index].path, outputs[index].hash)) ?? false
      }
      return isThere.allSatisfy(\.self) && !stage.unclaimed.contains { $0.hasSuffix(".html") }
    }
  }

  /// Keeps what the next build may begin with.
  private func remember(_ pages: EditedPages, _ folders: [Listing.Folder], _ stage: OutputStage) {
    var last = pages.edited.last
    stage.remember(pages.cache, since: pages.edited.cache.files)
    last.cache = pages.cache.seal ?? FastHash(high: 0, low: 0)
    last.outputs = pages.outputs
    last.folders = settled(folders)
    for file in pages.edited.files {
      last.inputs[file.position] = LastBuild.Input(
        path: file.path, stamp: file.stamp.isSettled(at: start) ? file.stamp : .none, head: file.head)
    }
    stage.remember(last.bytes(of: question), .build)
  }
}

extension RecordFindings {
  /// Whether nothing was found in the texts `files`.
  fileprivate func isSilent(onTexts files: Set<String>) -> Bool {
    !ofSources.contains { finding in finding.location.map { files.contains($0.path) } ?? true }
  }
}
