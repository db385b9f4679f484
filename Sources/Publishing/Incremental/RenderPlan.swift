import Bytes
import Diagnostics
import Expressions
import Files
import Portal
import Training

/// Which pages are made anew and why, and which are as the build before made them.
struct RenderPlan: Sendable {
  enum Step: Sendable {
    /// As page number so many of the cache.
    case keep(Int)
    case render(RenderReason)
  }

  /// By page.
  let steps: [Step]
  /// By page, its number in the cache; `nil` for those it does not know.
  let numbers: [Int?]
  /// By page, a hash of what is known of it before it is rendered.
  let own: [FastHash]
  let cache: BuildCache
  /// Whether it is known beforehand that all records, and so all pages, are those that the cache knows.
  let hasSameRecords: Bool
  /// What pages depend on; begins with what the cache knows, under the same numbers.
  let table: InputTable
  /// What this build found for the fields and lookups of the cache, by number; `nil` for fields that are gone.
  let fieldHashes: [UInt64?]
  let lookupHashes: [UInt64]
  /// Whether something that the cache knows of has changed.
  private let hasNews: Bool
  /// For each lookup of the cache that asks for a file of the portal, the file's position; -1 for others.
  private let files: [Int32]

  /// A plan for `pages`. With an empty cache every page is rendered. `changedTexts`: the files of the texts that may have
  /// changed, when everything else in the content is as it was for the cache; `nil` when that is not known.
  ///
  /// - Complexity: O(pages + everything they depend on), on `jobs` threads; when only texts have changed, what is asked again
  ///   is what depends on these or on layouts.
  init(
    _ pages: [(family: PageFamily, page: Page)], _ answers: Answers, _ texts: PageTexts, _ renderer: PageRenderer,
    cache: BuildCache?, changedTexts: Set<String>?, jobs: Int
  ) {
    let cache = cache ?? BuildCache()
    self.cache = cache
    let known = Dictionary(cache.pages.enumerated().map { ($1.path, $0) }) { first, _ in first }
    let numbers = pages.map { known[$0.page.path.file] }
    self.numbers = numbers
    let hasSameRecords =
      changedTexts != nil && pages.count == cache.pages.count && numbers.allSatisfy { $0 != nil }
    self.hasSameRecords = hasSameRecords
    let own = Parallel.map(pages.count, jobs: jobs) { index in
      if hasSameRecords, let number = numbers[index] { return cache.pages[number].own }
      return Self.own(pages[index].family, pages[index].page, isFirst: texts.isFirst[index], renderer)
    }
    self.own = own
    let fields = Self.resolve(cache, answers)
    table = InputTable(answers.kinds, fields: fields, lookups: cache.lookups)
    let fieldHashes = Parallel.map(fields.count, jobs: jobs, run: 512) { index in
      hasSameRecords ? cache.fieldHashes[index] : fields[index].map { answers.hash(of: $0) }
    }
    let asked = hasSameRecords ? changedTexts : nil
    let lookupHashes = Parallel.map(cache.lookups.count, jobs: jobs, run: 64) { index in
      let lookup = cache.lookups[index]
      return asked.map(lookup.isAffected) ?? true ? answers.hash(of: lookup) : cache.lookupHashes[index]
    }
    self.fieldHashes = fieldHashes
    self.lookupHashes = lookupHashes
    let isFieldChanged = zip(fieldHashes, cache.fieldHashes).map { $0 != $1 }
    let isLookupChanged = zip(lookupHashes, cache.lookupHashes).map { $0 != $1 }
    hasNews = isFieldChanged.contains(true) || isLookupChanged.contains(true)
    files = cache.lookups.map { $0.kind == .published ? Int32(answers.files[$0.name] ?? -1) : -1 }
    steps = pages.indices.map { index in
      guard let number = numbers[index] else { return .render(.new) }
      let page = cache.pages[number]
      guard page.own == own[index] else { return .render(.own) }
      let changed = cache.keys[page.keys].first { $0.isLookup ? isLookupChanged[$0.number] : isFieldChanged[$0.number] }
      guard let changed else { return .keep(number) }
      return .render(Self.reason(changed, cache))
    }
  }

  /// A hash of what is known of a page before it is rendered; `isFirst`: whether it is the first with its text.
  static func own(_ family: PageFamily, _ page: Page, isFirst: Bool, _ renderer: PageRenderer) -> FastHash {
    var digest = ValueDigest()
    digest.add(renderer.digest(of: family, page))
    digest.add(.boolean(isFirst))
    return digest.hash
  }

  /// The fields of the cache as this build reads them; `nil` for those of records or attributes that are gone.
  private static func resolve(_ cache: BuildCache, _ answers: Answers) -> [FieldRead?] {
    let kinds = cache.kinds.map { kind in
      answers.kinds.first { $0.name == kind.name && $0.type.attributes.map(\.name) == kind.attributes }
    }
    let places = cache.records.map { record in
      kinds[record.kind].flatMap { kind in kind.index(record.id).map { (ObjectIdentifier(kind.type), Int32($0)) } }
    }
    return cache.fields.map { field in
      places[field.record].map { FieldRead(type: $0.0, record: $0.1, attribute: Int32(field.attribute)) }
    }
  }

  private static func reason(_ key: InputKey, _ cache: BuildCache) -> RenderReason {
    if key.isLookup { return .lookup(cache.lookups[key.number]) }
    let field = cache.fields[key.number]
    let record = cache.records[field.record]
    let kind = cache.kinds[record.kind]
    return .field(kind: kind.name, id: record.id, attribute: kind.attributes[field.attribute])
  }

  /// Whether every page, and everything that one depends on, is as it was.
  var isUnchanged: Bool {
    !hasNews && steps.count == cache.pages.count && steps.allSatisfy { if case .keep = $0 { true } else { false } }
  }

  /// The file of the portal that `key` asks for; -1 for other keys.
  func file(_ key: InputKey) -> Int32 { key.isLookup ? files[key.number] : -1 }
}

extension Lookup {
  /// Whether the answer may be another one when of all content only the texts in `files` have changed.
  fileprivate func isAffected(byTextsIn files: Set<String>) -> Bool {
    switch kind {
    case .file, .textRules, .findingPlaces: files.contains(name)
    case .layout, .published: true
    case .link, .record, .words, .courses, .collection, .settings, .releases: false
    }
  }
}
