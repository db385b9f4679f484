package import Diagnostics

/// How the members of a subject become classes: at most so many in one, and no class that is left over with few.
package struct ClassRule: Hashable, Sendable {
  /// How the members of one subject are spread.
  package enum Fill: String, CaseIterable, Sendable {
    /// Classes are filled one by one; when the last would be too small, the last two share.
    case hundred
    /// All classes are of one size, give or take one.
    case balanced
  }

  /// What becomes of the subjects of an area that do not fill one class.
  package enum SmallSubjects: String, Choice {
    /// Each is a class of its own.
    case subject = "per-subject"
    /// Those of one area make classes together.
    case pooled
    /// As RF08 says it: “不在小学科编班的取值之内”, “not one of the small subject values”.
    package static var typeName: Message { Message(zh: "小学科编班", en: "small subject") }
  }

  /// One class, and why it has its size.
  package struct Size: Hashable, Sendable {
    /// What made it so.
    package enum Cause: Hashable, Sendable {
      /// Fewer members than one class may have: one class.
      case small
      /// As many as a class may have.
      case full
      /// What is left behind full classes.
      case tail
      /// The last class would have had `rest` members, too few: it shares with the one before.
      case shared(rest: Int)
      /// The members of all classes are as equal as they can be.
      case balanced
    }

    package let members: Int
    package let cause: Cause
  }

  /// Members of a class, at most; a subject with fewer is small.
  package let maximum: Int
  /// Members of the last class of a subject that is not small, at least.
  package let tailMinimum: Int
  package let fill: Fill
  package let smallSubjects: SmallSubjects

  /// 100 at most, 50 at least, filled one by one, small subjects by themselves.
  package static let standard = ClassRule(obeyed: 100, 50, .hundred, .subject)

  private init(obeyed maximum: Int, _ tailMinimum: Int, _ fill: Fill, _ smallSubjects: SmallSubjects) {
    (self.maximum, self.tailMinimum) = (maximum, tailMinimum)
    (self.fill, self.smallSubjects) = (fill, smallSubjects)
  }

  /// `nil` when some number of members could not obey the rule: the last two classes have one more than `maximum` together at
  /// least, and each half of that must be enough.
  package init?(maximum: Int, tailMinimum: Int, fill: Fill, smallSubjects: SmallSubjects) {
    guard maximum > 0, 0...Self.largestTailMinimum(for: maximum) ~= tailMinimum else { return nil }
    self.init(obeyed: maximum, tailMinimum, fill, smallSubjects)
  }

  /// The fewest classes that `members` make.
  package static func leastClasses(of members: Int, maximum: Int) -> Int { (members + maximum - 1) / max(maximum, 1) }

  /// The greatest smallest class that every number of members allows.
  package static func largestTailMinimum(for maximum: Int) -> Int { (maximum + 1) / 2 }

  /// The classes of `members` of one subject: as few as can be, each within the rule, together all of them.
  ///
  /// - Complexity: O(classes).
  package func classes(of members: Int) -> [Size] {
    guard members > 0 else { return [] }
    let count = Self.leastClasses(of: members, maximum: maximum)
    guard count > 1 else { return [Size(members: members, cause: members < maximum ? .small : .full)] }
    switch fill {
    case .balanced:
      return (0..<count).map { Size(members: members / count + ($0 < members % count ? 1 : 0), cause: .balanced) }
    case .hundred:
      let rest = members - (count - 1) * maximum
      var sizes = Array(repeating: Size(members: maximum, cause: .full), count: count - 1)
      if rest < tailMinimum {
        let both = maximum + rest
        sizes[count - 2] = Size(members: both - both / 2, cause: .shared(rest: rest))
        sizes.append(Size(members: both / 2, cause: .shared(rest: rest)))
      } else {
        sizes.append(Size(members: rest, cause: rest == maximum ? .full : .tail))
      }
      return sizes
    }
  }
}
