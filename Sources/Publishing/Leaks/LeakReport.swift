import Bytes
import Diagnostics
import Training
import Values

/// What the scan says of each file of a portal, at the file that an editor would open.
struct LeakReport: Sendable {
  private let scan: LeakScan
  private let withheld: WithheldNames
  private let files: ContentFiles

  init(_ model: Model) {
    scan = LeakScan(model)
    withheld = WithheldNames(model)
    files = model.files
  }

  /// Stands for what is looked for and what is released from the scan.
  var digest: FastHash {
    let (released, names) = (scan.digest, withheld.digest)
    return FastHash(high: released.high ^ names.low, low: released.low ^ names.high)
  }

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
    found += copies(in: bytes, path: path, source: source, shown: shown)
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

  /// Copies of lists that are not public; a table of another encoding is read as it is decoded.
  private func copies(in bytes: Span<UInt8>, path: String, source: String?, shown: String) -> [Diagnostic] {
    guard !withheld.isEmpty else { return [] }
    if files.attachments.contains(path) {
      let text = CSVReader.text(of: files.bytes(of: "content/" + path) ?? [])
      return withheld.findings(in: text.span).map { $0.diagnostic(at: "content/" + path) }
    }
    let found = withheld.findings(in: bytes)
    guard !found.isEmpty else { return [] }
    let inSource = source.flatMap { files.bytes(of: $0) }.map { withheld.findings(in: $0.span) } ?? []
    return found.map { finding in
      let origin = inSource.first { $0.title == finding.title && $0.reason == finding.reason }
      return origin.flatMap { origin in source.map { origin.diagnostic(at: $0) } } ?? finding.diagnostic(at: shown)
    }
  }
}
