import Bytes
package import Diagnostics
import Expressions
package import Markdown
import Training

/// A page that was made.
package struct RenderedPage: Sendable {
  package var bytes: [UInt8]
  package var diagnostics: [Diagnostic] = []
  /// Links of its text or its record that lead to an anchor: whether it is there is known when all pages are made.
  package var textLinks: [TextLink] = []
  /// What its text became, for rules about texts.
  package var text: MarkdownOutput?

  package init(bytes: [UInt8]) { self.bytes = bytes }
}

/// A link in a text or a record.
package struct TextLink: Sendable {
  /// As the page has it.
  package let address: String
  /// Where the text, or the record, has it.
  package let location: SourceLocation

  package init(address: String, location: SourceLocation) {
    self.address = address
    self.location = location
  }
}

/// Makes the bytes of pages. Immutable, shared by all threads; an object, because every text and every directive holds on to
/// it while it is made.
package final class PageRenderer: Sendable {
  let context: PortalContext
  let layouts: PortalLayouts
  /// `site` of every layout.
  let site: View
  /// What every directive's layout receives first.
  let directiveGlobals: [Value]

  package init(_ context: PortalContext, layouts: PortalLayouts) {
    self.context = context
    self.layouts = layouts
    site = SiteView.view(context)
    directiveGlobals = [
      .record(site), context.entities(context.model.courses.records), .record(context.collections),
    ]
  }

  /// What absolute links of the portal begin with.
  package var hostRoot: String { context.model.settings.hostRoot }

  /// The page's bytes and what is wrong with its text or layout; `reads` notes what it was made from, besides what
  /// `digest(of:_:)` takes in.
  package func render(_ family: PageFamily, _ page: Page, reads: PageReads? = nil) -> RenderedPage {
    reads?.note(.layout, family.layout)
    reads?.note(.settings)
    let text = self.text(of: page, rendersDirectives: true, reads: reads)
    let view = PageView.value(page, family: family, text: text, context)
    // Pages with a text are about as long as it and their frame.
    var rendered = RenderedPage(bytes: [])
    rendered.bytes.reserveCapacity((text?.html.count ?? 0) + 16_384)
    let failure = layouts.render(
      family.layout, [.record(site), view, .record(context.collections)] + page.variables(context), page: page.path,
      log: reads?.fields, into: &rendered.bytes)
    rendered.text = text
    rendered.diagnostics = (text?.diagnostics ?? []) + (failure.map { [$0] } ?? [])
    rendered.textLinks = page.links
    if let source = page.text?.path {
      for link in text?.links ?? [] {
        guard let address = link.href, Self.hasFragment(address) else { continue }
        rendered.textLinks.append(TextLink(address: address, location: SourceLocation(source, link.span)))
      }
    }
    if failure == nil, rendered.bytes.isEmpty {
      rendered.diagnostics.append(
        Diagnostic(
          "LT63", Message(zh: "这个布局没有输出任何内容", en: "this layout gives an empty page"),
          at: SourceLocation("layouts/" + family.layout)))
    }
    return rendered
  }

  /// Whether `address` leads to an anchor; asked for every link of every text.
  private static func hasFragment(_ address: String) -> Bool {
    let bytes = address.utf8Span.span
    return bytes.next(UInt8(ascii: "#"), from: 0) < bytes.count
  }

  /// The page's text alone, without what directives show; `nil` when it has none.
  package func text(of page: Page) -> MarkdownOutput? { text(of: page, rendersDirectives: false, reads: nil) }

  private func text(of page: Page, rendersDirectives: Bool, reads: PageReads?) -> MarkdownOutput? {
    guard let text = page.text else { return nil }
    reads?.note(.file, text.path)
    guard let bytes = context.model.files.bytes(of: text.path) else { return nil }
    return MarkdownRenderer.render(
      bytes, body: text.place.body, path: text.path,
      features: MarkdownFeatures.portal.union(.textBlocks),
      allowedTags: AllowedTags(context.model.settings.html.map(\.rawValue)),
      host: PageHost(
        page: page, text: text, renderer: self, rendersDirectives: rendersDirectives, reads: reads))
  }
}
