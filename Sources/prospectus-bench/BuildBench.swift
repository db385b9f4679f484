import Diagnostics
import Files
import Publishing

/// Builds of one portal: from nothing, the same with a private folder, after one text was edited, and after nothing was.
struct BuildBench {
  /// A kind of build; what it must have done, or its time means nothing.
  enum Work: String, CaseIterable {
    case cold, guarded, edited, unchanged

    /// Whether `result` is that of such a build.
    func isDone(_ result: BuildResult) -> Bool {
      guard !result.diagnostics.hasErrors, let published = result.published else { return false }
      return switch self {
      case .cold, .guarded: result.rendered.count == result.pages
      case .edited: result.rendered.count == 1 && published.changed == 1
      case .unchanged: result.rendered.isEmpty && published.manner == .unchanged
      }
    }
  }

  /// Times of the steps and of the whole, in nanoseconds; one for each round.
  struct Samples {
    var phases: [BuildPhase: [Int64]] = [:]
    var whole: [Int64] = []
    var pages = 0
  }

  /// What is measured: nothing is guarded without a private folder.
  let works: [Work]
  private let request: BuildRequest
  private let privateFolder: String?
  private let world: World
  /// A text that one page shows, and what it holds.
  private let text: (path: String, bytes: [UInt8])

  /// `nil` when the portal of `request` has no text to edit.
  init?(_ request: BuildRequest, privateFolder: String?, _ world: World) throws(FileError) {
    var snapshot = SnapshotRequest(folder: request.content, label: "", jobs: request.jobs)
    snapshot.readNothing()
    let texts = world.files.snapshot(snapshot).files.map(\.path).filter { $0.hasSuffix(".md") }
    guard let text = texts.last(where: { $0.contains("/newsletters/") }) ?? texts.last else { return nil }
    let path = request.content + "/" + text
    self.request = request
    self.privateFolder = privateFolder
    self.world = world
    works = Work.allCases.filter { $0 != .guarded || privateFolder != nil }
    self.text = (path, try world.files.read(path))
  }

  /// `rounds` builds of each kind, in turns; afterwards the portal is as it was.
  ///
  /// - Returns: `nil` with the result that is not what was to be timed.
  func measure(rounds: Int) throws(FileError) -> (samples: [Work: Samples]?, wrong: BuildResult?) {
    var samples: [Work: Samples] = [:]
    for _ in 0..<rounds {
      for work in works {
        if work == .edited { try world.files.write(text.bytes + Array("\n加一句。\n".utf8), to: text.path) }
        let start = world.elapsed()
        let result = build(work)
        let whole = world.elapsed() - start
        guard work.isDone(result) else {
          try world.files.write(text.bytes, to: text.path)
          return (nil, result)
        }
        for (phase, time) in result.times { samples[work, default: Samples()].phases[phase, default: []].append(time) }
        samples[work, default: Samples()].whole.append(whole)
        samples[work]?.pages = result.pages
        // What was written a moment ago is read once more before its stamp is believed.
        if work == .edited { _ = build(work) }
      }
      try world.files.write(text.bytes, to: text.path)
      _ = build(.edited)
    }
    return (samples, nil)
  }

  private func build(_ work: Work) -> BuildResult {
    var request = request
    request.usesCache = work != .cold
    if work == .guarded { request.privateFolder = privateFolder }
    return SiteBuild.run(request, in: world)
  }
}
