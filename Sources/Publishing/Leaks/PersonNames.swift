import Bytes
import Expressions
package import Training

/// The names of those who stand in rosters: no file may hold one without a ground (PV06, PV10).
///
/// Grounds are a part in the training (experts, tutors and managers are named everywhere), a row of a public list that is shown (on
/// the page of its notice) and a line of `privacy.yml`. Where of two names one begins with the other, the longer one is read.
package struct PersonNames: Sendable {
  private enum Ground: Sendable {
    case none
    /// Named everywhere.
    case everywhere
    /// Named in files whose paths begin with one of these.
    case files([String])
  }

  private struct Name: Sendable {
    let scalars: [UInt32]
    var ground: Ground
  }

  private var names: [Name] = []
  /// Places in `names` by their first two characters, longer names first.
  private var starts: [UInt64: [Int]] = [:]
  /// Of the first characters the last 16 bits, so that most are passed at one glance.
  private var isStart: [Bool] = []
  /// Whether a name begins with a letter of ASCII.
  private var hasLetters = false

  /// The names of `people` in the portal `model`.
  ///
  /// - Complexity: O(people + rows of lists).
  package init(_ people: some Sequence<Person>, _ model: Model) {
    var places: [[UInt32]: Int] = [:]
    func add(_ text: String, _ ground: Ground) {
      for scalars in Self.spellings(of: text) { add(scalars, ground) }
    }
    func add(_ scalars: [UInt32], _ ground: Ground) {
      // A name of one character would be found in every text.
      guard scalars.count > 1 else { return }
      if let place = places[scalars] {
        names[place].ground = Self.wider(names[place].ground, ground)
      } else {
        places[scalars] = names.count
        names.append(Name(scalars: scalars, ground: ground))
      }
    }
    for person in people where person.isSound("name") { add(person.name, .none) }
    guard !names.isEmpty else { return }
    let named =
      model.experts.records.map(\.name) + model.tutors.records.map(\.name) + model.managers.records.map(\.name)
      + model.releases.records.map(\.value)
    for name in named { add(name, .everywhere) }
    for notice in model.notices.records where notice.showsList(in: model) && model.readership == .everyone {
      guard notice.publicColumns(in: model).contains(.name) else { continue }
      let path = model.routes.path(of: Notice.table.name, id: notice.id.text).file
      let folder = path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path
      for row in model.rowsByNotice[notice.origin.index] { add(model.listRows.records[row].name, .files([folder])) }
    }
    indexNames()
  }

  /// `names` without a ground anywhere.
  package init(named names: [String]) {
    self.names = Set(names.flatMap(Self.spellings)).filter { $0.count > 1 }.map { Name(scalars: $0, ground: .none) }
      .sorted { $0.scalars.lexicographicallyPrecedes($1.scalars) }
    indexNames()
  }

  private mutating func indexNames() {
    isStart = Array(repeating: false, count: 1 << 16)
    for (place, name) in names.enumerated() {
      starts[Self.key(name.scalars[0], name.scalars[1]), default: []].append(place)
      isStart[Int(name.scalars[0] & 0xFFFF)] = true
      hasLetters = hasLetters || name.scalars[0] < 0x80
    }
    for key in starts.keys {
      starts[key]?.sort { (-names[$0].scalars.count, $0) < (-names[$1].scalars.count, $1) }
    }
  }

  /// Whether nothing is looked for.
  package var isEmpty: Bool { names.isEmpty }

  private static func wider(_ first: Ground, _ second: Ground) -> Ground {
    switch (first, second) {
    case (.everywhere, _), (_, .everywhere): .everywhere
    case (.none, let other), (let other, .none): other
    case (.files(let some), .files(let others)): .files(some + others)
    }
  }

  /// The characters of a name without blanks.
  private static func compact(_ name: String) -> [UInt32] {
    name.unicodeScalars.filter { !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint }.map(
      \.value)
  }

  /// The points that stand between the parts of names, as input methods write them.
  private static let points: Set<UInt32> = [
    0xB7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65, 0xFF0E, 0x2E, 0x387,
  ]

  /// A name without blanks; one with points between its parts with each of them, and with none.
  private static func spellings(of name: String) -> [[UInt32]] {
    let scalars = compact(name)
    guard scalars.contains(where: { $0 >= 0x80 }), scalars.contains(where: points.contains) else { return [scalars] }
    return [scalars.filter { !points.contains($0) }]
      + points.sorted().map { point in scalars.map { points.contains($0) ? point : $0 } }
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

  /// The lines (from 1) in which the file `path`, or the Markdown that it is made from, names somebody without a ground, once for
  /// each place.
  ///
  /// - Complexity: O(length), times the names that begin with the same two characters.
  package func lines(in bytes: Span<UInt8>, path: String, isMarkdown: Bool = false) -> [Int] {
    guard !names.isEmpty else { return [] }
    let syntax = isMarkdown ? .markdown : LeakSyntax(of: path)
    var found: [Int] = []
    var index = 0
    // The character that readers see before the one at `index`; 0 where something ends.
    var before: UInt32 = 0
    var beforeTag: UInt32 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80, byte != UInt8(ascii: "&"), byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "%") {
        if syntax.hasTags, byte == UInt8(ascii: "<") {
          beforeTag = InlineTag.length(bytes, at: index) == nil ? 0 : before
        } else if syntax.hasTags, byte == UInt8(ascii: ">") {
          before = beforeTag
          index += 1
          continue
        }
        guard hasLetters, isStart[Int(byte)] else {
          before = UInt32(byte)
          index += 1
          continue
        }
      }
      guard let scalar = WrittenScalar.read(bytes, at: index) else {
        index += 1
        continue
      }
      guard isStart[Int(scalar.value & 0xFFFF)], let match = match(bytes, scalar, before, syntax) else {
        before = scalar.value
        index = scalar.end
        continue
      }
      before = names[match.name].scalars.last ?? 0
      if !isGrounded(match.name, path) { found.append(index) }
      index = match.end
    }
    return LineNumbers.lines(of: found, in: bytes)
  }

  private func isGrounded(_ name: Int, _ path: String) -> Bool {
    switch names[name].ground {
    case .none: false
    case .everywhere: true
    case .files(let folders): folders.contains { path.hasPrefix($0) }
    }
  }

  /// The name that begins with the character `first` and is one where it stands.
  private func match(
    _ bytes: Span<UInt8>, _ first: WrittenScalar, _ before: UInt32, _ syntax: LeakSyntax
  ) -> (name: Int, end: Int)? {
    let gap = WrittenGap.read(bytes, at: first.end, syntax)
    guard let second = WrittenScalar.read(bytes, at: gap.end),
      let places = starts[Self.key(first.value, second.value)]
    else { return nil }
    candidates: for place in places {
      let scalars = names[place].scalars
      var end = second.end
      var isSpaced = gap.isVisible
      for wanted in scalars.dropFirst(2) {
        let gap = WrittenGap.read(bytes, at: end, syntax)
        guard let next = WrittenScalar.read(bytes, at: gap.end), next.value == wanted else { continue candidates }
        isSpaced = isSpaced || gap.isVisible
        end = next.end
      }
      guard stands(scalars, bytes, before, end, isSpaced: isSpaced, syntax) else { continue }
      return (place, end)
    }
    return nil
  }

  /// Whether the characters of a name, between `before` and what is at `end`, are one there.
  private func stands(
    _ scalars: [UInt32], _ bytes: Span<UInt8>, _ before: UInt32, _ end: Int, isSpaced: Bool, _ syntax: LeakSyntax
  ) -> Bool {
    let gap = WrittenGap.read(bytes, at: end, syntax)
    let next = gap.isVisible ? nil : WrittenScalar.read(bytes, at: gap.end)
    let isOpenBefore = !WrittenScalar(value: before, end: 0).isHan
    let isOpenBehind = next.map { !$0.isHan } ?? true
    // Letters go on beyond the name: `Li` is not in `List`.
    if scalars[0] < 0x80 {
      let isPart = DigitRun.isWord(UInt8(truncatingIfNeeded: before)) && before < 0x80
      return !isPart && !(next.map { $0.value < 0x80 && DigitRun.isWord(UInt8($0.value)) } ?? false)
    }
    // Two sentences, or two columns of a text: `…很高 明天…`.
    if isSpaced, !isOpenBefore || !isOpenBehind { return false }
    guard scalars.count == 2 else { return true }
    if NameContext.isAcrossWords(before, scalars[0]) { return false }
    if isOpenBefore, isOpenBehind { return true }
    return NameContext.isTitle(bytes, at: gap.end) || !NameContext.isWord(scalars[0], scalars[1])
  }
}
