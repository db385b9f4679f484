import Diagnostics
import Templates
import Testing

/// Values that are records of one of several kinds, and paths through them: what no kind has is a mistake, what only some have
/// is like an optional field.
struct RecordKindTests {
  private func errors(_ layout: String) -> [String] {
    SampleRecord.check(layout).filter { $0.severity == .error }.map { "\($0.code.text) \($0.message.en)" }
  }

  private func repairs(_ layout: String) -> [String] { SampleRecord.check(layout).compactMap { $0.repair?.en } }

  @Test(arguments: [
    "{% set x = course if n else course.sessions[0] %}{{ x.titel }}",
    "{% set x = course %}{% if n %}{% set x = course.sessions[0] %}{% endif %}{{ x.titel }}",
    "{% for x in [course, course.sessions[0]] %}{{ x.titel }}{% endfor %}",
    "{% for x in courses + course.sessions %}{{ x.titel }}{% endfor %}",
    "{{ (courses + course.sessions)|map(attribute='titel')|join }}",
    "{{ (courses + course.sessions)|sort(attribute='titel')|length }}",
    "{% for k, xs in (courses + course.sessions)|groupby('title') %}{{ (xs|first).titel }}{% endfor %}",
    "{% macro m(x) %}{{ x.titel }}{% endmacro %}{{ m(course if n else course.sessions[0]) }}",
    "{% set x = (course.tutor or course) if n else course.sessions[0] %}{{ x.titel }}",
  ])
  func `a name that no kind has is told with the nearest one`(layout: String) {
    #expect(errors(layout).map { $0.prefix(4) } == ["LT05"], "\(errors(layout))")
    #expect(repairs(layout) == ["did you mean `title`"])
  }

  @Test(arguments: [
    ("{% set x = course if n else course.sessions[0] %}{{ x.place }}", "LT09 “x.place” may be absent (text)"),
    ("{% set x = course if n else course.sessions[0] %}{{ x.url }}", "LT09 “x.url” may be absent (link)"),
    (
      "{{ (courses + course.sessions)|sort(attribute='url')|length }}", "LT09 some items may lack “url” (link)"
    ),
    (
      "{{ (courses + course.sessions)|map(attribute='homepage')|join }}", "LT09 items that “join” needs may be absent"
    ),
    (
      "{% set x = course if n else course.sessions[0] %}{{ x.tilte }}",
      "LT05 record course or session has no attribute “tilte”"
    ),
  ])
  func `a name that only one kind has may be absent`(layout: String, message: String) {
    #expect(errors(layout) == [message])
  }

  @Test(arguments: [
    ("{% set x = course if n else course.sessions[0] %}{{ x.title }}{{ x.minutes + 1 }}", "作业设计 &lt;上&gt;91"),
    (
      "{% for x in courses + course.sessions %}{% if x.place %}{{ x.place }}{% endif %}{{ x.minutes }},{% endfor %}",
      "90,90,90,礼堂45,"
    ),
    (
      "{% for x in courses + course.sessions %}{{ x.url|default('-') }},{% endfor %}",
      "../../courses/zuoye/index.html,../../courses/zuoye/index.html,-,-,"
    ),
    (
      "{% for x in courses + course.sessions %}{% if x.url is defined %}{{ x.url }}{% endif %},{% endfor %}",
      "../../courses/zuoye/index.html,../../courses/zuoye/index.html,,,"
    ),
    (
      "{% for x in courses + course.sessions %}{% if x.url is not defined %}{{ x.title }}{% endif %}{% endfor %}",
      "第一讲第二讲"
    ),
    ("{{ (courses + course.sessions)|selectattr('url')|map(attribute='minutes')|sum }}", "180"),
    (
      "{{ (courses + course.sessions)|selectattr('url', 'defined')|map(attribute='homepage')|first }}",
      "https://a.cn/?x=1&amp;y=2"
    ),
    ("{{ (courses + course.sessions)|rejectattr('url', 'defined')|map(attribute='title')|join }}", "第一讲第二讲"),
    ("{{ (courses + course.sessions)|rejectattr('url')|map(attribute='title')|join }}", "第一讲第二讲"),
    ("{{ (courses + course.sessions)|map(attribute='homepage')|select|list|length }}", "2"),
    (
      "{{ (courses + course.sessions)|map(attribute='homepage', default='-')|join }}",
      "https://a.cn/?x=1&amp;y=2https://a.cn/?x=1&amp;y=2--"
    ),
    ("{{ (courses + course.sessions)|sort(attribute='minutes')|map(attribute='title')|first }}", "第二讲"),
    (
      "{% for k, xs in (courses if n else course.sessions)|groupby('title') %}{{ k|length }}{{ xs[0].minutes }}{% endfor %}",
      "890"
    ),
    (
      "{% set g = courses|groupby('title') + course.sessions|groupby('title') %}{% for k, xs in g %}{{ k|length }}{{ (xs|first).minutes }},{% endfor %}{{ g[0].grouper|length }}{{ g[1][0] }}",
      "890,390,345,8第一讲"
    ),
    ("{% set x = course.tutor or course %}{{ x.name|default('-') }}{{ x.title|default('-') }}", "李老师-"),
    ("{{ [{'a': 1}, {'b': 2}]|selectattr('a')|list|length }}", "1"),
  ])
  func `what is right is accepted and gives what Jinja gives`(layout: String, expected: String) {
    #expect(errors(layout) == [])
    #expect(SampleRecord.render(layout) == expected)
  }

