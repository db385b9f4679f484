import Bytes
import Expressions
import Files
import Portal
import Training

extension BuildCache {
  /// What is to be known of the pages `files`, finished under `plan`: things that no page depends on are left out.
  ///
  /// - Complexity: O(pages + everything they depend on), on `jobs` threads.
  init(_ files: [RenderedFile], paths: [String], _ plan: RenderPlan, _ answers: Answers, jobs: Int) {
    let table = plan.table
    // Which number of the table stands for a file of the portal.
    var published: [InputKey?] = Array(repeating: nil, count: paths.count)
    func key(ofFile index: Int32) -> InputKey {
      let index = Int(index)
      if let key = published[index] { return key }
      let key = table.key(of: Lookup(.published, paths[index]))
      published[index] = key
      return key
    }
    pages = files.indices.map { index in
      let file = files[index]
      if let number = file.kept {
        var page = plan.cache.pages[number]
        page.hash = file.hash
        return page
      }
      let targets = Set(file.links.files).map { key(ofFile: $0) }
      return CachedPage(
        path: paths[index], hash: file.hash, own: plan.own[index], keys: (file.keys + targets).sorted(),
        links: file.links.stored { key(ofFile: $0) }, diagnostics: file.diagnostics, findings: file.findings)
    }
    let contents = table.contents
    let (fieldNumbers, lookupNumbers) = renumber(contents.fields.count, contents.lookups.count)
    let fields = contents.fields.enumerated().compactMap { fieldNumbers[$0] == nil ? nil : $1 }
    lookups = contents.lookups.enumerated().compactMap { lookupNumbers[$0] == nil ? nil : $1 }
    let lookups = lookups
    fieldHashes = Parallel.map(fields.count, jobs: jobs, run: 512) { answers.hash(of: fields[$0]) }
    lookupHashes = Parallel.map(lookups.count, jobs: jobs, run: 64) { answers.hash(of: lookups[$0]) }
    name(fields, answers)
  }

  /// Gives the things that pages depend on consecutive numbers; new numbers by old ones.
  private mutating func renumber(_ fieldCount: Int, _ lookupCount: Int) -> (fields: [UInt32?], lookups: [UInt32?]) {
    var fields: [UInt32?] = Array(repeating: nil, count: fieldCount)
    var lookups: [UInt32?] = Array(repeating: nil, count: lookupCount)
    for page in pages {
      for key in page.keys { if key.isLookup { lookups[key.number] = 0 } else { fields[key.number] = 0 } }
      for anchor in page.links.anchors { lookups[anchor.file.number] = 0 }
    }
    Self.count(&fields)
    Self.count(&lookups)
    func renumbered(_ key: InputKey) -> InputKey {
      key.isLookup ? InputKey(lookup: Int(lookups[key.number] ?? 0)) : InputKey(field: Int(fields[key.number] ?? 0))
    }
    for index in pages.indices {
      for place in pages[index].keys.indices { pages[index].keys[place] = renumbered(pages[index].keys[place]) }
      for place in pages[index].links.anchors.indices {
        pages[index].links.anchors[place].file = renumbered(pages[index].links.anchors[place].file)
      }
    }
    return (fields, lookups)
  }

  private static func count(_ numbers: inout [UInt32?]) {
    var next: UInt32 = 0
    for index in numbers.indices where numbers[index] != nil {
      numbers[index] = next
      next += 1
    }
  }

  /// Writes down kinds and records by their names.
  private mutating func name(_ reads: [FieldRead], _ answers: Answers) {
    var kindNumbers: [Int: Int] = [:]
    var recordNumbers: [FieldRead: Int] = [:]
    for read in reads {
      let known = answers.kindNumbers[read.type] ?? 0
      let kind = answers.kinds[known]
      if kindNumbers[known] == nil {
        kindNumbers[known] = kinds.count
        kinds.append(Kind(name: kind.name, attributes: kind.type.attributes.map(\.name)))
      }
      let record = FieldRead(type: read.type, record: read.record, attribute: 0)
      if recordNumbers[record] == nil {
        recordNumbers[record] = records.count
        records.append((kindNumbers[known] ?? 0, kind.id(Int(read.record))))
      }
      fields.append(Field(record: recordNumbers[record] ?? 0, attribute: Int(read.attribute)))
    }
  }
}

extension LinkVerification.PageLinks {
  /// As the cache keeps them; `key` stands for a file of the portal.
  func stored(_ key: (Int32) -> InputKey) -> BuildCache.StoredLinks {
    BuildCache.StoredLinks(
      anchors: anchors.map { .init(file: key($0.file), fragment: $0.fragment, link: $0.link) }, ids: ids,
      textLinks: textLinks)
  }

  /// From the cache: `targets` are the files linked to, `file` gives the position of a file.
  init(_ stored: BuildCache.StoredLinks, targets: [Int32], _ file: (InputKey) -> Int32) {
    self.init()
    anchors = stored.anchors.map { anchor in
      (file(anchor.file), anchor.fragment, FastHash(anchor.fragment.span), anchor.link)
    }
    ids = stored.ids
    files = targets
    textLinks = stored.textLinks
  }
}
