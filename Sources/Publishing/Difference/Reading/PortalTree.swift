import Diagnostics
import Files

/// The files of a built portal, to be read. Nothing outside of its folder is looked at: symbolic links are refused.
final class PortalTree: Sendable {
  /// One file, by its path below the folder.
  struct File: Hashable, Sendable {
    let path: String
    /// Bytes.
    let size: Int
  }

  /// Folders in folders.
  private static let depthLimit = 64

  private let folder: Folder
  /// Sorted by path; what begins with a dot at the top belongs to the host.
  let files: [File]

  /// Lists the folder at `path`.
  ///
  /// - Throws: the error of a call, or what is no file or folder of a portal.
  /// - Complexity: one look a file, one listing a folder.
  init(_ path: String) throws(DifferenceError) {
    do throws(FileError) {
      folder = try Folder(path)
    } catch { throw .file(error) }
    var files: [File] = []
    var waiting = [(path: "", depth: 0)]
    while let (parent, depth) = waiting.popLast() {
      guard depth < Self.depthLimit else { throw .tooDeep(path + "/" + parent) }
      for entry in try Self.entries(parent, folder) where !(parent.isEmpty && entry.isHidden) {
        guard let name = entry.name else { throw .badName(path + "/" + parent) }
        let below = parent.isEmpty ? name : parent + "/" + name
        switch entry.kind {
        case .folder: waiting.append((below, depth + 1))
        case .file: files.append(File(path: below, size: try Self.size(below, folder)))
        case .link: throw .link(path + "/" + below)
        case .other: throw .notAFile(path + "/" + below)
        }
      }
    }
    self.files = files.sorted { $0.path.utf8Span.span.order(to: $1.path.utf8Span.span) < 0 }
  }

  /// All bytes of a file.
  func read(_ path: String) throws(DifferenceError) -> [UInt8] {
    do throws(FileError) {
      return try folder.read(path)
    } catch { throw .file(error) }
  }

  private static func entries(_ path: String, _ folder: borrowing Folder) throws(DifferenceError) -> [Folder.Entry] {
    do throws(FileError) {
      return try folder.entries(of: path.isEmpty ? "." : path)
    } catch { throw .file(error) }
  }

  private static func size(_ path: String, _ folder: borrowing Folder) throws(DifferenceError) -> Int {
    do throws(FileError) {
      return try folder.state(of: path)?.stamp.size ?? 0
    } catch { throw .file(error) }
  }
}
