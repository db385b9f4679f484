import Publishing

/// Answers requests from a portal in memory: the same files that a build publishes, and on pages a script that loads them
/// anew when there is a newer portal.
enum PreviewResponder {
  /// Where the preview's own files are; a portal has no folder that begins with a dot.
  static let events = "/.prospectus/events"
  private static let script = "/.prospectus/reload.js"

  /// The answer to `request`.
  ///
  /// - Complexity: O(bytes of the answer).
  static func response(to request: HTTPRequest, _ shown: PreviewState.Shown) -> HTTPResponse {
    if request.path == script {
      return HTTPResponse(type: ContentType.of(script), body: Array(reloading.utf8))
    }
    guard let portal = shown.portal else {
      let text =
        "<!doctype html><meta charset=\"utf-8\"><title>prospectus serve</title><pre>\(escaped(shown.problems))</pre>"
      return page(Array(text.utf8), .unavailable, shown)
    }
    let path = String(request.path.dropFirst())
    let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    if let bytes = portal.bytes(of: file) {
      return file.hasSuffix(".html")
        ? page(bytes, .ok, shown) : HTTPResponse(type: ContentType.of(file), body: bytes)
    }
    if !path.hasSuffix("/"), portal.bytes(of: path + "/index.html") != nil {
      var response = HTTPResponse.text(.movedPermanently, "/")
      response.location = encoded("/" + path + "/") + (request.query.isEmpty ? "" : "?" + request.query)
      return response
    }
    guard let bytes = portal.bytes(of: "404.html") else { return .text(.notFound, "404") }
    return page(bytes, .notFound, shown)
  }

  /// A page with the script in it, before the end of its body.
  private static func page(_ bytes: [UInt8], _ status: HTTPResponse.Status, _ shown: PreviewState.Shown) -> HTTPResponse
  {
    let tag = Array("<script src=\"\(script)?\(shown.version)\"></script>".utf8)
    let end = Array("</body>".utf8)
    var place = bytes.count
    var index = bytes.count - end.count
    while index >= 0 {
      if bytes[index] == end[0], bytes[index..<index + end.count].elementsEqual(end) {
        place = index
        break
      }
      index -= 1
    }
    return HTTPResponse(
      status: status, type: ContentType.of("index.html"), body: bytes[..<place] + tag + bytes[place...])
  }

  /// Loads the page anew when another portal is shown than the one it came from; the browser keeps the place in the page.
  private static let reloading = """
    (() => {
      const version = document.currentScript.src.split('?')[1];
      const events = new EventSource('\(events)');
      events.onmessage = (event) => { if (event.data !== version) location.reload(); };
    })();

    """

  /// `version` as an event of `events`.
  static func event(_ version: Int64) -> [UInt8] { Array("data: \(version)\n\n".utf8) }

  /// The beginning of the answer that events follow.
  static let eventsHead = Array(
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n".utf8)

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  /// A path for a header: what is not a plain letter, digit or mark is escaped.
  private static func encoded(_ path: String) -> String {
    var result = ""
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80, scalar.properties.isAlphabetic || "0123456789-._~/".unicodeScalars.contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result.unicodeScalars.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return result
  }
}
