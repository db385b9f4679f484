import Diagnostics
import Expressions
import Templates
import Testing
import Values

/// Layouts that would take for ever, or all memory, end with a diagnostic about a limit; none of these tests is timed.
struct PathologicalTests {
  /// Codes of what is said when the layout is loaded and rendered as `page.html` with the sample values.
  private func codes(
    _ page: String, _ partials: [String: String] = [:], change: (inout LayoutOptions) -> Void = { _ in }
  ) -> [String] {
    var options = LayoutOptions()
    change(&options)
    let files = [("page.html", page)] + partials.map { ($0.key, $0.value) }
    let (set, found) = LayoutSet.load(
      files: files.map { LayoutFile(name: $0.0, path: $0.0, bytes: Array($0.1.utf8)) },
      signatures: ["page.html": SampleRecord.variables], options: options)
    guard !found.hasErrors else { return found.map(\.code.text) }
    var output: [UInt8] = []
    do throws(LayoutError) {
      try set.render("page.html", SampleRecord.values(), page: SitePath(""), into: &output)
      return []
    } catch { return [error.diagnostic.code.text] }
  }

  private func nested(_ count: Int, _ opening: String, _ closing: String) -> String {
    String(repeating: opening, count: count) + String(repeating: closing, count: count)
  }

  @Test(arguments: [
    ("{% if n %}", "{% endif %}"), ("{% for a in courses %}", "{% endfor %}"), ("{% with %}", "{% endwith %}"),
    ("{% set x %}", "{% endset %}"),
  ])
  func `statements are nested up to a limit`(opening: String, closing: String) {
    // Loops are nested three deep where they run: each level would double the work.
    let inner = opening.contains("for") ? 3 : 140
    #expect(codes(nested(inner, opening, closing)) == [])
    #expect(codes(nested(151, opening, closing)) == ["LT02"])
  }

  @Test(arguments: [
    "'" + String(repeating: "a", count: 1 << 20) + "'", String(repeating: "n + ", count: 1 << 18) + "n",
    "[" + String(repeating: "n, ", count: 1 << 18) + "n]", String(repeating: "a", count: 1 << 20),
    "n" + String(repeating: "|string", count: 1 << 17), "n" + String(repeating: "[0]", count: 1 << 18),
    "t(" + String(repeating: "n, ", count: 1 << 18) + "n)",
  ])
  func `an expression of a megabyte ends with a diagnostic or is printed`(expression: String) {
    let found = codes("{{ " + expression + " }}")
    #expect(found.count <= 1)
    #expect(found.allSatisfy { ["LT01", "LT02", "LT04", "LT07", "LT08", "LT10"].contains($0) }, "\(found)")
  }

  @Test func `a hundred filters in a row are no trouble`() {
    #expect(codes("{{ 'a'" + String(repeating: "|upper|lower", count: 50) + " }}") == [])
  }

  @Test(arguments: [
    "{% for a in range(900) %}{% for b in range(900) %}{% endfor %}{% endfor %}",
    "{% for a in range(900) %}{% for b in range(900) if false %}{% endfor %}{% endfor %}",
    "{% macro m() %}{% for b in range(900) %}{% endfor %}{% endmacro %}{% for a in range(900) %}{{ m() }}{% endfor %}",
  ])
  func `huge loops are stopped`(layout: String) {
    #expect(codes(layout) { $0.stepLimit = 10_000 } == ["LT33"])
  }

  @Test(arguments: ["if n", "for i in [1]"])
  func `statements nested in macros that call themselves are stopped`(statement: String) {
    let end = statement.hasPrefix("if") ? "{% endif %}" : "{% endfor %}"
    let body =
      String(repeating: "{% \(statement) %}", count: 120) + "{% if n %}{{ m(n - 1) }}{% endif %}"
      + String(repeating: end, count: 120)
    #expect(codes("{% macro m(n) %}\(body){% endmacro %}{{ m(140) }}") == ["LT33"])
    #expect(codes("{% macro m(n) %}\(body){% endmacro %}{{ m(5) }}") == [])
  }

  @Test(arguments: [(9, []), (140, ["LT33"])] as [(Int, [String])])
  func `statements nested in layouts that include each other are stopped`(levels: Int, expected: [String]) {
    var partials: [String: String] = ["p\(levels).html": "x"]
    for level in 0..<levels {
      partials["p\(level).html"] =
        String(repeating: "{% if n %}", count: 100) + "{% include 'p\(level + 1).html' %}"
        + String(repeating: "{% endif %}", count: 100)
    }
    #expect(codes("{% include 'p0.html' %}", partials) == expected)
  }

