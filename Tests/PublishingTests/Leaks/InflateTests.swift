import Foundation
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// The reader of DEFLATE against the program that everybody has, and against damage.
@Suite struct InflateTests {
  /// What `gzip` makes of `bytes`, without its head of ten bytes and its end of eight.
  private func deflated(_ bytes: [UInt8], level: Int) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let input = URL(filePath: folder.path("input"))
    try Data(bytes).write(to: input)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-n", "-\(level)", input.path]
    try process.run()
    process.waitUntilExit()
    let file = Array(try Data(contentsOf: URL(filePath: folder.path("input.gz"))))
    #expect(file.count > 18 && file[3] == 0)
    return Array(file[10..<file.count - 8])
  }

  /// Texts and noise of many lengths: nothing, runs, words again and again, what cannot be made shorter.
  private func samples() -> [[UInt8]] {
    var generator = SeededGenerator(seed: 20_260_918)
    var samples: [[UInt8]] = [[], [7], Array(repeating: 65, count: 100_000)]
    for length in [1, 2, 3, 258, 259, 5_000, 70_000] {
      samples.append((0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) })
      samples.append((0..<length).map { _ in UInt8.random(in: 48...57, using: &generator) })
      let words = (0..<20).map { _ in
        (0..<Int.random(in: 1...40, using: &generator)).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      }
      samples.append((0..<length / 20).flatMap { _ in words[Int.random(in: 0..<20, using: &generator)] })
    }
    return samples
  }

  @Test(arguments: [1, 6, 9]) func `what gzip compresses comes back`(level: Int) throws {
    for sample in samples() {
      let data = try deflated(sample, level: level)
      #expect(try Inflate.bytes(of: data, 0..<data.count, limit: sample.count) == sample)
      if !sample.isEmpty {
        #expect(throws: Inflate.Failure.tooLarge) {
          try Inflate.bytes(of: data, 0..<data.count, limit: sample.count - 1)
        }
      }
      #expect(throws: Inflate.Failure.damaged) { try Inflate.bytes(of: data, 0..<data.count - 1, limit: 1 << 20) }
    }
  }

  @Test func `a block that is not compressed comes back`() throws {
    let data: [UInt8] = [1, 3, 0, 0xFC, 0xFF, 65, 66, 67, 99]
    #expect(try Inflate.bytes(of: data, 0..<data.count, limit: 3) == [65, 66, 67])
    #expect(throws: Inflate.Failure.damaged) {
      try Inflate.bytes(of: [1, 3, 0, 0xFD, 0xFF, 65, 66, 67], 0..<8, limit: 3)
    }
  }

  @Test func `damaged data ends with an error or other bytes`() throws {
    var generator = SeededGenerator(seed: 1)
    let data = try deflated(samples()[10], level: 6)
    for _ in 0..<2_000 {
      var copy = data
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        copy[Int.random(in: 0..<copy.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      if let output = try? Inflate.bytes(of: copy, 0..<copy.count, limit: 100_000) { #expect(output.count <= 100_000) }
    }
  }
}
