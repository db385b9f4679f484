import Diagnostics
import Files

/// Completes an exchange that was cut short, clears what killed builds left and tells what is known of the spare. Runs
/// under the lock.
struct Recovery: Sendable {
  /// Trees that were kept.
  private(set) var diagnostics: [Diagnostic] = []
  /// The spare, when the record knows what it holds.
  private(set) var spare: FileIdentity?
  /// A build died, or gave up, while it worked on the spare.
  private(set) var isBetween = false

  init(_ place: OutputPlace, _ settings: OutputSettings, _ record: TreeRecord) throws(FileError) {
    let state = try Folder(place.state)
    // Drafts of our files of state, from a process that died while writing one.
    for entry in try state.entries() where entry.isHidden && entry.kind != .folder {
      if let name = entry.name { try state.remove(name) }
    }
    try clear("next", state, place, settings)
    let (journal, isUnreadable) = try Self.journal(state)
    guard try state.kind(of: "spare") == .folder else {
      try clear("spare", state, place, settings)
      if try state.kind(of: "journal") != nil { try state.remove("journal") }
      return
    }
    let tree = try Folder(place.spare)
    let output = try DiskFiles().kind(of: place.output) == .folder ? try Folder(place.output).identity() : nil
    let isExchanged = journal != nil && output == journal?.tree
    if output != nil, isExchanged || isUnreadable {
      _ = try HostEntries.move(from: tree, to: Folder(place.output), oldIsNewer: false)
    } else if journal != nil {
      // Second names that we made. A hidden folder cannot be there; if it is, it is not ours to remove.
      for (name, kind) in try HostEntries.names(in: tree) where kind != .folder { try tree.remove(name) }
    }
    let identity = try tree.identity()
    if try HostEntries.names(in: tree).isEmpty, record.table(of: identity) != nil {
      spare = identity
      isBetween = !isExchanged && (journal != nil || isUnreadable)
    } else {
      try clear("spare", state, place, settings)
    }
    if !isBetween, journal != nil || isUnreadable { try state.remove("journal") }
  }

  private static func journal(_ state: borrowing Folder) throws(FileError) -> (journal: Journal?, isUnreadable: Bool) {
    guard try state.kind(of: "journal") != nil else { return (nil, false) }
    let journal = (try? state.read("journal")).flatMap { Journal($0) }
    return (journal, journal == nil)
  }

  /// Removes a tree, unless it holds something of the host's or cannot be removed: then it gets another name.
  private mutating func clear(
    _ name: String, _ state: borrowing Folder, _ place: OutputPlace, _ settings: OutputSettings
  ) throws(FileError) {
    if let kept = try Self.remove(name, state, place, settings) { diagnostics.append(kept) }
  }

  /// Removes the tree `name` of the state, or sets it aside and says so.
  static func remove(
    _ name: String, _ state: borrowing Folder, _ place: OutputPlace, _ settings: OutputSettings
  ) throws(FileError) -> Diagnostic? {
    guard let kind = try state.kind(of: name) else { return nil }
    if kind == .folder, try !HostEntries.names(in: Folder(place.state + "/" + name)).isEmpty {
      return .treeKept(try setAside(name, state, place), nil)
    }
    do throws(FileError) {
      try state.removeTree(name, jobs: settings.jobs)
      return nil
    } catch { return .treeKept(try setAside(name, state, place), error) }
  }

  /// Gives a tree a name under which no build will touch it; tells its path.
  static func setAside(
    _ name: String, _ state: borrowing Folder, _ place: OutputPlace
  ) throws(FileError) -> String {
    var number = 1
    while try state.kind(of: "kept-\(number)") != nil { number += 1 }
    try state.rename(name, to: "kept-\(number)", in: state, replacing: false)
    return place.state + "/kept-\(number)"
  }
}
