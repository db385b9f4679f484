import Diagnostics

/// An id on the command line that nothing of the portal has.
enum UnknownIdentifier {
  /// RF02 for `id`, which is no `kind`; `otherwise` is said when none of `ids` is near.
  static func diagnostic(_ id: String, of kind: Message, among ids: [String], otherwise: Message) -> Diagnostic {
    Diagnostic(
      "RF02", Message(zh: "没有编号为“\(id)”的\(kind.zh)", en: "there is no \(kind.en) with the id \"\(id)\""), at: nil,
      repair: Suggestion.nearest(to: id, among: ids).map {
        Message(zh: "是不是“\($0)”？", en: "did you mean \"\($0)\"?")
      } ?? otherwise)
  }
}
