import Diagnostics
import Files
import Foundation
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// Addresses whose page is gone: lines of `redirects.csv` make ways to other pages, what no line answers is told.
@Suite struct RedirectTests {
  private static let file = "content/redirects.csv"

  /// With a layout that shows where it leads.
  private static let portal: OneFilePortal = {
    var portal = SmallPortal.whole
    portal["layouts/redirect.html"] = """
      <!DOCTYPE html><title>{{ page.title }}</title>{% if page.noindex %}<meta name="robots" content="noindex">{% endif %}
      <link rel="canonical" href="{{ target_canonical }}"><meta http-equiv="refresh" content="0; url={{ target }}">
      <a href="{{ target }}">x</a>

      """
    return portal
  }()

  private func with(_ lines: String) -> OneFilePortal {
    var portal = Self.portal
    portal[Self.file] = "旧网址,新网址\n" + lines
    return portal
  }

  /// `OU10 marked text`.
  private func messages(_ result: BuildResult) -> [String] {
    result.diagnostics.inPrintingOrder().map { diagnostic in
      let bytes = diagnostic.location.flatMap { result.sources[$0.path] } ?? []
      let span = diagnostic.location?.span?.range ?? 0..<0
      let text = bytes.isEmpty ? diagnostic.location?.path ?? "" : String(decoding: bytes[span], as: UTF8.self)
      return "\(diagnostic.code) \(diagnostic.severity) \(text)"
    }
  }

