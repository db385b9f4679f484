import Diagnostics
import Foundation
import Testing

/// A wrong layout and the one message it deserves: files under `Fixtures/Wrong`, where a line
/// `=== CODE LINE:COLUMN [REPAIR]` stands before each layout; lines and columns count from 1, columns in characters.
struct WrongLayout: Sendable, CustomTestStringConvertible {
  let layout: String
  let code: String
  let line: Int
  let column: Int
  let repair: String?

  var testDescription: String { layout }

  static let all: [WrongLayout] = {
    let folder = FixtureTests.folder.appendingPathComponent("Wrong")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().flatMap { file in
      let text = (try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)) ?? ""
      return text.components(separatedBy: "=== ").dropFirst().compactMap(WrongLayout.init)
    }
  }()

  /// One entry without its `=== `.
  private init?(_ entry: String) {
    let parts = entry.split(separator: "\n", maxSplits: 1)
    let words = parts.first?.split(separator: " ") ?? []
    let numbers = words.count > 1 ? words[1].split(separator: ":").compactMap { Int($0) } : []
    guard parts.count == 2, numbers.count == 2 else { return nil }
    code = String(words[0])
    (line, column) = (numbers[0], numbers[1])
    repair = words.count > 2 ? String(words[2]) : nil
    layout = String(parts[1].dropLast())
  }
}

struct CheckerTests {
  static let partials = [
    "nav.html": "", "m.html": "{% macro card() %}{% endmacro %}",
    "needs.html": "{% block main required %}{% endblock %}", "base.html": "{% block main %}{% endblock %}",
  ]

  @Test func `there are sixty wrong layouts and more`() { #expect(WrongLayout.all.count >= 60) }

  @Test(arguments: WrongLayout.all)
  func `a wrong layout is told once with code, place and repair`(wrong: WrongLayout) throws {
    let errors = SampleRecord.check(wrong.layout, partials: Self.partials).filter { $0.severity == .error }
    #expect(errors.map(\.code.text) == [wrong.code], "\(errors.map(\.message.en))")
    let error = try #require(errors.first)
    let start = Int(try #require(error.location?.span).start)
    let before = String(decoding: Array(wrong.layout.utf8.prefix(start)), as: UTF8.self)
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.count == wrong.line && (lines.last?.count ?? 0) + 1 == wrong.column,
      "\(lines.count):\(lines.last?.count ?? 0)")
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

  @Test func `an unused macro is a warning`() {
    let found = SampleRecord.check("{% macro m() %}{% endmacro %}")
    #expect(found.map(\.code.text) == ["LT20"])
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test(arguments: [
    // The layout between the page and the first one adds the block that the page fills, and loses it.
    ("{% extends 'middle.html' %}{% block aside %}a{% endblock %}", "layouts/middle.html"),
    ("{% extends 'middle.html' %}{% block main %}{% endblock %}{% block asid %}{% endblock %}", "layouts/page.html"),
  ])
  func `a block that no parent shows is told where it is lost`(page: String, path: String) {
    let found = SampleRecord.check(
      page,
      partials: [
        "middle.html": "{% extends 'base.html' %}{% block aside %}{% endblock %}",
        "base.html": "{% block main %}{% endblock %}",
      ])
    #expect(found.contains { $0.code.text == "LT15" && $0.severity == .error && $0.location?.path == path })
  }

  @Test func `a block inside a block of the same layout is new`() {
    let found = SampleRecord.check(
      "{% extends 'base.html' %}{% block main %}{% block inner %}a{% endblock %}{% endblock %}",
      partials: ["base.html": "{% block main %}{% endblock %}"])
    #expect(found.isEmpty)
  }

  @Test(arguments: [
    "{% if course.subtitle %}{{ course.subtitle }}{% endif %}",
    "{% if course.subtitle is defined %}{{ course.subtitle|upper }}{% endif %}",
    "{% if note is not none %}{{ note }}{% endif %}",
    "{{ course.subtitle|default('—') }}",
    "{{ course.subtitle or '—' }}",
    "{{ course.subtitle if course.subtitle else '—' }}",
    "{% if course.tutor and course.tutor.unit %}{{ course.tutor.unit }}{% endif %}",
    "{% if '必修' is in course.tags %}必修{% endif %}{% if 2 is divisibleby(n) %}{% endif %}",
    "{% if not course.subtitle %}{% else %}{{ course.subtitle }}{% endif %}",
    "{% if course.subtitle == '上' %}{{ course.subtitle }}{% endif %}",
    "{% for s in course.sessions if s.place %}{{ s.place }}{% endfor %}",
    "{% for s in course.sessions|selectattr('place') %}{{ s.title }}{% endfor %}",
    "{% for p in course.sessions|map(attribute='place')|select %}{{ p|default('') }}{% endfor %}",
    "{% set x = course.subtitle %}{% if x %}{{ x }}{% endif %}",
    "{% set x = 1 %}{% if n %}{% set x = 2 %}{% endif %}{{ x }}",
    "{% set x = note %}{% if not x %}{% set x = '—' %}{% endif %}{{ x }}",
    "{% if courses[0].subtitle %}{{ courses[0].subtitle }}{% endif %}",
    "{% if note == 'a' or note == 'b' %}{{ note }}{% endif %}",
    "{% if not (note != 'a' and note != 'b') %}{{ note }}{% endif %}",
    "{% if note in ['a', 'b'] %}{{ note }}{% endif %}{% if note not in ['a'] %}{% else %}{{ note }}{% endif %}",
    "{% if note is eq('a') or note is in(['b']) %}{{ note }}{% endif %}",
    "{{ courses|selectattr('subtitle')|map(attribute='subtitle')|join }}",
    "{% for c in courses|selectattr('subtitle', 'defined') %}{{ c.subtitle }}{% endfor %}",
    "{% for s, list in courses|selectattr('subtitle')|groupby('subtitle') %}{{ s }}{{ list[0].title }}{% endfor %}",
    "{% set list = courses|selectattr('subtitle') if n > 9 else courses %}{% for c in list %}{{ c.title }}{% endfor %}",
    "{% for c in courses %}{% if loop.previtem and loop.previtem.title != c.title %}{{ c.title }}{% endif %}{% endfor %}",
    "{% for c in courses %}{{ loop.nextitem.title if loop.nextitem is defined else '—' }}{% endfor %}",
    "{% for c in courses %}{% if not loop.first and loop.previtem.title == c.title %}={% endif %}{% endfor %}",
    "{% for c in courses %}{% if loop.last or loop.nextitem.title != c.title %}—{% endif %}{% endfor %}",
    "{% for c in courses %}{% if loop.index0 %}{{ loop.previtem.title }}{% endif %}{% endfor %}",
    "{% block main %}{% if self.main is defined %}{% endif %}{% endblock %}",
    "{% for a, b in [('x', 1)] %}{{ a }}{{ b }}{% endfor %}{% for a, b in ['xy'] %}{{ a }}{% endfor %}",
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
