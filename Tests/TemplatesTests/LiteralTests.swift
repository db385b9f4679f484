import Diagnostics
import Templates
import Testing

/// What is written out and can only fail is told before anything is rendered.
struct LiteralTests {
  private func errors(_ layout: String) -> [String] {
    SampleRecord.check(layout).filter { $0.severity == .error }.map { "\($0.code.text) \($0.message.en)" }
  }

  @Test(arguments: [
    ("{{ 'portal.cs'|asset }}", "LT31 there is no asset “portal.cs”"),
    ("{{ '//x'|url }}", "LT31 “//x” is no argument for url"), ("{{ 'a:b'|url }}", "LT31 “a:b” is no argument for url"),
    ("{{ course.date|weekday('foo') }}", "LT07 “foo” is no argument for weekday"),
    ("{{ courses|map(attribute='date')|map('weekday', 'foo')|join }}", "LT07 “foo” is no argument for weekday"),
    ("{{ '2026-13-01'|date('Y') }}", "LT31 “2026-13-01” is no argument for date"),
    ("{{ {'a': n}|dictsort(by='valu')|length }}", "LT07 “valu” is no argument for dictsort"),
    ("{{ courses|batch(0)|list|length }}", "LT07 “0” is no argument for batch"),
    ("{{ courses|slice(-1)|list|length }}", "LT07 “-1” is no argument for slice"),
    ("{{ n|number(-1) }}", "LT07 “-1” is no argument for number"),
    ("{{ n|round(1, 'up') }}", "LT07 “up” is no argument for round"),
    ("{% for i in range(1, 2, 0) %}{{ i }}{% endfor %}", "LT07 “0” is no argument for range"),
    ("{% for i in range(1, n, 0) %}{{ i }}{% endfor %}", "LT07 “0” is no argument for range"),
    ("{% for i in range(2000000) %}{{ i }}{% endfor %}", "LT33 loops take more steps than the limit"),
    ("{{ courses[::0]|length }}", "LT31 “0” is no argument for [:]"),
    ("{{ 1 / 0 }}", "LT31 division by zero"), ("{{ 1 // 0 }}", "LT31 division by zero"),
    ("{{ 1 % 0 }}", "LT31 division by zero"), ("{{ n / 0 }}", "LT31 division by zero"),
    ("{{ n // (1 - 1) }}", "LT31 division by zero"), ("{{ n % 0 }}", "LT31 division by zero"),
    ("{{ course.rate / 0 }}", "LT31 division by zero"), ("{{ 10 ** 200 }}", "LT31 the result is out of range"),
    ("{% for a, b in 'xy' %}{{ a }}{% endfor %}", "LT08 2 names for 1 values"),
    ("{% for a, b in course.title %}{{ a }}{% endfor %}", "LT08 2 names for 1 values"),
    ("{% for a, b in ['xy', 'z'] %}{{ a }}{% endfor %}", "LT08 2 names for 1 values"),
    ("{% for a, b in [1, 2] %}{{ a }}{% endfor %}", "LT08 number has no elements"),
    ("{% for a, b in n %}{{ a }}{% endfor %}", "LT08 “for” cannot walk number"),
    ("{% set a, b = 'xyz' %}{{ a }}", "LT08 2 names for 3 values"),
    ("{% if n in ['1', '2'] %}{% endif %}", "LT08 “in” takes two of a kind, not number and text"),
    ("{% if course.title not in [1, 2] %}{% endif %}", "LT08 “not in” takes two of a kind, not text and number"),
    ("{% set a, b = 5 %}{{ a }}", "LT08 number has no elements"),
    ("{% set a, (b, c) = 1, 'xyz' %}{{ a }}", "LT08 2 names for 3 values"),
    ("{% set a, (b, c) = 1, 2 %}{{ a }}", "LT08 number has no elements"),
  ])
  func `what can only fail is told before`(layout: String, message: String) { #expect(errors(layout) == [message]) }

  @Test func `the name of an asset has its nearest one`() {
    #expect(SampleRecord.check("{{ 'portal.cs'|asset }}").map { $0.repair?.en } == ["did you mean `portal.css`"])
  }

  @Test(arguments: [
    ("{{ 'portal.css'|asset }}", "../../assets/portal.3f9a.css"),
    ("{{ ('portal' ~ '.css')|asset }}", "../../assets/portal.3f9a.css"),
    ("{{ 'notices/#a'|url }}", "../../notices/index.html#a"), ("{{ course.date|weekday('short') }}", "五"),
    ("{{ n / 2 }}{{ 7 // 2 }}{{ 7 % 2 }}{{ n / (n if n else 1) }}", "1.5311"),
    ("{% for i in range(3, 0, -1) %}{{ i }}{% endfor %}", "321"),
    ("{% for a, b in ['xy'] %}{{ a }}{{ b }}{% endfor %}", "xy"),
    ("{% for a, in 'xy' %}{{ a }}{% endfor %}", "xy"), ("{% set a, b = 'xy' %}{{ b }}{{ a }}", "yx"),
    ("{% set a, (b, c) = 1, 'xy' %}{{ a }}{{ b }}{{ c }}", "1xy"), ("{% for a, b in [] %}{% else %}0{% endfor %}", "0"),
    ("{% for k, v in {'ab': 1} %}{{ k }}{{ v }}{% endfor %}", "ab"),
    ("{{ n|round(1, 'ceil') }}{{ n|number(2) }}", "33.00"),
  ])
  func `what is right stays right`(layout: String, expected: String) {
    #expect(errors(layout) == [])
    #expect(SampleRecord.render(layout) == expected)
  }
}
