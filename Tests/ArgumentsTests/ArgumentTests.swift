import Arguments
import Diagnostics
import TestSupport
import Testing

extension Flag {
  fileprivate static let root = Flag(
    "root", takes: .path(Message(zh: "文件夹", en: "DIR")), standard: ".",
    Message(zh: "门户所在的文件夹，其中有 content 和 layouts", en: "folder of the portal, holding content and layouts"))
  fileprivate static let strict = Flag("strict", Message(zh: "警告也算失败", en: "warnings fail too"))
  fileprivate static let jobs = Flag(
    "jobs", short: "j", takes: .count(1...64), Message(zh: "线程数", en: "number of threads"))
  fileprivate static let asOf = Flag("as-of", takes: .date, Message(zh: "基准日", en: "as-of date"))
  fileprivate static let format = Flag(
    "format", takes: .choice(["human", "json", "github"]), standard: "human",
    Message(zh: "消息格式", en: "format of messages"))
  fileprivate static let with = Flag(
    "with", takes: .list(["tables", "strikethrough"]), isRepeated: true, Message(zh: "打开的扩展", en: "extensions to use"))
  fileprivate static let language = Flag("lang", takes: .choice(["zh", "en"]), Message(zh: "消息语言", en: "language"))
}

private let parser = ArgumentParser(
  Command(
    "prospectus", Message(zh: "把课程资料编译成培训门户", en: "compiles course material into a training portal"),
    flags: [.language],
    commands: [
      Command(
        "build", Message(zh: "生成门户", en: "build the portal"),
        discussion: Message(
          zh: "出现任何错误时，site/ 保持原样。", en: "When there is any error, site/ stays as it was."),
        flags: [.root, .strict, .jobs, .asOf, .format]),
      Command(
        "inspect", Message(zh: "查看解析结果", en: "show what the parsers see"),
        commands: [
          Command(
            "markdown", Message(zh: "Markdown 转 HTML", en: "Markdown to HTML"),
            operands: [
              Command.Operand("FILE", count: .optional, Message(zh: "文件；- 为标准输入", en: "a file; - is standard input"))
            ], flags: [.with]),
          Command(
            "layout", Message(zh: "渲染布局", en: "render a layout"),
            operands: ["DIR", "MAIN", "CONTEXT"].map { Command.Operand($0, Message(zh: $0, en: $0)) }),
        ]),
    ]))

@Suite struct ArgumentTests {
  private func parsed(_ line: String) throws -> ParsedArguments {
    guard case .run(let arguments) = try parser.parse(line.split(separator: " ").map(String.init)) else {
      throw ArgumentError.missingCommand(line, choices: [])
    }
    return arguments
  }

  private func error(_ line: String) -> Diagnostic? {
    do {
      _ = try parser.parse(line.split(separator: " ").map(String.init))
      return nil
    } catch { return error.diagnostic }
  }

  @Test func `flags take values behind a blank or an equals sign, anywhere behind the command`() throws {
    let line = try parsed("--lang en build --root demo --strict --jobs=4 --as-of 2026-09-18")
    #expect(line.command == ["build"])
    #expect(line.text(.root) == "demo")
    #expect(line.has(.strict))
    #expect(line.count(.jobs) == 4)
    #expect(line.text(.asOf) == "2026-09-18")
    #expect(line.text(.language) == "en")
    #expect(line.text(.format) == "human")
    #expect(try parsed("build -j 2 --lang zh").count(.jobs) == 2)
    #expect(try parsed("build").text(.root) == ".")
    #expect(try !parsed("build").has(.root))
    #expect(try parsed("build --root=--odd").text(.root) == "--odd")
    #expect(try parsed("build --root -").text(.root) == "-")
  }

  @Test func `commands have commands, operands and lists`() throws {
    let line = try parsed("inspect markdown --with tables,strikethrough --with tables a.md")
    #expect(line.command == ["inspect", "markdown"])
    #expect(line.operands == ["a.md"])
    #expect(line.texts(.with) == ["tables", "strikethrough", "tables"])
    #expect(try parsed("inspect markdown -").operands == ["-"])
    #expect(try parsed("inspect markdown -- --with").operands == ["--with"])
    #expect(try parsed("inspect layout a b c").operands == ["a", "b", "c"])
  }

  @Test(arguments: [
    ("biuld", "AR01", "build"), ("nonsense", "AR01", nil), ("", "AR02", nil), ("inspect", "AR02", nil),
    ("build --rot x", "AR03", "--root"), ("build --nonsense", "AR03", nil), ("--root x build", "AR03", nil),
    ("build -x", "AR03", nil), ("build --root", "AR04", nil), ("build --root --strict", "AR04", nil),
    ("build --strict=yes", "AR04", nil), ("build --jobs 0", "AR05", nil), ("build --jobs many", "AR05", nil),
    ("build --jobs +4", "AR05", nil), ("build --jobs 99999999999999999999", "AR05", nil),
    ("build --as-of 2026-02-29", "AR05", nil), ("build --as-of 26-1-1", "AR05", nil),
    ("build --format jsno", "AR05", "json"), ("inspect markdown --with tables,tabels", "AR05", "tables"),
    ("inspect markdown --with tables,", "AR05", nil), ("build --root=", "AR05", nil),
    ("build --jobs 1 --jobs 2", "AR06", nil), ("inspect layout a b", "AR07", nil), ("build x", "AR08", nil),
    ("inspect markdown a b", "AR08", nil), ("build --version", "AR03", nil),
  ])
  func `a wrong line has one error, with the nearest name`(line: String, code: String, suggestion: String?) throws {
    let diagnostic = try #require(error(line))
    #expect(diagnostic.code.text == code)
    #expect(diagnostic.location == nil)
    if let suggestion {
      #expect(diagnostic.repair?.en == "did you mean '\(suggestion)'?")
    } else {
      #expect(diagnostic.repair?.en.hasPrefix("did you") != true)
    }
  }

  @Test func `help and version count wherever they stand`() throws {
    for line in [["-h"], ["--help"], ["help"]] { #expect(try parser.parse(line) == .help(["prospectus"])) }
    for line in [["build", "--root", "x", "-h"], ["help", "build"], ["--help", "build"]] {
      let expected: [String] = line[0] == "--help" ? ["prospectus"] : ["prospectus", "build"]
      #expect(try parser.parse(line) == .help(expected))
    }
    #expect(try parser.parse(["inspect", "markdown", "--help"]) == .help(["prospectus", "inspect", "markdown"]))
    #expect(try parser.parse(["--version"]) == .version)
    #expect(error("help biuld")?.code == "AR01")
  }

  @Test func `help comes from the tables`() throws {
    let snapshots = SnapshotFolder()
    var used: [String] = []
    for (path, _) in parser.program.all {
      for language in Language.allCases {
        let name = "help-\(path.dropFirst().joined(separator: "-"))-\(language.rawValue).txt"
        try snapshots.check(parser.help(for: path, in: language, width: 72), name)
        used.append(name)
      }
    }
    try snapshots.checkNoneUnused(used)
  }

  @Test(arguments: [40, 72, 100]) func `no line of help is wider than asked`(width: Int) {
    for (path, _) in parser.program.all {
      for language in Language.allCases {
        for line in parser.help(for: path, in: language, width: width).split(separator: "\n") {
          #expect(DisplayWidth.columns(of: String(line)) <= width, "\(line)")
        }
      }
    }
  }
}
