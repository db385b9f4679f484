import Arguments
import Diagnostics
import Explanations
import Values

/// Explanations as text for a terminal or as JSON for programs.
struct ExplanationText {
  private let language: Language
  /// Columns of the terminal.
  private let width: Int

  init(_ language: Language, width: Int) {
    self.language = language
    self.width = width
  }

  private func say(_ zh: String, _ en: String) -> String { Message(zh: zh, en: en).text(in: language) }

  /// All codes with their titles, a heading for each family.
  func index(of families: [ExplanationFamily]) -> String {
    families.map { family in
      "\(family.letters) \(family.name.text(in: language))\n"
        + family.explanations.map { "  \($0.code)  \(wrapped($0.title.text(in: language), behind: 8))\n" }.joined()
    }.joined(separator: "\n") + "\n" + say("详细：prospectus explain 代码\n", "more: prospectus explain CODE\n")
  }

  /// Title, text and example of one code.
  func explanation(_ explanation: Explanation) -> String {
    var text = "\(explanation.code)  \(wrapped(explanation.title.text(in: language), behind: 6))\n\n"
    text += wrapped(explanation.text.text(in: language), behind: 0) + "\n"
    for passage in explanation.example?.passages ?? [] { text += "\n" + self.text(of: passage) }
    return text
  }

  private func text(of passage: Example.Passage) -> String {
    guard !passage.stays else { return part(say("同时有", "With"), passage, passage.before) }
    return part(say("改前", "Before"), passage, passage.before) + part(say("改后", "After"), passage, passage.after)
  }

  private func part(_ heading: String, _ passage: Example.Passage, _ text: String) -> String {
    guard !text.isEmpty else { return "\(heading)  \(passage.path)  " + say("（没有这个文件）\n", "(no such file)\n") }
    let text = (passage.header.map { $0 + "\n" } ?? "") + text
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return "\(heading)  \(passage.path)\n" + lines.map { $0.isEmpty ? "  |\n" : "  | \($0)\n" }.joined()
  }

  private func wrapped(_ text: String, behind indent: Int) -> String {
    LineWrap.wrap(text, width: width - indent, indent: indent)
  }

  /// An array with an object for each code; both languages, because programs choose.
  static func json(_ explanations: [Explanation]) -> [UInt8] {
    var writer = JSONWriter(.indented)
    writer.array { writer in
      for explanation in explanations {
        writer.object { writer in
          writer.field("code", explanation.code.text)
          field("title", explanation.title, &writer)
          field("text", explanation.text, &writer)
          writer.key("example")
          writer.array { writer in
            for passage in explanation.example?.passages ?? [] {
              writer.object { writer in
                writer.field("file", passage.path)
                if let header = passage.header { writer.field("header", header) }
                writer.field("before", passage.before)
                writer.field("after", passage.after)
              }
            }
          }
        }
      }
    }
    return writer.output
  }

  private static func field(_ name: String, _ message: Message, _ writer: inout JSONWriter) {
    writer.key(name)
    writer.object { writer in
      writer.field("zh", message.zh)
      writer.field("en", message.en)
    }
  }
}
