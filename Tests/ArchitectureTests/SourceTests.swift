import Testing

@Suite struct SourceTests {
  @Test func `our own writer makes the HTML`() throws {
    // The bench compares the two.
    for source in try Repository.sources("Sources", ["swift", "h", "modulemap"])
    where source.target != "prospectus-bench" {
      for name in ["cmark_render_", "cmark_markdown_to_html"] {
        #expect(!source.lines.contains { $0.contains(name) }, "\(source) names \(name)")
      }
    }
  }

  @Test func `files stay under six hundred lines`() throws {
    for source in try Repository.sources() where source.lines.count > 600 {
      Issue.record("\(source) has \(source.lines.count) lines; split it by construct")
    }
  }

  @Test func `what may crash, or hide from the compiler, is not used`() throws {
    for source in try Repository.sources() {
      for (number, line) in source.lines.enumerated() {
        let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
        for word in ["try!", "as!", "nonisolated(unsafe)", "@unchecked Sendable", "@testable"] {
          #expect(!code.contains(word), "\(source):\(number + 1) uses \(word)")
        }
      }
    }
  }

  @Test func `every declaration that other modules see has a comment`() throws {
    let sources = try Repository.sources()
    let requirements = sources.reduce(into: Set<String>()) { $0.formUnion(Documentation.requirements(in: $1.lines)) }
    for source in sources {
      for place in Documentation.missing(in: source.lines, fulfilling: requirements) {
        Issue.record("\(source):\(place.line) has no doc comment: \(place.text)")
      }
    }
  }

  @Test func `the scanner finds what has no comment`() {
    func missing(_ text: String) -> [Int] {
      Documentation.missing(in: text.split(separator: "\n", omittingEmptySubsequences: false)).map(\.line)
    }
    #expect(missing("package func f() {}") == [1])
    #expect(missing("/// Does.\npackage func f() {}") == [])
    #expect(missing("/// Does.\n@discardableResult\n@inlinable public func f() {}") == [])
    #expect(missing("/// Does.\n\npackage struct S {}") == [3])
    #expect(missing("func f() {}\nlet x = 1\npackage import Bytes\npackage extension S {") == [])
    #expect(missing("extension S: Hashable {\n  package static func == (a: S, b: S) -> Bool { true }\n}") == [])
    #expect(missing("/// S.\npackage struct S {\n  package let a: Int\n  package init() {}\n}") == [])
    #expect(missing("package private(set) var a: Int") == [1])
    let store = Documentation.requirements(in: ["package protocol P {", "  func read(_ path: String)", "}"])
    #expect(store == ["func read(_ path"])
    #expect(Documentation.missing(in: ["  package func read(_ path: String) {}"], fulfilling: store).isEmpty)
    #expect(missing("  let text = \"\"\"\n    package func f() {}\n    \"\"\"") == [])
  }
}
