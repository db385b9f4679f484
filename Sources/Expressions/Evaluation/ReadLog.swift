/// One attribute of one record that a rendering read.
package struct FieldRead: Hashable, Sendable {
  /// The type of the record: one object for all records of a kind.
  package let type: ObjectIdentifier
  /// The record's place among those of its kind.
  package let record: Int32
  /// The attribute's place in the type.
  package let attribute: Int32

  package init(type: ObjectIdentifier, record: Int32, attribute: Int32) {
    self.type = type
    self.record = record
    self.attribute = attribute
  }
}

/// Notes which attributes of shared records are read, where they are read: what a page depends on is what it looked at.
///
/// One rendering, one thread. Records that only this rendering has (views, loops) are not noted; they are as their inputs.
package final class ReadLog {
  /// All that changes, as one thing: a property of an object is guarded each time it is touched.
  private struct Notes {
    var all: [FieldRead] = []
    /// What was noted lately: a loop reads the same attributes again and again, and few of them need a second look.
    var recent: [FieldRead?] = Array(repeating: nil, count: 128)

    mutating func add(_ read: FieldRead, slot: Int) {
      if recent[slot] == read { return }
      recent[slot] = read
      all.append(read)
    }
  }

  private var notes = Notes()

  /// Nothing read yet.
  package init() {}

  /// Notes that `attribute` of the record at `record` was read.
  ///
  /// - Complexity: O(1).
  package func note(_ type: ObjectIdentifier, record: Int, attribute: Int) {
    let read = FieldRead(type: type, record: Int32(truncatingIfNeeded: record), attribute: Int32(attribute))
    notes.add(read, slot: (record &* 31 &+ attribute) & 127)
  }

  /// Everything noted; some of it more than once.
  package var reads: [FieldRead] { notes.all }
}
