import Bytes
import Diagnostics
import Expressions
import Portal
import Training

/// That a model of a part of the content answers everything that some pages depend on as the model of all of it does, except
/// for the texts that were edited: then the pages that it gives are those of the whole portal.
///
/// What the whole model answers is known from the cache, because of the whole content nothing but these texts has changed.
struct Certificate: Sendable {
  /// A page to be made anew.
  struct Step: Sendable {
    /// In the cache.
    var number: Int
    /// In the maker.
    var index: Int
    var known: CacheIndex.Page
    /// The text of it that changed.
    var lookup: Lookup
  }

  /// The pages whose texts have changed, in the order of the portal.
  let steps: [Step]
  /// Hashes of the changed texts.
  let news: [(lookup: Int, hash: UInt64)]
  /// What the pages depend on.
  let table: InputTable
  private let edited: EditedTexts
  private let answers: Answers

  /// `nil` when the part answers something otherwise than the whole did.
  ///
  /// - Complexity: O(everything that the pages depend on).
  init?(_ edited: EditedTexts, _ maker: PageMaker) {
    let (cache, answers) = (edited.cache, maker.answers)
    let changed = Set(edited.files.map(\.path))
    let kinds = cache.kinds.map { kind in
      answers.kinds.first { $0.name == kind.name && $0.type.attributes.map(\.name) == kind.attributes }
    }
    var fields: [(read: FieldRead, number: Int)] = []
    var lookups: [(lookup: Lookup, number: Int)] = []
    var news: [(lookup: Int, hash: UInt64)] = []
    for key in Set(edited.pages.flatMap(\.page.keys)).sorted() {
      if key.isLookup {
        guard let (lookup, hash) = cache.lookup(key.number) else { return nil }
        lookups.append((lookup, key.number))
        // There are the same files as before, as there are the same pages.
        if lookup.kind == .published { continue }
        let answer = answers.hash(of: lookup)
        if answer == hash { continue }
        guard lookup.kind == .file, changed.contains(lookup.name) else { return nil }
        news.append((key.number, answer))
      } else {
        guard let field = cache.field(key.number), let kind = kinds[field.kind], let record = kind.index(field.record)
        else { return nil }
        let read = FieldRead(
          type: ObjectIdentifier(kind.type), record: Int32(record), attribute: Int32(field.attribute))
        guard answers.hash(of: read) == field.hash else { return nil }
        fields.append((read, key.number))
      }
    }
    var steps: [Step] = []
    for (number, page) in edited.pages {
      guard let index = maker.paths.firstIndex(of: page.path), maker.own(index) == page.own else { return nil }
      let first = page.keys.first { key in key.isLookup && news.contains { $0.lookup == key.number } }
      guard let first, let lookup = cache.lookup(first.number)?.lookup else { continue }
      steps.append(Step(number: number, index: index, known: page, lookup: lookup))
    }
    self.edited = edited
    self.answers = answers
    self.steps = steps
    self.news = news
    table = InputTable(
      answers.kinds, fields: fields, lookups: lookups, behind: cache.fieldCount, cache.lookupCount)
  }

  /// The numbers in the cache of what the new pages depend on and the old ones did not: by the numbers in the table, which
  /// begin behind those of the cache.
  ///
  /// - Returns: `nil` when no page of the portal depended on one of these, or the whole answered otherwise.
  /// - Complexity: O(bytes of the cache) for each of them.
  func newKeys() -> [InputKey: InputKey]? {
    let cache = edited.cache
    let (fields, lookups) = table.contents
    var keys: [InputKey: InputKey] = [:]
    for (offset, lookup) in lookups.enumerated() {
      guard let number = cache.number(of: lookup), let known = cache.lookup(number),
        lookup.kind == .published || answers.hash(of: lookup) == known.hash
      else { return nil }
      keys[InputKey(lookup: cache.lookupCount + offset)] = InputKey(lookup: number)
    }
    for (offset, read) in fields.enumerated() {
      guard let read, let kind = answers.kindNumbers[read.type].map({ answers.kinds[$0] }),
        let number = cache.number(ofField: Int(read.attribute), of: kind.id(Int(read.record)), kind.name),
        let known = cache.field(number), answers.hash(of: read) == known.hash
      else { return nil }
      keys[InputKey(field: cache.fieldCount + offset)] = InputKey(field: number)
    }
    return keys
  }
}
