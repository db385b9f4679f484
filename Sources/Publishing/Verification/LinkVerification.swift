import Bytes
package import Diagnostics
package import Portal

/// Every internal link, image and anchor of the finished pages leads to something that is there (OU01).
///
/// Works on the bytes that will be published, so that it sees layouts, directives and Markdown alike.
package struct LinkVerification: Sendable {
  /// What one page links to and what others can link to in it.
  package struct PageLinks: Sendable {
    /// Anchors in other pages or in this one: index of the file, the fragment asked for, the link as written.
    var anchors: [(file: Int32, fragment: [UInt8], key: FastHash, link: [UInt8])] = []
    /// Links that lead to no file: as written, and what they mean seen from the root.
    var broken: [(link: [UInt8], target: [UInt8])] = []
    /// Hashes of its anchors.
    var ids: [FastHash] = []
    /// Indices of the files that this one links to or shows; some of them more than once.
    var files: [Int32] = []
    /// Links of the page's text that lead to an anchor, and where the text has them.
    package var textLinks: [TextLink] = []

    /// Of a file that is no page.
    package init() {}
  }

  /// Paths of all files of the portal, in their order.
  private let paths: [String]
  /// The same by a hash of their bytes (two of 128 bits are equal only by a miracle); a page also by its folder.
  private let indices: [FastHash: Int32]
  /// What absolute links begin with: `/` or `/portal/`.
  private let hostRoot: [UInt8]

  /// For a portal of the files `paths`, which has the address `hostRoot` on its host.
  ///
  /// - Complexity: O(files).
  package init(paths: [String], hostRoot: String) {
    self.paths = paths
    self.hostRoot = Array(hostRoot.utf8)
    var indices: [FastHash: Int32] = [:]
    indices.reserveCapacity(paths.count * 2)
    for (index, path) in paths.enumerated() {
      let bytes = path.utf8Span.span
      indices[FastHash(bytes)] = Int32(index)
      if path.hasSuffix("index.html") { indices[FastHash(bytes.extracting(droppingLast: 10))] = Int32(index) }
    }
    self.indices = indices
  }

  /// The links and anchors of the page `path`.
  ///
  /// - Complexity: O(length of `html`).
  package func links(of path: String, html: Span<UInt8>) -> PageLinks {
    var page = PageLinks()
    let bytes = Array(path.utf8)
    let folder = bytes.lastIndex(of: UInt8(ascii: "/")).map { Array(bytes[...$0]) } ?? []
    let depth = bytes.count { $0 == UInt8(ascii: "/") }
    var seen: Set<FastHash> = []
    HTMLAttributes.forEach(in: html) { name, range in
      switch name {
      case .id: page.ids.append(FastHash(html.extracting(range)))
      case .link:
        if let index = fileBelowRoot(html, range, depth: depth) {
          page.files.append(index)
          return
        }
        if seen.insert(FastHash(html.extracting(range))).inserted {
          resolve(HTMLAttributes.unescaped(html, range), folder, bytes, &page)
        }
      }
    }
    return page
  }

  /// The broken links of all pages, in the order of the files: a target once, however many pages ask for it, because that
  /// is a layout's doing. Of `pages` there is one for each path, an empty one for a file that is no page.
  package func diagnostics(_ pages: [PageLinks]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    // Where the diagnostic of a target stands in `found`, and on how many pages the link is.
    var told: [[UInt8]: (place: Int, pages: Int)] = [:]
    func note(_ link: [UInt8], _ target: [UInt8], on path: String) {
      if let earlier = told[target] {
        told[target] = (earlier.place, earlier.pages + 1)
        found[earlier.place].notes = [
          .init(Message(zh: "共 \(earlier.pages + 1) 个页面有这个链接", en: "\(earlier.pages + 1) pages have this link"))
        ]
      } else {
        told[target] = (found.count, 1)
        found.append(Self.broken(link, on: path))
      }
    }
    // Only pages that others name an anchor of are asked, each with all its anchors once.
    var anchors: [Int32: Set<FastHash>] = [:]
    func has(_ key: FastHash, _ file: Int32) -> Bool {
      if anchors[file] == nil { anchors[file] = Set(pages[Int(file)].ids) }
      return anchors[file]?.contains(key) ?? false
    }
    for (index, page) in pages.enumerated() {
      for (link, target) in page.broken { note(link, target, on: paths[index]) }
      for anchor in page.anchors where !has(anchor.key, anchor.file) {
        let link = Self.percentDecoded(anchor.link[...])
        let places = page.textLinks.filter { Self.percentDecoded(Array($0.address.utf8)[...]) == link }
        let target = paths[Int(anchor.file)]
        if places.isEmpty {
          let link = Array(target.utf8) + [UInt8(ascii: "#")] + anchor.fragment
          // `#main` of a layout means another place on every page.
          let key = anchor.link.first == UInt8(ascii: "#") ? anchor.link : link
          note(link, key, on: paths[index])
        }
        for place in places {
          found.append(
            Self.missing(String(decoding: anchor.fragment, as: UTF8.self), in: target, at: place.location))
        }
      }
    }
    return found
  }

  private static func broken(_ link: [UInt8], on path: String) -> Diagnostic {
    let text = String(decoding: link, as: UTF8.self)
    return Diagnostic(
      "OU01", Message(zh: "页面里的链接“\(text)”没有目标", en: "the page links to \"\(text)\", which is not there"),
      at: SourceLocation("site/" + path),
      repair: Message(zh: "改正布局里的这个链接", en: "correct the link in the layout"))
  }

  private static func missing(_ fragment: String, in target: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "OU01",
      Message(zh: "页面 \(target) 里没有标题“\(fragment)”", en: "the page \(target) has no heading \"\(fragment)\""),
      at: location,
      repair: Message(
        zh: "核对标题的文字；或在那个标题末尾写 {#\(fragment)}", en: "check the heading's words, or end that heading with {#\(fragment)}"
      ))
  }

  /// Which of the files `candidates` no page links to or shows; `pages` as for `diagnostics`, `others` are linked to by
  /// pages that are not among them.
  package func unlinked(_ candidates: Range<Int>, _ pages: [PageLinks], others: Set<Int32> = []) -> [Int] {
    var isLinked = Array(repeating: false, count: paths.count)
    for page in pages { for file in page.files { isLinked[Int(file)] = true } }
    return candidates.filter { !isLinked[$0] && !others.contains(Int32($0)) }
  }

  /// The file of a link that climbs to the portal's root and names it from there: nearly all links do, which is seen
  /// without copying a byte. Anything else (anchors, escapes, other places, files that are not there) is for `resolve`.
  private func fileBelowRoot(_ html: Span<UInt8>, _ range: Range<Int>, depth: Int) -> Int32? {
    let start = range.lowerBound + 3 * depth
    guard start < range.upperBound else { return nil }
    for step in 0..<depth {
      let index = range.lowerBound + 3 * step
      guard html[index] == UInt8(ascii: "."), html[index + 1] == UInt8(ascii: "."), html[index + 2] == UInt8(ascii: "/")
      else { return nil }
    }
    return indices[FastHash(html.extracting(start..<range.upperBound))]
  }

  private func resolve(_ link: [UInt8], _ folder: [UInt8], _ own: [UInt8], _ page: inout PageLinks) {
    let hash = link.firstIndex(of: UInt8(ascii: "#"))
    let target = link[..<(hash ?? link.endIndex)]
    let fragment = hash.map { Self.percentDecoded(link[($0 + 1)...]) } ?? []
    guard !Self.hasScheme(target) else { return }
    let path = target.isEmpty ? own : joined(folder, Self.percentDecoded(target))
    guard let path, let index = indices[FastHash(path.span)] else {
      page.broken.append((link, path ?? link))
      return
    }
    page.files.append(index)
    if !fragment.isEmpty { page.anchors.append((index, fragment, FastHash(fragment.span), link)) }
  }

  /// Whether an address begins with `scheme:` or `//`: not ours to check.
  private static func hasScheme(_ link: ArraySlice<UInt8>) -> Bool {
    if link.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) { return true }
    guard let colon = link.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return !link[..<colon].contains(UInt8(ascii: "/"))
  }

  private static func percentDecoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "%")) else { return Array(text) }
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
        let byte = UInt8(String(decoding: text[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        index += 3
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// `link` seen from `folder` (empty or with a `/` at its end); `nil` when it leads out of the portal.
  private func joined(_ folder: [UInt8], _ link: [UInt8]) -> [UInt8]? {
    let slash = UInt8(ascii: "/")
    if link.first == slash {
      return link.starts(with: hostRoot) ? Array(link.dropFirst(hostRoot.count)) : nil
    }
    var result = folder
    for part in link.split(separator: slash, omittingEmptySubsequences: false) {
      if part.elementsEqual("..".utf8) {
        guard !result.isEmpty else { return nil }
        result.removeLast()
        while let last = result.last, last != slash { result.removeLast() }
      } else if !part.isEmpty, !part.elementsEqual(".".utf8) {
        result += part
        result.append(slash)
      }
    }
    if let last = link.last, last != slash, result.last == slash, !link.elementsEqual(".".utf8), !link.hasSuffix("..") {
      result.removeLast()
    }
    return result
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ text: StaticString) -> Bool {
    let suffix = Array(text.description.utf8)
    return count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}
