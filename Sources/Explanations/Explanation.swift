package import Diagnostics

/// What a diagnostic code stands for, for the editor who has just been told of it.
package struct Explanation: Sendable {
  /// The code; each has one explanation.
  package let code: DiagnosticCode
  /// What is demanded, as one line without a full stop.
  package let title: Message
  /// Whole sentences: why the rule is there, what breaks it and what does not, what to do, which settings change it.
  package let text: Message
  /// How content gives the code; `nil` when it comes from the machine, the command line or files outside of the content.
  package let example: Example?

  /// Title and text in Chinese and English.
  init(
    _ code: String, _ title: (zh: String, en: String), zh: String, en: String, _ example: Example? = nil
  ) {
    self.code = DiagnosticCode(code)
    self.title = Message(zh: title.zh, en: title.en)
    self.text = Message(zh: zh, en: en)
    self.example = example
  }
}

/// The codes that begin with the same two letters.
package struct ExplanationFamily: Sendable {
  /// Two capital letters.
  package let letters: String
  /// What its codes are about.
  package let name: Message
  /// In the order of their codes.
  package let explanations: [Explanation]

  init(_ letters: String, _ name: (zh: String, en: String), _ explanations: [Explanation]) {
    self.letters = letters
    self.name = Message(zh: name.zh, en: name.en)
    self.explanations = explanations
  }
}
