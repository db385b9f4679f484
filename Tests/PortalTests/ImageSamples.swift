import Testing

/// The beginnings of small pictures, made byte by byte, and the size that a browser gives them.
struct ImageSample: Sendable, CustomTestStringConvertible {
  var name: String
  var bytes: [UInt8]
  /// Width and height; `nil` for one that says none.
  var size: (width: Int, height: Int)?

  init(_ name: String, _ bytes: [UInt8], _ width: Int, _ height: Int) {
    (self.name, self.bytes, size) = (name, bytes, (width, height))
  }

  var testDescription: String { name }

  static let all: [ImageSample] = raster + vector

  private static let raster =
    [
      ImageSample("PNG", png(640, 480), 640, 480), ImageSample("PNG of one pixel", png(1, 1), 1, 1),
      ImageSample("PNG, wide", png(70_000, 3), 70_000, 3), ImageSample("GIF", gif(12, 300), 12, 300),
      ImageSample("lossy WebP", webp("VP8 ", [0x10, 0, 0, 0x9D, 0x01, 0x2A, 0x80, 0x42, 0xE0, 0x81]), 640, 480),
      // 14 bits each: 99 and 49 with the flag of transparency behind them.
      ImageSample("lossless WebP", webp("VP8L", [0x2F] + little(99 | 49 << 14 | 1 << 28, 4)), 100, 50),
      ImageSample("extended WebP", webp("VP8X", [0x10, 0, 0, 0] + little(1999, 3) + little(99_999, 3)), 2000, 100_000),
    ]
    + [0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF].map { marker in
      ImageSample("JPEG SOF\(marker - 0xC0)", jpeg([], frame: marker), 640, 480)
    }
    + (1...8).map { orientation in
      ImageSample(
        "JPEG, orientation \(orientation)", jpeg(exif(orientation, isBigEndian: orientation % 2 == 0)),
        orientation > 4 ? 480 : 640, orientation > 4 ? 640 : 480)
    }
    + [
      ImageSample("JPEG, orientation 0", jpeg(exif(0)), 640, 480),
      ImageSample("JPEG, orientation 9", jpeg(exif(9)), 640, 480),
      // The picture in the data of a segment is a preview.
      ImageSample("JPEG with a preview", jpeg(segment(0xE2, jpeg([]) + png(9, 9))), 640, 480),
      ImageSample("JPEG, DHT and DAC first", jpeg(segment(0xC4, [1, 2]) + segment(0xCC, [3, 4])), 640, 480),
      ImageSample("JPEG, filled between segments", jpeg([0xFF, 0xFF] + segment(0xFE, Array("note".utf8))), 640, 480),
      ImageSample("JPEG, XMP before Exif", jpeg(segment(0xE1, Array("http:\0<x/>".utf8)) + exif(6)), 480, 640),
    ]

  private static let vector = [
    ("<svg width=\"120\" height=\"80\"/>", 120, 80), ("<svg width='120px' height=' 80.5 '>", 120, 81),
    ("<svg viewBox=\"0 0 24 16\"/>", 24, 16), ("<svg viewBox=\"-5,-5, 24.4,1e1\"></svg>", 24, 10),
    ("<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 300 200\"/>", 300, 200),
    ("<svg width=\"10em\" viewBox=\"0 0 300 200\"/>", 300, 200),
    ("<svg width=\"150\" viewBox=\"0 0 300 200\"/>", 150, 100), ("<svg height=\"50\" viewBox=\"0 0 3 2\"/>", 75, 50),
    ("<svg width=\"0.2\" height=\"1200e-1\"/>", 1, 120),
    (
      "\u{FEFF}<?xml version=\"1.0\"?>\n<!-- <svg width=\"1\" height=\"1\"> -->\n<svg\n  width = \"7\" height=\"8\">",
      7, 8
    ),
    (
      "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x\" [<!ENTITY a \"b\">]>\n<svg height=\"8\" width=\"7\"/>", 7,
      8
    ),
    ("<s:svg xmlns:s=\"http://www.w3.org/2000/svg\" data-width=\"1\" s:height=\"2\" width=\"7\" height=\"8\"/>", 7, 8),
    ("<svg font=\"a > b\" width=\"7\" height=\"8\"/>", 7, 8), ("\n  <svg width=\"7PX\" height=\"+8.0\"/>", 7, 8),
  ].map { ImageSample("SVG \($0.0)", Array($0.0.utf8), $0.1, $0.2) }

  static func png(_ width: Int, _ height: Int) -> [UInt8] {
    [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + big(13, 4) + Array("IHDR".utf8) + big(width, 4) + big(height, 4)
      + [8, 2, 0, 0, 0] + [1, 2, 3, 4] + big(0, 4) + Array("IEND".utf8) + [5, 6, 7, 8]
  }

  static func gif(_ width: Int, _ height: Int) -> [UInt8] {
    Array("GIF89a".utf8) + little(width, 2) + little(height, 2) + [0, 0, 0, 0x3B]
  }

  static func webp(_ kind: String, _ data: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + little(12 + data.count, 4) + Array("WEBP".utf8) + Array(kind.utf8) + little(data.count, 4)
      + data
  }

  /// 640 × 480, `segments` between the first of JFIF and the frame.
  static func jpeg(_ segments: [UInt8], frame: Int = 0xC0) -> [UInt8] {
    [0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0]) + segments
      + segment(frame, [8] + big(480, 2) + big(640, 2) + [1, 1, 0x11, 0]) + segment(0xDA, [1, 1, 0, 0, 63, 0])
      + [1, 2, 3, 0xFF, 0xD9]
  }

  static func segment(_ marker: Int, _ data: [UInt8]) -> [UInt8] {
    [0xFF, UInt8(marker)] + big(data.count + 2, 2) + data
  }

  /// Exif with one other entry before that of the orientation.
  static func exif(_ orientation: Int, isBigEndian: Bool = false) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] { isBigEndian ? big(value, count) : little(value, count) }
    let other = number(0x010F, 2) + number(2, 2) + number(4, 4) + Array("abc\0".utf8)
    let entry = number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + number(0, 2)
    return segment(
      0xE1,
      Array("Exif\0\0".utf8) + Array((isBigEndian ? "MM" : "II").utf8) + number(42, 2) + number(8, 4) + number(2, 2)
        + other + entry + number(0, 4))
  }

  static func big(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  static func little(_ value: Int, _ count: Int) -> [UInt8] { big(value, count).reversed() }
}
