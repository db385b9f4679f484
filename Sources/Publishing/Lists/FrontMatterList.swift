import Diagnostics
import Values

/// A list in the front matter of a Markdown file, to which an item is added; everything else stays byte for byte.
enum FrontMatterList {
  /// `bytes` with `item`, a flow mapping, at the end of the list `key`, which begins before the key `next` when there is none yet.
  ///
  /// - Returns: `nil` when there is no front matter, or the key holds something else than a list.
  /// - Complexity: O(bytes).
  static func appending(_ item: String, to key: String, before next: String, in bytes: [UInt8]) -> [UInt8]? {
    guard let range = FrontMatter.split(bytes, path: "").parts.yaml,
      let entries = YAMLReader.read(bytes, in: range, path: "").root?.entries
    else { return nil }
    let lineBreak = TextEdit.lineBreak(of: bytes)
    guard let entry = entries.first(where: { $0.key == key }) else {
      let place = entries.first { $0.key == next }.map { TextEdit.lineStart(in: bytes, of: Int($0.keySpan.start)) }
      let line = Array("\(key):".utf8) + lineBreak + Array("  - \(item)".utf8) + lineBreak
      let start = place ?? range.upperBound
      return TextEdit.apply([TextEdit(start..<start, line)], to: bytes)
    }
    guard let items = entry.value.items else {
      guard entry.value.scalar?.text.isEmpty ?? false else { return nil }
      let end = Int(entry.keySpan.end)
      guard let colon = bytes[end...].firstIndex(of: UInt8(ascii: ":")) else { return nil }
      return TextEdit.apply([TextEdit(colon + 1..<colon + 1, " [\(item)]".utf8)], to: bytes)
    }
    let value = Int(entry.value.span.start)..<Int(entry.value.span.end)
    if bytes[value.lowerBound] == UInt8(ascii: "[") {
      let end = items.last.map { Int($0.span.end) } ?? value.lowerBound + 1
      return TextEdit.apply([TextEdit(end..<end, (items.isEmpty ? item : ", " + item).utf8)], to: bytes)
    }
    guard let first = items.first, let last = items.last else { return nil }
    // The dash of the first item stands where those of all others do.
    let line = TextEdit.lineStart(in: bytes, of: Int(first.span.start))
    let indent = bytes[line...].prefix { $0 == UInt8(ascii: " ") }
    var end = Int(last.span.end)
    if bytes[end - 1] != UInt8(ascii: "\n") { end = TextEdit.lineEnd(in: bytes, from: end) }
    return TextEdit.apply([TextEdit(end..<end, indent + Array("- \(item)".utf8) + lineBreak)], to: bytes)
  }
}
