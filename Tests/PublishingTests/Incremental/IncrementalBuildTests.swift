import Diagnostics
import Expressions
import Files
import Foundation
import Portal
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// A portal that is edited and built again: only the pages that show what was edited are made anew, and the output is that
/// of a build which knows of none before.
@Suite struct IncrementalBuildTests {
  private static let newsletter = "content/years/2026/projects/yuancheng/newsletters/c1/01.md"
  private static let classes = "content/years/2026/projects/yuancheng/classes.csv"

  private static let tutors = "content/years/2026/projects/yuancheng/tutors.csv"

  /// Layouts that show attributes of records, also of others than the page's own.
  private static let portal: OneFilePortal = {
    var portal = SmallPortal.whole
    for (layout, text) in [
      ("newsletter.html", "{{ newsletter.title }} {{ newsletter.class.name }} {{ page.body }}"),
      ("class.html", "{{ class.name }} {{ class.project.name }} {% if class.tutor %}{{ class.tutor.unit }}{% endif %}"),
      ("course.html", "{{ course.title }} {{ course.enrolment.word }} {{ page.body }}"),
      ("project.html", "{{ project.name }} {{ project.class_hours|default(0) }} {{ page.body }}"),
      ("schedule.html", "{% for week in weeks %}{{ week.sessions|map(attribute='title')|join('、') }}{% endfor %}"),
    ] { portal["layouts/" + layout] = "<!DOCTYPE html><title>x</title>" + text + "\n" }
    return portal
  }()

  /// Builds `first`, then `second`; compares the output with one that begins anew.
  ///
  /// - Returns: what the second build made anew.
  private func rendered(
    _ first: OneFilePortal, _ second: OneFilePortal, _ change: (inout BuildRequest) -> Void = { _ in },
    at location: Testing.SourceLocation = #_sourceLocation
  ) throws -> [String: RenderReason] {
    let folder = try TemporaryFolder()
    _ = first.build(to: folder)
    let result = try second.rebuild(in: folder, at: location, change)
    #expect(!result.diagnostics.hasErrors, "\(result.diagnostics.map(\.message))", sourceLocation: location)
    return Dictionary(result.rendered.map { ($0.file, $0.reason) }) { first, _ in first }
  }

  @Test func `nothing changed, nothing is made`() throws {
    let folder = try TemporaryFolder()
    let first = Self.portal.build(to: folder)
    #expect(first.diagnostics == [], "\(first.diagnostics.map(\.message))")
    let second = Self.portal.build(to: folder)
    #expect(second.rendered.isEmpty)
    #expect(second.published?.manner == .unchanged)
    #expect(second.pages == first.pages && second.diagnostics == first.diagnostics && second.asOf == first.asOf)
    // Not even read.
    #expect(second.times.map(\.phase) == [.read, .publish])
  }

  @Test func `a newsletter is edited`() throws {
    let edited = try Self.portal.edited(Self.newsletter, "本班", "我们班")
    let rendered = try rendered(Self.portal, edited)
    #expect(rendered == ["newsletters/c1/01/index.html": .lookup(Lookup(.file, Self.newsletter))])
  }

  @Test func `an attribute changes, and with it the pages that show it`() throws {
    let edited = try Self.portal.edited(Self.classes, "中学数学1班", "中学数学一班")
    let pages = try rendered(Self.portal, edited)
    #expect(pages["newsletters/c1/01/index.html"] == .own, "its breadcrumb names the class")
    #expect(pages["classes/c1/index.html"] == .own)
    #expect(pages["classes/c2/index.html"] == nil && pages["courses/k1/index.html"] == nil)
    let unit = try rendered(Self.portal, try Self.portal.edited(Self.tutors, "临江县第二中学", "白鹭市第二中学"))
    #expect(unit == ["classes/c2/index.html": .field(kind: "tutor", id: "t2", attribute: "unit")])
    let plan = try rendered(
      Self.portal, try Self.portal.edited("content/years/2026/projects.csv", "远程培训", "远程研修"))
    #expect(plan["classes/c2/index.html"] == .field(kind: "project", id: "yuancheng", attribute: "name"))
    #expect(plan["courses/k1/index.html"] == nil)
  }

