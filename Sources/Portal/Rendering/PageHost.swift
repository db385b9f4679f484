import Diagnostics
import Expressions
import Markdown
import Training

/// Answers what the text of one page asks: where links lead, what figures are, how directives look.
struct PageHost: MarkdownHost {
  let page: Page
  let text: PageText
  let targets: LinkTargets
  let layouts: PortalLayouts

  func resolve(_ link: LinkReference) -> LinkResolution {
    if link.destination.utf8.first == UInt8(ascii: "#") { return .asWritten }
    switch targets.resolve(link.destination, from: text.path) {
    case .success(let path): return .href(path.relative(to: page.path))
    case .failure(let reason): return targets.isExcused(reason) ? .href("#") : .failure(reason.failure)
    }
  }

  func value(of figure: FigureReference) -> FigureValue {
    layouts.value(of: figure, in: text, page: page.path)
  }

  func render(_ directive: DirectiveCall) -> DirectiveRendering {
    layouts.render(directive, in: text, page: page.path)
  }
}
