import Bytes
import Testing

@Suite struct ByteSkippingTests {
  @Test func `the first byte below a bound is found at every place`() {
    for bound in [1, 0x20, 0x3F, 0x80] as [UInt8] {
      for length in 0..<27 {
        for place in 0...length {
          for filling in [bound, 0x80, 0xFF] {
            var bytes = [UInt8](repeating: filling, count: length)
            if place < length { bytes[place] = bound - 1 }
            if place + 1 < length { bytes[place + 1] = 0 }
            #expect(bytes.span.next(below: bound, from: 0, to: length) == place)
            if place >= 3 { #expect(bytes.span.next(below: bound, from: 3, to: length) == place) }
            if place > 0 { #expect(bytes.span.next(below: bound, from: 0, to: place - 1) == place - 1) }
          }
        }
      }
    }
  }

  @Test func `Chinese text ends before what is to be looked at`() {
    for stop in ["", "a", "\n", "（", "＊", "é", "\u{2014}", "\u{FF40}", "\u{FFFD}", "\u{A000}", "𠮷"] {
      for count in 0..<9 {
        for tail in ["", "甲乙丙丁"] {
          let run = String(repeating: "课，。", count: count)
          let bytes = Array((run + stop + tail).utf8)
          let end = stop.isEmpty ? bytes.count : run.utf8.count
          #expect(bytes.span.endOfChinese(from: 0, to: bytes.count) == end)
          if count > 0 { #expect(bytes.span.endOfChinese(from: 3, to: run.utf8.count - 1) == run.utf8.count - 3) }
        }
      }
    }
  }

  @Test(
    arguments: [[0xE8, 0xAF], [0xE8, 0xAF, 0x41], [0xE8, 0x41, 0xBE], [0xED, 0xA0, 0x80], [0xAF, 0xBE, 0xE8]]
      as [[UInt8]])
  func `Chinese text ends before what is ill-formed`(bytes: [UInt8]) {
    for filling in [0, 3, 6, 9, 12] {
      let text = Array("课程课程课程".utf8).prefix(filling) + bytes + Array("课程课程".utf8)
      let array = Array(text)
      #expect(array.span.endOfChinese(from: 0, to: array.count) == filling)
    }
  }
}
