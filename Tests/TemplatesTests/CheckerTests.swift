import Diagnostics
import Testing

/// A wrong layout and the one message it deserves.
struct WrongLayout: Sendable, CustomTestStringConvertible {
  let layout: String
  let code: String
  /// Text of the layout at which the message points.
  let place: String
  var repair: String?

  init(_ layout: String, _ code: String, at place: String, _ repair: String? = nil) {
    self.layout = layout
    self.code = code
    self.place = place
    self.repair = repair
  }

  var testDescription: String { layout }

  static let all: [WrongLayout] = [
    // Names and attributes
    WrongLayout("{{ course.tilte }}", "LT05", at: "tilte", "title"),
    WrongLayout("{{ coures.title }}", "LT04", at: "coures", "course"),
    WrongLayout("{{ courses[0].titel }}", "LT05", at: "titel", "title"),
    WrongLayout("{{ course['tilte'] }}", "LT05", at: "'tilte'", "title"),
    WrongLayout("{% for c in courses %}{{ c.tite }}{% endfor %}", "LT05", at: "tite", "title"),
    WrongLayout("{% for c in courses %}{{ loop.indx }}{% endfor %}", "LT05", at: "indx", "index"),
    WrongLayout("{% for c in courses %}{% endfor %}{{ c }}", "LT04", at: "c }"),
    WrongLayout("{{ loop.index }}", "LT04", at: "loop"),
    WrongLayout("{% if n %}{% set m = 1 %}{% endif %}{{ m }}", "LT09", at: "m }"),
    WrongLayout("{{ m }}{% set m = 1 %}", "LT04", at: "m }"),
    WrongLayout("{{ course.title.length }}", "LT05", at: "length"),
    WrongLayout("{{ n.value }}", "LT05", at: "value"),
    WrongLayout("{% with a = course %}{{ a.ttle }}{% endwith %}", "LT05", at: "ttle", "title"),
    WrongLayout("{% set a = course.sessions %}{{ a[0].titl }}", "LT05", at: "titl", "title"),
    WrongLayout("{{ course.sessions|map(attribute='titel')|join }}", "LT05", at: "'titel'", "title"),
    WrongLayout("{{ course.sessions|sort(attribute='dat')|length }}", "LT05", at: "'dat'", "date"),
    WrongLayout("{% for d, s in course.sessions|groupby('day') %}{% endfor %}", "LT05", at: "'day'"),
    WrongLayout("{% for g in course.sessions|groupby('title') %}{{ g.items }}{% endfor %}", "LT05", at: "items"),
    // Optional values
    WrongLayout("{{ course.subtitle }}", "LT09", at: "course.subtitle"),
    WrongLayout("{{ note|upper }}", "LT09", at: "note"),
    WrongLayout("{{ course.tutor.name }}", "LT09", at: "course.tutor"),
    WrongLayout("{% if course.tutor %}{{ course.tutor.unit }}{% endif %}", "LT09", at: "course.tutor.unit"),
    WrongLayout("{% if not course.subtitle %}{{ course.subtitle }}{% endif %}", "LT09", at: "course.subtitle }}"),
    WrongLayout("{% if course.subtitle or n %}{{ course.subtitle }}{% endif %}", "LT09", at: "course.subtitle }}"),
    WrongLayout("{{ 'a' ~ note }}", "LT09", at: "note"),
    WrongLayout("{% for s in course.sessions %}{{ s.place }}{% endfor %}", "LT09", at: "s.place"),
    WrongLayout("{% for c in note %}{% endfor %}", "LT09", at: "note"),
    WrongLayout("{{ course.sessions|sort(attribute='place')|length }}", "LT09", at: "'place'"),
    WrongLayout("{{ note < 'b' }}", "LT09", at: "note"),
    WrongLayout("{{ 'a' if n }}", "LT09", at: "'a' if n"),
    // Types
    WrongLayout("{% for x in n %}{% endfor %}", "LT08", at: "n %}"),
    WrongLayout("{{ course }}", "LT08", at: "course"),
    WrongLayout("{{ course.tags }}", "LT08", at: "course.tags"),
    WrongLayout("{{ course.open }}", "LT08", at: "course.open"),
    WrongLayout("{{ course.title|round }}", "LT08", at: "course.title"),
    WrongLayout("{{ n|date('Y') }}", "LT08", at: "n|"),
    WrongLayout("{{ course.title + 1 }}", "LT08", at: "course.title + 1"),
    WrongLayout("{{ course.rate + n }}", "LT08", at: "course.rate + n"),
    WrongLayout("{{ course.title < n }}", "LT08", at: "course.title < n"),
    WrongLayout("{{ course.title == n }}", "LT08", at: "course.title == n"),
    WrongLayout("{{ 1 in n }}", "LT08", at: "1 in n"),
    WrongLayout("{{ n[0] }}", "LT08", at: "n[0]"),
    WrongLayout("{{ -course.title }}", "LT08", at: "course.title"),
    WrongLayout("{{ course.title is odd }}", "LT08", at: "course.title"),
    WrongLayout("{{ course|tojson }}", "LT08", at: "course"),
    WrongLayout("{{ course.title|safe }}", "LT11", at: "course.title"),
    // Filters, tests, functions
    WrongLayout("{{ course.title|uper }}", "LT06", at: "uper", "upper"),
    WrongLayout("{{ n is od }}", "LT06", at: "od", "odd"),
    WrongLayout("{{ rang(3) }}", "LT06", at: "rang", "range"),
    WrongLayout("{{ course.date|date(format=1) }}", "LT08", at: "1"),
    WrongLayout("{{ course.date|date(formt='Y') }}", "LT07", at: "formt", "format"),
    WrongLayout("{{ course.title|truncate_han }}", "LT07", at: "truncate_han"),
    WrongLayout("{{ course.title|upper(1) }}", "LT07", at: "1)"),
    WrongLayout("{{ n is divisibleby }}", "LT07", at: "divisibleby"),
    WrongLayout("{{ course.tags|map('uper')|join }}", "LT06", at: "'uper'", "upper"),
    WrongLayout("{{ t('moer') }}", "LT10", at: "'moer'", "more"),
    WrongLayout("{{ t('greeting') }}", "LT10", at: "t('greeting')"),
    WrongLayout("{{ t('more', n=1) }}", "LT10", at: "n=1"),
    // Macros
    WrongLayout("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}", "LT07", at: "2) "),
    WrongLayout("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(b=1) }}", "LT07", at: "b=1"),
    WrongLayout("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", "LT04", at: "a }}{% endmacro"),
    WrongLayout("{% macro m(c) %}{{ c.tilte }}{% endmacro %}{{ m(course) }}", "LT05", at: "tilte", "title"),
    WrongLayout("{% from 'm.html' import crad %}", "LT19", at: "crad", "card"),
    // Structure
    WrongLayout("{% if n %}", "LT12", at: "if"),
    WrongLayout("{% fro x in y %}", "LT12", at: "fro", "for"),
    WrongLayout("{% if n %}{% endfor %}", "LT12", at: "endfor"),
    WrongLayout("{% include 'nav.htm' %}", "LT13", at: "'nav.htm'", "nav.html"),
    WrongLayout("{% block a %}{% endblock %}{% block a %}{% endblock %}", "LT15", at: "a %}{% endblock %}"),
    WrongLayout("{% extends 'needs.html' %}", "LT15", at: ""),
    WrongLayout("{{ n", "LT01", at: "{{"),
    WrongLayout("{{ n | }}", "LT01", at: "}}"),
    WrongLayout("{{ n，1 }}", "LT01", at: "，"),
    WrongLayout("{% call m() %}{% endcall %}", "LT03", at: "call"),
    WrongLayout("{{ course.title.upper() }}", "LT03", at: "upper"),
    WrongLayout("{% for x in courses recursive %}{% endfor %}", "LT03", at: "recursive"),
    // Places
    WrongLayout("<a href={{ course.url }}>", "LT16", at: "{{"),
    WrongLayout("<p style=\"width: {{ n }}px\">", "LT16", at: "{{"),
    WrongLayout("<p onclick=\"go({{ n }})\">", "LT16", at: "{{"),
    WrongLayout("<p {{ course.title }}>", "LT16", at: "{{"),
    WrongLayout("<script>var n = {{ n }}</script>", "LT16", at: "{{"),
    WrongLayout("<style>p { width: {{ n }} }</style>", "LT16", at: "{{"),
    WrongLayout("<p {{ n }}=\"1\">", "LT16", at: "{{"),
    WrongLayout("{% if n %}<p title=\"{% endif %}", "LT17", at: "{% if"),
    WrongLayout("{% for x in courses %}<p title=\"{% endfor %}", "LT17", at: "{% for"),
  ]
}

