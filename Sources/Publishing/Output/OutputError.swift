package import Files

/// Why an output could not be published; `OutputError+Message.swift` has the sentences. The portal that was there is
/// untouched, except where a case says otherwise.
package enum OutputError: Error, Hashable, Sendable {
  /// A system call failed.
  case file(FileError)
  /// A system call failed while files were being renamed one by one: some are of the new portal, each of them whole.
  case partly(FileError)
  /// The output is a file, or a link to nothing.
  case notAFolder(String)
  /// The output is, or holds, the portal's folder or one of its inputs, or lies in an input.
  case wouldCover(output: String, input: String)
  /// The output holds files that no build put there.
  case foreign(output: String, example: String)
  /// The output holds a portal for other readers: `isPreview` says whether that is a preview.
  case otherReaders(String, isPreview: Bool)
  /// Another build is writing to the output.
  case locked(String)
  /// A published file was changed by someone else while the build relied on it.
  case changedMeanwhile(String)
  /// A path of the portal that cannot be a file in it.
  case badPath(String, BadPath)

  /// What is wrong with a path.
  package enum BadPath: Hashable, Sendable {
    /// Empty, absolute, with `.`, `..`, an empty part, a control character or more than 255 bytes in a part.
    case malformed
    /// Begins with a dot: such names at the top of the output belong to the host.
    case hidden
    /// Another page or file has it, or is a folder of it.
    case taken
  }
}
