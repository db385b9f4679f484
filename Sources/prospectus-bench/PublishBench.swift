import Bytes
import Files
import Publishing

/// Publishing measured alone: files of one size, each in a folder of its own, handed over from memory.
struct PublishBench {
  /// What is handed over, and what must come of it.
  enum Work: String, CaseIterable {
    /// Nothing is there.
    case first
    /// One file changed; the spare is made whole.
    case second
    /// One file changed, all handed over with their bytes.
    case written
    /// One file changed, the others kept.
    case kept
    /// Nothing changed, all kept.
    case unchanged
  }

  private let output: String
  private let root: String
  private let jobs: Int
  private var files: [(path: String, bytes: [UInt8], hash: FastHash)] = []

  init(folder: String, count: Int, jobs: Int) {
    root = folder
    output = folder + "/site"
    self.jobs = jobs
    for number in 0..<count {
      let path = "newsletters/series-\(number % 97)/issue-\(number)/index.html"
      var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 16_000)
      bytes.replaceSubrange(0..<8, with: Array(String(10_000_000 + number).utf8))
      files.append((path, bytes, FastHash(bytes.span)))
    }
  }

  /// Nanoseconds; `nil` when something else was published than should have been.
  mutating func measure(_ work: Work, _ world: World) -> Int64? {
    if work != .unchanged, work != .first {
      let place = files.count / 2
      var bytes = files[place].bytes
      bytes[0] &+= 1
      files[place].hash = FastHash(bytes.span)
      files[place].bytes = bytes
    }
    let files = files
    let keeps = work == .kept || work == .unchanged
    let start = world.elapsed()
    guard let stage = try? OutputStage(OutputSettings(output: output, root: root, jobs: jobs)) else { return nil }
    Parallel.forEach(files.count, jobs: jobs, run: 32) { index in
      let file = files[index]
      if keeps, (try? stage.keep(file.path, file.hash)) == true { return }
      _ = try? stage.write(file.path, file.bytes.span)
    }
    guard let result = try? stage.publish(), result.files == files.count else { return nil }
    let time = world.elapsed() - start
    switch work {
    case .first: return result.written == files.count ? time : nil
    case .second: return result.changed == 1 && result.written == files.count ? time : nil
    // One file by which the spare was behind is the same one.
    case .written, .kept: return result.changed == 1 && result.written == 1 ? time : nil
    case .unchanged: return result.manner == .unchanged && result.written == 0 ? time : nil
    }
  }
}
