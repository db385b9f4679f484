import Arguments
import Diagnostics
import Expressions
import Files
import Publishing
import Training

/// `build` and `check`: the same way, with and without writing.
struct BuildCommand {
  let arguments: ParsedArguments
  let language: Language
  let publishes: Bool

  func run(in world: World) -> Int32 {
    let format = arguments.text(.format).flatMap(DiagnosticRenderer.Format.init(rawValue:)) ?? .human
    let isQuiet = arguments.has(.quiet)
    let start = world.elapsed()
    let progress = ProgressLine(world.errors, language: language, isSilent: isQuiet || format != .human)
    let request = request(in: world)
    let result = SiteBuild.run(request, in: world) { progress.show($0) }
    progress.clear()
    let messages = DiagnosticRenderer(
      format,
      .init(language: language, colour: world.allowsColour(on: world.output), width: world.output.width ?? 100)
    ).render(result.diagnostics) { result.sources[$0] }
    world.output.write(messages)
    if publishes, arguments.has(.explain) {
      for (file, reason) in result.rendered {
        world.errors.write(file + ": " + reason.message.text(in: language) + "\n")
      }
    }
    if !isQuiet, format == .human {
      world.errors.write(
        BuildSummary(
          result, language: language, nanoseconds: world.elapsed() - start, publishes: publishes,
          isPreview: request.readership == .preview
        ).text)
    }
    let summary = DiagnosticSummary(result.diagnostics)
    if summary.errors > 0 { return 1 }
    return summary.warnings > 0 && arguments.has(.strict) ? 3 : 0
  }

  private func request(in world: World) -> BuildRequest {
    var request = BuildRequest.reading(arguments, in: world)
    if publishes, let output = arguments.text(.output) { request.output = output }
    if publishes, let audience = arguments.text(.audience).flatMap(Readership.init(rawValue:)) {
      request.readership = audience
      if audience == .preview, arguments.text(.output) == nil { request.output = request.path(below: "preview") }
    }
    request.isStrict = arguments.has(.strict)
    request.privateFolder = arguments.text(.privateFolder)
    request.inPlace = publishes && arguments.has(.inPlace)
    request.publishes = publishes
    request.usesCache = publishes && !arguments.has(.noCache)
    request.writesManifest = publishes && arguments.has(.manifest)
    return request
  }
}

extension BuildRequest {
  /// What the flags say that all commands share which read a portal.
  static func reading(_ arguments: ParsedArguments, in world: World) -> BuildRequest {
    var request = BuildRequest(
      root: arguments.text(.root) ?? ".", jobs: arguments.count(.jobs) ?? world.processors, version: Program.version)
    request.program = Program.version + " " + world.program
    if let content = arguments.text(.content) { request.content = content }
    if let layouts = arguments.text(.layouts) { request.layouts = layouts }
    request.lists = arguments.text(.lists)
    request.asOf = arguments.text(.asOf).flatMap { CalendarDate(fieldText: $0, year: nil) }
    return request
  }
}

/// The live line of a build on a terminal; nothing elsewhere.
final class ProgressLine: Sendable {
  private let stream: World.Stream
  private let language: Language
  private let isShown: Bool

  init(_ stream: World.Stream, language: Language, isSilent: Bool) {
    self.stream = stream
    self.language = language
    isShown = stream.isTerminal && !isSilent
  }

  func show(_ phase: BuildPhase) {
    guard isShown, let position = BuildPhase.allCases.firstIndex(of: phase) else { return }
    stream.write("\r\u{1B}[K[\(position + 1)/\(BuildPhase.allCases.count)] \(phase.title.text(in: language))…")
  }

  func clear() { if isShown { stream.write("\r\u{1B}[K") } }
}

extension BuildPhase {
  var title: Message {
    switch self {
    case .read: Message(zh: "读文件", en: "reading files")
    case .decode: Message(zh: "解析记录", en: "decoding records")
    case .link: Message(zh: "连接引用", en: "linking references")
    case .check: Message(zh: "检查数据", en: "checking data")
    case .layouts: Message(zh: "检查布局", en: "checking layouts")
    case .route: Message(zh: "安排页面", en: "planning pages")
    case .recall: Message(zh: "读上次的依据", en: "reading what is known of the last build")
    case .plan: Message(zh: "比较上次构建", en: "comparing with the last build")
    case .render: Message(zh: "渲染页面", en: "rendering pages")
    case .verify: Message(zh: "核对链接", en: "verifying links")
    case .publish: Message(zh: "发布", en: "publishing")
    case .remember: Message(zh: "记下依据", en: "noting what pages depend on")
    }
  }
}
