import Bytes
import Expressions
import Portal

/// The files of a `BuildCache` as they lie: where each thing begins, so that a build which needs a few pages of ten thousand
/// makes nothing of the others.
///
/// Numbers are those of the cache. What is asked for by its content is looked for from the beginning, which is as fast as its
/// bytes are read, and is done for few things.
struct CacheIndex: Sendable {
  /// What the cache knows of a page, as far as it is needed to make that page anew.
  struct Page: Sendable {
    /// Its file.
    var path: String
    /// Of what is known of it before it is rendered.
    var own: FastHash
    /// What it depends on besides.
    var keys: [InputKey]
    /// Its anchors.
    var ids: [FastHash]
    /// Whether anything was said when it was rendered, or found in its text.
    var saidSomething: Bool
  }

  let files: CacheFiles
  private(set) var kinds: [BuildCache.Kind] = []
  /// Offsets, by number; those in the changes are counted on from the end of the whole.
  private var records: [Int] = []
  private var lookups: [Int] = []
  private var pages: [Int] = []
  /// Of the fields of each part: the number of the first, how many there are, the offset.
  private var fields: [(first: Int, count: Int, offset: Int)] = []
  /// Hashes of lookups that later parts give anew, by number.
  private var newAnswers: [Int: UInt64] = [:]

  private static let fieldSize = 16

  /// Reads what `BuildCache.files(of:)` gives for the same program; `nil` for anything else.
  ///
  /// - Complexity: O(bytes), without an allocation for each thing.
  init?(_ files: CacheFiles, of program: String) {
    guard var reader = RecordReader(sealed: files.whole, CacheFiles.head), reader.text() == program else { return nil }
    self.files = files
    guard readPart(&reader, 0), reader.isAtEnd else { return nil }
    guard !files.changes.isEmpty else { return }
    var changes = RecordReader(files.changes, from: files.firstChange)
    while !changes.isAtEnd { guard readPart(&changes, files.whole.count) else { return nil } }
  }

  /// Reads on at one of the offsets that are kept.
  private func reader(at offset: Int) -> RecordReader {
    let isWhole = offset < files.whole.count
    return RecordReader(
      isWhole ? files.whole : files.changes, from: isWhole ? offset : offset - files.whole.count)
  }

  var fieldCount: Int { fields.last.map { $0.first + $0.count } ?? 0 }
  var lookupCount: Int { lookups.count }
  var pageCount: Int { pages.count }

  /// Reads the tables and pages of a part; offsets are counted on from `start`.
  private mutating func readPart(_ reader: inout RecordReader, _ start: Int) -> Bool {
    let hasKinds = reader.each { reader in
      guard let name = reader.text(), let attributes = reader.list({ $0.text() }) else { return false }
      kinds.append(BuildCache.Kind(name: name, attributes: attributes))
      return true
    }
    let kindCount = kinds.count
    guard hasKinds,
      Self.each(&reader, start, &records, { ($0.count() ?? kindCount) < kindCount && $0.runRange() != nil }),
      let count = reader.count()
    else { return false }
    fields.append((fieldCount, count, start + reader.position))
    guard reader.skip(count * Self.fieldSize),
      Self.each(&reader, start, &lookups, { $0.skip(1) && $0.runRange() != nil && $0.runRange() != nil && $0.skip(8) })
    else { return false }
    let hasAnswers = reader.each { reader in
      guard let number = reader.count(), let hash = reader.word() else { return false }
      newAnswers[number] = hash
      return true
    }
    return hasAnswers
      && reader.each { reader in
        guard let number = reader.count(), number <= pages.count else { return false }
        let offset = start + reader.position
        if number < pages.count { pages[number] = offset } else { pages.append(offset) }
        return Self.skipPage(&reader)
      }
  }

  /// Notes where each thing of a list begins.
  private static func each(
    _ reader: inout RecordReader, _ start: Int, _ offsets: inout [Int], _ skip: (inout RecordReader) -> Bool
  ) -> Bool {
    guard let count = reader.count() else { return false }
    offsets.reserveCapacity(offsets.count + min(count, reader.rest))
    for _ in 0..<count {
      offsets.append(start + reader.position)
      guard skip(&reader) else { return false }
    }
    return true
  }

  private static func skipPage(_ reader: inout RecordReader) -> Bool {
    reader.runRange() != nil && reader.skip(32) && reader.skipItems(of: 4) && reader.skipItems(of: 16)
      && reader.each { $0.skip(20) && $0.runRange() != nil && $0.runRange() != nil }
      && reader.each { $0.runRange() != nil && $0.location() != nil }
      && reader.each { $0.diagnostic() != nil } && reader.each { $0.diagnostic() != nil }
  }
}

