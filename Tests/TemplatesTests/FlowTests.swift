import Diagnostics
import Expressions
import Templates
import Testing
import Values

/// What names mean at each point of a layout: behind branches, in loops, in blocks called through `self`, in macros and in
/// what is included. Where a page is expected, Jinja2 3.1.6 gives the same.
struct FlowTests {
  static let partials = [
    "f.html": "{% macro f() %}f{% endmacro %}{% set v = 'v' %}", "x.html": "{{ x }}", "d.html": "{{ x|default('D') }}",
    "n.html": "{{ note }}",
    "b.html": "{% block b %}{{ x }}{% endblock %}{% set x = 6 %}{{ self.b() }}",
    "g.html": "{% macro f() %}g{% endmacro %}", "p.html": "P{% block b %}{% endblock %}",
  ]

  /// The page, or the codes of what is wrong: values whose types are not known.
  private func dynamic(_ layout: String) -> String {
    let context: [(name: String, value: Value)] = [
      ("yes", .boolean(true)), ("no", .boolean(false)), ("x", .text("X")),
      ("xs", .list([.number(Decimal(1)), .number(Decimal(2))])),
    ]
    let files = [("page.html", layout)] + Self.partials.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let (set, found) = LayoutSet.loadDynamic(
      files: files.map { LayoutFile(name: $0.0, path: $0.0, bytes: Array($0.1.utf8)) }, main: "page.html",
      variables: context.map(\.name))
    let errors = found.filter { $0.severity == .error }
    guard errors.isEmpty else { return errors.map(\.code.text).joined(separator: " ") }
    var output: [UInt8] = []
    do throws(LayoutError) {
      try set.render("page.html", context.map(\.value), page: SitePath(""), into: &output)
      return String(decoding: output, as: UTF8.self)
    } catch { return error.diagnostic.code.text }
  }

  @Test(arguments: [
    ("{% extends 'p.html' %}{% set q %}z{% endset %}{% block b %}[{{ q }}]{% endblock %}", "P[z]"),
    (
      "{% extends 'p.html' %}{% if yes %}{% set q|upper %}z{{ x }}{% endset %}{% endif %}{% block b %}[{{ q }}]{% endblock %}",
      "P[ZX]"
    ),
    // What fails in the argument of a nested test fails, though there is nothing to be tested.
    ("{% set r = [] %}{{ r|rejectattr('n', 'eq', xs[9].o)|join }}", "LT30"),
    ("{% set r = [] %}{{ r|map('replace', xs[9].o, 'b')|join }}", "LT30"),
  ])
  func `names set behind extends, arguments nobody needs`(layout: String, expected: String) {
    #expect(dynamic(layout) == expected)
  }

  // MARK: Macros and imports of one branch

  @Test(arguments: [
    "{% if yes %}{% macro m() %}y{% endmacro %}{% endif %}{{ m() }}",
    "{% if yes %}{% macro m() %}y{% endmacro %}{% endif %}{{ 'y' if m is defined }}",
    "{% if yes %}{% from 'f.html' import f %}{% endif %}{{ f() }}",
    "{% if yes %}{% import 'f.html' as t %}{% endif %}{{ t.f() }}",
    "{% if yes %}{% import 'f.html' as t %}{% endif %}{{ t.v }}",
    "{% if yes %}{% import 'f.html' as t %}{% else %}{% import 'g.html' as t %}{% endif %}{{ t.f() }}",
    "{% if yes %}{% macro m() %}1{% endmacro %}{% else %}{% macro m() %}2{% endmacro %}{% endif %}{{ m() }}",
    "{% set m = 'x' %}{% if no %}{% macro m() %}y{% endmacro %}{% endif %}{{ m }}",
    "{% set m = 'x' %}{% if no %}{% from 'f.html' import f as m %}{% endif %}{{ m|upper }}",
    "{% if no %}{% macro m() %}y{% endmacro %}{% endif %}{% for x in xs %}{{ m() }}{% set m = x %}{% endfor %}",
    "{% if no %}{% macro m() %}y{% endmacro %}{% endif %}{% macro f() %}{{ m() }}{% endmacro %}{{ f() }}",
    "{% macro f() %}{{ m() }}{% endmacro %}{% if no %}{% macro m() %}y{% endmacro %}{{ f() }}{% endif %}{{ f() }}",
  ])
  func `what only one branch defines is refused where it is used behind it`(layout: String) {
    #expect(dynamic(layout) == "LT03")
  }

