/// A path with names in braces: `years/{plan}/projects/{project}/classes.csv`.
///
///     pattern = part { "/" part }        part = text | { text } "{" name "}" { text }
///
/// Each part holds at most one name, which stands for one or more characters other than `/`.
package struct PathPattern: Sendable {
  private struct Part: Sendable {
    var prefix: [UInt8]
    var name: String?
    var suffix: [UInt8]
  }

  private let parts: [Part]

  /// How many names a path that fits has, its folders among them.
  var count: Int { parts.count }

  /// Reads a pattern.
  package init(_ pattern: String) {
    parts = pattern.split(separator: "/").map { part in
      guard let open = part.firstIndex(of: "{"), let close = part.firstIndex(of: "}") else {
        return Part(prefix: Array(part.utf8), name: nil, suffix: [])
      }
      return Part(
        prefix: Array(part[..<open].utf8), name: String(part[part.index(after: open)..<close]),
        suffix: Array(part[part.index(after: close)...].utf8))
    }
  }

  /// A path cut at its slashes, to be compared with several patterns.
  package static func pieces(of path: String) -> [ArraySlice<UInt8>] {
    Array(path.utf8).split(separator: UInt8(ascii: "/"))
  }

  /// What the names stand for in the path of `pieces`, in the order of the pattern; `nil` when it does not fit.
  package func match(_ pieces: [ArraySlice<UInt8>]) -> [(name: String, text: String)]? {
    guard pieces.count == parts.count else { return nil }
    for (part, piece) in zip(parts, pieces) {
      if part.name == nil {
        guard piece.elementsEqual(part.prefix) else { return nil }
      } else {
        guard piece.count > part.prefix.count + part.suffix.count, piece.starts(with: part.prefix),
          piece.suffix(part.suffix.count).elementsEqual(part.suffix)
        else { return nil }
      }
    }
    return zip(parts, pieces).compactMap { part, piece in
      part.name.map { name in
        (name, String(decoding: piece.dropFirst(part.prefix.count).dropLast(part.suffix.count), as: UTF8.self))
      }
    }
  }
}
