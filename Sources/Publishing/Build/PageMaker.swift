import Bytes
import Diagnostics
import Expressions
import Markdown
import Portal
import Training

/// Makes the files of a portal one by one, on any thread: pages are taken over or rendered, layouts' assets and attachments are
/// looked through.
struct PageMaker: Sendable {
  let pages: [(family: PageFamily, page: Page)]
  /// Assets, then what is made beside pages, then attachments.
  let fixed: [(path: String, bytes: [UInt8])]
  /// Of all files, in their order: pages, then the others.
  let paths: [String]
  let renderer: PageRenderer
  let texts: PageTexts
  let verification: LinkVerification
  let answers: Answers
  /// Whether it is noted what pages read: not for a build that nobody is to remember.
  private let notesReads: Bool
  private let leaks: LeakReport
  private let attachments: Range<Int>

  init(
    _ pages: [(family: PageFamily, page: Page)], _ renderer: PageRenderer, _ layouts: PortalLayouts, _ model: Model,
    _ leaks: LeakReport, notesReads: Bool
  ) {
    self.pages = pages
    self.notesReads = notesReads
    self.renderer = renderer
    let attachments = model.files.attachments.sorted()
    fixed =
      layouts.assets + NoticeFiles.all(in: model).map { ($0.path, $0.bytes) }
      + attachments.map { ($0, model.files.bytes(of: "content/" + $0) ?? []) }
    paths = pages.map(\.page.path.file) + fixed.map(\.path)
    self.attachments = paths.count - attachments.count..<paths.count
    texts = PageTexts(pages.map(\.page), model)
    self.leaks = leaks
    verification = LinkVerification(paths: paths, hostRoot: renderer.hostRoot)
    answers = Answers(renderer, texts.rules, leaks: leaks, pages: pages.map(\.page), files: paths)
  }

  /// Makes some pages of the portal whose files are `published`: `pages` are those that `model` has, which holds a part of the
  /// content, and `fixed` files are none.
  init(
    part pages: [(family: PageFamily, page: Page)], _ renderer: PageRenderer, _ model: Model, published: [String]
  ) {
    self.pages = pages
    self.renderer = renderer
    notesReads = true
    fixed = []
    paths = pages.map(\.page.path.file)
    attachments = paths.count..<paths.count
    texts = PageTexts(pages.map(\.page), model)
    leaks = LeakReport(model)
    verification = LinkVerification(paths: published, hostRoot: renderer.hostRoot)
    answers = Answers(renderer, texts.rules, leaks: leaks, pages: pages.map(\.page), files: [])
  }

  /// Which pages are rendered, by what `cache` knows; `changedTexts` as for `RenderPlan`.
  func plan(_ cache: BuildCache?, changedTexts: Set<String>?, jobs: Int) -> RenderPlan {
    RenderPlan(pages, answers, texts, renderer, cache: cache, changedTexts: changedTexts, jobs: jobs)
  }

  /// File `index`; without a stage a page that is kept is not looked for.
  func make(_ index: Int, _ plan: RenderPlan, stage: (any FileStage)?) -> RenderedFile {
    guard index < pages.count else {
      let written = fixed[index - pages.count].bytes
      let picture = PublicImage(written, name: paths[index])
      var file = RenderedPage(bytes: picture.bytes ?? written)
      file.diagnostics = leaks.diagnostics(of: file.bytes.span, path: paths[index], source: nil)
      if picture == .unreadable { file.diagnostics.append(unreadablePicture(index)) }
      return RenderedFile.make(file, path: paths[index], verification, stage: stage)
    }
    var reason = RenderReason.edited
    switch plan.steps[index] {
    case .keep(let number): if let file = RenderedFile.keep(number, plan, stage: stage) { return file }
    case .render(let cause): reason = cause
    }
    let reads = notesReads ? PageReads() : nil
    let (rendered, findings) = render(index, reads)
    var file = RenderedFile.make(rendered, path: paths[index], verification, stage: stage)
    file.findings = findings
    if let reads { file.keys = plan.table.keys(of: reads) }
    file.reason = reason
    return file
  }

  /// A picture that may hold what its readers do not see, in a file of which nobody can take it out.
  private func unreadablePicture(_ index: Int) -> Diagnostic {
    let folder = attachments.contains(index) ? "content/" : "layouts/"
    return Diagnostic(
      "PV08",
      Message(
        zh: "这张图片的文件不完整或不是它开头写的格式，没法去掉拍摄时间、地点这些看不见的信息",
        en:
          "the file of this picture is damaged or not what it begins as: time and place of a photograph cannot be taken out"
      ),
      at: SourceLocation(folder + paths[index]),
      repair: Message(
        zh: "用看图或办公软件打开，另存为 JPEG 或 PNG", en: "open it in a program for pictures and save it as JPEG or PNG"))
  }

  /// Page `index` made anew, with all that is wrong with it, and what rules find in its text.
  func render(_ index: Int, _ reads: PageReads?) -> (page: RenderedPage, findings: [Diagnostic]) {
    let page = pages[index].page
    reads?.note(.releases)
    if texts.isFirst[index], let text = page.text { reads?.note(.textRules, text.path) }
    var rendered = renderer.render(pages[index].family, page, reads: reads)
    rendered.diagnostics += leaks.diagnostics(of: rendered.bytes.span, path: paths[index], source: page.text?.path)
    rendered.diagnostics += previewProblems(rendered, pages[index].family)
    let findings = texts.findings(in: rendered.text, ofPage: index)
    if !findings.isEmpty, let text = page.text { reads?.note(.findingPlaces, text.path) }
    return (rendered, findings)
  }

  /// A hash of what is known of page `index` before it is rendered.
  func own(_ index: Int) -> FastHash {
    RenderPlan.own(pages[index].family, pages[index].page, isFirst: texts.isFirst[index], renderer)
  }

  /// What is wrong with the text of page `index`, without its layout.
  func read(_ index: Int) -> RenderedFile {
    let text = renderer.text(of: pages[index].page)
    return RenderedFile(diagnostics: text?.diagnostics ?? [], findings: texts.findings(in: text, ofPage: index))
  }

  /// Links that lead nowhere, and attachments that no page leads to, among the finished `files`.
  func brokenLinks(_ files: [RenderedFile], _ plan: RenderPlan) -> [Diagnostic] {
    var files = files
    let kept = KeptLinks(plan: plan)
    kept.complete(&files)
    let links = files.map(\.links)
    let unlinked = verification.unlinked(attachments, links, others: kept.targets(of: files))
    return verification.diagnostics(links) + unlinked.map { Self.unused(paths[$0]) }
  }

  /// An attachment that is published and that no page leads to.
  private static func unused(_ attachment: String) -> Diagnostic {
    Diagnostic(
      "RF03", .warning,
      Message(zh: "附件会发布，但没有页面链接到它", en: "the attachment is published, but no page links to it"),
      at: SourceLocation("content/" + attachment),
      repair: Message(
        zh: "在用到的地方链接它；不该公开的就从 content/ 移走",
        en: "link to it where it is used; move what is not public out of content/"))
  }
}