  @Test(arguments: [
    ("{% if yes %}{% macro m() %}y{% endmacro %}{{ m() }}{% endif %}", "y"),
    ("{% if yes %}{% macro m() %}y{% endmacro %}{% endif %}{% macro m() %}z{% endmacro %}{{ m() }}", "z"),
    (
      "{% if yes %}{% macro m(n) %}{{ n }}{% if n %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(2) }}{% endif %}", "210"
    ),
    ("{% if yes %}{% from 'f.html' import v %}{% endif %}{{ v }}", "v"),
    ("{% from 'f.html' import f %}{% if yes %}{% from 'f.html' import f %}{% endif %}{{ f() }}", "f"),
    ("{% macro m() %}1{% endmacro %}{{ m() }}{% macro m() %}2{% endmacro %}{{ m() }}", "12"),
  ])
  func `what is the same on both ways is used`(layout: String, expected: String) {
    #expect(dynamic(layout) == expected)
  }

  // MARK: Macros, which see what their caller has come to

  @Test(arguments: [
    (
      "{% macro m() %}1{% endmacro %}{% macro f() %}{{ m() }}{% endmacro %}{{ f() }}{% macro m() %}2{% endmacro %}{{ f() }}",
      "12"
    ),
    ("{% set v = 2 %}{% macro f() %}{{ v * 2 }}{% endmacro %}{{ f() }}{% set v = 'a' %}{{ f() }}", "4aa"),
    (
      "{% macro g() %}{{ m() }}{% endmacro %}{% macro f() %}{{ g() }}{% endmacro %}{% macro m() %}1{% endmacro %}{{ f() }}{% from 'f.html' import f as m %}{{ f() }}{{ g() }}",
      "1ff"
    ),
    (
      "{% macro m(n) %}{{ v }}{% if n %}{{ m(n - 1) }}{% endif %}{% endmacro %}{% set v = 1 %}{{ m(2) }}{% set v = 'a' %}{{ m(1) }}",
      "111aa"
    ),
    ("{% macro f() %}{{ v }}{% endmacro %}{{ f() }}{% set v = 1 %}", "LT30"),
  ])
  func `a macro sees what its caller has come to`(layout: String, expected: String) {
    #expect(dynamic(layout) == expected)
  }

  @Test(arguments: [
    "{% set v = n %}{% macro f() %}{{ v }}{% endmacro %}{{ f() }}{% set v = note %}{{ f() }}",
    "{% set v = none %}{% if n %}{% set v = 5 %}{% endif %}{% macro f() %}{{ v }}{% endmacro %}{{ f() }}",
    "{% macro g() %}{{ v }}{% endmacro %}{% macro f() %}{{ g() }}{% endmacro %}{% set v = n %}{{ f() }}{% set v = note %}{{ f() }}",
  ])
  func `what may be absent is told in macros too`(layout: String) {
    #expect(SampleRecord.check(layout).filter { $0.severity == .error }.map(\.code.text) == ["LT09"])
  }

  // MARK: Blocks called through `self`

  @Test(arguments: [
    ("{{ self.b() }}{% set x = 5 %}{{ self.b() }}{% block b %}{{ x }}{% endblock %}", "X55"),
    ("{% set n = 1 %}{{ self.b() }}{% set n = 'a' %}{{ self.b() }}{% block b %}{{ n * 2 }}{% endblock %}", "2aaaa"),
    (
      "{% macro m() %}1{% endmacro %}{{ self.b() }}{% macro m() %}2{% endmacro %}{{ self.b() }}{% block b %}{{ m() }}{% endblock %}",
      "122"
    ),
    (
      "{% from 'f.html' import f %}{{ self.b() }}{% from 'g.html' import f %}{{ self.b() }}{% block b %}{{ f() }}{% endblock %}",
      "fgg"
    ),
    ("{{ self.b() }}{% if no %}{% set x = 5 %}{% endif %}{{ self.b() }}{% block b %}{{ x }}{% endblock %}", "XXX"),
    (
      "{{ self.a() }}{% set x = 5 %}{{ self.a() }}{% block a %}({{ self.b() }}){% endblock %}{% block b %}{{ x }}{% endblock %}",
      "(X)(5)(5)5"
    ),
    ("{% for i in xs %}{{ self.b() }}{% set x = i %}{% endfor %}{% block b %}{{ x }}{% endblock %}", "XXX"),
    ("{{ self.b()|lower }}{% set x = 'Y' %}{{ self.b()|lower }}{% block b %}{{ x }}{% endblock %}", "xyY"),
  ])
  func `a block sees what its caller has come to`(layout: String, expected: String) {
    #expect(dynamic(layout) == expected)
  }

