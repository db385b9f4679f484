import Diagnostics
import Publishing

/// What a build says at its end: counts, time, the slowest step, where the portal is.
struct BuildSummary {
  private let result: BuildResult
  private let language: Language
  private let nanoseconds: Int64
  private let publishes: Bool
  private let isPreview: Bool

  init(_ result: BuildResult, language: Language, nanoseconds: Int64, publishes: Bool, isPreview: Bool) {
    self.result = result
    self.language = language
    self.nanoseconds = nanoseconds
    self.publishes = publishes
    self.isPreview = isPreview
  }

  var text: String {
    var lines: [Message] = []
    let found = DiagnosticSummary(result.diagnostics)
    let time = Self.seconds(nanoseconds)
    if let slowest = result.times.max(by: { $0.nanoseconds < $1.nanoseconds }) {
      lines.append(
        Message(
          zh:
            "\(result.pages) 个页面，\(found.text(in: .chinese))；\(time) 秒，最慢的一步：\(slowest.phase.title.zh)（\(Self.seconds(slowest.nanoseconds)) 秒）",
          en:
            "\(result.pages) pages, \(found.text(in: .english)); \(time) s, slowest step: \(slowest.phase.title.en) (\(Self.seconds(slowest.nanoseconds)) s)"
        ))
    }
    if let asOf = result.asOf, result.asOfOrigin == .settings {
      lines.append(
        Message(
          zh: "基准日 \(asOf) 由 site.yml 固定；用 --as-of 改为别的日子",
          en: "as of \(asOf), fixed by site.yml; --as-of takes another day"))
    }
    if isPreview {
      lines.append(
        Message(zh: "这是预览，不含名单；不要当作门户发布", en: "a preview without lists of names; not to be published as the portal"))
    }
    if let published = result.published {
      lines.append(
        Message(
          zh:
            "已发布到 \(published.output)：\(published.files) 个文件，\(Self.size(published.bytes))；打开 \(published.output)/index.html 查看",
          en:
            "published to \(published.output): \(published.files) files, \(Self.size(published.bytes)); open \(published.output)/index.html"
        ))
      switch published.manner {
      case .inPlace: lines.append(Message(zh: "文件逐个替换", en: "files were replaced one by one"))
      case .unchanged: lines.append(Message(zh: "与已发布的门户相同，没有写入文件", en: "nothing has changed; no file was written"))
      case .created, .exchanged: break
      }
    } else if publishes {
      lines.append(Message(zh: "没有发布；输出文件夹保持原样", en: "not published; the output folder is as it was"))
    }
    if let codes = codesToExplain {
      lines.append(
        Message(zh: "为什么、怎样改，附例子：prospectus explain \(codes)", en: "why, and an example: prospectus explain \(codes)"))
    }
    return lines.map { $0.text(in: language) + "\n" }.joined()
  }

  /// The first codes of errors, without any those of warnings; `nil` where there is nothing to put right.
  private var codesToExplain: String? {
    for severity in [Severity.error, .warning] {
      var codes: [String] = []
      for diagnostic in result.diagnostics where diagnostic.severity == severity {
        if !codes.contains(diagnostic.code.text) { codes.append(diagnostic.code.text) }
      }
      if !codes.isEmpty { return codes.prefix(Self.explainedCodes).joined(separator: " ") }
    }
    return nil
  }

  /// How many codes the summary names.
  private static let explainedCodes = 3

  private static func seconds(_ nanoseconds: Int64) -> String {
    let hundredths = (nanoseconds + 5_000_000) / 10_000_000
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1_000_000 ? "\((bytes + 500) / 1000) kB" : "\(bytes / 1_000_000).\(bytes % 1_000_000 / 100_000) MB"
  }
}
