import Files
import Foundation
import PortalTestSupport
import TestSupport
import Testing

/// `withdraw` and `correct`, from the list to the files that readers are served. The names are invented.
@Suite struct ListChangeTests {
  private static let id = "2026-09-16-gongshi"

  /// The small portal with layouts in `folder`, and a help page that names somebody of its list.
  private static func portal(in folder: borrowing TemporaryFolder) throws {
    var portal = SmallPortal.content
    try portal.edit("content/help/denglu.md", "打开云书院。", "打开云书院，于娟老师写过步骤。")
    for file in try Demonstration.files(["layouts"]) { portal.files[file.path] = file.bytes }
    for (path, bytes) in portal.files { try folder.write(path, bytes) }
  }

  private static func run(_ words: [String], in folder: borrowing TemporaryFolder) -> ToolRun {
    ToolRun(words + ["--root", folder.path])
  }

  /// How the name may be written in a file: UTF-8, UTF-16 of both orders, GB18030, references and escapes of HTML, JSON and addresses.
  private static func forms(of name: String) -> [[UInt8]] {
    let scalars = name.unicodeScalars.map { String($0.value, radix: 16) }
    let numbers = name.unicodeScalars.map { String($0.value) }
    let bytes = name.utf8.map { String($0, radix: 16) }
    let texts: [String] = [
      name, scalars.map { "&#x" + $0 + ";" }.joined(), numbers.map { "&#" + $0 + ";" }.joined(),
      scalars.map { "\\u" + $0 }.joined(), bytes.map { "%" + $0 }.joined(),
      bytes.map { "%" + $0.uppercased() }.joined(),
      String(Data(name.utf8).base64EncodedString().prefix(6)),
    ]
    let encodings: [String.Encoding] = [.utf16LittleEndian, .utf16BigEndian, String.Encoding(rawValue: 0x8000_0632)]
    return texts.map { Array($0.utf8) } + encodings.map { Array(name.data(using: $0) ?? Data()) }
  }

  private static func holds(_ file: [UInt8], _ name: String) -> Bool {
    forms(of: name).contains { file.firstRange(of: $0) != nil }
  }

  @Test func `somebody who is withdrawn stands in no file of the portal that is built then`() throws {
    let folder = try TemporaryFolder()
    try Self.portal(in: folder)
    #expect(Self.run(["build", "--quiet"], in: folder).status == 0)
    let before = try publishedFiles(in: folder.path("site"))
    #expect(before.values.count { Self.holds($0, "丁亦然") } == 2, "the page and its table")
    let run = Self.run(["withdraw", Self.id, "1"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors == "")
    #expect(
      run.output == """
        已改 content/notices/2026-09-16-gongshi.md
        已改 content/notices/2026-09-16-gongshi.csv
        内容里没有别处写这个姓名
        已发布的文件夹里有 2 个文件写着，重新构建、发布以后不再有：
          site/notices/2026-09-16-gongshi/index.html 第 \(try Self.line(of: "丁亦然", before)) 行
          site/notices/2026-09-16-gongshi/mingdan.csv 第 2 行

        """)
    #expect(Self.run(["build", "--quiet"], in: folder).status == 0)
    let after = try publishedFiles(in: folder.path("site"))
    for (path, bytes) in after { #expect(!Self.holds(bytes, "丁亦然"), "\(path)") }
    let page = String(decoding: try #require(after["notices/2026-09-16-gongshi/index.html"]), as: UTF8.self)
    #expect(page.contains("撤下1人"))
    #expect(page.contains("于娟"))
  }

  private static func line(of name: String, _ files: [String: [UInt8]]) throws -> Int {
    let page = String(decoding: try #require(files["notices/2026-09-16-gongshi/index.html"]), as: UTF8.self)
    let before = try #require(page.range(of: name))
    return page[..<before.lowerBound].count { $0 == "\n" } + 1
  }

  @Test func `where else the name stands is told without the name, and a dry run writes nothing`() throws {
    let folder = try TemporaryFolder()
    try Self.portal(in: folder)
    let before = try folder.read("content/notices/2026-09-16-gongshi.csv")
    for words in [["withdraw", Self.id, "2"], ["correct", Self.id, "2", "姓名", "于涓", "第2行错一字。"]] {
      let run = Self.run(words + ["--dry-run"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("会改 content/notices/2026-09-16-gongshi.csv"))
      #expect(run.output.contains("  content/help/denglu.md 第 6 行\n"))
      #expect(!run.output.contains("于娟") && !run.errors.contains("于娟"))
      #expect(try folder.read("content/notices/2026-09-16-gongshi.csv") == before)
    }
    let run = Self.run(["correct", Self.id, "2", "姓名", "于涓", "第2行错一字。", "--quiet"], in: folder)
    #expect(run.status == 0 && run.output == "" && run.errors == "")
    #expect(try folder.read("content/notices/2026-09-16-gongshi.csv").contains("2,于涓,"))
    #expect(Self.run(["check", "--quiet"], in: folder).status == 0)
  }

  @Test func `past commits that hold the row are counted`() throws {
    let folder = try TemporaryFolder()
    try Self.portal(in: folder)
    for words in [["init", "-q"], ["add", "."], ["commit", "-q", "-m", "a"]] {
      let git = Process()
      git.executableURL = URL(filePath: "/usr/bin/env")
      git.arguments = ["git", "-C", folder.path, "-c", "user.name=o", "-c", "user.email=o@example.org"] + words
      try git.run()
      git.waitUntilExit()
      #expect(git.terminationStatus == 0)
    }
    let run = Self.run(["withdraw", Self.id, "1"], in: folder)
    #expect(run.output.contains("以前的 1 个提交里，名单还有这一行："))
  }

  @Test(arguments: [["withdraw", "x", "1"], ["withdraw", id, "7"], ["withdraw", id, "丁亦然"]])
  func `what cannot be done is told by one message`(words: [String]) throws {
    let folder = try TemporaryFolder()
    try Self.portal(in: folder)
    let run = Self.run(words, in: folder)
    #expect(run.status == (words[2] == "丁亦然" ? 2 : 1))
    #expect(run.errors.components(separatedBy: "错误[").count == 2)
    #expect(run.output == "" && !run.errors.contains("丁亦然"))
  }
}
