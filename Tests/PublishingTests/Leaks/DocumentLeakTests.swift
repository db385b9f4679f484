import Diagnostics
import Files
import Foundation
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// The scan of documents of office programs. The files were written by python-docx, openpyxl, python-pptx, odfpy, xlwt, Chromium, ReportLab
/// and PyMuPDF; names and numbers are invented.
@Suite struct DocumentLeakTests {
  private func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appending(path: "Documents/" + name)))
  }

  /// What privacy has to say of the small portal with the file as an attachment.
  private func messages(_ bytes: [UInt8], as name: String, _ portal: OneFilePortal = SmallPortal.whole) throws
    -> [String]
  {
    let folder = try TemporaryFolder()
    var portal = portal
    portal.files["content/help/files/" + name] = bytes
    let result = portal.build(to: folder)
    let found = result.diagnostics.filter { $0.code.text.hasPrefix("PV") || $0.code.text == "LS06" }
    #expect((result.published == nil) == found.contains { $0.severity == .error })
    for diagnostic in found { #expect(!"\(diagnostic)".contains("1391234")) }
    return found.map { "\($0.code) \($0.location?.path ?? "") \($0.message.zh)" }
  }

  @Test func `a Word document`() throws {
    #expect(
      try messages(fixture("phones.docx"), as: "a.docx") == [
        "PV01 site/help/files/a.docx 正文第 6 段有身份证号，不能发布", "PV02 site/help/files/a.docx 正文第 2 段有手机号，不能发布",
        "PV04 site/help/files/a.docx 页眉 1 第 1 段有个人邮箱，不能发布",
      ])
  }

  @Test(arguments: ["clean.docx", "clean.xlsx", "clean.xls", "clean.pdf"])
  func `documents without numbers of persons`(name: String) throws {
    let found = try messages(fixture(name), as: name)
    #expect(found == [])
  }

  @Test func `a workbook`() throws {
    #expect(
      try messages(fixture("phones.xlsx"), as: "a.xlsx") == ["PV02 site/help/files/a.xlsx 工作表 2 第 2、3 行有手机号，不能发布"])
  }

  @Test(arguments: ["number.xls", "text.xls"]) func `an old workbook, numbers as numbers and as texts`(name: String)
    throws
  {
    let found = try messages(fixture(name), as: name)
    #expect(found == ["PV02 site/help/files/\(name) 文件里有手机号，不能发布"])
  }

  @Test func `slides and their notes`() throws {
    let found = try messages(fixture("phones.pptx"), as: "a.pptx")
    // The program that wrote the file put its own maker's name into its properties.
    #expect(
      found == [
        "PV08 content/help/files/a.pptx 文件里有读者看不见的个人信息：作者或最后保存的人",
        "PV02 site/help/files/a.pptx 幻灯片 1 第 1 段、备注 1 第 1 段有手机号，不能发布",
      ])
  }

  @Test func `an OpenDocument text`() throws {
    #expect(try messages(fixture("phones.odt"), as: "a.odt") == ["PV02 site/help/files/a.odt 正文第 1 段有手机号，不能发布"])
  }

  @Test func `a PDF as browsers print it`() throws {
    let found = try messages(fixture("phones.pdf"), as: "a.pdf")
    #expect(
      found == [
        "PV01 site/help/files/a.pdf 第 1 页第 2 行有身份证号，不能发布",
        "PV02 site/help/files/a.pdf 第 1 页第 2、3 行、第 2 页第 1 行有手机号，不能发布",
        "PV04 site/help/files/a.pdf 批注、链接和属性第 4 行有个人邮箱，不能发布",
      ])
  }

  @Test func `a PDF whose digits are set one by one, in fonts of the reader`() throws {
    let found = try messages(fixture("cid.pdf"), as: "a.pdf")
    #expect(found == ["PV02 site/help/files/a.pdf 第 1 页第 1、2 行有手机号，不能发布"])
  }

  @Test func `a PDF whose objects are packed`() throws {
    let found = try messages(fixture("objects.pdf"), as: "a.pdf")
    #expect(found.contains("PV02 site/help/files/a.pdf 第 1 页第 1 行有手机号，不能发布"))
    // Its information has an author and a title, and no word of a program.
    #expect(found.map { $0.prefix(4) } == ["PV08", "PV02"])
  }

  @Test func `a PDF that is locked`() throws {
    #expect(try messages(fixture("locked.pdf"), as: "a.pdf").map { $0.prefix(4) } == ["PV11"])
  }

  @Test func `an archive with a table and a workbook`() throws {
    let found = try messages(fixture("archive.zip"), as: "a.zip")
    #expect(
      found == ["PV02 site/help/files/a.zip 名单/a.csv 第 2 行、表/phones.xlsx 工作表 2 第 2、3 行有手机号，不能发布"])
  }

  @Test func `names of the files in an archive are looked at`() throws {
    let archive = MadeFile.zip([("名单/13912345678.txt", Array("无\n".utf8))])
    let found = try messages(archive, as: "a.zip")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("PV02 site/help/files/a.zip") ?? false)
  }

  /// A file in GZIP of one block that is not compressed, called `name`.
  private func gzip(_ text: String, name: String) -> [UInt8] {
    let data = Array(text.utf8)
    let length = UInt16(data.count)
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 3]
    bytes += name.utf8 + [0]
    bytes += [1, UInt8(length & 255), UInt8(length >> 8), UInt8(~length & 255), UInt8(~length >> 8)]
    bytes += data
    return bytes + Array(repeating: 0, count: 8)
  }

  @Test func `a compressed file is opened, and its former name read`() throws {
    let inside = try messages(gzip("姓名,手机\n某,13912345678\n", name: "a.csv"), as: "a.csv.gz")
    #expect(inside == ["PV02 site/help/files/a.csv.gz 压缩的内容第 2 行有手机号，不能发布"])
    #expect(try messages(gzip("无\n", name: "13912345678.csv"), as: "a.csv.gz").count == 1)
    #expect(try messages(gzip("无\n", name: "a.csv"), as: "a.csv.gz") == [])
  }

  @Test(arguments: ["a.rar", "a.7z", "a.tar.xz", "a.gz"])
  func `archives that are not opened are told`(name: String) throws {
    #expect(try messages(Array("Rar!\u{1A}\u{7}".utf8), as: name).map { $0.prefix(4) } == ["PV11"])
  }

  @Test func `a document under the ending of another kind is read as what it is`() throws {
    #expect(try messages(fixture("phones.xlsx"), as: "a.xls").count == 1)
    #expect(try messages(fixture("number.xls"), as: "a.xlsx").count == 1)
  }

  @Test func `what cannot be opened is a warning`() throws {
    let said = "PV11 site/help/files/a.docx 这个文件没能打开，或只看到一部分，没有查完里面有没有个人信息"
    #expect(try messages(fixture("damaged.docx"), as: "a.docx") == [said])
    #expect(try messages(Array("PK".utf8), as: "a.docx") == [said])
    #expect(try messages([], as: "a.docx") == [said])
    let locked = try fixture("text.xls") + "EncryptedPackage".utf8.flatMap { [$0, 0] }
    #expect(try messages(locked, as: "a.docx").contains(said))
  }

  @Test func `damaged documents end with messages and nothing else`() throws {
    var generator = SeededGenerator(seed: 7)
    for name in ["phones.xlsx", "phones.odt", "archive.zip", "phones.pdf", "objects.pdf"] {
      let bytes = try fixture(name)
      for _ in 0..<20 {
        var copy = bytes
        for _ in 0..<8 {
          copy[Int.random(in: 0..<copy.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        _ = try messages(copy, as: name)
      }
    }
  }
}
