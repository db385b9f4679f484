import Diagnostics

/// The line of an error as its author wrote it: repairs show that line put right, not an example.
struct YAMLOwnText {
  /// The line from its first character up to the marked place, the indentation left out.
  let before: String
  /// What is marked, as far as it lies on this line.
  let marked: String
  /// The rest of the line without blanks at the end and without a comment.
  let after: String
  /// The comment behind that, with the blanks before it.
  let comment: String

  /// Longest line that is shown, in characters: longer ones get the example.
  private static let longest = 60

  /// - Complexity: O(length of the line), at most a few hundred bytes.
  init(_ bytes: [UInt8], _ span: SourceSpan) {
    let limit = 4 * Self.longest
    let start = min(Int(span.start), bytes.count)
    let end = min(max(start, Int(span.end)), bytes.count, start + limit)
    var lineStart = start
    while lineStart > 0, start - lineStart < limit, !YAMLParser.isBreakOrEnd(bytes[lineStart - 1]) { lineStart -= 1 }
    var lineEnd = start
    while lineEnd < bytes.count, lineEnd - start < limit, !YAMLParser.isBreakOrEnd(bytes[lineEnd]) { lineEnd += 1 }
    func text(_ from: Int, _ to: Int) -> Substring { String(decoding: bytes[from..<max(from, to)], as: UTF8.self)[...] }
    before = String(text(lineStart, start).drop { $0 == " " || $0 == "\t" })
    marked = String(text(start, min(end, lineEnd)))
    let rest = text(min(end, lineEnd), lineEnd)
    var content = rest
    if let comment = rest.firstRange(of: " #") { content = rest[..<comment.lowerBound] }
    while let last = content.last, last == " " || last == "\t" { content.removeLast() }
    after = String(content)
    comment = String(rest[content.endIndex...])
  }

  /// The whole line.
  var line: String { before + marked + after }

  /// The line cut before its value: `- 时间: ` and `周一: 9:00`.
  var entry: (prefix: String, value: String) { Self.entry(line) }

  private static func entry(_ line: String) -> (prefix: String, value: String) {
    var value = line[...]
    while value.hasPrefix("- ") { value = value.dropFirst(2) }
    if let colon = value.firstRange(of: ": "), value.first != "\"", value.first != "'" {
      value = value[colon.upperBound...].drop { $0 == " " }
    }
    return (String(line[..<value.startIndex]), String(value))
  }

  /// The line with its value in single quotes instead of double ones, in which a backslash is an escape; `nil` when the
  /// value does not end on the line.
  var withSingleQuotes: String? {
    let (prefix, value) = entry
    let inner = value.dropFirst().dropLast()
    guard value.count >= 2, value.first == "\"", value.last == "\"", !inner.contains("\"") else { return nil }
    return prefix + "'" + inner.replacing("'", with: "''") + "'"
  }

  /// A line whose key is introduced by `? ` or is a collection.
  var correctedKey: String? {
    if marked == "?" {
      let key = after.trimmingBlanks
      return before + (key.hasPrefix("[") || key.hasPrefix("{") ? Self.quoted(key) : key) + ": …"
    }
    return after.hasPrefix(":") ? before + Self.quoted(marked) + after : nil
  }

  /// The line with its value in quotes.
  var withQuotedValue: String { entry.prefix + Self.quoted(entry.value) }

  /// The line with its value in quotes, what looks like a comment included.
  var withQuotedComment: String {
    let (prefix, value) = Self.entry(line + comment)
    return prefix + Self.quoted(value)
  }

  /// The line with what begins at the marked place in quotes; inside brackets only the marked word, for the line goes on.
  var withQuotedRest: String {
    before.contains("[") || before.contains("{") ? Self.quoted(marked) : before + Self.quoted(marked + after)
  }

  /// `text` in the quotes that need nothing to be escaped.
  static func quoted(_ text: String) -> String {
    text.contains("\"") || text.contains("\\")
      ? "'" + text.replacing("'", with: "''") + "'" : "\"" + text + "\""
  }

  /// A repair that shows `corrected`; `example` when the line is too long to be shown, or there is nothing to show.
  func repair(_ corrected: String?, or example: Message) -> Message {
    repair(corrected, Message(zh: "写成 ", en: "write "), or: example)
  }

  /// The same with its own words before the text.
  func repair(_ corrected: String?, _ lead: Message, or example: Message) -> Message {
    guard let corrected, !corrected.isEmpty, line.unicodeScalars.count <= Self.longest else { return example }
    return Message(zh: lead.zh + corrected, en: lead.en + "`" + corrected + "`")
  }
}

extension String {
  /// Without blanks before it, full-width ones included.
  var trimmingBlanks: String { String(drop { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }) }
}
