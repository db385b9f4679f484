import Bytes
import Diagnostics
import Portal

/// ```
/// part:
/// kinds                             count; for each name, count and names of attributes
/// records                           count; for each kind, id
/// fields                            count; for each record, attribute, hash
/// lookups                           count; for each kind, name, context, hash
/// new answers                       count; for each number of a lookup of an earlier part, hash
/// pages                             count; for each number, path, hash, own hash, keys, anchors, links to anchors,
///                                   links of its text, diagnostics, findings
/// ```
///
/// Numbers are little-endian; a text is its length in four bytes and its UTF-8. Everything is counted through all parts;
/// a page whose number has been there stands for the earlier one. So a build that made few pages writes these and what
/// is new in them.
extension BuildCache {
  /// All of it, as `program` writes it.
  ///
  /// - Complexity: O(bytes).
  func files(of program: String) -> CacheFiles {
    let whole = RecordWriter.sealed(CacheFiles.head) { body in
      body.reserve(24 * fields.count + 4 * keys.count + 16 * ids.count + 200 * (lookups.count + pages.count))
      body.append(text: program)
      appendTables(behind: BuildCache(), to: &body)
      appendPages(pages.enumerated().map { ($0, $1) }, to: &body)
    }
    return CacheFiles(whole)
  }

  /// The files from which `earlier` was read, with what these tables have besides, and `pages` of `made` by their numbers.
  ///
  /// - Complexity: O(tables + what is added).
  func files(behind earlier: BuildCache, pages: [(number: Int, page: CachedPage)], of made: BuildCache) -> CacheFiles? {
    earlier.files?.adding { body in
      appendTables(behind: earlier, to: &body)
      made.appendPages(pages, to: &body)
    }
  }

  /// The files of `earlier` with these pages, which have the numbers `numbers` there and depend on nothing that it does not
  /// know; `answers` are hashes that have changed.
  ///
  /// - Complexity: O(what is added).
  func files(behind earlier: CacheIndex, numbers: [Int], answers: [(lookup: Int, hash: UInt64)]) -> CacheFiles {
    earlier.files.adding { body in
      // Kinds, records, fields, lookups.
      for _ in 0..<4 { body.append(count: 0) }
      body.append(count: answers.count)
      for (lookup, hash) in answers {
        body.append(count: lookup)
        body.append(hash)
      }
      appendPages(Array(zip(numbers, pages)), to: &body)
    }
  }

  private func appendTables(behind earlier: BuildCache, to body: inout RecordWriter) {
    body.append(count: kinds.count - earlier.kinds.count)
    for kind in kinds[earlier.kinds.count...] {
      body.append(text: kind.name)
      body.append(count: kind.attributes.count)
      for name in kind.attributes { body.append(text: name) }
    }
    body.append(count: records.count - earlier.records.count)
    for record in records[earlier.records.count...] {
      body.append(count: record.kind)
      body.append(text: record.id)
    }
    body.append(count: fields.count - earlier.fields.count)
    for number in earlier.fields.count..<fields.count {
      body.append(count: fields[number].record)
      body.append(count: fields[number].attribute)
      body.append(fieldHashes[number])
    }
    body.append(count: lookups.count - earlier.lookups.count)
    for number in earlier.lookups.count..<lookups.count {
      body.append(lookups[number].kind.rawValue)
      body.append(text: lookups[number].name)
      body.append(text: lookups[number].context)
      body.append(lookupHashes[number])
    }
    let news = earlier.lookupHashes.indices.filter { lookupHashes[$0] != earlier.lookupHashes[$0] }
    body.append(count: news.count)
    for number in news {
      body.append(count: number)
      body.append(lookupHashes[number])
    }
  }

  private func appendPages(_ pages: [(number: Int, page: CachedPage)], to body: inout RecordWriter) {
    body.append(count: pages.count)
    for (number, page) in pages {
      body.append(count: number)
      append(page, to: &body)
    }
  }

  /// Reads what `files(of:)` gives for the same program; `nil` for anything else.
  init?(_ files: CacheFiles, of program: String) {
    guard var reader = RecordReader(sealed: files.whole, CacheFiles.head), reader.text() == program else { return nil }
    self.init(reading: files)
    guard readPart(&reader), reader.isAtEnd else { return nil }
    guard !files.changes.isEmpty else { return }
    var changes = RecordReader(files.changes, from: files.firstChange)
    while !changes.isAtEnd { guard readPart(&changes) else { return nil } }
  }

  private mutating func readPart(_ reader: inout RecordReader) -> Bool {
    let isRead = reader.each { reader in
      guard let name = reader.text(), let attributes = reader.list({ $0.text() }) else { return false }
      kinds.append(Kind(name: name, attributes: attributes))
      return true
    }
    guard isRead, readRecords(&reader), readFields(&reader), readLookups(&reader), readNewAnswers(&reader) else {
      return false
    }
    return reader.each { reader in
      guard let number = reader.count(), number <= pages.count, let page = readPage(&reader) else { return false }
      if number < pages.count { pages[number] = page } else { pages.append(page) }
      return true
    }
  }

