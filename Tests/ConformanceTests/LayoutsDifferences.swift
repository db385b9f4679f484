/// The cases in which our layouts differ from Jinja2 3.1.6, each under one head.
enum LayoutsDifferences {
  enum Head: String, CaseIterable, Sendable {
    /// Numbers are integers and exact decimals; `round` is half away from zero.
    case numbers
    /// Names of layouts are written out.
    case names
    /// Escaping knows its context; `safe` is for markup only.
    case context
    /// Left out and refused by name.
    case leftOut
    /// Python's literals (True, None, lists).
    case pythonLiteral
  }

  static let table: [String: (head: Head, reason: String)] = [:]
}
