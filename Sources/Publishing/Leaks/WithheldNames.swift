import Bytes
import Diagnostics
import Expressions
import Training

/// Lists of names that are in the content and not public on the day, or not in a preview: no file may hold a copy of one, be it
/// an attachment or a table in a text (LS06, PV06).
///
/// A single name says little, as persons have the same name or are spoken of with good reason; several of one list in one file
/// are a copy. Names of experts, tutors, managers and of rows that are shown may be anywhere, as may those that `privacy.yml` releases.
struct WithheldNames: Sendable {
  /// Why the rows of a list are not shown.
  enum Reason: Hashable, Sendable {
    /// They were taken down after this day.
    case expired(CalendarDate)
    case preview
    /// The notice is dated for a later day.
    case upcoming
    /// Another list stands in its place.
    case superseded
  }

  /// A list and what is looked for.
  private struct Withheld: Sendable {
    let title: String
    let reason: Reason
    /// How many names one file may not hold.
    let limit: Int
    /// The unit of the only row.
    let unit: [UInt8]?
  }

  /// The copy of a list in a file.
  struct Finding: Hashable, Sendable {
    let title: String
    let reason: Reason
    /// Names that the file holds.
    let count: Int
    /// Line of the first one, from 1.
    let line: Int
  }

  /// Names of one list in one file that make a copy of it.
  private static let copy = 3
  /// Bytes of blanks that may stand between two characters of a name, as lists are set with `于　娟`.
  private static let widestGap = 12

  private var lists: [Withheld] = []
  /// Without blanks, and the lists they are in.
  private var names: [(bytes: [UInt8], lists: [Int])] = []
  /// Places in `names` by their first bytes.
  private var starts: [UInt32: [Int]] = [:]
  /// Of each key in `starts` the last 16 bits, so that most bytes are passed at one glance.
  private var isStart: [Bool] = []

