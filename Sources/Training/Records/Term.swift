import Expressions

/// A word of the authority, and the words that mean the same and should not be used.
package struct Term: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var word = ""
  package var variants: [String] = []

  package init() {}
  package static func store(in model: Model) -> RecordStore<Term> { model.terms }
  /// Filled from `glossary.yml`.
  package static var shelf: any WritableKeyPath<Records, [Term]> & Sendable { \.terms }

  /// `term`: one thing under one name (RF05). It has no id field.
  package static let table = RecordTable<Term>(
    "term", "用语",
    [
      .required("word", "用语", \.word, "统一的说法"),
      .list("variants", "别的说法", \.variants, "意思一样、不再使用的说法", .required),
    ])
}
