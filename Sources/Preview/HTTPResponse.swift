/// What the preview server answers.
struct HTTPResponse: Sendable {
  enum Status: Int, Sendable {
    case ok = 200
    case movedPermanently = 301
    case badRequest = 400
    case misdirected = 421
    case notFound = 404
    case methodNotAllowed = 405
    case unavailable = 503

    var phrase: String {
      switch self {
      case .ok: "OK"
      case .movedPermanently: "Moved Permanently"
      case .badRequest: "Bad Request"
      case .misdirected: "Misdirected Request"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .unavailable: "Service Unavailable"
      }
    }
  }

  var status = Status.ok
  var type = "text/plain; charset=utf-8"
  /// Where it is instead.
  var location: String?
  var body: [UInt8] = []

  /// A short text.
  static func text(_ status: Status, _ text: String) -> HTTPResponse {
    HTTPResponse(status: status, body: Array((text + "\n").utf8))
  }

  /// The bytes that go out; without the body for `HEAD`. Nothing is kept by the browser, and the connection ends.
  func bytes(isHead: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
    head += "Content-Type: \(type)\r\nContent-Length: \(body.count)\r\n"
    head += "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n"
    if let location { head += "Location: \(location)\r\n" }
    if status == .methodNotAllowed { head += "Allow: GET, HEAD\r\n" }
    return Array((head + "\r\n").utf8) + (isHead ? [] : body)
  }
}
