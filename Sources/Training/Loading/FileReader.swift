import Diagnostics

/// Finds the source of each file of `content/` and reads it: built-in sources first, then declared collections.
struct FileReader: Sendable {
  private let collections: [DeclaredCollection]
  /// The files of each collection.
  private let patterns: [[PathPattern]]
  /// Whether every declaration could be used: otherwise a file without a place may be one of its records.
  private let knowsAllPlaces: Bool

  /// `knowsAllPlaces`: whether `collections` are all that the portal declares.
  init(collections: [DeclaredCollection] = [], knowsAllPlaces: Bool = true) {
    self.knowsAllPlaces = knowsAllPlaces
    self.collections = collections
    patterns = collections.map { $0.declaration.files.map { PathPattern($0) } }
  }

  func load(_ file: ContentFile, into loaded: inout Loaded) {
    if Self.isAttachment(file.relativePath) {
      loaded.attachments.append(file.relativePath)
      return
    }
    let pieces = PathPattern.pieces(of: file.relativePath)
    for source in allSources {
      guard let captures = source.pattern.match(pieces) else { continue }
      source.load(file, captures, &loaded)
      return
    }
    for (number, patterns) in patterns.enumerated() {
      for pattern in patterns {
        guard let captures = pattern.match(pieces) else { continue }
        loaded.collection(number, collections[number], file, captures)
        return
      }
    }
    guard knowsAllPlaces else { return }
    loaded.diagnostics.append(
      Diagnostic(
        "FL07", Message(zh: "content/ 里没有放这个文件的位置", en: "content/ has no place for this file"),
        at: SourceLocation(file.path),
        repair: Message(
          zh: "附件放在 files/ 文件夹里；其他文件放在哪里、叫什么，见 prospectus fields",
          en:
            "put attachments in a folder files/; prospectus fields says where all other files are and what they are called"
        )))
  }

  /// Files below a folder `files/` belong to pages as they are.
  private static func isAttachment(_ path: String) -> Bool {
    let folder = Array("files/".utf8)
    let bytes = Array(path.utf8)
    return bytes.starts(with: folder)
      || bytes.indices.contains { bytes[$0] == UInt8(ascii: "/") && bytes[($0 + 1)...].starts(with: folder) }
  }
}
