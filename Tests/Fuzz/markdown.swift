import Diagnostics
import Markdown

/// Finds everything that is asked for, so that all of a text is written.
private struct FuzzHost: MarkdownHost {
  let length: Int

  func resolve(_ link: LinkReference) -> LinkResolution {
    precondition(link.span.end <= length)
    return link.destination.utf8.count % 3 == 0 ? .asWritten : .href("../a/", attributes: [LinkAttribute("rel", "x")])
  }

  func value(of figure: FigureReference) -> FigureValue {
    precondition(figure.span.end <= length)
    return .text("<4>")
  }

  func render(_ directive: DirectiveCall) -> DirectiveRendering {
    precondition(directive.span.end <= length && directive.nameSpan.end <= length)
    for attribute in directive.attributes { precondition(attribute.value.span.end <= length) }
    return DirectiveRendering(html: Array("<div>".utf8) + directive.inner + Array("</div>".utf8))
  }
}

/// Bytes as a text of a portal: no crash, every place inside the text, whatever is switched on; no tag that nobody allowed.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMarkdown(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  let length = UInt32(count)
  // The length chooses the features: with all, with each alone, or as a portal has them.
  let chosen = count % (MarkdownFeatures.names.count + 3)
  let features: MarkdownFeatures =
    chosen < MarkdownFeatures.names.count ? MarkdownFeatures.names[chosen].feature : chosen % 2 == 0 ? .all : .portal
  let body = count > 8 && count % 5 == 0 ? 4..<count : 0..<count
  let output = MarkdownRenderer.render(
    bytes, body: body, path: "fuzz.md", features: features,
    allowedTags: features == .portal ? AllowedTags(AllowedTags.names) : [],
    host: count % 2 == 0 ? FuzzHost(length: count) : nil)
  for diagnostic in output.diagnostics {
    precondition(diagnostic.location?.span?.end ?? 0 <= length)
    precondition(!diagnostic.message.zh.isEmpty)
  }
  for link in output.links { precondition(link.span.end <= length) }
  for figure in output.figures { precondition(figure.end <= length) }
  for heading in output.outline { precondition(heading.span.end <= length) }
  _ = output.plainText()
  if features == .portal {
    let html = String(decoding: output.html, as: UTF8.self).utf8.split(separator: UInt8(ascii: "<"))
    for tag in html.dropFirst() {
      for name in ["script", "style", "iframe", "svg", "object"] { precondition(!tag.starts(with: name.utf8)) }
    }
  }
  return 0
}
