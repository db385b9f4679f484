import Markdown
import Testing

/// What the comparison of random texts with libcmark, cmark-gfm and comrak has found.
@Suite struct ReferenceTests {
  @Test(arguments: [
    (
      "- [ ] a|b\n  -|-\n",
      "<li><input type=\"checkbox\" disabled=\"\" /> \n<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>"
    ),
    (
      "- [x] a|b\n  -|-\n\n[z]: u\n",
      "<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> \n<table>\n<thead>\n<tr>\n<th>a</th>"
    ),
    (
      "- [x] 甲\n  -|\n  -\n",
      "<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> \n<table>\n<thead>\n<tr>\n<th>甲</th>"
    ),
    ("- [x] |\n  |-\n", "<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> |\n|-</li>"),
    // The blanks of a lazy line belong to the header.
    ("- o\n |\n  -:\n", "<th align=\"right\"></th>"), ("- o\n |a|\n  -:\n", "<li>o\n|a|\n-:</li>"),
    (">- 师\n>|\n>   :-\n", "<li>师\n|\n:-</li>"),
    // Behind a table that ends within a paragraph another block begins.
    ("+ ]||\n  -|-\nb\n  ```\nx\n|-\n", "<p>b</p>\n<pre><code>x\n|-\n</code></pre>"),
    ("0. x\n   |-\n|\n\n   a||||\n    -|-|-|-\n", "<p>|</p>\n<p>a||||\n-|-|-|-</p>"),
    ("- [||>\n  -|-|-\nx\n\n  /|1\n-|-\n", "<p>x</p>\n<table>\n<thead>\n<tr>\n<th>/</th>"),
    ("1. a\n\n|b|\n|-|\n2. c\n\n|d|\n|-|\n", "<th>d</th>"),
    // Indented code that begins with a backtick is no fence.
    ("-     `\n  <||x\n  -|-|-\n", "<th>&lt;</th>"),
    ("~[\n- >___\n", "<blockquote>\n<hr />"), ("*<@*>~\n", "<em>&lt;@</em>"), ("<tp:*\0*>~\n", ">tp:*\u{FFFD}*</a>~"),
  ])
  func `tables and tasks are those of cmark-gfm`(text: String, html: String) {
    let output = rendered(text, [.tables, .tasks, .strikethrough])
    #expect(output.text.contains(html), "\(output.text)")
  }

  @Test func `of two byte order marks the second is text`() {
    #expect(rendered("\u{FEFF}\u{FEFF}", .plain).text == "<p>\u{FEFF}</p>\n")
    #expect(rendered("\u{FEFF}# 甲", .plain).text == "<h1>甲</h1>\n")
  }

  @Test(arguments: [
    ("**“重要”**[^1]\n\n[^1]: 注\n", "<p><strong>“重要”</strong><sup"),
    ("# **“甲”**{#a}\n", "<h1 id=\"a\"><strong>“甲”</strong></h1>"),
    ("甲[^1]\n\n[^1]: **\"a\"** b\n", "<p><strong>&quot;a&quot;</strong> b "), ("甲[^1]\n\n[^1]:*@*\n", "<p><em>@</em> "),
  ])
  func `a mark beside a run of stars does not change what the run can do`(text: String, html: String) {
    #expect(rendered(text).text.contains(html), "\(rendered(text).text)")
  }

  @Test(arguments: [
    ("```\n[^1]: - a\n```\n", "<pre><code>[^1]: - a\n</code></pre>\n"),
    ("    [^1]: # a\n", "<pre><code>[^1]: # a\n</code></pre>\n"),
    ("<!T\n[^2]:>\n", "<!T\n[^2]:>\n"), ("甲\n      [^1]: - 乙\n", "<p>甲\n[^1]: - 乙</p>\n"),
    ("甲\n      [^1]:\n乙\n", "<p>甲\n[^1]:\n乙</p>\n"),
    ("[^1]:\n乙\n", "<p>乙</p>\n"), ("`[^`]\n", "<p><code>[^</code>]</p>\n"),
    ("- >[^1]: 甲\n", "<ul>\n<li>\n<blockquote>\n</blockquote>\n</li>\n</ul>\n"),
  ])
  func `what only looks like the beginning of a footnote stays as it was written`(text: String, html: String) {
    #expect(rendered(text, .footnotes).text == html)
  }

  @Test(arguments: [
    ("甲[^1]\n\n[^1]: x|y\n    -|-\n    1|2\n", "<th>x</th>\n<th>y</th>"),
    ("甲[^1]\n\n[^1]: |x|\n    |-|\n\n[z]: u\n", "<th>x</th>"),
    ("甲[^1]\n\n[^1]: - x|y\n      -|-\n", "<th>x</th>\n<th>y</th>"),
    ("甲[^1]\n\n[^1]:\n    |x|\n    |-|\n", "<th>x</th>"),
    ("甲[^1]\n\n[^1]:\n\n        码\n", "<pre><code>码\n</code></pre>"), ("1) 甲[^1]\n\n[^1]: 注\n", "<ol>\n<li>甲<sup"),
    ("甲[^1]\n\n[^1]:\n", "<li id=\"fn-1\"><a href"),
  ])
  func `a footnote may begin with any block`(text: String, html: String) {
    #expect(rendered(text).text.contains(html), "\(rendered(text).text)")
  }
}
