import Expressions
import Training

/// An address of the portal as editors write it: from its root, with or without the host in front.
enum PortalAddress {
  /// What is wrong with an address.
  enum Flaw: Error {
    /// It begins with another host.
    case elsewhere
    /// Something else than letters, digits, `-`, `_`, `.`, `~` between `/`, or a step that is empty or begins with a dot.
    case malformed
  }

  /// The place that `text` means: `courses/x`, `courses/x/`, `/courses/x/index.html` and the same behind the portal's address
  /// are all `courses/x/`.
  ///
  /// - Complexity: O(length).
  static func read(_ text: String, _ settings: Settings) throws(Flaw) -> SitePath {
    var rest = Substring(text)
    let base = settings.baseURL.text
    if rest.utf8.starts(with: base.utf8), !base.isEmpty {
      rest = rest.dropFirst(base.count)
    } else if rest.utf8.contains(UInt8(ascii: ":")) || rest.utf8.starts(with: "//".utf8) {
      throw .elsewhere
    } else if rest.utf8.first == UInt8(ascii: "/") {
      rest = rest.dropFirst(rest.utf8.starts(with: settings.hostRoot.utf8) ? settings.hostRoot.count : 1)
    }
    let parts = rest.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var path = SitePath.path(ofFile: String(parts.first ?? ""))
    var steps = path.split(separator: "/", omittingEmptySubsequences: false)
    if steps.last?.isEmpty == true {
      steps.removeLast()
    } else if !(steps.last?.utf8.contains(UInt8(ascii: ".")) ?? true) {
      path += "/"
    }
    for step in steps where step.isEmpty || step.utf8.first == UInt8(ascii: ".") || !step.utf8.allSatisfy(isPlain) {
      throw .malformed
    }
    return SitePath(path, fragment: parts.count > 1 ? String(parts[1]) : nil)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"):
      true
    case _: false
    }
  }
}
