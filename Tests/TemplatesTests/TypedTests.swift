import Diagnostics
import Templates
import Testing

/// Where types are known, a layout gives what Jinja2 3.1.6 gives, or it is refused before anything is rendered.
struct TypedTests {
  private func errors(_ layout: String) -> [String] {
    SampleRecord.check(layout).filter { $0.severity == .error }.map { "\($0.code.text) \($0.message.en)" }
  }

  @Test(arguments: [
    "{{ course.open|trim }}", "{{ course.open|capitalize }}", "{{ course.open|title }}", "{{ course.open|striptags }}",
    "{{ course.open|replace('T', 't') }}", "{{ course.open|center(9) }}", "{{ course.open|lower }}",
    "{{ course.open|upper }}", "{{ course.open|safe }}", "{{ course.open|wordcount }}", "{{ course.tags|trim }}",
    "{{ {'a': true}|urlencode }}", "{{ {'a': course.tags}|urlencode }}", "{{ [('a', course.open)]|urlencode }}",
    "{{ courses|map(attribute='open')|map('lower')|join }}", "{% set m = {course.open: 1} %}{{ n }}",
    "{% for k in {true: 1} %}{{ k }}{% endfor %}", "{{ {course.tags: 1}|length }}", "{{ t('count', n=course.open) }}",
    "{{ (course.open and course.title)|upper }}",
  ])
  func `what only Python prints is refused in filters and names`(layout: String) {
    #expect(errors(layout).map { $0.prefix(4) } == ["LT08"], "\(errors(layout))")
  }

  /// A list of things whose types nobody knows: what is left is refused when it is rendered.
  @Test(arguments: [
    "{{ [n, course.open, note][n - 2]|trim }}", "{% set k = [1, true][n - 2] %}{% set m = {k: 1} %}{{ n }}",
    "{{ t('gree' ~ 'ting', name=[1, true][n - 2]) }}", "{{ {'a': [1, true][n - 2]}|urlencode }}",
  ])
  func `the same where the type is not known`(layout: String) {
    #expect(SampleRecord.render(layout).hasPrefix("LT"))
  }

  @Test(arguments: [
    "{{ courses|map(attribute=0)|join }}", "{{ courses|map(attribute='0')|join }}", "{{ courses|join(',', 0) }}",
    "{{ courses|sum(2) }}", "{{ courses|groupby(0)|length }}", "{{ courses|unique(attribute=0)|length }}",
    "{{ courses|selectattr(0)|length }}", "{{ courses|rejectattr('0', 'eq', 'a')|length }}",
    "{{ courses|sort(attribute=0)|length }}", "{{ (courses|max(attribute=0)).title }}",
    "{{ (courses|min(attribute=0)).title }}", "{{ courses|map(attribute='tutor.0')|join }}",
    "{{ courses|map(attribute=-1)|join }}", "{{ course.title['x'] }}", "{{ course.title[course.title] }}",
    "{{ courses['x'].title }}", "{{ (1, 2)['x'] }}", "{{ n['x'] }}",
  ])
  func `a record has no places, a list and a text have no names`(layout: String) {
    #expect(errors(layout).map { $0.prefix(4) }.allSatisfy { ["LT08", "LT05"].contains($0) })
    #expect(errors(layout).count == 1, "\(errors(layout))")
  }

