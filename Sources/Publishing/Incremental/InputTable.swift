import Expressions
import Portal
import Synchronization
import Training

/// The number of something that pages depend on, in the table of a build.
struct InputKey: Hashable, Sendable, Comparable {
  let raw: UInt32

  init(raw: UInt32) { self.raw = raw }
  init(field number: Int) { raw = UInt32(number) << 1 }
  init(lookup number: Int) { raw = UInt32(number) << 1 | 1 }

  var isLookup: Bool { raw & 1 == 1 }
  /// Its place among the fields, or among the lookups.
  var number: Int { Int(raw >> 1) }

  static func < (left: InputKey, right: InputKey) -> Bool { left.raw < right.raw }
}

/// Everything that the pages of a build depend on, each thing once, so that a page need only keep numbers.
///
/// Begins with what the build before had, under the same numbers; what no page depends on any more is left out when the
/// table is stored.
final class InputTable: Sendable {
  private struct State {
    var fields: [FieldRead?]
    var lookups: [Lookup]
    var fieldNumbers: FieldNumbers
    var lookupNumbers: [Lookup: Int] = [:]
    /// The numbers of the first of `fields` and of `lookups`.
    var firstField = 0
    var firstLookup = 0
  }

  private let state: Mutex<State>

  /// `fields` and `lookups` of the build before; `nil` for fields of records that are gone. Fields are those of `kinds`.
  init(_ kinds: [SharedKind], fields: [FieldRead?] = [], lookups: [Lookup] = []) {
    var state = State(fields: fields, lookups: lookups, fieldNumbers: FieldNumbers(kinds))
    for (number, field) in fields.enumerated() { if let field { state.fieldNumbers[field] = number } }
    state.lookupNumbers.reserveCapacity(lookups.count)
    for (number, lookup) in lookups.enumerated() { state.lookupNumbers[lookup] = number }
    self.state = Mutex(state)
  }

  /// A table that knows only some of what the build before had: `fields` and `lookups`, each with its number. What is new
  /// goes on behind `fieldCount` and `lookupCount`, and that alone is in `contents`.
  init(
    _ kinds: [SharedKind], fields: [(read: FieldRead, number: Int)], lookups: [(lookup: Lookup, number: Int)],
    behind fieldCount: Int, _ lookupCount: Int
  ) {
    var state = State(fields: [], lookups: [], fieldNumbers: FieldNumbers(kinds))
    for (field, number) in fields { state.fieldNumbers[field] = number }
    for (lookup, number) in lookups { state.lookupNumbers[lookup] = number }
    (state.firstField, state.firstLookup) = (fieldCount, lookupCount)
    self.state = Mutex(state)
  }

  /// The numbers of what one page read, each once, sorted. May be called from several threads at once.
  ///
  /// - Complexity: O(reads log reads).
  func keys(of reads: PageReads) -> [InputKey] {
    let noted = reads.fields.reads
    var keys = state.withLock { state in
      var keys: [InputKey] = []
      keys.reserveCapacity(noted.count + reads.lookups.count)
      for read in noted {
        if let number = state.fieldNumbers[read] {
          keys.append(InputKey(field: number))
        } else {
          let number = state.firstField + state.fields.count
          keys.append(InputKey(field: number))
          state.fieldNumbers[read] = number
          state.fields.append(read)
        }
      }
      for lookup in reads.lookups { keys.append(Self.key(of: lookup, &state)) }
      return keys
    }
    keys.sortKeepingEachOnce()
    return keys
  }

  /// The number of one thing that is looked up.
  func key(of lookup: Lookup) -> InputKey { state.withLock { Self.key(of: lookup, &$0) } }

  private static func key(of lookup: Lookup, _ state: inout State) -> InputKey {
    if let number = state.lookupNumbers[lookup] { return InputKey(lookup: number) }
    let number = state.firstLookup + state.lookups.count
    state.lookupNumbers[lookup] = number
    state.lookups.append(lookup)
    return InputKey(lookup: number)
  }

  /// All of it, by number.
  var contents: (fields: [FieldRead?], lookups: [Lookup]) { state.withLock { ($0.fields, $0.lookups) } }
}

extension [InputKey] {
  /// Sorts, and leaves out what is there twice.
  ///
  /// - Complexity: O(count log count).
  mutating func sortKeepingEachOnce() {
    sort()
    var last: InputKey?
    removeAll { key in
      defer { last = key }
      return key == last
    }
  }
}

/// Numbers of fields: a table for each record that was read, so that finding one is two steps and nothing is hashed.
private struct FieldNumbers {
  private struct Kind {
    let attributes: Int
    /// By record, where its numbers begin; -1 for those that were not read.
    var records: [Int] = []
  }

  private var kindNumbers: [ObjectIdentifier: Int] = [:]
  private var kinds: [Kind] = []
  /// -1 for fields without a number.
  private var numbers: [Int32] = []

  init(_ kinds: [SharedKind]) {
    for kind in kinds {
      kindNumbers[ObjectIdentifier(kind.type)] = self.kinds.count
      self.kinds.append(Kind(attributes: kind.type.attributes.count))
    }
  }

  /// - Precondition: the field is one of the kinds.
  subscript(field: FieldRead) -> Int? {
    get {
      guard let kind = kindNumbers[field.type], kinds[kind].records.indices.contains(Int(field.record)) else {
        return nil
      }
      let start = kinds[kind].records[Int(field.record)]
      guard start >= 0, numbers[start + Int(field.attribute)] >= 0 else { return nil }
      return Int(numbers[start + Int(field.attribute)])
    }
    set {
      guard let kind = kindNumbers[field.type], let newValue else { return }
      let record = Int(field.record)
      let missing = record + 1 - kinds[kind].records.count
      if missing > 0 { kinds[kind].records += repeatElement(-1, count: missing) }
      if kinds[kind].records[record] < 0 {
        kinds[kind].records[record] = numbers.count
        numbers += repeatElement(-1, count: kinds[kind].attributes)
      }
      numbers[kinds[kind].records[record] + Int(field.attribute)] = Int32(newValue)
    }
  }
}
