package import Bytes
import Values

/// Values as bytes, to tell by a hash whether they are what they were in another build.
///
/// Of a shared record its identity counts, because what is read of it is noted by itself; of everything else all that
/// it holds. Every part says its kind and length, so that no two sequences of values are the same bytes.
package struct ValueDigest {
  private var bytes: [UInt8] = []

  /// Nothing added yet. Most of what is told apart is an attribute or two: there is room for them at once.
  package init() { bytes.reserveCapacity(96) }

  /// The hash of everything added.
  package var hash: FastHash { FastHash(bytes.span) }

  /// Starts again, with the room that was needed before.
  package mutating func reset() { bytes.removeAll(keepingCapacity: true) }

  /// - Complexity: O(what the value holds).
  package mutating func add(_ value: Value) {
    switch value {
    case .none: bytes.append(0)
    case .boolean(let truth): bytes.append(truth ? 2 : 1)
    case .number(let number): add(tag: 3, number.description)
    case .quantity(let quantity):
      add(tag: 4, quantity.unit.rawValue)
      add(quantity.amount.description)
    case .text(let text): add(tag: 5, text)
    case .html(let markup): add(tag: 6, bytes: markup.bytes.span)
    case .date(let date):
      bytes.append(7)
      add(date.dayNumber)
    case .link(let path): add(path)
    case .list(let items):
      bytes.append(9)
      add(items.count)
      for item in items { add(item) }
    case .mapping(let mapping):
      bytes.append(10)
      add(mapping.entries.count)
      for entry in mapping.entries {
        add(entry.name)
        add(entry.value)
      }
    case .record(let record): add(record)
    case .undefined: bytes.append(12)
    }
  }

  /// A place in the portal.
  package mutating func add(_ path: SitePath) {
    add(tag: 8, path.path)
    add(path.fragment ?? "")
    add(path.hostRoot ?? "")
  }

  /// A text.
  package mutating func add(_ text: String) { add(tag: 5, text) }

  /// A text that may be missing.
  package mutating func add(_ text: String?) { if let text { add(text) } else { bytes.append(0) } }

  /// A number.
  package mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  /// A hash.
  package mutating func add(_ hash: FastHash) {
    add(hash.high)
    add(hash.low)
  }

  private mutating func add(_ record: any RecordValue) {
    if record.isShared {
      add(tag: 13, record.identity)
      return
    }
    // The identity of such a record may say where it stands in its file, which is nothing that readers see.
    add(tag: 11, record.recordType.name)
    for index in record.recordType.attributes.indices { add(record.value(at: index)) }
  }

  private mutating func add(_ word: UInt64) { bytes.append(littleEndian: word) }

  private mutating func add(tag: UInt8, _ text: String) { add(tag: tag, bytes: text.utf8Span.span) }

  private mutating func add(tag: UInt8, bytes run: Span<UInt8>) {
    bytes.append(tag)
    add(run.count)
    bytes.append(run: run, run.indices)
  }
}
