import Bytes
import Diagnostics
import Expressions

/// Pages that readers could once open and that are neither there any more nor answered by a line of `redirects.csv`: kept from
/// build to build, so that a message about one of them is not lost with the next edit.
///
/// ```
/// "prospectus addresses 1\n"
/// whole file without this number    16 bytes, FastHash of everything behind it
/// files                             count; for each path
/// ```
struct VanishedAddresses: Sendable {
  /// Files of pages, sorted.
  private(set) var files: [String]

  private static let head = Array("prospectus addresses 1\n".utf8)
  /// Addresses that are told one by one; of the others there is only the number.
  private static let shown = 20

  /// Those of `files`.
  init(_ files: some Sequence<String>) {
    self.files = Set(files).sorted { $0.utf8Span.span.order(to: $1.utf8Span.span) < 0 }
  }

  var bytes: [UInt8] {
    RecordWriter.sealed(Self.head) { body in
      body.append(count: files.count)
      for file in files { body.append(text: file) }
    }
  }

  /// Reads what `bytes` gives; `nil` for anything else.
  init?(_ bytes: [UInt8]) {
    guard var reader = RecordReader(sealed: bytes, Self.head), let files = reader.list({ $0.text() }), reader.isAtEnd
    else { return nil }
    self.init(files)
  }

  /// A message for each, with the line that answers it.
  func diagnostics(_ severity: Severity) -> [Diagnostic] {
    var found = files.prefix(Self.shown).map { file in
      let address = SitePath.path(ofFile: file)
      return Diagnostic(
        "OU09", severity,
        Message(zh: "网址 \(address) 以前有页面，现在没有了", en: "there was a page at \(address), and there is none any more"),
        at: SourceLocation("site/" + file),
        repair: Message(
          zh: "在 content/redirects.csv（没有就新建，第一行写“旧网址,新网址”）加一行“\(address),新网址”；新网址空着表示不再提供",
          en:
            "add the line \"\(address),NEW\" to content/redirects.csv (a new one begins with the line \"from,to\"); nothing behind the comma: gone for good"
        ))
    }
    if files.count > Self.shown {
      let rest = files.count - Self.shown
      found.append(
        Diagnostic(
          "OU09", severity,
          Message(zh: "另有 \(rest) 个网址以前有页面，现在没有了", en: "\(rest) more addresses had pages, and have none any more"),
          at: SourceLocation("site/" + files[Self.shown]),
          repair: Message(zh: "先处理前面的，再构建一次", en: "answer those above, then build again")))
    }
    return found
  }
}
