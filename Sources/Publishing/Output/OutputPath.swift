/// Rules for the paths of published files.
enum OutputPath {
  /// Bytes of a name, the limit of the usual file systems.
  private static let nameLimit = 255

  /// What is wrong with `path` as the path of a published file; `nil` when nothing is.
  static func flaw(of path: String) -> OutputError.BadPath? {
    let bytes = Array(path.utf8)
    if bytes.first == UInt8(ascii: ".") {
      return bytes.starts(with: "./".utf8) || bytes == [46, 46] ? .malformed : .hidden
    }
    for name in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let isDots = name.elementsEqual([46]) || name.elementsEqual([46, 46])
      if name.isEmpty || isDots || name.count > nameLimit || isDraft(name) { return .malformed }
      if name.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return .malformed }
    }
    return nil
  }

  private static let draftPrefix = ".prospectus-new-"

  /// The name, at the top of a tree, of a file on its way to its place; no published file is called so.
  static func draft(_ number: Int) -> String { draftPrefix + String(number) }

  /// Whether a name is that of a draft, which a process left that was killed.
  static func isDraft(_ name: some Collection<UInt8>) -> Bool { name.starts(with: draftPrefix.utf8) }

  /// Whether the name changes whenever the bytes do (`assets/portal.3f2a91c04d.css`): such a file may stay beside its
  /// successor.
  static func isFingerprinted(_ path: ArraySlice<UInt8>) -> Bool {
    guard path.starts(with: "assets/".utf8) else { return false }
    return path.split(separator: UInt8(ascii: ".")).dropFirst().contains { part in
      part.count == 10 && part.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
  }

  /// The folder of a path; empty at the top.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[..<slash])
  }

  /// In which order files are replaced one by one, so that no page of the new portal lacks what it needs: assets, pages,
  /// then what lists pages.
  static func rank(of path: String) -> Int {
    let bytes = path.utf8
    func ends(_ suffix: String) -> Bool { bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) }
    if bytes.starts(with: "assets/".utf8) { return 0 }
    let depth = bytes.count { $0 == UInt8(ascii: "/") }
    if ends(".html") { return depth >= 2 ? 1 : 2 }
    for suffix in [".xml", ".json", ".txt", ".csv", ".ics"] where ends(suffix) { return 2 }
    return 0
  }
}
