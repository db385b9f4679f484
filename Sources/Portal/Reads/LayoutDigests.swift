import Bytes
import Expressions
import Files
import Templates

/// For each layout a hash of everything that pages made with it depend on beside their data.
struct LayoutDigests: Sendable {
  private let hashes: [String: FastHash]

  /// `texts` are the files of the strings of the interface, of which pages show those of `language`; `assets` the places
  /// of assets by name.
  ///
  /// - Complexity: O(bytes of the layouts × layouts that share them).
  init(
    _ layouts: [LayoutFile], _ set: LayoutSet, texts: ArraySlice<SourceFile>, language: String,
    assets: [String: SitePath]
  ) {
    var shared = ValueDigest()
    shared.add(language)
    for file in texts {
      shared.add(file.path)
      if let bytes = file.bytes { shared.add(FastHash(bytes.span)) }
    }
    for (name, place) in assets.sorted(by: { $0.key < $1.key }) {
      shared.add(name)
      shared.add(place)
    }
    let own = Dictionary(layouts.map { ($0.name, FastHash($0.bytes.span)) }) { first, _ in first }
    var hashes: [String: FastHash] = [:]
    for layout in layouts {
      var digest = ValueDigest()
      digest.add(shared.hash)
      for name in set.closure(of: layout.name) {
        digest.add(name)
        if let hash = own[name] { digest.add(hash) }
      }
      hashes[layout.name] = digest.hash
    }
    self.hashes = hashes
  }

  /// That of `layout`; `nil` when there is none of the name.
  subscript(layout: String) -> FastHash? { hashes[layout] }
}
