import Files
import Synchronization

/// A file of the portal.
package struct OutputFile: Hashable, Sendable {
  /// Relative to the output, with `/`.
  package let path: String
  package let bytes: [UInt8]

  package init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Publishes a portal that is complete in memory. A build that makes its pages one after the other writes them into an
/// `OutputStage` as they come and never holds more than a few.
package struct SitePublisher: Sendable {
  package var settings: OutputSettings

  package init(_ settings: OutputSettings) { self.settings = settings }

  /// Writes all `files` and puts them in place; their paths must differ, their order is free.
  ///
  /// - Throws: the error of the first file in their order that could not be written; the old portal is as it was.
  package func publish(_ files: [OutputFile]) throws(OutputError) -> PublishingResult {
    let stage = try OutputStage(settings)
    let failed = FirstFailure()
    Parallel.forEachRun(files.count, jobs: settings.jobs, run: 32) { range in
      for index in range {
        let file = files[index]
        do throws(OutputError) {
          try stage.write(file.path, file.bytes.span)
        } catch { return failed.note(error, at: index) }
      }
    }
    if let error = failed.error {
      stage.discard()
      throw error
    }
    return try stage.publish()
  }

  /// The failure with the lowest index, whichever thread met it.
  private final class FirstFailure: Sendable {
    private let state = Mutex<(index: Int, error: OutputError)?>(nil)

    var error: OutputError? { state.withLock { $0?.error } }

    func note(_ error: OutputError, at index: Int) {
      state.withLock { if $0.map({ index < $0.index }) ?? true { $0 = (index, error) } }
    }
  }
}
