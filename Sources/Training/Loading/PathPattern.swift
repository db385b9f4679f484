/// A path with names in braces: `years/{plan}/projects/{project}/classes.csv`.
///
///     pattern = part { "/" part }        part = text | { text } "{" name "}" { text }
///
/// Each part holds at most one name, which stands for one or more characters other than `/`.
struct PathPattern: Sendable {
  private struct Part: Sendable {
    var prefix: String
    var name: String?
    var suffix: String
  }

  private let parts: [Part]

  init(_ pattern: String) {
    parts = pattern.split(separator: "/").map { part in
      guard let open = part.firstIndex(of: "{"), let close = part.firstIndex(of: "}") else {
        return Part(prefix: String(part), name: nil, suffix: "")
      }
      return Part(
        prefix: String(part[..<open]), name: String(part[part.index(after: open)..<close]),
        suffix: String(part[part.index(after: close)...]))
    }
  }

  /// What the names stand for in `path`, in the order of the pattern; `nil` when it does not fit.
  func match(_ path: String) -> [(name: String, text: String)]? {
    let pieces = path.split(separator: "/")
    guard pieces.count == parts.count else { return nil }
    var captures: [(name: String, text: String)] = []
    for (part, piece) in zip(parts, pieces) {
      guard let name = part.name else {
        guard piece == part.prefix else { return nil }
        continue
      }
      guard piece.hasPrefix(part.prefix), piece.hasSuffix(part.suffix),
        piece.utf8.count > part.prefix.utf8.count + part.suffix.utf8.count
      else { return nil }
      captures.append((name, String(piece.dropFirst(part.prefix.count).dropLast(part.suffix.count))))
    }
    return captures
  }
}
