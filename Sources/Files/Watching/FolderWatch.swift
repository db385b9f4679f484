/// Tells when something in folders changes (Linux: inotify), folders inside them included.
///
/// Names that belong to editors and systems do not count, nor does a file that is opened and not written.
package final class FolderWatch {
  private let descriptor: Int32
  private let roots: [RawPath]
  /// Watches to their folders.
  private var folders: [Int32: RawPath] = [:]

  /// Watches `folders`; those that do not exist are left out.
  ///
  /// - Throws: when the system watches no more.
  package init(_ folders: [String]) throws(FileError) {
    do throws(FileError.Reason) { descriptor = try System.makeWatch() } catch {
      throw FileError(error, .read, folders.first ?? "")
    }
    roots = folders.compactMap { RawPath($0) }
    for root in roots { add(root) }
  }

  deinit { System.close(descriptor) }

  /// Waits for a change, and then until nothing has changed for `quiet` milliseconds: an editor that saves writes a file
  /// anew, renames it and takes another away.
  ///
  /// - Returns: whether something changed within `milliseconds`.
  package func wait(milliseconds: Int32, quiet: Int32 = 15) -> Bool {
    guard System.isReadable(descriptor, milliseconds: milliseconds) else { return false }
    var hasChanged = false
    for _ in 0..<100 {
      for event in System.watchEvents(descriptor) where note(event) { hasChanged = true }
      guard System.isReadable(descriptor, milliseconds: quiet) else { break }
    }
    return hasChanged
  }

  /// Whether an event counts.
  private func note(_ event: System.WatchEvent) -> Bool {
    guard event.watch >= 0 else {
      // Events were lost, perhaps those of new folders.
      for root in roots { add(root) }
      return true
    }
    guard let name = event.name, !IgnoredNames.contains(name) else { return false }
    if event.isNewFolder, let folder = folders[event.watch] { add(folder.appending(name)) }
    return true
  }

  /// Watches a folder and all in it. One that is watched already keeps its number.
  private func add(_ folder: RawPath) {
    var waiting = [folder]
    while let next = waiting.popLast() {
      guard let watch = try? System.watch(next, descriptor) else { continue }
      folders[watch] = next
      let entries = (try? System.entries(of: next, in: System.workingFolder)) ?? []
      for entry in entries where entry.kind == .folder && !IgnoredNames.contains(entry.name) {
        waiting.append(next.appending(entry.name))
      }
    }
  }
}
