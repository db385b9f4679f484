import Preview
import TestSupport
import Testing

@Suite struct HTTPRequestTests {
  private func read(_ lines: String...) -> Result<HTTPRequest, HTTPRequest.Problem> {
    let head = (lines + ["", ""]).joined(separator: "\r\n")
    do throws(HTTPRequest.Problem) { return .success(try HTTPRequest(Array(head.utf8))) } catch {
      return .failure(error)
    }
  }

  @Test(arguments: [
    ("/", "/", ""), ("/courses/?page=2&x=?", "/courses/", "page=2&x=?"), ("/a%20b/%E8%AF%BE.html", "/a b/课.html", ""),
    ("/课/", "/课/", ""), ("/a/./b//c", "/a/./b//c", ""), ("/...", "/...", ""),
  ])
  func `paths are decoded`(target: String, path: String, query: String) throws {
    let request = try read("GET \(target) HTTP/1.1", "Host: localhost:8000", "Accept: */*").get()
    #expect(request.path == path && request.query == query && !request.isHead)
    #expect(try read("HEAD \(target) HTTP/1.0", "host:\t127.0.0.1 ").get().isHead)
  }

  @Test(arguments: [
    "/../a", "/a/../../b", "/%2e%2e/a", "/a%2f..%2fb", "/a%5C..", "/%", "/%4", "/%zz", "/%+1", "/%00", "/%0a", "/%ff",
    "a", "*", "http://localhost/", "",
  ])
  func `paths that lead elsewhere are refused`(target: String) {
    #expect(read("GET \(target) HTTP/1.1", "Host: localhost") == .failure(.malformed))
  }

  @Test(arguments: [
    "evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "localhost:80:80",
    "localhost:x", "192.168.1.2", "", "user@localhost", "[::1]:8000",
  ])
  func `other hosts are refused`(host: String) {
    #expect(read("GET / HTTP/1.1", "Host: \(host)") == .failure(.host))
  }

  @Test func `other methods are refused`() {
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "get", "CONNECT"] {
      #expect(read("\(method) / HTTP/1.1", "Host: localhost") == .failure(.method))
    }
  }

  @Test func `what is no request is refused`() {
    for lines in [
      ["GET / HTTP/1.1"], ["GET / HTTP/1.1", "Host: localhost", "Host: localhost"],
      ["GET / HTTP/2", "Host: localhost"],
      ["GET  / HTTP/1.1", "Host: localhost"], ["GET /", "Host: localhost"], ["GET / HTTP/1.1", "Host : localhost"],
      ["GET / HTTP/1.1", "Host: localhost", " folded"], ["GET / HTTP/1.1", "Host: localhost", ":"],
      ["", "Host: localhost"],
      ["GET / HTTP/1.1", "Host: localhost", "a: b\rc: d"], ["GET / HTTP/1.1", "Host: localhost\nX: y"], [],
      ["GET / HTTP/1.1", "Host: localhost", "a: " + String(repeating: "b", count: 16384)],
    ] {
      let head = Array((lines + ["", ""]).joined(separator: "\r\n").utf8)
      #expect(throws: HTTPRequest.Problem.malformed) { try HTTPRequest(head) }
      #expect(throws: HTTPRequest.Problem.malformed) { try HTTPRequest(head.dropLast()) }
    }
  }

  /// Bytes of a request changed, left out and doubled: each is read or refused, and none climbs out.
  @Test func `damaged requests do no harm`() {
    var random = SeededGenerator(seed: 7)
    let whole = Array("GET /courses/%E8%AF%BE/?a=b HTTP/1.1\r\nHost: localhost:8000\r\nAccept: text/html\r\n\r\n".utf8)
    for _ in 0..<20_000 {
      var head = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<head.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: head[place] = UInt8.random(in: 0...255, using: &random)
        case 1: head.remove(at: place)
        default: head.insert(contentsOf: head[place...].prefix(8), at: place)
        }
      }
      if let request = try? HTTPRequest(head) {
        #expect(request.path.hasPrefix("/") && !request.path.split(separator: "/").contains(".."))
      }
    }
  }
}
