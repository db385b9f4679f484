import Diagnostics
import Expressions
import Templates
import Testing
import Values

/// Which branches are rendered, when that is recorded.
struct BranchTests {
  private static let layout = """
    {% from 'm.html' import used %}{% if n %}a{% elif note %}b{% else %}c{% endif %}
    {% for c in courses %}{{ 'x' if n else 'y' }}{% else %}none{% endfor %}
    {% for c in [] %}{{ c }}{% endfor %}{{ used(1) }}
    """
  private static let macros = """
    {% macro used(n) %}{% if n %}1{% endif %}{% endmacro %}
    {% macro unused(n) %}{% if n %}2{% endif %}{% endmacro %}
    """

  private func set(recordsBranches: Bool) -> LayoutSet {
    var options = LayoutOptions()
    options.recordsBranches = recordsBranches
    let (set, diagnostics) = LayoutSet.load(
      files: [("page.html", Self.layout), ("m.html", Self.macros)].map {
        LayoutFile(name: $0.0, path: $0.0, bytes: Array($0.1.utf8))
      }, signatures: ["page.html": SampleRecord.variables], options: options)
    #expect(diagnostics.isEmpty)
    return set
  }

  private func render(_ set: LayoutSet, n: Int, note: Value = .none, courses: [Value] = []) throws -> String {
    var output: [UInt8] = []
    try set.render(
      "page.html", ["n": .number(Decimal(n)), "note": note, "courses": .list(courses)], page: SitePath(""),
      into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func names(_ set: LayoutSet) -> [String] {
    set.unreachedBranches.map { branch in
      let text = branch.path == "m.html" ? Self.macros : Self.layout
      return "\(branch.kind.rawValue): " + String(decoding: Array(text.utf8)[branch.span.range], as: UTF8.self)
    }
  }

  @Test func `what no page has rendered is named`() throws {
    let set = set(recordsBranches: true)
    let condition = "{% if n %}"
    let loop = "{% for c in courses %}"
    let never = ["macro: unused", "if: n"]
    let empty = "for: {% for c in [] %}"
    _ = try render(set, n: 1)
    #expect(
      names(set) == never + [
        "else: " + condition, "if: note", "for: " + loop, "… else: 'x' if n else 'y'", "… if: 'x' if n else 'y'", empty,
      ])
    _ = try render(set, n: 0, note: .text("b"), courses: [SampleRecord.course()])
    #expect(names(set) == never + ["else: " + condition, "… if: 'x' if n else 'y'", empty])
    _ = try render(set, n: 0)
    _ = try render(set, n: 1, courses: [SampleRecord.course()])
    #expect(names(set) == never + [empty])
  }

  @Test func `recording changes no byte, and without it nothing is named`() throws {
    let plain = set(recordsBranches: false)
    let courses = [SampleRecord.course()]
    #expect(
      try render(plain, n: 2, courses: courses) == render(set(recordsBranches: true), n: 2, courses: courses))
    #expect(plain.unreachedBranches.isEmpty)
  }
}
