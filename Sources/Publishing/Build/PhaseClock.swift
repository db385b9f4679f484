import Diagnostics
import Files

/// Times the steps of a build. Steps that happen at once have a clock each.
struct PhaseClock: Sendable {
  let world: World
  /// Called when a step begins.
  let onPhase: @Sendable (BuildPhase) -> Void
  /// Nanoseconds of each step.
  private(set) var times: [(phase: BuildPhase, nanoseconds: Int64)] = []

  init(_ world: World, onPhase: @escaping @Sendable (BuildPhase) -> Void) {
    self.world = world
    self.onPhase = onPhase
  }

  mutating func timed<Output>(_ phase: BuildPhase, _ work: () -> Output) -> Output {
    onPhase(phase)
    let start = world.elapsed()
    let output = work()
    times.append((phase, world.elapsed() - start))
    return output
  }
}
