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
    let pieces = PathPattern.pieces(of: file.relativePath)
    if Self.isAttachment(pieces) {
      loaded.attachments.append(file.relativePath)
      return
    }
    for source in Self.sources[pieces.count] ?? [] {
      guard let captures = source.pattern.match(pieces) else { continue }
      if let conflict = ConflictMarker.find(in: file) {
        loaded.diagnostics.append(conflict)
        loaded.incompleteKinds.insert(source.kind.name)
        return
      }
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
    let misplaced = MisplacedFile(file.relativePath)
    loaded.diagnostics.append(misplaced.diagnostic(at: SourceLocation(file.path)))
    if let kind = misplaced.kind { loaded.incompleteKinds.insert(kind) }
  }

  /// `allSources` by the number of names in their paths: of ten thousand files each is compared with a few.
  private static let sources = Dictionary(grouping: allSources, by: \.pattern.count)

  /// Files below a folder `files/` belong to pages as they are.
  private static func isAttachment(_ pieces: [ArraySlice<UInt8>]) -> Bool {
    pieces.dropLast().contains { $0.elementsEqual("files".utf8) }
  }
}
