import Bytes
import Diagnostics
import Values

/// Filters that make links.
extension Filter {
  static let url = Filter(
    "url", accepts: [.text, .link],
    doc: Message(
      zh: "把从门户根目录起的路径变成链接，写成相对于本页的网址", en: "A path from the portal's root as a link, printed relative to the page"),
    example: "<a href=\"{{ 'notices/'|url }}\">", result: { _ in .link },
    apply: { call throws(EvaluationFailure) in
      if case .link = call.value { return call.value }
      let text = call.value.textual ?? ""
      // A colon could begin a scheme, a slash in front would leave the portal.
      guard text.utf8.first != UInt8(ascii: "/"), !text.utf8.contains(UInt8(ascii: ":")) else {
        throw .wrongArgument(of: "url", value: text)
      }
      let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      return .link(SitePath(String(parts[0]), fragment: parts.count > 1 ? String(parts[1]) : nil))
    })

  static let asset = Filter(
    "asset", accepts: .text,
    doc: Message(
      zh: "`layouts/assets/` 里的文件发布后的网址，带指纹",
      en: "The published place of a file of `layouts/assets/`, with its fingerprint"),
    example: "<link rel=\"stylesheet\" href=\"{{ 'portal.css'|asset }}\">", result: { _ in .link },
    apply: { call throws(EvaluationFailure) in
      let name = call.value.textual ?? ""
      guard let path = call.assets[name] else { throw .unknownAsset(name) }
      return .link(path)
    })

  static let urlencode = Filter(
    "urlencode", accepts: [.text, .html, .number, .mapping, .list], others: .printed, itemUse: .printsPairs,
    doc: Message(zh: "按网址的规则编码；映射或成对的列表变成查询串", en: "Percent-encoded for a URL; a mapping or list of pairs as a query"),
    example: "{{ '中/a'|urlencode }} → %E4%B8%AD/a",
    result: { _ in .text },
    apply: { call throws(EvaluationFailure) in
      var pairs: [(String, String)] = []
      switch call.value {
      case .mapping(let mapping):
        for entry in mapping.entries { pairs.append((entry.name, try call.plain(entry.value))) }
      case .list(let items):
        for item in items {
          guard case .list(let pair) = item, pair.count == 2 else {
            throw .wrongArgument(of: "urlencode", value: item.kind.english)
          }
          pairs.append((try call.plain(pair[0]), try call.plain(pair[1])))
        }
      default: return .text(percentEncoded(try call.plain(), keeps: "/", blank: "%20"))
      }
      let encoded = pairs.map { name, value in
        percentEncoded(name, keeps: "", blank: "+") + "=" + percentEncoded(value, keeps: "", blank: "+")
      }
      return .text(encoded.joined(separator: "&"))
    })

  private static let plain = ByteClass(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~".utf8)

  private static func percentEncoded(_ text: String, keeps kept: String, blank: String) -> String {
    var result = ""
    for byte in text.utf8 {
      if plain.contains(byte) || kept.utf8.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else if byte == 0x20 {
        result += blank
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }
}
