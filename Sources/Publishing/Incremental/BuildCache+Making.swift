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
    self.init()
    var targets = FileKeys(paths, plan.table)
    reserve(for: files, plan)
    for (index, file) in files.enumerated() {
      if let number = file.kept {
        append(plan.cache.pages[number], of: plan.cache)
      } else {
        pages.append(page(file, path: paths[index], own: plan.own[index], &targets))
      }
    }
    let contents = plan.table.contents
    let (fieldNumbers, lookupNumbers) = renumber(contents.fields.count, contents.lookups.count)
    // What the plan has answered need not be asked again.
    let fieldHashes = Parallel.map(contents.fields.count, jobs: jobs, run: 512) { number -> UInt64? in
      guard fieldNumbers[number] != nil else { return nil }
      if number < plan.fieldHashes.count { return plan.fieldHashes[number] }
      return contents.fields[number].map { answers.hash(of: $0) }
    }
    let lookupHashes = Parallel.map(contents.lookups.count, jobs: jobs, run: 64) { number -> UInt64? in
      guard lookupNumbers[number] != nil else { return nil }
      return number < plan.lookupHashes.count
        ? plan.lookupHashes[number] : answers.hash(of: contents.lookups[number])
    }
    self.fieldHashes = fieldHashes.compactMap(\.self)
    self.lookupHashes = lookupHashes.compactMap(\.self)
    lookups = contents.lookups.indices.filter { lookupNumbers[$0] != nil }.map { contents.lookups[$0] }
    name(contents.fields.indices.compactMap { fieldNumbers[$0] == nil ? nil : contents.fields[$0] }, answers)
  }

  /// Makes room at once for what all pages have: tables that grow are for a while in memory twice.
  private mutating func reserve(for files: [RenderedFile], _ plan: RenderPlan) {
    var (keyCount, idCount, anchorCount) = (plan.cache.keys.count, plan.cache.ids.count, plan.cache.anchors.count)
    for file in files {
      keyCount += file.keys.count + file.links.files.count
      idCount += file.links.ids.count
      anchorCount += file.links.anchors.count
    }
    pages.reserveCapacity(files.count)
    keys.reserveCapacity(keyCount)
    ids.reserveCapacity(idCount)
    anchors.reserveCapacity(anchorCount)
  }

  /// Gives the things that pages depend on consecutive numbers; new numbers by old ones.
  private mutating func renumber(_ fieldCount: Int, _ lookupCount: Int) -> (fields: [UInt32?], lookups: [UInt32?]) {
    var fields: [UInt32?] = Array(repeating: nil, count: fieldCount)
    var lookups: [UInt32?] = Array(repeating: nil, count: lookupCount)
    for key in keys { if key.isLookup { lookups[key.number] = 0 } else { fields[key.number] = 0 } }
    for anchor in anchors { lookups[anchor.file.number] = 0 }
    Self.count(&fields)
    Self.count(&lookups)
    func renumbered(_ key: InputKey) -> InputKey {
      key.isLookup ? InputKey(lookup: Int(lookups[key.number] ?? 0)) : InputKey(field: Int(fields[key.number] ?? 0))
    }
    for index in keys.indices { keys[index] = renumbered(keys[index]) }
    for index in anchors.indices { anchors[index].file = renumbered(anchors[index].file) }
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

extension BuildCache {
  /// Adds a page as `other` has it.
  private mutating func append(_ page: CachedPage, of other: BuildCache) {
    let (firstKey, firstID, firstAnchor) = (keys.count, ids.count, anchors.count)
    keys += other.keys[page.keys]
    ids += other.ids[page.ids]
    for anchor in other.anchors[page.anchors] {
      var anchor = anchor
      anchor.fragment = keep(other.texts[anchor.fragment])
      anchor.link = keep(other.texts[anchor.link])
      anchors.append(anchor)
    }
    var page = page
    page.keys = firstKey..<keys.count
    page.ids = firstID..<ids.count
    page.anchors = firstAnchor..<anchors.count
    pages.append(page)
  }

  /// A page that was made; its parts are added.
  mutating func page(
    _ file: RenderedFile, path: String, own: FastHash, _ targets: inout FileKeys
  ) -> CachedPage {
    let (firstKey, firstID, firstAnchor) = (keys.count, ids.count, anchors.count)
    var dependencies = file.keys
    dependencies.reserveCapacity(dependencies.count + file.links.files.count)
    for target in file.links.files { dependencies.append(targets.key(of: target)) }
    dependencies.sortKeepingEachOnce()
    keys += dependencies
    ids += file.links.ids
    for anchor in file.links.anchors {
      anchors.append(
        Anchor(
          file: targets.key(of: anchor.file), id: anchor.key, fragment: keep(anchor.fragment), link: keep(anchor.link)))
    }
    return CachedPage(
      path: path, hash: file.hash, own: own, keys: firstKey..<keys.count, ids: firstID..<ids.count,
      anchors: firstAnchor..<anchors.count, textLinks: file.links.textLinks, diagnostics: file.diagnostics,
      findings: file.findings)
  }
}

extension BuildCache {
  /// The files, for a build of which only texts have changed: those that were read, and behind them the pages that were made
  /// anew.
  ///
  /// - Returns: `nil` when so much has changed that it is better to write everything once more.
  /// - Complexity: O(pages).
  static func files(
    changing files: [RenderedFile], paths: [String], _ plan: RenderPlan, _ answers: Answers
  ) -> CacheFiles? {
    let earlier = plan.cache
    guard plan.hasSameRecords, earlier.files?.areLong == false else { return nil }
    // Tables that go on where the earlier ones end; pages with arrays of their own.
    var tables = earlier
    var made = BuildCache()
    var targets = FileKeys(paths, plan.table)
    var numbers: [Int] = []
    for (index, file) in files.enumerated() where file.kept == nil {
      guard let number = plan.numbers[index] else { return nil }
      numbers.append(number)
      made.pages.append(made.page(file, path: paths[index], own: plan.own[index], &targets))
    }
    let contents = plan.table.contents
    let fields = contents.fields[earlier.fields.count...].compactMap(\.self)
    let lookups = contents.lookups[earlier.lookups.count...]
    tables.fieldHashes += fields.map { answers.hash(of: $0) }
    tables.name(fields, answers)
    tables.lookupHashes = plan.lookupHashes + lookups.map { answers.hash(of: $0) }
    tables.lookups += lookups
    return tables.files(behind: earlier, pages: Array(zip(numbers, made.pages)), of: made)
  }
}

/// Which number of a table stands for a file of the portal.
struct FileKeys {
  private let paths: [String]
  private let table: InputTable
  private var keys: [InputKey?]

  init(_ paths: [String], _ table: InputTable) {
    self.paths = paths
    self.table = table
    keys = Array(repeating: nil, count: paths.count)
  }

  mutating func key(of file: Int32) -> InputKey {
    let index = Int(file)
    if let key = keys[index] { return key }
    let key = table.key(of: Lookup(.published, paths[index]))
    keys[index] = key
    return key
  }
}
