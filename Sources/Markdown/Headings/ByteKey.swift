/// Bytes as a key: equal only when every byte is, hashed without the normalisation that strings undergo.
struct ByteKey: Hashable {
  let bytes: [UInt8]
  private let hash: UInt64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // FNV-1a, seeded again by `Hasher` below.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    self.hash = hash
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
