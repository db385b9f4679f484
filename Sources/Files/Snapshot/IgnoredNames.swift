/// Names that belong to editors and systems, never to the portal.
enum IgnoredNames {
  private static let exact: Set<String> = ["Thumbs.db", "desktop.ini"]

  /// Dot files (`.git`, `.DS_Store`), `a.md~`, `#a.md#`, `.a.md.swp`, `~$a.docx`, and the two folders' leftovers of
  /// Windows.
  static func contains(_ name: RawPath) -> Bool {
    let bytes = name.bytes
    guard let first = bytes.first, let last = bytes.last else { return true }
    if first == UInt8(ascii: ".") || last == UInt8(ascii: "~") { return true }
    if bytes.starts(with: "~$".utf8) || (first == UInt8(ascii: "#") && last == UInt8(ascii: "#")) { return true }
    for ending in [".swp", ".swo", ".swx"] where bytes.suffix(4).elementsEqual(ending.utf8) { return true }
    return name.text.map { exact.contains($0) } ?? false
  }
}
