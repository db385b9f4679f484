/// The files that a portal has thousands of while a page needs few of them: issues of newsletters. Those of a class lie in
/// one folder, and what is said of one of them depends on the others there.
package enum NewsletterFiles {
  /// The class of which the file at `path` is an issue, as `years/2026/projects/yuancheng/newsletters/c1/01.md` below
  /// `content/` is of `c1`; `nil` for other files.
  ///
  /// - Complexity: O(length).
  package static func series(of path: Substring.UTF8View) -> Substring? {
    let slash = UInt8(ascii: "/")
    guard let end = path.lastIndex(of: slash), let start = path[..<end].lastIndex(of: slash) else { return nil }
    let folder = path[..<start]
    guard folder.suffix(12).elementsEqual("/newsletters".utf8), folder.starts(with: "years/".utf8),
      path.suffix(3).elementsEqual(".md".utf8)
    else { return nil }
    return Substring(path[path.index(after: start)..<end])
  }

  /// The class of the newsletter with this id: `c1` of `c1/01`; `nil` for what is no such id.
  package static func series(ofID id: Substring) -> String? {
    id.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(id[..<$0]) }
  }
}
