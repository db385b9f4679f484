import Files
import Foundation
import Publishing
import Synchronization
import TestSupport
import Testing

/// Readers at work while portals are published. A reader that has opened the output keeps its portal until the build after
/// the next one begins: a walk that took longer is counted as none.
@Suite struct ReaderTests {
  private static func portal(_ version: Int) -> [OutputFile] {
    let line = "version \(version)\n"
    var files = (0..<60).map { OutputFile("p/\($0 % 7)/\($0).html", Array(String(repeating: line, count: 50).utf8)) }
    files.append(OutputFile("only/\(version % 3)/index.html", Array(line.utf8)))
    let list = files.map { "\($0.path) \($0.bytes.count)" }.joined(separator: "\n")
    files.append(OutputFile("list.txt", Array((line + list).utf8)))
    return files
  }

  /// Builds that have begun to touch the spare, and exchanges.
  private final class Counts: Sendable {
    let begun = Atomic<Int>(0)
    let exchanged = Atomic<Int>(0)
    let isDone = Atomic<Bool>(false)
    let walks = Atomic<Int>(0)
    let mixtures = Mutex<[String]>([])
    let left = DispatchSemaphore(value: 0)
  }

  @Test func `who opened the output once sees one portal and no missing file`() throws {
    let folder = try TemporaryFolder()
    var settings = OutputSettings(folder)
    let counts = Counts()
    settings.onStep = { step in
      if step == .journalled { counts.begun.wrappingAdd(1, ordering: .sequentiallyConsistent) }
      if step == .exchanged { counts.exchanged.wrappingAdd(1, ordering: .sequentiallyConsistent) }
    }
    _ = try SitePublisher(settings).publish(Self.portal(0))
    let site = folder.path("site")
    for _ in 0..<2 {
      Thread.detachNewThread {
        while !counts.isDone.load(ordering: .sequentiallyConsistent) {
          let exchanged = counts.exchanged.load(ordering: .sequentiallyConsistent)
          let begun = counts.begun.load(ordering: .sequentiallyConsistent)
          let seen = Self.walk(site)
          let now = counts.begun.load(ordering: .sequentiallyConsistent)
          // The tree that was open is touched by the build after the one that took its place.
          guard now == begun || exchanged == begun && now == begun + 1 else { continue }
          counts.walks.wrappingAdd(1, ordering: .relaxed)
          if let seen { counts.mixtures.withLock { $0.append(seen) } }
        }
        counts.left.signal()
      }
    }
    for version in 1...200 { _ = try SitePublisher(settings).publish(Self.portal(version)) }
    counts.isDone.store(true, ordering: .sequentiallyConsistent)
    for _ in 0..<2 { counts.left.wait() }
    #expect(counts.mixtures.withLock { $0 } == [])
    #expect(counts.walks.load(ordering: .relaxed) > 0)
    #expect(try folder.tree("site") == tree(Self.portal(200)))
  }

  @Test func `file by file, every single file is whole`() throws {
    let folder = try TemporaryFolder()
    let settings = OutputSettings(folder, inPlace: true)
    _ = try SitePublisher(settings).publish(Self.portal(0))
    let site = folder.path("site")
    let counts = Counts()
    Thread.detachNewThread {
      while !counts.isDone.load(ordering: .sequentiallyConsistent) {
        guard let output = try? Folder(site) else { continue }
        for number in 0..<60 {
          guard let bytes = try? output.read("p/\(number % 7)/\(number).html") else {
            counts.mixtures.withLock { $0.append("\(number) is missing") }
            continue
          }
          let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
          if lines.count != 50 || Set(lines).count != 1 { counts.mixtures.withLock { $0.append("\(number)") } }
        }
        _ = consume output
        counts.walks.wrappingAdd(1, ordering: .relaxed)
      }
      counts.left.signal()
    }
    for version in 1...60 { _ = try SitePublisher(settings).publish(Self.portal(version)) }
    counts.isDone.store(true, ordering: .sequentiallyConsistent)
    counts.left.wait()
    #expect(counts.mixtures.withLock { $0 } == [])
    #expect(counts.walks.load(ordering: .relaxed) > 0)
  }

  /// Opens the output once and compares all files with the list in it; what is wrong with it.
  private static func walk(_ site: String) -> String? {
    do {
      let output = try Folder(site)
      let list = String(decoding: try output.read("list.txt"), as: UTF8.self).split(separator: "\n")
      for line in list.dropFirst() {
        let parts = line.split(separator: " ")
        let bytes = try output.read(String(parts[0]))
        guard "\(bytes.count)" == parts[1], bytes.starts(with: (list[0] + "\n").utf8) else {
          return "\(parts[0]) is not of \(list[0])"
        }
      }
      return nil
    } catch { return "\(error)" }
  }
}
