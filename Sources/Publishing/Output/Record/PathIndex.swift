import Bytes

/// Finds the positions of paths in a list: open addresses, because a dictionary of strings costs an allocation a path.
struct PathIndex: Sendable {
  private let list: PathList
  /// Some bits of the path's hash above, the position + 1 below; 0 where nothing is.
  private var slots: [UInt64]

  /// - Complexity: O(bytes of the paths).
  init(_ list: PathList) {
    self.list = list
    var size = 8
    while size < list.count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for index in 0..<list.count {
      let hash = FastHash(list[index].span).low
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = hash & Self.hashBits | UInt64(index + 1)
    }
  }

  /// The position of `path`.
  subscript(path: Span<UInt8>) -> Int? {
    let hash = FastHash(path).low
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = slots[slot]
      if (entry ^ hash) & Self.hashBits == 0 {
        let index = Int(entry & ~Self.hashBits) - 1
        if list.compare(index, path) == 0 { return index }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static let hashBits: UInt64 = 0xFFFF_FFFF_0000_0000
}
