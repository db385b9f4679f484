import Diagnostics
import Markdown

/// A portal of two courses, one figure and the directive names it is given.
struct TestHost: MarkdownHost {
  var directives: Set<String> = ["note", "tip", "stat", "abbr"]

  func resolve(_ link: LinkReference) -> LinkResolution {
    switch link.destination {
    case "course:c001": .href("../courses/c001/")
    case "foto.png":
      .href("foto-1a.png", attributes: [LinkAttribute("width", "640"), LinkAttribute("loading", "lazy")])
    case "/anywhere", "#top": .asWritten
    default:
      .failure(
        MarkdownFailure(
          Message(zh: "没有 \(link.destination)", en: "There is no \(link.destination)"),
          repair: Message(zh: "写 course:c001", en: "Write course:c001")))
    }
  }

  func value(of figure: FigureReference) -> FigureValue {
    String(decoding: figure.expression, as: UTF8.self) == "class.size"
      ? .text("4<2>") : .failure(MarkdownFailure(Message(zh: "没有这个数据", en: "There is no such figure")))
  }

  func knowsDirective(_ name: String) -> Bool { directives.contains(name) }

  func render(_ directive: DirectiveCall) -> DirectiveRendering {
    guard directives.contains(directive.name) else {
      let message = Message(zh: "没有指令 \(directive.name)", en: "There is no directive \(directive.name)")
      return DirectiveRendering(
        html: [], diagnostics: [Diagnostic("MD08", .error, message, at: SourceLocation("case.md", directive.nameSpan))])
    }
    let attributes = directive.attributes.map { "\($0.name)=\($0.value.text)" }.joined(separator: ",")
    let label = directive.label.map { "[\($0.text)]" } ?? ""
    return DirectiveRendering(
      html: Array("<\(directive.name)\(label) \(attributes)>".utf8) + directive.inner
        + Array("</\(directive.name)>".utf8))
  }
}

/// Renders with everything on unless told otherwise.
func rendered(_ text: String, _ features: MarkdownFeatures = .all, host: (any MarkdownHost)? = nil) -> MarkdownOutput {
  MarkdownRenderer.render(Array(text.utf8), path: "case.md", features: features, host: host)
}

extension MarkdownOutput {
  var text: String { String(decoding: html, as: UTF8.self) }

  /// Code, and the piece of `source` that each diagnostic points at.
  func problems(in source: String) -> [String] {
    diagnostics.map { "\($0.code) \(source.piece($0.location?.span))" }
  }
}

extension String {
  func piece(_ span: SourceSpan?) -> String {
    guard let span else { return "-" }
    return String(decoding: Array(utf8)[span.range], as: UTF8.self)
  }
}
