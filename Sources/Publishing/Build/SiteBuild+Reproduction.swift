import Bytes
import Diagnostics
import Expressions

extension SiteBuild {
  /// Paths that are told.
  private static let shownPaths = 5

  /// Two builds of the same input differ (OU07): what this one, which took nothing over, is about to publish is not what the
  /// last one published, though the program, the day and every file are the same. With what is taken over there would be
  /// nothing to compare.
  ///
  /// `outputs` is all that will be published.
  ///
  /// - Complexity: O(files).
  func unreproduced(
    _ outputs: [(path: String, hash: FastHash)], _ stage: OutputStage?, _ day: CalendarDate
  ) -> [Diagnostic] {
    guard let stage, !request.usesCache, !result.diagnostics.hasErrors,
      let last = stage.remembered(.build).flatMap({ LastBuild($0, of: question) }),
      last.day == day.dayNumber, last.dayOrigin == result.asOfOrigin, last.hasRead(inputs, [])
    else { return [] }
    let before = Dictionary(last.outputs.map { ($0.path, $0.hash) }) { first, _ in first }
    let now = Set(outputs.map(\.path))
    let others =
      outputs.filter { before[$0.path] != $0.hash }.map(\.path) + last.outputs.map(\.path).filter { !now.contains($0) }
    guard let first = others.first else { return [] }
    let rest = others.dropFirst().prefix(Self.shownPaths - 1)
    let more = others.count > Self.shownPaths ? "…" : ""
    return [
      Diagnostic(
        "OU07", .error,
        Message(
          zh: "输入没有变，\(others.count) 个文件却与上次构建的不同",
          en: "the input is the same, and \(others.count) files differ from those of the last build"),
        at: SourceLocation("site/" + first),
        notes: rest.isEmpty
          ? []
          : [
            .init(
              Message(
                zh: "还有 " + rest.joined(separator: "、") + more, en: "also " + rest.joined(separator: ", ") + more))
          ],
        repair: Message(
          zh: "这是程序的缺陷：用 --output 另写一份，和 site/ 一起报告；不加 --no-cache 可以照常发布",
          en:
            "this is a fault of the program: build a second portal with --output and report it with site/; without --no-cache publishing goes on"
        ))
    ]
  }
}
