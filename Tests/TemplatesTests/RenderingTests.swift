import Diagnostics
import Expressions
import Templates
import Testing
import Values

struct RenderingTests {
  @Test func `text is escaped, markup is not`() {
    #expect(SampleRecord.render("{{ course.title }}{{ course.body }}") == "作业设计 &lt;上&gt;<p>正文</p>")
  }

  @Test func `links are relative to the page`() {
    let layout = "<a href=\"{{ course.url }}\">{{ 'notices/'|url }} {{ 'portal.css'|asset }}"
    #expect(
      SampleRecord.render(layout, at: "classes/a/")
        == "<a href=\"../../courses/zuoye/index.html\">../../notices/index.html ../../assets/portal.3f9a.css")
    #expect(
      SampleRecord.render(layout, at: "")
        == "<a href=\"courses/zuoye/index.html\">notices/index.html assets/portal.3f9a.css")
  }

  @Test(arguments: [
    (
      "{{ course.date|date('Y年n月j日') }} {{ course.date|weekday }} {{ course.date|weekday('short') }}",
      "2026年9月18日 星期五 五"
    ),
    ("{{ course.date|date('Y-m-d') }} {{ course.date }}", "2026-09-18 2026-09-18"),
    ("{{ 2775|number }} {{ 1234.5|number(2) }} {{ 91.25|percent(1) }} {{ 1800|money }}", "2,775 1,234.50 91.3% 1,800元"),
    ("{{ course.rate }} {{ course.rate|number(2) }}", "91.3% 91.30"),
    ("{{ '教师培训门户网站'|truncate_han(5) }} {{ 'ab教师'|truncate_han(4) }} {{ '张三丰'|mask }}", "教师培训… ab教师 张**"),
    ("{{ t('greeting', name=course.title) }} {{ t('count', n=n) }}", "你好，作业设计 &lt;上&gt;！ 共 3 门"),
    (
      "{{ t('courses', n=1, name='a') }}; {{ t('courses', n=course.sessions|length, name='a') }}; {{ t('cour' ~ 'ses', n='1', name='b') }}",
      "one course by a; 2 courses by a; one course by b"
    ),
    ("{{ 0.1 + 0.2 }} {{ 8 / 2 }} {{ 1 / 3 }} {{ 2.675|round(2) }} {{ 2.5|round }}", "0.3 4 0.333333333333 2.68 3"),
    (
      "{{ course.sessions|sum(attribute='minutes') }} {{ course.sessions|map(attribute='title')|join('、') }}",
      "135 第一讲、第二讲"
    ),
    (
      "{% for s in course.sessions %}{{ loop.index }}{{ s.title }}{% if not loop.last %}，{% endif %}{% endfor %}",
      "1第一讲，2第二讲"
    ),
    ("{{ course.sessions|selectattr('place')|map(attribute='title')|join }}", "第二讲"),
    (
      "{{ ['教师', 1, true, none]|json }} {{ {'b': 1, 'a': '中'}|tojson }}",
      "[\"教师\",1,true,null] {\"a\": \"\\u4e2d\", \"b\": 1}"
    ),
    ("{{ course.body|striptags }} {{ course.tags|join('/')|upper }}", "正文 必修/线上"),
  ])
  func `filters of the domain`(layout: String, expected: String) {
    #expect(SampleRecord.render(layout) == expected)
  }

  @Test func `a failing page names the place, the way there and the values`() throws {
    let (set, diagnostics) = SampleRecord.load(
      "{% for s in course.sessions %}\n{% include 'p.html' %}\n{% endfor %}", ["p.html": "{{ 10 / (s.minutes - 90) }}"])
    #expect(diagnostics.isEmpty)
    var output: [UInt8] = Array("before".utf8)
    let error = #expect(throws: LayoutError.self) {
      try set.render("page.html", SampleRecord.values(), page: SitePath(""), into: &output)
    }
    let found = try #require(error)
    #expect(found.failure == .divisionByZero)
    #expect(found.location.path == "layouts/p.html")
    #expect(found.chain.map(\.path) == ["layouts/page.html"])
    #expect(found.values.map(\.name) == ["s.minutes"])
    #expect(found.values.map(\.value) == ["90"])
    #expect(String(decoding: output, as: UTF8.self) == "before")
  }

  @Test func `the way leads through parents, blocks and macros`() throws {
    let (set, diagnostics) = SampleRecord.load(
      "{% extends 'base.html' %}{% from 'm.html' import share %}\n{% block main %}{{ share(n - 3) }}{% endblock %}",
      ["base.html": "<p>\n{% block main %}{% endblock %}", "m.html": "{% macro share(k) %}{{ 10 / k }}{% endmacro %}"])
    #expect(diagnostics.isEmpty)
    var output: [UInt8] = []
    let error = #expect(throws: LayoutError.self) {
      try set.render("page.html", SampleRecord.values(), page: SitePath(""), into: &output)
    }
    let found = try #require(error)
    #expect(found.location.path == "layouts/m.html")
    #expect(found.chain.map(\.path) == ["layouts/page.html", "layouts/base.html", "layouts/page.html"])
    #expect(found.values.map(\.name) == ["k"] && found.values.map(\.value) == ["0"])
    #expect(found.diagnostic.notes.count == 4)
  }

  @Test func `a macro that calls itself without end is stopped`() {
    let layout = "{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}"
    #expect(SampleRecord.render(layout) == "LT33 macro calls or nested statements go too deep")
  }

  @Test func `a page that draws in layouts without end is stopped`() {
    var partials: [String: String] = ["p40.html": "x"]
    for number in 0..<40 {
      partials["p\(number).html"] = "{% include 'p\(number + 1).html' %}{% include 'p\(number + 1).html' %}"
    }
    let found = SampleRecord.check("{% include 'p0.html' %}", partials: partials)
    #expect(found.map(\.code.text) == ["LT02"])
  }

  @Test(arguments: [
    String(repeating: "(", count: 100_000), String(repeating: "[", count: 100_000),
    String(repeating: "1+", count: 50_000) + "1",
    String(repeating: "-", count: 100_000) + "1", String(repeating: "not ", count: 100_000) + "1",
    "n" + String(repeating: "|abs", count: 100_000), "n" + String(repeating: ".a", count: 100_000),
    "n" + String(repeating: " if n else n", count: 50_000), "'" + String(repeating: "a", count: 200_000),
  ])
  func `pathological expressions end with a diagnostic`(expression: String) {
    #expect(SampleRecord.check("{{ " + expression + " }}").count == 1)
  }

  @Test(arguments: ["{% if n %}", "{% for a in courses %}", "{% block b %}", "{% with %}"])
  func `pathological nesting ends with a diagnostic`(tag: String) {
    #expect(SampleRecord.check(String(repeating: tag, count: 20_000)).map(\.code.text) == ["LT02"])
  }

  @Test func `no bytes crash the reader`() {
    var state: UInt64 = 7
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let pieces = [
      "{{", "}}", "{%", "%}", "{#", "#}", "-", "+", "if ", "for ", "in ", "endif", "endfor", "else", "set ", "block ",
      "endblock", "macro ", "endmacro", "raw", "endraw", "x", "course", ".title", "|", "default('')", "(", ")", "[",
      "]", "{",
      "}", "'", "\"", "1", "is ", "not ", "\n", " ", "<a href=\"", "\">", "<script>", "</script>", "教", "，", "~", "=",
      ",",
    ]
    for _ in 0..<3000 {
      let layout = (0..<random(24)).map { _ in pieces[random(pieces.count)] }.joined()
      _ = SampleRecord.render(layout)
    }
  }
}
