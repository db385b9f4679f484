/// By what a published file or folder is recognised as the one that was written, without reading it: whoever changes it,
/// touches it, replaces it or gives it other rights changes one of these.
package struct FileStamp: Hashable, Sendable {
  package var inode: UInt64
  /// Bytes.
  package var size: Int
  /// Nanoseconds since 1970; anyone may set it.
  package var modified: Int64
  /// When the system noted the last change, rights, names and `modified` included; nanoseconds since 1970.
  package var changed: Int64
  /// Permission bits.
  package var mode: UInt32

  package init(inode: UInt64, size: Int, modified: Int64, changed: Int64, mode: UInt32) {
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
    self.mode = mode
  }

  init(_ status: System.Status) {
    self.init(
      inode: status.inode, size: status.size, modified: status.modified, changed: status.changed, mode: status.mode)
  }

  /// Fits no file.
  package static let none = FileStamp(inode: 0, size: -1, modified: 0, changed: 0, mode: 0)

  /// Whether a change at `moment` or later must show: the file system's clock has gone on since the last one.
  ///
  /// Stamps are taken from the kernel's tick, at most 10 ms apart; a file system that keeps whole seconds may count two at
  /// a time. A stamp from the future is never settled.
  package func isSettled(at moment: Timestamp) -> Bool {
    let second: Int64 = 1_000_000_000
    let hasFractions = modified % second != 0 || changed % second != 0
    let granularity = hasFractions ? second / 50 : 2 * second
    return max(modified, changed) + granularity < moment.nanoseconds
  }
}

extension Folder {
  /// What `path` is and by what it is recognised, links not followed; `nil` when there is nothing.
  package func stamp(of path: ArraySlice<UInt8>) throws(FileError) -> (kind: FileKind, stamp: FileStamp)? {
    do throws(FileError.Reason) {
      guard let raw = RawPath(name: path) else { throw .invalidName }
      let status = try System.status(of: raw, in: descriptor, followingLinks: false)
      return (status.kind, FileStamp(status))
    } catch {
      if error == .missing || error == .notFolder { return nil }
      throw FileError(error, .read, shown(String(decoding: path, as: UTF8.self)))
    }
  }

  /// Reads a whole file, with the stamp it had before; the last name of the path may not be a link.
  package func readStamped(_ path: ArraySlice<UInt8>) throws(FileError) -> (bytes: [UInt8], stamp: FileStamp) {
    do throws(FileError.Reason) {
      guard let raw = RawPath(name: path) else { throw .invalidName }
      let file = try System.readFile(raw, in: descriptor, followingLinks: false, limit: .max)
      return (file.bytes, FileStamp(file.status))
    } catch { throw FileError(error, .read, shown(String(decoding: path, as: UTF8.self))) }
  }

  /// Writes a new file as `draft` and renames it to `name` in one step: who has the old file open keeps its bytes, and no
  /// one sees half a file. The draft is gone afterwards, whatever happened.
  ///
  /// - Throws: `exists` when the draft does; `isFolder`, `notEmpty` when `name` is a folder; `missing`, `notFolder` when
  ///   there is no folder for it.
  package func replace(
    _ name: String, _ bytes: Span<UInt8>, draft: String
  ) throws(FileError) -> FileStamp {
    do throws(FileError.Reason) {
      guard let raw = RawPath(name), let rawDraft = RawPath(draft) else { throw .invalidName }
      let file = try System.open(rawDraft, in: descriptor, flags: System.createFlags, mode: 0o666)
      defer { System.close(file) }
      do throws(FileError.Reason) {
        try System.write(bytes, to: file)
        try System.rename(rawDraft, in: descriptor, to: raw, in: descriptor, replacing: true)
        // Behind the renaming, which counts as a change.
        return FileStamp(try System.status(of: file))
      } catch {
        try? System.remove(rawDraft, in: descriptor, isFolder: false)
        throw error
      }
    } catch { throw FileError(error, .write, shown(name)) }
  }
}

extension Timestamp {
  /// The clock of this machine.
  package static func now() -> Timestamp { Timestamp(nanoseconds: System.now()) }
}
