/// Names that belong to editors and systems, never to the portal.
enum IgnoredNames {
  private static let exact = ["Thumbs.db", "desktop.ini"].map { Array($0.utf8) }
  private static let endings = [".swp", ".swo", ".swx"].map { Array($0.utf8) }

  /// Dot files (`.git`, `.DS_Store`), `a.md~`, `#a.md#`, `.a.md.swp`, `~$a.docx`, and the two folders' leftovers of
  /// Windows.
  static func contains(_ name: RawPath) -> Bool {
    let bytes = name.bytes
    guard let first = bytes.first, let last = bytes.last else { return true }
    if first == UInt8(ascii: ".") || last == UInt8(ascii: "~") { return true }
    if first == UInt8(ascii: "~"), bytes.starts(with: "~$".utf8) { return true }
    if first == UInt8(ascii: "#"), last == UInt8(ascii: "#") { return true }
    return endings.contains { bytes.suffix(4).elementsEqual($0) } || exact.contains { bytes.elementsEqual($0) }
  }
}
