/// GIF 89a, §17 and §18: six bytes of signature, then width and height of the logical screen, 16 bits each, the least
/// significant byte first.
enum GIFHeader {
  static func size(_ bytes: Span<UInt8>) -> ImageSize? {
    // Flags, background and aspect ratio belong to the descriptor.
    guard bytes.count >= 13, let width = bytes.littleEndian16(at: 6), let height = bytes.littleEndian16(at: 8) else {
      return nil
    }
    return ImageSize(width: width, height: height)
  }
}
