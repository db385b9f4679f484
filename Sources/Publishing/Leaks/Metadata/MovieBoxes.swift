import Values

/// The boxes of films and of pictures that are packed like them (ISO/IEC 14496-12, QuickTime): where they were taken, and by whom.
struct MovieBoxes {
  private(set) var hasPlace = false
  private(set) var authors: [String] = []

  private let bytes: [UInt8]
  /// Names of the entries of a list that numbers them.
  private var keys: [String] = []

  /// Whether these are the bytes of such a file.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    bytes.count > 12 && ["ftyp", "moov", "wide"].contains { bytes[4..<8].elementsEqual($0.utf8) }
  }

  /// Whether it is a picture (HEIC, AVIF).
  static func isPicture(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 12, bytes[4..<8].elementsEqual("ftyp".utf8) else { return false }
    return ["heic", "heix", "mif1", "msf1", "hevc", "avif", "avis"].contains { bytes[8..<12].elementsEqual($0.utf8) }
  }

  /// Reads all boxes that may hold others; takes any bytes.
  ///
  /// - Complexity: O(boxes).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    read(0..<bytes.count, depth: 0)
  }

  private mutating func read(_ range: Range<Int>, depth: Int) {
    guard depth < 8 else { return }
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      var (size, head) = (number(index), 8)
      // 1 announces a size of eight bytes, 0 goes to the end.
      if size == 1, index + 16 <= range.upperBound {
        guard number(index + 8) == 0 else { return }
        (size, head) = (number(index + 12), 16)
      } else if size == 0 {
        size = range.upperBound - index
      }
      guard size >= head, index + size <= range.upperBound else { return }
      box(Array(bytes[index + 4..<index + 8]), index + head..<index + size, depth)
      index += size
    }
  }

  private mutating func box(_ type: [UInt8], _ content: Range<Int>, _ depth: Int) {
    // In names of QuickTime the first byte is © in the old encoding of a Macintosh.
    let name = (type[0] == 0xA9 ? "©" : "") + String(decoding: type[0] == 0xA9 ? type[1...] : type[0...], as: UTF8.self)
    switch name {
    case "moov", "udta", "trak", "ilst": read(content, depth: depth + 1)
    case "meta":
      // Version and flags stand first in files of MPEG, not in those of QuickTime.
      let isFull = content.count > 4 && number(content.lowerBound) == 0
      read(content.lowerBound + (isFull ? 4 : 0)..<content.upperBound, depth: depth + 1)
    case "keys": readKeys(content)
    case "©xyz", "loci": hasPlace = true
    case "©aut", "auth", "©dir": authors.append(text(content))
    case _:
      let key = type.reduce(0) { $0 << 8 | Int($1) }
      guard keys.indices.contains(key - 1) else { return }
      if keys[key - 1].contains("location") { hasPlace = true }
      if keys[key - 1].hasSuffix(".author") || keys[key - 1].hasSuffix(".artist") { authors.append(text(content)) }
    }
  }

  private mutating func readKeys(_ content: Range<Int>) {
    keys = []
    var index = content.lowerBound + 8
    while index + 8 <= content.upperBound {
      let size = number(index)
      guard size >= 8, index + size <= content.upperBound else { return }
      keys.append(String(decoding: bytes[index + 8..<index + size], as: UTF8.self))
      index += size
    }
  }

  /// The text of an entry: behind a box `data`, or behind its length and language.
  private func text(_ content: Range<Int>) -> String {
    var start = content.lowerBound
    if content.count > 16, bytes[start + 4..<start + 8].elementsEqual("data".utf8) {
      start += 16
    } else if content.count > 4 {
      start += 4
    }
    return String(decoding: CSVReader.text(of: bytes[start..<content.upperBound].filter { $0 > 0 }), as: UTF8.self)
  }

  private func number(_ index: Int) -> Int {
    guard index + 4 <= bytes.count else { return 0 }
    return bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
