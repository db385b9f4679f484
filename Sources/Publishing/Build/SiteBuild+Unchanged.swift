import Diagnostics
import Expressions
import Files
import Training

extension SiteBuild {
  /// What is asked for, as far as an answer depends on it: another program, or other folders, is another question.
  var question: String {
    [
      request.program, request.content, request.layouts, request.writesManifest ? "manifest" : "",
      request.readership.rawValue,
    ].joined(
      separator: "\n")
  }

  /// Publishes what the last build made, when nothing of what it read has changed and all of it is still there.
  ///
  /// - Returns: whether that was all; otherwise nothing has been done, and the stage may be used.
  /// - Complexity: one look at each file of content, layouts and output.
  mutating func publishUnchanged(_ stage: inout OutputStage?) -> Bool {
    guard let open = stage, let bytes = open.remembered(.build), let last = LastBuild(bytes, of: question),
      hasSameDay(last)
    else { return false }
    let (request, world) = (request, world)
    let isRead = timed(.read) {
      last.read(
        [(request.content, "content"), (request.layouts, "layouts")].map { folder, label in
          var snapshot = SnapshotRequest(folder: folder, label: label, jobs: request.jobs)
          snapshot.readNothing()
          return world.files.snapshot(snapshot)
        })
    }
    guard isRead else { return false }
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
  private func hasSameDay(_ last: LastBuild) -> Bool {
    if let day = request.asOf { return last.dayOrigin == .option && last.day == day.dayNumber }
    switch last.dayOrigin {
    case .option: return false
    // The settings are among what was read.
    case .settings: return true
    case .today: return last.day == today.dayNumber
    }
  }

  /// Reads the sources that `diagnostics` cite.
  private mutating func quote(_ diagnostics: [Diagnostic]) {
    let places = diagnostics.flatMap { [$0.location] + $0.notes.map(\.location) }
    for path in Set(places.compactMap { $0?.path }) {
      for (label, folder) in [("content/", request.content), ("layouts/", request.layouts)] where path.hasPrefix(label)
      {
        result.sources[path] = try? world.files.read(folder + "/" + path.dropFirst(label.count))
      }
    }
  }
}
