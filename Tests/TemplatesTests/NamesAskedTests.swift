import Diagnostics
import Templates
import Testing

/// Names that are only asked for, by `is defined` or `default`: somebody must give them.
struct NamesAskedTests {
  private func found(_ layout: String, _ partials: [String: String] = [:]) -> [String] {
    SampleRecord.check(layout, partials: partials).map { "\($0.severity) \($0.code.text) \($0.repair?.en ?? "-")" }
  }

  @Test(arguments: [
    "{{ coure|default('x') }}", "{% if coure is defined %}a{% endif %}", "{% if coure is not defined %}a{% endif %}",
    "{% if coure is undefined %}a{% endif %}", "{{ coure|d('x') }}", "{{ coure.title|default('x') }}",
    "{% if coure is defined and coure.title %}{{ coure.title }}{% endif %}",
    "{% macro m(course) %}{{ coure|default('x') }}{% endmacro %}{{ m(1) }}",
  ])
  func `a name that nobody gives is told with the nearest one`(layout: String) {
    #expect(found(layout) == ["error LT04 did you mean `course`"])
  }

  @Test func `a name that is like no other is a warning`() {
    #expect(found("{% if qwertz is defined %}{{ qwertz }}{% endif %}") == ["warning LT04 -"])
    #expect(found("{{ x|default('x') }}") == ["warning LT04 -"])
    #expect(found("{{ qwertz|default('x') }}") == ["warning LT04 -"])
  }

  @Test func `a slip in a partial that several pages include is told once`() {
    #expect(found("{% include 'p.html' %}{% include 'p.html' %}", ["p.html": "{{ coure|default('') }}"]).count == 1)
  }

  @Test(arguments: [
    ("{{ note|default('x') }}", [:]), ("{% include 'p.html' %}", ["p.html": "{{ n|default('x') }}"]),
    // Set in another layout, in a branch, behind this place, as the name of a loop or a parameter.
    ("{% include 'p.html' %}", ["p.html": "{{ heading|default('x') }}", "q.html": "{% set heading = 1 %}"]),
    (
      "{% include 'p.html' %}",
      ["p.html": "{{ heading|default('x') }}", "q.html": "{% with heading = 1 %}{% endwith %}"]
    ),
    ("{% if heading is defined %}{{ heading }}{% endif %}{% if n %}{% set heading = 'a' %}{% endif %}", [:]),
    ("{{ s|default('x') }}{% for s in course.sessions %}{{ s.title }}{% endfor %}", [:]),
    ("{% macro m(heading) %}{{ heading|default('x') }}{% endmacro %}{{ m() }}{{ heading|default('y') }}", [:]),
    ("{% set heading %}a{% endset %}{% block b %}{{ heading|default('x') }}{% endblock %}", [:]),
    ("{% include 'p.html' %}", ["p.html": "{% if loop is defined %}{{ loop.index }}{% endif %}"]),
    ("{{ range is defined and 1 or 2 }}{% if self is defined %}{% endif %}", [:]),
  ])
  func `a name that somebody gives is accepted`(layout: String, partials: [String: String]) {
    #expect(found(layout, partials) == [])
  }
}
