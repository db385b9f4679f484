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
/// pages                             count; for each path, hash, own hash, keys, links, diagnostics, findings
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
    body.reserve(64 * fields.count + 512 * pages.count)
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
    for page in pages { page.append(to: &body) }
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
      readLookups(&reader), let pages = reader.list({ CachedPage(&$0) }), reader.isAtEnd
    else { return nil }
    self.kinds = kinds
    self.records = records
    self.pages = pages
    let (fields, lookups) = (fields, lookups)
    let isSound = pages.allSatisfy { page in
      page.keys.allSatisfy { $0.number < ($0.isLookup ? lookups.count : fields.count) }
        && page.links.anchors.allSatisfy { $0.file.isLookup && $0.file.number < lookups.count }
    }
    guard isSound, fields.allSatisfy({ $0.attribute < kinds[records[$0.record].kind].attributes.count }) else {
      return nil
    }
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

extension BuildCache.CachedPage {
  fileprivate func append(to body: inout RecordWriter) {
    body.append(text: path)
    body.append(hash)
    body.append(own)
    body.append(count: keys.count)
    for key in keys { body.append(key.raw) }
    body.append(count: links.anchors.count)
    for anchor in links.anchors {
      body.append(anchor.file.raw)
      body.append(run: anchor.fragment)
      body.append(run: anchor.link)
    }
    body.append(count: links.ids.count)
    for id in links.ids { body.append(id) }
    body.append(count: links.textLinks.count)
    for link in links.textLinks {
      body.append(text: link.address)
      body.append(link.location)
    }
    body.append(count: diagnostics.count)
    for diagnostic in diagnostics { body.append(diagnostic) }
    body.append(count: findings.count)
    for diagnostic in findings { body.append(diagnostic) }
  }

  fileprivate init?(_ reader: inout RecordReader) {
    guard let path = reader.text(), let hash = reader.hash(), let own = reader.hash(),
      let keys = reader.list({ reader in reader.number(4).map { InputKey(raw: UInt32($0)) } }),
      let anchors = reader.list({ reader -> BuildCache.StoredLinks.Anchor? in
        guard let file = reader.number(4), let fragment = reader.run(), let link = reader.run() else { return nil }
        return .init(file: InputKey(raw: UInt32(file)), fragment: fragment, link: link)
      }),
      let ids = reader.list({ $0.hash() }),
      let textLinks = reader.list({ reader -> TextLink? in
        guard let address = reader.text(), let location = reader.location() else { return nil }
        return TextLink(address: address, location: location)
      }),
      let diagnostics = reader.list({ $0.diagnostic() }), let findings = reader.list({ $0.diagnostic() })
    else { return nil }
    self.path = path
    self.hash = hash
    self.own = own
    self.keys = keys
    links = BuildCache.StoredLinks(anchors: anchors, ids: ids, textLinks: textLinks)
    self.diagnostics = diagnostics
    self.findings = findings
  }
}
