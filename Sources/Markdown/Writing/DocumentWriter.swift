internal import Bytes
internal import Diagnostics

/// Writes the HTML of one tree, collecting outline, links, figures and diagnostics on the way.
///
/// The layout of the output (where line feeds stand, how attributes are spelled) is that of libcmark's own renderer, byte
/// for byte; `+Blocks` and `+Inlines` follow its order of cases.
struct DocumentWriter {
  let source: SourceText
  let features: MarkdownFeatures
  let host: (any MarkdownHost)?

  var output: [UInt8] = []
  var outline: [Heading] = []
  var links: [LinkUse] = []
  var figures: [SourceSpan] = []
  var diagnostics: [Diagnostic] = []

  /// How many image elements are open: inside one, only text is written, into its `alt`.
  var imageDepth = 0

  init(source: SourceText, features: MarkdownFeatures, host: (any MarkdownHost)?) {
    self.source = source
    self.features = features
    self.host = host
    output.reserveCapacity(source.body.count + source.body.count / 2)
  }

  /// What was written and found.
  consuming func finished() -> MarkdownOutput {
    MarkdownOutput(html: output, outline: outline, links: links, figures: figures, diagnostics: diagnostics)
  }

  /// Begins a new line unless the output is at the start of one.
  mutating func startLine() {
    if let last = output.last, last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
  }
}
