import Diagnostics
import Expressions
import Files
import Training

extension SiteBuild {
  /// What is asked for, as far as an answer depends on it: another program, or other folders, is another question.
  var question: String {
    [
      request.program, request.content, request.layouts, request.writesManifest ? "manifest" : "",
      request.readership.rawValue, request.lists ?? "",
    ].joined(separator: "\n")
  }

  /// Content and layouts; without bytes when all of it is as for `last`, or so little has changed that more may be known by
  /// looking at that alone.
  static func read(
    _ request: BuildRequest, _ world: World, knowing last: LastBuild?
  ) -> (content: Snapshot, layouts: Snapshot) {
    guard let last else { return (content(request, world), layouts(request, world)) }
    var look = SnapshotRequest(folder: request.layouts, label: "layouts", jobs: request.jobs)
    look.readNothing()
    look.known = last.listing(of: "layouts")
    let seen = world.files.snapshot(look)
    var wanted = SnapshotRequest(folder: request.content, label: "content", jobs: request.jobs)
    wanted.known = last.listing(of: "content")
    wanted.wantsBytes = {
      !seen.diagnostics.isEmpty || last.changedFiles($0, seen.files, limit: EditedTexts.limit) == nil
    }
    let content = world.files.snapshot(wanted)
    return (content, content.hasBytes ? layouts(request, world) : seen)
  }

  /// Publishes what the last build made, when all of it is still there.
  ///
  /// - Returns: whether that was all; otherwise nothing has been done, and the stage is gone when it was needed.
  /// - Complexity: one look at each file of the output.
  mutating func publishUnchanged(
    _ last: LastBuild, _ seen: (content: Snapshot, layouts: Snapshot), _ stage: inout OutputStage?
  ) -> Bool {
    guard let open = stage, last.hasRead(seen.content.files, seen.layouts.files) else { return false }
    let request = request
    let published = timed(.publish) { () -> PublishingResult? in
      let isThere = Parallel.map(last.outputs.count, jobs: request.jobs, run: 64) { index in
        (try? open.keep(last.outputs[index].path, last.outputs[index].hash)) ?? false
      }
      return isThere.allSatisfy(\.self) ? try? open.publish() : nil
    }
    guard let published else {
      // What was kept has been claimed; the next stage begins again.
      open.discard()
      stage = nil
      return false
    }
    result.published = published
    result.pages = last.pages
    result.diagnostics = last.diagnostics
    result.asOf = CalendarDate(dayNumber: last.day)
    result.asOfOrigin = last.dayOrigin
    quote(last.diagnostics)
    return true
  }

  /// Whether the last build was for the day that this one would be for.
  func hasSameDay(_ last: LastBuild) -> Bool {
    if let day = request.asOf { return last.dayOrigin == .option && last.day == day.dayNumber }
    switch last.dayOrigin {
    case .option: return false
    // The settings are among what was read.
    case .settings: return true
    case .today: return last.day == today.dayNumber
    }
  }

  /// Whether a strict build would not publish what the last build published.
  func isStopped(by last: LastBuild) -> Bool { request.isStrict && last.diagnostics.contains { $0.code == "OU09" } }

  /// Reads the sources that `diagnostics` cite.
  mutating func quote(_ diagnostics: [Diagnostic]) {
    let places = diagnostics.flatMap { [$0.location] + $0.notes.map(\.location) }
    for path in Set(places.compactMap { $0?.path }) {
      for (label, folder) in [("content/", request.content), ("layouts/", request.layouts)] where path.hasPrefix(label)
      {
        result.sources[path] = try? world.files.read(folder + "/" + path.dropFirst(label.count))
      }
    }
  }
}
