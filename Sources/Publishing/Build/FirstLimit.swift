import Diagnostics
import Synchronization

/// The first page whose rendering ran into a limit (LT33): what takes so long takes as long on the pages behind it, which are then
/// only read, as nothing will be published. What is said does not depend on which thread was faster.
final class FirstLimit: Sendable {
  private let first = Atomic<Int>(.max)

  /// The number of the page; `nil` when there was none.
  var page: Int? {
    let first = first.load(ordering: .relaxed)
    return first == .max ? nil : first
  }

  /// Whether it is known that a page before `index` ran into a limit.
  func isBefore(_ index: Int) -> Bool { first.load(ordering: .relaxed) < index }

  /// Looks whether `file`, which is page `index`, ran into a limit.
  func note(_ file: RenderedFile, _ index: Int) {
    guard file.diagnostics.contains(where: { $0.code == "LT33" }) else { return }
    first.min(index, ordering: .relaxed)
  }
}
