package import Diagnostics

/// Where a portal is published, and how.
package struct OutputSettings: Sendable {
  /// The output folder, absolute or relative to the working folder; made when missing.
  package var output: String
  /// The portal's folder: may hold the output, not be it or lie in it.
  package var root: String
  /// Content, layouts, private data: must lie outside the output, and the output outside them.
  package var inputs: [String]
  /// Replace file by file even where the folder could be exchanged.
  package var inPlace: Bool
  /// When another build holds the output: wait for it, after telling so by `onWait`; otherwise refuse.
  package var waitsForOthers: Bool
  /// Called once before waiting.
  package var onWait: @Sendable () -> Void
  /// Threads for writing and removing.
  package var jobs: Int
  /// Called as each step is done; tests stop the process there.
  package var onStep: @Sendable (Step) -> Void

  /// Settings that wait for other builds and exchange folders.
  package init(output: String, root: String, inputs: [String] = [], inPlace: Bool = false, jobs: Int = 2) {
    self.output = output
    self.root = root
    self.inputs = inputs
    self.inPlace = inPlace
    self.jobs = jobs
    waitsForOthers = true
    onWait = {}
    onStep = { _ in }
  }

  /// The steps of publishing, in their order. A process may die behind any of them.
  package enum Step: Int, Sendable, CaseIterable, Codable {
    /// The lock is held and what earlier builds left is cleared.
    case begun
    /// All files of the new portal are in the stage.
    case staged
    /// Files of the host are in it too.
    case hostFilesStaged
    /// The journal says that an exchange may have happened.
    case journalled
    /// The output is the new portal.
    case exchanged
    /// Folders of the host are back in it.
    case hostMoved
    /// The manifest is the new one; the journal is gone.
    case recorded
    /// The old tree is gone.
    case cleared
  }
}

/// What publishing did.
package struct PublishingResult: Hashable, Sendable {
  /// How the new files took the place of the old.
  package enum Manner: Hashable, Sendable {
    /// The output did not exist.
    case created
    /// In one step.
    case exchanged
    /// File by file, for a reason.
    case inPlace(Cause)
  }

  /// Why not in one step.
  package enum Cause: Hashable, Sendable {
    case asked
    /// The output is a mount point.
    case mountPoint
    /// The file system cannot exchange two folders.
    case unsupported
  }

  /// Files of the new portal.
  package var written: Int
  /// Files of the portal before that the new one has not.
  package var removed: Int
  /// Bytes of the new portal.
  package var bytes: Int
  package var manner: Manner
  /// Absolute path of the output, without links.
  package var output: String
  /// Warnings: old trees that were kept.
  package var diagnostics: [Diagnostic]
}
