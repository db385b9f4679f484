import Bytes
import Diagnostics
import Expressions
import Files

/// What the last successful build read, made and said: while nothing of what it read has changed, nothing has to be done
/// but to look whether everything is still there.
///
/// ```
/// "prospectus build 1\n"
/// whole file without this number    16 bytes, FastHash of everything behind it
/// the program and what it was asked text
/// the day, how it was chosen        4 bytes, 1 byte
/// pages                             count
/// inputs                            count; for each path, stamp
/// outputs                           count; for each path, hash
/// diagnostics                       count; each
/// ```
struct LastBuild: Sendable {
  /// The days since 0000-03-01, and where the day comes from.
  var day: Int
  var dayOrigin: BuildResult.AsOfOrigin
  var pages: Int
  /// Everything that was read, sorted by path.
  var inputs: [(path: String, stamp: FileStamp)] = []
  /// Everything that was published.
  var outputs: [(path: String, hash: FastHash)] = []
  /// Everything that was said.
  var diagnostics: [Diagnostic] = []

  private static let head = Array("prospectus build 1\n".utf8)

  /// Whether the files of `snapshots` are the inputs.
  ///
  /// - Complexity: O(files).
  func read(_ snapshots: [Snapshot]) -> Bool {
    guard snapshots.allSatisfy({ $0.diagnostics.isEmpty }) else { return false }
    let files = snapshots.lazy.flatMap(\.files)
    return inputs.count == snapshots.reduce(0) { $0 + $1.files.count }
      && zip(inputs, files).allSatisfy { $0.stamp == $1.stamp && $0.path == $1.path }
  }

  /// The bytes of the file, of a program that was asked for a build as `request` says.
  ///
  /// - Complexity: O(files + diagnostics).
  func bytes(of request: String) -> [UInt8] {
    var body = RecordWriter()
    body.reserve(100 * (inputs.count + outputs.count))
    body.append(text: request)
    body.append(count: day)
    body.append(dayOrigin.rawValue)
    body.append(count: pages)
    body.append(count: inputs.count)
    for input in inputs {
      body.append(text: input.path)
      body.append(input.stamp)
    }
    body.append(count: outputs.count)
    for output in outputs {
      body.append(text: output.path)
      body.append(output.hash)
    }
    body.append(count: diagnostics.count)
    for diagnostic in diagnostics { body.append(diagnostic) }
    return body.sealed(Self.head)
  }

  /// Reads what `bytes(of:)` gives for the same request; `nil` for anything else.
  init?(_ bytes: [UInt8], of request: String) {
    guard var reader = RecordReader(sealed: bytes, Self.head), reader.text() == request, let day = reader.count(),
      let origin = reader.byte().flatMap(BuildResult.AsOfOrigin.init(rawValue:)), let pages = reader.count(),
      let inputs = reader.list({ reader in
        reader.text().flatMap { path in reader.stamp().map { (path: path, stamp: $0) } }
      }),
      let outputs = reader.list({ reader in
        reader.text().flatMap { path in reader.hash().map { (path: path, hash: $0) } }
      }),
      let diagnostics = reader.list({ $0.diagnostic() }), reader.isAtEnd
    else { return nil }
    self.init(
      day: day, dayOrigin: origin, pages: pages, inputs: inputs, outputs: outputs, diagnostics: diagnostics)
  }

  /// What is written down by a build.
  init(
    day: Int, dayOrigin: BuildResult.AsOfOrigin, pages: Int, inputs: [(path: String, stamp: FileStamp)],
    outputs: [(path: String, hash: FastHash)], diagnostics: [Diagnostic]
  ) {
    self.day = day
    self.dayOrigin = dayOrigin
    self.pages = pages
    self.inputs = inputs
    self.outputs = outputs
    self.diagnostics = diagnostics
  }
}
