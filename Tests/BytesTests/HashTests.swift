import Bytes
import Testing

struct HashTests {
  /// FIPS 180-4 examples, and a million `a`.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func `SHA-256 gives the published digests`(_ message: String, _ digest: String) {
    let bytes = Array(message.utf8)
    #expect(SHA256.hexDigest(of: bytes.span) == digest)
  }

  @Test func `SHA-256 of pieces is that of the whole`() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for size in [1, 3, 55, 56, 63, 64, 65, 127, 128, 999] {
      var hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        let piece = Array(bytes[start..<min(start + size, bytes.count)])
        hash.update(piece.span)
      }
      #expect(Hexadecimal.text(hash.finish().span) == SHA256.hexDigest(of: bytes.span))
    }
  }

  @Test func `the fast hash tells all short inputs and single changes apart`() {
    var seen: Set<FastHash> = []
    var halves: Set<UInt64> = []
    var count = 0
    func add(_ bytes: [UInt8]) {
      let hash = FastHash(bytes.span)
      seen.insert(hash)
      halves.insert(hash.low)
      count += 1
    }
    for length in 0...100 {
      let zeros = [UInt8](repeating: 0, count: length)
      add(zeros)
      for index in 0..<length {
        for bit in 0..<8 {
          var changed = zeros
          changed[index] ^= 1 << UInt8(bit)
          add(changed)
        }
      }
    }
    for first in 0..<256 { for second in 1..<256 { add([1, UInt8(first), UInt8(second), 7]) } }
    #expect(seen.count == count)
    #expect(halves.count == count)
  }

  /// Lengths on both sides of the steps of 16 and 64 bytes; both halves tell all apart, so the whole does with much to
  /// spare.
  @Test(arguments: [3, 8, 15, 17, 33, 127, 129, 193])
  func `either half of the fast hash tells small edits of a text apart`(length: Int) {
    let text = (0..<length).map { UInt8(truncatingIfNeeded: 32 + ($0 &* 37) % 90) }
    var lows: Set<UInt64> = []
    var highs: Set<UInt64> = []
    var count = 0
    func add(_ bytes: [UInt8]) {
      let hash = FastHash(bytes.span)
      lows.insert(hash.low)
      highs.insert(hash.high)
      count += 1
    }
    add(text)
    for index in 0..<length {
      for bit in 0..<8 {
        var changed = text
        changed[index] ^= 1 << UInt8(bit)
        add(changed)
        for other in index + 1..<max(index + 1, min(length, index + 4)) {
          var twice = changed
          twice[other] ^= 1 << UInt8((bit &* 3) & 7)
          add(twice)
        }
      }
      add(Array(text[..<index]))
      if index > 0, text[index] != text[index - 1] {
        var swapped = text
        swapped.swapAt(index, index - 1)
        add(swapped)
      }
    }
    #expect(lows.count == count)
    #expect(highs.count == count)
  }

  @Test(arguments: [0, 5, 12, 67, 200])
  func `every input bit changes about half of the hash`(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 97) }
    let hash = FastHash(bytes.span)
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << UInt8(bit)
        let other = FastHash(changed.span)
        let flipped = (hash.high ^ other.high).nonzeroBitCount + (hash.low ^ other.low).nonzeroBitCount
        #expect((30...98).contains(flipped))
      }
    }
  }

  @Test func `the fast hash is the same in every run and differs by seed`() {
    let bytes = Array("教师培训门户".utf8)
    #expect(FastHash(bytes.span).text == "16241c63b2613386b45655ea1a4195d6")
    #expect(FastHash(bytes.span) != FastHash(bytes.span, seed: 1))
    let hash = FastHash(bytes.span)
    #expect(FastHash(high: hash.high, low: hash.low) == hash)
  }
}