  @Test(arguments: [
    "{% for a, b in [(1, 2, 3), (4, 5, 6)] %}{{ a }}{% endfor %}",
    "{% for a, b, c in courses|groupby('title') %}{{ a }}{% endfor %}",
    "{% for a, b, c in {'a': 1}|items %}{{ a }}{% endfor %}",
    "{% for a, b, c in {'a': 1}|dictsort %}{{ a }}{% endfor %}",
    "{% set a, b = (1, 2, 3) %}{{ a }}", "{% for a, (b, c) in [(1, (2, 3, 4))] %}{{ a }}{% endfor %}",
    "{% for g in courses|groupby('title') %}{{ g[2] }}{% endfor %}",
    "{{ course.tutor|default('x') }}", "{{ (course.tutor|default('x')).name }}", "{{ course.tutor or '—' }}",
    "{{ (course.tutor or '—')['name'] }}", "{{ course.open and course.title }}", "{{ course.tags|default('—') }}",
    "{{ course.open and 'a' }}", "{{ courses|tojson }}", "{{ {'a': [course]}|json }}",
    "{{ [note, course.tutor]|tojson }}", "{{ course.tags and n }}",
    "{% set x = '' %}{% if n %}{% set x = courses[0] %}{% endif %}{{ x.minutes }}",
    "{{ 'a' ~ (course.tutor or 'x') }}", "{{ (course.tags or 'x')|round }}", "{{ [course.title, course]|join }}",
    "{{ courses|selectattr('title', 'gt', 5)|list|length }}", "{{ courses|rejectattr('title', 'eq', 5)|list|length }}",
    "{{ courses|selectattr('minutes', 'divisibleby', 'x')|list|length }}",
    "{{ courses|selectattr('title', 'odd')|list|length }}", "{{ [1, 2]|select('lt', 'a')|join }}",
    "{% if course.title is gt(5) %}{% endif %}", "{% if n is in(course.title) %}{% endif %}",
    "{{ [course.title, n]|sort|length }}", "{{ [course.title, n]|max }}", "{{ [course.date, n]|min }}",
    "{{ courses|map(attribute='tags')|sum }}", "{{ courses|map(attribute='minutes')|sum(start=[]) }}",
    "{{ ['a']|sum(start='') }}", "{{ [1]|sum(start=course.rate) }}", "{{ [1]|sum(start=true) ~ [[1]]|sum(start=1) }}",
  ])
  func `what would only fail while rendering is told before`(layout: String) {
    #expect(errors(layout).count == 1, "\(errors(layout))")
  }