  @Test(arguments: [
    ("courses/alt/", "course:k1", "courses/alt/index.html", "../k1/index.html"),
    ("/courses/alt", "courses/k1", "courses/alt/index.html", "../k1/index.html"),
    ("https://small.example/alt/index.html", "/courses/k1/index.html", "alt/index.html", "../courses/k1/index.html"),
    ("alt.html", "page:home", "alt.html", "index.html"),
    ("alt.html", "notices/files/huizhi.csv", "alt.html", "notices/files/huizhi.csv"),
    ("alt.html", "packs/danyuan/k1.md", "alt.html", "courses/k1/index.html"),
  ])
  func `an old address leads to where its page is now`(from: String, to: String, file: String, link: String) throws {
    let folder = try TemporaryFolder()
    let result = with("\(from),\(to)\n").build(to: folder)
    #expect(messages(result) == [])
    let files = try publishedFiles(in: folder.path("site"))
    let html = String(decoding: try #require(files[file]), as: UTF8.self)
    #expect(html.contains("content=\"0; url=\(link)\"") && html.contains("<a href=\"\(link)\">"), "\(html)")
    #expect(html.contains("noindex"))
  }

  @Test func `the shipped layout says it in the portal's look, and needs no script`() throws {
    let folder = try TemporaryFolder()
    var portal = with("courses/alt/,course:k1\n")
    for file in try Demonstration.files(["layouts"]) { portal.files[file.path] = file.bytes }
    let result = portal.build(to: folder)
    #expect(!result.diagnostics.hasErrors, "\(messages(result))")
    let files = try publishedFiles(in: folder.path("site"))
    let html = String(decoding: try #require(files["courses/alt/index.html"]), as: UTF8.self)
    #expect(html.contains("<meta http-equiv=\"refresh\" content=\"0; url=../k1/index.html\">"))
    #expect(html.contains("<link rel=\"canonical\" href=\"https://small.example/courses/k1/\">"))
    #expect(html.contains("<meta name=\"robots\" content=\"noindex, noarchive\">") && html.contains(">到现在的页面</a>"))
    #expect(html.ranges(of: "rel=\"canonical\"").count == 1)
  }

  private static let long = String(repeating: "l", count: 256)

  @Test(arguments: [
    ("courses/k1/,course:x1", "OU10 error courses/k1/"), ("404.html,course:k1", "OU10 error 404.html"),
    ("index.html,course:k1", "OU10 error index.html"), ("alt/,course:kk", "OU01 error course:kk"),
    ("alt/,courses/kk/", "OU01 error courses/kk/"), ("alt/,kurse:k1", "OU10 error kurse:k1"),
    ("alt/,https://other.example/", "OU10 error https://other.example/"),
    ("alt/,//other.example/", "OU10 error //other.example/"),
    ("../alt/,course:k1", "OU10 error ../alt/"), ("a//b/,course:k1", "OU10 error a//b/"),
    (".git/,course:k1", "OU10 error .git/"),
    ("旧/,course:k1", "OU10 error 旧/"), ("a b/,course:k1", "OU10 error a b/"), ("a%2e/,course:k1", "OU10 error a%2e/"),
    ("files/alt.pdf,course:k1", "OU10 error files/alt.pdf"), ("alt/#x,course:k1", "OU10 error alt/#x"),
    ("alt/,neu/\nneu/,course:k1", "OU10 error neu/"), ("alt/,alt/", "OU10 error alt/"),
    ("a/,b/\nb/,a/", "OU10 error b/"), ("alt/,course:k1\nalt,course:x1", "OU10 error alt"),
    ("alt/,courses/k1/#nirgends", "OU01 error courses/k1/#nirgends"),
    ("alt/,course:k1#nirgends", "OU01 error course:k1#nirgends"),
    ("Alt/,course:k1\nalt/,course:x1", "OU10 error alt/"), ("Courses/K1/,course:x1", "OU10 error Courses/K1/"),
    ("courses/k1/index.html/,course:x1", "OU10 error courses/k1/index.html/"),
    ("courses/k1/INDEX.HTML/b/,course:x1", "OU10 error courses/k1/INDEX.HTML/b/"),
    ("a.html,course:k1\na.html/b/,course:x1", "OU10 error a.html/b/"),
    ("a.html/b/,course:k1\nA.html,course:x1", "OU10 error A.html"), ("a\u{1}b/,course:k1", "OU10 error a\u{1}b/"),
    ("\(long)/,course:k1", "OU10 error \(long)/"),
  ])
  func `a line that leads nowhere safe is an error at its place`(line: String, message: String) throws {
    let folder = try TemporaryFolder()
    let result = with(line + "\n").build(to: folder)
    #expect(result.published == nil)
    #expect(messages(result).contains(message), "\(messages(result))")
    #expect(result.diagnostics.allSatisfy { $0.repair != nil })
  }

  @Test func `an anchor that goes later is told at the line, wherever that is by then`() throws {
    let folder = try TemporaryFolder()
    var portal = with("alt/,help/denglu/#teil\n")
    let text = try #require(portal["content/help/denglu.md"])
    portal["content/help/denglu.md"] = text + "\n## 第一 {#teil}\n\n文。\n"
    #expect(messages(portal.build(to: folder)) == [])
    portal[Self.file] = "旧网址,新网址\nneu/,course:k1\nalt/,help/denglu/#teil\n"
    #expect(messages(portal.build(to: folder)) == [])
    portal["content/help/denglu.md"] = text + "\n## 第一 {#stueck}\n\n文。\n"
    #expect(messages(portal.build(to: folder)) == ["OU01 error help/denglu/#teil"])
  }

  @Test func `a page that is gone is told until a line answers it`() throws {
    let folder = try TemporaryFolder()
    var portal = Self.portal
    portal["content/help/alt.md"] = "---\ntitle: 旧\nsummary: 旧。\norder: 9\n---\n文。\n"
    #expect(messages(portal.build(to: folder)) == [])
    // The first build without it, one in which nothing has changed, one after another edit, one without what is remembered of pages.
    let told = ["OU09 warning site/help/alt/index.html"]
    #expect(messages(Self.portal.build(to: folder)) == told)
    let again = Self.portal.build(to: folder)
    #expect(messages(again) == told && again.published?.manner == .unchanged)
    let edited = try Self.portal.edited("content/help/denglu.md", "打开云书院。", "先打开云书院。")
    #expect(messages(edited.build(to: folder)) == told)
    #expect(messages(Self.portal.build(to: folder) { $0.usesCache = false }) == told)
    #expect(messages(with("help/alt/,help/denglu/\n").build(to: folder)) == [])
    #expect(messages(Self.portal.build(to: folder)) == told)
    // Nothing in the second column: it is gone for good.
    #expect(messages(with("help/alt/,\n").build(to: folder)) == [])
    #expect(messages(Self.portal.build(to: folder)) == [])
  }

  @Test func `a strict build publishes nothing while an address has no answer`() throws {
    let folder = try TemporaryFolder()
    var portal = Self.portal
    portal["content/help/alt.md"] = "---\ntitle: 旧\nsummary: 旧。\norder: 9\n---\n文。\n"
    #expect(messages(portal.build(to: folder) { $0.isStrict = true }) == [])
    let before = try publishedFiles(in: folder.path("site"))
    let told = ["OU09 error site/help/alt/index.html"]
    for _ in 0..<2 {
      let result = Self.portal.build(to: folder) { $0.isStrict = true }
      #expect(messages(result) == told && result.published == nil)
      #expect(differences(try publishedFiles(in: folder.path("site")), before) == [])
    }
    #expect(with("help/alt/,\n").build(to: folder) { $0.isStrict = true }.published != nil)
    // What a lenient build has let go is still no address that a strict one passes over, though nothing has changed.
    _ = portal.build(to: folder)
    #expect(messages(Self.portal.build(to: folder)) == ["OU09 warning site/help/alt/index.html"])
    #expect(messages(Self.portal.build(to: folder) { $0.isStrict = true }) == told)
    #expect(messages(Self.portal.build(to: folder)) == ["OU09 warning site/help/alt/index.html"])
    #expect(messages(portal.build(to: folder) { $0.isStrict = true }) == [])
  }

  @Test func `a page that comes back is not told`() throws {
    let folder = try TemporaryFolder()
    var portal = Self.portal
    portal["content/help/alt.md"] = "---\ntitle: 旧\nsummary: 旧。\norder: 9\n---\n文。\n"
    _ = portal.build(to: folder)
    #expect(messages(Self.portal.build(to: folder)).count == 1)
    #expect(messages(portal.build(to: folder)) == [])
    #expect(messages(portal.build(to: folder)) == [])
  }

  @Test func `a build with errors forgets nothing and tells nothing`() throws {
    let folder = try TemporaryFolder()
    var portal = Self.portal
    portal["content/help/alt.md"] = "---\ntitle: 旧\nsummary: 旧。\norder: 9\n---\n文。\n"
    _ = portal.build(to: folder)
    let wrong = try Self.portal.edited("content/help/denglu.md", "打开云书院。", "打开[云书院](course:kk)。")
    #expect(messages(wrong.build(to: folder)) == ["OU01 error course:kk"])
    #expect(messages(Self.portal.build(to: folder)) == ["OU09 warning site/help/alt/index.html"])
  }

  @Test func `stubs are made anew when their target changes, and what is built is that of a build from nothing`() throws
  {
    let folder = try TemporaryFolder()
    for lines in ["a/,course:k1\n", "a/,course:x1\n", "b/,course:x1\na/,course:x1\n", "b/,course:x1\n"] {
      let other = try TemporaryFolder()
      _ = with(lines).build(to: folder)
      _ = with(lines).build(to: other)
      #expect(
        differences(try publishedFiles(in: folder.path("site")), try publishedFiles(in: other.path("site"))) == [],
        "\(lines)")
    }
  }

  @Test func `many pages that are gone are counted`() throws {
    let folder = try TemporaryFolder()
    var portal = Self.portal
    for number in 0..<30 {
      portal["content/help/alt\(number).md"] = "---\ntitle: 旧\nsummary: 旧。\norder: 9\n---\n文。\n"
    }
    _ = portal.build(to: folder)
    let result = Self.portal.build(to: folder)
    #expect(result.diagnostics.count == 21 && result.diagnostics.allSatisfy { $0.code == "OU09" })
    #expect(result.diagnostics.contains { $0.message.zh.contains("另有 10 个") })
  }
}
