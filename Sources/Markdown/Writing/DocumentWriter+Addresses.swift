internal import Bytes
internal import Diagnostics

extension DocumentWriter {
  /// Writes the bare address in `range` of the file as a link.
  mutating func writeAddress(_ range: Range<Int>, scheme: String) {
    let text = Array(source.file[range])
    var destination = Array(scheme.utf8)
    destination.append(contentsOf: text)
    writeAddressLink(text.span, to: Self.resolvingAmpersands(destination), at: range)
  }

  /// Writes text in which mail addresses become links.
  mutating func writeProse(_ text: Span<UInt8>) {
    guard hasMailAddresses else {
      writeText(text)
      return
    }
    var start = 0
    while let found = MailScanner.next(text, from: start) {
      writeText(text.extracting(start..<found.range.lowerBound))
      let address = text.extracting(found.range)
      var destination = found.hasScheme ? [] : Array("mailto:".utf8)
      destination.append(run: address, 0..<address.count)
      writeAddressLink(address, to: destination, at: placeOfMail(address))
      start = found.range.upperBound
    }
    writeText(text.extracting(start..<text.count))
  }

  /// A link around `text`, or `text` alone where no link may stand: inside another one, in a description of an image, or for
  /// a scheme that the portal does not allow. Nobody asked for a link, so that is no mistake.
  private mutating func writeAddressLink(_ text: Span<UInt8>, to destination: [UInt8], at range: Range<Int>) {
    let isRefused: Bool =
      if features.contains(.linkRules), let scheme = LinkRules.scheme(of: destination.span) {
        !LinkRules.isOutside(destination.span, scheme: scheme)
      } else {
        false
      }
    guard imageDepth == 0, openLinks.isEmpty, !isRefused else {
      writeText(text)
      return
    }
    let address = String(decoding: destination, as: UTF8.self)
    links.append(LinkUse(kind: .link, destination: address, href: address, span: SourceSpan(range)))
    output.append(literal: "<a href=\"")
    AddressEscaping.append(destination.span, to: &output)
    output.append(literal: "\">")
    writeText(text)
    output.append(literal: "</a>")
  }

  /// The place of a mail address in the file; the block when it is written otherwise there (with escapes or entities).
  ///
  /// - Complexity: O(length of the block) for all addresses of a block together.
  private mutating func placeOfMail(_ address: Span<UInt8>) -> Range<Int> {
    let block = rangeOfBlock()
    let source = source
    let file = source.file.span
    var start = mailPlace ?? block.lowerBound
    while start + address.count <= block.upperBound {
      if file[start] == address[0], isEqual(file, at: start, address) {
        mailPlace = start + address.count
        return start..<start + address.count
      }
      start += 1
    }
    mailPlace = block.upperBound
    return block
  }

  private func isEqual(_ file: Span<UInt8>, at start: Int, _ address: Span<UInt8>) -> Bool {
    for index in address.indices where file[start + index] != address[index] { return false }
    return true
  }

  /// `&amp;` in an address that was copied from the source of a page is `&`.
  private static func resolvingAmpersands(_ address: [UInt8]) -> [UInt8] {
    guard address.contains(UInt8(ascii: "&")) else { return address }
    var result: [UInt8] = []
    var index = 0
    while index < address.count {
      result.append(address[index])
      index += address.span.has("&amp;", at: index) ? 5 : 1
    }
    return result
  }
}
