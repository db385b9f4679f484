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

  /// What opens an address without being called one: a page that moves on, an animation that changes a link.
  @Test(arguments: [
    "<meta http-equiv=\"refresh\" content=\"0;url={{ v }}\">",
    "<meta http-equiv=Refresh content=\"5 , URL = '{{ v }}'\">",
    "<meta http-equiv=\"refresh\" content=\"{{ v }}\">", "<meta http-equiv=\"refresh\" content=\"0;{{ v }}\">",
    "<meta http-equiv=\"re{{ 'fresh' }}\" content=\"0;url={{ v }}\">",
    "<meta http-equiv=\"&#114;efresh\" content=\"0;url={{ v }}\">",
    "<meta {% if n %}http-equiv=\"refresh\"{% else %}name=\"x\"{% endif %} content=\"0;url={{ v }}\">",
    "<animate attributeName=\"href\" to=\"{{ v }}\"/>", "<set attributeName=\"href\" from='{{ v }}'/>",
    "<animate attributeName=\"href\" values=\"/a;{{ v }};/b\"/>", "<svg xml:base=\"{{ v }}\">",
  ])
  func `addresses inside of other values are looked at`(layout: String) {
    for address in ["javascript:alert(1)", "java\nscript:x", "data:text/html,x", "0;url=javascript:x"] {
      let isWhole = address.hasPrefix("0") && !layout.contains("refresh\" content=\"{{")
      let course = SampleRecord.course(homepage: isWhole ? "javascript:x" : address)
      let said = SampleRecord.render(layout.replacing("v }}", with: "course.homepage }}"), course: course)
      #expect(said.hasPrefix("LT32"), "\(said)")
    }
    let harmless = SampleRecord.course(homepage: "https://a.cn/b?c=1&d=2")
    #expect(
      SampleRecord.render(layout.replacing("v }}", with: "course.homepage }}"), course: harmless)
        .contains("https://a.cn/b?c=1&amp;d=2"))
  }

  @Test func `other meta tags and animations hold what they hold`() {
    let layout = """
      <meta name="description" content="{{ course.title }}"><meta property="og:title" content="{{ course.title }}">\
      <meta http-equiv="content-type" content="{{ course.title }}"><input to="{{ course.title }}" content="{{ course.title }}">
      """
    #expect(
      SampleRecord.render(layout, course: SampleRecord.course(title: "重要:x")).pieces("重要:x").count == 6)
    #expect(
      SampleRecord.render(
        "<meta content=\"{{ course.title }}\" http-equiv=\"refresh\">", course: SampleRecord.course(title: "a")
      ).hasPrefix("LT17"))
  }

  /// Places in a script in which a JSON text would end a string, or be read as code.
  @Test(arguments: [
    "\"{{ v }}\"", "'a {{ v }}'", "`{{ v }}`", "`${a}{{ v }}`", "`${ `b` + {c: 1}.c }{{ v }}`", "/{{ v }}/",
    "x = /a[/]{{ v }}/",
    "return /{{ v }}/", "if (a) /{{ v }}/.test(b)", "/* {{ v }} */", "/*/ {{ v }} */", "'\\'{{ v }}'",
    "\"a\\\n{{ v }}\"",
    "`\n{{ v }}`", "x = a++ / 2 + '{{ v }}'", "x = {} /{{ v }}/", "} /{{ v }}", "`\\${ {{ v }}`", "a = 1\n'{{ v }}'",
    "/\\/{{ v }}/",
    "f(/'/, '{{ v }}')", "x = b ? /'/ : '{{ v }}'", "a = '</b>{{ v }}'",
    "a = m.default / 2 + \"/ {{ v }} \"", "a = o.return / \"/ {{ v }}\"", "a = o?.in / \"/ {{ v }}\"",
    "this.#of / \"/ {{ v }}\"",
    "x = of / 2 + \"/ {{ v }}\"", "x = o.with(1) / 2 + \"/ {{ v }}\"", "function f(){}\n/[//]/.test(`\n{{ v }}`);",
    "function f(){}\n/[/*]/.test(\"x\");\na = \"*/ {{ v }} \";", "x = `${% if n %}b{% endif %}{ \"${ {{ v }} }\" }`",
    "/* *{% if n %}x{% endif %}/ a = \" */ {{ v }} \"", "`{% for c in courses %}{ \"${ {{ v }} }\" }${% endfor %}`",
    "var a;\n--> `\na = \"${ {{ v }} }\"; //`", "#! `\n{{ v }}`", "{% if n %}x = {}{% endif %} / 'a{{ v }}'",
    "//\u{2028}a = \"{{ v }}\"",
    "return\u{A0}/\"/.lastIndex + \" {{ v }} \"",
    "b=a+++/\"/.lastIndex; b=\"/ {{ v }} \"", "a\n++/\"/.lastIndex; b = \"/ {{ v }}\"",
    "{% if n %}'{% else %}'a{% endif %}{{ v }}'",
  ])
  func `a value in a script stands in code`(script: String) {
    let layout = "<script>\(script.replacing("v }}", with: "course.title|tojson }}"))</script>"
    #expect(SampleRecord.check(layout).contains { $0.code.text == "LT16" }, "\(layout)")
  }

  @Test(arguments: [
    "const a = {{ v }};", "f({{ v }}, [{{ v }}], {'b': {{ v }}})", "x = a / {{ v }}", "x = (a + b) / {{ v }}",
    "x = a[0] /{{ v }}",
    "x = `${ {{ v }} }`", "x = `a ${ f({b: {{ v }}}) } c`", "x = 'it\\'s'; y = {{ v }}",
    "x = /['\"]/.test(y) && {{ v }}",
    "// it's\nx = {{ v }}", "// {{ v }}\n", "/* it's */ x = {{ v }}", "/**/ {{ v }}", "x = a++ / 2; y = {{ v }}",
    "if (a) {{ v }}",
    "const x = [{% for c in courses %}{{ c.title|tojson }}{% if not loop.last %},{% endif %}{% endfor %}];",
    "{% if n %}x = {{ v }};{% endif %} y = {{ v }}",
    "{% if n %}if (a) { {% endif %} x = {{ v }} {% if n %} }{% endif %}",
    "x = \"a\\\nb\" + {{ v }}", "x = a.replace(/`/g, '') + {{ v }}", "`it's`; x = {{ v }}",
    "<!-- it's\n x = {{ v }} //-->",
    "for (const a of {{ v }}) {}\nconst b = {{ v }} // it's\n", "x = {{ v }} / 2 + 'a' + {{ v }}",
    "x = '/' + {{ v }} + '/'",
    "x = typeof /a'/ + {{ v }}", "function f() {}\n// '\nx = {{ v }}", "a = 1.5 / 2 + '%' + {{ v }}",
    "const 名称 = {{ v }}; o = {'课程': {{ v }}, 小时: {{ v }}}", "if (a) { b() }\n// it's\nx = {{ v }}",
    "while (i --> 0) { x = {{ v }} }",
    "x = o.default; y = {{ v }}; z = y / 2", "{% for c in courses %}f({{ c.title|tojson }});\n{% endfor %}",
    "x = {{ v }};\nif (a) { b() } /x/.test('y')",
    "x = a - {{ v }}; y = a++ + {{ v }}",
    "window.data = {\n  {% for c in courses %}'{{ n }}': 1,{% endfor %}\n}".replacing("'{{ n }}'", with: "[{{ v }}]"),
  ])
  func `scripts as they are written are accepted`(script: String) {
    let layout = "<script>\(script.replacing("v }}", with: "course.title|tojson }}"))</script>"
    let said = SampleRecord.render(layout, course: SampleRecord.course(title: "</script>'\"`"))
    #expect(said.hasPrefix("<script>") && said.hasSuffix("</script>"), "\(said)")
  }

  @Test func `a string of JavaScript says what is wrong`() throws {
    let said = SampleRecord.check("<script>\nf('{{ course.title|tojson }}')</script>")
    let first = try #require(said.first)
    #expect(said.count == 1 && first.code.text == "LT16")
    #expect(first.message.zh.contains("脚本的字符串") && first.message.en.contains("strings, templates"))
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
    "<script type=\"text/javascript\" type=\"application/json\">var a = `\"{{ n }}\"`</script>",
    "<script {% if n %}type=\"text/javascript\" {% endif %}type=\"application/json\">{{ n }}</script>",
    "<script type type=\"application/json\">{{ n }}</script>",
    "<svg><![CDATA[>'<!-- ]]><image onerror=\"{{ n }}\"/>-->",
    "<noscript><p title=\"</noscript><img onerror='{{ n }}'>\">", "<noembed><!--</noembed><img onerror='{{ n }}'>-->",
    "<svg><title><!--</title><p title=\"--></title>\">", "<svg><style><!--</style>", "<p></{{ n }}>",
    "<script><!--<script></script><p onclick=\"{{ course.title }}\">",
    "<script><!--{% if n %}<scr{% endif %}ipt></script>",
    "<script type=\"application/json\">\"<!--<SCRIPT >\"</script>", "<script>a <!-{% if n %}-{% endif %} b</script>",
    "<script type=\"application/json\">\"a\\{{ course.title }}\"</script>",
    "<svg><title><p onclick={{ course.title }}></title>",
    "<p class=\"meta>{{ course.title }}</p><p class=\"x\">", "<p id=\"a><a href=\"b\">",
    "<p \"a\">", "<p a<b>",
    "<!-- {{ course.title }}->", "<!-- -{% if n %}-{% endif %}><p onclick=\"{{ course.title }}\">-->",
  ])
  func `HTML that is put together from parts is refused`(layout: String) {
    #expect(SampleRecord.render(layout).hasPrefix("LT17"), "\(SampleRecord.render(layout))")
  }

  /// Places that browsers read in another way than a glance does.
  @Test(arguments: [
    "<img src=\"x\" \u{C}onerror=\"{{ course.title }}\">", "</ x=\"><img src=x onerror='{{ course.title }}'>\">",
    "<p a / =\"><img src=x onerror='{{ course.title }}'>\">",

    "<script type=\"importmap\">{\"imports\": {\"a\": \"{{ course.title }}\"}}</script>",
    "<script type=\"speculationrules\">{{ course.title }}</script>",
  ])
  func `event handlers and what decides on scripts are found wherever they stand`(layout: String) {
    #expect(SampleRecord.render(layout).hasPrefix("LT16"), "\(SampleRecord.render(layout))")
  }

  /// Cut or written anew, what was text inside of markup would be a tag.
  @Test(arguments: [
    "{{ b|truncate(10, true, '') }}", "{{ b|replace('b', course.title) }}", "{{ b|replace('\"', '') }}", "{{ b[:12] }}",
    "{{ b|reverse }}", "{{ b|trim('>') }}", "{{ course.body[:7] }}", "{{ course.body|truncate(4, true, '', 0) }}",
  ])
  func `markup with tags is neither cut nor written anew`(layout: String) {
    let whole = "{% set b %}<img alt=\"{{ course.title }} y z\"><b>x</b>{% endset %}" + layout
    #expect(SampleRecord.render(whole).hasPrefix("LT03"), "\(SampleRecord.render(whole))")
  }

  @Test func `what is added to markup is escaped, or refused`() {
    let course = SampleRecord.course(title: "<img src=x onerror=a>")
    let start = "{% set b %}abc defg abc defg\nabc defg{% endset %}"
    #expect(
      SampleRecord.render(start + "{{ b|truncate(25, end=course.title, leeway=0) }}", course: course)
        == "abc&lt;img src=x onerror=a&gt;")
    #expect(SampleRecord.render(start + "{{ b|indent(course.title) }}", course: course).hasPrefix("LT31"))
    #expect(SampleRecord.render(start + "{{ b|indent(2) }}") == "abc defg abc defg\n  abc defg")
    #expect(
      SampleRecord.render(start + "{{ b[:3] }}{{ b|replace('abc', course.title)|length > 3 }}", course: course)
        .hasPrefix("LT31") == false)
    #expect(SampleRecord.render("{{ course.body|trim }}{{ course.body|upper }}") == "<p>正文</p><P>正文</P>")
  }

  @Test func `markup in JSON is a text`() {
    let layout =
      "{% set b %}{{ course.title }}{% endset %}<script type=\"application/json\">[{{ b }}, {{ course.title|tojson }}]</script>"
    let said = SampleRecord.render(layout, course: SampleRecord.course(title: "1, 2"))
    #expect(said == "<script type=\"application/json\">[\"1, 2\", \"1, 2\"]</script>")
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
