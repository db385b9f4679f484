import Diagnostics
import PortalTestSupport
import Testing

/// The strings of `layouts/strings/`: keys, arguments and forms in every language.
@Suite struct InterfaceStringTests {
  /// A small portal whose pages print `{{ t(…) }}`, with these files of strings.
  private func run(_ layout: String, _ zh: String, _ en: String, language: String = "zh-CN") throws -> PortalRun {
    var portal = try SmallPortal.whole.edited("layouts/notices.html", "{{ page.body }}", layout)
    portal["layouts/strings/zh-CN.yml"] = zh
    portal["layouts/strings/en.yml"] = en
    return PortalRun(portal, language: language)
  }

  @Test(arguments: [
    ("{{ t('a') }}", "a: 甲\n", "a: A\n", []),
    ("{{ t('a') }}", "a: 甲\nb: 乙\n", "a: A\nb: B\n", ["LT65 layouts/strings/zh-CN.yml"]),
    ("{{ t('a') }}{{ t('b') }}", "a: 甲\nb: 乙\n", "a: A\n", ["LT61 layouts/strings/en.yml"]),
    ("{{ t('a') }}", "a: 甲\n", "a: A\nb: B\n", ["LT61 layouts/strings/zh-CN.yml"]),
    ("{{ t('a', n=2) }}", "a: \"{n}门\"\n", "a: \"{m}\"\n", ["LT64 layouts/strings/en.yml"]),
    ("{{ t('a', n=2) }}", "a: \"{n}门\"\n", "a: {one: one, other: \"{n}\"}\n", []),
    ("{{ t('a') }}", "a: 甲\n", "a: {few: A}\n", ["LT60 layouts/strings/en.yml"]),
    ("{{ t('a') }}", "a: 甲\n", "a: [A]\n", ["LT60 layouts/strings/en.yml"]),
    ("{{ t('b') }}", "a: 甲\n", "a: A\n", ["LT10 layouts/notices.html"]),
    ("{{ t('a') }}", "a: \"{n}门\"\n", "a: \"{n}\"\n", ["LT10 layouts/notices.html"]),
    ("{{ t('a', m=1) }}", "a: 甲\n", "a: A\n", ["LT10 layouts/notices.html"]),
    // A computed key may be any of them.
    ("{{ t('a' ~ '') }}", "a: 甲\nb: 乙\n", "a: A\nb: B\n", []),
    // A macro that no page calls needs its strings too.
    ("{% macro m() %}{{ t('a') }}{% endmacro %}{% if false %}{{ m() }}{% endif %}", "a: 甲\n", "a: A\n", []),
  ])
  func `strings and layouts fit each other`(layout: String, zh: String, en: String, expected: [String]) throws {
    #expect(try run(layout, zh, en).places == expected)
  }

  @Test func `a language without a file is told once`() throws {
    #expect(try run("{{ t('a') }}", "a: 甲\n", "a: A\n", language: "fr").places == ["LT62 layouts/strings/fr.yml"])
  }

  @Test func `one and many have their forms`() throws {
    let layout = "[{{ t('a', n=1) }}|{{ t('a', n=2) }}|{{ t('a', n=0) }}]"
    let (zh, en) = ("a: \"{n}门\"\n", "a: {one: one course, other: \"{n} courses\"}\n")
    let english = try run(layout, zh, en, language: "en").pages["notices/"] ?? []
    let chinese = try run(layout, zh, en).pages["notices/"] ?? []
    #expect(String(decoding: english, as: UTF8.self).contains("[one course|2 courses|0 courses]"))
    #expect(String(decoding: chinese, as: UTF8.self).contains("[1门|2门|0门]"))
  }

  @Test func `the demonstration is a portal in English when its language says so`() throws {
    var portal = OneFilePortal("")
    for file in try Demonstration.files() { portal.files[file.path] = file.bytes }
    try portal.edit("content/site.yml", "language: zh-CN", "language: en")
    let run = PortalRun(portal)
    #expect(run.recordErrors == [])
    #expect(run.places == [])
    let home = String(decoding: run.pages[""] ?? [], as: UTF8.self)
    #expect(home.contains("<html lang=\"en\""))
    #expect(home.contains("Skip to the text") && !home.contains("跳到正文"))
  }
}
