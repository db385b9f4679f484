internal import Diagnostics

/// What can be wrong with a text, without the words; `+Message` has them.
enum MarkdownProblem: Error, Hashable, Sendable {
  case invalidUTF8
  case noncharacter
}
