import Markdown
import Testing

@Suite struct FigureTests {
  @Test func `the value is escaped text`() {
    #expect(rendered("本班 {{ class.size }} 人", host: TestHost()).text == "<p>本班 4&lt;2&gt; 人</p>\n")
  }

  @Test func `a figure is opaque to Markdown`() {
    let output = rendered("甲 {{ a*b | c('}}') }} 乙*")
    #expect(output.text == "<p>甲 {{ a*b | c('}}') }} 乙*</p>\n")
  }

  @Test func `its pipes split no cell`() {
    let output = rendered("| 甲 | 乙 |\n|---|---|\n| {{ x | y }} | **{{ class.size }}** |\n", host: TestHost())
    #expect(output.text.contains("<td>{{ x | y }}</td>\n<td><strong>4&lt;2&gt;</strong></td>"))
  }

  @Test func `emphasis holds beside it`() {
    #expect(rendered("共**{{ class.size }}**人", host: TestHost()).text == "<p>共<strong>4&lt;2&gt;</strong>人</p>\n")
  }

  @Test(arguments: [
    (":stat[甲]{{ class.size }}人", "<p><stat >甲</stat>4&lt;2&gt;人</p>\n"),
    (":stat[甲]{a=b}{{ class.size }}人", "<p><stat a=b>甲</stat>4&lt;2&gt;人</p>\n"),
    ("{{ class.size }}:stat[甲]", "<p>4&lt;2&gt;<stat >甲</stat></p>\n"),
    (":stat[甲]{{{class.size}}", "<p><stat >甲</stat>{{{class.size}}</p>\n"),
    (":stat[**甲**]**{{ class.size }}**人", "<p><stat ><strong>甲</strong></stat><strong>4&lt;2&gt;</strong>人</p>\n"),
    ("| :stat[甲]{{ class.size }} |\n|-|", "<th><stat >甲</stat>4&lt;2&gt;</th>"),
  ])
  func `behind or before an inline directive it is a figure`(text: String, expected: String) {
    #expect(rendered(text, host: TestHost()).text.contains(expected), "\(rendered(text, host: TestHost()).text)")
  }

  @Test(arguments: ["`{{ class.size }}`", "    {{ class.size }}\n", "```\n{{ class.size }}\n```\n"])
  func `in code it is code`(text: String) {
    let output = rendered(text, host: TestHost())
    #expect(output.text.contains("{{ class.size }}"))
    #expect(output.figures.isEmpty)
  }

  @Test func `escaped braces are text`() {
    #expect(rendered("\\{{ class.size }}", host: TestHost()).text == "<p>{{ class.size }}</p>\n")
    #expect(rendered("\\{{ class.size", host: TestHost()).diagnostics.isEmpty)
  }

  @Test func `the places of expressions are told`() {
    let text = "甲 {{ class.size }}{{class.size}}"
    #expect(rendered(text, host: TestHost()).figures.map { text.piece($0) } == ["class.size", "class.size"])
  }

  @Test func `in raw HTML and addresses the source stays`() {
    #expect(rendered("甲<b title='{{ x }}'>", .figures).text == "<p>甲<b title='{{ x }}'></p>\n")
    #expect(rendered("[a](<{{ x }}>)", .figures).text == "<p><a href=\"%7B%7B%20x%20%7D%7D\">a</a></p>\n")
  }

  @Test func `a failing or unclosed figure is reported at its place`() {
    let failing = "甲 {{ nope }} 乙"
    #expect(rendered(failing, host: TestHost()).problems(in: failing) == ["MD07 nope"])
    let open = "甲 {{ class.size 乙"
    #expect(rendered(open, host: TestHost()).problems(in: open) == ["MD06 {{"])
  }
}
