import Expressions

/// Where links of finished pages lead.
enum PageLink {
  /// What `link` on the page `page` means: an address of the portal from its top (`./` for the page itself), or `link` when
  /// it leads out of the portal.
  static func target(_ link: String, on page: String) -> String {
    let end = link.firstIndex { $0 == "#" || $0 == "?" } ?? link.endIndex
    guard end != link.startIndex, let address = address(of: String(link[..<end]), on: page) else { return link }
    let rest = link[end...]
    guard address == page else { return address + rest }
    return rest.isEmpty ? "./" : String(rest)
  }

  /// Whether a target that `target(_:on:)` gave lies outside of the portal.
  static func isForeign(_ target: String) -> Bool {
    let path = target.prefix { $0 != "#" && $0 != "?" }
    return path.contains(":") || path.hasPrefix("//")
  }

  /// The address that the path `link` means on the page `page`; `nil` when it leads out of the portal.
  static func address(of link: String, on page: String) -> String? {
    guard !link.contains(":"), !link.hasPrefix("/") else { return nil }
    var parts = page.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
    let path = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": break
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(String(part))
      }
    }
    // `..` and `.` at the end mean a folder.
    if path.hasSuffix("..") || path == "." || path.hasSuffix("/.") { parts.append("") }
    return SitePath.path(ofFile: parts.joined(separator: "/"))
  }
}
