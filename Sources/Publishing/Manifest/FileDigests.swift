import Bytes

/// What the manifest says of a file's bytes.
struct FileDigest: Hashable, Sendable {
  /// Bytes.
  var size: Int
  /// 32 bytes.
  var sha256: [UInt8]

  init(size: Int, sha256: [UInt8]) {
    self.size = size
    self.sha256 = sha256
  }

  init(_ bytes: Span<UInt8>) {
    size = bytes.count
    var hash = SHA256()
    hash.update(bytes)
    sha256 = hash.finish()
  }
}

/// The digests of the files of the last manifest, by the hashes that builds compare files by: a file that is the same need
/// not be read again.
///
/// ```
/// "prospectus digests 1\n"
/// whole file without this number    16 bytes, FastHash of everything behind it
/// the program                       text
/// digests                           count; for each hash, size, the digest as 32 bytes with their count
/// ```
struct FileDigests: Sendable {
  private(set) var digests: [FastHash: FileDigest] = [:]

  private static let head = Array("prospectus digests 1\n".utf8)

  /// None.
  init() {}

  /// Those of `pairs`.
  init(_ pairs: some Sequence<(FastHash, FileDigest)>) { digests = Dictionary(pairs) { first, _ in first } }

  subscript(hash: FastHash) -> FileDigest? { digests[hash] }

  /// The bytes of the file, of the program `program`.
  func bytes(of program: String) -> [UInt8] {
    let sorted = digests.sorted { ($0.key.high, $0.key.low) < ($1.key.high, $1.key.low) }
    return RecordWriter.sealed(Self.head) { body in
      body.reserve(60 * sorted.count)
      body.append(text: program)
      body.append(count: sorted.count)
      for (hash, digest) in sorted {
        body.append(hash)
        body.append(count: digest.size)
        body.append(run: digest.sha256)
      }
    }
  }

  /// Reads what `bytes(of:)` gives for the same program; `nil` for anything else.
  init?(_ bytes: [UInt8], of program: String) {
    guard var reader = RecordReader(sealed: bytes, Self.head), reader.text() == program,
      let pairs = reader.list({ reader -> (FastHash, FileDigest)? in
        guard let hash = reader.hash(), let size = reader.count(), let digest = reader.run(), digest.count == 32 else {
          return nil
        }
        return (hash, FileDigest(size: size, sha256: digest))
      }), reader.isAtEnd
    else { return nil }
    self.init(pairs)
  }
}
