import Bytes
import Diagnostics
import Portal

/// ```
/// "prospectus cache 1\n"
/// whole file without this number    16 bytes, FastHash of everything behind it
/// the program that wrote it         text
/// kinds                             count; for each name, count and names of attributes
/// records                           count; for each kind, id
/// fields                            count; for each record, attribute, hash
/// lookups                           count; for each kind, name, context, hash
/// pages                             count; for each path, hash, own hash, keys, anchors, links to anchors,
///                                   links of its text, diagnostics, findings
/// ```
///
/// Numbers are little-endian; a text is its length in four bytes and its UTF-8.
extension BuildCache {
  private static let head = Array("prospectus cache 1\n".utf8)

  /// The bytes of the file, as `program` writes it.
  ///
  /// - Complexity: O(bytes).
  func bytes(of program: String) -> [UInt8] {
    var body = RecordWriter()
    body.reserve(24 * fields.count + 4 * keys.count + 16 * ids.count + 200 * (lookups.count + pages.count))
    body.append(text: program)
    body.append(count: kinds.count)
    for kind in kinds {
      body.append(text: kind.name)
      body.append(count: kind.attributes.count)
      for name in kind.attributes { body.append(text: name) }
    }
    body.append(count: records.count)
    for record in records {
      body.append(count: record.kind)
      body.append(text: record.id)
    }
    body.append(count: fields.count)
    for (field, hash) in zip(fields, fieldHashes) {
      body.append(count: field.record)
      body.append(count: field.attribute)
      body.append(hash)
    }
    body.append(count: lookups.count)
    for (lookup, hash) in zip(lookups, lookupHashes) {
      body.append(lookup.kind.rawValue)
      body.append(text: lookup.name)
      body.append(text: lookup.context)
      body.append(hash)
    }
    body.append(count: pages.count)
    for page in pages { append(page, to: &body) }
    return body.sealed(Self.head)
  }

  /// Reads what `bytes(of:)` gives for the same program; `nil` for anything else.
  init?(_ bytes: [UInt8], of program: String) {
    guard var reader = RecordReader(sealed: bytes, Self.head), reader.text() == program else { return nil }
    guard
      let kinds = reader.list({ reader in
        reader.text().flatMap { name in reader.list { $0.text() }.map { Kind(name: name, attributes: $0) } }
      }),
      let records = reader.list({ reader in
        reader.count().flatMap { kind in reader.text().map { (kind: kind, id: $0) } }
      }),
      records.allSatisfy({ $0.kind < kinds.count }), readFields(&reader, records: records.count),
      readLookups(&reader), reader.each({ readPage(&$0) }), reader.isAtEnd
    else { return nil }
    self.kinds = kinds
    self.records = records
    guard fields.allSatisfy({ $0.attribute < kinds[records[$0.record].kind].attributes.count }) else { return nil }
  }

  private mutating func readFields(_ reader: inout RecordReader, records: Int) -> Bool {
    guard let count = reader.count(), reader.rest / 16 >= count else { return false }
    fields.reserveCapacity(count)
    fieldHashes.reserveCapacity(count)
    for _ in 0..<count {
      guard let record = reader.count(), record < records, let attribute = reader.count(), let hash = reader.word()
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

  private mutating func readPage(_ reader: inout RecordReader) -> Bool {
    let (firstKey, firstID, firstAnchor) = (keys.count, ids.count, anchors.count)
    guard let path = reader.text(), let hash = reader.hash(), let own = reader.hash(),
      reader.each({ reader in
        guard let key = reader.number(4).map({ InputKey(raw: UInt32($0)) }), isKnown(key) else { return false }
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
    else { return false }
    pages.append(
      CachedPage(
        path: path, hash: hash, own: own, keys: firstKey..<keys.count, ids: firstID..<ids.count,
        anchors: firstAnchor..<anchors.count, textLinks: textLinks, diagnostics: diagnostics, findings: findings))
    return true
  }

  private func isKnown(_ key: InputKey) -> Bool { key.number < (key.isLookup ? lookups.count : fields.count) }

  private mutating func readAnchor(_ reader: inout RecordReader) -> Bool {
    guard let key = reader.number(4).map({ InputKey(raw: UInt32($0)) }), key.isLookup, isKnown(key),
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
