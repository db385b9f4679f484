import Diagnostics
import Expressions
import Files
import Foundation
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// The steps of a build over small portals in memory.
@Suite struct SiteBuildTests {
  private func places(_ result: BuildResult) -> [String] {
    result.diagnostics.inPrintingOrder().map { diagnostic in
      guard let location = diagnostic.location else { return diagnostic.code.text }
      guard let span = location.span, let bytes = result.sources[location.path] else {
        return "\(diagnostic.code) \(location.path)"
      }
      let position = SourceText(bytes).position(of: Int(span.start))
      return "\(diagnostic.code) \(location.path):\(position.line):\(position.column)"
    }
  }

  @Test func `files whose paths differ only in capitals are told`() throws {
    let folder = try TemporaryFolder()
    var portal = SmallPortal.whole
    for name in ["huizhi.CSV", "Huizhi.CSV", "other.CSV"] { portal["content/notices/files/" + name] = "a\n" }
    let found = portal.build(to: folder).diagnostics.inPrintingOrder().filter { $0.code == "OU08" }
    #expect(
      found.map(\.message.en).sorted() == [
        "notices/files/Huizhi.CSV differs from notices/files/huizhi.csv only in capitals",
        "notices/files/huizhi.CSV differs from notices/files/huizhi.csv only in capitals",
      ])
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test func `a portal is published with a file for each page, attachment and asset`() throws {
    let folder = try TemporaryFolder()
    let result = SmallPortal.whole.build(to: folder)
    #expect(places(result) == [])
    let files = try publishedFiles(in: folder.path("site"))
    #expect(result.published?.files == files.count)
    #expect(files.keys.count { $0.hasSuffix(".html") } == result.pages)
    #expect(files["notices/files/huizhi.csv"] == Array("学校,人数\n".utf8))
    #expect(files.keys.contains { $0.hasPrefix("assets/portal.") && $0.hasSuffix(".css") })
    let newsletter = String(decoding: files["newsletters/c1/01/index.html"] ?? [], as: UTF8.self)
    #expect(newsletter.contains("本班 90 人"))
    #expect(newsletter.contains("courses/k1/"))
    #expect(result.times.map(\.phase) == BuildPhase.allCases)
  }

