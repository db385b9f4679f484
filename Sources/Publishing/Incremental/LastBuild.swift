import Bytes
import Checks
import Diagnostics
import Expressions
import Files

/// What the last successful build read, made and said: while nothing of what it read has changed, nothing has to be done
/// but to look whether everything is still there.
///
/// ```
/// "prospectus build 3\n"
/// whole file without this number    16 bytes, FastHash of everything behind it
/// the program and what it was asked text
/// the day, how it was chosen        4 bytes, 1 byte
/// pages                             count
/// the cache that belongs to it       16 bytes, its hash
/// inputs                            count; for each path, stamp, head, hash
/// folders of these                  count; for each path, stamp
/// outputs                           count; for each path, hash
/// diagnostics                       count; each
/// findings of rules                 count; each; of records, then of texts
/// ```
struct LastBuild: Sendable {
  /// A file that was read.
  struct Input: Sendable {
    var path: String
    var stamp: FileStamp
    /// What records are made from.
    var head: DocumentHead
  }

  /// The days since 0000-03-01, and where the day comes from.
  var day: Int
  var dayOrigin: BuildResult.AsOfOrigin
  var pages: Int
  /// What the cache file is known by that knows the same state.
  var cache: FastHash
  /// Everything that was read: content, then layouts, both sorted by path.
  var inputs: [Input]
  /// The folders of the content, then those of the layouts, as `Snapshot.folders`.
  var folders: [Listing.Folder]
  /// Everything that was published.
  var outputs: [(path: String, hash: FastHash)]
  /// Everything that was said.
  var diagnostics: [Diagnostic]
  /// What rules found in the records, also what is not said because the day is unsure.
  var findings: RecordFindings

  fileprivate static let head = Array("prospectus build 3\n".utf8)

  /// Whether these are the inputs.
  ///
  /// - Complexity: O(files).
  func hasRead(_ content: [SourceFile], _ layouts: [SourceFile]) -> Bool {
    inputs.count == content.count + layouts.count
      && zip(inputs, [content, layouts].joined()).allSatisfy { $0.stamp == $1.stamp && $0.path == $1.path }
  }

  /// What was read of the folder that is shown as `label`.
  ///
  /// - Complexity: O(files).
  func listing(of label: String) -> Listing {
    func isBelow(_ path: String) -> Bool {
      guard path.utf8.starts(with: label.utf8) else { return false }
      let rest = path.utf8.dropFirst(label.utf8.count)
      return rest.isEmpty || rest.first == UInt8(ascii: "/")
    }
    return Listing(folders: folders.filter { isBelow($0.path) }, files: inputs.lazy.map(\.path).filter(isBelow))
  }

  /// Whether `layouts` are the inputs behind the first `count`.
  ///
  /// - Complexity: O(layouts).
  func hasLayouts(_ layouts: [SourceFile], behind count: Int) -> Bool {
    inputs.count == count + layouts.count
      && zip(inputs[count...], layouts).allSatisfy { $0.stamp == $1.stamp && $0.path == $1.path }
  }

  /// The positions of the inputs that may have changed, by their stamps; `nil` when files have come or gone, when layouts are
  /// among them, or more than `limit`.
  ///
  /// - Complexity: O(files).
  func changedFiles(_ content: [SourceFile], _ layouts: [SourceFile], limit: Int) -> [Int]? {
    guard inputs.count == content.count + layouts.count else { return nil }
    var changed: [Int] = []
    for (position, file) in [content, layouts].joined().enumerated() {
      if inputs[position].stamp == file.stamp, inputs[position].path == file.path { continue }
      guard position < content.count, inputs[position].path == file.path, changed.count < limit else { return nil }
      changed.append(position)
    }
    return changed
  }

  /// The texts that may be others, when everything that records are made from is as it was; `nil` when it may not be.
  ///
  /// - Complexity: O(files + bytes of those that have changed).
  func changedTexts(in content: Snapshot) -> Set<String>? {
    guard content.files.count <= inputs.count, inputs.dropFirst(content.files.count).allSatisfy({ !$0.isContent })
    else {
      return nil
    }
    var changed: Set<String> = []
    for (input, file) in zip(inputs, content.files) {
      guard input.path == file.path else { return nil }
      if input.stamp == file.stamp { continue }
      guard let bytes = file.bytes, input.head == input.head.ofSameKind(in: bytes, path: file.path) else { return nil }
      if input.head.isDocument { changed.insert(input.path) }
    }
    return changed
  }

  /// The bytes of the file, of a program that was asked for a build as `request` says.
  ///
  /// - Complexity: O(files + diagnostics).
  func bytes(of request: String) -> [UInt8] {
    RecordWriter.sealed(Self.head) { body in
      body.reserve(120 * (inputs.count + outputs.count))
      body.append(text: request)
      body.append(count: day)
      body.append(dayOrigin.rawValue)
      body.append(count: pages)
      body.append(cache)
      body.append(count: inputs.count)
      for input in inputs {
        body.append(text: input.path)
        body.append(input.stamp)
        body.append(count: input.head.length)
        body.append(UInt8(input.head.isDocument ? 1 : 0))
        body.append(input.head.hash)
      }
      body.append(count: folders.count)
      for folder in folders {
        body.append(text: folder.path)
        body.append(folder.stamp)
      }
      body.append(count: outputs.count)
      for output in outputs {
        body.append(text: output.path)
        body.append(output.hash)
      }
      for list in [diagnostics, findings.ofRecords, findings.ofSources] {
        body.append(count: list.count)
        for diagnostic in list { body.append(diagnostic) }
      }
    }
  }
}

extension LastBuild {
  /// Reads what `bytes(of:)` gives for the same request; `nil` for anything else.
  init?(_ bytes: [UInt8], of request: String) {
    guard var reader = RecordReader(sealed: bytes, Self.head), reader.text() == request, let day = reader.count(),
      let origin = reader.byte().flatMap(BuildResult.AsOfOrigin.init(rawValue:)), let pages = reader.count(),
      let cache = reader.hash(), let inputs = reader.list({ $0.input() }),
      let folders = reader.list({ reader in
        reader.text().flatMap { path in reader.stamp().map { Listing.Folder(path: path, stamp: $0) } }
      }),
      let outputs = reader.list({ reader in
        reader.text().flatMap { path in reader.hash().map { (path: path, hash: $0) } }
      }),
      let diagnostics = reader.list({ $0.diagnostic() }), let ofRecords = reader.list({ $0.diagnostic() }),
      let ofSources = reader.list({ $0.diagnostic() }), reader.isAtEnd
    else { return nil }
    self.init(
      day: day, dayOrigin: origin, pages: pages, cache: cache, inputs: inputs, folders: folders, outputs: outputs,
      diagnostics: diagnostics, findings: RecordFindings(ofRecords: ofRecords, ofSources: ofSources))
  }
}

extension LastBuild.Input {
  fileprivate var isContent: Bool { path.utf8.starts(with: "content/".utf8) }
}

extension RecordReader {
  fileprivate mutating func input() -> LastBuild.Input? {
    guard let path = text(), let stamp = stamp(), let length = count(), let kind = byte(), let hash = hash() else {
      return nil
    }
    return LastBuild.Input(
      path: path, stamp: stamp, head: DocumentHead(isDocument: kind == 1, length: length, hash: hash))
  }
}
