import Diagnostics
import Expressions
import Templates
import Testing
import Values

/// Macros and blocks that are called: compiled once for each way in which what they ask for differs, also when they call each
/// other. Where a page is expected, Jinja2 3.1.6 gives the same.
struct ProcedureTests {
  @Test(arguments: [
    (
      "{% macro y() %}1{% endmacro %}{% macro m(x) %}{% if x %}{{ k(x) }}{% endif %}[{{ y() }}]{% endmacro %}{% macro k(x) %}{{ m(x-1) }}{% endmacro %}{{ m(1) }}{% macro y() %}2{% endmacro %}{{ m(1) }}",
      "[1][1][2][2]"
    ),
    (
      "{% macro y() %}1{% endmacro %}{% macro m(x) %}{% if x %}{{ k(x) }}{% endif %}[{{ y() }}]{% endmacro %}{% macro k(x) %}{{ m(x-1) }}{% endmacro %}{{ m(1) }}{% macro y() %}2{% endmacro %}{{ k(2) }}",
      "[1][1][2][2]"
    ),
    (
      "{% set v = 1 %}{% macro a(x) %}{% if x > 0 %}{{ b(x) }}{{ c(x) }}{% endif %}{% endmacro %}{% macro b(x) %}{{ c(x - 1) }}{% endmacro %}{% macro c(x) %}{{ v * 2 }}{{ a(x - 1) }}{% endmacro %}{{ b(1) }}|{% set v = 'z' %}{{ b(1) }}|{{ c(1) }}|{{ a(1) }}",
      "2|zz|zz|zzzz"
    ),
    ("{% block a %}A{% if no %}{{ self.a() }}{% endif %}{% endblock %}", "A"),
    (
      "{% block a %}A{{ self.b() if no else '-' }}{% endblock %}{% block b %}B{{ self.a() if no }}{% endblock %}",
      "LT09"
    ),
    ("{% block a %}A{% for i in none_yet %}{{ self.a() }}{% endfor %}{% endblock %}", "A"),
    (
      "{% block a %}{% block b %}b{{ x }}{% endblock %}{% endblock %}{% set x = 2 %}{{ self.a() }}{{ self.b() }}",
      "bXb2b2"
    ),
    // Blocks inside blocks that are called, in an attribute.
    (
      "{% block a %}<p title=\"{% block b %}{{ x }}&{% endblock %}\">{% endblock %}{{ self.a() }}",
      "<p title=\"X&\"><p title=\"X&\">"
    ),
  ])
  func `what is called is compiled for what it finds`(layout: String, expected: String) {
    let variables: [(String, ValueType, Value)] = [
      ("no", .boolean, .boolean(false)), ("x", .text, .text("X")), ("none_yet", .list(.number), .list([])),
    ]
    let (set, found) = LayoutSet.load(
      files: [LayoutFile(name: "page.html", path: "page.html", bytes: Array(layout.utf8))],
      signatures: ["page.html": variables.map { LayoutVariable($0.0, $0.1) }])
    let errors = found.filter { $0.severity == .error }
    guard errors.isEmpty else {
      #expect(errors.map(\.code.text) == [expected], "\(errors.map(\.message.en))")
      return
    }
    var output: [UInt8] = []
    #expect(throws: Never.self) {
      try set.render("page.html", variables.map(\.2), page: SitePath(""), into: &output)
    }
    #expect(String(decoding: output, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    "{% block a %}A{{ self.a() }}{% endblock %}",
    "{% block a %}{{ self.b() }}{% endblock %}{% block b %}{{ self.a() }}{% endblock %}",
    "{% if n %}{% block a %}A{{ self.a() }}{% endblock %}{% endif %}",
  ])
  func `a block that calls itself in any case is refused`(layout: String) {
    let errors = SampleRecord.check(layout).filter { $0.severity == .error }
    #expect(Set(errors.map(\.code.text)) == ["LT15"])
  }

  @Test(arguments: [12, 100])
  func `blocks that call each other in both arms are compiled once`(count: Int) {
    var layout = ""
    for level in 0..<count {
      layout +=
        "{% block b\(level) %}{% if n > \(level) %}{{ self.b\(level + 1)() }}{% else %}{{ self.b\(level + 1)() }}{% endif %}{% endblock %}"
    }
    layout += "{% block b\(count) %}x{% endblock %}"
    #expect(SampleRecord.check(layout).map(\.message.en) == [])
  }

  @Test func `blocks that ask for ever more facts are compiled often, but not for all of them`() {
    var layout = ""
    var facts = ""
    for level in 0..<12 {
      facts += "{% set v\(level) = note if n > \(level) %}"
      layout +=
        "{% block b\(level) %}{% if v\(level) %}{{ self.b\(level + 1)() }}{% else %}{{ self.b\(level + 1)() }}{% endif %}{% endblock %}"
    }
    layout += "{% block b12 %}" + (0..<12).map { "{% if v\($0) %}{{ v\($0) }}{% endif %}" }.joined() + "{% endblock %}"
    #expect(SampleRecord.check(facts + layout).map(\.message.en) == [])
  }

  @Test func `blocks inside each other that are called too are compiled once`() {
    let count = 120
    let opening = (0..<count).map { "{{ self.b\($0)() }}{% block b\($0) %}" }.joined()
    let layout = opening + "x" + String(repeating: "{% endblock %}", count: count)
    #expect(SampleRecord.check(layout).map(\.message.en) == [])
  }

  @Test func `calls as arguments of calls count once`() {
    let call = String(repeating: "w(", count: 60) + "'x'" + String(repeating: ")", count: 60)
    #expect(SampleRecord.render("{% macro w(x) %}{{ x }}{% endmacro %}{{ \(call) }}") == "x")
    #expect(SampleRecord.render("{% macro w(x) %}{{ x }}{% endmacro %}{% if \(call) %}y{% endif %}") == "y")
  }

  @Test func `what is too deep is told at the call`() {
    let layout = "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(1000) }}"
    let (set, _) = SampleRecord.load(layout)
    var output: [UInt8] = []
    do throws(LayoutError) {
      try set.render("page.html", SampleRecord.values(), page: SitePath(""), into: &output)
      Issue.record("rendered")
    } catch { #expect((error.diagnostic.location?.span?.start ?? 0) > 0) }
  }

  // MARK: Macros nobody calls, layouts inside layouts

  @Test(arguments: [
    "{% include 'q.html' %}",
    "{% block b %}{% from 'm.html' import card %}{% macro u() %}{{ card() }}{% endmacro %}{% endblock %}",
    "{% for i in courses %}{% import 'm.html' as m %}{% macro u() %}{{ m.card() }}{% endmacro %}{% endfor %}",
    "{% with v = 1 %}{% macro u() %}{{ v + 1 }}{% endmacro %}{% endwith %}",
  ])
  func `a macro that nobody calls sees what stands around it`(layout: String) {
    let partials = [
      "m.html": "{% macro card() %}c{% endmacro %}",
      "q.html":
        "{% import 'm.html' as m %}{% from 'm.html' import card %}{% macro u() %}{{ m.card() }}{{ card() }}{% endmacro %}",
    ]
    #expect(SampleRecord.check(layout, partials: partials).map(\.code.text) == ["LT20"])
  }

  @Test func `an included layout may extend what its page extends`() {
    let partials = [
      "base.html": "({% block main %}-{% endblock %})",
      "q.html": "{% extends 'base.html' %}{% block main %}q{% endblock %}",
    ]
    let page = "{% extends 'base.html' %}{% block main %}{% include 'q.html' %}{% include 'base.html' %}{% endblock %}"
    #expect(SampleRecord.render(page, partials: partials) == "((q)(-))")
  }

  @Test(arguments: [
    (["a.html": "{% include 'b.html' %}", "b.html": "{% extends 'c.html' %}", "c.html": "{% include 'b.html' %}"]),
    (["a.html": "{% extends 'b.html' %}", "b.html": "{% include 'a.html' %}"]),
    (["a.html": "{% import 'b.html' as b %}{{ b.m() }}", "b.html": "{% include 'a.html' %}"]),
    ([
      "a.html": "{% import 'b.html' as b %}{{ b.m() }}",
      "b.html": "{% import 'c.html' as c %}{% macro m() %}{% endmacro %}",
      "c.html": "{% import 'b.html' as b %}",
    ]),
  ])
  func `layouts that draw each other in are refused`(partials: [String: String]) {
    #expect(SampleRecord.check("{% include 'a.html' %}", partials: partials).contains { $0.severity == .error })
  }

  @Test func `what is certainly not set yet may be asked for`() {
    let partials = [
      "p.html": "{{ heading if heading is defined else '-' }}{% if heading is defined %}{{ heading }}{% endif %}"
    ]
    let page = "{% include 'p.html' %}{% set heading = 'h' %}{% include 'p.html' %}"
    #expect(SampleRecord.render(page, partials: partials) == "-hh")
    #expect(SampleRecord.render("{{ [heading]|length }}{% set heading = 1 %}").hasPrefix("LT04"))
  }

  @Test func `an imported layout has what its parents have`() {
    let partials = [
      "p.html": "{% macro m() %}m{% endmacro %}{% set v = 'p' %}{% set w = 'w' %}text",
      "c.html": "{% extends 'p.html' %}{% set v = 'c' %}",
    ]
    #expect(SampleRecord.render("{% import 'c.html' as c %}{{ c.m() }}{{ c.v }}{{ c.w }}", partials: partials) == "mpw")
  }

  @Test(arguments: ["{{ nothing }}", "{% if true %}{{ nothing }}{% endif %}", "{% for i in nothing %}{% endfor %}"])
  func `what is wrong at the top of an imported layout is told`(wrong: String) {
    let errors = SampleRecord.check(
      "{% import 'p.html' as p %}{{ p.m() }}", partials: ["p.html": wrong + "{% macro m() %}{% endmacro %}"])
    #expect(errors.map(\.code.text) == ["LT04"])
  }

  @Test func `what an imported layout prints is dropped`() {
    let partial =
      "a{% if true %}b{% endif %}{{ 1 }}{% macro m() %}m{% endmacro %}{% include 'x.html' %}{% block b %}c{% endblock %}"
    #expect(
      SampleRecord.render("{% import 'p.html' as p %}[{{ p.m() }}]", partials: ["p.html": partial, "x.html": "x"])
        == "[m]")
  }

  @Test func `a macro of many parameters that calls itself is compiled for few types`() {
    let names = (0..<22).map { "a\($0)" }
    let rest = names.dropFirst().joined(separator: ", ")
    let calls = "{{ m(\(rest), 1) }}{{ m(\(rest), none) }}"
    let macro = "{% macro m(\(names.joined(separator: ", "))) %}x{% if n > 500 %}\(calls){% endif %}{% endmacro %}"
    let ones = Array(repeating: "1", count: 22).joined(separator: ", ")
    #expect(SampleRecord.render(macro + "{{ m(\(ones)) }}", partials: [:]) == "x")
  }

  @Test(arguments: [
    "text", "{{ n }}", "{% include 'x.html' %}", "{% for c in courses %}x{% endfor %}", "{% if n %}text{% endif %}",
    "{% with %}{{ n }}{% endwith %}",
  ])
  func `what stands outside of blocks and is never seen is told`(statement: String) {
    let partials = ["base.html": "{% block main %}{% endblock %}", "x.html": "x"]
    let found = SampleRecord.check("{% extends 'base.html' %}" + statement + " {{ n }}", partials: partials)
    #expect(found.map(\.severity) == [.warning])
    #expect(found.map(\.code.text) == ["LT15"])
    let silent = "{% extends 'base.html' %}{% if n %}{% set x = 1 %} {% endif %}{% block main %}{{ x }}{% endblock %}"
    #expect(SampleRecord.check(silent, partials: partials).allSatisfy { $0.severity == .error })
  }
}
