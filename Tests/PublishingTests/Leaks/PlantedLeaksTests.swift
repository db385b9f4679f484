import Diagnostics
import Files
import Foundation
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// A thousand people who do not exist, planted in more than forty kinds of places of a portal: each is found, nothing is published,
/// and no file and no message holds what was found.
@Suite struct PlantedLeaksTests {
  private static let people = InventedPerson.drawn(1_200, seed: 41)

  /// A layout that shows the summary, too.
  private static let helpLayout = """
    <!DOCTYPE html>
    <title>{{ page.title }}</title>
    <meta name="description" content="{{ page.description }}">
    {{ page.body }}

    """

  private static func portal() -> OneFilePortal {
    var portal = SmallPortal.whole
    portal["layouts/help.html"] = helpLayout
    portal["content/help/files/tu.svg"] = String(decoding: MadeFile.svg("<g/>"), as: UTF8.self)
    return portal
  }

  /// Builds `portal` with the rosters of all of them, into `site` of `folder`.
  private func build(_ portal: OneFilePortal, to folder: borrowing TemporaryFolder) -> BuildResult {
    let files = MemoryFiles()
    for (path, bytes) in portal.files { files.put("/office/portal/" + path, bytes) }
    let rows = Self.people.enumerated().map { $1.row($0) }.joined()
    files.put("/private/2026/yuancheng/roster.csv", Array((InventedPerson.rosterHead + rows).utf8))
    var request = BuildRequest(root: "/office/portal", jobs: 2, version: "test")
    request.output = folder.path("site")
    request.privateFolder = "/private"
    return SiteBuild.run(request, in: .fixed(files: files))
  }

  private static let names = Set(people.map(\.name))
  private static let families = Set(people.compactMap(\.name.first))
  private static let numbers = Set(people.flatMap { [$0.mobile, $0.identity, $0.card] })

  /// Whether `text` holds anything of anybody.
  private func holds(_ text: String) -> Bool {
    let characters = Array(text)
    var digits = ""
    for (index, character) in characters.enumerated() {
      if Self.families.contains(character), Self.names.contains(String(characters[index...].prefix(3))) { return true }
      if character.isASCII, character.isNumber || character == "X" {
        digits.append(character)
        for length in [11, 18, 19] where Self.numbers.contains(String(digits.suffix(length))) { return true }
      } else {
        digits = ""
      }
    }
    return false
  }

  /// What the folder holds, and what is said to people, programs and the pages of change requests.
  private func expectSilence(_ folder: borrowing TemporaryFolder, _ result: BuildResult) throws {
    for (path, bytes) in try publishedFiles(in: folder.path("")) {
      #expect(!holds(path) && !holds(String(decoding: bytes, as: UTF8.self)), "\(path)")
    }
    for format in DiagnosticRenderer.Format.allCases {
      for language in Language.allCases {
        let renderer = DiagnosticRenderer(format, .init(language: language, limit: 5_000))
        let said = String(decoding: renderer.render(result.diagnostics) { result.sources[$0] }, as: UTF8.self)
        #expect(!said.isEmpty && !holds(said), "\(format) \(language)")
      }
    }
  }

  @Test func `a thousand people in forty kinds of places`() throws {
    let places = LeakPlace.all
    #expect(places.count >= 40 && Set(places.map(\.file)).count == places.count)
    let count = 1_000 / places.count + 1
    let folder = try TemporaryFolder()
    #expect(build(Self.portal(), to: folder).published != nil)
    let old = try publishedFiles(in: folder.path("site"))

    var portal = Self.portal()
    var planted: [(place: LeakPlace, code: String, path: String)] = []
    for (kind, place) in places.enumerated() {
      for number in 0..<count {
        let person = Self.people[kind * count + number]
        let datum = place.data[number % place.data.count]
        let value = datum.value(of: person)
        let path = place.path(number, value)
        portal.files[path] = place.bytes(value)
        planted.append((place, place.code ?? datum.code, path))
      }
    }
    #expect(planted.count >= 1_000)
    let result = build(portal, to: folder)
    #expect(result.published == nil)
    #expect(try publishedFiles(in: folder.path("site")) == old)

    // A path that holds something is shown without it.
    let found = Dictionary(grouping: result.diagnostics, by: \.code.text).mapValues { list in
      Dictionary(grouping: list.compactMap(\.location?.path)) { path in
        path.replacing("site/", with: "", maxReplacements: 1).replacing("content/", with: "", maxReplacements: 1)
          .replacing("/index.html", with: ".md")
      }
    }
    var missed: [String: Int] = [:]
    for (place, code, path) in planted {
      let own = String(path.dropFirst("content/".count))
      let shown = String(own.map { (code == "PV10" ? !$0.isASCII : $0.isNumber) ? "•" : $0 })
      if found[code]?[place.isInName ? shown : own] == nil { missed[place.description + " " + code, default: 0] += 1 }
    }
    #expect(missed == [:])
    try expectSilence(folder, result)
  }