  @Test(arguments: [
    ("{{ courses|map(attribute='tags')|sum(start=[])|join(',') }}", "必修,线上,必修,线上"),
    (
      "{{ [[note], ['a']]|sum(start=[])|select|join }}{{ [[1], [2]]|sum(start=[])|sum + [[1]]|sum(start=[2])|max }}",
      "a5"
    ),
    ("{{ courses|sum('tags', [])|unique|join(',') }}", "必修,线上"), ("{{ [1, 2]|sum(start=0.5) }}", "3.5"),
    ("{{ courses|sum(attribute='sessions', start=[])|sum(attribute='minutes') }}", "270"),
    ("{% if zzz is not defined %}{% set zzz = 1 %}{% endif %}{{ zzz }}", "1"),
    ("{% if zzz is defined %}{{ zzz }}{% else %}{% set zzz = 2 %}{% endif %}{{ zzz + 1 }}", "3"),
    (
      "{% for g in courses|groupby('title') %}{{ g[1][0].minutes }}{{ g[0]|length }}{{ g[-1]|length }}{% endfor %}",
      "9082"
    ),
    (
      "{{ courses|groupby('minutes')|map(attribute=0)|join }}{{ courses|groupby('minutes')|map(attribute='0')|sum }}",
      "9090"
    ),
    ("{% for s in course.sessions %}{% if loop.index > 1 %}{{ loop.previtem.title }}{% endif %}{% endfor %}", "第一讲"),
    ("{% for s in course.sessions %}{% if loop.index0 > 0 %}{{ loop.previtem.title }}{% endif %}{% endfor %}", "第一讲"),
    ("{% for s in course.sessions %}{% if 2 <= loop.index %}{{ loop.previtem.title }}{% endif %}{% endfor %}", "第一讲"),
    (
      "{% for s in course.sessions %}{% if loop.index == 1 %}{% else %}{{ loop.previtem.title }}{% endif %}{% endfor %}",
      "第一讲"
    ),
    (
      "{% for s in course.sessions %}{% if loop.revindex != 1 %}{{ loop.nextitem.title }}{% endif %}{% endfor %}", "第二讲"
    ),
    (
      "{% for s in course.sessions %}{% if loop.revindex0 >= 1 %}{{ loop.nextitem.title }}{% endif %}{% endfor %}",
      "第二讲"
    ),
    ("{% if (course.subtitle or '') != '' %}{{ course.subtitle }}{% endif %}-", "-"),
    ("{% if course.subtitle|default('') != '' %}{{ course.subtitle }}{% endif %}-", "-"),
    ("{% if '' == (note or '') %}{% else %}{{ note }}{% endif %}-", "-"),
    ("{% if note|default('') in ['a', 'b'] %}{{ note }}{% endif %}-", "-"),
    ("{% if note|default('') %}{{ note }}{% endif %}-", "-"),
    ("{% if note|default('')|length > 0 %}{{ note }}{% endif %}-", "-"),
    ("{% if course.tutor and course.tutor|default('') %}{{ course.tutor.name }}{% endif %}", "李老师"),
    ("{{ (course.tutor or {}).name|default('—') }}{{ (n or '—') }}{{ course.minutes|default('—') }}", "李老师390"),
    ("{% for label, value in [('a', 1), ('b', 'c')] %}{{ label }}{{ value }}{% endfor %}", "a1bc"),
    ("{% for k, v in {'a': 1, 'b': 'c'}|items %}{{ k }}{{ v }}{% endfor %}", "a1bc"),
    (
      "{% for label, list in [('a', courses), ('b', course.sessions)] %}{{ (list|first).title|length }}{% endfor %}",
      "83"
    ),
    ("{{ {'a': 1, 'b': 'c'}|urlencode }}{{ [('a', n)]|urlencode }}", "a=1&amp;b=ca=3"),
    ("{{ (1.5)|trim }}{{ course.date|upper }}{{ course.rate|trim }}", "1.52026-09-1891.3%"),
    ("{% for c in courses %}<b class=\"{{ loop.first and 'a' or '' }}\">{% endfor %}", "<b class=\"a\"><b class=\"\">"),
    (
      "{{ course.tutor and course.tutor.name or '—' }}{{ (course.tutor and course.tutor.name)|default('—') }}", "李老师李老师"
    ),
    (
      "{% set x = course.open and 'a' %}{% if x %}{{ x }}{% endif %}",
      "a"
    ),
    ("{% set x = '' %}{% if n %}{% set x = courses[0] %}{% endif %}{% if x %}{{ x.minutes }}{% endif %}", "90"),
    ("{% set x = course.tutor|default('—') %}{{ x if x is string else x.name }}{{ x.name if x else '' }}", "李老师李老师"),
    ("{{ [1, 2.5, 3]|max }}{{ [course.title, 'a']|sort|first }}", "3a"),
    ("{{ courses|groupby('minutes')|map('first')|sum }}{{ courses|groupby('minutes')|first|first + 1 }}", "9091"),
    ("{{ (courses|groupby('minutes')|first|last|first).title|length }}", "8"),
  ])
  func `what is right gives what Jinja gives`(layout: String, expected: String) {
    #expect(errors(layout) == [])
    #expect(SampleRecord.render(layout) == expected)
  }

  @Test(arguments: [
    ("{{ courses|selectattr('subtitle', 'gt', 'a')|list|length }}", "LT09 some items may lack “subtitle” (text)"),
    ("{{ courses|sort(attribute='subtitle')|length }}", "LT09 some items may lack “subtitle” (text)"),
    ("{{ 'x' if note }}", "LT09 the condition is false and there is no else"),
    ("{% macro m(a, b) %}{{ b }}{{ a }}{% endmacro %}{{ m(1) }}", "LT07 m lacks the argument “b”"),
    (
      "{% macro f(a) %}{{ a }}{% endmacro %}{% macro m(a) %}{{ f(a) }}{% endmacro %}{{ m() }}{{ m() }}",
      "LT07 m lacks the argument “a”"
    ),
    ("{% for a, b in [(1, 2, 3)] %}{{ a }}{% endfor %}", "LT08 2 names for 3 values"),
    ("{{ [n, 'a']|sort|length }}", "LT08 “sort” orders items of one kind, not text or number"),
  ])
  func `the message says what is wrong`(layout: String, message: String) { #expect(errors(layout) == [message]) }

  @Test func `a missing argument is told at the call, at each other one by its own`() {
    let layout = "{% macro m(a, b) %}{{ b }}{% endmacro %}\n{{ m(1) }}{{ m(b=2) }}"
    let errors = SampleRecord.check(layout)
    #expect(errors.map(\.code.text) == ["LT07"])
    #expect(errors.first?.location?.span?.start == 44)
  }
}
