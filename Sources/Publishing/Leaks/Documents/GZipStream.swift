/// The head of a file in GZIP (RFC 1952).
struct GZipStream {
  /// What the file was called before; empty when it is not told.
  let name: [UInt8]
  /// Where what is compressed stands, with eight bytes of checks behind it.
  let data: Range<Int>

  /// `nil` for other files and damaged heads.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 18, bytes.starts(with: [0x1F, 0x8B, 8]) else { return nil }
    let flags = bytes[3]
    var index = 10
    if flags & 4 != 0 {
      guard index + 2 <= bytes.count else { return nil }
      index += 2 + Int(bytes[index]) + Int(bytes[index + 1]) << 8
    }
    var name: [UInt8] = []
    for flag in [UInt8(8), 16] where flags & flag != 0 {
      guard index < bytes.count, let end = bytes[index...].firstIndex(of: 0) else { return nil }
      if flag == 8 { name = Array(bytes[index..<end]) }
      index = end + 1
    }
    if flags & 2 != 0 { index += 2 }
    guard index < bytes.count else { return nil }
    self.name = name
    data = index..<bytes.count
  }
}