  /// For the portal `model`.
  ///
  /// - Complexity: O(rows of lists).
  init(_ model: Model) {
    let named =
      model.experts.records.map(\.name) + model.tutors.records.map(\.name) + model.managers.records.map(\.name)
    var open = Set(named.map(Self.compact))
    open.formUnion(model.releases.records.map { Self.compact($0.value) })
    let notices = model.notices.records.filter { $0.list != nil && !model.rowsByNotice[$0.origin.index].isEmpty }
    func rows(_ notice: Notice) -> [ListRow] {
      model.rowsByNotice[notice.origin.index].map { model.listRows.records[$0] }
    }
    for notice in notices where notice.showsList(in: model) && model.readership == .everyone {
      guard notice.publicColumns(in: model).contains(.name) else { continue }
      open.formUnion(rows(notice).map { Self.compact($0.name) })
    }
    var places: [[UInt8]: Int] = [:]
    for notice in notices {
      guard let list = notice.list, let reason = Self.reason(notice, model) else { continue }
      let rows = rows(notice)
      // A name of one character would be found in every text.
      let wanted = Set(rows.map { Self.compact($0.name) }).filter { $0.count > 3 && !open.contains($0) }
      guard !wanted.isEmpty else { continue }
      let index = lists.count
      let unit = wanted.count == 1 ? rows.first { Self.compact($0.name) == wanted.first }?.unit : nil
      lists.append(
        Withheld(
          title: list.title, reason: reason, limit: min(Self.copy, wanted.count),
          unit: unit.map { Array($0.utf8) }))
      for name in wanted.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        if let place = places[name] {
          names[place].lists.append(index)
        } else {
          places[name] = names.count
          names.append((name, [index]))
        }
      }
    }
    guard !names.isEmpty else { return }
    isStart = Array(repeating: false, count: 1 << 16)
    for (place, name) in names.enumerated() {
      let key = Self.key(name.bytes.span, 0)
      starts[key, default: []].append(place)
      isStart[Int(key & 0xFFFF)] = true
    }
  }

  /// Whether nothing is looked for.
  var isEmpty: Bool { names.isEmpty }

  /// Stands for what is looked for.
  var digest: FastHash {
    var bytes: [UInt8] = []
    for name in names {
      bytes += name.bytes
      for list in name.lists { bytes += "\(list) ".utf8 }
      bytes.append(0)
    }
    for list in lists { bytes += "\(list.title)\n\(list.reason)\n\(list.limit)\n\(list.unit ?? [])\n".utf8 }
    return FastHash(bytes.span)
  }

  /// Copies of lists in a file.
  ///
  /// - Complexity: O(length), times the names that begin alike.
  func findings(in bytes: Span<UInt8>) -> [Finding] {
    guard !names.isEmpty else { return [] }
    var found: [Int: Int] = [:]
    for index in 0..<bytes.count where bytes[index] >= 0x41 && bytes[index] & 0xC0 != 0x80 {
      let key = Self.key(bytes, index)
      guard isStart[Int(key & 0xFFFF)], let places = starts[key] else { continue }
      for place in places where found[place] == nil {
        let name = names[place].bytes
        if Self.has(name.span, bytes, at: index) { found[place] = index }
      }
    }
    guard !found.isEmpty else { return [] }
    return lists.indices.compactMap { index in
      let list = lists[index]
      let offsets = found.lazy.filter { names[$0.key].lists.contains(index) }.map(\.value)
      guard let first = offsets.min(), offsets.count >= list.limit else { return nil }
      if let unit = list.unit, !Self.contains(unit.span, bytes) { return nil }
      let line = LineNumbers.lines(of: [first], in: bytes)[0]
      return Finding(title: list.title, reason: list.reason, count: offsets.count, line: line)
    }
  }

  private static func reason(_ notice: Notice, _ model: Model) -> Reason? {
    guard notice.date <= model.asOf else { return .upcoming }
    guard notice.successor(in: model) == nil else { return .superseded }
    guard notice.showsList(in: model) else { return .expired(notice.listEnd?.date ?? notice.date) }
    return model.readership == .preview ? .preview : nil
  }

  /// A name without blanks.
  private static func compact(_ name: String) -> [UInt8] {
    Array(String(String.UnicodeScalarView(name.unicodeScalars.filter { !$0.properties.isWhitespace })).utf8)
  }

  /// The first three bytes at `index`; fewer at the end.
  private static func key(_ bytes: Span<UInt8>, _ index: Int) -> UInt32 {
    var key: UInt32 = 0
    for place in index..<min(index + 3, bytes.count) { key = key << 8 | UInt32(bytes[place]) }
    return key
  }

  /// Whether `name` stands at `start`, with blanks between its characters or without.
  private static func has(_ name: Span<UInt8>, _ bytes: Span<UInt8>, at start: Int) -> Bool {
    var index = start
    for place in 0..<name.count {
      if place > 0, name[place] & 0xC0 != 0x80 {
        let limit = index + widestGap
        while index < limit, let next = behindBlank(bytes, index) { index = next }
      }
      guard index < bytes.count, bytes[index] == name[place] else { return false }
      index += 1
    }
    return true
  }

  /// The offset behind the blank at `index`; `nil` when there is none. So are U+00A0, U+2000 to U+200B and U+3000.
  private static func behindBlank(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x20, 0x09: return index + 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: return index + 2
    case 0xE3 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80: return index + 3
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && 0x80...0x8B ~= bytes[index + 2]:
      return index + 3
    case _: return nil
    }
  }

  private static func contains(_ wanted: Span<UInt8>, _ bytes: Span<UInt8>) -> Bool {
    guard wanted.count > 0 else { return true }
    var index = bytes.next(wanted[0], from: 0)
    while index + wanted.count <= bytes.count {
      var length = 0
      while length < wanted.count, bytes[index + length] == wanted[length] { length += 1 }
      if length == wanted.count { return true }
      index = bytes.next(wanted[0], from: index + 1)
    }
    return false
  }
}
