import Expressions
package import Training

/// A family for each declared collection with a page: one page, with the layout that the declaration names or with
/// `collection.html`.
package func collectionFamilies(_ collections: [DeclaredCollection]) -> [PageFamily] {
  collections.compactMap { collection in
    guard let path = collection.page else { return nil }
    let declaration = collection.declaration
    let name = collection.name
    return PageFamily(
      "collection-" + name, layout: declaration.layout ?? "collection.html",
      variables: [("collection", .record { CollectionViews.tableType })]
    ) { _ in
      [
        Page(
          path, title: declaration.title, description: declaration.doc,
          section: declaration.section.flatMap { Section(rawValue: $0.rawValue) } ?? .other,
          source: collection.rows.first?.origin.paths.first ?? declaration.origin.paths.first
        ) { context in
          let model = context.model
          return model.collections.first { $0.name == name }.map {
            [CollectionViews.table($0, $0.rows.indices, in: model)]
          } ?? []
        }
      ]
    }
  }
}
