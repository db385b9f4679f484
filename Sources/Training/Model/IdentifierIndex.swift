import Bytes

/// From ids to the positions of their records: a table of open addresses, because a dictionary spends most of the time of
/// linking on hashes that withstand attackers, whom a portal's own ids are not.
struct IdentifierIndex: Sendable {
  /// By position; empty for a record without an id.
  private(set) var byPosition: [String]
  /// Positions, -1 where nothing is; a power of two of them, at least half of them free.
  private var slots: [Int32]

  /// Room for records at the positions `0..<count`.
  init(count: Int = 0) {
    byPosition = Array(repeating: "", count: count)
    var slotCount = 8
    while slotCount < count * 2 { slotCount *= 2 }
    slots = Array(repeating: -1, count: slotCount)
  }

  /// Says that the record at `position` has the id `id`.
  ///
  /// - Returns: the position of the record that has this id already, which keeps it.
  mutating func insert(_ id: String, at position: Int) -> Int? {
    let slot = slot(of: id)
    guard slots[slot] < 0 else { return Int(slots[slot]) }
    slots[slot] = Int32(position)
    byPosition[position] = id
    return nil
  }

  /// The position of the record called `id`.
  subscript(id: String) -> Int? {
    let position = slots[slot(of: id)]
    return position < 0 ? nil : Int(position)
  }

  /// All ids, in the order of their records.
  var all: [String] { byPosition.filter { !$0.isEmpty } }

  /// The slot that holds `id`, or the free one where it belongs.
  private func slot(of id: String) -> Int {
    var slot = Int(truncatingIfNeeded: FastHash(id.utf8Span.span).low) & (slots.count - 1)
    while slots[slot] >= 0, byPosition[Int(slots[slot])] != id { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
