import Files

/// Writes numbers one after the other, little-endian.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  mutating func append(_ number: UInt8) { bytes.append(number) }

  mutating func append(_ number: UInt32) { append(UInt64(number), size: 4) }

  mutating func append(_ number: UInt64) { append(number, size: 8) }

  mutating func append(bytes run: some Collection<UInt8>) { bytes.append(contentsOf: run) }

  /// Length in two bytes, then the path.
  mutating func append(path: ArraySlice<UInt8>) {
    append(UInt64(path.count), size: 2)
    bytes.append(contentsOf: path)
  }

  mutating func append(_ stamp: FileStamp) {
    append(stamp.inode)
    append(UInt64(bitPattern: Int64(stamp.size)))
    append(UInt64(bitPattern: stamp.modified))
    append(UInt64(bitPattern: stamp.changed))
    append(stamp.mode)
  }

  mutating func append(_ identity: FileIdentity) {
    append(identity.device)
    append(identity.inode)
    append(UInt64(bitPattern: identity.born))
  }

  private mutating func append(_ number: UInt64, size: Int) {
    var rest = number
    for _ in 0..<size {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}

/// Reads what `RecordWriter` writes; `nil` where the bytes end too early.
struct RecordReader {
  let bytes: [UInt8]
  private(set) var position: Int

  init(_ bytes: [UInt8], from position: Int) {
    self.bytes = bytes
    self.position = position
  }

  var isAtEnd: Bool { position == bytes.count }
  /// Bytes not read yet.
  var rest: Int { bytes.count - position }

  mutating func byte() -> UInt8? { number(1).map { UInt8($0) } }

  mutating func word() -> UInt64? { number(8) }

  /// A number of `size` bytes.
  mutating func number(_ size: Int) -> UInt64? {
    guard rest >= size else { return nil }
    var number: UInt64 = 0
    for index in 0..<size { number |= UInt64(bytes[position + index]) << UInt64(8 * index) }
    position += size
    return number
  }

  /// The range of as many bytes as a number of four bytes before them says.
  mutating func runRange() -> Range<Int>? {
    guard let count = number(4), rest >= count else { return nil }
    position += Int(count)
    return position - Int(count)..<position
  }

  /// Appends a path to `paths`; `false` when it is cut short or not behind the last one.
  mutating func path(into paths: inout PathList) -> Bool {
    guard let count = number(2), rest >= count, count > 0 else { return false }
    let path = bytes[position..<position + Int(count)]
    position += Int(count)
    if paths.count > 0, paths.compare(paths.count - 1, path.span) >= 0 { return false }
    paths.append(path)
    return true
  }

  mutating func stamp() -> FileStamp? {
    guard let inode = word(), let size = word(), let modified = word(), let changed = word(), let mode = number(4)
    else { return nil }
    return FileStamp(
      inode: inode, size: Int(Int64(bitPattern: size)), modified: Int64(bitPattern: modified),
      changed: Int64(bitPattern: changed), mode: UInt32(mode))
  }

  mutating func identity() -> FileIdentity? {
    guard let device = word(), let inode = word(), let born = word() else { return nil }
    return FileIdentity(device: device, inode: inode, born: Int64(bitPattern: born))
  }
}