  @Test func `data that only moves makes pages anew whose messages cite it`() throws {
    let longer: (OneFilePortal) throws -> OneFilePortal = {
      try $0.edited(Self.classes, "中学数学1班", "初级中学数学1班")
    }
    func compares(_ pages: [String: RenderReason], _ kind: Lookup.Kind) -> [String] {
      pages.filter { if case .lookup(let lookup) = $0.value { lookup.kind == kind } else { false } }.keys.sorted()
    }
    let silent = try rendered(Self.portal, try longer(Self.portal))
    #expect(compares(silent, .textRules) == [] && compares(silent, .findingPlaces) == [])
    var wrong = Self.portal
    wrong["content/years/2026/projects/yuancheng/newsletters/c2/01.md"] =
      "---\ntitle: 二班第一期\ndate: 2026-08-22\n---\n本班有 3 人。\n"
    let told = try rendered(wrong, try longer(wrong))
    #expect(compares(told, .findingPlaces) == ["newsletters/c2/01/index.html"])
  }

  @Test func `layouts, strings of filters and assets count for the pages that use them`() throws {
    let layout = try rendered(Self.portal, try Self.portal.edited("layouts/class.html", "{{ class.tutor.unit }}", "人"))
    #expect(Set(layout.keys) == ["classes/c1/index.html", "classes/c2/index.html"])
    #expect(layout.values.allSatisfy { $0 == .lookup(Lookup(.layout, "class.html")) })
    // Read by a filter, not by a layout's expression.
    let session = try rendered(
      Self.portal,
      try Self.portal.edited("content/years/2026/projects/yuancheng/sessions.csv", ",讲座,讲座,", ",大讲座,讲座,"))
    #expect(session["schedule/index.html"] == .field(kind: "session", id: "s2", attribute: "title"))
  }

  @Test func `another name of an asset is written on every page that has it`() throws {
    let folder = try TemporaryFolder()
    _ = Self.portal.build(to: folder)
    let result = try Self.portal.edited("layouts/assets/portal.css", "black", "navy").build(to: folder)
    let asset = Dictionary(result.rendered.map { ($0.file, $0.reason) }) { first, _ in first }
    #expect(asset["index.html"] == .lookup(Lookup(.layout, "home.html")))
  }

  @Test func `what only moves in its file has not changed`() throws {
    var portal = Self.portal
    portal["layouts/scheme.html"] =
      "<!DOCTYPE html><title>x</title>{% for item in scheme.items %}{{ item.name }}{{ item.points }}{% endfor %}\n"
    let moved = try rendered(
      portal, try portal.edited("content/schemes/xueyuan.yml", "title: 学员考核办法\n", "title: 学员考核办法\n# 核对过\n"))
    #expect(moved == [:])
  }

  @Test func `settings count for the pages that show them`() throws {
    var portal = Self.portal
    portal["layouts/help.html"] = "<!DOCTYPE html><title>x</title>{{ page.edit_url|default('') }} {{ t('word') }}\n"
    portal["layouts/strings/zh-CN.yml"] = "word: 词\n"
    portal["layouts/strings/en.yml"] = "word: word\n"
    try portal.edit("content/site.yml", "format: 1\n", "format: 1\nedit_url: https://git.example/edit/x{path}\n")
    let pattern = try rendered(portal, try portal.edited("content/site.yml", "edit/x{path}", "edit/{path}x"))
    #expect(pattern["help/denglu/index.html"] == .lookup(Lookup(.settings, "")))
    let language = try rendered(
      portal, try portal.edited("content/site.yml", "format: 1\n", "format: 1\nlanguage: en\n"))
    #expect(language["help/denglu/index.html"] == .lookup(Lookup(.layout, "help.html")))
  }

  @Test func `a page whose target goes is checked again`() throws {
    var edited = try Self.portal.edited(Self.newsletter, "[第一课](course:k1)", "第一课")
    try edited.edit("content/years/2026/projects/yuancheng/index.md", "[自己的班](class:c1)", "自己的班")
    let gone = try rendered(Self.portal, edited)
    #expect(gone.keys.contains("newsletters/c1/01/index.html"))
    #expect(!gone.keys.contains("newsletters/c1/02/index.html"))
  }

  @Test func `only what the day decides is made for another day`() throws {
    let later = try rendered(Self.portal, Self.portal) { $0.asOf = CalendarDate(year: 2026, month: 9, day: 19) }
    #expect(!later.keys.contains("newsletters/c1/01/index.html"))
    #expect(!later.keys.contains("classes/c1/index.html") || later["classes/c1/index.html"] == .own)
  }

