import Synchronization

extension World {
  /// A world in which nothing moves: for tests and for proving that a build depends on nothing else.
  ///
  /// Its clock always says `now` (2026-09-18 in China unless told otherwise); standard input holds `input`; the two
  /// transcripts collect what is written.
  package static func fixed(
    files: any FileStore, now: Timestamp = Timestamp(seconds: 1_789_689_600), variables: [String: String] = [:],
    input: [UInt8] = [], output: Transcript = Transcript(), errors: Transcript = Transcript(), terminalWidth: Int? = nil
  ) -> World {
    World(
      files: files, now: { now }, elapsed: { 0 },
      variable: { name in variables[name].flatMap { $0.isEmpty ? nil : $0 } },
      workingFolder: "/", processors: 2, program: "",
      output: output.stream(width: terminalWidth), errors: errors.stream(width: terminalWidth),
      readInput: { () throws(FileError) in input })
  }
}

/// What was written to a stream.
package final class Transcript: Sendable {
  private let written = Mutex<[UInt8]>([])

  /// An empty one.
  package init() {}

  /// Everything so far; what is not UTF-8 becomes U+FFFD.
  package var text: String { String(decoding: written.withLock { $0 }, as: UTF8.self) }

  /// A stream that writes here; a terminal when it has a width.
  package func stream(width: Int? = nil) -> World.Stream {
    World.Stream(isTerminal: width != nil, width: width) { bytes in
      self.written.withLock { $0.append(contentsOf: bytes) }
      return true
    }
  }
}
