import Testing

/// The reader of pages that the table of rows is read with.
@Suite struct SelectorTests {
  private static let page = """
    <!DOCTYPE html><html><head><title>a &amp; b</title><script>if (a<b) "</p>"</script></head><body class="kind-plan wide">
    <!-- <p>no</p> -->
    <main id=main><h2 id="一-目标">目标</h2><p>第一<br>段</p>
    <p class="lead x">第二 &lt;段&gt;&#33;</p><ul><li>a<li data-no="2"><b>b</b>
     c</ul><h2 id="b">二</h2><p>第三段</p><svg><text>不读</text></svg>
    <dl><div><dt>状态</dt><dd>印发</dd></div><div><dt>人数</dt><dd><b>300</b> 人</dd></div></dl></main></body></html>
    """

  private func text(_ selector: String) throws -> String? {
    let tree = PageReader.tree(of: Array(Self.page.utf8))
    return tree.first(try Selector(selector)).map(tree.text)
  }

  @Test(arguments: [
    ("title", "a & b"), ("main > p", "第一 段"), ("p:nth-of-type(2)", "第二 <段>!"), (".lead", "第二 <段>!"),
    ("p.x.lead", "第二 <段>!"), ("#b + p", "第三段"), ("#一-目标 ~ p", "第一 段"), ("h2#b ~ p", "第三段"),
    ("li:nth-of-type(2)", "b c"), ("[data-no]", "b c"), ("li[data-no=2] b", "b"), ("[data-no=\"2\"] > b", "b"),
    ("dl div:nth-of-type(2) dd", "300 人"), ("body.wide dd", "印发"), ("* > dt", "状态"), ("script", ""), ("svg", ""),
  ])
  func `finds the first element that fits, and its text`(selector: String, expected: String) throws {
    #expect(try text(selector) == expected)
  }

  @Test(arguments: ["table", "p > b", ".lea", "#main > li", "dd + dd", "p:nth-of-type(9)", "[data-no=3]", "h2 + dl"])
  func `finds nothing where nothing fits`(selector: String) throws { #expect(try text(selector) == nil) }

  @Test(arguments: ["", "p >", "p:first", "p[", "#", "p..x", "p:nth-of-type(0)", ">"])
  func `says which selectors it cannot read`(selector: String) {
    #expect(throws: Selector.Failure.self) { try Selector(selector) }
  }
}
