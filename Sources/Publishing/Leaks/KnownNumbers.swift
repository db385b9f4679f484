import Bytes
import Training

/// The numbers of those who stand in rosters, by their digits: telephone, identity and card numbers are found even when they have
/// a wrong check digit or belong to another country.
struct KnownNumbers: Sendable {
  private var kinds: [[UInt8]: Leak.Kind] = [:]
  /// The digits of the shortest; `Int.max` when there is none.
  private(set) var shortest = Int.max

  /// Shorter numbers are years, counts and codes too often.
  private static let least = 7

  /// The numbers of `people`.
  init(_ people: [Person]) {
    for person in people {
      add(person.identityNumber, .identity)
      add(person.phone, .mobile)
      add(person.bankCard, .card)
      add(person.account, .chat)
      if person.isSound("train_no") { add(person.number, .trainee) }
    }
  }

  private mutating func add(_ text: String?, _ kind: Leak.Kind) {
    guard let digits = text.flatMap(Self.digits), digits.count >= Self.least, !Self.isDay(digits) else { return }
    kinds[digits] = kind
    shortest = min(shortest, digits.count)
  }

  /// The digits of a number, with the X that identity numbers may end in; `nil` for a text with other letters.
  static func digits(of text: String) -> [UInt8]? {
    func isX(_ byte: UInt8) -> Bool { byte | 0x20 == UInt8(ascii: "x") }
    guard text.utf8.allSatisfy({ !ByteClass.letters.contains($0) || isX($0) }) else { return nil }
    return text.utf8.filter { ByteClass.digits.contains($0) || isX($0) }.map { isX($0) ? UInt8(ascii: "X") : $0 }
  }

  /// Eight digits that are a day of these two centuries: `20260901` is one in every table.
  private static func isDay(_ digits: [UInt8]) -> Bool {
    guard digits.count == 8, digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8) else { return false }
    let number = digits.map { Int($0) - 0x30 }
    return 1...12 ~= number[4] * 10 + number[5] && 1...31 ~= number[6] * 10 + number[7]
  }

  /// The number that `run` holds: whole groups of it, or all of its digits one by one. Accounts and numbers of trainings have no
  /// form of their own: figures side by side are not joined to one, and digits within a word are none.
  ///
  /// - Complexity: O(groups).
  func find(in run: DigitRun) -> (kind: Leak.Kind, digits: [UInt8])? {
    guard !kinds.isEmpty, run.count >= shortest else { return nil }
    let most = run.groups.allSatisfy { $0.count == 1 } ? 24 : 6
    for first in run.groups.indices {
      var digits: [UInt8] = []
      for group in run.groups[first...].prefix(most) {
        digits += group
        guard digits.count <= 24 else { break }
        guard let kind = kinds[digits] else { continue }
        if kind == .chat || kind == .trainee, digits.count != group.count, group.count != 1 { continue }
        if kind == .trainee, run.followsLetter || run.precedesLetter { continue }
        return (kind, digits)
      }
    }
    return nil
  }
}