extension CacheIndex {
  /// Page `number`.
  func page(_ number: Int) -> Page? {
    var reader = self.reader(at: pages[number])
    guard let path = reader.text(), reader.hash() != nil, let own = reader.hash(),
      let keys = reader.list({ reader -> InputKey? in reader.number().map { InputKey(raw: $0) } }),
      let ids = reader.list({ $0.hash() }),
      reader.each({ $0.skip(20) && $0.runRange() != nil && $0.runRange() != nil }),
      reader.each({ $0.runRange() != nil && $0.location() != nil }),
      keys.allSatisfy({ $0.number < ($0.isLookup ? lookupCount : fieldCount) })
    else { return nil }
    // Behind an empty list of diagnostics stands that of the findings.
    let saidSomething = reader.count() != 0 || reader.count() != 0
    return Page(path: path, own: own, keys: keys, ids: ids, saidSomething: saidSomething)
  }

  /// The numbers of the pages that depend on one of the lookups `wanted`, in their order.
  ///
  /// - Complexity: O(everything that pages depend on).
  func pages(dependingOn wanted: Set<Int>) -> [Int] {
    guard !wanted.isEmpty else { return [] }
    let isWanted = lookups.indices.map { wanted.contains($0) }
    return pages.indices.filter { number in
      var reader = self.reader(at: pages[number])
      guard reader.runRange() != nil, reader.skip(32), let count = reader.count() else { return false }
      for _ in 0..<count {
        guard let raw: UInt32 = reader.number() else { return false }
        let key = InputKey(raw: raw)
        if key.isLookup, isWanted[key.number] { return true }
      }
      return false
    }
  }

  /// The number of the page with the file `path`.
  func number(ofPage path: String) -> Int? {
    let path = Array(path.utf8)
    return pages.firstIndex { offset in
      var reader = self.reader(at: offset)
      return reader.runRange().map { reader.bytes[$0].elementsEqual(path) } ?? false
    }
  }

  /// Lookup `number`, and the hash of what was found.
  func lookup(_ number: Int) -> (lookup: Lookup, hash: UInt64)? {
    var reader = self.reader(at: lookups[number])
    guard let kind = reader.byte().flatMap(Lookup.Kind.init(rawValue:)), let name = reader.text(),
      let context = reader.text(), let hash = reader.word()
    else { return nil }
    return (Lookup(kind, name, from: context), newAnswers[number] ?? hash)
  }

  /// The number of `lookup`.
  func number(of lookup: Lookup) -> Int? {
    let (name, context) = (Array(lookup.name.utf8), Array(lookup.context.utf8))
    return lookups.firstIndex { offset in
      var reader = self.reader(at: offset)
      guard reader.byte() == lookup.kind.rawValue, let found = reader.runRange(), found.count == name.count,
        reader.bytes[found].elementsEqual(name), let foundContext = reader.runRange()
      else { return false }
      return reader.bytes[foundContext].elementsEqual(context)
    }
  }

  /// Field `number`: the numbers of its record's kind and of its attribute, the record, and the hash of its value.
  func field(_ number: Int) -> (kind: Int, record: String, attribute: Int, hash: UInt64)? {
    guard let part = fields.last(where: { $0.first <= number }) else { return nil }
    var reader = self.reader(at: part.offset + (number - part.first) * Self.fieldSize)
    guard let record = reader.count(), record < records.count, let attribute = reader.count(),
      let hash = reader.word()
    else { return nil }
    var place = self.reader(at: records[record])
    guard let kind = place.count(), kind < kinds.count, let id = place.text() else { return nil }
    return (kind, id, attribute, hash)
  }

  /// The number of the field `attribute` of the record `id` of the kind called `kind`.
  func number(ofField attribute: Int, of id: String, _ kind: String) -> Int? {
    // Each part names the kinds and records anew that its fields are of.
    let isKind = kinds.map { $0.name == kind }
    let id = Array(id.utf8)
    let isRecord = records.map { offset in
      var reader = self.reader(at: offset)
      guard let kind = reader.count(), isKind[kind], let found = reader.runRange() else { return false }
      return reader.bytes[found].elementsEqual(id)
    }
    for part in fields {
      var reader = self.reader(at: part.offset)
      for number in part.first..<part.first + part.count {
        guard let record = reader.count(), let which = reader.count(), reader.skip(8) else { return nil }
        if which == attribute, isRecord[record] { return number }
      }
    }
    return nil
  }
}
