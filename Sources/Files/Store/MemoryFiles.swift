import Bytes
import Diagnostics
import Synchronization

/// Files in memory: what tests give to code that would use the disk. Folders exist as far as files are in them.
package final class MemoryFiles: FileStore {
  private struct State {
    /// By path without leading `/`; bytes and the count of writes so far, which serves as inode and time.
    var files: [[UInt8]: (bytes: [UInt8], version: Int)] = [:]
    var version = 0
    /// Paths that shall fail to be read.
    var unreadable: Set<[UInt8]> = []
  }

  private let state = Mutex(State())

  /// Files by path, as text.
  package init(_ files: [String: String] = [:]) {
    for (path, text) in files.sorted(by: { $0.key < $1.key }) { put(path, Array(text.utf8)) }
  }

  /// Writes a file; a test's edit.
  package func put(_ path: String, _ bytes: [UInt8]) {
    let path = Self.normal(path)
    state.withLock { state in
      state.version += 1
      state.files[path] = (bytes, state.version)
    }
  }

  /// From now on reading `path` fails for want of permission.
  package func makeUnreadable(_ path: String) {
    let path = Self.normal(path)
    state.withLock { _ = $0.unreadable.insert(path) }
  }

  /// Every path with its bytes, sorted by bytes.
  package var all: [(path: String, bytes: [UInt8])] {
    state.withLock { state in
      state.files.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        .map { (String(decoding: $0.key, as: UTF8.self), $0.value.bytes) }
    }
  }

  package func snapshot(_ request: SnapshotRequest) -> Snapshot {
    let (files, unreadable) = state.withLock { ($0.files, $0.unreadable) }
    let folder = Self.normal(request.folder)
    let prefix = folder.isEmpty ? [] : folder + [UInt8(ascii: "/")]
    var found: [SourceFile] = []
    var diagnostics: [Diagnostic] = []
    for (path, file) in files.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where path.starts(with: prefix) && !Self.isIgnored(path[prefix.count...]) {
      let shown = request.path(String(decoding: path[prefix.count...], as: UTF8.self))
      let stamp = Self.stamp(file)
      if unreadable.contains(path) {
        diagnostics.append(FileError(.notPermitted, .read, shown).diagnostic())
      } else {
        found.append(SourceFile(path: shown, stamp: stamp, bytes: file.bytes))
      }
    }
    if found.isEmpty, diagnostics.isEmpty {
      let shown = request.label.isEmpty ? request.folder : request.label
      diagnostics.append(SnapshotProblem.noFolder.diagnostic(at: shown))
    }
    if let wantsBytes = request.wantsBytes, diagnostics.isEmpty {
      let looks = found.map { SourceFile(path: $0.path, stamp: $0.stamp, bytes: nil) }
      if !wantsBytes(looks) { found = looks }
    }
    return Snapshot(files: found, diagnostics: diagnostics)
  }

  /// Another one for every write and for other bytes, also in another store.
  private static func stamp(_ file: (bytes: [UInt8], version: Int)) -> FileStamp {
    FileStamp(
      inode: FastHash(file.bytes.span).low, size: file.bytes.count, modified: Int64(file.version),
      changed: Int64(file.version), mode: 0o644)
  }

  package func read(_ path: String) throws(FileError) -> [UInt8] {
    let key = Self.normal(path)
    let (file, unreadable) = state.withLock { ($0.files[key], $0.unreadable.contains(key)) }
    guard let file else { throw FileError(.missing, .read, path) }
    if unreadable { throw FileError(.notPermitted, .read, path) }
    return file.bytes
  }

  package func write(_ bytes: [UInt8], to path: String) throws(FileError) { put(path, bytes) }

  package func kind(of path: String) throws(FileError) -> FileKind? {
    let key = Self.normal(path)
    return state.withLock { state in
      if state.files[key] != nil { return .file }
      return state.files.keys.contains { $0.starts(with: key + [UInt8(ascii: "/")]) } ? .folder : nil
    }
  }

  package func names(in folder: String) throws(FileError) -> [String] {
    let key = Self.normal(folder)
    let prefix = key.isEmpty ? [] : key + [UInt8(ascii: "/")]
    let names = state.withLock { state in
      Set(state.files.keys.filter { $0.starts(with: prefix) }.map { $0[prefix.count...].prefix { $0 != 47 } })
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
  }

  package func remove(_ path: String) throws(FileError) {
    let key = Self.normal(path)
    guard state.withLock({ $0.files.removeValue(forKey: key) }) != nil else { throw FileError(.missing, .remove, path) }
  }

  package func realPath(_ path: String) throws(FileError) -> String {
    "/" + String(decoding: Self.normal(path), as: UTF8.self)
  }

  /// Without `.` components and slashes too many.
  private static func normal(_ path: String) -> [UInt8] {
    let parts = Array(path.utf8).split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
    return Array(parts.joined(separator: [UInt8(ascii: "/")]))
  }

  private static func isIgnored(_ path: ArraySlice<UInt8>) -> Bool {
    path.split(separator: UInt8(ascii: "/")).contains { RawPath(name: Array($0)).map(IgnoredNames.contains) ?? true }
  }
}
