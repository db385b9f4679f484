internal import Bytes
internal import Diagnostics

extension DocumentWriter {
  mutating func openLink(_ node: MarkdownNode) {
    guard imageDepth == 0 else { return }
    let destination = node.withText(.url) { restored($0) }
    guard let (address, attributes) = resolved(destination, isImage: false) else {
      openLinks.append(false)
      return
    }
    openLinks.append(true)
    output.append(literal: "<a href=\"")
    AddressEscaping.append(address.span, to: &output)
    output.append(UInt8(ascii: "\""))
    writeTitle(of: node)
    write(attributes)
    output.append(UInt8(ascii: ">"))
  }

  mutating func closeLink() {
    guard imageDepth == 0, openLinks.popLast() == true else { return }
    output.append(literal: "</a>")
  }

  mutating func openImage(_ node: MarkdownNode) {
    imageDepth += 1
    guard imageDepth == 1 else { return }
    forgetText()
    let destination = node.withText(.url) { restored($0) }
    guard let (address, attributes) = resolved(destination, isImage: true) else {
      imageIsRefused = true
      return
    }
    imageIsRefused = false
    imageAttributes = attributes
    output.append(literal: "<img src=\"")
    AddressEscaping.append(address.span, to: &output)
    output.append(literal: "\" alt=\"")
    descriptionStart = output.count
  }

  mutating func closeImage(_ node: MarkdownNode) {
    imageDepth -= 1
    guard imageDepth == 0 else { return }
    forgetText()
    guard !imageIsRefused else { return }
    collectDescription()
    output.append(UInt8(ascii: "\""))
    writeTitle(of: node)
    write(imageAttributes)
    output.append(literal: " />")
  }

  private mutating func writeTitle(of node: MarkdownNode) {
    node.withText(.title) { title in
      guard !title.isEmpty else { return }
      collectTitle(title)
      output.append(literal: " title=\"")
      appendRestored(title)
      output.append(UInt8(ascii: "\""))
    }
  }

  private mutating func write(_ attributes: [LinkAttribute]) {
    for attribute in attributes {
      output.append(UInt8(ascii: " "))
      output.append(attribute.name)
      output.append(literal: "=\"")
      HTMLEscaping.appendCommonMark(attribute.value.utf8Span.span, to: &output)
      output.append(UInt8(ascii: "\""))
    }
  }

  /// The address to write for `destination`; `nil` when the link is refused, which is reported.
  private mutating func resolved(_ destination: [UInt8], isImage: Bool) -> ([UInt8], [LinkAttribute])? {
    let range = locator.place(of: destination, in: rangeOfBlock(), source)
    let text = String(decoding: destination, as: UTF8.self)
    let kind: LinkUse.Kind = isImage ? .image : .link
    let scheme = LinkRules.scheme(of: destination.span)
    let isOutside = scheme.map { LinkRules.isOutside(destination.span, scheme: $0) } ?? false
    if !isOutside, let host {
      let reference = LinkReference(destination: text, isImage: isImage, span: SourceSpan(range))
      switch host.resolve(reference) {
      case .asWritten: break
      case .found(let address, let attributes, let remark):
        if let remark { report(remark, "OU01", at: range) }
        links.append(LinkUse(kind: kind, destination: text, href: address, span: SourceSpan(range)))
        return (Array(address.utf8), attributes)
      case .failure(let failure):
        if !proseDestinations.contains(ByteKey(destination)) { report(failure, "OU01", at: range) }
        links.append(LinkUse(kind: kind, destination: text, href: nil, span: SourceSpan(range)))
        return nil
      }
    }
    if isImage, isOutside, features.contains(.linkRules) { report(.remoteImage, at: range) }
    // Without a host the known kinds of ids stay as written.
    if let scheme, features.contains(.linkRules), !isOutside,
      host != nil || !LinkRules.isID(destination.span, scheme: scheme)
    {
      report(.refusedScheme(String(decoding: destination[scheme], as: UTF8.self)), at: range)
      links.append(LinkUse(kind: kind, destination: text, href: nil, span: SourceSpan(range)))
      return nil
    }
    links.append(LinkUse(kind: kind, destination: text, href: text, span: SourceSpan(range)))
    return (destination, [])
  }

  /// Reports what the host could not answer.
  mutating func report(_ failure: MarkdownFailure, _ code: DiagnosticCode, at range: Range<Int>) {
    diagnostics.append(
      Diagnostic(
        failure.code ?? code, failure.severity, failure.message, at: source.location(range), notes: failure.notes,
        repair: failure.repair))
  }
}
