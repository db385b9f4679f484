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
}

extension String {
  fileprivate func pieces(_ separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
