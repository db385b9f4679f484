import Diagnostics
import Publishing
import Testing

/// Which links of finished pages lead to something.
@Suite struct LinkVerificationTests {
  private static let files = [
    "index.html", "404.html", "courses/k1/index.html", "courses/k2/index.html", "assets/portal.css", "files/表.csv",
  ]

  /// What is wrong in a page with `html`; `courses/k2/` has the anchor `aims`.
  private func broken(_ html: String, in page: String = "courses/k1/index.html", hostRoot: String = "/") -> [String] {
    let verification = LinkVerification(paths: Self.files, hostRoot: hostRoot)
    let pages = Self.files.map { file -> LinkVerification.PageLinks in
      let text = file == page ? html : file == "courses/k2/index.html" ? "<h2 id=\"aims\"></h2><h3 id=\"讨论\"></h3>" : ""
      return file.hasSuffix(".html") ? verification.links(of: file, html: Array(text.utf8).span) : .init()
    }
    return verification.diagnostics(pages).map { diagnostic in
      let quoted = diagnostic.message.en.split(separator: "\"", omittingEmptySubsequences: false)
      return "\(diagnostic.code) \(diagnostic.location?.path ?? "") \(quoted.count > 1 ? quoted[1] : "")"
    }
  }

  private func link(_ address: String) -> String { "<a href=\"\(address)\">x</a>" }

  @Test(arguments: [
    "../k2/", "../k2/index.html", "../../", "../../index.html", "./", ".", "..//k2/", "index.html", "#top",
    "../k2/#aims",
    "../k2/index.html#aims", "../k2/#讨论", "../k2/#%E8%AE%A8%E8%AE%BA", "../../assets/portal.css", "../../files/表.csv",
    "../../files/%E8%A1%A8.csv", "/courses/k2/", "/", "https://example.org/x", "mailto:a@b.example", "tel:05000000",
    "//example.org/x", "../../x/../courses/k2/", "../k2/#",
  ])
  func `what is there is found`(address: String) {
    #expect(broken("<h1 id=\"top\"></h1>" + link(address)) == [])
  }

  @Test(arguments: [
    ("../k3/", "../k3/"), ("k2/", "k2/"), ("../../../x", "../../../x"), ("../../../../", "../../../../"),
    ("../k2/#aim", "courses/k2/index.html#aim"), ("#bottom", "courses/k1/index.html#bottom"),
    ("../../assets/portal.css2", "../../assets/portal.css2"), ("/k2/", "/k2/"), ("../K2/", "../K2/"),
    ("a/b:c", "a/b:c"), ("../k2/?a=1&amp;b=2", "../k2/?a=1&b=2"), ("../../files/%zz", "../../files/%zz"),
  ])
  func `what is not there is told with its page`(address: String, told: String) {
    #expect(broken(link(address)) == ["OU01 site/courses/k1/index.html \(told)"])
  }

  @Test func `a link is told once a page however often it stands there`() {
    #expect(broken(link("x/") + link("x/") + link("y/") + link("x/")).count == 2)
  }

  @Test func `images and style sheets are links too`() {
    #expect(broken("<img src=\"a.png\"><link rel=\"stylesheet\" href=\"../../assets/portal.css\">").count == 1)
  }

  @Test func `absolute links begin where the portal does`() {
    #expect(broken(link("/portal/courses/k2/"), in: "404.html", hostRoot: "/portal/") == [])
    #expect(broken(link("/portal/"), in: "404.html", hostRoot: "/portal/") == [])
    #expect(broken(link("/courses/k2/"), in: "404.html", hostRoot: "/portal/").count == 1)
  }

  @Test func `a page at the root sees its neighbours`() {
    #expect(broken(link("courses/k1/") + link("./") + link("") + link("404.html"), in: "index.html") == [])
    #expect(broken(link("../"), in: "index.html").count == 1)
  }

  @Test(arguments: ["../../files/表.csv", "../../files/%E8%A1%A8.csv", "/files/表.csv"])
  func `a file that no page links to is known`(address: String) {
    let verification = LinkVerification(paths: Self.files, hostRoot: "/")
    func unlinked(_ html: String) -> [Int] {
      verification.unlinked(
        4..<6, [verification.links(of: "courses/k1/index.html", html: Array(html.utf8).span), .init()])
    }
    #expect(unlinked("") == [4, 5])
    #expect(unlinked(link(address)) == [4])
    #expect(unlinked("<img src=\"\(address)\"><link href=\"../../assets/portal.css\">") == [])
  }

  @Test func `anchors are looked up in the page meant`() {
    #expect(broken("<h2 id=\"own\"></h2>" + link("../k2/#own")).count == 1)
    #expect(broken("<h2 id=\"own\"></h2>" + link("#own")) == [])
  }
}
