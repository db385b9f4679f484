import Bytes

/// Where the finished files of a build go, in any order and from any number of threads.
protocol FileStage: Sendable {
  /// Takes a new file; the hash of its bytes.
  func write(_ path: String, _ bytes: Span<UInt8>) throws(OutputError) -> FastHash

  /// Takes over a file of the build before, if it is there with this hash.
  func keep(_ path: String, _ hash: FastHash) throws(OutputError) -> Bool
}

extension OutputStage: FileStage {}
