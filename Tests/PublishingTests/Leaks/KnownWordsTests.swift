import Diagnostics
import Files
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// Training numbers, accounts and mail addresses of rosters, which have no form by which they are told (PV04, PV05).
@Suite struct KnownWordsTests {
  private static let roster = """
    学员编号,姓名,班级,单位,邮箱,平台账号
    LX260017,戚未央,c1,一校,Qi.Weiyang@lin-edu.example,qi_weiyang8
    3100027,丁亦然,c1,一校,,teacher
    PX-26-0009,卞舒,c1,二校,,
    T0012,祁霁,c1,二校,,

    """

  /// Codes told for `text` on a help page.
  private func told(_ text: String, releases: String? = nil) throws -> [String] {
    var portal = try SmallPortal.whole.edited("content/help/denglu.md", "打开云书院。", "打开云书院。\n\n" + text)
    portal["content/privacy.yml"] = releases
    let files = MemoryFiles()
    for (path, bytes) in portal.files { files.put("/office/portal/" + path, bytes) }
    files.put("/private/2026/yuancheng/roster.csv", Array(Self.roster.utf8))
    var request = BuildRequest(root: "/office/portal", jobs: 1, version: "test")
    request.publishes = false
    request.privateFolder = "/private"
    let result = SiteBuild.run(request, in: .fixed(files: files))
    for diagnostic in result.diagnostics {
      for value in ["LX260017", "3100027", "PX-26-0009", "lin-edu", "weiyang"] {
        #expect(!"\(diagnostic)".lowercased().contains(value.lowercased()))
      }
    }
    return result.diagnostics.filter { $0.code.text.hasPrefix("PV") }.map(\.code.text)
  }

  @Test(arguments: [
    ("编号是 LX260017 的学员", "PV05"), ("编号lx260017，请补交", "PV05"), ("文件 a_LX260017.docx", "PV05"),
    ("`LX260017`", "PV05"), ("2026-LX260017", "PV05"), ("编号 3100027。", "PV05"), ("编号 **310**0027。", "PV05"),
    ("编号 ３１００２７ 没有，３１０００２７ 有", "PV05"), ("准考证 PX-26-0009", "PV05"),
    ("写信到 qi.weiyang@lin-edu.example", "PV04"), ("平台上找 qi_weiyang8。", "PV04"),
  ])
  func `what stands for somebody is found`(text: String, code: String) throws {
    #expect(try told(text).contains(code), "\(text)")
  }

  @Test(arguments: [
    "编号是 LX260018 的学员", "LX2600171", "ALX260017", "编号 3100 027 元", "编号 31000270", "A3100027", "3100027b",
    "准考证 PX-26-0010", "准考证 PX260009", "写信到 peixun@lin-edu.example", "账号 teacher", "编号 T0012",
  ])
  func `what only looks like it is none`(text: String) throws { #expect(try told(text) == [], "\(text)") }

  @Test func `an office may release one`() throws {
    let releases = "releases:\n  - {value: LX260017, reason: 教程里虚构的编号}\n"
    #expect(try told("编号是 LX260017 的学员", releases: releases) == [])
    #expect(try told("编号是 3100027 的学员", releases: releases) == ["PV05"])
  }
}
