import Files
import PortalTestSupport
import Testing

/// `form-classes`, with tables in memory.
@Suite struct FormClassesCommandTests {
  private static func run(_ table: String, _ words: String...) throws -> ToolRun {
    let files = MemoryFiles()
    try files.write(Array(table.utf8), to: "/a.csv")
    return ToolRun(["form-classes", "/a.csv"] + words, files: files)
  }

  @Test func `classes come with their reasons, as a table for Excel`() throws {
    let run = try Self.run("学科,人数\n语文,149\n数学,100\n美术,30\n")
    #expect(run.status == 0)
    #expect(
      run.output == "\u{FEFF}"
        + [
          "区县,学段,学科,班号,人数,说明", ",,语文,1,75,末班只剩 49 人，不足 50 人，与前一个班平分", ",,语文,2,74,末班只剩 49 人，不足 50 人，与前一个班平分",
          ",,数学,1,100,满 100 人", ",,美术,1,30,不足 100 人，编一个班", "",
        ].joined(separator: "\r\n"))
    #expect(run.errors.contains("4 个班，279 人"))
    #expect(try Self.run("学科,人数\n语文,149\n", "--quiet").errors.isEmpty)
  }

  @Test func `small subjects of an area share classes when asked to`() throws {
    let table = "区县,学科,人数\n甲县,音乐,62\n乙县,音乐,30\n甲县,美术,48\n甲县,语文,120\n"
    let run = try Self.run(table, "--small=pooled", "--fill=balanced")
    let lines = run.output.split(separator: "\r\n").dropFirst()
    #expect(
      lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).dropLast().joined(separator: ",") } == [
        "甲县,,语文,1,60", "甲县,,语文,2,60", "甲县,,音乐,1,55", "甲县,,音乐、美术,2,55", "乙县,,音乐,1,30",
      ])
    #expect(run.output.contains("合班：音乐 62 人中的 7 人、美术 48 人"))
    #expect(run.errors.contains("5 个班，260 人") && !run.errors.contains("--small"))
    #expect(try Self.run("学科,人数\n音乐,30\n美术,30\n").errors.contains("--small=pooled 则是 1 个班"))
  }

  @Test func `sizes can be others, as far as every number can obey them`() throws {
    #expect(try Self.run("学科,人数\n语文,90\n", "--max=40").output.contains(",语文,2,25,"))
    let impossible = try Self.run("学科,人数\n语文,90\n", "--max=40", "--min=30")
    #expect(impossible.status == 2 && impossible.errors.contains("--min 不超过 20"))
  }

  @Test(arguments: [
    "学科,人数\n语文,90\n数学,60\n合计,150\n", "科目,报名数\n语文,90\n数学,60\n总　计,150\n",
    "序号,学科,人数,备注\n1,语文,90,\n2,数学,60,含小学\n,小计,150,\n",
  ])
  func `sums are no subjects, and columns that are not needed are left out`(table: String) throws {
    let run = try Self.run(table)
    #expect(run.status == 0 && run.errors.contains("2 个班，150 人") && run.errors.contains("[CV16]"), "\(run.errors)")
    #expect(!run.output.contains("计"))
    #expect(run.errors.contains("“备注”一栏用不上") == table.contains("备注"))
  }

  @Test func `sums of areas are left out below their areas`() throws {
    let run = try Self.run("区县,学科,人数\n甲县,语文,90\n,数学,60\n,小计,150\n乙县,语文,80\n乙县,小计,80\n合计,,230\n")
    #expect(run.status == 0 && run.errors.contains("3 个班，230 人"), "\(run.errors)")
    #expect(run.output.contains("甲县,,数学,1,60") && run.output.contains("乙县,,语文,1,80"))
  }

  @Test func `a table that is wrong gives its messages and no classes`() throws {
    for (table, code) in [
      ("学科,人数\n语文,约120\n", "RF08"), ("学科\n语文\n", "RF06"), ("学科,人数\n语文,1\n语文,2\n", "RF01"),
      ("", "CV10"), ("学可,人数\n语文,3\n", "RF07"),
    ] {
      let run = try Self.run(table)
      #expect(run.status == 1 && run.output.isEmpty, "\(table)")
      #expect(run.errors.contains("[\(code)]"), "\(run.errors)")
      #expect(run.errors.split(separator: "错误[").count == 2, "\(run.errors)")
    }
    #expect(ToolRun(["form-classes", "/b.csv"], files: MemoryFiles()).errors.contains("FL01"))
    #expect(ToolRun(["form-classes"], files: MemoryFiles()).status == 2)
  }
}
