package import Bytes
import Diagnostics
import Expressions
import Markdown
package import Training
import Values

extension PageRenderer {
  /// The records that pages read attributes of, the two views that all layouts have among them.
  package var sharedKinds: [SharedKind] {
    context.model.sharedKinds + [SharedKind(site), SharedKind(context.collections)]
  }

  /// A hash of what is known of a page before it is rendered: its place, title and frame, and the values its layout
  /// receives. Of records in them the identity counts; what is read of them is noted while rendering.
  ///
  /// - Complexity: that of making the values.
  package func digest(of family: PageFamily, _ page: Page) -> FastHash {
    var digest = ValueDigest()
    digest.add(family.name)
    digest.add(family.layout)
    digest.add(page.path)
    digest.add(page.title)
    digest.add(page.description)
    digest.add(page.section.rawValue)
    digest.add(page.source)
    digest.add(.boolean(page.isNoIndex))
    digest.add(page.crumbs.count)
    for crumb in page.crumbs {
      digest.add(crumb.title)
      digest.add(crumb.path)
    }
    // Where a message about them would point to.
    for link in page.links {
      digest.add(link.address)
      digest.add(link.location.path)
      digest.add(Int(link.location.span?.start ?? 0))
      digest.add(Int(link.location.span?.end ?? 0))
    }
    if let text = page.text {
      digest.add(text.path)
      digest.add(.boolean(text.lacksRecords))
      for (name, _, value) in text.scope {
        digest.add(name)
        digest.add(value)
      }
    }
    digest.add(.list(context.related.tables(for: page.path, in: context.model)))
    for value in page.variables(context) { digest.add(value) }
    return digest.hash
  }

  /// A hash of the answer to `lookup`; `nil` for what is not the portal's to answer.
  package func digest(of lookup: Lookup) -> FastHash? {
    let model = context.model
    var digest = ValueDigest()
    switch lookup.kind {
    case .link: add(context.targets.resolve(lookup.name, from: "content/"), to: &digest)
    case .file:
      digest.add(.boolean(model.files.attachments.contains(String(lookup.name.dropFirst("content/".count)))))
      if let bytes = model.files.bytes(of: lookup.name) { digest.add(FastHash(bytes.span)) }
    case .record:
      switch DirectiveRecordKind.named(lookup.context)?.find(lookup.name, model) {
      case .record(let value): digest.add(value)
      case .upcoming: digest.add("upcoming")
      case .missing, nil: digest.add("missing")
      }
    case .words:
      let words = Int(lookup.context).map { index in
        DirectiveRecordKind.named(lookup.name)?.words(of: index, in: model) ?? []
      }
      for word in words ?? [] { digest.add(word) }
    case .courses: digest.add(context.entities(model.courses.records))
    case .collection: add(model.collections.first { $0.name == lookup.name }, to: &digest)
    case .layout: if let hash = layouts.digests[lookup.name] { digest.add(hash) }
    case .settings:
      let settings = model.settings
      digest.add(settings.baseURL.text)
      digest.add(settings.hostRoot)
      digest.add(model.readership.rawValue)
      digest.add(settings.editURL?.fieldText)
      for tag in settings.html { digest.add(tag.rawValue) }
    case .published, .releases, .textRules, .findingPlaces: return nil
    }
    return digest.hash
  }

  private func add(_ target: Result<SitePath, MarkdownFailureReason>, to digest: inout ValueDigest) {
    switch target {
    case .success(let path): digest.add(path)
    case .failure(let reason):
      digest.add(reason.failure.message.zh)
      digest.add(.boolean(context.targets.isExcused(reason)))
    }
  }

  /// Everything that tables of a collection show, filter or sort by.
  private func add(_ collection: DeclaredCollection?, to digest: inout ValueDigest) {
    guard let collection else { return }
    let model = context.model
    for field in collection.table.fields {
      digest.add(field.name)
      digest.add(field.header)
      digest.add(field.doc)
      digest.add(field.valueType.english)
    }
    digest.add(.list(collection.publicFields.map { .number(Decimal($0)) }))
    digest.add(CollectionViews.table(collection, collection.rows.indices, in: model))
    for row in collection.rows.indices {
      for field in collection.table.fields.indices {
        let value = collection.cell(field, of: row, in: model).value
        digest.add(value)
        addOrder(of: value, to: &digest)
      }
    }
  }

  /// What a value is sorted by: a record by its attributes, which may be records.
  private func addOrder(of value: Value, depth: Int = 0, to digest: inout ValueDigest) {
    guard depth <= DirectiveTable.sortingDepth else { return }
    switch value {
    case .list(let items): for item in items { addOrder(of: item, depth: depth, to: &digest) }
    case .record(let record):
      for name in DirectiveTable.sortingAttributes {
        guard let index = record.recordType.index(of: name) else { continue }
        digest.add(record.value(at: index))
        addOrder(of: record.value(at: index), depth: depth + 1, to: &digest)
      }
    case .none, .boolean, .number, .quantity, .text, .html, .date, .link, .mapping, .undefined: break
    }
  }
}
