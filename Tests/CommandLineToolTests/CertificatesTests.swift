import Files
import Foundation
import PortalTestSupport
import Testing

/// `certificates`, and what builds say of what was issued, with a small portal and a private folder in memory. People and marks are
/// invented.
@Suite struct CertificatesTests {
  private static let scheme = """
    title: 测试办法
    subject: 学员
    version: 1
    effective: 2026-08-15
    project: xinjiaoshi
    summary: 两项。
    total: 100
    pass_mark: 60
    items:
      - {id: kaoqin, name: 考勤, text: 全勤。, points: 40, category: 过程性, mandatory: true, min: 30, mode: 自动}
      - {id: zuoye, name: 作业, text: 作业。, points: 60, category: 终结性, mode: 人工}
    """
  private static let head = "学员编号,证书编号,发证日期\n"
  private static let sound = head + "T1,XJ202600001,2026-09-14\nT2,XJ202600002,2026-09-14\n"
  /// T3 has more than the pass mark, and misses the minimum of what is mandatory.
  private static let scores = """
    学员编号,考核方案,项目,成绩
    T1,ceshi,kaoqin,40
    T1,ceshi,zuoye,55
    T2,ceshi,kaoqin,30
    T2,ceshi,zuoye,30
    T3,ceshi,kaoqin,29
    T3,ceshi,zuoye,60

    """

  private static func files(_ certificates: String, edit: (inout OneFilePortal) throws -> Void = { _ in }) throws
    -> MemoryFiles
  {
    var portal = SmallPortal.whole
    portal["content/schemes/ceshi.yml"] = scheme
    portal["content/years/2026/projects/xinjiaoshi/index.md"] =
      "---\nsummary: 新教师的培训。\nschemes: [ceshi]\nclass_hours: 24\nminutes_per_class_hour: 45\n---\n正文。\n"
    portal["content/years/2026/certificates.yml"] =
      "certificates:\n  - {id: xin, project: xinjiaoshi, issuer: 小城<教育>局, format: \"XJ{year}{serial:5}\"}\n  - {id: yuan, project: yuancheng, format: \"YC{year}{serial:5}\"}\n"
    try edit(&portal)
    let files = MemoryFiles()
    for (path, bytes) in portal.files { files.put("/office/portal/" + path, bytes) }
    files.put(
      "/private/2026/xinjiaoshi/roster.csv",
      Array("学员编号,姓名,单位\nT1,戚未央,临江县第一中学\nT2,寇清&和,\nT3,卢照邻,临江县第二中学\n".utf8))
    files.put("/private/2026/xinjiaoshi/scores.csv", Array(scores.utf8))
    files.put("/private/2026/xinjiaoshi/certificates.csv", Array(certificates.utf8))
    files.put("/print/empty", [])
    return files
  }

  private static func run(_ words: [String], _ files: MemoryFiles) -> ToolRun {
    ToolRun(words + ["--root", "/office/portal", "--private", "/private"], files: files)
  }