  @Test(arguments: [
    "{% if note %}{{ self.b() }}{% endif %}{{ self.b() }}{% if note %}{% block b %}{{ note }}{% endblock %}{% endif %}",
    "{% if note %}{% block b %}{{ note }}{% endblock %}{{ self.b() }}{% endif %}[{{ self.b() }}]",
    "{% set x = n %}{{ self.b() }}{% set x = note %}{{ self.b() }}{% if x %}{% block b %}{{ x }}{% endblock %}{% endif %}",
    "{% set x = none %}{% if x %}{{ self.b() }}{% endif %}{% set x = note %}{{ self.b() }}{% if x %}{% block b %}{{ x }}{% endblock %}{% endif %}",
  ])
  func `what is known where a block is called first does not hold elsewhere`(layout: String) {
    #expect(SampleRecord.check(layout).filter { $0.severity == .error }.map(\.code.text) == ["LT09"])
  }

  @Test(arguments: [
    "{% macro m() %}{{ self.b() }}{% endmacro %}{{ m() }}{% block b %}B{% endblock %}",
    "{% block b %}{% macro m() %}{{ super() }}{% endmacro %}{{ m() }}{% endblock %}",
  ])
  func `blocks are refused by name in macros`(layout: String) { #expect(dynamic(layout) == "LT03") }

  // MARK: Layouts that are included before a variable is set

  @Test(arguments: [
    ("{% include 'x.html' %}{% set x = 3 %}{% include 'x.html' %}", "X3"),
    ("{% for i in xs %}{% include 'x.html' %}{% set x = i %}{% include 'x.html' %}{% endfor %}", "X1X2"),
    ("{% set x = 9 %}{% for i in xs %}{% include 'x.html' %}{% set x = i %}{% include 'x.html' %}{% endfor %}", "9192"),
    ("{% with %}{% include 'x.html' %}{% set x = 3 %}{% include 'x.html' %}{% endwith %}{% include 'x.html' %}", "X3X"),
    ("{% set y %}{% include 'x.html' %}{% set x = 3 %}{% include 'x.html' %}{% endset %}{{ y }}", "X3"),
    ("{% block b %}{% include 'x.html' %}{% set x = 3 %}{% include 'x.html' %}{% endblock %}", "X3"),
    ("{% include 'b.html' %}{% set x = 3 %}{% include 'b.html' %}", "X636"),
    ("{% set x = 9 %}{% block b %}{% include 'x.html' %}{% set x = 3 %}{% include 'x.html' %}{% endblock %}", "93"),
    ("{% macro m(x=q) %}{% include 'd.html' %}{% endmacro %}{{ m() }}", "D"),
    ("{% set x = q %}{% include 'd.html' %}", "D"),
    ("{% with a = x %}{% for i in xs %}{{ x }}{% endfor %}{% set x = 1 %}{{ x }}{% endwith %}", "XX1"),
    ("{% with %}{% for i in xs %}{{ x|default('-') }}{% endfor %}{% set x = 1 %}{{ x }}{% endwith %}", "--1"),
    ("{% for i in xs %}{% for j in xs %}{{ x }}{% endfor %}{% set x = i %}{% endfor %}{{ x }}", "XXXXX"),
    ("{% macro m(a=x) %}{% for i in xs %}{{ x }}{% endfor %}{% set x = a %}{{ x }}{% endmacro %}{{ m() }}", "XXX"),
  ])
  func `what is included sees the page's variable until the layout has set its own`(layout: String, expected: String) {
    #expect(dynamic(layout) == expected)
  }

  @Test func `a variable of the page that is included before it is set has its own type`() {
    let layout = "{% include 'p.html' %}{% set n = 'a' %}{% include 'p.html' %}"
    #expect(SampleRecord.render(layout, partials: ["p.html": "{{ n }}"]) == "3a")
  }

  // MARK: Parameters, set blocks, loop

  @Test(arguments: [
    ("{% macro m(a=b, b=2) %}{{ a }}{{ b }}{% endmacro %}{{ m(b=5) }}", "55"),
    ("{% macro m(a=b, b=2) %}{{ a is defined }}{{ b }}{% endmacro %}{{ m() }}", "False2"),
    ("{% macro m(a=b, b=2) %}{{ a }}{% endmacro %}{{ m() }}", "LT30"),
    ("{% macro m(a=1, b=a) %}{{ a }}{{ b }}{% endmacro %}{{ m() }}{{ m(3) }}{{ m(b=4) }}", "113314"),
    ("{% macro m(x=x) %}{{ x is defined }}{% endmacro %}{{ m() }}{{ m(1) }}", "FalseTrue"),
    ("{% macro m(x=x) %}{{ x }}{% endmacro %}{{ m() }}", "LT30"),
    ("{% macro m(a=x, x=1) %}{{ a }}{% endmacro %}{{ m(x=3) }}", "3"),
    ("{% macro m(a=x, x=1) %}{{ a is defined }}{% endmacro %}{{ m() }}", "False"),
  ])
  func `a default sees the arguments that are given, not what comes later`(layout: String, expected: String) {
    #expect(dynamic(layout) == expected)
  }

  @Test(arguments: [
    "upper", "trim", "indent(2)|trim", "string", "capitalize|upper", "lower|upper", "e|upper", "safe|upper",
    "center(3)|upper",
  ])
  func `a set block that is filtered stays markup`(filter: String) {
    let layout = "{% set x | \(filter) %}<B>A{% endset %}{{ x }}{{ x|safe }}"
    #expect(SampleRecord.render(layout) == "<B>A<B>A")
    #expect(dynamic(layout) == "<B>A<B>A")
  }

  @Test(arguments: [
    "{% for i in xs %}{% set loop = 5 %}{{ loop }}{% endfor %}", "{% for loop in xs %}{% endfor %}",
    "{% for i in xs %}{% if yes %}{% set loop %}a{% endset %}{% endif %}{% endfor %}",
    "{% for i in xs %}{% with %}{% set a, loop = 1, 2 %}{% endwith %}{% endfor %}",
    "{% for i in xs %}{% else %}{% set loop = 5 %}{{ loop }}{% endfor %}",
  ])
  func `nothing is assigned to loop inside of loops`(layout: String) { #expect(dynamic(layout) == "LT01") }

  @Test(arguments: [
    ("{% set loop = 5 %}{{ loop }}", "5"),
    ("{% set h, = [1] %}{{ h }}", "1"), ("{% set h, = 'ab' %}{{ h }}", "LT31"),
    ("{% for h, in [[1], [2]] %}{{ h }}{% endfor %}", "12"),
    ("{{ [{'n': 'b'}, {'n': 'a'}]|groupby('n')|map('first')|join }}", "ab"),
    ("{{ [{'n': 'b'}, {'n': 'a'}]|groupby('n')|first|first }}", "a"),
    ("{{ [{'n': 'b'}, {'n': 'a'}]|groupby('n')|first|last|length }}{{ [{'n': 1}]|groupby('n')|first|length }}", "12"),
    ("{{ 'ΑΣ'|lower }} {{ 'ΑΣ ΟΔΟΣ ΣΑ Σ'|lower }} {{ 'ΑΣ'|capitalize }} {{ 'ΟΔΟΣ'|title }}", "ας ας οδος σα σ Ας Οδος"),
    ("{{ x[:0] % zz }}{{ (x ~ 'a') % zz }}|{{ x % {'a': 1} }}", "Xa|X"),
    ("{% set e = xs[5:]|join %}{{ e % zz }}-", "-"),
    ("{{ [x][0] % zz }}{{ [x][0] % {'a': 1} }}", "XX"), ("{{ [x][0] % 5 }}", "LT31"), ("{{ [x][0] % xs }}", "LT31"),
    ("{{ x.y % zz }}", "LT30"), ("{{ 5 % zz }}", "LT30"),
    ("{% for i in xs %}{% with loop = 5 %}{{ loop }}{% endwith %}{% endfor %}", "55"),
    ("{{ [{'a': 1}, {'zz': {'y': 2}}]|map(attribute='zz.y', default='-')|join }}", "-2"),
    ("{% for k, v in [{'a': 1}, {'zz': {'y': 'q'}}]|groupby('zz.y', default='-') %}{{ k }}{% endfor %}", "-q"),
  ])
  func `these are as in Jinja`(layout: String, expected: String) { #expect(dynamic(layout) == expected) }

  @Test func `a required block holds blanks and comments only`() {
    let partials = ["r.html": "{% block a required %} \n{# b #}{% endblock %}{% block c required %}d{% endblock %}"]
    let found = SampleRecord.check(
      "{% extends 'r.html' %}{% block a %}{% endblock %}{% block c %}{% endblock %}", partials: partials)
    #expect(found.map(\.message.en) == ["a required block (“c”) holds blanks only"])
    for content in ["{{ n }}", "{% set x = 1 %}", "{% if n %}{% endif %}"] {
      #expect(dynamic("{% block a required %}\(content){% endblock %}") == "LT15")
    }
  }

  // MARK: What is known to be there

  @Test(arguments: [
    "{% if note %}{% if n %}{% set note = none %}{% endif %}{{ note }}{% endif %}",
    "{% if note %}{% if n %}{% else %}{% set note = course.subtitle %}{% endif %}{{ note }}{% endif %}",
    "{% if note %}{% if n %}{% from 'm.html' import note %}{% endif %}{{ note }}{% endif %}",
    "{% if note == course.subtitle %}{{ note }}{% endif %}",
    "{% if note != course.subtitle %}{% else %}{{ note }}{% endif %}", "{{ [none, 1, 'a'][0] }}",
    "{% if note == 'a' or n %}{{ note }}{% endif %}", "{% if note in [none, 'a'] %}{{ note }}{% endif %}",
    "{% if note not in ['a'] %}{{ note }}{% endif %}", "{% if note is eq(course.subtitle) %}{{ note }}{% endif %}",
    "{% if note and n %}{% else %}{{ note }}{% endif %}",
    "{% if courses[0].subtitle %}{{ courses[1].subtitle }}{% endif %}",
    "{% for c in courses %}{{ loop.previtem.title }}{% endfor %}",
    "{% for c in courses %}{% if loop.first %}{{ loop.previtem.title }}{% endif %}{% endfor %}",
    "{% for c in courses %}{% if not loop.last %}{{ loop.previtem.title }}{% endif %}{% endfor %}",
    "{% for c in courses %}{% if not loop.first %}{% for t in c.tags %}{{ loop.previtem }}{% endfor %}{% endif %}{% endfor %}",
    "{% for c in courses %}{% if loop.nextitem %}{{ loop.nextitem.subtitle }}{% endif %}{% endfor %}",
    "{% set x = courses %}{% if x[0].subtitle %}{% set x = [course] %}{{ x[0].subtitle }}{% endif %}",
    "{% for c in courses|rejectattr('subtitle') %}{{ c.subtitle }}{% endfor %}",
    "{% set x = courses|selectattr('subtitle') if n else courses %}{{ x|map(attribute='subtitle')|join }}",
    "{% set x = note %}{% if not x %}{% set y = 1 %}{% endif %}{{ x }}",
  ])
  func `what a branch sets anew is not known to be there`(layout: String) {
    let partials = ["m.html": "{% set note = none %}"]
    #expect(
      SampleRecord.check(layout, partials: partials).filter { $0.severity == .error }.map(\.code.text) == ["LT09"])
  }

  @Test(arguments: [
    "{% if note == course.title %}{{ note }}{% endif %}", "{% if note == 'a' ~ n %}{{ note }}{% endif %}",
    "{% if note %}{% if n %}{% set x = none %}{% endif %}{{ note }}{% endif %}",
    "{% if note and course.subtitle == note %}{{ course.subtitle }}{% endif %}",
  ])
  func `what is known stays known`(layout: String) { #expect(SampleRecord.check(layout).map(\.message.en) == []) }
}
