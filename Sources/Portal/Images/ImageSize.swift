/// Width and height of a picture as a browser lays it out, in CSS pixels, each at least 1.
package struct ImageSize: Hashable, Sendable {
  package var width: Int
  package var height: Int

  /// `nil` when there is nothing to see, or more than any browser shows.
  package init?(width: Int, height: Int) {
    guard 1...Self.limit ~= width, 1...Self.limit ~= height else { return nil }
    self.width = width
    self.height = height
  }

  /// Pixels of a side; what claims more is damaged.
  private static let limit = 1 << 24

  /// Reads the size out of the bytes of a file, whatever its name: what a format says at its beginning, and for JPEG what
  /// its Exif data say of the side that is up.
  ///
  /// Never crashes, whatever the bytes; pixels are not looked at.
  ///
  /// - Throws: why the size cannot be told.
  /// - Complexity: O(length of the headers); at most O(length).
  package static func read(_ bytes: Span<UInt8>) throws(ImageProblem) -> ImageSize {
    guard let format = ImageFormat(of: bytes) else { throw .unknownFormat }
    let size: ImageSize?
    switch format {
    case .png: size = PNGHeader.size(bytes)
    case .jpeg: size = JPEGHeader.size(bytes)
    case .gif: size = GIFHeader.size(bytes)
    case .webp: size = WebPHeader.size(bytes)
    case .svg:
      guard let element = SVGElement(bytes) else { throw .damaged(.svg) }
      guard let stated = element.size else { throw .noSize }
      size = stated
    }
    guard let size else { throw .damaged(format) }
    return size
  }
}

/// The formats of pictures that browsers show and whose size can be read.
package enum ImageFormat: String, Hashable, Sendable, CaseIterable {
  case png = "PNG"
  case jpeg = "JPEG"
  case gif = "GIF"
  case svg = "SVG"
  case webp = "WebP"

  /// By the first bytes; text that begins with `<` is taken for SVG.
  init?(of bytes: Span<UInt8>) {
    if bytes.starts(with: PNGHeader.signature) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if bytes.starts(with: Array("GIF87a".utf8)) || bytes.starts(with: Array("GIF89a".utf8)) {
      self = .gif
    } else if bytes.starts(with: Array("RIFF".utf8)), bytes.has(Array("WEBP".utf8), at: 8) {
      self = .webp
    } else if SVGElement.mayBegin(bytes) {
      self = .svg
    } else {
      return nil
    }
  }

  /// Endings of file names, without the dot.
  package var endings: [String] { self == .jpeg ? ["jpg", "jpeg"] : [rawValue.lowercased()] }

  /// Those of all formats.
  package static var allEndings: [String] { allCases.flatMap(\.endings) }
}

/// Why the size of a picture cannot be told.
package enum ImageProblem: Error, Hashable, Sendable {
  /// None of the formats.
  case unknownFormat
  /// It begins like the format and does not go on like it.
  case damaged(ImageFormat)
  /// An SVG that says neither width and height nor a view box.
  case noSize
}
