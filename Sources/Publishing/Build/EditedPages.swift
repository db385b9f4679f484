import Bytes
import Diagnostics
import Portal

/// The pages of texts that were edited, made from a part of the content.
struct EditedPages: Sendable {
  /// A page that was made anew.
  struct File: Sendable {
    var path: String
    /// Its place among the outputs.
    var output: Int
    var bytes: [UInt8]
    /// Why it was made.
    var lookup: Lookup
  }

  let edited: EditedTexts
  let files: [File]
  /// Everything that is to be published.
  let outputs: [(path: String, hash: FastHash)]
  /// The cache that knows these pages.
  let cache: CacheFiles

  /// Makes the pages; `nil` when one of them is not as certain as `certificate` demands, when anything is to be said of one,
  /// or when other pages depend on what one of them no longer has.
  init?(_ edited: EditedTexts, _ certificate: Certificate, _ maker: PageMaker) {
    let cache = edited.cache
    var outputs = edited.last.outputs
    var files: [File] = []
    var links: [LinkVerification.PageLinks] = []
    var made = BuildCache()
    var targets = FileKeys(outputs.map(\.path), certificate.table)
    for step in certificate.steps {
      let reads = PageReads()
      let (page, findings) = maker.render(step.index, reads)
      guard page.diagnostics.isEmpty, findings.isEmpty else { return nil }
      var file = RenderedFile.make(page, path: step.known.path, maker.verification, stage: nil)
      guard file.links.broken.isEmpty, Set(file.links.ids).isSuperset(of: step.known.ids),
        let output = outputs.firstIndex(where: { $0.path == step.known.path })
      else { return nil }
      file.keys = certificate.table.keys(of: reads)
      outputs[output].hash = file.hash
      files.append(File(path: step.known.path, output: output, bytes: page.bytes, lookup: step.lookup))
      links.append(file.links)
      made.pages.append(made.page(file, path: step.known.path, own: step.known.own, &targets))
    }
    guard Self.hasAllAnchors(links, files, outputs.map(\.path), cache),
      made.rename(certificate.newKeys()), Self.differsInLinksToPages(made, certificate.steps, cache)
    else { return nil }
    self.edited = edited
    self.files = files
    self.outputs = outputs
    self.cache =
      files.isEmpty
      ? cache.files
      : made.files(behind: cache, numbers: certificate.steps.map(\.number), answers: certificate.news)
  }

  /// Whether the anchors are there that the new pages lead to.
  private static func hasAllAnchors(
    _ links: [LinkVerification.PageLinks], _ files: [File], _ paths: [String], _ cache: CacheIndex
  ) -> Bool {
    var anchors: [Int: Set<FastHash>] = [:]
    for (file, links) in zip(files, links) { anchors[file.output] = Set(links.ids) }
    for anchor in links.lazy.flatMap(\.anchors) {
      let target = Int(anchor.file)
      if anchors[target] == nil {
        anchors[target] = Set(cache.number(ofPage: paths[target]).flatMap { cache.page($0) }?.ids ?? [])
      }
      guard anchors[target]?.contains(anchor.key) ?? false else { return false }
    }
    return true
  }

  /// Whether all files that either the old pages or the new ones link to are pages: an attachment that nobody links to has its
  /// message.
  private static func differsInLinksToPages(
    _ made: BuildCache, _ steps: [Certificate.Step], _ cache: CacheIndex
  ) -> Bool {
    zip(steps, made.pages).allSatisfy { step, page in
      Set(step.known.keys).symmetricDifference(made.keys[page.keys]).allSatisfy { key in
        guard key.isLookup, let lookup = cache.lookup(key.number)?.lookup, lookup.kind == .published else {
          return true
        }
        return cache.number(ofPage: lookup.name) != nil
      }
    }
  }
}

extension BuildCache {
  /// Gives the things that pages depend on the numbers that `names` has for theirs; `false` without names.
  fileprivate mutating func rename(_ names: [InputKey: InputKey]?) -> Bool {
    guard let names else { return false }
    for index in keys.indices { keys[index] = names[keys[index]] ?? keys[index] }
    for page in pages { keys[page.keys].sort() }
    for index in anchors.indices { anchors[index].file = names[anchors[index].file] ?? anchors[index].file }
    return true
  }
}
