import PortalTestSupport
import Testing
import Training

/// AY: what is said of a year that is archived.
@Suite struct ArchiveTests {
  private static let plan = "content/years/2026/plan.md"
  private static let list = "content/years/2026/archive.csv"

  /// The small portal with its year archived and listed.
  private func archived() throws -> OneFilePortal {
    var portal = try SmallPortal.content.edited(Self.plan, "status: 印发", "status: 归档")
    let model = ModelRun(portal).model
    let plan = try #require(model.plans["2026"])
    portal.files[Self.list] = ArchivedYear(plan, in: model).list(in: model)
    return portal
  }

  @Test func `an archived year without its list is told at its status`() throws {
    let portal = try SmallPortal.content.edited(Self.plan, "status: 印发", "status: 归档")
    #expect(ModelRun(portal).places == ["AY01 " + (try portal.label(Self.plan, "status: ⟦归档⟧"))])
  }

  @Test func `a year that is as it was says nothing, and its list names every file but itself`() throws {
    let portal = try archived()
    #expect(ModelRun(portal).places == [])
    let lines = String(decoding: try #require(portal.files[Self.list]), as: UTF8.self).split(separator: "\r\n")
    let names = portal.files.keys.filter { $0.hasPrefix("content/years/2026/") && $0 != Self.list }
    #expect(lines.count == names.count + 1)
    #expect(lines.first == "\u{FEFF}文件,SHA-256")
  }

  @Test(arguments: [(File.newsletter, "\n"), (File.classes, "\n"), (File.phases, "\n")])
  func `a file that was changed is told, text or table`(path: String, addition: String) throws {
    var portal = try archived()
    portal.files[path]? += Array(addition.utf8)
    #expect(ModelRun(portal).places == ["AY02 " + path])
    portal.files[Self.plan] = SmallPortal.content.files[Self.plan]
    #expect(ModelRun(portal).places == [])
  }

  @Test func `files that came and went are told`() throws {
    var portal = try archived()
    portal.files["content/years/2026/projects/yuancheng/files/a.pdf"] = Array("%PDF".utf8)
    portal.files[File.secondNewsletter] = nil
    let row = try #require(
      ModelRun(portal).places.first { $0.hasPrefix("AY03 " + Self.list) }, "\(ModelRun(portal).places)")
    #expect(row.hasSuffix(":1"))
    #expect(ModelRun(portal).places.contains("AY03 content/years/2026/projects/yuancheng/files/a.pdf"))
  }

  @Test func `files of other folders are free`() throws {
    var portal = try archived()
    portal.files[File.pack]? += Array("\n".utf8)
    #expect(ModelRun(portal).places == [])
  }

  @Test func `a list that cannot be read has its own message and no other`() throws {
    var portal = try archived()
    portal.files[Self.list] = Array("文件,SHA-25\nplan.md,1\n".utf8)
    #expect(!ModelRun(portal).places.contains { $0.hasPrefix("AY") })
  }
}
