import Synchronization

/// The one way to use several cores: items dealt out in runs of neighbours to a fixed number of threads.
package enum Parallel {
  /// `transform` of 0..<`count`, in the order of the indices whatever the threads did.
  ///
  /// `jobs` threads (at least 1) take `run` items at a time: enough that taking costs nothing, few enough that none waits.
  ///
  /// - Complexity: one allocation a run besides the results.
  @inlinable
  package static func map<Result: Sendable>(
    _ count: Int, jobs: Int, run: Int = 16, _ transform: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    guard jobs > 1, count > run else { return (0..<count).map(transform) }
    let finished = Mutex<[(start: Int, results: [Result])]>([])
    forEachRun(count, jobs: jobs, run: run) { range in
      let results = range.map(transform)
      finished.withLock { $0.append((range.lowerBound, results)) }
    }
    var all: [Result] = []
    all.reserveCapacity(count)
    for part in finished.withLock({ $0 }).sorted(by: { $0.start < $1.start }) { all.append(contentsOf: part.results) }
    return all
  }

  /// What two pieces of work give that have nothing to do with each other; with one job, one after the other.
  package static func both<First: Sendable, Second: Sendable>(
    jobs: Int, _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    let results = Mutex<(First?, Second?)>((nil, nil))
    forEach(2, jobs: jobs, run: 1) { number in
      if number == 0 {
        let result = first()
        results.withLock { $0.0 = result }
      } else {
        let result = second()
        results.withLock { $0.1 = result }
      }
    }
    // Both have run by now, which their types do not say.
    let (one, other) = results.withLock { $0 }
    return (one ?? first(), other ?? second())
  }

  /// Calls `body` on a thread that nobody waits for; `false` when the system gives none.
  package static func detached(_ body: @escaping @Sendable () -> Void) -> Bool { Threads.detach(body) }

  /// Calls `body` once for each item of 0..<`count`, in no order.
  package static func forEach(_ count: Int, jobs: Int, run: Int = 16, _ body: @escaping @Sendable (Int) -> Void) {
    forEachRun(count, jobs: jobs, run: run) { for index in $0 { body(index) } }
  }

  /// Calls `body` with neighbouring items together, so that a worker can keep one buffer for a run.
  package static func forEachRun(
    _ count: Int, jobs: Int, run: Int = 16, _ body: @escaping @Sendable (Range<Int>) -> Void
  ) {
    let run = max(1, run)
    let threads = min(max(1, jobs), (count + run - 1) / run)
    guard threads > 1 else {
      if count > 0 { body(0..<count) }
      return
    }
    let next = Counter()
    Threads.run(threads) { _ in
      while true {
        let start = next.take(run)
        guard start < count else { return }
        body(start..<min(start + run, count))
      }
    }
  }

  private final class Counter: Sendable {
    private let value = Atomic<Int>(0)

    /// The value before `step` is added.
    func take(_ step: Int) -> Int { value.wrappingAdd(step, ordering: .relaxed).oldValue }
  }
}
