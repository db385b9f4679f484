import Foundation
import Markdown
import Testing

@Suite(.enabled(if: MarkdownCases.isPresent, "skipped: no conformance data"))
struct MarkdownFeatureTests {
  private func check(
    _ file: String, count: Int, _ features: (MarkdownCases.Case) -> MarkdownFeatures?
  ) throws {
    let cases = try MarkdownCases.load(file)
    #expect(cases.count == count)
    for example in cases {
      guard let features = features(example) else { continue }
      let difference = MarkdownDifferences.expected["\(file)/\(example.name)"]
      let expected = difference == nil ? example.html : difference?.html ?? example.comrakHTML
      #expect(
        MarkdownCases.html(example.markdown, features) == expected, "\(file) \(example.name): \(example.markdown)")
    }
  }

  @Test func `tables, strikethrough and tasks are those of cmark-gfm`() throws {
    try check("gfm-extra", count: 92) { _ in [.tables, .strikethrough, .tasks] }
    try check("gfm-extensions", count: 51) { example in
      var features: MarkdownFeatures = []
      for name in example.extensions ?? [] {
        switch name {
        case "table": features.insert(.tables)
        case "strikethrough": features.insert(.strikethrough)
        case "tasklist": features.insert(.tasks)
        case "autolink": features.insert(.autolinks)
        default: break
        }
      }
      return features
    }
  }

  @Test func `emphasis beside Chinese punctuation follows the CJK-friendly amendment`() throws {
    try check("cjk-emphasis", count: 301) { $0.strikethrough == true ? [.cjkEmphasis, .strikethrough] : .cjkEmphasis }
    try check("cjk-emphasis-fuzz", count: 300) { _ in .cjkEmphasis }
    try check("cjk-emphasis-fuzz", count: 300) { _ in [.cjkEmphasis, .strikethrough] }
  }

  @Test func `line breaks between Chinese characters leave no blank`() throws {
    try check("cjk-linebreaks", count: 265) { _ in .cjkLineBreaks }
  }

  /// A set of features and how many of the 652 examples it may change.
  static let limits: [(features: MarkdownFeatures, limit: Int)] = [
    (.tables, 0), (.strikethrough, 0), (.tasks, 0), (.cjkEmphasis, 0), (.cjkLineBreaks, 0), (.directives, 0),
    (.figures, 0), (.footnotes, 0), (.autolinks, 5), (.headingIDs, 40), (.safeHTML, 65), (.linkRules, 45),
    ([.tables, .strikethrough, .tasks, .cjkEmphasis, .cjkLineBreaks, .directives, .figures], 0),
  ]

  @Test(arguments: limits)
  func `each feature leaves the examples of CommonMark alone but for those it is about`(
    features: MarkdownFeatures, limit: Int
  ) throws {
    var different: [String] = []
    for example in try MarkdownCases.load("commonmark-0.30") {
      if MarkdownCases.html(example.markdown, features) != example.html { different.append(example.name) }
    }
    #expect(different.count <= limit, "\(different.joined(separator: " "))")
  }
}
