import Foundation
import PortalTestSupport
import TestSupport
import Testing
import Training

/// `fields` and `export`: what editors can write, what others can have.
@Suite struct FieldsTests {
  private let root = Demonstration.root.path

  @Test func `the help page of all fields is what the field tables say`() throws {
    let folder = try TemporaryFolder()
    let generated = ToolRun(["fields", "--markdown", "--root", folder.path("nothing")])
    let page = try String(contentsOf: Demonstration.root.appending(path: "content/help/bianji.md"), encoding: .utf8)
    let body = page.split(separator: "---\n\n", maxSplits: 1).last.map(String.init)
    #expect(generated.status == 0)
    #expect(body == generated.output, "prospectus fields --markdown gives the text of content/help/bianji.md")
  }

  @Test func `the help page of the layout language is what the tables say`() throws {
    let generated = ToolRun(["fields", "layout", "--markdown"])
    let page = try String(contentsOf: Demonstration.root.appending(path: "content/help/banshi.md"), encoding: .utf8)
    let body = page.split(separator: "---\n\n", maxSplits: 1).last.map(String.init)
    #expect(generated.status == 0)
    #expect(body == generated.output, "prospectus fields layout gives the text of content/help/banshi.md")
    #expect(ToolRun(["fields", "版式"]).output == generated.output)
  }

  @Test func `the help page of the directives is what their layouts declare`() throws {
    let generated = ToolRun(["fields", "directives", "--root", root])
    let page = try String(contentsOf: Demonstration.root.appending(path: "content/help/zhiling.md"), encoding: .utf8)
    let body = page.split(separator: "---\n\n", maxSplits: 1).last.map(String.init)
    #expect(generated.status == 0)
    #expect(body == generated.output, "prospectus fields directives gives the text of content/help/zhiling.md")
    #expect(ToolRun(["fields", "指令", "--root", root]).output == generated.output)
    let folder = try Demonstration.files(["layouts"]).filter { $0.path.hasPrefix("layouts/directives/") }
    for file in folder {
      let name = file.path.dropFirst("layouts/directives/".count).dropLast(".html".count)
      #expect(generated.output.contains("## \(name) {#\(name)}"))
    }
  }

  @Test func `a kind is asked for by its name or its title, a declared one too`() {
    let english = ToolRun(["fields", "course", "--root", root])
    #expect(english.status == 0)
    #expect(english.output == ToolRun(["fields", "课程", "--root", root]).output)
    #expect(english.output.contains("minutes  时长  必填"))
    #expect(ToolRun(["fields", "fees", "--root", root]).output.contains("teacher  教师交  必填"))
    #expect(ToolRun(["fields", "--root", root]).output.contains("content/years/{plan}/fees.csv"))
    let wrong = ToolRun(["fields", "curse", "--root", root])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("course"))
  }

  @Test func `an export is a table for Excel or JSON for programs`() throws {
    let table = ToolRun(["export", "tier", "--root", root])
    #expect(table.status == 0)
    #expect(table.output.hasPrefix("\u{FEFF}编号,"))
    #expect(table.output.split(separator: "\r\n").count == 5)
    let json = ToolRun(["export", "fees", "--format", "json", "--root", root])
    let records = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(records.count == 6)
    #expect(records[0]["teacher"] as? Int == 0)
    #expect(records[0]["plan"] == nil)
    #expect(ToolRun(["export", "nothing", "--root", root]).status == 2)
    #expect(ToolRun(["export", "--root", root]).status == 2)
  }
}
