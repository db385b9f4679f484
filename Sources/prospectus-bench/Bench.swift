import Arguments
import Diagnostics
import Files
import Publishing
import Training

/// Makes portals to measure and measures builds.
enum Bench {
  private static let layouts = Flag(
    "layouts", takes: .path(Message(zh: "文件夹", en: "folder")), standard: "layouts",
    Message(zh: "生成的门户所用的布局", en: "layouts of the generated portal"))
  private static let newsletters = Flag(
    "newsletters", takes: .path(Message(zh: "文件夹", en: "folder")),
    Message(zh: "包进这些 Markdown 简报", en: "wrap these Markdown newsletters"))
  private static let city = Flag(
    "city", takes: .path(Message(zh: "CSV文件", en: "CSV file")),
    Message(zh: "按学段、学科、区县、人数的表生成一个城市", en: "make a city from stage, subject, area, heads"))
  private static let privateFolder = Flag(
    "private", takes: .path(Message(zh: "文件夹", en: "folder")),
    Message(zh: "花名册和成绩：生成时写到这里，计时时从这里读", en: "rosters and scores: written here, or read for the times"))
  private static let issues = Flag(
    "issues", takes: .count(0...9), standard: "5", Message(zh: "每班几期简报", en: "newsletters per class"))
  private static let root = Flag(
    "root", takes: .path(Message(zh: "文件夹", en: "folder")), standard: ".",
    Message(zh: "要构建的门户", en: "the portal to build"))
  private static let jobs = Flag(
    "jobs", short: "j", takes: .count(1...256), Message(zh: "线程数", en: "number of threads"))
  private static let rounds = Flag(
    "rounds", takes: .count(1...100), standard: "5", Message(zh: "构建几次", en: "number of builds"))

  private static let rows = Flag(
    "rows", takes: .count(1...10_000_000), standard: "100000", Message(zh: "表格几行", en: "rows of the table"))

  private static let files = Flag(
    "files", takes: .count(1...100_000), standard: "300", Message(zh: "几篇正文", en: "texts of each kind"))

  private static let page = Flag(
    "page", takes: .text(Message(zh: "名称", en: "name")), standard: "page",
    Message(zh: "哪一份版式", en: "which layout: NAME.html with NAME.json"))
  private static let prints = Flag("print", Message(zh: "最后输出各页", en: "print the pages afterwards"))

  private static let program = Command(
    "prospectus-bench", Message(zh: "生成测速用的门户，给构建计时", en: "makes portals to measure and times their builds"),
    commands: [
      Command(
        "generate", Message(zh: "生成一个门户", en: "write a portal"),
        operands: [.init("DIR", Message(zh: "写到哪里", en: "where to"))],
        flags: [newsletters, city, privateFolder, issues, layouts]),
      Command(
        "time", Message(zh: "构建并列出每一步的时间", en: "build and print the time of each step"),
        flags: [root, privateFolder, jobs, rounds]),
      Command(
        "decode", Message(zh: "把一张表读成班级并计时", en: "time the decoding of one table into classes"),
        flags: [rows, jobs, rounds]),
      Command(
        "markdown", Message(zh: "同一批正文由本程序和 libcmark 各转一遍并计时", en: "time Markdown against libcmark's own renderer"),
        flags: [files, rounds]),
      Command(
        "render", Message(zh: "用一份版式生成各页并计时", en: "time the rendering of a layout"),
        operands: [.init("DIR", Message(zh: "版式和数据", en: "layouts and contexts"))], flags: [page, rounds, prints]),
      Command(
        "publish", Message(zh: "把内存中的文件发布到空文件夹并计时", en: "time the publishing of files into an empty folder"),
        operands: [.init("DIR", Message(zh: "写到哪里", en: "where to"))], flags: [files, jobs, rounds]),
    ])

  /// Runs `words`; the exit status is 0, 1 after an error, 2 for wrong usage.
  static func run(_ words: [String], in world: World) -> Int32 {
    let parser = ArgumentParser(program)
    do throws(ArgumentError) {
      switch try parser.parse(words) {
      case .help(let path): world.output.write(parser.help(for: path, in: .english, width: 100))
      case .version: world.output.write("prospectus-bench\n")
      case .run(let arguments):
        switch arguments.command.first {
        case "time": return time(arguments, world)
        case "decode": return decode(arguments, world)
        case "render": return render(arguments, world)
        case "publish": return publish(arguments, world)
        case "markdown": return markdown(arguments, world)
        default: return generate(arguments, world)
        }
      }
      return 0
    } catch {
      world.errors.write(DiagnosticRenderer(.human, .init(language: .english)).render([error.diagnostic]) { _ in nil })
      return 2
    }
  }

