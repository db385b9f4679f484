import Bytes

// A file of the state: what it is, a hash of the rest, the rest. A file that is damaged or another one is none.

extension RecordWriter {
  /// The bytes of a file that begins with `head`; `write` writes the rest.
  static func sealed(_ head: [UInt8], _ write: (inout RecordWriter) -> Void) -> [UInt8] {
    var writer = RecordWriter()
    writer.append(bytes: head)
    writer.append(FastHash(high: 0, low: 0))
    let start = writer.bytes.count
    write(&writer)
    var seal = RecordWriter()
    seal.append(FastHash(writer.bytes.span.extracting(start...)))
    writer.replace(at: head.count, with: seal.bytes)
    return writer.bytes
  }

  mutating func append(count: Int) { append(UInt32(count)) }

  mutating func append(_ hash: FastHash) {
    append(hash.high)
    append(hash.low)
  }

  mutating func append(run: some Collection<UInt8>) {
    append(count: run.count)
    append(bytes: run)
  }

  mutating func append(text: String) { append(run: text.utf8) }
}

extension RecordReader {
  /// What stands in a file that `sealed` gave; `nil` for any other.
  init?(sealed bytes: [UInt8], _ head: [UInt8]) {
    guard bytes.starts(with: head) else { return nil }
    self.init(bytes, from: head.count)
    guard let hash = hash(), FastHash(bytes.span.extracting(position...)) == hash else { return nil }
  }

  mutating func hash() -> FastHash? {
    guard let high = word(), let low = word() else { return nil }
    return FastHash(high: high, low: low)
  }

  mutating func text() -> String? { runRange().map { String(decoding: bytes[$0], as: UTF8.self) } }

  /// Passes over as many bytes; `false` when there are fewer.
  mutating func skip(_ count: Int) -> Bool {
    guard count >= 0, rest >= count else { return false }
    advance(by: count)
    return true
  }

  /// Passes over a count and as many things of `size` bytes.
  mutating func skipItems(of size: Int) -> Bool {
    guard let count = count() else { return false }
    return skip(count * size)
  }

  mutating func run() -> [UInt8]? { runRange().map { Array(bytes[$0]) } }

  /// A count and as many things, each taken by `take`; `false` when it cannot take one.
  mutating func each(_ take: (inout RecordReader) -> Bool) -> Bool {
    guard let count = count() else { return false }
    for _ in 0..<count { if !take(&self) { return false } }
    return true
  }

  /// A count and as many things; `nil` when one of them is.
  mutating func list<Item>(_ item: (inout RecordReader) -> Item?) -> [Item]? {
    guard let count = count() else { return nil }
    var items: [Item] = []
    // What a damaged count would ask for is bounded by the bytes there are.
    items.reserveCapacity(min(count, rest))
    for _ in 0..<count {
      guard let next = item(&self) else { return nil }
      items.append(next)
    }
    return items
  }
}
