import Bytes
import Diagnostics
import Files
import Portal
import Training

/// Texts that were edited since the last build, when nothing else was; the pages that show them, and what of the content
/// these pages were made from.
struct EditedTexts: Sendable {
  /// A file that has another stamp than it had.
  struct File: Sendable {
    /// Among the inputs of the last build.
    var position: Int
    var path: String
    var stamp: FileStamp
    var bytes: [UInt8]
    var head: DocumentHead
  }

  /// Files that may have other stamps: what is done for each of them alone is more than reading everything when there are
  /// many.
  static let limit = 16

  let last: LastBuild
  let cache: CacheIndex
  let files: [File]
  /// The pages that show one of the texts, by their numbers in the cache.
  let pages: [(number: Int, page: CacheIndex.Page)]
  /// The classes whose newsletters are needed.
  private let series: Set<String>
  /// Files that the pages show, beside texts.
  private let shown: Set<String>

  /// `nil` when something else than texts has changed; when the cache does not belong to `last`; when a text is on no page;
  /// or when so much stands beside the cache that it is better to write it anew. `read` gives the bytes of a file.
  ///
  /// - Complexity: O(bytes of the cache).
  init?(
    since last: LastBuild, _ content: [SourceFile], _ layouts: [SourceFile], _ cache: CacheIndex,
    read: (SourceFile) -> [UInt8]?
  ) {
    guard cache.files.seal == last.cache, !cache.files.areLong,
      let changed = last.changedFiles(content, layouts, limit: Self.limit)
    else { return nil }
    var files: [File] = []
    for position in changed {
      let known = last.inputs[position].head
      guard let bytes = read(content[position]) else { return nil }
      let head = known.ofSameKind(in: bytes, path: content[position].path)
      guard head == known else { return nil }
      files.append(
        File(
          position: position, path: content[position].path, stamp: content[position].stamp, bytes: bytes, head: head))
    }
    self.last = last
    self.cache = cache
    self.files = files
    var numbers: Set<Int> = []
    // A text is shown to the rules by the first page that has it.
    var ruled: Set<InputKey> = []
    for file in files where file.head.isDocument {
      guard let number = cache.number(of: Lookup(.file, file.path)),
        let rules = cache.number(of: Lookup(.textRules, file.path))
      else { return nil }
      numbers.insert(number)
      ruled.insert(InputKey(lookup: rules))
    }
    var pages: [(number: Int, page: CacheIndex.Page)] = []
    for number in cache.pages(dependingOn: numbers) {
      guard let page = cache.page(number), !page.saidSomething else { return nil }
      pages.append((number, page))
      ruled.subtract(page.keys)
    }
    guard ruled.isEmpty else { return nil }
    self.pages = pages
    var series = Set(files.compactMap { Self.series(ofFile: $0.path) })
    var shown: Set<String> = []
    for key in Set(pages.flatMap(\.page.keys)) {
      if key.isLookup {
        guard let lookup = cache.lookup(key.number)?.lookup else { return nil }
        switch lookup.kind {
        case .link:
          series.formUnion([Self.series(ofFile: "content" + lookup.name)].compactMap(\.self))
          if lookup.name.hasPrefix("newsletter:") {
            series.formUnion(
              [NewsletterFiles.series(ofID: lookup.name.dropFirst("newsletter:".count))].compactMap(\.self))
          }
        case .file: shown.insert(lookup.name)
        case .record, .words, .courses, .collection, .layout, .settings, .published, .releases, .textRules,
          .findingPlaces:
          break
        }
      } else {
        guard let field = cache.field(key.number) else { return nil }
        guard cache.kinds[field.kind].name == Newsletter.table.name else { continue }
        series.formUnion([NewsletterFiles.series(ofID: field.record[...])].compactMap(\.self))
      }
    }
    self.series = series
    self.shown = shown
  }

  /// The bytes of files that the model of any page is made from: all but newsletters and attachments; by position, `nil` for the
  /// others.
  ///
  /// - Complexity: O(files + bytes of those that are read).
  static func shared(_ seen: [SourceFile], read: (SourceFile) -> [UInt8]?) -> [[UInt8]?] {
    seen.map { Self.series(ofFile: $0.path) == nil && !isAttachment($0.path) ? read($0) : nil }
  }

  /// What the model of these pages is made from: the `shared` files, newsletters of classes that the pages ask for, and of
  /// attachments that no page shows only the names.
  ///
  /// - Returns: `nil` when one cannot be read.
  /// - Complexity: O(files + bytes of those that are read).
  func content(_ seen: [SourceFile], shared: [[UInt8]?], read: (SourceFile) -> [UInt8]?) -> Snapshot? {
    let known = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    var part: [SourceFile] = []
    for (index, file) in seen.enumerated() {
      var bytes = known[file.path] ?? shared[index]
      if bytes == nil, let owner = Self.series(ofFile: file.path) {
        guard series.contains(owner) else { continue }
        bytes = read(file)
      } else if bytes == nil, Self.isAttachment(file.path) {
        guard shown.contains(file.path) else {
          part.append(file)
          continue
        }
        bytes = read(file)
      }
      guard let bytes else { return nil }
      part.append(SourceFile(path: file.path, stamp: file.stamp, bytes: bytes))
    }
    return Snapshot(files: part, diagnostics: [])
  }

  /// The layouts that the pages were made with.
  var layouts: Set<String> {
    let lookups = Set(pages.flatMap(\.page.keys)).lazy.filter(\.isLookup).compactMap { cache.lookup($0.number)?.lookup }
    return Set(lookups.filter { $0.kind == .layout }.map(\.name))
  }

  private static func series(ofFile path: String) -> String? {
    guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    return NewsletterFiles.series(of: path[path.utf8.index(after: slash)...].utf8).map { String($0) }
  }

  private static func isAttachment(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).dropLast().contains { $0.elementsEqual("files".utf8) }
  }
}
