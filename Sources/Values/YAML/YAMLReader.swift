package import Diagnostics

/// Reads the strict subset of YAML 1.2 (design §3) into a `Node`.
///
/// A document that is accepted has exactly the value a YAML 1.2 parser gives it; all else is refused at its place with
/// a message that shows what to write instead.
///
/// Accepted: block and flow sequences and mappings; plain (also over several lines), single- and double-quoted scalars;
/// literal and folded blocks with indentation and chomping indicators; comments; one `---` and `...`.
/// Refused, each with its own code: anchors, aliases, tags, merge keys, `?` keys, collections as keys, empty keys, keys
/// over several lines, duplicate keys, directives, further documents, tabs in indentation, control characters; and
/// full-width characters where YAML's own were probably meant (`YAMLParser+FullWidth.swift`).
///
/// Decisions where parsers differ: a surrogate pair of `\u` escapes is one character, a lone surrogate is refused; a
/// block scalar cut off by the end of the file ends as if a line break followed; an indentation indicator at the root
/// counts from column 0 (all as libfyaml).
package enum YAMLReader {
  /// The largest text that is read, in bytes.
  package static let maximumSize = 32 << 20

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - bytes: the whole file; offsets in spans count from its first byte.
  ///   - range: the YAML in it (front matter inside a Markdown file); `nil` for the whole file.
  ///   - path: the file's path for diagnostics.
  /// - Returns: the root, `nil` when the text holds no document (only blanks and comments; no diagnostic then) or an
  ///   error; and all that is wrong, in source order, each cause once.
  /// - Complexity: O(length of the range).
  package static func read(
    _ bytes: [UInt8], in range: Range<Int>? = nil, path: String
  ) -> (root: Node?, diagnostics: [Diagnostic]) {
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    do throws(YAMLError) {
      guard range.count <= maximumSize else {
        throw YAMLError(.text(.tooLarge), SourceSpan(range.lowerBound, range.lowerBound))
      }
      try YAMLTextCheck.check(bytes, range)
      var parser = YAMLParser(bytes, range)
      let root = try parser.parseDocument()
      let diagnostics = parser.collected.map { $0.diagnostic(path: path, source: bytes) }
      return (diagnostics.isEmpty ? root : nil, diagnostics)
    } catch {
      return (nil, [error.diagnostic(path: path, source: bytes)])
    }
  }
}
