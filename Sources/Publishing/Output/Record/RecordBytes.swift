import Bytes
import Files

/// Writes numbers one after the other, little-endian.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  mutating func append(_ number: UInt8) { bytes.append(number) }

  mutating func append(_ number: UInt16) { bytes.append(littleEndian: number) }

  mutating func append(_ number: UInt32) { bytes.append(littleEndian: number) }

  mutating func append(_ number: UInt64) { bytes.append(littleEndian: number) }

  mutating func append(bytes run: some Collection<UInt8>) { bytes.append(contentsOf: run) }

  /// Length in two bytes, then the path.
  mutating func append(path: ArraySlice<UInt8>) {
    append(UInt16(path.count))
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

  /// Writes `run` over what stands at `position`.
  mutating func replace(at position: Int, with run: some Collection<UInt8>) {
    bytes.replaceSubrange(position..<position + run.count, with: run)
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

  mutating func byte() -> UInt8? { number() }

  mutating func word() -> UInt64? { number() }

  /// A number of as many bytes as its type has.
  mutating func number<Number: FixedWidthInteger & BitwiseCopyable>() -> Number? {
    let size = MemoryLayout<Number>.size
    guard rest >= size else { return nil }
    defer { position += size }
    return bytes.span.littleEndian(at: position)
  }

  /// The range of as many bytes as a number of four bytes before them says.
  mutating func runRange() -> Range<Int>? {
    guard let count = count(), rest >= count else { return nil }
    position += count
    return position - count..<position
  }

  /// Goes on behind the next `count` bytes, which are there.
  mutating func advance(by count: Int) { position += count }

  /// A number of four bytes.
  mutating func count() -> Int? {
    let count: UInt32? = number()
    return count.map { Int($0) }
  }

  /// Appends a path to `paths`; `false` when it is cut short or not behind the last one.
  mutating func path(into paths: inout PathList) -> Bool {
    let length: UInt16? = number()
    guard let count = length.map({ Int($0) }), rest >= count, count > 0 else { return false }
    let path = bytes[position..<position + count]
    position += count
    if paths.count > 0, paths.compare(paths.count - 1, path.span) >= 0 { return false }
    paths.append(path)
    return true
  }

  mutating func stamp() -> FileStamp? {
    guard let inode = word(), let size = word(), let modified = word(), let changed = word(),
      let mode: UInt32 = number()
    else { return nil }
    return FileStamp(
      inode: inode, size: Int(Int64(bitPattern: size)), modified: Int64(bitPattern: modified),
      changed: Int64(bitPattern: changed), mode: mode)
  }

  mutating func identity() -> FileIdentity? {
    guard let device = word(), let inode = word(), let born = word() else { return nil }
    return FileIdentity(device: device, inode: inode, born: Int64(bitPattern: born))
  }
}
