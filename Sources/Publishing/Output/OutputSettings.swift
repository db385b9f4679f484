package import Diagnostics
package import Files

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
    keepsPrevious = OutputPath.isFingerprinted
    now = { Timestamp.now() }
  }

  /// Whether a file of the portal before stays for one more build when the new one lacks it: assets whose name changes
  /// with their bytes, for readers who still have a page of the old portal open.
  package var keepsPrevious: @Sendable (_ path: ArraySlice<UInt8>) -> Bool
  /// The clock, for telling which stamps are too young to be trusted.
  package var now: @Sendable () -> Timestamp

  /// The steps of publishing, in their order. A process may die behind any of them; those that a build need not take are
  /// passed over.
  package enum Step: Int, Sendable, CaseIterable, Codable {
    /// The lock is held and what earlier builds left is cleared.
    case begun
    /// The journal says that the spare is in between.
    case journalled
    /// All files have been handed over.
    case staged
    /// The spare holds the new portal and nothing else; or the new files of a portal whose files are replaced one by one.
    case updated
    /// Files of the host are in it too.
    case hostFilesStaged
    /// The record tells of both trees, whichever becomes the output.
    case recorded
    /// The output is the new portal.
    case exchanged
    /// Folders of the host are back in it.
    case hostMoved
    /// The journal is gone.
    case cleared
  }
}

/// What publishing did.
package struct PublishingResult: Hashable, Sendable {
  /// How the new files took the place of the old.
  package enum Manner: Hashable, Sendable {
    /// Not at all: the output holds the new portal already.
    case unchanged
    /// The output did not exist.
    case created
    /// In one step.
    case exchanged
    /// File by file, for a reason.
    case inPlace(Cause)
  }

  /// Why not in one step.
  package enum Cause: Hashable, Sendable {
    /// By `--in-place`.
    case asked
    /// The output is a mount point.
    case mountPoint
    /// The file system cannot exchange two folders.
    case unsupported
  }

  /// Files of the new portal; assets kept from the one before not counted.
  package var files: Int
  /// Files of the new portal that the one before had not, or with other bytes.
  package var changed: Int
  /// Files of the portal before that the new one has not.
  package var removed: Int
  /// Files written, those by which the spare was one build behind included.
  package var written: Int
  /// Bytes of the new portal.
  package var bytes: Int
  package var manner: Manner
  /// Absolute path of the output, without links.
  package var output: String
  /// Warnings: old trees that were kept.
  package var diagnostics: [Diagnostic]
}
