/// Everything outside the process that the tool may look at: clock, environment, terminals, files, standard streams.
///
/// The disk's is made once, in the executable; tests make a fixed one. Whatever is not in it cannot influence a build.
package struct World: Sendable {
  package var files: any FileStore
  /// Time since 1970, UTC.
  package var now: @Sendable () -> Timestamp
  /// Nanoseconds of a clock that only runs forward, for timing.
  package var elapsed: @Sendable () -> Int64
  /// An environment variable; an empty one counts as missing.
  package var variable: @Sendable (String) -> String?
  /// Absolute path of the working folder, without links.
  package var workingFolder: String
  /// Processors this process may use, at least 1.
  package var processors: Int
  /// Stands for the program that runs: another build of it has another.
  package var program: String
  package var output: Stream
  package var errors: Stream
  /// All of standard input, for commands that take `-` or no file.
  package var readInput: @Sendable () throws(FileError) -> [UInt8]

  /// A world of parts; `World.system` and `World.fixed` are the usual ones.
  package init(
    files: any FileStore, now: @escaping @Sendable () -> Timestamp, elapsed: @escaping @Sendable () -> Int64,
    variable: @escaping @Sendable (String) -> String?, workingFolder: String, processors: Int, program: String,
    output: Stream, errors: Stream, readInput: @escaping @Sendable () throws(FileError) -> [UInt8]
  ) {
    self.files = files
    self.now = now
    self.elapsed = elapsed
    self.variable = variable
    self.workingFolder = workingFolder
    self.processors = processors
    self.program = program
    self.output = output
    self.errors = errors
    self.readInput = readInput
  }

  /// A standard stream: where text for the user goes.
  package struct Stream: Sendable {
    package var isTerminal: Bool
    /// Columns; `nil` when it is no terminal.
    package var width: Int?
    private let sink: @Sendable ([UInt8]) -> Bool

    /// A stream that hands its bytes to `sink`, which says whether they arrived.
    package init(isTerminal: Bool, width: Int? = nil, sink: @escaping @Sendable ([UInt8]) -> Bool) {
      self.isTerminal = isTerminal
      self.width = width
      self.sink = sink
    }

    /// Writes all bytes at once; `false` when the other side is closed or full.
    @discardableResult
    package func write(_ bytes: [UInt8]) -> Bool { bytes.isEmpty || sink(bytes) }

    /// Writes text as UTF-8.
    @discardableResult
    package func write(_ text: String) -> Bool { write(Array(text.utf8)) }
  }

  /// Whether messages on `stream` may have colours: a terminal, `NO_COLOR` not set, `TERM` not `dumb`
  /// (<https://no-color.org>).
  package func allowsColour(on stream: Stream) -> Bool {
    stream.isTerminal && variable("NO_COLOR") == nil && variable("TERM") != "dumb"
  }
}
