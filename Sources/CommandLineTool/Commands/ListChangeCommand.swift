import Arguments
import Diagnostics
import Expressions
import Files
import Publishing
import Training

/// `withdraw` and `correct`: changes of a public list that keep its rules, and where what was taken away still stands.
struct ListChangeCommand {
  let arguments: ParsedArguments
  let language: Language

  private func say(_ zh: String, _ en: String) -> String { Message(zh: zh, en: en).text(in: language) }

  func run(in world: World) -> Int32 {
    guard let action else {
      world.report([Self.noNumber], in: language)
      return 2
    }
    let request = BuildRequest.reading(arguments, in: world)
    let (change, diagnostics, sources) = ListChange.plan(action, of: arguments.operands[0], request, in: world)
    world.report(diagnostics, in: language, citing: sources)
    guard let change else { return 1 }
    let pages = arguments.text(.output) ?? request.output
    // Asked before anything is written: the table as it was may be what is looked for.
    let past = change.pastCommits(in: world)
    if !arguments.has(.dryRun) {
      do throws(FileError) {
        try change.write(in: world)
      } catch {
        world.report([error.diagnostic(shownAs: arguments.operands[0])], in: language)
        return 1
      }
    }
    guard !arguments.has(.quiet) else { return 0 }
    let verb = arguments.has(.dryRun) ? say("会改 ", "would change ") : say("已改 ", "changed ")
    var lines = change.edits.map { verb + $0.shownAs }
    lines += report(of: change, request, pages, world) + report(of: past)
    world.output.write(lines.joined(separator: "\n") + "\n")
    return 0
  }

  private var action: ListChange.Action? {
    let words = arguments.operands
    if arguments.command.first == "withdraw" {
      let numbers = words.dropFirst().map { Int($0) }
      guard numbers.allSatisfy({ $0 != nil }) else { return nil }
      return .withdraw(numbers.compactMap { $0 })
    }
    return Int(words[1]).map { .correct(number: $0, column: words[2], value: words[3], text: words[4]) }
  }

  private static let noNumber = Diagnostic(
    "AR05", Message(zh: "序号要写数字", en: "numbers of the list are written in digits"), at: nil,
    repair: Message(zh: "写名单里的序号，不写姓名", en: "write the number in the list, not the name"))

  /// Which files still hold the names.
  private func report(
    of change: ListChange, _ request: BuildRequest, _ output: String, _ world: World
  ) -> [String] {
    guard !change.names.isEmpty else { return [] }
    let places = NamePlaces(change.names, jobs: request.jobs)
    let isWritten = !arguments.has(.dryRun)
    let own = Set(change.edits.map(\.shownAs))
    var content = places.places(in: request.content, label: "content", world.files)
    if let lists = request.lists { content += places.places(in: lists, label: "lists", world.files) }
    if !isWritten { content.removeAll { own.contains($0.path) } }
    let pages = places.places(in: output, label: "site", world.files)
    var lines: [String] = []
    lines.append(
      content.isEmpty
        ? say("内容里没有别处写这个姓名", "nothing else of the content has the name")
        : say(
          "内容里还有 \(content.count) 个文件写这个姓名（也可能是同名的人），请逐个看：",
          "\(content.count) other files of the content have the name, perhaps of somebody else:"))
    lines += content.map(line)
    if !pages.isEmpty {
      lines.append(
        say(
          content.isEmpty
            ? "已发布的文件夹里有 \(pages.count) 个文件写着，重新构建、发布以后不再有："
            : "已发布的文件夹里有 \(pages.count) 个文件写着；重新构建、发布以后，只有由上面那些内容做成的还会有：",
          content.isEmpty
            ? "\(pages.count) files of the published folder have it, until the portal is built and published anew:"
            : "\(pages.count) files of the published folder have it; those made of the content above will have it again:"
        ))
      lines += pages.map(line)
    }
    return lines
  }

  private func line(_ place: NamePlaces.Place) -> String {
    guard !place.lines.isEmpty else { return "  " + place.path }
    let most = 5
    let numbers = place.lines.prefix(most).map(String.init).joined(separator: say("、", ", "))
    let others = place.lines.count > most ? say(" 等 \(place.lines.count) 行", " and others") : say(" 行", "")
    return "  " + place.path + say(" 第 ", ", line ") + numbers + others
  }

  /// Which commits still hold them.
  private func report(of past: PastCommits?) -> [String] {
    guard let past else { return [] }
    let partial =
      past.isPartial
      ? [say("历史不全（浅克隆），更早的提交没有看", "the history is not complete here: earlier commits were not looked at")] : []
    guard let latest = past.commits.first, let earliest = past.commits.last else {
      return [say("以前的提交里，名单没有这一行", "no commit has the row in the list")] + partial
    }
    func name(_ commit: PastCommits.Commit) -> String {
      let day = Timestamp(seconds: commit.seconds).day()
      let date = [day.month, day.day].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: "-")
      return "\(commit.id.prefix(10))（\(day.year)-\(date)）"
    }
    let range =
      past.commits.count == 1
      ? name(latest) : say("\(name(earliest)) 到 \(name(latest))", "\(name(earliest)) to \(name(latest))")
    return [
      say(
        "以前的 \(past.commits.count) 个提交里，名单还有这一行：\(range)；别的文件和提交说明没有看；公开的仓库要改写历史并重新推送，以后把名单放在 --lists 的文件夹里",
        "\(past.commits.count) commits still hold the row of the list: \(range); other files and commit messages were not looked at. A public repository has to be rewritten; keep lists in a folder of --lists from now on"
      )
    ] + partial
  }
}