  @Test(
    arguments: [
      (140, "", "", []), (4_000, "", "", ["LT33"]), (6, "(", "|upper)", []), (140, "(", "|upper)", ["LT33"]),
      (140, "[", "][0]", ["LT33"]), (140, "m0(", ")", ["LT33"]), (140, "('' ~ ", ")", ["LT33"]),
    ] as [(Int, String, String, [String])])
  func `a chain of macros is stopped`(count: Int, opening: String, closing: String, expected: [String]) {
    var layout = "{% macro m0(a=0) %}x{% endmacro %}"
    for level in 1..<count {
      let call =
        String(repeating: opening, count: 100) + "m\(level - 1)()" + String(repeating: closing, count: 100)
      layout += "{% macro m\(level)(a=0) %}{{ \(call) }}{% endmacro %}"
    }
    #expect(codes(layout + "{{ m\(count - 1)() }}") == expected)
  }

  @Test(
    arguments: [
      (0, "", "", []), (1, "(", "|upper)", []), (100, "(", "|upper)", ["LT33"]), (140, "[", "][0]", ["LT33"]),
      (140, "m0(", ")", ["LT33"]), (140, "('' ~ ", ")", ["LT33"]), (10, "[1, ", "]|last", ["LT33"]),
    ] as [(Int, String, String, [String])])
  func `expressions nested in macros that call themselves are stopped`(
    levels: Int, opening: String, closing: String, expected: [String]
  ) {
    let call =
      String(repeating: opening, count: levels) + "m(n - 1)" + String(repeating: closing, count: levels)
    let layout =
      "{% macro m0(a) %}{{ a }}{% endmacro %}{% macro m(n) %}{% if n > 0 %}{{ \(call) }}{% endif %}{% endmacro %}"
    #expect(codes(layout + "{{ m(145) }}") == expected)
  }

  @Test func `a layout with more parents than the limit is told so`() {
    var partials = ["p160.html": "{% block b %}x{% endblock %}"]
    for level in 0..<160 {
      partials["p\(level).html"] = "{% extends 'p\(level + 1).html' %}{% block b %}{{ super() }}{% endblock %}"
    }
    #expect(codes("{% extends 'p20.html' %}", partials) == [])
    #expect(codes("{% extends 'p0.html' %}", partials) == ["LT02"])
  }

  @Test func `macros that call each other twice are stopped`() {
    var layout = "{% macro m0() %}x{% endmacro %}"
    for level in 1...40 { layout += "{% macro m\(level)() %}{{ m\(level - 1)() }}{{ m\(level - 1)() }}{% endmacro %}" }
    #expect(codes(layout + "{{ m40() }}") { $0.stepLimit = 10_000 } == ["LT33"])
    #expect(codes(layout + "{% if m40() == '' %}{% endif %}") { $0.stepLimit = 10_000 } == ["LT33"])
  }

  /// A name that is still open when a block calls the next one is another place in the page each time.
  @Test func `blocks that leave the page elsewhere each time are compiled so many times and not more`() {
    let circle =
      "{% block a %}A{{ self.b() if no else '-' }}{% endblock %}"
      + "{% block b %}{% block a %}{% endblock %}{% block b %}}{% endblock%}{% block b %}Bi{% endblock %}a<b}{% endblock %}"
    #expect(Set(codes(circle)).isSuperset(of: ["LT02", "LT15"]))
  }

  @Test(arguments: [
    "{% for i in l %}{% for j in l %}{% if v[j] %}{% endif %}{% endfor %}{% endfor %}",
    "{% if l|select('in', l)|list %}{% endif %}", "{% for i in l %}{% if l|sort|first %}{% endif %}{% endfor %}",
    "{% for i in l %}{% if i is in(l) and -1 is in(l) %}{% endif %}{% endfor %}", "{{ v|sort|first }}",
  ])
  func `work of filters, tests and places in texts is counted`(layout: String) {
    let large =
      "{% set v = 'a'|center(1000000) %}{% set l = range(900)|list %}"
      + String(repeating: "{% set l = l + l %}", count: 5)
    #expect(codes(large + layout) == ["LT33"])
    #expect(codes("{% set v = 'abc'|center(90) %}{% set l = range(90)|list %}" + layout) == [])
  }

