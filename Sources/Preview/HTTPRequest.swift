/// The head of a request to the preview server (RFC 9112), as far as it is used: method, path and host.
package struct HTTPRequest: Equatable, Sendable {
  /// Why a request is not answered.
  package enum Problem: Error, Equatable, Sendable {
    /// It is no HTTP, or says one thing and another.
    case malformed
    /// Another method than GET and HEAD.
    case method
    /// It was sent to another host: a page from elsewhere that was given our address.
    case host
  }

  /// The most bytes that a head may have.
  static let sizeLimit = 16384

  /// Whether the content of the answer is not wanted.
  package let isHead: Bool
  /// The path with its escapes decoded, without query: `/courses/`.
  package let path: String
  /// What stands behind `?`; empty when there is none.
  package let query: String

  /// Reads a head, up to the empty line behind it.
  ///
  /// - Complexity: O(bytes).
  package init(_ head: [UInt8]) throws(Problem) {
    guard head.count <= Self.sizeLimit, head.suffix(4).elementsEqual("\r\n\r\n".utf8),
      let text = String(validating: head, as: UTF8.self)
    else { throw .malformed }
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast(2)[...]
    // Each line ends with a return, and has none inside.
    guard lines.allSatisfy({ $0.last == 13 && !$0.dropLast().contains(where: { $0 == 13 || $0 == 0 }) }) else {
      throw .malformed
    }
    guard let first = lines.popFirst() else { throw .malformed }
    let words = first.dropLast().split(separator: 32, omittingEmptySubsequences: false)
    guard words.count == 3, ["HTTP/1.1", "HTTP/1.0"].contains(String(Substring(words[2]))) else { throw .malformed }
    var hosts: [String] = []
    for line in lines {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        !line[..<colon].contains(where: { $0 <= 32 })
      else { throw .malformed }
      guard String(Substring(line[..<colon])).lowercased() == "host" else { continue }
      hosts.append(String(Substring(line[line.index(after: colon)...].trimmed)))
    }
    guard hosts.count == 1 else { throw .malformed }
    guard Self.isOurs(hosts[0]) else { throw .host }
    let method = String(Substring(words[0]))
    guard method == "GET" || method == "HEAD" else { throw .method }
    isHead = method == "HEAD"
    guard words[1].first == UInt8(ascii: "/") else { throw .malformed }
    let parts = words[1].split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = Self.decoded(parts[0]) else { throw .malformed }
    self.path = path
    query = parts.count > 1 ? String(Substring(parts[1])) : ""
  }

  /// This machine by its names, with or without a port.
  private static func isOurs(_ host: String) -> Bool {
    let parts = host.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 1 || parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    return ["localhost", "127.0.0.1"].contains(parts[0].lowercased())
  }

  /// Escapes decoded; `nil` when one is cut short, or what comes out is no text or climbs out of its folder.
  private static func decoded(_ path: Substring.UTF8View) -> String? {
    var bytes: [UInt8] = []
    var rest = path[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(Substring(rest.prefix(2))), radix: 16),
        rest.prefix(2).allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    guard !bytes.contains(where: { $0 < 32 || $0 == UInt8(ascii: "\\") }),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    return text.utf8.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) } ? nil : text
  }
}

extension Substring.UTF8View {
  /// Without the blanks around it.
  fileprivate var trimmed: Substring.UTF8View {
    var rest = self
    while let first = rest.first, first <= 32 { rest = rest.dropFirst() }
    while let last = rest.last, last <= 32 { rest = rest.dropLast() }
    return rest
  }
}
