import Files
import Foundation
import PortalTestSupport
import TestSupport
import Testing

/// `--lists`: rows of public lists that lie outside the repository. The names are invented.
@Suite struct ListsFolderTests {
  private static let rows = "content/notices/2026-09-16-gongshi.csv"
  private static let page = "notices/2026-09-16-gongshi/index.html"
  private static let list = "序号,姓名,单位\n1,丁亦然,临江县第一中学\n2,于娟,临江县第二中学\n"

  /// The portal at `/office/portal`, of which `/office` is the repository, without rows, and the rows in `folder`.
  private static func files(
    _ list: String? = Self.list, in folder: String = "/lists", inContent: Bool = false
  ) throws -> MemoryFiles {
    let files = MemoryFiles()
    var portal = try SmallPortal.content.edited("content/site.yml", "notice: {tracks_lists: true}\n", "")
    if !inContent { portal.files[Self.rows] = nil }
    for file in try Demonstration.files(["layouts"]) { portal.files[file.path] = file.bytes }
    for (path, bytes) in portal.files { files.put("/office/portal/" + path, bytes) }
    files.put("/office/.git/HEAD", [])
    files.put(folder + "/README.txt", Array("说明\n".utf8))
    if let list { files.put(folder + "/2026-09-16-gongshi.csv", Array(list.utf8)) }
    return files
  }

  private static func check(_ files: MemoryFiles, lists folder: String? = "/lists") throws -> [String] {
    let words = ["check", "--root", "/office/portal", "--format", "json"] + (folder.map { ["--lists", $0] } ?? [])
    return try ToolRun(words, files: files).messages().map(\.place)
  }

  private static func build(_ files: MemoryFiles, lists: Bool, to folder: borrowing TemporaryFolder) throws -> [String:
    [UInt8]]
  {
    let words = ["build", "--root", "/office/portal", "--output", folder.path("site"), "--quiet"]
    let run = ToolRun(words + (lists ? ["--lists", "/lists"] : []), files: files)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    return try publishedFiles(in: folder.path("site"))
  }

  @Test func `rows outside are shown when the folder is named, else the page says how many there are`() throws {
    let folder = try TemporaryFolder()
    let files = try Self.files()
    for lists in [true, false, true] {
      let site = try Self.build(files, lists: lists, to: folder)
      let page = String(decoding: try #require(site[Self.page]), as: UTF8.self)
      #expect(page.contains("丁亦然") == lists && page.contains("名单共2人，这里没有列出。") == !lists)
      #expect(page.contains("公示中"))
      guard !lists else { continue }
      for (path, bytes) in site { #expect(bytes.ranges(of: Array("丁亦然".utf8)).isEmpty, "\(path)") }
    }
    #expect(try Self.check(files) == [] && Self.check(files, lists: nil) == [])
  }

  @Test func `what changes outside is told, and reaches the page`() throws {
    let folder = try TemporaryFolder()
    let files = try Self.files()
    _ = try Self.build(files, lists: true, to: folder)
    files.put("/lists/2026-09-16-gongshi.csv", Array(Self.list.replacing("于娟", with: "于涓").utf8))
    #expect(try Self.check(files).map { $0.prefix(4) } == ["LS09"])
    let notice = "/office/portal/content/notices/2026-09-16-gongshi.md"
    let text = String(decoding: try files.read(notice), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { !$0.contains("digest:") }.joined(separator: "\n") + "\n"
    files.put(notice, Array(lines.utf8))
    let site = try Self.build(files, lists: true, to: folder)
    #expect(String(decoding: site[Self.page] ?? [], as: UTF8.self).contains("于涓"))
  }

  @Test func `rows in the repository are told, and rows in both places are an error`() throws {
    #expect(try Self.check(Self.files(nil, inContent: true), lists: nil) == ["LS12 \(Self.rows):2:3"])
    #expect(try Self.check(Self.files(inContent: true)).contains("LS12 \(Self.rows)"))
  }

  @Test func `a table that is missing there is told`() throws {
    #expect(try Self.check(Self.files(nil)).map { $0.prefix(4) } == ["LS11"])
  }

  @Test(arguments: [
    ("/office/lists", "PV05 -"), ("/office/portal/content/lists", "PV05 -"), ("/nowhere", "FL01 -"),
  ])
  func `a folder in the repository is refused, and one that is not there`(folder: String, message: String) throws {
    let files = try Self.files(in: folder == "/nowhere" ? "/lists" : folder)
    #expect(try Self.check(files, lists: folder).contains(message))
  }

  /// Rows that are out of order, repeated, too long and unreadable.
  @Test(arguments: [
    "序号,姓名,单位\n1,于娟,临江县第二中学\n2,丁亦然,临江县第一中学\n", "序号,姓名,单位\n1,丁亦然,临江县第一中学\n2,丁亦然,临江县第一中学\n",
    "序号,姓名,单位\n1,丁亦然,临江县第一中学\n3,于娟,临江县第二中学\n", "序号,姓名,单位\n一,丁亦然,临江县第一中学\n2,于娟,临江县第二中学,女\n",
    "序号,姓名,单位\n1,丁亦然,\n2,,临江县第二中学\n",
  ])
  func `no message quotes a row`(list: String) throws {
    let files = try Self.files(list)
    for format in ["human", "json", "github"] {
      for language in ["zh", "en"] {
        let words = ["check", "--root", "/office/portal", "--lists", "/lists", "--format", format, "--lang", language]
        let run = ToolRun(words, files: files)
        #expect(run.status == 1)
        #expect(run.output.contains("lists/2026-09-16-gongshi.csv"), "\(run.output)")
        for value in ["丁亦然", "于娟", "临江县第一中学", "临江县第二中学"] {
          #expect(!run.output.contains(value) && !run.errors.contains(value), "\(run.output)")
        }
      }
    }
  }
}