  @Test func `a page that is too long is stopped, be it text or values`() {
    let text = String(repeating: "文", count: 1000)
    let layouts = [
      "{% for a in range(900) %}\(text){% endfor %}", "{% for a in range(900) %}{{ '\(text)' }}{% endfor %}",
      "{% macro m() %}\(text){% endmacro %}{% for a in range(900) %}{{ m() }}{% endfor %}",
    ]
    for layout in layouts { #expect(codes(layout) { $0.outputLimit = 100_000 } == ["LT33"]) }
  }

  @Test(arguments: [
    "{% set x = x ~ x %}", "{% set x = x + x %}", "{% set x = [x, x]|join %}", "{% set x = x|replace('a', 'aa') %}",
    "{% set x = x|indent(x, true) %}", "{% set x = (x, x)|join(x) %}",
  ])
  func `a text that doubles is stopped`(statement: String) {
    #expect(codes("{% set x = 'a' %}" + String(repeating: statement, count: 40)) == ["LT33"])
  }

  @Test(arguments: [
    "{% set xs = [1] %}" + String(repeating: "{% set xs = xs + xs %}", count: 40),
    "{% set x = '' %}{% set xs = range(900)|list %}"
      + String(repeating: "{% set xs = xs|map('center', 10000)|list %}{% set xs = xs + xs %}", count: 40),
  ])
  func `a list that doubles is stopped`(layout: String) { #expect(codes(layout) == ["LT33"]) }

  @Test func `a list that holds itself many times cannot be written`() {
    let layout = "{% set xs = [1] %}" + String(repeating: "{% set xs = [xs, xs] %}", count: 40)
    // Its type is forty lists deep: the checker takes it, the writer of JSON does not.
    #expect(codes(layout + "<script type=\"application/ld+json\">{{ xs|tojson }}</script>") == ["LT33"])
  }

  @Test(arguments: [
    "x == y", "x != y", "x < y", "y in [x]", "[x, y]|sort|length", "[x, y]|max|length", "[x, y]|unique|length",
    "[x, y]|groupby(0)|length", "x is eq(y)", "x is in([y])",
  ])
  func `lists that hold themselves many times cannot be compared`(expression: String) {
    let layout =
      "{% set x = [1] %}{% set y = [1] %}"
      + String(repeating: "{% set x = [x, x] %}{% set y = [y, y] %}", count: 40)
    #expect(codes(layout + "{% if " + expression + " %}{% endif %}") == ["LT33"])
  }

  @Test(arguments: [
    "{% set x = [x] %}", "{% set x = {'a': x} %}", "{% set x = x|batch(2)|list %}", "{% set x = (x, 1, note) %}",
    "{% if n %}{% set x = [x, 'a'] %}{% endif %}",
  ])
  func `a list is held by others up to a limit`(statement: String) {
    let start = "{% set x = [1] %}"
    #expect(codes(start + String(repeating: statement, count: 70)) == [])
    #expect(codes(start + String(repeating: statement, count: 20_000)) == ["LT33"])
    // What does not hold the value before is no deeper than it.
    #expect(codes(start + String(repeating: "{% set x = [1, [2], [[n]]] %}{% set y = x[0] %}", count: 300)) == [])
  }

  @Test func `parents, blocks and includes that double are stopped`() {
    var partials = ["b0.html": "{% block main %}x{% endblock %}"]
    for level in 1...40 {
      partials["b\(level).html"] =
        "{% extends 'b\(level - 1).html' %}{% block main %}{{ super() }}{{ super() }}{% endblock %}"
    }
    #expect(
      codes("{% extends 'b40.html' %}", partials) { $0.stepLimit = 10_000 } == ["LT33"])
    partials = ["i0.html": "x"]
    for level in 1...40 {
      partials["i\(level).html"] = "{% include 'i\(level - 1).html' %}{% include 'i\(level - 1).html' %}"
    }
    #expect(codes("{% include 'i40.html' %}", partials) == ["LT02"])
  }

  @Test(
    arguments: [
      ("{{ 'abc'|truncate(9223372036854775807) }}", []), ("{{ 'abc'|truncate(3, true, '', 9223372036854775807) }}", []),
      ("{{ range(0, -9223372036854775807, -1)|length }}", ["LT33"]),
      ("{{ range(1, -9223372036854775807, 1)|length }}", []),
      ("{{ 'a'|center(9223372036854775807)|length }}", ["LT33"]),
      ("{{ 'a'|indent(9223372036854775807)|length }}", ["LT33"]),
      ("{{ 2.5|round(9223372036854775807) }}", ["LT31"]), ("{{ [1]|batch(9223372036854775807)|length }}", ["LT07"]),
      ("{{ [1][9223372036854775807:-9223372036854775807]|length }}", []),
      ("{{ 'abc'|truncate_han(9223372036854775807) }}", []),
    ] as [(String, [String])])
  func `numbers at the end of their range crash nothing`(layout: String, expected: [String]) {
    #expect(codes(layout) == expected)
  }
}
