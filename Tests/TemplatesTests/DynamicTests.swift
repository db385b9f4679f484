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
    ("{{ 'ab'|replace('', '-') }}{{ '中b'|replace('', '-', 2) }}{{ ''|replace('', '-') }}", "-a-b--中-b-"),
    ("{{ 'a'|center(20000)|length }}{{ 'a\\nb'|indent(2000)|length }}", "200002003"),
    ("{{ [1, [2]]|tojson(40)|length }}{{ [1]|tojson(-1) }}", "212[\n1\n]"),
    (
      "{{ '1e3'|int }} {{ ' -1_0.5 '|int }} {{ '5.'|int }} {{ '+7'|int }} {{ '٣'|int }} {{ '.5e1'|int }}",
      "1000 -10 5 7 3 5"
    ),
    ("{{ '0x1A'|int(base=0) }} {{ '-0b11'|int(0, 0) }} {{ '012'|int(7, 0) }} {{ '0x'|int(7, 0) }}", "26 -3 12 7"),
    (
      "{{ 'a\\r\\nb\\rc\\x0bd'|indent(1) }}|{{ 'a\\n'|indent(1, true) }}|{{ 'a\\r'|indent(1) }}|",
      "a\n b\n c\n d| a\n|a|"
    ),
    ("{{ '0x_1F'|int(0, 16) }} {{ '0o17'|int(0, 8) }} {{ '1.5'|int(0, 16) }} {{ '1e400'|int(7) }}", "31 15 1 7"),
    (
      "{{ '1__0'|int(5) }}{{ '1_'|int(5) }}{{ '.'|int(5) }}{{ '1e'|int(5) }}{{ '--1'|int(5) }}{{ '0e99999999999'|int }}",
      "555550"
    ),
    ("{{ '\\101\\18' == 'A\\x018' }}{{ '\\a\\b\\f\\v' == '\\x07\\x08\\x0c\\x0b' }}{{ '\\777\\q' }}", "TrueTrueǿ\\q"),
    ("{{ [['a']]|map(attribute=-1)|list }}{{ 1 in {1: 2} }}{{ no|safe }}{{ no|trim }}", "[&#39;a&#39;]TrueFalseFalse"),
    ("{% for g in [{'a': 1}]|groupby('a') %}{{ g[0] }}{{ g[-2] }}{{ g[-1]|length }}{% endfor %}", "111"),
    ("{{ xs|truncate(8) }}", "[1, 2]"), ("{{ n|striptags }}{{ xs|striptags }}", "3[1, 2]"),
  ])
  func `a value is what Jinja makes of it`(layout: String, expected: String) {
    #expect(render(layout) == expected)
  }

  @Test(arguments: [
    "{{ xs|indent }}", "{{ n|indent }}", "{{ range(20)|list|truncate(8) }}", "{{ +s }}", "{{ +xs }}", "{{ +xs[9] }}",
    "{{ lacking() }}", "{{ lacking(1)|default('a') }}", "{{ 'a'|sum }}", "{{ {'a': 1}|sum }}",
    "{{ '\\x4' }}", "{{ '\\x+4' }}", "{{ '\\u12' }}", "{{ '\\U00110000' }}", "{{ ['a']|sum(start='') }}",
    "{{ []|sum(start='') }}",
    "{% for x in xs %}{{ loop[0] }}{% endfor %}", "{{ [['a']]|map(attribute='-1')|join }}",
    "{% for g in [{'a': 1}]|groupby('a') %}{{ g[2] }}{% endfor %}", "{{ 'a'|center(99999999999999) }}",
    "{{ [1]|tojson(99999999999999) }}", "{{ 'a\\nb'|indent(99999999999999) }}",
    "{{ n is eq(xs[9]) }}", "{{ 3 in [xs[9], 3] }}",
    "{{ 'ab' * 9223372036854775807 }}", "{% from 'm.html' import f %}{{ f() }}", "{{ xs[9] in xs }}",
  ])
  func `what fails in Jinja fails here`(layout: String) { #expect(render(layout) == nil) }
}
