import Bytes

/// A pack of Git with its index: many objects in one file, some of them as differences to others.
struct GitPack: Sendable {
  /// Where the difference of an object begins.
  enum Entry {
    case whole(GitObject.Kind, [UInt8])
    /// To the object at an offset of this pack, or to the one with an id.
    case differsAt(Int, [UInt8])
    case differsFrom(GitID, [UInt8])
  }

  private let index: [UInt8]
  private let pack: [UInt8]
  private let count: Int

  /// Objects larger than this are not looked into.
  static let limit = 64 << 20

  /// The bytes of a `.idx` file of version 2 and of its `.pack`; `nil` for others.
  init?(index: [UInt8], pack: [UInt8]) {
    guard index.starts(with: [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2]), pack.starts(with: "PACK".utf8), index.count >= 1032
    else {
      return nil
    }
    (self.index, self.pack) = (index, pack)
    count = Self.word(index, 8 + 255 * 4)
    guard index.count >= 1032 + count * 28 else { return nil }
  }

  private static func word(_ bytes: [UInt8], _ offset: Int) -> Int {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Where the object `id` begins in the pack.
  ///
  /// - Complexity: O(log objects).
  func offset(of id: GitID) -> Int? {
    let first = Int(id.bytes[0])
    var low = first == 0 ? 0 : Self.word(index, 8 + (first - 1) * 4)
    var high = Self.word(index, 8 + first * 4)
    while low < high {
      let middle = (low + high) / 2
      let start = 1032 + middle * 20
      let own = index[start..<start + 20]
      if own.elementsEqual(id.bytes) { return offset(at: middle) }
      if own.lexicographicallyPrecedes(id.bytes) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func offset(at place: Int) -> Int? {
    let offsets = 1032 + count * 24
    let short = Self.word(index, offsets + place * 4)
    guard short & 0x8000_0000 != 0 else { return short }
    let long = offsets + count * 4 + (short & 0x7FFF_FFFF) * 8
    guard long + 8 <= index.count else { return nil }
    return Self.word(index, long) << 32 | Self.word(index, long + 4)
  }

  /// What stands at `offset`; `nil` when it is damaged.
  func entry(at offset: Int) -> Entry? {
    var place = offset
    func next() -> UInt8? {
      guard place < pack.count else { return nil }
      defer { place += 1 }
      return pack[place]
    }
    guard let first = next() else { return nil }
    var byte = first
    while byte & 0x80 != 0 {
      guard let more = next() else { return nil }
      byte = more
    }
    switch first >> 4 & 7 {
    case 1: return whole(.commit, from: place)
    case 2: return whole(.tree, from: place)
    case 3: return whole(.blob, from: place)
    case 4: return whole(.tag, from: place)
    case 6:
      guard var byte = next() else { return nil }
      var distance = Int(byte & 0x7F)
      while byte & 0x80 != 0 {
        guard let more = next(), distance < 1 << 48 else { return nil }
        byte = more
        distance = (distance + 1) << 7 | Int(byte & 0x7F)
      }
      guard distance > 0, distance <= offset else { return nil }
      return inflate(place).map { .differsAt(offset - distance, $0) }
    case 7:
      guard place + 20 <= pack.count else { return nil }
      return inflate(place + 20).map { .differsFrom(GitID(pack[place..<place + 20]), $0) }
    default: return nil
    }
  }

  private func whole(_ kind: GitObject.Kind, from place: Int) -> Entry? { inflate(place).map { .whole(kind, $0) } }

  private func inflate(_ place: Int) -> [UInt8]? {
    // Two bytes of zlib stand before what is compressed.
    guard place + 2 <= pack.count else { return nil }
    return try? Inflate.bytes(of: pack, place + 2..<pack.count, limit: Self.limit)
  }

  /// `base` with the difference `delta`: copies of parts of it, and bytes of its own.
  static func apply(_ delta: [UInt8], to base: [UInt8]) -> [UInt8]? {
    var index = 0
    func size() -> Int? {
      var (value, shift) = (0, 0)
      while index < delta.count, shift < 56 {
        let byte = delta[index]
        index += 1
        value |= Int(byte & 0x7F) << shift
        if byte & 0x80 == 0 { return value }
        shift += 7
      }
      return nil
    }
    guard size() == base.count, let length = size(), length <= limit else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(length)
    while index < delta.count {
      let code = delta[index]
      index += 1
      if code & 0x80 == 0 {
        guard code > 0, index + Int(code) <= delta.count else { return nil }
        result += delta[index..<index + Int(code)]
        index += Int(code)
        continue
      }
      var (offset, count) = (0, 0)
      for bit in 0..<7 where code & 1 << UInt8(bit) != 0 {
        guard index < delta.count else { return nil }
        if bit < 4 { offset |= Int(delta[index]) << (bit * 8) } else { count |= Int(delta[index]) << ((bit - 4) * 8) }
        index += 1
      }
      if count == 0 { count = 0x10000 }
      guard offset + count <= base.count, result.count + count <= length else { return nil }
      result += base[offset..<offset + count]
    }
    return result.count == length ? result : nil
  }
}