  private static func generate(_ arguments: ParsedArguments, _ world: World) -> Int32 {
    var portal = GeneratedPortal(arguments.operands[0], in: world)
    do throws(FileError) {
      if let source = arguments.text(newsletters) {
        let count = try NewsletterPortal.write(&portal, newsletters: source, in: world)
        world.output.write("\(count) newsletters\n")
      } else if let matrix = arguments.text(city) {
        let table = Enrolment.read(try world.files.read(matrix), path: matrix)
        guard !table.diagnostics.hasErrors else {
          world.errors.write(
            DiagnosticRenderer(.human, .init(language: .english)).render(table.diagnostics) { _ in table.text })
          return 1
        }
        let made = CityPortal(table.rows)
        let newsletters = try made.write(&portal, newslettersPerClass: arguments.count(issues) ?? 5)
        world.output.write("\(made.classes.count) classes, \(newsletters) newsletters\n")
        if let folder = arguments.text(privateFolder) {
          var rosters = GeneratedPortal(folder, in: world)
          world.output.write("\(try made.writePrivate(&rosters)) people in \(folder)\n")
        }
      } else {
        world.errors.write("generate takes --newsletters or --city\n")
        return 2
      }
      try portal.copyLayouts(from: arguments.text(layouts) ?? "layouts")
    } catch {
      world.errors.write(
        DiagnosticRenderer(.human, .init(language: .english)).render([error.diagnostic()]) { _ in nil })
      return 1
    }
    world.output.write("\(portal.count) files in \(portal.folder)\n")
    return 0
  }

  /// A row per step with the medians over the rounds: built from nothing, after one text was edited, after nothing was.
  private static func time(_ arguments: ParsedArguments, _ world: World) -> Int32 {
    let request = BuildRequest(
      root: arguments.text(root) ?? ".", jobs: arguments.count(jobs) ?? world.processors, version: "bench")
    let rosters = arguments.text(privateFolder)
    do throws(FileError) {
      guard let bench = try BuildBench(request, privateFolder: rosters, world) else {
        world.errors.write("the portal has no text\n")
        return 1
      }
      // A build that is not counted, so that all of them find a portal to replace.
      _ = SiteBuild.run(request, in: world)
      let (samples, wrong) = try bench.measure(rounds: arguments.count(rounds) ?? 5)
      if let wrong {
        world.errors.write(
          DiagnosticRenderer(.human, .init(language: .english)).render(wrong.diagnostics) { wrong.sources[$0] })
        world.errors.write(
          "a build is not what was to be timed: \(wrong.rendered.count) of \(wrong.pages) pages made\n")
        return 1
      }
      let works = bench.works
      world.output.write(line("", works.map(\.rawValue)))
      for phase in BuildPhase.allCases {
        world.output.write(
          line(phase.rawValue, works.map { samples?[$0]?.phases[phase].map { text(median($0)) } ?? "" }))
      }
      world.output.write(line("total", works.map { samples?[$0].map { text(median($0.whole)) } ?? "" }))
      world.output.write("\(samples?[.cold]?.pages ?? 0) pages, \(peakMemory(world))\n")
      return 0
    } catch {
      world.errors.write(
        DiagnosticRenderer(.human, .init(language: .english)).render([error.diagnostic()]) { _ in nil })
      return 1
    }
  }

  private static func line(_ name: String, _ cells: [String]) -> String {
    pad(name, 10, left: false) + cells.map { pad($0, 13, left: true) }.joined() + "\n"
  }

