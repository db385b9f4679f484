import Portal
import Testing

@Suite struct ImageSizeTests {
  private func read(_ bytes: [UInt8]) -> Result<ImageSize, ImageProblem> {
    Result { () throws(ImageProblem) in try ImageSize.read(bytes.span) }
  }

  @Test(arguments: ImageSample.all)
  func `the size is what a browser shows`(sample: ImageSample) throws {
    let size = try read(sample.bytes).get()
    #expect((size.width, size.height) == sample.size ?? (0, 0))
  }

  @Test(arguments: [
    ("", ImageProblem.unknownFormat), ("BM6", .unknownFormat), ("%PDF-1.4", .unknownFormat),
    ("\0\0\0\u{18}ftypheic", .unknownFormat), ("RIFF\0\0\0\0WAVE", .unknownFormat), ("<html></html>", .damaged(.svg)),
    ("<svg", .damaged(.svg)), ("<svg width=\"7\" height=\"8\"", .damaged(.svg)), ("<!-- <svg", .damaged(.svg)),
    ("<svg width=7 height=8>", .damaged(.svg)), ("<svg></svg>", .noSize),
    ("<svg width=\"100%\" height=\"5\"/>", .noSize),
    ("<svg width=\"-1\" height=\"5\"/>", .noSize), ("<svg viewBox=\"0 0 0 5\"/>", .noSize),
    ("<svg viewBox=\"0 0 5\"/>", .noSize), ("<svg width=\"1mm\" height=\"5px5\"/>", .noSize),
    ("<svg width=\"9e99\" height=\"5\"/>", .noSize), ("GIF89a\0\0\u{1}\0\0\0\0", .damaged(.gif)),
    ("GIF89a", .damaged(.gif)), ("RIFF\0\0\0\0WEBPVP9 \0\0\0\0", .damaged(.webp)),
  ])
  func `why there is none is told`(text: String, problem: ImageProblem) {
    #expect(read(Array(text.utf8)) == .failure(problem))
  }

  @Test func `absurd sizes and frames without one are damage`() {
    #expect(read(ImageSample.png(0, 5)) == .failure(.damaged(.png)))
    #expect(read(ImageSample.png(1 << 30, 5)) == .failure(.damaged(.png)))
    #expect(read([0xFF, 0xD8, 0xFF, 0xD9]) == .failure(.damaged(.jpeg)))
    #expect(read([0xFF, 0xD8] + ImageSample.segment(0xC0, [8, 1])) == .failure(.damaged(.jpeg)))
    #expect(read([0xFF, 0xD8] + ImageSample.segment(0xDA, [8, 1])) == .failure(.damaged(.jpeg)))
  }

  @Test(arguments: ImageSample.all)
  func `no truncation and no damage makes it fail otherwise`(sample: ImageSample) throws {
    let whole = try read(sample.bytes).get()
    for length in 0..<sample.bytes.count {
      // What is read is right, or nothing is.
      if case .success(let size) = read(Array(sample.bytes[..<length])) {
        #expect(size == whole || sample.name.hasPrefix("JPEG"), "\(length)")
      }
    }
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func random(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    for _ in 0..<300 {
      var bytes = sample.bytes
      for _ in 0...random(3) {
        switch random(4) {
        case 0: bytes[random(bytes.count)] = UInt8(random(256))
        case 1: bytes[random(bytes.count)] = [0, 0xFF, 0x7F, 0x80][random(4)]
        case 2: bytes.remove(at: random(bytes.count))
        default: bytes.insert(UInt8(random(256)), at: random(bytes.count + 1))
        }
      }
      _ = read(bytes)
    }
  }

  @Test(arguments: ["<svg ", "<!--", "<?", "<!x[", "<svg a='", "<svg width=\"1", "\u{FF}\u{FF}"])
  func `long headers are read once`(beginning: String) {
    let filler = Array(repeating: Array("1 ".utf8), count: 200_000).flatMap(\.self)
    _ = read(Array(beginning.utf8) + filler)
    _ = read([0xFF, 0xD8] + Array(repeating: 0xFF, count: 400_000))
    _ = read([0xFF, 0xD8] + (0..<60_000).flatMap { _ in [0xFF, 0xE1, 0, 3, 1] as [UInt8] })
  }
}