  /// Edits of records, tables and layouts: what is planted, with the page that then holds it.
  @Test func `records, tables and layouts`() throws {
    let folder = try TemporaryFolder()
    var portal = try SmallPortal.shipped()
    #expect(build(portal, to: folder).published != nil)
    let old = try publishedFiles(in: folder.path("site"))
    let people = Self.people.suffix(20)
    var expected: [(what: String, code: String, path: String)] = []
    var index = people.startIndex
    func plant(
      _ what: String, _ datum: LeakPlace.Datum, _ path: String, _ old: String, _ new: (String) -> String,
      at place: String
    ) throws {
      try portal.edit(path, old, new(datum.value(of: people[index])))
      index += 1
      expected.append((what, datum.code, place))
    }
    let project = "content/years/2026/projects/yuancheng/"
    try plant(
      "title of a notice", .name, "content/notices/2026-09-16-gongshi.md", "title: 优秀学员公示", { "title: 优秀学员\($0)公示" },
      at: "content/notices/2026-09-16-gongshi.md")
    try plant(
      "basis of a notice", .mobile, "content/notices/2026-09-16-gongshi.md", "title: 管理办法", { "title: 管理办法\($0)" },
      at: "content/notices/2026-09-16-gongshi.md")
    try plant(
      "text of a newsletter", .name, project + "newsletters/c1/02.md", "备好一个单元。", { "\($0)说，备好一个单元。" },
      at: project + "newsletters/c1/02.md")
    try plant(
      "field of a YAML record", .identity, "content/years/2026/modules.yml", "summary: 备一个单元。",
      { "summary: 备一个单元，问\($0)。" }, at: "site/modules/beike/index.html")
    try plant(
      "cell of a table", .name, project + "sessions.csv", "第1次答疑", { "\($0)答疑" }, at: "site/schedule/index.html")
    try plant(
      "title of a course", .name, "content/packs/danyuan/k1.md", "title: 第一课", { "title: \($0)第一课" },
      at: "content/packs/danyuan/k1.md")
    try plant(
      "summary of a project", .card, project + "index.md", "summary: 远程培训。", { "summary: 远程培训，卡号\($0)。" },
      at: project + "index.md")
    try plant(
      "item of a scheme", .name, "content/schemes/xueyuan.yml", "text: 一份作业。", { "text: 交给\($0)一份作业。" },
      at: "site/schemes/xueyuan/index.html")
    try plant(
      "row of a group", .name, project + "groups.csv", "g2,c1,二组", { "g2,c1,\($0)组" }, at: "site/classes/c1/index.html")
    try plant(
      "office of a contact", .name, "content/org/contacts.yml", "office: 培训办公室", { "office: 培训办公室（\($0)）" },
      at: "site/index.html")
    try plant(
      "remark in a layout", .mobile, "layouts/base.html", "<head>", { "<head><!-- \($0) -->" }, at: "site/404.html")
    try plant(
      "attribute in a layout", .identity, "layouts/base.html", "<html lang", { "<html data-by=\"\($0)\" lang" },
      at: "site/404.html")
    try plant("text of a layout", .card, "layouts/base.html", "</body>", { "<p>\($0)</p></body>" }, at: "site/404.html")
    try plant(
      "word of the interface", .name, "layouts/strings/zh-CN.yml", "skip: \"", { "skip: \"\($0)" }, at: "site/404.html")
    portal["layouts/assets/own.js"] = "var a = '\(people[index].name)';"
    expected.append(("script", "PV06", "site/assets/own."))
    portal["layouts/assets/own.css"] = "a::after { content: \"\(people[index + 1].mobile)\" }"
    expected.append(("style sheet", "PV02", "site/assets/own."))
    let result = build(portal, to: folder)
    #expect(result.published == nil)
    #expect(try publishedFiles(in: folder.path("site")) == old)
    let found = Dictionary(grouping: result.diagnostics, by: \.code.text).mapValues {
      Set($0.compactMap(\.location?.path))
    }
    for (what, code, path) in expected {
      #expect(
        found[code]?.contains { path.hasSuffix(".") ? $0.hasPrefix(path) : $0 == path } ?? false,
        "\(what): \(code) \(path)")
    }
    try expectSilence(folder, result)
  }

  @Test func `what cameras write is not in what is published`() throws {
    let folder = try TemporaryFolder()
    var portal = Self.portal()
    let jpeg = [0xFF, 0xD8, 0xFF, 0xE1] + [0, 60] + Array("http://ns.adobe.com/xap/1.0/\0".utf8)
    let name = Self.people[0].name
    let packet = Array("<x>\(name)</x>".utf8)
    let filled = packet + Array(repeating: 0x20, count: 58 - 29 - packet.count)
    portal.files["content/help/files/zhaopian.jpg"] =
      jpeg.map { UInt8($0) } + filled + [0xFF, 0xDA, 0, 2, 0, 0xFF, 0xD9]
    portal = try portal.edited("content/help/denglu.md", "打开云书院。", "打开云书院，见[照片](files/zhaopian.jpg)。")
    let result = build(portal, to: folder)
    #expect(result.published != nil, "\(result.diagnostics)")
    #expect(try publishedFiles(in: folder.path("site"))["help/files/zhaopian.jpg"] != nil)
    for (path, bytes) in try publishedFiles(in: folder.path("")) {
      #expect(!holds(path) && !holds(String(decoding: bytes, as: UTF8.self)), "\(path)")
    }
  }
}
