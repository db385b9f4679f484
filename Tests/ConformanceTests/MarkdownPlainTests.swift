import Foundation
import Markdown
import Testing

@Suite(.enabled(if: MarkdownCases.isPresent, "skipped: no conformance data"))
struct MarkdownPlainTests {
  @Test(arguments: [("commonmark-0.30", 652), ("cmark-regression-0.30.2", 16)])
  func `without features the output is that of libcmark, byte for byte`(file: String, count: Int) throws {
    let cases = try MarkdownCases.load(file)
    #expect(cases.count == count)
    for example in cases {
      #expect(MarkdownCases.html(example.markdown) == example.html, "\(file) \(example.name): \(example.markdown)")
    }
  }
}
