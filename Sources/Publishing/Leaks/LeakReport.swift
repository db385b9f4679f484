import Bytes
import Diagnostics
import Training

/// What the scan says of each file of a portal, at the file that an editor would open.
struct LeakReport: Sendable {
  private let scan: LeakScan
  private let files: ContentFiles

  init(_ model: Model) {
    scan = LeakScan(model)
    files = model.files
  }

  /// Stands for what is released from the scan.
  var digest: FastHash { scan.digest }

  /// What is compressed or a picture holds no text to read.
  private static let opaque: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "ico", "pdf", "zip", "docx", "xlsx", "pptx", "doc", "xls", "ppt", "woff",
    "woff2", "ttf",
    "mp3", "mp4", "gz",
  ]

  /// One message for each kind of thing in the file `path`, whose text is that of the file `source`.
  ///
  /// - Complexity: O(length).
  func diagnostics(of bytes: Span<UInt8>, path: String, source: String?) -> [Diagnostic] {
    let name = path.utf8Span.span
    let inName = scan.leaks(in: name, path: "")
    // A name that holds a number is shown without its digits.
    let shown = "site/" + (inName.isEmpty ? path : String(path.map { $0.isNumber ? "•" : $0 }))
    var found = inName.map { $0.kind.diagnostic(inName: shown) }
    if let end = path.lastIndex(of: "."), Self.opaque.contains(path[path.index(after: end)...].lowercased()) {
      return found
    }
    let leaks = scan.leaks(in: bytes, path: path)
    guard !leaks.isEmpty else { return found }
    let inSource = source.flatMap { files.bytes(of: $0) }.map { scan.leaks(in: $0.span, path: "text.md") } ?? []
    for kind in Leak.Kind.allCases {
      let lines = leaks.filter { $0.kind == kind }.map(\.line)
      let sourceLines = inSource.filter { $0.kind == kind }.map(\.line)
      if !lines.isEmpty {
        found.append(
          kind.diagnostic(
            in: shown, lines: lines,
            source: source.flatMap { sourceLines.isEmpty ? nil : ($0, sourceLines) }))
      }
    }
    return found
  }
}
