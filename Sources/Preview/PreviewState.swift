import Publishing
import Synchronization

/// The portal that is shown just now, shared by the thread that builds and those that answer.
final class PreviewState: Sendable {
  /// A portal and its number.
  struct Shown: Sendable {
    /// `nil` until a build succeeds.
    var portal: MemoryPortal?
    /// What went wrong with the last build, as the terminal shows it; empty when nothing did.
    var problems = ""
    /// Grows with every portal; never one of another run of the server.
    var version: Int64
  }

  private let shown: Mutex<Shown>

  /// `version` is one that no run before used: a moment.
  init(version: Int64) { shown = Mutex(Shown(version: version)) }

  var current: Shown { shown.withLock { $0 } }

  /// Shows `portal` from now on; when there is none, the one before stays and `problems` says why.
  func show(_ portal: MemoryPortal?, problems: String) {
    shown.withLock {
      let isNew = portal != nil || $0.portal == nil
      if let portal { $0.portal = portal }
      $0.problems = problems
      if isNew { $0.version += 1 }
    }
  }
}
