import Diagnostics
import Synchronization

/// What was probably meant by names that are unknown, each looked for once: a wrong name that is copied stands in many places,
/// and all ids are compared with it.
final class Suggestions: Sendable {
  private let known = Mutex<[String: String?]>([:])

  /// The one of `candidates`, which are always the same, that is nearest to `name`; `nil` when none is near.
  ///
  /// - Complexity: O(candidates × length²) for the first time, then O(1).
  func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    if let answer = known.withLock({ $0[name] }) { return answer }
    let answer = Suggestion.nearest(to: name, among: candidates)
    known.withLock { $0[name] = .some(answer) }
    return answer
  }
}
