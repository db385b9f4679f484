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
  /// What the class has reached, for the items that its mean makes up.
  package let classResults: [Int: GroupResult]
  /// What comes of them.
  package let assessment: Assessment

  fileprivate init(_ sheet: ScoreSheet, by scheme: Int, _ classResults: [Int: GroupResult], in model: Model) {
    let record = model.schemes.records[scheme]
    self.scheme = scheme
    lines = record.items.indices.flatMap { item -> [Line] in
      let parts: [Int?] = record.items[item].parts.isEmpty ? [nil] : Array(record.items[item].parts.indices)
      return parts.map { Line(item: item, part: $0, mark: sheet[item, $0]) }
    }
    self.classResults = classResults
    assessment = Assessment(of: sheet, by: record)
  }
}

extension Gradebook {
  /// The explanations for the person with `number`, one for each scheme by which that person has any mark.
  package func explanations(of number: String, in model: Model) -> [ResultExplanation] {
    guard let person = people.firstIndex(where: { $0.number == number }) else { return [] }
    return marks.tables.sorted { $0.key < $1.key }.compactMap { scheme, table in
      table[person].map { ResultExplanation($0, by: scheme, [:], in: model) }
    }
  }

  /// The explanations for the tutor of the class with the id `classID`, one for each scheme by which that tutor has any mark. What
  /// the members of the class have reached is a part of it where the scheme says so.
  package func explanations(ofTutorOf classID: String, in model: Model) -> [ResultExplanation] {
    guard let index = model.classes.index(of: classID) else { return [] }
    return tutorMarks.tables.sorted { $0.key < $1.key }.compactMap { scheme, table in
      guard var sheet = table[index] else { return nil }
      var results: [Int: GroupResult] = [:]
      for (position, item) in model.schemes.records[scheme].items.enumerated() {
        guard let other = item.classMean?.scheme.index else { continue }
        let reached = result(ofClass: index, by: other, in: model)
        results[position] = reached
        guard reached.enrolled > 0 else { continue }
        let most = model.schemes.records[other].total.number
        sheet[position] = reached.share(of: item.points.number, most: most).map { .points($0) }
      }
      return ResultExplanation(sheet, by: scheme, results, in: model)
    }
  }
}
