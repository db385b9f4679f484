import Checks
package import Diagnostics
import Expressions
package import Files
import Markdown
import Portal
package import Training
import Values

/// The whole way from the files of a portal to its published pages.
///
/// Each step is a function of what the steps before gave. An error in the data keeps the layouts from running, because a
/// page of broken records would only say the same thing again; texts are read all the same, so that one run shows
/// everything an editor has to mend.
package struct SiteBuild {
  let request: BuildRequest
  let world: World
  /// Called when a step begins.
  let onPhase: @Sendable (BuildPhase) -> Void
  var result = BuildResult()
  /// Files of content and layouts, as they were read.
  private(set) var inputs: [SourceFile] = []
  /// The folders in which they are.
  private(set) var folders: [Listing.Folder] = []
  /// Whether messages quote files otherwise than they are on disk: as UTF-8.
  private(set) var hasOtherTexts = false
  /// When the files were looked at: what changed so late that its stamp may not show it is looked at again next time.
  private(set) var start = Timestamp(nanoseconds: 0)
  /// What is known of the inputs, when nothing of them but texts has changed; else nothing.
  private(set) var knownInputs: [LastBuild.Input] = []
  /// Those who stand in the rosters of the private folder.
  private var people: [Person] = []
  /// What is looked for in files, when there is such a folder.
  private var leaks: LeakReport?
  /// What messages may name and quote is judged by it.
  private var linked: Model?
  /// The tables of the folder of `--lists`.
  var listFiles: Set<String> = []
  /// What rules found in the records.
  private(set) var recordFindings = RecordFindings()
  /// Where the files go when nothing is published and all is shown.
  private var memory: MemoryStage?
  private var shown: MemoryPortal?

  init(_ request: BuildRequest, in world: World, onPhase: @escaping @Sendable (BuildPhase) -> Void) {
    var request = request
    // What is remembered of a build lies beside the portal and says what was asked of it.
    if request.privateFolder != nil { request.usesCache = false }
    self.request = request
    self.world = world
    self.onPhase = onPhase
  }

  /// Builds.
  ///
  /// Never throws: what goes wrong is a diagnostic of the result, and then the published portal is the old one.
  package static func run(
    _ request: BuildRequest, in world: World, onPhase: @escaping @Sendable (BuildPhase) -> Void = { _ in }
  ) -> BuildResult {
    var build = SiteBuild(request, in: world, onPhase: onPhase)
    build.run()
    build.redact()
    return build.result
  }

  /// Builds for a preview: nothing is written, the files stay in memory.
  ///
  /// - Parameters:
  ///   - request: what to build; it should not publish.
  ///   - before: the portal that was shown before; its pages are taken over where nothing has changed.
  ///   - world: where files and clock are.
  /// - Returns: no portal when something is wrong.
  package static func preview(
    _ request: BuildRequest, after before: MemoryPortal?, in world: World
  ) -> (portal: MemoryPortal?, result: BuildResult) {
    var build = SiteBuild(request, in: world, onPhase: { _ in })
    build.memory = MemoryStage(before: before)
    build.run()
    build.redact()
    return (build.shown, build.result)
  }

  /// The linked records of a portal, checked, without its layouts: what exports are made from.
  ///
  /// - Returns: no model when the settings cannot be read.
  package static func link(
    _ request: BuildRequest, in world: World
  ) -> (model: Model?, diagnostics: [Diagnostic], sources: [String: [UInt8]]) {
    var build = SiteBuild(request, in: world, onPhase: { _ in })
    let content = build.timed(.read) { Self.content(request, world) }
    let model = build.note(content) ? build.link(content) : nil
    if let model { build.result.diagnostics += build.sound(TextReview(model).findings(jobs: request.jobs), model) }
    build.linked = model
    build.redact()
    return (model, build.result.diagnostics, build.result.sources)
  }

  /// Takes out of the messages what no log may hold.
  mutating func redact() {
    guard !result.diagnostics.isEmpty else { return }
    MessageRedaction(linked, people: people, lists: listFiles).apply(to: &result)
  }

  static func content(_ request: BuildRequest, _ world: World) -> Snapshot {
    world.files.snapshot(SnapshotRequest(folder: request.content, label: "content", jobs: request.jobs))
  }

  static func layouts(_ request: BuildRequest, _ world: World) -> Snapshot {
    world.files.snapshot(SnapshotRequest(folder: request.layouts, label: "layouts", jobs: request.jobs))
  }

  /// Keeps what a snapshot says; whether all of it could be read.
  mutating func note(_ snapshot: Snapshot) -> Bool {
    result.diagnostics += snapshot.diagnostics
    for file in snapshot.files { result.sources[file.path] = file.bytes }
    return !snapshot.diagnostics.hasErrors
  }

  /// The records of a portal, ready to be linked for any day.
  struct DecodedContent: Sendable {
    let settings: Settings
    let records: Records
    let files: ContentFiles
    let incompleteKinds: Set<String>
    let readership: Readership

    /// The linked records on the day `asOf`; `diagnostics` gets what linking says.
    func model(asOf: CalendarDate, _ diagnostics: inout [Diagnostic]) -> Model {
      Model(
        records, asOf: asOf, routes: PortalRoutes(featuredProject: settings.featuredProject.id), files: files,
        incompleteKinds: incompleteKinds, readership: readership, diagnostics: &diagnostics)
    }
  }

  /// Decodes; `nil` when there are no settings. `paths` are those of all files, when `content` is a part of them.
  mutating func decode(_ content: Snapshot, paths: [String]? = nil) -> DecodedContent? {
    let request = request
    guard let lists = readLists(beside: content) else { return nil }
    let loaded = timed(.decode) {
      ContentLoader.load(
        content.files.map {
          ContentFile(relativePath: $0.pathInFolder, path: $0.path, bytes: $0.bytes ?? [])
        } + lists, jobs: request.jobs)
    }
    result.diagnostics += loaded.diagnostics
    for (path, text) in loaded.texts { result.sources[path] = text }
    hasOtherTexts = !loaded.texts.isEmpty
    guard let settings = loaded.records.settings.first else {
      if !result.diagnostics.hasErrors {
        result.diagnostics.append(Self.noSettings(isEmpty: content["content/site.yml"] != nil))
      }
      return nil
    }
    let places = Dictionary(content.files.enumerated().map { ($1.path, $0) }) { first, _ in first }
    return DecodedContent(
      settings: settings, records: loaded.records,
      files: ContentFiles(
        attachments: loaded.attachments, paths: paths ?? content.files.map(\.path),
        hasLists: request.lists != nil, read: { places[$0].flatMap { content.files[$0].bytes } }),
      incompleteKinds: loaded.incompleteKinds, readership: request.readership)
  }

  /// Decodes, links and checks; `nil` when there are no settings.
  private mutating func link(_ content: Snapshot) -> Model? {
    guard let decoded = decode(content) else { return nil }
    let asOf = chooseAsOf(decoded.settings)
    let jobs = request.jobs
    let model = timed(.link) { decoded.model(asOf: asOf, &$0) }
    result.diagnostics += sound(timed(.check) { Check.findingsOfRecords(in: model, jobs: jobs).all }, model)
    return model
  }

  /// `findings` of rules without those that may be mistaken: of a day that could not be read nothing follows, and what is only
  /// advice may be about another day than the one meant.
  private func sound(_ findings: [Diagnostic], _ model: Model) -> [Diagnostic] {
    guard request.asOf == nil, !model.settings.isSound("as_of") else { return findings }
    return findings.filter { $0.severity == .error && $0.code != "TX01" }
  }

  private mutating func run() {
    let request = request
    let world = world
    var stage = request.publishes && request.usesCache ? try? OutputStage(outputSettings) : nil
    // Of rows outside the content no stamp is kept.
    let last = request.lists == nil ? stage?.remembered(.build).flatMap { LastBuild($0, of: question) } : nil
    start = world.now()
    let known = last.flatMap { hasSameDay($0) && !isStopped(by: $0) ? $0 : nil }
    var files = timed(.read) { Self.read(request, world, knowing: known) }
    if let last, !files.content.hasBytes {
      if publishUnchanged(last, files, &stage) || publishTexts(since: last, files, &stage) { return }
      // Somebody has edited what is published, or more than texts depends on what has changed.
      if stage == nil { stage = try? OutputStage(outputSettings) }
      result.times = []
      files = timed(.read) { Self.read(request, world, knowing: nil) }
    }
    result.reading = .everything
    let (content, layoutFiles) = files
    let (hasLayouts, hasContent) = (note(layoutFiles), note(content))
    guard hasLayouts, hasContent, let decoded = decode(content) else { return }
    let asOf = chooseAsOf(decoded.settings)
    let changedTexts = last.flatMap { $0.day == asOf.dayNumber ? $0.changedTexts(in: content) : nil }
    let findings = changedTexts == nil ? nil : last?.findings
    let (open, shown, onPhase) = (stage, memory?.before, onPhase)
    let (linked, prepared) = Parallel.both(jobs: request.jobs) {
      Linked(decoded, asOf: asOf, findings, changedTexts ?? [], request, PhaseClock(world, onPhase: onPhase))
    } _: {
      Prepared(decoded, layoutFiles, PhaseClock(world, onPhase: onPhase)) {
        guard request.usesCache, let files = shown?.cache ?? open?.rememberedCache() else { return nil }
        return BuildCache(files, of: request.program)
      }
    }
    let model = linked.context.model
    self.linked = model
    result.times += linked.clock.times + prepared.clock.times
    result.diagnostics += linked.diagnostics + sound(linked.findings.all, model) + prepared.diagnostics
    recordFindings = linked.findings
    result.pages = linked.pages.count
    guard readPrivateFolder(model) else { return }
    inputs = content.files + layoutFiles.files
    folders = content.folders.isEmpty || layoutFiles.folders.isEmpty ? [] : content.folders + layoutFiles.folders
    knownInputs = changedTexts == nil ? [] : last?.inputs ?? []
    let isSame = last?.cache == prepared.cache?.files?.seal
    render(
      linked.pages, with: PageRenderer(linked.context, layouts: prepared.layouts), prepared.layouts, model, stage,
      prepared.cache, changedTexts: isSame ? changedTexts : nil)
  }

  /// Renders, verifies and publishes; without errors so far, else only reads the texts.
  private mutating func render(
    _ pages: [(family: PageFamily, page: Page)], with renderer: PageRenderer, _ layouts: PortalLayouts, _ model: Model,
    _ prepared: OutputStage?, _ cache: BuildCache?, changedTexts: Set<String>?
  ) {
    let request = request
    let jobs = request.jobs
    let maker = PageMaker(
      pages, renderer, layouts, model, leaks ?? LeakReport(model),
      notesReads: (request.publishes || memory != nil) && request.usesCache)
    let texts = maker.texts
    guard !result.diagnostics.hasErrors else {
      let (found, elsewhere) = timed(.render) {
        (Parallel.map(pages.count, jobs: jobs) { maker.read($0) }, texts.findingsElsewhere(jobs: jobs))
      }
      note(Self.oncePerPlace(found.flatMap(\.diagnostics)))
      result.diagnostics += sound(found.flatMap(\.findings) + elsewhere, model)
      return
    }
    let files = maker.paths
    result.diagnostics += Self.redirectProblems(renderer.redirects, pages, maker)
    guard !result.diagnostics.hasErrors else { return }
    result.diagnostics += Self.collisions(in: files + (request.writesManifest ? [Manifest.path] : []))
    guard !result.diagnostics.hasErrors else { return }

    var stage = prepared
    if request.publishes, stage == nil {
      do throws(OutputError) {
        stage = try OutputStage(outputSettings)
      } catch {
        result.diagnostics.append(error.diagnostic)
        return
      }
    }
    if let stage, let error = otherReaders(of: stage) {
      result.diagnostics.append(error.diagnostic)
      stage.discard()
      return
    }
    let open: (any FileStage)? = memory ?? stage
    let plan = timed(.plan) { maker.plan(cache, changedTexts: changedTexts, jobs: jobs) }
    let (rendered, elsewhere) = timed(.render) {
      let limit = FirstLimit()
      var rendered = Parallel.map(files.count, jobs: jobs) { index -> RenderedFile in
        if index < pages.count, limit.isBefore(index) { return maker.read(index) }
        let file = maker.make(index, plan, stage: open)
        limit.note(file, index)
        return file
      }
      if let first = limit.page {
        for index in first + 1..<pages.count { rendered[index] = maker.read(index) }
      }
      return (rendered, texts.findingsElsewhere(jobs: jobs))
    }
    note(Self.oncePerPlace(rendered.flatMap(\.diagnostics)))
    result.diagnostics += sound(rendered.flatMap(\.findings) + elsewhere, model)
    // A page that could not be made has no anchors; that others do not find them says nothing new.
    if !result.diagnostics.hasErrors {
      result.diagnostics += timed(.verify) { maker.brokenLinks(rendered, plan) }
    }
    result.rendered = zip(pages, rendered).compactMap { page, file in
      file.reason.map { (page.page.path.file, plan.cache.pages.isEmpty ? .noCache : $0) }
    }
    var outputs = zip(files, rendered).map { (path: $0, hash: $1.hash) }
    noteVanished(files, stage, renderer.redirects)
    let failure = rendered.lazy.compactMap(\.failure).first
    let unlisted = failure ?? addManifest(&outputs, to: stage, model)
    if unlisted == nil { result.diagnostics += unreproduced(outputs, stage, model.asOf) }
    if let memory, !result.diagnostics.hasErrors { shown = memory.finish(cache: cacheFiles(of: rendered, maker, plan)) }
    publish(stage, failure: unlisted)
    guard let stage, result.published != nil, request.usesCache else { return }
    redact()
    let (build, published) = (self, outputs)
    timed(.remember) { build.remember(rendered, published, maker, plan, model, stage) }
  }

  /// Reads the private folder that the request names: whom no page may name, and what is wrong in it; `false` when it cannot be
  /// read or lies where it might be published.
  private mutating func readPrivateFolder(_ model: Model) -> Bool {
    guard let path = request.privateFolder else { return true }
    let read = PrivateFolder.read(path, for: request, in: world)
    result.diagnostics += read.diagnostics
    let (folder, people, jobs) = (read.folder, read.folder.rosters.flatMap(\.rows), request.jobs)
    let hasErrors = result.diagnostics.hasErrors
    let (found, leaks) = Parallel.both(jobs: jobs) {
      let books = Gradebook.all(in: folder, model, jobs: jobs)
      let found = books.flatMap(\.allDiagnostics)
      // Of marks that are wrong nothing follows.
      return hasErrors || found.hasErrors
        ? found : found + books.flatMap { $0.disagreements(in: model) + $0.listProblems(in: model) }
    } _: {
      LeakReport(model, people: people)
    }
    result.diagnostics += found
    self.people = people
    self.leaks = leaks
    return !read.diagnostics.hasErrors
  }

  mutating func publish(_ stage: OutputStage?, failure: OutputError? = nil) {
    guard let stage else { return }
    if let failure { result.diagnostics.append(failure.diagnostic) }
    guard !result.diagnostics.hasErrors else {
      stage.discard()
      return
    }
    let outcome = timed(.publish) { () -> Result<PublishingResult, OutputError> in
      do throws(OutputError) {
        return .success(try stage.publish())
      } catch {
        return .failure(error)
      }
    }
    switch outcome {
    case .success(let published):
      result.published = published
      noteReaders(of: stage)
    case .failure(let error): result.diagnostics.append(error.diagnostic)
    }
  }

  private var outputSettings: OutputSettings {
    OutputSettings(
      output: request.output, root: request.root, inputs: [request.content, request.layouts], inPlace: request.inPlace,
      jobs: request.jobs)
  }

  mutating func chooseAsOf(_ settings: Settings) -> CalendarDate {
    let asOf: CalendarDate
    if let option = request.asOf {
      (asOf, result.asOfOrigin) = (option, .option)
    } else if let fixed = settings.asOf {
      (asOf, result.asOfOrigin) = (fixed, .settings)
    } else {
      asOf = today
    }
    result.asOf = asOf
    return asOf
  }

  /// The day by the clock.
  var today: CalendarDate {
    let today = world.now().day()
    return CalendarDate(year: today.year, month: today.month, day: today.day) ?? CalendarDate(dayNumber: 0)
  }

  mutating func timed<Output>(_ phase: BuildPhase, _ work: () -> Output) -> Output {
    var clock = PhaseClock(world, onPhase: onPhase)
    defer { result.times += clock.times }
    return clock.timed(phase, work)
  }

  mutating func timed<Output>(_ phase: BuildPhase, _ work: (inout [Diagnostic]) -> Output) -> Output {
    var diagnostics: [Diagnostic] = []
    let output = timed(phase) { work(&diagnostics) }
    result.diagnostics += diagnostics
    return output
  }

  private static func noSettings(isEmpty: Bool) -> Diagnostic {
    let place = SourceLocation("content/site.yml")
    guard !isEmpty else {
      return Diagnostic(
        "FL08", Message(zh: "site.yml 是空的", en: "site.yml is empty"), at: place,
        repair: Message(zh: "写上门户的设置，第一行如 title: 单位名称", en: "write the portal's settings, beginning with title: …"))
    }
    return Diagnostic(
      "FL08", Message(zh: "content/ 里没有 site.yml", en: "content/ has no site.yml"), at: place,
      repair: Message(
        zh: "门户的设置写在 content/site.yml；用 --root 指向含有 content/ 的文件夹",
        en: "the portal's settings stand in content/site.yml; point --root to the folder that holds content/"))
  }

  /// Keeps what pages say. A table that a text shows is quoted as it was decoded.
  private mutating func note(_ found: [Diagnostic]) {
    result.diagnostics += found
    for path in Set(found.compactMap { $0.code.text.hasPrefix("CV") ? $0.location?.path : nil }) {
      result.sources[path] = result.sources[path].map { CSVReader.text(of: $0) }
    }
  }

  /// What a layout or a table gets wrong on many pages, told for the first of them; what texts get wrong, all.
  private static func oncePerPlace(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<SourceLocation> = []
    return diagnostics.filter { diagnostic in
      guard ["LT", "CV"].contains(diagnostic.code.text.prefix(2)), let location = diagnostic.location else {
        return true
      }
      return seen.insert(location).inserted
    }
  }

  /// Two files of the portal with one path.
  private static func collisions(in paths: [String]) -> [Diagnostic] {
    var seen: Set<String> = []
    return paths.filter { !seen.insert($0).inserted }.map { path in
      Diagnostic(
        "OU08", Message(zh: "两个页面或附件都要写到 \(path)", en: "two pages or attachments go to \(path)"),
        at: SourceLocation("site/" + path), repair: Message(zh: "给其中一个换编号或文件名", en: "rename one of them"))
    } + collisionsOfCase(in: paths)
  }

  /// Files whose paths differ only in capitals. Portals have few capitals: only the names of attachments.
  private static func collisionsOfCase(in paths: [String]) -> [Diagnostic] {
    let capitals = Set(paths.filter { $0.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } })
    guard !capitals.isEmpty else { return [] }
    let names = Dictionary(grouping: Set(paths)) { $0.lowercased() }
    return capitals.compactMap { path -> (path: String, other: String)? in
      guard let others = names[path.lowercased()], let other = others.filter({ $0 != path }).max() else { return nil }
      // Of two with capitals the later one is told.
      return capitals.contains(other) && other > path ? nil : (path, other)
    }.sorted { $0.path < $1.path }.map { path, other in
      Diagnostic(
        "OU08", .warning,
        Message(zh: "\(path) 与 \(other) 只差大小写", en: "\(path) differs from \(other) only in capitals"),
        at: SourceLocation("site/" + path),
        repair: Message(
          zh: "给其中一个换文件名：在许多磁盘和主机上这是同一个文件",
          en: "rename one of them: on many disks and hosts they are the same file"))
    }
  }
}
