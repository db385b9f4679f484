import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

@Suite struct RefusalTests {
  private func refusal(_ settings: OutputSettings, _ files: [OutputFile] = portal("new")) -> String? {
    do {
      _ = try SitePublisher(settings).publish(files)
      return nil
    } catch { return error.diagnostic.code.text }
  }

  @Test func `the portal's folder, its inputs and what holds them are no outputs`() throws {
    let folder = try TemporaryFolder()
    let root = folder.path("portal")
    try folder.write("portal/content/site.yml", "x")
    try folder.write("portal/layouts/page.html", "x")
    try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: root)
    let before = try folder.tree()
    for output in [
      root, folder.path, "/", root + "/content", root + "/content/site", root + "/layouts", root + "/../portal",
      folder.path("link"), folder.path("link/content/new/site"),
    ] {
      let settings = OutputSettings(output: output, root: root, inputs: [root + "/content", root + "/layouts"])
      #expect(refusal(settings) == "FL13", "\(output)")
    }
    #expect(try folder.tree() == before)
  }

  @Test func `a folder with files that no build made is refused and untouched`() throws {
    let folder = try TemporaryFolder()
    try folder.write("site/homework.docx", "precious")
    #expect(refusal(OutputSettings(folder)) == "FL14")
    #expect(refusal(OutputSettings(folder, inPlace: true)) == "FL14")
    #expect(try folder.tree("site") == ["homework.docx": "precious"])
  }

  @Test func `a copy of our portal is ours, another portal in its place is not`() throws {
    let folder = try TemporaryFolder()
    let settings = OutputSettings(folder)
    _ = try SitePublisher(settings).publish(portal("old"))
    let manager = FileManager.default
    try manager.copyItem(atPath: folder.path("site"), toPath: folder.path("copy"))
    try manager.removeItem(atPath: folder.path("site"))
    try manager.moveItem(atPath: folder.path("copy"), toPath: folder.path("site"))
    #expect(refusal(settings) == nil)
    // Often with the inode of the folder that was removed.
    for _ in 0..<5 {
      try manager.removeItem(atPath: folder.path("site"))
      try folder.write("site/index.html", "another portal")
      #expect(refusal(settings) == "FL14")
    }
  }

  @Test func `a folder is known as ours though first the one and later the other file that says so is damaged`() throws
  {
    let folder = try TemporaryFolder()
    let settings = OutputSettings(folder)
    _ = try SitePublisher(settings).publish(portal("old"))
    for name in ["trees", "record", "trees", "record"] {
      try folder.write(".prospectus/outputs/site/" + name, "damaged")
      #expect(refusal(settings, portal("old")) == nil, "\(name)")
    }
    _ = try SitePublisher(settings).publish(portal("older"))
    try folder.write(".prospectus/outputs/site/trees", "damaged")
    #expect(refusal(settings, portal("older")) == nil)
    // Now the spare becomes the output.
    _ = try SitePublisher(settings).publish(portal("old"))
    try folder.write(".prospectus/outputs/site/record", "damaged")
    #expect(refusal(settings) == nil)
    #expect(try folder.tree("site") == tree(portal("new")))
  }

  @Test func `an output that is a file or a link to nothing is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.write("site", "a file")
    #expect(refusal(OutputSettings(folder)) == "FL12")
    #expect(try folder.read("site") == "a file")
    var settings = OutputSettings(folder)
    settings.output = folder.path("site/below")
    #expect(refusal(settings) == "FL12")
    try FileManager.default.createSymbolicLink(atPath: folder.path("dangling"), withDestinationPath: "nowhere")
    settings.output = folder.path("dangling")
    #expect(refusal(settings) == "FL12")
  }

  @Test(arguments: [
    "", "/etc/passwd", "../up.html", "a/../../up.html", "a//b", "a/", "a/./b", "a\nb", "a\0b", ".", "..",
    ".htaccess", ".git/config", String(repeating: "长", count: 86),
  ])
  func `paths that leave the output, or belong to the host, are refused`(path: String) throws {
    let folder = try TemporaryFolder()
    _ = try SitePublisher(OutputSettings(folder)).publish(portal("old"))
    #expect(refusal(OutputSettings(folder), portal("new") + [OutputFile(path, [])]) == "FL16")
    #expect(try folder.tree("site") == tree(portal("old")))
    #expect(try leftovers(in: folder) == [])
  }

  @Test(arguments: ["index.html", "courses", "index.html/x", "courses/a"])
  func `two files cannot have one path`(path: String) throws {
    let folder = try TemporaryFolder()
    #expect(refusal(OutputSettings(folder), portal("new") + [OutputFile(path, [])]) == "FL16")
    let exists = folder.exists("site")
    #expect(!exists)
  }

  @Test func `the messages say what to do`() throws {
    let error = OutputError.foreign(output: "site", example: "a.docx")
    #expect(error.diagnostic.message.zh == "输出文件夹会被整个替换，“site”里却有并非由构建产生的文件（例如“a.docx”）")
    #expect(error.diagnostic.repair != nil)
  }
}
