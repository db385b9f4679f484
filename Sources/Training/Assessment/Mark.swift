package import Values

/// What was entered for one person in one item of a scheme, or in one part of it.
package enum Mark: Hashable, Sendable {
  /// Minutes watched, for an item with a threshold.
  case minutes(Decimal)
  /// A grade by its place among the item's grades.
  case grade(Int)
  /// Assessed, and not good enough for any grade.
  case noGrade
  /// Points, for any other item and for parts.
  case points(Decimal)
}

/// Why a mark cannot be taken. No case holds what was written: marks are personal.
package enum MarkError: Error, Hashable, Sendable {
  /// Neither one of the item's grades nor a number from 0.
  case unreadable
  /// Points above the most that the item or part gives.
  case outOfRange(most: Decimal)
  /// Points that belong to none of the item's grades.
  case notAGrade
  /// The item has parts, and the mark names none of them.
  case missingPart
  /// The item has no part of that name.
  case unknownPart
}

extension Item {
  /// What `text` means as a mark of this item, or of the part at `part`.
  ///
  /// An item with a threshold takes minutes (`400`, `400分钟`); one with grades a grade's name, its points, or 不合格 or 0
  /// for none of them; every other item, and every part, points from 0 to the most that it gives.
  /// - Precondition: `part` is an index of `parts`, or `nil`.
  package func mark(_ text: String, part: Int? = nil) throws(MarkError) -> Mark {
    if let part { return try Self.points(text, upTo: parts[part].cap.number) }
    guard parts.isEmpty else { throw .missingPart }
    if threshold != nil {
      guard let minutes = Minutes(fieldText: text, year: nil)?.number else { throw .unreadable }
      return .minutes(minutes)
    }
    guard !grades.isEmpty else { return try Self.points(text, upTo: points.number) }
    if let index = grades.firstIndex(where: { $0.name == text }) { return .grade(index) }
    if text == "不合格" { return .noGrade }
    guard let number = Points(fieldText: text, year: nil)?.number else { throw .unreadable }
    if let index = grades.firstIndex(where: { $0.points.number == number }) { return .grade(index) }
    guard number == Decimal(0) else { throw .notAGrade }
    return .noGrade
  }

  private static func points(_ text: String, upTo most: Decimal) throws(MarkError) -> Mark {
    guard let number = Points(fieldText: text, year: nil)?.number else { throw .unreadable }
    guard number <= most else { throw .outOfRange(most: most) }
    return .points(number)
  }
}
