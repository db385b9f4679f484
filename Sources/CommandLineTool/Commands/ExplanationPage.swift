import Diagnostics
import Explanations

/// The explanations as the Markdown of a help page, for editors who see messages and have no terminal.
struct ExplanationPage {
  private let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ zh: String, _ en: String) -> String { Message(zh: zh, en: en).text(in: language) }

  /// A table for each family; examples are left out, as they hold what must not be published.
  func markdown(of families: [ExplanationFamily]) -> String {
    let introduction = say(
      "消息里方括号中的代码，如 错误\\[RF02\\]，在这里查。例子用命令看：`prospectus explain RF02`。\n",
      "Codes stand in brackets in messages, as in error\\[RF02\\]. For examples: `prospectus explain RF02`.\n")
    return ([introduction] + families.map(table)).joined(separator: "\n")
  }

  private func table(_ family: ExplanationFamily) -> String {
    var text = "## \(family.letters) \(family.name.text(in: language)) {#\(family.letters.lowercased())}\n\n"
    text += say("| 代码 | 要求 | 说明 |\n", "| code | demand | explanation |\n") + "| --- | --- | --- |\n"
    for explanation in family.explanations {
      let cells = [
        explanation.code.text, cell(explanation.title, in: family), cell(explanation.text, in: family),
      ]
      text += "| " + cells.joined(separator: " | ") + " |\n"
    }
    return text
  }

  /// Families whose quotations are what their checks look for in texts, this page among them; code is passed over.
  private static let quoting = ["TX", "OU"]

  private func cell(_ message: Message, in family: ExplanationFamily) -> String {
    let text = message.text(in: language)
    guard Self.quoting.contains(family.letters) else { return Self.escaped(text) }
    var result = ""
    for piece in text.split(separator: "“", omittingEmptySubsequences: false) {
      // None ends before the first one begins.
      guard let end = piece.firstIndex(of: "”") else {
        result += Self.escaped(piece)
        continue
      }
      // Two backticks side by side would be one mark.
      if result.hasSuffix("`") { result += say("、", ", ") }
      result += "`" + piece[..<end].replacing("|", with: "\\|") + "`"
      result += Self.escaped(piece[piece.index(after: end)...])
    }
    return result
  }

  /// `text` as it stands: no sign of it is markup.
  private static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text {
      if "\\`*_{}[]<>|~#".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result.replacing("::", with: "\\:\\:")
  }
}
