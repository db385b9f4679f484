import Portal
import Testing

/// Pictures as they are published, made byte by byte.
@Suite struct PublicImageTests {
  private static let secret = Array("北纬31度 寇清和".utf8)
  private static func isHidden(_ image: PublicImage) throws -> Bool {
    let bytes = try #require(image.bytes)
    return !bytes.indices.contains { bytes[$0...].starts(with: secret) }
  }

  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    ImageSample.big(data.count, 4) + Array(type.utf8) + data + [1, 2, 3, 4]
  }

  private static let signature: [UInt8] = [0x89] + Array("PNG\r\n\u{1A}\n".utf8)

  @Test(arguments: ImageSample.all.filter { !$0.name.contains("JPEG") })
  func `a picture with nothing beside it stays as it is`(sample: ImageSample) {
    let isWhole = !sample.name.contains("extended WebP")
    #expect(PublicImage(sample.bytes) == .unchanged || !isWhole)
  }

  @Test(arguments: [0xE1, 0xE2, 0xED, 0xEE, 0xFE, 0xE0, 0xEB])
  func `application segments and comments of a JPEG are left out`(marker: Int) throws {
    let image = ImageSample.jpeg(ImageSample.segment(marker, Self.secret))
    #expect(try Self.isHidden(PublicImage(image)))
    #expect(PublicImage(image).bytes == ImageSample.jpeg([]))
  }

  @Test func `what stands behind the end of a JPEG is left out`() {
    #expect(PublicImage(ImageSample.jpeg([]) + Self.secret).bytes == ImageSample.jpeg([]))
  }

  @Test(arguments: [("ICC_PROFILE\0\u{1}\u{1}colours", 0xE2), ("Adobe\0d\0\0\0\0\u{1}", 0xEE)])
  func `what a JPEG's colours depend on stays`(data: String, marker: Int) {
    #expect(PublicImage(ImageSample.jpeg(ImageSample.segment(marker, Array(data.utf8)))) == .unchanged)
  }

  @Test(arguments: 0...9)
  func `the side that is up stays, alone`(orientation: Int) throws {
    let image = ImageSample.jpeg(ImageSample.exif(orientation, isBigEndian: orientation % 2 == 0))
    let clean = try #require(PublicImage(image).bytes)
    #expect(!clean.indices.contains { clean[$0...].starts(with: Array("abc".utf8)) })
    #expect((clean == ImageSample.jpeg([])) == !(2...8).contains(orientation))
    let sizes = (try ImageSize.read(clean.span), try ImageSize.read(image.span))
    #expect(sizes.0 == sizes.1)
    #expect(PublicImage(clean) == .unchanged)
  }

  @Test func `scans of a progressive JPEG are all kept`() {
    var image = ImageSample.jpeg([])
    image.removeLast(2)
    let scan =
      ImageSample.segment(0xC4, [7]) + ImageSample.segment(0xDA, [1, 1, 0, 0, 63, 0]) + [9, 0xFF, 0, 0xFF, 0xD0, 8]
    let whole = image + scan + [0xFF, 0xD9]
    #expect(PublicImage(whole) == .unchanged)
    #expect(PublicImage(image + ImageSample.segment(0xFE, Self.secret) + scan + [0xFF, 0xD9]).bytes == whole)
  }

  @Test(arguments: ["tEXt", "zTXt", "iTXt", "tIME", "eXIf", "caBX", "vpAg"])
  func `words, times and unknown chunks of a PNG are left out`(type: String) throws {
    let end = Self.chunk("IEND", [])
    let head = Self.signature + Self.chunk("IHDR", Array(repeating: 1, count: 13)) + Self.chunk("gAMA", [0, 0, 1, 1])
    let rest = Self.chunk("IDAT", [1, 2]) + end
    let image = PublicImage(head + Self.chunk(type, Self.secret) + rest + Self.secret)
    #expect(image.bytes == head + rest)
  }

  @Test func `the side that is up stays in a PNG, with a sum that is right`() throws {
    let data = ImageSample.exif(6).dropFirst(10)
    let image =
      Self.signature + Self.chunk("IHDR", Array(repeating: 1, count: 13)) + Self.chunk("eXIf", Array(data))
      + Self.chunk("IEND", [])
    let clean = try #require(PublicImage(image).bytes)
    let kept: [UInt8] = Array("eXIf".utf8) + [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]
    #expect(clean.indices.contains { clean[$0...].starts(with: kept) })
    #expect(PublicImage(clean) == .unchanged)
  }

  @Test func `Exif and XMP of a WebP are left out, and its flags say so`() throws {
    func riff(_ chunks: [UInt8]) -> [UInt8] {
      Array("RIFF".utf8) + ImageSample.little(chunks.count + 4, 4) + Array("WEBP".utf8) + chunks
    }
    func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
      Array(type.utf8) + ImageSample.little(data.count, 4) + data + Array(repeating: 0, count: data.count % 2)
    }
    func extended(_ flags: UInt8) -> [UInt8] {
      chunk("VP8X", [flags, 0, 0, 0] + ImageSample.little(9, 3) + ImageSample.little(9, 3))
    }
    let picture = chunk("VP8L", [0x2F, 1, 2, 3, 4])
    let image = riff(extended(0x1C) + picture + chunk("EXIF", Self.secret) + chunk("XMP ", Self.secret)) + Self.secret
    #expect(PublicImage(image).bytes == riff(extended(0x10) + picture))
    let turned = riff(extended(0x08) + picture + chunk("EXIF", Array(ImageSample.exif(6).dropFirst(4))))
    let clean = try #require(PublicImage(turned).bytes)
    #expect(clean.starts(with: Array("RIFF".utf8)) && clean[20] == 0x08)
    #expect(PublicImage(clean) == .unchanged)
  }

  @Test(arguments: [
    [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1], [0xFF, 0xD8, 1, 2], [0xFF, 0xD8, 0xFF],
    signature + [0, 0, 1, 0, 1, 2, 3, 4],
    signature, Array("RIFF\u{7F}\0\0\0WEBP".utf8), Array("RIFF\u{C}\0\0\0WEBPVP8 \u{7F}\0\0\0".utf8),
  ])
  func `what is no whole picture is not said to be clean`(bytes: [UInt8]) {
    #expect(PublicImage(bytes, name: "a.jpg") == .unreadable)
  }

  @Test func `no bytes make it stumble`() {
    var random = SystemRandomNumberGenerator()
    for sample in ImageSample.all {
      for _ in 0..<200 {
        var bytes = sample.bytes
        for _ in 0..<3 where !bytes.isEmpty {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255)
        }
        if Bool.random() { bytes.removeLast(min(bytes.count, Int.random(in: 0...20))) }
        if case .cleaned(let clean) = PublicImage(bytes) { #expect(PublicImage(clean) != .unreadable) }
      }
    }
  }
}