  @Test func `each certificate is a page with what stands on it, and only their number is told`() throws {
    let files = try Self.files(Self.sound)
    let run = Self.run(["certificates", "xinjiaoshi", "--output", "/print"], files)
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    #expect(run.output == "xinjiaoshi.html：2 份，每份一页 A4，用浏览器打印\n")
    let page = String(decoding: try files.read("/print/xinjiaoshi.html"), as: UTF8.self)
    #expect(page.components(separatedBy: "<section>").count == 3)
    #expect(page.contains("@page { size: A4 landscape; margin: 0 }"))
    for text in [
      "<h1>合格证书</h1>", "编号：XJ202600001", "戚未央（临江县第一中学）", "参加“新教师培训”（2026年8月），共24学时，考核合格，特发此证。",
      "小城&lt;教育&gt;局", "2026年9月14日", "寇清&amp;和</p>",
    ] { #expect(page.contains(text), "\(text)") }
    #expect(!page.contains("卢照邻") && !page.contains("http"))
  }

  @Test func `builds have nothing to say of what is right`() throws {
    let run = Self.run(["check"], try Self.files(Self.sound))
    #expect(run.status == 0, "\(run.output)")
  }

  @Test(arguments: [
    ("T3,XJ202600003,2026-09-14", "SC02"), ("T9,XJ202600003,2026-09-14", "SC08"), ("T1,XJ202600003,2026-09-14", "RF01"),
    ("T3,XJ202600001,2026-09-14", "RF01"), ("T3,XJ26003,2026-09-14", "RF08"), ("T3,XJ202600003,2026-08-30", "DT07"),
  ])
  func `nothing is printed of what is wrong, and no value is said`(row: String, code: String) throws {
    let files = try Self.files(Self.sound + row + "\n")
    for command in [["certificates", "xinjiaoshi", "--output", "/print"], ["check"]] {
      let run = Self.run(command, files)
      #expect(run.status == 1)
      let told = run.output + run.errors
      #expect(told.contains("错误[\(code)]: xinjiaoshi 的发证记录第 4 行："), "\(told)")
      for value in ["XJ2", "T3", "T9", "T1", "卢照邻", "戚未央", "/private"] { #expect(!told.contains(value), "\(told)") }
    }
    #expect((try? files.kind(of: "/print/xinjiaoshi.html")) ?? nil == nil)
  }

  @Test func `a number is used once in all projects`() throws {
    let files = try Self.files(Self.sound)
    files.put("/private/2026/yuancheng/roster.csv", Array("学员编号,姓名\nU1,甘棠远\n".utf8))
    files.put("/private/2026/yuancheng/certificates.csv", Array((Self.head + "U1,XJ202600001,2026-10-14\n").utf8))
    let told = Self.run(["check"], files).output
    #expect(told.contains("错误[RF01]: yuancheng 的发证记录第 2 行：证书编号已经用过"), "\(told)")
  }

  @Test func `a certificate waits for the end of the disclosure`() throws {
    let files = try Self.files(Self.sound) { portal in
      try portal.edit("content/notices/2026-09-16-gongshi.md", "project: yuancheng\n", "project: xinjiaoshi\n")
      try portal.edit("content/notices/2026-09-16-gongshi.md", "kind: 优秀", "kind: 合格")
    }
    let told = Self.run(["check"], files).output
    #expect(told.contains("错误[LS05]: xinjiaoshi 的发证记录第 2 行：发证时合格名单还在公示（到9月22日）"), "\(told)")
  }

  @Test func `a certificate that was replaced is not printed, and its holder has the new one`() throws {
    let files = try Self.files(Self.sound + "T1,XJ202600007,2026-09-17\n") { portal in
      portal["content/years/2026/revocations.csv"] = "证书,证书编号,作废日期,换发编号\nxin,XJ202600001,2026-09-17,XJ202600007\n"
    }
    let run = Self.run(["certificates", "xinjiaoshi", "--output", "/print"], files)
    #expect(run.status == 0, "\(run.errors)")
    let page = String(decoding: try files.read("/print/xinjiaoshi.html"), as: UTF8.self)
    #expect(!page.contains("XJ202600001") && page.contains("XJ202600007") && page.contains("XJ202600002"))
  }

  @Test(arguments: ["/office/portal", "/office/portal/content", "/office", "/nowhere"])
  func `they are never written where they might be published`(folder: String) throws {
    let files = try Self.files(Self.sound)
    files.put("/office/.git/HEAD", [])
    let run = Self.run(["certificates", "xinjiaoshi", "--output", folder], files)
    #expect(run.status == 1)
    #expect(run.errors.contains(folder == "/nowhere" ? "FL01" : "PV05"), "\(run.errors)")
  }

  @Test(arguments: [("xinjiaosi", "是不是“xinjiaoshi”"), ("gugan-peixun", "没有这个项目的发证记录")])
  func `a project without certificates is told`(project: String, told: String) throws {
    let run = Self.run(["certificates", project, "--output", "/print"], try Self.files(Self.sound))
    #expect(run.status == 1 && run.errors.contains(told), "\(run.errors)")
  }

  @Test(arguments: [
    ("丁亦然,临江县第一中学\n2,戚未央,临江县第一中学", "SC08", "序号 1，共 1 行"), ("戚未央,临江县第一中学\n2,卢照邻,临江县第二中学", "SC02", "序号 2，共 1 行"),
    ("戚未央,临江县第二中学\n2,寇清&和,临江县第二中学", "SC08", "序号 1，共 1 行"), ("戚未央,临江县第一中学\n2,寇清&和,临江县第二中学", nil, ""),
  ])
  func `who is on a list of those who passed is in the roster and passes`(rows: String, code: String?, place: String)
    throws
  {
    let files = try Self.files(Self.head) { portal in
      let notice = "content/notices/2026-09-16-gongshi.md"
      try portal.edit("content/site.yml", "as_of: 2026-09-18", "as_of: 2026-09-15")
      try portal.edit(notice, "project: yuancheng\n", "project: xinjiaoshi\n")
      try portal.edit(notice, "kind: 优秀", "kind: 合格")
      try portal.edit(notice, "order: 姓氏笔画", "order: 序号")
      portal["content/notices/2026-09-16-gongshi.csv"] = "序号,姓名,单位\n1,\(rows)\n"
    }
    let told = Self.run(["check"], files).output
    if let code {
      #expect(told.contains("错误[\(code)]: 名单\(place)"), "\(told)")
    } else {
      #expect(!told.contains("SC0"), "\(told)")
    }
    #expect(!told.contains("卢照邻"), "\(told)")
  }

  @Test func `without any marks a list is compared with the roster alone`() throws {
    let files = try Self.files(Self.head) { portal in
      let notice = "content/notices/2026-09-16-gongshi.md"
      try portal.edit("content/site.yml", "as_of: 2026-09-18", "as_of: 2026-09-15")
      try portal.edit(notice, "project: yuancheng\n", "project: xinjiaoshi\n")
      try portal.edit(notice, "total: 2", "total: 1")
      portal["content/notices/2026-09-16-gongshi.csv"] = "序号,姓名,单位\n1,卢照邻,临江县第二中学\n"
    }
    #expect(Self.run(["check"], files).output.contains("错误[SC02]"))
    files.put("/private/2026/xinjiaoshi/scores.csv", Array("学员编号,考核方案,项目,成绩\n".utf8))
    #expect(!Self.run(["check"], files).output.contains("SC0"))
  }
}