  private static func pad(_ text: String, _ width: Int, left: Bool) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return left ? blanks + text : text + blanks
  }

  /// The most memory that this process has had, as the system counts it.
  private static func peakMemory(_ world: World) -> String {
    let status = (try? world.files.read("/proc/self/status")).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? "VmHWM: unknown"
    return "at most" + line.dropFirst("VmHWM:".count).split { $0 == " " || $0 == "\t" }.map { " " + $0 }.joined()
  }

  /// Medians over the rounds, and fields a second.
  private static func decode(_ arguments: ParsedArguments, _ world: World) -> Int32 {
    let bench = DecodeBench(rows: arguments.count(rows) ?? 100_000, jobs: arguments.count(jobs) ?? world.processors)
    var decoding: [Int64] = []
    var ids: [Int64] = []
    for _ in 0..<(arguments.count(rounds) ?? 5) {
      guard let sample = bench.measure(world) else {
        world.errors.write("the records are not what was written\n")
        return 1
      }
      decoding.append(sample.decoding)
      ids.append(sample.ids)
    }
    let whole = median(zip(decoding, ids).map { $0 + $1 })
    world.output.write(row("decode", median(decoding)) + row("ids", median(ids)) + row("total", whole))
    world.output.write("\(bench.rate(whole)) million fields a second\n")
    return 0
  }

  /// For each kind of texts the shortest times over the rounds and how they stand to each other.
  private static func markdown(_ arguments: ParsedArguments, _ world: World) -> Int32 {
    for kind in MarkdownBench.Kind.allCases {
      let bench = MarkdownBench(kind, count: arguments.count(files) ?? 300)
      var ours = Int64.max
      var libcmark = Int64.max
      for _ in 0..<(arguments.count(rounds) ?? 5) {
        guard let sample = bench.measure() else {
          world.errors.write("a text cannot be rendered\n")
          return 1
        }
        ours = min(ours, sample.ours)
        libcmark = min(libcmark, sample.libcmark)
      }
      let ratio = ours * 100 / max(1, libcmark)
      world.output.write("\(kind.rawValue), \(bench.bytes / 1000) kB\n")
      world.output.write(row("ours", ours) + row("libcmark", libcmark))
      world.output.write("ratio     \(ratio / 100).\(ratio % 100 < 10 ? "0" : "")\(ratio % 100)\n")
    }
    return 0
  }

  /// The median over the rounds in nanoseconds, the pages, their bytes; then the pages when they are asked for.
  private static func render(_ arguments: ParsedArguments, _ world: World) -> Int32 {
    var problem = ""
    guard
      let bench = LayoutBench(
        folder: arguments.operands[0], page: arguments.text(page) ?? "page", world, problem: &problem)
    else {
      world.errors.write(problem + "\n")
      return 1
    }
    var times: [Int64] = []
    var bytes = 0
    var output: [UInt8] = []
    for _ in 0..<(arguments.count(rounds) ?? 5) {
      guard let sample = bench.measure(world, into: &output, keeps: false), bytes == 0 || bytes == sample.bytes else {
        world.errors.write("a page cannot be rendered\n")
        return 1
      }
      times.append(sample.time)
      bytes = sample.bytes
    }
    world.output.write("\(median(times)) \(bench.pages) \(bytes)\n")
    if arguments.has(prints) { world.output.write(bench.measure(world, into: &output, keeps: true)?.output ?? []) }
    return 0
  }

  /// Each kind of work, in its order; the last three with the median over the rounds.
  private static func publish(_ arguments: ParsedArguments, _ world: World) -> Int32 {
    var bench = PublishBench(
      folder: arguments.operands[0], count: arguments.count(files) ?? 300,
      jobs: arguments.count(jobs) ?? world.processors)
    for work in PublishBench.Work.allCases {
      var times: [Int64] = []
      for _ in 0..<(work == .first || work == .second ? 1 : arguments.count(rounds) ?? 5) {
        guard let time = bench.measure(work, world) else {
          world.errors.write("\(work.rawValue): not what should have been published\n")
          return 1
        }
        times.append(time)
      }
      world.output.write(row(work.rawValue, median(times)))
    }
    return 0
  }

  private static func median(_ values: [Int64]) -> Int64 { values.sorted()[values.count / 2] }

  private static func row(_ name: String, _ nanoseconds: Int64) -> String {
    pad(name, 10, left: false) + pad(text(nanoseconds), 13, left: true) + "\n"
  }

  /// Milliseconds and a tenth.
  private static func text(_ nanoseconds: Int64) -> String {
    let tenths = String(nanoseconds / 100_000)
    let text = String(repeating: "0", count: max(0, 2 - tenths.count)) + tenths
    return text.dropLast() + "." + text.suffix(1) + " ms"
  }
}