  @Test func `messages about a file in GB18030 quote its text`() throws {
    let folder = try TemporaryFolder()
    let classes = "content/years/2026/projects/yuancheng/classes.csv"
    var portal = try SmallPortal.whole.edited(classes, "中学数学1班,t1,90", "中学数学1班,t1,九十")
    let text = try #require(portal[classes])
    portal.files[classes] = Array(try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632))))
    let result = portal.build(to: folder)
    #expect(places(result) == ["CV07 \(classes)", "RF08 \(classes):2:28"])
    let shown = DiagnosticRenderer(.human, .init(language: .chinese)).render(result.diagnostics) { result.sources[$0] }
    #expect(String(decoding: shown, as: UTF8.self).contains("c1,zx,linjiang,1,中学数学1班,t1,九十"))
  }

  @Test func `check finds the same and writes nothing`() throws {
    let folder = try TemporaryFolder()
    let portal = try SmallPortal.whole.edited("content/packs/danyuan/k1.md", "(k2.md)", "(k3.md)")
    let checked = portal.build(to: folder) { $0.publishes = false }
    let built = portal.build(to: folder)
    #expect(places(checked) == ["OU01 content/packs/danyuan/k1.md:11:8"])
    #expect(places(checked) == places(built))
    let isThere = folder.exists("site")
    #expect(!isThere)
    #expect(checked.published == nil && built.published == nil)
  }

  @Test func `an error leaves the portal that was there`() throws {
    let folder = try TemporaryFolder()
    _ = SmallPortal.whole.build(to: folder)
    let before = try publishedFiles(in: folder.path("site"))
    for (path, old, new) in [
      ("content/packs/danyuan/k1.md", "minutes: 90", "minutes: 91"),
      ("content/packs/danyuan/k1.md", "(k2.md)", "(nothing.md)"),
      ("layouts/course.html", "{{ page.body }}", "{{ course.nothing }}"),
      ("layouts/course.html", "{{ page.body }}", "<a href=\"{{ 'nothing/' | url }}\">x</a>"),
    ] {
      let result = try SmallPortal.whole.edited(path, old, new).build(to: folder)
      #expect(result.diagnostics.hasErrors, "\(new)")
      #expect(result.published == nil)
      #expect(differences(before, try publishedFiles(in: folder.path("site"))) == [], "\(new)")
    }
  }

  @Test func `a wrong attribute in a layout is told once for all pages of it`() throws {
    let folder = try TemporaryFolder()
    let portal = try SmallPortal.whole.edited("layouts/course.html", "{{ page.body }}", "{{ course.tilte }}")
    #expect(places(portal.build(to: folder)) == ["LT05 layouts/course.html:5:11"])
  }

  @Test func `errors in data and in texts are told in one run`() throws {
    let folder = try TemporaryFolder()
    var portal = try SmallPortal.whole.edited("content/packs/danyuan/k1.md", "minutes: 90", "minutes: 91")
    try portal.edit("content/help/denglu.md", "打开云书院", "打开[云书院](page:nowhere)")
    #expect(
      places(portal.build(to: folder)) == [
        "OU01 content/help/denglu.md:6:9", "HR01 content/years/2026/projects/yuancheng/phases.yml:2:80",
      ])
  }

  @Test(arguments: [
    ("{{ class.size }}", "{{ class.sise }}", "LT05"), ("{{ class.size }}", "{{ klass.size }}", "LT04"),
    ("{{ class.size }}", "{{ class.units }}", "MD"), ("{{ class.size }}", "{{ class. }}", "LT01"),
    ("本班", ":::nite\n本班\n:::\n", "MD08"), ("本班", ":::note{colour=\"x\"}\n本班\n:::\n", "MD20"),
    ("(course:k1)", "(course:k9)", "OU01"), ("(course:k1)", "(kourse:k1)", "OU01"),
    ("(course:k1)", "(../k9.md)", "OU01"),
    ("(course:k1)", "(#nowhere)", "OU01"), ("(course:k1)", "(course:k1#nowhere)", "OU01"),
  ])
  func `what a text gets wrong is told once`(old: String, new: String, code: String) throws {
    let folder = try TemporaryFolder()
    let path = "content/years/2026/projects/yuancheng/newsletters/c1/01.md"
    let result = try SmallPortal.whole.edited(path, old, new).build(to: folder)
    #expect(result.diagnostics.count == 1, "\(places(result))")
    #expect(result.diagnostics.first?.code.text.hasPrefix(code) ?? false, "\(places(result))")
    #expect(result.published == nil)
  }

  @Test func `one figure means in each text what that text may name`() throws {
    let folder = try TemporaryFolder()
    let issue = "content/years/2026/projects/yuancheng/newsletters/c1/01.md"
    let project = "content/years/2026/projects/yuancheng/index.md"
    var portal = try SmallPortal.whole.edited(issue, "本班", "{{ project.name }}，本班")
    portal[project] = try #require(portal[project]) + "\n{{ project.name }}，{{ class.name }}\n"
    let result = portal.build(to: folder)
    #expect(result.diagnostics.map(\.code.text) == ["LT04"], "\(places(result))")
    #expect(result.diagnostics.first?.location?.path == project)
  }

  @Test func `the day is that of the option, of the settings, or today`() throws {
    let folder = try TemporaryFolder()
    #expect(SmallPortal.whole.build(to: folder).asOf?.description == "2026-09-18")
    let open = try SmallPortal.whole.edited("content/site.yml", "as_of: 2026-09-18\n", "")
    let result = open.build(to: folder)
    #expect(result.asOf?.description == "2026-09-18")
    #expect(result.asOfOrigin == .today)
    let later = SmallPortal.whole.build(to: folder) { $0.asOf = .init(year: 2026, month: 9, day: 23) }
    #expect(later.asOf?.description == "2026-09-23")
    #expect(later.asOfOrigin == .option)
  }
}
