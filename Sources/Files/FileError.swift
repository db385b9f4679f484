/// What went wrong with a file, without prose; `FileError+Message.swift` has the sentences.
package struct FileError: Error, Hashable, Sendable {
  /// Why, as far as it matters to anyone; everything else is `system` with its `errno`.
  package enum Reason: Error, Hashable, Sendable {
    case missing, notPermitted, readOnly, isFolder, notFolder, exists, notEmpty
    /// No space, no quota.
    case full
    /// Above a limit of the file system or process; `limit` in bytes when it is ours.
    case tooLarge(limit: Int?)
    /// Two paths on different file systems where one is needed.
    case otherFileSystem
    /// A mount point, or a program being executed.
    case busy
    /// The file system cannot do this.
    case unsupported
    case linkLoop, nameTooLong, invalidName, tooManyOpenFiles
    case system(Int32)
  }

  /// What was tried.
  package enum Action: Hashable, Sendable {
    case read, write, rename, remove, lock
  }

  package var reason: Reason
  package var action: Action
  /// The path as it was given.
  package var path: String

  package init(_ reason: Reason, _ action: Action, _ path: String) {
    self.reason = reason
    self.action = action
    self.path = path
  }
}