  @Test func `the next change is the day on which something opens, closes or is due`() throws {
    func next(_ portal: OneFilePortal) -> NextChange? {
      let found = SiteBuild.nextChange(
        of: BuildRequest(root: "/", jobs: 2, version: "test"), in: .fixed(files: portal.inMemory()))
      #expect(!found.diagnostics.hasErrors, "\(found.diagnostics.map(\.message))")
      return found.change
    }
    // Enrolment ends on the 20th.
    let change = try #require(next(Self.portal))
    #expect(change.day.description == "2026-09-21")
    guard case .pages(let files) = change.event else {
      Issue.record("\(change)")
      return
    }
    #expect(files == ["courses/x1/index.html"])
    let before = try Self.portal.edited("content/site.yml", "as_of: 2026-09-18", "as_of: 2026-09-20")
    let after = try Self.portal.edited("content/site.yml", "as_of: 2026-09-18", "as_of: 2026-09-21")
    #expect(Set(try rendered(before, after).keys).isSuperset(of: files))
    let pending = try Self.portal.edited(
      "content/years/2026/projects.csv", "2026-08,小城", "2026-08,待定（教务科，2026-09-19）")
    let due = try #require(next(pending))
    #expect(due.day.description == "2026-09-20")
    guard case .errors(let errors) = due.event else {
      Issue.record("\(due)")
      return
    }
    #expect(errors.map(\.code) == ["TX01"])
  }

  @Test func `warnings of pages that are taken over are told again`() throws {
    let warned = try Self.portal.edited(Self.newsletter, "本班", "时间另行通知。本班")
    let folder = try TemporaryFolder()
    let first = warned.build(to: folder)
    #expect(first.diagnostics.contains { $0.code == "TX01" })
    #expect(!first.diagnostics.hasErrors)
    let second = try warned.edited(Self.tutors, "临江县第二中学", "白鹭市第二中学").build(to: folder)
    #expect(!second.rendered.contains { $0.file == "newsletters/c1/01/index.html" })
    #expect(second.diagnostics.filter { $0.code == "TX01" } == first.diagnostics.filter { $0.code == "TX01" })
  }

  @Test func `a published page that somebody edits is made again`() throws {
    let folder = try TemporaryFolder()
    _ = Self.portal.build(to: folder)
    let before = try publishedFiles(in: folder.path("site"))
    try folder.write("site/classes/c1/index.html", "by hand")
    try FileManager.default.removeItem(atPath: folder.path("site/courses/k1/index.html"))
    let result = Self.portal.build(to: folder)
    #expect(differences(before, try publishedFiles(in: folder.path("site"))) == [])
    #expect(result.rendered.count <= 2 && result.rendered.allSatisfy { $0.reason == .edited })
  }

  @Test func `another program believes nothing, and nobody need believe anything`() throws {
    let folder = try TemporaryFolder()
    _ = Self.portal.build(to: folder)
    let other = Self.portal.build(to: folder) { $0.program = "another" }
    #expect(other.rendered.count == other.pages)
    let anew = Self.portal.build(to: folder) { $0.usesCache = false }
    #expect(anew.rendered.count == anew.pages)
    #expect(anew.published?.manner == .unchanged)
  }

  @Test func `a state that is damaged anywhere changes nothing`() throws {
    let folder = try TemporaryFolder()
    var portals = [Self.portal]
    portals.append(try Self.portal.edited(Self.newsletter, "本班", "我们班"))
    let trees = try portals.map { portal in
      let other = try TemporaryFolder()
      _ = portal.build(to: other)
      return try publishedFiles(in: other.path("site"))
    }
    _ = portals[0].build(to: folder)
    var chance = Chance(seed: 3)
    for round in 0..<40 {
      let path = folder.path(".prospectus/outputs/site/" + (round % 4 == 3 ? "build" : "cache"))
      var bytes = Array(try Data(contentsOf: URL(filePath: path)))
      let place = chance.below(bytes.count)
      switch round % 3 {
      case 0: bytes[place] ^= UInt8(1 << chance.below(8))
      case 1: bytes.removeSubrange(place...)
      case _: bytes.insert(0, at: place)
      }
      try Data(bytes).write(to: URL(filePath: path))
      let number = chance.below(2)
      let result = portals[number].build(to: folder)
      #expect(result.diagnostics.isEmpty)
      #expect(differences(trees[number], try publishedFiles(in: folder.path("site"))) == [])
    }
  }

