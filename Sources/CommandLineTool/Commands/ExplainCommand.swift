import Arguments
import Diagnostics
import Explanations
import Files

/// `explain`: what a diagnostic code means, with an example; without a code the list of all.
struct ExplainCommand {
  let arguments: ParsedArguments
  let language: Language

  func run(in world: World) -> Int32 {
    var found: [Explanation] = []
    for word in arguments.operands.flatMap(Self.codes) {
      guard let explanation = allExplanationFamilies.explanation(of: word) else {
        world.report([Self.unknown(word)], in: language)
        return 2
      }
      if !found.contains(where: { $0.code == explanation.code }) { found.append(explanation) }
    }
    if arguments.has(.explanationMarkdown) {
      world.output.write(ExplanationPage(language).markdown(of: allExplanationFamilies))
      return 0
    }
    if arguments.text(.explainFormat) == "json" {
      let all = arguments.operands.isEmpty ? allExplanationFamilies.flatMap(\.explanations) : found
      world.output.write(ExplanationText.json(all))
      return 0
    }
    let text = ExplanationText(language, width: world.output.width ?? 100)
    world.output.write(
      arguments.operands.isEmpty
        ? text.index(of: allExplanationFamilies) : found.map(text.explanation).joined(separator: "\n"))
    return 0
  }

  /// The codes of an operand as it is typed or copied: `RF02`, `RF02,DT05`, `错误[RF02]`; itself when it holds none.
  private static func codes(in operand: String) -> [String] {
    let words = operand.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
    let codes = words.filter { allExplanationFamilies.explanation(of: $0) != nil }
    // A message that is pasted has other words beside its code.
    let isWhole = codes.count == words.count || operand.contains("[")
    return isWhole && !codes.isEmpty ? codes : [operand]
  }

  private static func unknown(_ word: String) -> Diagnostic {
    let codes = allExplanationFamilies.flatMap(\.explanations).map(\.code.text)
    let nearest = Suggestion.nearest(to: word.uppercased(), among: codes)
    return Diagnostic(
      "AR23", Message(zh: "没有“\(word)”这个代码", en: "there is no code '\(word)'"), at: nil,
      repair: nearest.map { Message(zh: "是不是要写“\($0)”？", en: "did you mean '\($0)'?") }
        ?? Message(
          zh: "代码写在消息的方括号里，如 RF02；全部代码：prospectus explain",
          en: "codes stand in brackets in messages, as in RF02; all of them: prospectus explain"))
  }
}
