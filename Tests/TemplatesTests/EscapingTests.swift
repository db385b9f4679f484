import Diagnostics
import Templates
import Testing

struct EscapingTests {
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</title><b>",
    "</textarea>",
    "-->", "]]>", "&lt;b&gt;", "&#60;b&#62;", "a&b", "\u{0}<b>", "`${1}`", "</script><script>", "<!--", "\\\"",
    "\u{2028}",
  ]

  @Test(arguments: hostile)
  func `text never leaves its place`(value: String) {
    let course = SampleRecord.course(title: value, homepage: "x")
    let open = SampleRecord.render("[{{ course.title }}]", course: course)
    #expect(!open.dropFirst().dropLast().contains("<") && !open.contains("\""))
    let attribute = SampleRecord.render("<p title=\"{{ course.title }}\" lang='{{ course.title }}'>", course: course)
    #expect(attribute.filter { $0 == "\"" }.count == 2 && attribute.filter { $0 == "'" }.count == 2)
    let json = SampleRecord.render(
      "<script type=\"application/ld+json\">{\"a\": {{ course.title }}, \"b\": \"{{ course.title }}\"}</script>",
      course: course)
    #expect(json.pieces("</script").count == 2 && json.pieces("<").count == 3)
    let title = SampleRecord.render(
      "<title>{{ course.title }}{% set x %}{{ course.title }}{% endset %}{{ x }}</title>", course: course)
    #expect(title.pieces("<").count == 3)
  }

  @Test(arguments: [
    "javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "JaVaScRiPt:x", "vbscript:x",
    "data:text/html,x",
    "\u{1}javascript:x", "file:///etc",
  ])
  func `addresses with other schemes are refused`(address: String) {
    for layout in [
      "<a href=\"{{ course.homepage }}\">", "<a href='{{ course.homepage }}'>", "<img src=\"{{ course.homepage }}\">",
      "<a href=\"{% if n %}{{ course.homepage }}{% endif %}\">", "<a href=\"{{ course.homepage|e }}\">",
    ] {
      #expect(
        SampleRecord.render(layout, course: SampleRecord.course(homepage: address)).hasPrefix("LT32"), "\(layout)")
    }
  }

  @Test func `a scheme put together from parts is refused`() {
    let course = SampleRecord.course(title: "script:alert(1)", homepage: "java")
    #expect(
      SampleRecord.render("<a href=\"{{ course.homepage }}{{ course.title }}\">", course: course).hasPrefix("LT32"))
    #expect(SampleRecord.render("<a href=\"java{{ course.title }}\">", course: course).hasPrefix("LT32"))
    #expect(SampleRecord.render("<a href=\"/{{ course.title }}\">", course: course) == "<a href=\"/script:alert(1)\">")
  }

  @Test(arguments: ["https://a.cn/?a=1&b=2", "mailto:a@b.cn", "tel:021-1", "../x/", "#a", "?q=a:b", "x/y:z", ""])
  func `usual addresses pass`(address: String) {
    #expect(
      !SampleRecord.render("<a href=\"{{ course.homepage }}\">", course: SampleRecord.course(homepage: address))
        .hasPrefix("LT"))
  }

  @Test func `a value behind a bracket begins no tag`() {
    #expect(
      SampleRecord.render("<{{ course.title }}>", course: SampleRecord.course(title: "img src=x")).hasPrefix("LT31"))
  }

  /// `n` is 3, `note` is not given; each would print a tag, an event handler or an address that nobody looked at.
  @Test(arguments: [
    "<{{ course.title|replace('x', '') }}{{ course.homepage }}>", "<{{ note|default('') }}img src=x>",
    "<{{ note|default('') }}/script>", "{% set x %}{% endset %}<{{ x }}{{ course.homepage }}>",
  ])
  func `a value behind a bracket is not empty`(layout: String) {
    let course = SampleRecord.course(title: "x", homepage: "img src=x")
    #expect(SampleRecord.render(layout, course: course).hasPrefix("LT31"))
  }

  @Test(arguments: [
    "{% set x %}<{% endset %}{{ x }}{{ course.title }}>", "{% set x %}<p title=\"{% endset %}{{ x }}",
    "{% if n %}<{% endif %}{{ course.title }}>", "{% for c in courses %}{{ c.title }}><{% endfor %}",
    "<{% if n %}{{ course.title }}{% endif %}>", "<{% if n %}p{% endif %} title=\"{{ course.title }}\">",
    "<p {% if n %}on{% endif %}click=\"{{ course.title }}\">", "<a {% if n %}h{% endif %}ref=\"{{ course.title }}\">",
    "<a {% for c in courses %}h{% endfor %}ref=\"{{ course.title }}\">",
    "<a {% for c in courses %}{% if loop.last %}ref=\"{{ course.title }}\"{% else %}h{% endif %}{% endfor %}>",
    "<p{% if n %} onclick{% endif %} =\"{{ course.title }}\">",
    "<p {% if n %}onclick {% else %}title {% endif %}=\"{{ course.title }}\">",
    "<textarea></text{% if n %}area{% endif %}><p onclick=\"{{ course.title }}\">",
    "<textarea><{% if n %}/textarea{% endif %}><p onclick=\"{{ course.title }}\">",
    "<textarea><{{ '/textarea' }}><p onclick=\"{{ course.title }}\">", "<title></TITL{{ 'e' }}>",
    "<!-- {{ course.title }}->", "<!-- -{% if n %}-{% endif %}><p onclick=\"{{ course.title }}\">-->",
  ])
  func `HTML that is put together from parts is refused`(layout: String) {
    #expect(SampleRecord.render(layout).hasPrefix("LT17"), "\(SampleRecord.render(layout))")
  }

  @Test(arguments: [
    "<scr{{ 'ipt' }}>{{ course.title }}</script>", "<s{{ n }}>", "<!-- --!><p onclick=\"{{ course.title }}\">",
    "<script{% if n %} type=\"application/json\"{% endif %}>{{ course.title }}</script>",
    "<script type=\"application/json\">\"</script><p onclick=\"{{ course.title }}\">",
  ])
  func `what might be an element with other rules is one`(layout: String) {
    let said = SampleRecord.check(layout).filter { $0.severity == .error }
    #expect(said.count == 1, "\(said.map(\.message.en))")
  }

  @Test(arguments: [
    "<p{% if n %} class=\"a\"{% endif %}{% if n %} hidden {% else %} lang=\"zh\" {% endif %}title=\"x\">",
    "<input {% if n %}checked {% else %}disabled {% endif %}type=\"radio\"><input{% if n %} checked{% endif %}/>",
    "<p{% for c in courses %} data-{{ c.minutes }}=\"{{ c.title }}\"{% endfor %}>",
    "<option{% for c in courses %} selected{% endfor %}>", "<h{{ n }}>{{ course.title }}</h{{ n }}>",
    "<!-- a - {{ course.title }} - b --><!--{{ n }}-->", "<title>a < b {{ course.title }} </ b</title>",
    "{% set x %}<p {% if n %}hidden{% endif %}>{% endset %}{{ x }}", "{{ n }} < {{ n }}{% if n %} < {% endif %}a",
  ])
  func `HTML whose parts are whole is accepted`(layout: String) {
    #expect(!SampleRecord.render(layout).hasPrefix("LT"), "\(SampleRecord.render(layout))")
  }
}

extension String {
  fileprivate func pieces(_ separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