struct CheckerTests {
  static let partials = [
    "nav.html": "", "m.html": "{% macro card() %}{% endmacro %}",
    "needs.html": "{% block main required %}{% endblock %}",
  ]

  @Test func `there are sixty wrong layouts and more`() { #expect(WrongLayout.all.count >= 60) }

  @Test(arguments: WrongLayout.all)
  func `a wrong layout is told once with code, place and repair`(wrong: WrongLayout) throws {
    let errors = SampleRecord.check(wrong.layout, partials: Self.partials).filter { $0.severity == .error }
    #expect(errors.map(\.code.text) == [wrong.code], "\(errors.map(\.message.en))")
    let error = try #require(errors.first)
    if !wrong.place.isEmpty {
      let span = try #require(error.location?.span)
      let rest = String(decoding: Array(wrong.layout.utf8.dropFirst(Int(span.start))), as: UTF8.self)
      #expect(rest.hasPrefix(wrong.place), "points at \(rest)")
    }
    if let repair = wrong.repair {
      #expect(error.repair?.en.contains("`\(repair)`") == true, "\(String(describing: error.repair))")
    }
  }

  @Test func `every error of a layout is collected`() {
    let errors = SampleRecord.check("{{ course.tilte }}\n{{ nn }}\n{{ n|uper }}")
    #expect(errors.map(\.code.text) == ["LT05", "LT04", "LT06"])
  }

  @Test func `a mistake in a partial is told once however many pages use it`() {
    let page = "{% include 'p.html' %}{% include 'p.html' %}"
    let errors = SampleRecord.check(page, partials: ["p.html": "\n{{ course.tilte }}"])
    #expect(errors.count == 1)
    #expect(errors.first?.location?.path == "layouts/p.html")
  }

  @Test func `a block that the parent lacks and an unused macro are warnings`() {
    let found = SampleRecord.check(
      "{% extends 'base.html' %}{% block man %}{% endblock %}{% macro m() %}{% endmacro %}",
      partials: ["base.html": "{% block main %}{% endblock %}"])
    #expect(found.map(\.code.text).sorted() == ["LT15", "LT20"])
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(found.contains { $0.repair?.en.contains("`main`") == true })
  }

  @Test(arguments: [
    "{% if course.subtitle %}{{ course.subtitle }}{% endif %}",
    "{% if course.subtitle is defined %}{{ course.subtitle|upper }}{% endif %}",
    "{% if note is not none %}{{ note }}{% endif %}",
    "{{ course.subtitle|default('—') }}",
    "{{ course.subtitle or '—' }}",
    "{{ course.subtitle if course.subtitle else '—' }}",
    "{% if course.tutor and course.tutor.unit %}{{ course.tutor.unit }}{% endif %}",
    "{% if not course.subtitle %}{% else %}{{ course.subtitle }}{% endif %}",
    "{% if course.subtitle == '上' %}{{ course.subtitle }}{% endif %}",
    "{% for s in course.sessions if s.place %}{{ s.place }}{% endfor %}",
    "{% for s in course.sessions|selectattr('place') %}{{ s.title }}{% endfor %}",
    "{% for p in course.sessions|map(attribute='place')|select %}{{ p|default('') }}{% endfor %}",
    "{% set x = course.subtitle %}{% if x %}{{ x }}{% endif %}",
    "{% set x = 1 %}{% if n %}{% set x = 2 %}{% endif %}{{ x }}",
    "{% macro m(c, extra=none) %}{{ c.title }}{% if extra %}{{ extra }}{% endif %}{% endmacro %}{{ m(course) }}{{ m(course, extra='x') }}",
    "{% macro m(n) %}{{ n }}{% if n > 0 %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}",
    "{% include 'p.html' %}{% with heading = '课' %}{% include 'p.html' %}{% endwith %}",
    "{% for title, list in course.sessions|groupby('title') %}{{ title }}{{ list[0].minutes }}{% endfor %}",
    "{{ course.sessions|sum(attribute='minutes') }}{{ course.sessions|map(attribute='date')|first|date('n月j日') }}",
    "<li{% if course.open %} class=\"on\"{% endif %}>{{ t('count', n=n) }}</li>",
    "<input value=\"{{ course.title }}\"{% if course.open %} disabled{% endif %}>",
    "<h{{ n }}>{{ course.title }}</h{{ n }}>",
    "<p data-{{ n }}=\"{{ n }}\" aria-label='{{ course.title }}'>",
    "{% if course.open %}<b>{% else %}<i>{% endif %}",
    "<title>{% block title %}{{ course.title }}{% endblock %}</title>",
  ])
  func `a right layout is accepted`(layout: String) {
    let partials = ["p.html": "{% if heading is defined %}<h2>{{ heading }}</h2>{% endif %}{{ heading|default('') }}"]
    #expect(SampleRecord.check(layout, partials: partials).filter { $0.severity == .error }.map(\.message.en) == [])
    #expect(!SampleRecord.render(layout, partials: partials).hasPrefix("LT"))
  }
}