  // MARK: Paths

  @Test(arguments: [
    ("{{ courses|sort(attribute='date.foo')|length }}", "LT05 date has no attribute “foo”"),
    ("{{ courses|sort(attribute='date.foo,title')|length }}", "LT05 date has no attribute “foo”"),
    (
      "{{ courses|map(attribute='sessions.title')|list|length }}",
      "LT05 list of record session has no attribute “title”"
    ),
    ("{{ courses|groupby('title.x')|length }}", "LT05 text has no attribute “x”"),
    ("{{ courses|selectattr('minutes.x')|list|length }}", "LT05 number has no attribute “x”"),
    ("{{ courses|rejectattr('rate.x', 'eq', 1)|list|length }}", "LT05 quantity (percent) has no attribute “x”"),
    ("{{ courses|sum(attribute='minutes.x') }}", "LT05 number has no attribute “x”"),
    ("{{ courses|unique(attribute='url.path')|list|length }}", "LT05 link has no attribute “path”"),
    ("{{ (courses|min(attribute='open.x')).title }}", "LT05 boolean has no attribute “x”"),
    ("{{ (courses|max(attribute='body.x')).title }}", "LT05 markup has no attribute “x”"),
    ("{{ courses|join(',', attribute='title.x') }}", "LT05 text has no attribute “x”"),
    ("{{ courses|map(attribute='sessions.0.titel')|join }}", "LT05 record session has no attribute “titel”"),
    ("{{ courses|map(attribute='tutor.unti')|list|length }}", "LT05 record tutor has no attribute “unti”"),
    ("{{ courses|map(attribute='tutor.name')|list|length }}", "LT09 some items may lack “tutor” (record tutor)"),
    ("{{ ['a', 'b']|map(attribute='x')|list|length }}", "LT05 text has no attribute “x”"),
    ("{{ courses|sort(attribute='tutor,title')|length }}", "LT09 some items may lack “tutor” (record tutor)"),
    (
      "{{ courses|sort(attribute='url,title')|length }}",
      "LT08 sort takes text or markup or number or quantity or date or boolean or list, not link"
    ),
  ])
  func `every step of a path is checked`(layout: String, message: String) {
    #expect(errors(layout).count == 1)
    #expect(errors(layout).first?.prefix(message.count) ?? "" == message)
  }

  @Test(arguments: [
    ("{{ courses|selectattr('tutor')|map(attribute='tutor.name')|join }}", "李老师李老师"),
    ("{{ courses|map(attribute='tutor.name', default='-')|join }}", "李老师李老师"),
    ("{{ courses|map(attribute='sessions.0.title')|join }}", "第一讲第一讲"),
    ("{{ courses|map(attribute='tags.1')|join }}{{ courses|map(attribute='title.0')|join }}", "线上线上作作"),
    ("{% for g in courses|groupby('sessions.0.date') %}{{ g.grouper }}{% endfor %}", "2026-09-18"),
    ("{{ [{'a': {'b': 1}}]|sum(attribute='a.b') }}{{ [['x', 'y']]|map(attribute=1)|join }}", "1y"),
    ("{{ [{'a': 1}, {'a': 2, 'b': 3}]|map(attribute='b', default=0)|sum }}", "3"),
  ])
  func `right paths are accepted`(layout: String, expected: String) {
    #expect(errors(layout) == [])
    #expect(SampleRecord.render(layout) == expected)
  }
}
