/// Content that gives a code, and the same content put right. Tests lay both over a small portal and look.
package struct Example: Sendable {
  /// A part of a file.
  package struct Passage: Sendable {
    /// The file, from the folder of the portal: `content/site.yml`.
    package let path: String
    /// The text that gives the code.
    package let before: String
    /// The text that does not.
    package let after: String
    /// The text of the small portal in whose place both are put; `nil` when `after` itself stands there, or when the small
    /// portal has no such file.
    package let over: String?

    /// Whether the passage is there for another one and stays as it is.
    package var stays: Bool { before == after }

    /// The header of the table whose rows these are; `nil` where they bring their own, and for what is no table.
    package var header: String? {
      guard let header = ExamplePath.headers[path] else { return nil }
      return [before, after].contains { $0.hasPrefix(header) } ? nil : header
    }

    /// A passage that stays as it is.
    static func beside(_ path: String, _ text: String, over: String? = nil) -> Passage {
      Passage(path: path, before: text, after: text, over: over)
    }

    /// A passage that has to change as well.
    static func also(_ path: String, before: String, after: String, over: String? = nil) -> Passage {
      Passage(path: path, before: before, after: after, over: over)
    }
  }

  /// The first one is in the file of which the code is said.
  package let passages: [Passage]

  /// Of several files, when what is wrong stands in another one than the code is said of.
  init(_ passages: Passage...) { self.passages = passages }

  init(_ path: String, before: String, after: String, over: String? = nil, _ others: Passage...) {
    passages = [Passage(path: path, before: before, after: after, over: over)] + others
  }
}
