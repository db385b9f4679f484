package import Diagnostics
import Expressions
import Markdown
import Training

/// Makes the bytes of pages. Immutable, shared by all threads.
package struct PageRenderer: Sendable {
  private let context: PortalContext
  private let layouts: PortalLayouts
  private let targets: LinkTargets
  /// The bytes of a source file.
  private let file: @Sendable (String) -> [UInt8]?
  private let site: Value

  package init(
    _ context: PortalContext, layouts: PortalLayouts, targets: LinkTargets,
    file: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.context = context
    self.layouts = layouts
    self.targets = targets
    self.file = file
    site = SiteView.value(context)
  }

  /// What absolute links of the portal begin with.
  package var hostRoot: String { context.model.settings.hostRoot }

  /// The page's bytes and what is wrong with its text or layout.
  package func render(_ family: PageFamily, _ page: Page) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    let text = self.text(of: page)
    let view = PageView.value(page, family: family, text: text, context)
    // Pages with a text are about as long as it and their frame.
    var output: [UInt8] = []
    output.reserveCapacity((text?.html.count ?? 0) + 16_384)
    let failure = layouts.render(
      family.layout, [site, view] + page.variables(context), page: page.path, into: &output)
    var diagnostics = (text?.diagnostics ?? []) + (failure.map { [$0] } ?? [])
    if failure == nil, output.isEmpty {
      diagnostics.append(
        Diagnostic(
          "LT63", Message(zh: "这个布局没有输出任何内容", en: "this layout gives an empty page"),
          at: SourceLocation("layouts/" + family.layout)))
    }
    return (output, diagnostics)
  }

  /// What is wrong with the page's text alone.
  package func diagnosticsOfText(_ page: Page) -> [Diagnostic] { text(of: page)?.diagnostics ?? [] }

  private func text(of page: Page) -> MarkdownOutput? {
    guard let text = page.text, let bytes = file(text.path) else { return nil }
    return MarkdownRenderer.render(
      bytes, body: text.span.range, path: text.path, features: .portal,
      host: PageHost(page: page, text: text, targets: targets, layouts: layouts))
  }
}
