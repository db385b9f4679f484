import Diagnostics
import Files
import Foundation
import PortalTestSupport
import Publishing
import TestSupport
import Testing

/// What files tell beside what their readers see (PV08). Names are invented.
@Suite struct HiddenDataTests {
  private static let somebody = "戚未央"

  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    /// Words of the message; empty when nothing is said.
    let told: [String]
    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8], _ told: String...) {
      (self.name, self.bytes, self.told) = (name, bytes, told)
    }
  }

  /// PV08 of the small portal with the file as an attachment.
  private func found(_ sample: Sample) throws -> [Diagnostic] {
    let folder = try TemporaryFolder()
    var portal = SmallPortal.whole
    portal.files["content/help/files/" + sample.name] = sample.bytes
    let result = portal.build(to: folder)
    let found = result.diagnostics.filter { $0.code == "PV08" }
    #expect((result.published == nil) == !found.isEmpty)
    return found
  }

  private static let place = "拍摄地点"
  private static let camera = "拍摄时间和设备"
  private static let author = "作者或最后保存的人"
  private static let reviewer = "写批注、改文字的人"

  static let speaking: [Sample] = [
    Sample("a.docx", MadeFile.docx("方案", creator: somebody), author),
    Sample("b.docx", MadeFile.office([MadeFile.core(creator: "教务处", editor: somebody)]), author),
    Sample(
      "c.docx",
      MadeFile.office([("word/comments.xml", "<w:comments><w:comment w:author=\"\(somebody)\"/></w:comments>")]),
      reviewer),
    Sample(
      "d.docx",
      MadeFile.office([
        MadeFile.core(creator: somebody),
        ("word/document.xml", "<w:p><w:ins w:id=\"1\" w:author=\"\(somebody)\"><w:r><w:t>补充</w:t></w:r></w:ins></w:p>"),
      ]), author, reviewer),
    Sample(
      "e.docx",
      MadeFile.office([
        ("docProps/app.xml", "<Properties><Manager>\(somebody)</Manager><Company>一家公司</Company></Properties>")
      ]),
      author),
    Sample("a.xlsx", MadeFile.xlsx([["学校"], ["一中"]], creator: "qi weiyang"), author),
    Sample(
      "b.xlsx",
      MadeFile.office([("xl/comments1.xml", "<comments><authors><author>\(somebody)</author></authors></comments>")]),
      reviewer),
    Sample(
      "c.xlsx",
      MadeFile.office([("xl/persons/person.xml", "<personList><person displayName=\"\(somebody)\"/></personList>")]),
      reviewer),
    Sample(
      "a.pptx",
      MadeFile.office([
        ("ppt/commentAuthors.xml", "<p:cmAuthorLst><p:cmAuthor id=\"0\" name=\"\(somebody)\"/></p:cmAuthorLst>")
      ]),
      reviewer),
    Sample(
      "a.odt",
      MadeFile.zip([
        ("content.xml", Array("<office:text/>".utf8)),
        ("meta.xml", Array("<office:meta><meta:initial-creator>\(somebody)</meta:initial-creator></office:meta>".utf8)),
      ]), author),
    Sample(
      "f.docx",
      MadeFile.zip([
        ("[Content_Types].xml", Array("<Types/>".utf8)),
        ("word/media/a.jpg", MadeFile.jpeg(MadeFile.tiff(hasPlace: true))),
      ]), place),
    Sample("a.doc", MadeFile.doc(author: Array(somebody.utf8)), author),
    // The same in GBK.
    Sample("b.doc", MadeFile.doc(author: [0xC6, 0xDD, 0xCE, 0xB4, 0xD1, 0xEB]), author),
    Sample("a.pdf", MadeFile.pdf(author: somebody), author),
    Sample("b.pdf", MadeFile.pdf(author: "", reviewer: somebody), reviewer),
    Sample("c.pdf", MadeFile.pdf(author: "小城教师发展中心", xmp: MadeFile.xmp(creator: somebody)), author),
    Sample("a.gif", MadeFile.gif(comment: "shot by weiyang"), "看不见的备注"),
    Sample("b.gif", MadeFile.gif(xmp: MadeFile.xmp(creator: somebody)), author),
    Sample(
      "a.svg",
      MadeFile.svg(
        "<metadata><rdf:RDF><cc:Work><dc:creator><cc:Agent><dc:title>\(somebody)</dc:title></cc:Agent></dc:creator></cc:Work></rdf:RDF></metadata>"
      ), author),
    Sample(
      "b.svg", MadeFile.svg("<g/>", attributes: "inkscape:export-filename=\"C:\\Users\\weiyang\\a.png\""), "制作者电脑里的文件夹"),
    Sample("a.tif", MadeFile.tiff(artist: somebody, isTaken: true, hasPlace: true), place, camera, author),
    Sample("a.heic", MadeFile.heic(MadeFile.tiff(isTaken: true, hasPlace: true)), place, camera),
    Sample("a.mov", MadeFile.movie(hasPlace: true), place),
    Sample("b.mov", MadeFile.movie(hasPlace: true, author: somebody, asKeys: true), place, author),
    Sample("a.mp4", MadeFile.movie(author: somebody), author),
    Sample("a.zip", MadeFile.zip([("照片/1.jpg", MadeFile.jpeg(MadeFile.tiff(hasPlace: true)))]), place),
    Sample("b.zip", MadeFile.zip([("方案.docx", MadeFile.docx("方案", creator: somebody))]), author),
  ]

  static let silent: [Sample] = [
    Sample("a.docx", MadeFile.docx("方案")), Sample("b.docx", MadeFile.docx("方案", creator: "小城教师 发展中心")),
    Sample("c.docx", MadeFile.docx("方案", creator: "Microsoft Office User")),
    Sample("d.docx", MadeFile.docx("方案", creator: "教务处")),
    Sample("e.docx", MadeFile.docx("方案", creator: "WPS_1512345678")),
    // An expert and a tutor of the portal, who are named everywhere.
    Sample("f.docx", MadeFile.docx("方案", creator: "沈知远")), Sample("g.docx", MadeFile.docx("方案", creator: "贺明岚")),
    Sample(
      "h.docx", MadeFile.office([("docProps/app.xml", "<Properties><Manager/><Company>Lenovo</Company></Properties>")])),
    Sample("a.pdf", MadeFile.pdf(author: "")), Sample("b.pdf", MadeFile.pdf(author: "培训办公室", xmp: MadeFile.xmp())),
    Sample("a.doc", MadeFile.doc(author: Array("Administrator".utf8))),
    Sample("a.gif", MadeFile.gif()), Sample("b.gif", MadeFile.gif(comment: "Created with GIMP")),
    Sample(
      "a.svg",
      MadeFile.svg(
        "<title>流程</title><desc>三步</desc><metadata><rdf:RDF><cc:Work><dc:format>image/svg+xml</dc:format><dc:title>流程图</dc:title></cc:Work></rdf:RDF></metadata>"
      )),
    Sample("b.svg", MadeFile.svg("<g/>", attributes: "sodipodi:docname=\"liucheng.svg\"")),
    Sample("a.tif", MadeFile.tiff()), Sample("a.heic", MadeFile.heic([])), Sample("a.mp4", MadeFile.movie()),
    Sample("b.mp4", MadeFile.movie(author: "小城教科院")),
    Sample("a.zip", MadeFile.zip([("说明.txt", Array("说明".utf8)), ("1.jpg", MadeFile.jpeg(MadeFile.tiff()))])),
    // Cameras' data go when the picture is published.
    Sample("a.jpg", MadeFile.jpeg(MadeFile.tiff(artist: somebody, isTaken: true, hasPlace: true))),
  ]

  @Test(arguments: speaking)
  func `what a file tells is said by its kind, with the way to mend it`(sample: Sample) throws {
    let found = try found(sample)
    #expect(found.count == 1, "\(found)")
    let first = try #require(found.first)
    #expect(first.severity == .error && first.location?.path == "content/help/files/" + sample.name)
    #expect(first.message.zh == "文件里有读者看不见的个人信息：" + sample.told.joined(separator: "、"))
    #expect(first.repair != nil)
    #expect(!"\(first)".contains(Self.somebody) && !"\(first)".lowercased().contains("weiyang"), "\(first)")
  }

  @Test(arguments: silent)
  func `offices, programs, empty fields and those whom the portal names are no alarm`(sample: Sample) throws {
    let found = try found(sample)
    // The picture of the test has no picture in it, which its own message says.
    #expect(found.filter { $0.message.zh.contains("看不见的个人信息：") } == [], "\(found)")
  }

  @Test func `a name that privacy.yml releases may be an author`() throws {
    let folder = try TemporaryFolder()
    var portal = SmallPortal.whole
    portal.files["content/help/files/a.docx"] = MadeFile.docx("方案", creator: Self.somebody)
    portal["content/privacy.yml"] = "releases:\n  - {value: \(Self.somebody), reason: 作者本人同意署名}\n"
    #expect(portal.build(to: folder).diagnostics.filter { $0.code == "PV08" } == [])
  }

  @Test func `damaged files end with messages and nothing else`() throws {
    var generator = SeededGenerator(seed: 11)
    for sample in Self.speaking {
      for _ in 0..<2 {
        var bytes = sample.bytes
        for _ in 0..<6 {
          bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        bytes.removeLast(Int.random(in: 0..<bytes.count / 2, using: &generator))
        _ = try found(Sample(sample.name, bytes))
      }
    }
  }
}
