import Bytes

/// A place inside the portal: path from its root without a leading slash (`""` is the home page), and a fragment.
package struct SitePath: Hashable, Sendable {
  /// `courses/xueke-lijie-01/`, `files/plan.pdf`; ASCII. A path that is empty or ends with `/` is a folder with a page.
  package let path: String
  private let details: Details?

  package init(_ path: String, fragment: String? = nil, hostRoot: String? = nil) {
    self.path = path
    details = fragment == nil && hostRoot == nil ? nil : Details(fragment: fragment, hostRoot: hostRoot)
  }

  /// What few paths have: kept apart, because paths are handed on for everything that a layout prints.
  private final class Details: Sendable {
    let fragment: String?
    let hostRoot: String?

    init(fragment: String?, hostRoot: String?) {
      self.fragment = fragment
      self.hostRoot = hostRoot
    }
  }

  /// The anchor without `#`; `nil` for the page itself.
  package var fragment: String? { details?.fragment }
  /// The portal's root on its host (`/portal/`), only for a page that is shown at any address (`404.html`): links from it
  /// are absolute. `nil` for all other pages.
  package var hostRoot: String? { details?.hostRoot }

  package static func == (left: Self, right: Self) -> Bool {
    left.path == right.path && left.fragment == right.fragment && left.hostRoot == right.hostRoot
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(fragment)
  }

  /// The file that holds the page: `courses/x/index.html` for `courses/x/`.
  package var file: String { isFolder ? path + Self.index : path }

  /// The place of a page by its file: `courses/x/` for `courses/x/index.html`; of other files the file.
  ///
  /// - Complexity: O(length).
  package static func path(ofFile file: String) -> String {
    let folder = file.utf8.dropLast(index.utf8.count)
    let isIndex = file.utf8.suffix(index.utf8.count).elementsEqual(index.utf8)
    return isIndex && folder.last.map { $0 == UInt8(ascii: "/") } ?? true ? String(Substring(folder)) : file
  }

  private static let index = "index.html"
  private var isFolder: Bool { path.utf8.last.map { $0 == UInt8(ascii: "/") } ?? true }

  /// The link as written in a page at `page`: relative and down to the file, so that the portal works under any path and
  /// from a folder without a server; the bare fragment on the same page.
  ///
  /// - Complexity: O(length of both paths).
  package func relative(to page: SitePath) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(path.utf8.count + 32)
    appendRelative(to: page, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the same to `output`, unescaped.
  ///
  /// - Complexity: O(length of both paths), no allocation.
  package func appendRelative(to page: SitePath, into output: inout [UInt8]) {
    if fragment != nil, path.utf8.elementsEqual(page.path.utf8) {
      appendFragment(into: &output)
      return
    }
    if let hostRoot = page.hostRoot {
      output.append(contentsOf: hostRoot.utf8)
      output.append(contentsOf: path.utf8)
    } else {
      appendSteps(from: page, into: &output)
    }
    if isFolder { output.append(Self.index) }
    appendFragment(into: &output)
  }

  /// Up from the page's folder to the last folder that both have in common, and down again.
  private func appendSteps(from page: SitePath, into output: inout [UInt8]) {
    let target = path.utf8Span.span
    let own = page.path.utf8Span.span
    var shared = 0
    var index = 0
    while index < target.count, index < own.count, target[index] == own[index] {
      index += 1
      if target[index - 1] == UInt8(ascii: "/") { shared = index }
    }
    for index in shared..<own.count where own[index] == UInt8(ascii: "/") { output.append(literal: "../") }
    output.append(run: target, shared..<target.count)
  }

  private func appendFragment(into output: inout [UInt8]) {
    guard let fragment else { return }
    output.append(UInt8(ascii: "#"))
    output.append(contentsOf: fragment.utf8)
  }
}