  private mutating func readRecords(_ reader: inout RecordReader) -> Bool {
    reader.each { reader in
      guard let kind = reader.count(), kind < kinds.count, let id = reader.text() else { return false }
      records.append((kind, id))
      return true
    }
  }

  private mutating func readNewAnswers(_ reader: inout RecordReader) -> Bool {
    reader.each { reader in
      guard let number = reader.count(), number < lookupHashes.count, let hash = reader.word() else { return false }
      lookupHashes[number] = hash
      return true
    }
  }

  private mutating func readFields(_ reader: inout RecordReader) -> Bool {
    guard let count = reader.count(), reader.rest / 16 >= count else { return false }
    fields.reserveCapacity(fields.count + count)
    fieldHashes.reserveCapacity(fields.count + count)
    for _ in 0..<count {
      guard let record = reader.count(), record < records.count, let attribute = reader.count(),
        attribute < kinds[records[record].kind].attributes.count, let hash = reader.word()
      else { return false }
      fields.append(Field(record: record, attribute: attribute))
      fieldHashes.append(hash)
    }
    return true
  }

  private mutating func readLookups(_ reader: inout RecordReader) -> Bool {
    guard let count = reader.count(), reader.rest / 17 >= count else { return false }
    for _ in 0..<count {
      guard let kind = reader.byte().flatMap(Lookup.Kind.init(rawValue:)), let name = reader.text(),
        let context = reader.text(), let hash = reader.word()
      else { return false }
      lookups.append(Lookup(kind, name, from: context))
      lookupHashes.append(hash)
    }
    return true
  }
}

extension BuildCache {
  private func append(_ page: CachedPage, to body: inout RecordWriter) {
    body.append(text: page.path)
    body.append(page.hash)
    body.append(page.own)
    body.append(count: page.keys.count)
    for key in keys[page.keys] { body.append(key.raw) }
    body.append(count: page.ids.count)
    for id in ids[page.ids] { body.append(id) }
    body.append(count: page.anchors.count)
    for anchor in anchors[page.anchors] {
      body.append(anchor.file.raw)
      body.append(anchor.id)
      body.append(run: texts[anchor.fragment])
      body.append(run: texts[anchor.link])
    }
    body.append(count: page.textLinks.count)
    for link in page.textLinks {
      body.append(text: link.address)
      body.append(link.location)
    }
    body.append(count: page.diagnostics.count)
    for diagnostic in page.diagnostics { body.append(diagnostic) }
    body.append(count: page.findings.count)
    for diagnostic in page.findings { body.append(diagnostic) }
  }

  private mutating func readPage(_ reader: inout RecordReader) -> CachedPage? {
    let (firstKey, firstID, firstAnchor) = (keys.count, ids.count, anchors.count)
    guard let path = reader.text(), let hash = reader.hash(), let own = reader.hash(),
      reader.each({ reader in
        guard let key = reader.key(), isKnown(key) else { return false }
        keys.append(key)
        return true
      }),
      reader.each({ reader in
        guard let id = reader.hash() else { return false }
        ids.append(id)
        return true
      }),
      reader.each({ readAnchor(&$0) }),
      let textLinks = reader.list({ reader -> TextLink? in
        guard let address = reader.text(), let location = reader.location() else { return nil }
        return TextLink(address: address, location: location)
      }),
      let diagnostics = reader.list({ $0.diagnostic() }), let findings = reader.list({ $0.diagnostic() })
    else { return nil }
    return CachedPage(
      path: path, hash: hash, own: own, keys: firstKey..<keys.count, ids: firstID..<ids.count,
      anchors: firstAnchor..<anchors.count, textLinks: textLinks, diagnostics: diagnostics, findings: findings)
  }

  private func isKnown(_ key: InputKey) -> Bool { key.number < (key.isLookup ? lookups.count : fields.count) }

  private mutating func readAnchor(_ reader: inout RecordReader) -> Bool {
    guard let key = reader.key(), key.isLookup, isKnown(key),
      let id = reader.hash(), let fragment = reader.runRange(), let link = reader.runRange()
    else { return false }
    anchors.append(Anchor(file: key, id: id, fragment: keep(reader.bytes[fragment]), link: keep(reader.bytes[link])))
    return true
  }

  /// Keeps a text; where.
  mutating func keep(_ text: some Collection<UInt8>) -> Range<Int> {
    let start = texts.count
    texts.append(contentsOf: text)
    return start..<texts.count
  }
}

extension RecordReader {
  fileprivate mutating func key() -> InputKey? {
    let raw: UInt32? = number()
    return raw.map { InputKey(raw: $0) }
  }
}
