import Bytes
import Training

/// What stands for somebody in rosters and is written with letters: training numbers, accounts, mail addresses of any office.
struct KnownWords: Sendable {
  private var kinds: [FastHash: Leak.Kind] = [:]
  /// A bit for each length that occurs.
  private var lengths: UInt64 = 0
  /// Whether one of them has a hyphen or `_`.
  private var hasJoiners = false

  /// Shorter words are codes of classes, courses and rooms too often.
  private static let least = 6
  private static let most = 63

  /// The words of `people`.
  init(_ people: [Person]) {
    for person in people {
      if person.isSound("train_no") { add(person.number, .trainee) }
      add(person.account, .chat)
      add(person.mail, .mail)
    }
  }

  /// Words with letters and digits, and addresses; `teacher` would be found in every text.
  private mutating func add(_ text: String?, _ kind: Leak.Kind) {
    guard let word = text.map({ Array($0.lowercased().utf8) }), Self.least...Self.most ~= word.count else { return }
    let isAddress = word.contains(UInt8(ascii: "@"))
    guard
      isAddress
        || word.allSatisfy(Self.isPart) && word.contains(where: ByteClass.letters.contains)
          && word.contains(where: ByteClass.digits.contains)
    else { return }
    kinds[FastHash(word.span)] = isAddress ? .mail : kind
    lengths |= 1 << UInt64(word.count)
    if !isAddress, !word.allSatisfy(Self.isCore) { hasJoiners = true }
  }

  /// What `word` is, in lower case.
  func kind(of word: [UInt8]) -> Leak.Kind? {
    word.count <= Self.most && lengths & 1 << UInt64(word.count) != 0 ? kinds[FastHash(word.span)] : nil
  }

  /// The word to which the first or the last digit of `digits` belongs, and where it starts.
  ///
  /// Only words that have a letter beside a digit there are looked up, with and without what hyphens join to them.
  ///
  /// - Complexity: O(length of the words).
  func find(around digits: Range<Int>, _ bytes: Span<UInt8>) -> (kind: Leak.Kind, word: [UInt8], start: Int)? {
    guard lengths != 0 else { return nil }
    let isBefore = digits.lowerBound > 0 && Self.isLink(bytes[digits.lowerBound - 1])
    let isBehind = digits.upperBound < bytes.count && Self.isLink(bytes[digits.upperBound])
    return (isBefore ? find(at: digits.lowerBound, bytes) : nil)
      ?? (isBehind ? find(at: digits.upperBound - 1, bytes) : nil)
  }

  private func find(at digit: Int, _ bytes: Span<UInt8>) -> (kind: Leak.Kind, word: [UInt8], start: Int)? {
    find(at: digit, bytes, Self.isCore) ?? (hasJoiners ? find(at: digit, bytes, Self.isPart) : nil)
  }

  private func find(
    at digit: Int, _ bytes: Span<UInt8>, _ belongs: (UInt8) -> Bool
  ) -> (kind: Leak.Kind, word: [UInt8], start: Int)? {
    var range = digit..<digit + 1
    while range.lowerBound > 0, range.count <= Self.most, belongs(bytes[range.lowerBound - 1]) {
      range = range.lowerBound - 1..<range.upperBound
    }
    while range.upperBound < bytes.count, range.count <= Self.most, belongs(bytes[range.upperBound]) {
      range = range.lowerBound..<range.upperBound + 1
    }
    guard range.count <= Self.most, lengths & 1 << UInt64(range.count) != 0 else { return nil }
    let word = PrivateAddress.lowercased(bytes, range)
    return kind(of: word).map { ($0, word, range.lowerBound) }
  }

  private static func isCore(_ byte: UInt8) -> Bool {
    ByteClass.letters.contains(byte) || ByteClass.digits.contains(byte)
  }

  private static func isPart(_ byte: UInt8) -> Bool { ByteClass.identifier.contains(byte) || byte == UInt8(ascii: "-") }

  private static func isLink(_ byte: UInt8) -> Bool { isPart(byte) && !ByteClass.digits.contains(byte) }
}
