import Diagnostics
import Expressions
import Markdown
import Training

/// Answers what the text of one page asks: where links lead, what figures are, how directives look.
struct PageHost: MarkdownHost {
  let page: Page
  let text: PageText
  private let renderer: PageRenderer
  /// Whether directives are shown: not while the data holds errors, when texts are only read.
  let rendersDirectives: Bool
  /// Where it is noted what is looked up; `nil` when nobody asks.
  let reads: PageReads?

  init(page: Page, text: PageText, renderer: PageRenderer, rendersDirectives: Bool, reads: PageReads?) {
    self.page = page
    self.text = text
    self.renderer = renderer
    self.rendersDirectives = rendersDirectives
    self.reads = reads
  }

  var layouts: PortalLayouts { renderer.layouts }
  var context: PortalContext { renderer.context }
  /// What every directive's layout receives first.
  var directiveGlobals: [Value] { renderer.directiveGlobals }

  func resolve(_ link: LinkReference) -> LinkResolution {
    if link.destination.utf8.first == UInt8(ascii: "#") { return .asWritten }
    let targets = renderer.context.targets
    switch targets.resolve(link.destination, from: text.path, reads) {
    case .success(let path): return link.isImage ? image(path) : .href(path.relative(to: page.path))
    case .failure(let reason): return targets.isExcused(reason) ? .href("#") : .failure(reason.failure)
    }
  }

  /// A picture with its size, so that the page does not jump when it is loaded, which is when it comes into view.
  private func image(_ path: SitePath) -> LinkResolution {
    reads?.note(.file, "content/" + path.path)
    guard context.model.files.attachments.contains(path.path),
      let bytes = context.model.files.bytes(of: "content/" + path.path)
    else {
      return .failure(MarkdownFailureReason.noImage.failure)
    }
    var attributes = [LinkAttribute("loading", "lazy")]
    var remark: MarkdownFailure?
    do throws(ImageProblem) {
      let size = try ImageSize.read(bytes.span)
      attributes = [LinkAttribute("width", "\(size.width)"), LinkAttribute("height", "\(size.height)")] + attributes
    } catch {
      remark = error.remark
    }
    return .found(path.relative(to: page.path), attributes: attributes, remark: remark)
  }

  func value(of figure: FigureReference) -> FigureValue {
    reads?.note(.courses)
    return layouts.value(of: figure, in: text, globals: directiveGlobals, page: page.path, log: reads?.fields)
  }

  func knowsDirective(_ name: String) -> Bool { layouts.directives.contains { $0.name == name } }

  func render(_ directive: DirectiveCall) -> DirectiveRendering {
    DirectiveRenderer.render(directive, on: self)
  }
}
