import Diagnostics
import Expressions
import PortalTestSupport
import Testing
import Training

/// Values that are still open, headers of an office's own, the version of the format.
@Suite struct OpenValueTests {
  private static let projects = "content/years/2026/projects.csv"
  private static let site = "content/site.yml"

  @Test func `an optional value may be open until its day, with an owner`() throws {
    let head = try #require(SmallPortal.content[Self.projects]?.split(separator: "\n").first)
    var portal = SmallPortal.content
    portal[Self.projects] = try #require(portal[Self.projects]).replacing(head, with: head + ",备注")
    func remark(_ text: String) throws -> ModelRun {
      var portal = portal
      let lines = try #require(portal[Self.projects]).split(separator: "\n")
      portal[Self.projects] = ([lines[0]] + lines.dropFirst().map { $0 + ",\(text)" }).joined(separator: "\n") + "\n"
      return ModelRun(portal)
    }
    let usual = Set(try remark("").places)
    let open = try remark("待定（教务科，2026-09-30）")
    #expect(Set(open.places).subtracting(usual) == [])
    #expect(Set(open.model.open.map(\.field)) == ["remark"])
    #expect(Set(open.model.open.map(\.owner)) == ["教务科"])
    #expect(Set(open.model.open.map(\.by.description)) == ["2026-09-30"])
    #expect(open.model.projects.records[0].remark == nil)
    // Behind its day it is an error; without owner and day a warning at once.
    let late = Set(try remark("待定（教务科，2026-09-01）").places).subtracting(usual)
    #expect(Set(late.map { $0.prefix(4) }) == ["TX01"])
    #expect(try remark("待定（教务科，2026-09-01）").diagnostics.first { $0.code == "TX01" }?.severity == .error)
    #expect(try remark("待定").diagnostics.first { $0.code == "TX01" }?.severity == .warning)
    #expect(Set(try remark("待定的事很多").places).subtracting(usual) == [])
  }

  @Test func `in YAML it is a mapping, and a required value cannot be open`() throws {
    let pending = "{pending: {what: 文号, owner: 办公室, by: 2026-10-01}}"
    let run = ModelRun(
      try SmallPortal.content.edited(Self.site, "as_of: 2026-09-18\n", "as_of: 2026-09-18\nedit_url: \(pending)\n"))
    #expect(run.places == [])
    #expect(run.model.open.map(\.what) == ["文号"])
    let required = ModelRun(
      try SmallPortal.content.edited(Self.site, "short_name: 小城研修", "short_name: \(pending)"))
    #expect(required.places == ["RF08 \(Self.site):4:13"])
    let incomplete = ModelRun(
      try SmallPortal.content.edited(
        Self.site, "as_of: 2026-09-18\n", "as_of: 2026-09-18\nedit_url: {pending: {what: 文号, owner: 办公室}}\n"))
    #expect(incomplete.places == ["RF06 \(Self.site):8:21"])
  }

  @Test(arguments: [
    ("content/years/2026/projects/yuancheng/classes.csv", ",t1,90", ",t1,待定"),
    ("content/packs/danyuan/k1.md", "minutes: 90", "minutes: 待定"),
    ("content/years/2026/projects.csv", "300,集中培训,2026-04", "300,集中培训,待定"),
  ])
  func `a required value that is only said to be open is told once and not shown as nothing`(
    path: String, old: String, new: String
  ) throws {
    let found = ModelRun(try SmallPortal.content.edited(path, old, new)).diagnostics.filter {
      $0.location?.path == path
    }
    #expect(found.map(\.code) == ["RF08"] && found.first?.severity == .error, "\(found)")
  }

  @Test func `a time that cannot be read is not said to be a gap as well`() throws {
    let path = "content/years/2026/projects.csv"
    let run = ModelRun(try SmallPortal.content.edited(path, "300,集中培训,2026-04", "300,集中培训,四月"))
    #expect(run.diagnostics.filter { $0.location?.path == path }.map(\.code) == ["DT01"])
  }

  @Test(arguments: ["", "# 以后再写\n"]) func `an emptied list is told`(text: String) throws {
    var portal = SmallPortal.content
    portal["content/years/2026/projects/yuancheng/phases.yml"] = text
    #expect(ModelRun(portal).places == ["RF06 content/years/2026/projects/yuancheng/phases.yml"])
  }

  @Test func `an office's own headers are known by the settings`() throws {
    let own = try SmallPortal.content.edited("content/org/areas.csv", "id,名称,", "id,地名,")
    #expect(ModelRun(own).places.contains("RF07 content/org/areas.csv:1:4"))
    let headers = "as_of: 2026-09-18\nheaders:\n  - {kind: 区域, field: 名称, header: 地名}\n"
    let told = ModelRun(try own.edited(Self.site, "as_of: 2026-09-18\n", headers)).places
    #expect(told == [])
    let wrong = headers.replacing("field: 名称", with: "field: 名字")
    #expect(
      ModelRun(try SmallPortal.content.edited(Self.site, "as_of: 2026-09-18\n", wrong)).places
        == ["RF02 \(Self.site):9:23"])
  }

  @Test func `content in another version of the format is not guessed at`() throws {
    let portal = try SmallPortal.content.edited(Self.site, "format: 1", "format: 2")
      .edited("content/org/areas.csv", "id,名称,", "id,地名,")
    #expect(ModelRun(portal).places == ["RF11 \(Self.site):1:9"])
  }
}
