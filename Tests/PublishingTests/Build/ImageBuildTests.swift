import Diagnostics
import Files
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// Pictures in texts: their sizes, and what is said about those that cannot be shown.
@Suite struct ImageBuildTests {
  private static let page = "content/help/denglu.md"

  private func build(_ text: String, to folder: borrowing TemporaryFolder) throws -> BuildResult {
    var portal = try SmallPortal.whole.edited(Self.page, "打开云书院。\n", text + "\n\n[表](files/biao.csv)\n")
    portal["content/help/files/biao.csv"] = "学校,人数\n"
    portal["content/help/files/tu.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"6\"/>"
    portal["content/help/files/图 1.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"6\"/>"
    portal["content/help/files/kong.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    portal.files["content/help/files/tu.gif"] = Array("GIF89a".utf8) + [10, 0, 20, 0, 0, 0, 0]
    portal.files["content/help/files/huai.png"] =
      [0x89] + Array("PNG\r\n\u{1A}\n\0\0\0\0IEND1234".utf8)
    portal.files["content/help/files/huai.jpg"] = [0xFF, 0xD8, 0xFF, 0xD9]
    return portal.build(to: folder)
  }

  /// Messages but for files that the text at hand does not use: code, severity and what is marked.
  private func messages(_ result: BuildResult) -> [String] {
    result.diagnostics.filter { $0.code != "RF03" }.map { diagnostic in
      let bytes = diagnostic.location.flatMap { result.sources[$0.path] } ?? []
      let span = diagnostic.location?.span?.range ?? 0..<0
      return "\(diagnostic.code) \(diagnostic.severity) " + String(decoding: bytes[span], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("![图](files/tu.svg)", "<img src=\"../files/tu.svg\" alt=\"图\" width=\"8\" height=\"6\" loading=\"lazy\" />"),
    (
      "[![图](files/tu.gif \"题\")](course:k1)",
      "<img src=\"../files/tu.gif\" alt=\"图\" title=\"题\" width=\"10\" height=\"20\" loading=\"lazy\" />"
    ),
    (
      "![图](files/%E5%9B%BE%201.svg)",
      "<img src=\"../files/%E5%9B%BE%201.svg\" alt=\"图\" width=\"8\" height=\"6\" loading=\"lazy\" />"
    ),
    ("[图](files/图%201.svg)", "<a href=\"../files/%E5%9B%BE%201.svg\">图</a>"),
    ("[图](files/tu.svg)", "<a href=\"../files/tu.svg\">图</a>"),
  ])
  func `a picture has its size and is loaded when it comes into view`(text: String, html: String) throws {
    let folder = try TemporaryFolder()
    let result = try build(text, to: folder)
    #expect(messages(result) == [])
    let page = String(
      decoding: try publishedFiles(in: folder.path("site"))["help/denglu/index.html"] ?? [], as: UTF8.self)
    #expect(page.contains(html), "\(page)")
  }

  @Test func `a photograph is published without what the camera wrote`() throws {
    let folder = try TemporaryFolder()
    var portal = try SmallPortal.whole.edited(Self.page, "打开云书院。\n", "![图](files/tu.jpg)\n")
    let beginning: [UInt8] = [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 6, 0, 8, 1, 1, 0x11, 0]
    let comment: [UInt8] = [0xFF, 0xFE, 0, 8] + Array("31.2 N".utf8)
    portal.files["content/help/files/tu.jpg"] = beginning + comment + [0xFF, 0xD9]
    #expect(messages(portal.build(to: folder)) == [])
    #expect(try publishedFiles(in: folder.path("site"))["help/files/tu.jpg"] == beginning + [0xFF, 0xD9])
    // What was published is known again.
    #expect(try portal.rebuild(in: folder).rendered.isEmpty)
  }

  @Test(arguments: ["BM", "GIF89a", "\u{0}\u{0}\u{0}\u{18}ftypheic", "于娟，13900001111"])
  func `a file that is no picture of the format in its name stops the build`(text: String) throws {
    let folder = try TemporaryFolder()
    var portal = try SmallPortal.whole.edited(Self.page, "打开云书院。\n", "[图](files/tu.jpg)\n")
    portal.files["content/help/files/tu.jpg"] = Array(text.utf8)
    let result = portal.build(to: folder)
    #expect(result.diagnostics.map { "\($0.code) \($0.location?.path ?? "")" } == ["PV08 content/help/files/tu.jpg"])
    #expect(result.published == nil)
  }

  @Test(arguments: [
    ("![图](files/huai.png)", "MD29 warning files/huai.png"), ("![图](files/huai.jpg)", "MD29 warning files/huai.jpg"),
    ("![图](files/kong.svg)", "MD29 warning files/kong.svg"), ("![图](files/biao.csv)", "MD29 warning files/biao.csv"),
    ("![图](https://a.example/tu.png)", "MD28 warning https://a.example/tu.png"),
    ("![图](files/meiyou.png)", "OU02 error files/meiyou.png"), ("[图](files/meiyou.pdf)", "OU02 error files/meiyou.pdf"),
    ("![图](../org/units.csv)", "OU02 error ../org/units.csv"), ("[表](../org/units.csv)", "OU02 error ../org/units.csv"),
    ("::figure(src=files/tu.svg)", "MD05 error ("),
    ("![图](files/meiyou%201.png)", "OU02 error files/meiyou%201.png"),
    ("![图](course:k1)", "OU01 error course:k1"), ("[文](meiyou.md)", "OU01 error meiyou.md"),
  ])
  func `what cannot be shown is told where it is used`(text: String, message: String) throws {
    let folder = try TemporaryFolder()
    let result = try build(text, to: folder)
    #expect(messages(result) == [message])
    #expect(result.diagnostics.first?.repair != nil)
  }

  @Test(arguments: [
    ("[云书院](www.a.example/b)", "https://www.a.example"), ("[文](http：//a.example)", "://"),
    ("[文](https：//a.example/b.md)", "://"),
    ("[表](files\\biao.csv)", "files/biao.csv"), ("[表](D:\\新\\biao.csv)", ""), ("[表](files/www/biao.csv)", "files/"),
  ])
  func `an address that is not whole is told with what to write`(text: String, repair: String) throws {
    let folder = try TemporaryFolder()
    let found = try build(text, to: folder).diagnostics.filter { $0.code != "RF03" }
    #expect(found.count == 1)
    #expect(repair.isEmpty || found.first?.repair?.zh.contains(repair) == true, "\(found)")
  }
}