  @Test func `what rules find in texts is found anew in those that changed`() throws {
    var portal = Self.portal
    portal["content/glossary.yml"] = """
      terms:
        - word: 班级辅导教师
          variants: [辅导员]
          definition: 带班的教师。

      """
    try portal.edit("content/help/denglu.md", "打开云书院。", "打开云书院，找辅导员。")
    let wrong = try portal.edited(Self.newsletter, "本班", "辅导员和本班")
    let folder = try TemporaryFolder()
    for (portal, count) in [(portal, 1), (wrong, 2), (wrong, 2), (portal, 1)] {
      let found = portal.build(to: folder).diagnostics.filter { $0.code == "RF05" }
      #expect(found.count == count)
      #expect(found.filter { $0.location?.path == Self.newsletter }.count == count - 1)
    }
  }

  @Test func `rules are asked anew when they or their records change, and told again when neither does`() throws {
    var portal = Self.portal
    let rules = "content/rules.yml"
    portal[rules] = "rules:\n  - {on: class, each: size <= 90, says: 不超过90人, advice: true}\n"
    let stricter = try portal.edited(rules, "size <= 90", "size <= 80")
    let larger = try portal.edited("content/years/2026/projects/yuancheng/streams.csv", "150", "151")
      .edited(Self.classes, "t1,90", "t1,91")
      .edited("content/years/2026/projects/yuancheng/groups.csv", "g1,c1,一组,45", "g1,c1,一组,46")
      .edited("content/years/2026/projects.csv", "约150", "约151")
    let text = try stricter.edited(Self.newsletter, "本班", "我们班")
    let folder = try TemporaryFolder()
    for (portal, count) in [
      (portal, 0), (stricter, 1), (stricter, 1), (text, 1), (portal, 0), (larger, 1), (portal, 0),
    ] {
      let found = portal.build(to: folder).diagnostics
      #expect(found.map(\.code) == Array(repeating: "CO02", count: count), "\(found.map(\.message))")
    }
  }

  @Test func `texts edited one after the other are as if made at once`() throws {
    let folder = try TemporaryFolder()
    var portal = Self.portal
    _ = portal.build(to: folder)
    let cache = folder.path(".prospectus/outputs/site/cache")
    let first = try Data(contentsOf: URL(filePath: cache)).count
    for round in 0..<20 {
      try portal.edit(Self.newsletter, "学[第一课]", "第\(round)次学[第一课]")
      // A link that no page had, a heading that others may lead to.
      if round == 3 { try portal.edit("content/help/denglu.md", "打开云书院。", "打开云书院，看[简报](newsletter:c1/01)。") }
      if round == 7 { try portal.edit("content/years/2026/projects.csv", "远程培训", "远程研修") }
      let result = portal.build(to: folder)
      #expect(!result.diagnostics.hasErrors, "\(result.diagnostics.map(\.message))")
      #expect(result.rendered.count < result.pages && !result.rendered.isEmpty)
      let other = try TemporaryFolder()
      _ = portal.build(to: other)
      #expect(
        differences(try publishedFiles(in: other.path("site")), try publishedFiles(in: folder.path("site"))) == [])
    }
    #expect(try Data(contentsOf: URL(filePath: cache)).count < first * 3 / 2)
  }

  @Test func `of two files of the state that are not of one build nothing is concluded`() throws {
    let folder = try TemporaryFolder()
    let cache = folder.path(".prospectus/outputs/site/cache")
    let title = try Self.portal.edited("content/years/2026/projects.csv", "远程培训", "远程研修")
    let both = try title.edited(Self.newsletter, "本班", "我们班")
    _ = Self.portal.build(to: folder)
    let old = try Data(contentsOf: URL(filePath: cache))
    _ = title.build(to: folder)
    // As if the program had been killed between the two.
    try old.write(to: URL(filePath: cache))
    let result = both.build(to: folder)
    #expect(result.rendered.count > 1)
    let other = try TemporaryFolder()
    _ = both.build(to: other)
    #expect(differences(try publishedFiles(in: other.path("site")), try publishedFiles(in: folder.path("site"))) == [])
  }
}
