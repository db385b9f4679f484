/// How the points of one person by one scheme came about.
package struct ResultExplanation: Sendable {
  /// One mark and what it is worth.
  package struct Line: Sendable {
    /// The item's place in the scheme, and the part's in the item.
    package let item: Int
    package let part: Int?
    /// `nil` where nothing was entered.
    package let mark: Mark?
  }

  /// The scheme's place in the model.
  package let scheme: Int
  /// For each item, or each part of it, in their order.
  package let lines: [Line]
  /// What comes of them.
  package let assessment: Assessment
}

extension Gradebook {
  /// The explanations for the person with `number`, one for each scheme by which that person has any mark.
  package func explanations(of number: String, in model: Model) -> [ResultExplanation] {
    guard let person = people.firstIndex(where: { $0.number == number }) else { return [] }
    return sheets.sorted { $0.key < $1.key }.compactMap { scheme, sheets in
      guard let sheet = sheets[person] else { return nil }
      let items = model.schemes.records[scheme].items
      let lines = items.indices.flatMap { item -> [ResultExplanation.Line] in
        let parts: [Int?] = items[item].parts.isEmpty ? [nil] : Array(items[item].parts.indices)
        return parts.map { .init(item: item, part: $0, mark: sheet[item, $0]) }
      }
      return ResultExplanation(
        scheme: scheme, lines: lines, assessment: Assessment(of: sheet, by: model.schemes.records[scheme]))
    }
  }
}
