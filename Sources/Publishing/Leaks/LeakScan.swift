import Bytes
import Diagnostics
import Training

/// Something personal in a file that is about to be published.
package struct Leak: Equatable, Sendable {
  /// PV01 to PV04 of the rules, of which mail and chat are the last, and PV05 for numbers that a training gave out.
  package enum Kind: CaseIterable, Sendable { case identity, mobile, card, mail, chat, trainee }

  package let kind: Kind
  /// Line of the file, from 1. What was found is never kept: it would end in logs.
  package let line: Int
}

/// Looks for numbers and addresses of persons in everything that is published (PV01–PV05): the last gate, which does not trust
/// what came before.
///
/// Works on finished bytes of any kind: pages, tables, calendars, JSON, pictures that are text.
package struct LeakScan: Sendable {
  /// What may be published: digits of office numbers, office mail in lower case, false finds that the portal has released.
  private let allowed: Set<[UInt8]>
  /// Numbers of persons that are known, whatever their form: digits alone.
  private let known: KnownNumbers
  /// What stands for known persons and has letters.
  private let words: KnownWords

  /// `allowed`: what may be published, as it is written.
  package init(allowed: some Sequence<String>) {
    self.allowed = Set(allowed.map(Self.canonical))
    known = KnownNumbers([])
    words = KnownWords([])
  }

  /// Stands for what may be published.
  var digest: FastHash {
    var bytes: [UInt8] = []
    for form in allowed.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      bytes += form
      bytes.append(0)
    }
    return FastHash(bytes.span)
  }

  /// For the portal `model`: its contacts are the offices', `privacy.yml` names false finds. The numbers of `people` are found
  /// even when their form says nothing.
  init(_ model: Model, people: [Person] = []) {
    let allowed = model.contacts.records.flatMap { [$0.phone, $0.mail ?? ""] } + model.releases.records.map(\.value)
    self.allowed = Set(allowed.map(Self.canonical))
    known = KnownNumbers(people)
    words = KnownWords(people)
  }

  /// Digits alone of a number, letters in lower case of everything else.
  private static func canonical(_ text: String) -> [UInt8] {
    KnownNumbers.digits(of: text) ?? Array(text.lowercased().utf8)
  }

  /// What the file `path` holds, in its order.
  ///
  /// - Complexity: O(length).
  package func leaks(in bytes: Span<UInt8>, path: String) -> [Leak] {
    var found: [(kind: Leak.Kind, offset: Int)] = []
    scan(bytes, 0..<bytes.count, LeakSyntax(of: path), &found)
    scanNames(bytes, &found)
    guard !found.isEmpty else { return [] }
    found.sort { $0.offset < $1.offset }
    let lines = LineNumbers.lines(of: found.map(\.offset), in: bytes)
    return zip(found, lines).map { Leak(kind: $0.kind, line: $1) }
  }

  private func scan(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ syntax: LeakSyntax, _ found: inout [(kind: Leak.Kind, offset: Int)]
  ) {
    let part = bytes.extracting(0..<range.upperBound)
    var index = part.nextDigitOrAt(from: range.lowerBound)
    while index < part.count {
      let next: Int
      if part[index] == UInt8(ascii: "@") {
        next = index + 1
        if let mail = PrivateAddress.mail(part, at: index), mail.isPrivate || words.kind(of: mail.text) != nil,
          !allowed.contains(mail.text)
        {
          found.append((.mail, mail.range.lowerBound))
        }
      } else if part[index] == 0xEF, !Self.isFullWidthDigit(part, at: index) {
        next = index + 1
      } else {
        next = note(part, at: index, syntax, &found)
      }
      index = part.nextDigitOrAt(from: next)
    }
  }

  private static func isFullWidthDigit(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0xBC && 0x90...0x99 ~= bytes[index + 2]
  }

  /// Judges the run of digits to which the digit at `digit` belongs; the offset behind it.
  private func note(
    _ bytes: Span<UInt8>, at digit: Int, _ syntax: LeakSyntax, _ found: inout [(kind: Leak.Kind, offset: Int)]
  ) -> Int {
    let start = syntax.hasTags ? Self.reference(bytes, around: digit) : digit
    let measured = DigitRun.read(bytes, at: start, syntax, keepsDigits: false)
    if let (kind, word, start) = words.find(around: measured.range, bytes) {
      if !allowed.contains(word) { found.append((kind, start)) }
      return max(digit + 1, measured.range.upperBound)
    }
    let isChat =
      measured.groupCount == 1 && PrivateAddress.isChatNumber(bytes, at: start, count: measured.count)
    guard measured.count >= 11 || isChat || measured.hasTags || measured.count >= known.shortest else {
      return max(digit + 1, measured.range.upperBound)
    }
    let run = DigitRun.read(bytes, at: start, syntax, keepsDigits: true)
    if let (kind, digits) = PersonalNumber.find(in: run) {
      if !allowed.contains(digits) { found.append((kind, start)) }
    } else if let (kind, digits) = known.find(in: run), !allowed.contains(digits) {
      found.append((kind, start))
    } else if isChat, !allowed.contains(run.groups[0]) {
      found.append((.chat, start))
    }
    // What stands in the tags that it passes is no part of it.
    for tag in run.tags { scan(bytes, tag, .plain, &found) }
    return max(digit + 1, run.range.upperBound)
  }

  /// The start of the character reference that the digit at `digit` is a part of (`&#49;`, `&#x31;`); `digit` when it is none.
  private static func reference(_ bytes: Span<UInt8>, around digit: Int) -> Int {
    var index = digit
    while index > 1, digit - index < 8, bytes[index - 1] != UInt8(ascii: "#") {
      guard DigitRun.isWord(bytes[index - 1]) else { return digit }
      index -= 1
    }
    return index > 1 && bytes[index - 1] == UInt8(ascii: "#") && bytes[index - 2] == UInt8(ascii: "&")
      ? index - 2 : digit
  }

  /// Looks for WeChat names by the second byte of 微信 (E5 BE AE E4 BF A1), which is rare.
  private func scanNames(_ bytes: Span<UInt8>, _ found: inout [(kind: Leak.Kind, offset: Int)]) {
    var index = bytes.next(0xBE, from: 0)
    while index < bytes.count {
      if index > 0, PrivateAddress.ends("微信", bytes, at: index + 5) {
        let end = PrivateAddress.ends("号", bytes, at: index + 8) ? index + 8 : index + 5
        if let name = PrivateAddress.chatName(bytes, behind: end), !allowed.contains(name.text) {
          found.append((.chat, name.range.lowerBound))
        }
      }
      index = bytes.next(0xBE, from: index + 1)
    }
  }
}
