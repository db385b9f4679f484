import Diagnostics
import Explanations
import Foundation
import PortalTestSupport
import TestSupport
import Testing

/// `explain`: one code, several, all of them, one that does not exist.
@Suite struct ExplainCommandTests {
  @Test func `a code is explained with its example, whatever the case of its letters`() {
    let run = ToolRun(["explain", "cl04"])
    #expect(
      run.output == """
        CL04  每班有一名辅导教师

        学员有事找谁，一个班只能有一个答案。没有辅导教师的班、写了两名以上的班，都是错误。还没有定的，写 待
        定（负责部门，2026-09-30）。一个项目里缺辅导教师的班只报一次，说明有几个。

        改前  content/years/2026/projects/yuancheng/classes.csv
          | id,学科班,区县,班号,班级名称,辅导教师,人数
          | c2,zx,linjiang,2,中学数学2班,,60
        改后  content/years/2026/projects/yuancheng/classes.csv
          | id,学科班,区县,班号,班级名称,辅导教师,人数
          | c2,zx,linjiang,2,中学数学2班,t2,60

        """)
    #expect(run.errors == "" && run.status == 0)
    #expect(
      ToolRun(["explain", "CL04", "--lang", "en"]).output.hasPrefix("CL04  a class has one tutor\n\nLearners must"))
  }

  @Test func `what is beside an example, and what comes or goes, is shown as such`() {
    let beside = ToolRun(["explain", "RF05"]).output
    #expect(beside.contains("同时有  content/glossary.yml\n  | terms:"))
    let renamed = ToolRun(["explain", "NL04"]).output
    #expect(renamed.contains("改后  content/years/2026/projects/yuancheng/newsletters/c1/04.md  （没有这个文件）\n"))
    #expect(!ToolRun(["explain", "PV11"]).output.contains("改前"))
  }

  @Test func `several codes are explained in the order asked for, each once`() {
    let run = ToolRun(["explain", "WT01", "DT06", "wt01"])
    let heads = run.output.split(separator: "\n").filter { $0.dropFirst(4).hasPrefix("  ") && $0.first != " " }
    #expect(heads.map { $0.prefix(4) } == ["WT01", "DT06"])
  }

  @Test(arguments: ["WT01,DT06", "WT01、DT06", "content/a.yml:1:8: 错误[WT01]: 合计 error[DT06]"])
  func `codes may be pasted as messages have them`(operand: String) {
    #expect(ToolRun(["explain", operand]).output == ToolRun(["explain", "WT01", "DT06"]).output)
    #expect(ToolRun(["explain", "WT01,XX99"]).status == 2 && ToolRun(["explain", ""]).status == 2)
  }

  @Test func `without a code all are listed by family`() {
    let run = ToolRun(["explain"])
    #expect(run.status == 0)
    for family in allExplanationFamilies {
      #expect(run.output.contains("\(family.letters) \(family.name.zh)\n"))
      for explanation in family.explanations {
        #expect(run.output.contains("  \(explanation.code)  \(explanation.title.zh.prefix(10))"))
      }
    }
    #expect(ToolRun(["explain", "--lang", "en"]).output.contains("more: prospectus explain CODE"))
  }

  @Test func `no line is wider than the terminal, those of examples aside`() {
    let lines = ToolRun(["explain", "RF08", "--lang", "en"], terminalWidth: 60).output.split(separator: "\n")
    #expect(lines.filter { !$0.hasPrefix("  | ") && !$0.contains("content/") }.allSatisfy { $0.count <= 60 })
  }

  @Test func `JSON has both languages, of the codes asked for or of all`() throws {
    struct Entry: Decodable {
      struct Text: Decodable { var zh, en: String }
      struct Passage: Decodable { var file, before, after: String }
      var code: String
      var title, text: Text
      var example: [Passage]
    }
    let one = try JSONDecoder().decode(
      [Entry].self, from: Data(ToolRun(["explain", "hr07", "--format=json"]).output.utf8))
    let entry = try #require(one.first)
    #expect(
      one.count == 1 && entry.code == "HR07" && entry.title.zh.contains("总额") && entry.text.en.contains("per head"))
    #expect(entry.example.first.map { $0.before != $0.after && $0.file.hasSuffix("plan.md") } == true)
    let all = try JSONDecoder().decode([Entry].self, from: Data(ToolRun(["explain", "--format", "json"]).output.utf8))
    #expect(all.count == allExplanationFamilies.flatMap(\.explanations).count)
  }

  @Test func `the help page of all codes is what the explanations say`() throws {
    let generated = ToolRun(["explain", "--markdown"])
    let page = try String(contentsOf: Demonstration.root.appending(path: "content/help/tishi.md"), encoding: .utf8)
    let body = page.split(separator: "---\n\n", maxSplits: 1).last.map(String.init)
    #expect(generated.status == 0)
    #expect(body == generated.output, "prospectus explain --markdown gives the text of content/help/tishi.md")
  }

  @Test func `a code that does not exist is wrong usage, with the nearest one`() {
    let run = ToolRun(["explain", "RF02", "rf99"])
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.contains("AR23") && run.errors.contains("rf99") && run.errors.contains("是不是要写“RF"))
    #expect(ToolRun(["explain", "什么"]).errors.contains("全部代码：prospectus explain"))
    #expect(ToolRun(["explain", "x1", "--lang=en"]).errors.contains("there is no code"))
  }

  @Test func `the summary of a build names the codes to ask for, errors first`() throws {
    let broken = try SmallPortal.whole.edited("content/schemes/xueyuan.yml", "pass_mark: 70", "pass_mark: 50")
      .edited("content/help/denglu.md", "打开云书院。", "打开云书院，另行通知。")
    let run = ToolRun(["check", "--root", "/"], files: broken.inMemory())
    #expect(run.errors.hasSuffix("为什么、怎样改，附例子：prospectus explain WT04\n"), "\(run.errors)")
    #expect(!ToolRun(["check", "--root", "/"], files: SmallPortal.whole.inMemory()).errors.contains("explain"))
    #expect(!ToolRun(["check", "--root", "/", "--quiet"], files: broken.inMemory()).errors.contains("explain"))
  }
}
