import Diagnostics
import Files

/// Completes an exchange that was cut short and clears what killed builds left. Runs under the lock.
struct Recovery: Sendable {
  /// Trees that were kept.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ place: OutputPlace, _ settings: OutputSettings) throws(FileError) {
    let state = try Folder(place.state)
    let journal = Journal(readFrom: place.journal)
    let hasOutput = try DiskFiles().kind(of: place.output) == .folder
    let exchanged: Bool
    if let journal, hasOutput {
      exchanged = try Folder(place.output).identity() == journal.tree
    } else {
      exchanged = false
    }
    let hasStage = try state.kind(of: "next") == .folder

    var mayRemove = true
    if exchanged {
      // The new portal is in place; what follows the exchange may be missing.
      if hasStage {
        mayRemove = try HostEntries.move(from: Folder(place.stage), to: Folder(place.output), oldIsNewer: false)
      }
      if try state.kind(of: "manifest.next") != nil { try state.rename("manifest.next", to: "manifest", in: state) }
    } else if hasStage {
      // A new portal that was never used: its hidden files are second names of the host's. A hidden folder cannot be
      // there; if it is, it is not ours to remove.
      let entries = try Folder(place.stage).entries()
      mayRemove = !entries.contains { $0.isHidden && $0.kind == .folder }
    }
    if try state.kind(of: "journal") != nil { try state.remove("journal") }
    // Drafts of journal and manifest, from a process that died while writing one.
    for entry in try state.entries() where entry.isHidden && entry.kind == .file {
      if let name = entry.name { try state.remove(name) }
    }
    try Self.clear(state, place, settings, mayRemove, &diagnostics)
  }

  private static func clear(
    _ state: borrowing Folder, _ place: OutputPlace, _ settings: OutputSettings, _ mayRemove: Bool,
    _ diagnostics: inout [Diagnostic]
  ) throws(FileError) {
    guard try state.kind(of: "next") != nil else { return }
    if mayRemove {
      do throws(FileError) {
        return try state.removeTree("next", jobs: settings.jobs)
      } catch {
        diagnostics.append(.treeKept(try setAside(state, place), error))
      }
    } else {
      diagnostics.append(.treeKept(try setAside(state, place), nil))
    }
  }

  /// Gives the old tree a name under which no build will touch it; tells its path.
  static func setAside(_ state: borrowing Folder, _ place: OutputPlace) throws(FileError) -> String {
    var number = 1
    while try state.kind(of: "kept-\(number)") != nil { number += 1 }
    try state.rename("next", to: "kept-\(number)", in: state, replacing: false)
    return place.state + "/kept-\(number)"
  }
}
