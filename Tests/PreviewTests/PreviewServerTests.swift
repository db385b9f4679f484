import Diagnostics
import Files
import Foundation
import Glibc
import PortalTestSupport
import Preview
import Publishing
import Synchronization
import TestSupport
import Testing

/// A portal on the disk, served on a port of its own, edited while a browser looks.
@Suite struct PreviewServerTests {
  private static let newsletter = "content/years/2026/projects/yuancheng/newsletters/c1/01.md"
  private static let page = "/newsletters/c1/01/"

  /// Calls `body` while the portal in `folder` is served.
  private func serving(
    _ folder: borrowing TemporaryFolder, _ body: (Int, _ builds: () -> Int) throws -> Void
  ) throws {
    let request = BuildRequest(root: folder.path, jobs: 2, version: "test")
    let server = try PreviewServer(request, port: 0, in: .system())
    let builds = Mutex(0)
    let (began, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let thread = Thread {
      try? server.run { result, _ in
        builds.withLock { $0 += 1 }
        began.signal()
        return result.diagnostics.map(\.message.en).joined(separator: "\n")
      }
      ended.signal()
    }
    thread.stackSize = 16 << 20
    thread.start()
    defer {
      server.close()
      ended.wait()
    }
    try #require(began.wait(timeout: .now() + 60) == .success)
    try body(server.port) {
      _ = began.wait(timeout: .now() + 60)
      return builds.withLock { $0 }
    }
  }

  @Test func `pages are shown, and shown anew when a file is saved`() throws {
    let folder = try TemporaryFolder()
    try SmallPortal.whole.write(to: folder)
    try serving(folder) { port, nextBuild in
      let first = try Self.eventually {
        try Self.get(Self.page, port)
      } until: {
        $0.contains("200 OK")
      }
      #expect(first.contains("本班") && first.contains("<script src=\"/.prospectus/reload.js?"))
      let version = try #require(first.split(separator: "reload.js?").last?.split(separator: "\"").first)
      #expect(try Self.get("/.prospectus/events", port, end: "data: \(version)\n\n").hasSuffix("data: \(version)\n\n"))
      #expect(try Self.get("/newsletters/c1/01", port).contains("Location: /newsletters/c1/01/\r\n"))
      #expect(try Self.get("/none/", port).hasPrefix("HTTP/1.1 404 Not Found\r\n"))
      #expect(try Self.get("/.prospectus/reload.js", port).contains("location.reload()"))
      let style = try #require(first.split(separator: "href=\"").dropFirst().first?.split(separator: "\"").first)
      #expect(
        try Self.get("/" + style.replacing("../", with: ""), port).contains("Content-Type: text/css; charset=utf-8\r\n")
      )

      try SmallPortal.whole.edited(Self.newsletter, "本班", "我们班").write(to: folder)
      #expect(nextBuild() >= 2)
      let second = try Self.eventually {
        try Self.get(Self.page, port)
      } until: {
        $0.contains("我们班")
      }
      #expect(!second.contains("reload.js?\(version)\""))

      // A mistake leaves the pages as they were.
      try SmallPortal.whole.edited(Self.newsletter, "本班", "[本班](missing.md)").write(to: folder)
      #expect(nextBuild() >= 3)
      #expect(try Self.get(Self.page, port).contains("我们班"))
      #expect(!folder.exists("site") && !folder.exists(".prospectus"))
    }
  }

  @Test func `without a portal the mistakes are shown`() throws {
    let folder = try TemporaryFolder()
    try SmallPortal.whole.edited(Self.newsletter, "本班", "[<本班>](missing.md)").write(to: folder)
    try serving(folder) { port, nextBuild in
      let first = try Self.eventually {
        try Self.get("/", port)
      } until: {
        $0.contains("missing.md")
      }
      #expect(first.hasPrefix("HTTP/1.1 503 ") && first.contains("reload.js?"))
      try SmallPortal.whole.write(to: folder)
      #expect(nextBuild() >= 2)
      _ = try Self.eventually {
        try Self.get("/", port)
      } until: {
        $0.hasPrefix("HTTP/1.1 200 OK\r\n")
      }
    }
  }

  @Test func `others are refused`() throws {
    let folder = try TemporaryFolder()
    try SmallPortal.whole.write(to: folder)
    try serving(folder) { port, _ in
      #expect(try Self.ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", port).hasPrefix("HTTP/1.1 421 "))
      #expect(try Self.ask("GET /../a HTTP/1.1\r\nHost: localhost\r\n\r\n", port).hasPrefix("HTTP/1.1 400 "))
      #expect(try Self.ask("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n", port).contains("\r\nAllow: GET, HEAD\r\n"))
      let long = String(repeating: "a", count: 20_000)
      #expect(try Self.ask("GET /\(long) HTTP/1.1\r\nHost: localhost\r\n\r\n", port).hasPrefix("HTTP/1.1 400 "))
      let head = try Self.ask("HEAD /courses/ HTTP/1.1\r\nHost: localhost\r\n\r\n", port)
      #expect(head.hasSuffix("\r\n\r\n"))
    }
  }

  private static func get(_ path: String, _ port: Int, end: String? = nil) throws -> String {
    try ask("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n", port, end: end)
  }

  /// What comes back until the connection ends, until it ends with `end`, or until nothing comes for ten seconds.
  private static func ask(_ request: String, _ port: Int, end: String? = nil) throws -> String {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { _ = Glibc.close(connection) }
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    _ = unsafe setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(status == 0)
    let asked = Array(request.utf8)
    _ = unsafe asked.withUnsafeBytes { unsafe send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while end.map({ !answer.suffix($0.utf8.count).elementsEqual($0.utf8) }) ?? true {
      let got = unsafe buffer.withUnsafeMutableBytes { unsafe recv(connection, $0.baseAddress, $0.count, 0) }
      guard got > 0 else { break }
      answer += buffer[..<got]
    }
    return String(decoding: answer, as: UTF8.self)
  }

  /// Asks again until the answer is the one waited for, at most for some seconds: a build is told before it is shown.
  private static func eventually(
    _ answer: () throws -> String, until isRight: (String) -> Bool
  ) throws -> String {
    var last = ""
    for _ in 0..<200 {
      last = try answer()
      if isRight(last) { return last }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return last
  }
}
