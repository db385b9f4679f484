import Bytes

/// A packet of XMP (ISO 16684-1), as programs put it into pictures, films and documents: who made the file and where.
struct XMPPacket {
  private(set) var authors: [[UInt8]] = []
  private(set) var hasPlace = false

  /// Properties whose texts are persons.
  private static let authorNames: Set<String> = ["creator", "Artist", "OwnerName", "Author", "Writer", "CaptionWriter"]

  /// Reads a packet; takes any bytes.
  ///
  /// - Complexity: O(length).
  init(_ bytes: [UInt8]) {
    var reader = MarkupReader(bytes)
    var isAuthor = false
    while let piece = reader.next() {
      switch piece {
      case .tag(let tag):
        let name = String(decoding: tag.name, as: UTF8.self)
        if Self.authorNames.contains(name) { isAuthor = !tag.isEnd && !tag.isEmpty }
        if name == "GPSLatitude" || tag.value(of: "GPSLatitude") != nil { hasPlace = true }
        for attribute in ["Artist", "OwnerName", "Author", "CaptionWriter"] as [StaticString] {
          if let author = tag.value(of: attribute) { authors.append(author) }
        }
      case .text(let text): if isAuthor, text.contains(where: { $0 > UInt8(ascii: " ") }) { authors.append(text) }
      }
    }
  }

  /// The packets in `bytes` that stand there as they are.
  ///
  /// - Complexity: O(length).
  static func all(in bytes: [UInt8]) -> [[UInt8]] {
    let (start, end) = (Array("<x:xmpmeta".utf8), Array("</x:xmpmeta>".utf8))
    var packets: [[UInt8]] = []
    var index = bytes.span.next(start[0], from: 0)
    while index + start.count < bytes.count {
      var next = index + 1
      if bytes[index..<index + start.count].elementsEqual(start) {
        let close = bytes[index...].firstRange(of: end)?.upperBound ?? bytes.count
        packets.append(Array(bytes[index..<close]))
        next = close
      }
      index = bytes.span.next(start[0], from: next)
    }
    return packets
  }
}
