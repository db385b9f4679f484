package import Diagnostics
import Expressions
package import Files
import Markdown
package struct PortalLayouts: Sendable {
  package let assets: [(path: String, bytes: [UInt8])]
  package init(_ files: Snapshot, language: String, diagnostics: inout [Diagnostic]) { assets = [] }
  func value(of figure: FigureReference, scope: [(name: String, type: ValueType, value: Value)], page: SitePath) -> FigureValue { .text("0") }
  func render(_ directive: DirectiveCall, in text: PageText, page: SitePath, _ context: PortalContext) -> DirectiveRendering { DirectiveRendering(html: directive.inner) }
}
