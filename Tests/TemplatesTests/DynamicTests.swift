import Expressions
import Templates
import Testing
import Values

/// Values whose types are not known follow Jinja2 3.1.6 at run time; what random comparison found is kept here.
struct DynamicTests {
  static let context: [(name: String, value: Value)] = [
    ("n", .number(Decimal(3))), ("s", .text("a")), ("none", .none), ("empty", .list([])),
    ("xs", .list([.number(Decimal(1)), .number(Decimal(2))])), ("no", .boolean(false)),
  ]

  private func render(_ layout: String) -> String? {
    let files = [
      LayoutFile(name: "page.html", path: "page.html", bytes: Array(layout.utf8)),
      LayoutFile(
        name: "m.html", path: "m.html", bytes: Array("{% macro f() %}{{ n }}{% endmacro %}".utf8)),
    ]
    let (set, _) = LayoutSet.loadDynamic(files: files, main: "page.html", variables: Self.context.map(\.name))
    var output: [UInt8] = []
    do throws(LayoutError) {
      try set.render("page.html", Self.context.map(\.value), page: SitePath(""), into: &output)
      return String(decoding: output, as: UTF8.self)
    } catch { return nil }
  }

  @Test(arguments: [
    ("{{ 'a' is in xs }}", "False"), ("{{ 2 is divisibleby(n) }}", "False"), ("{{ 'ab' * no }}|", "|"),
    ("{{ '' * 999999999999 }}|", "|"), ("{{ xs|replace('1', '9') }}", "[9, 2]"), ("{{ xs|int }}", "0"),
    ("{{ no|select|list }}{{ no|map('upper')|list }}", "[][]"), ("{{ 'ßA'|capitalize }}", "Ssa"),
    ("{{ xs[9] in empty }}{{ xs[9] is in empty }}", "FalseFalse"), ("{{ n is lower }}", "False"), ("{{ +no }}", "0"),
    ("{{ 1 is sameas(nil) }}{{ no|urlencode }}{{ none|urlencode }}", "FalseFalseNone"),
    ("{{ ''|sum }}{{ {}|sum }}", "00"),
    ("{% if no %}{% import 'm.html' as m %}{{ lacking(1) }}{{ m.g() }}{% endif %}a", "a"),
    ("{{ xs|truncate(8) }}", "[1, 2]"), ("{{ n|striptags }}{{ xs|striptags }}", "3[1, 2]"),
  ])
  func `a value is what Jinja makes of it`(layout: String, expected: String) {
    #expect(render(layout) == expected)
  }

  @Test(arguments: [
    "{{ xs|indent }}", "{{ n|indent }}", "{{ range(20)|list|truncate(8) }}", "{{ +s }}", "{{ +xs }}", "{{ +xs[9] }}",
    "{{ lacking() }}", "{{ lacking(1)|default('a') }}", "{{ 'a'|sum }}", "{{ {'a': 1}|sum }}",
    "{{ n is eq(xs[9]) }}", "{{ 3 in [xs[9], 3] }}",
    "{{ 'ab' * 9223372036854775807 }}", "{% from 'm.html' import f %}{{ f() }}", "{{ xs[9] in xs }}",
  ])
  func `what fails in Jinja fails here`(layout: String) { #expect(render(layout) == nil) }
}
