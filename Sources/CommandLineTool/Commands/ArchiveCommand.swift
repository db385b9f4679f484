import Arguments
import Diagnostics
import Files
import Publishing
import Training

/// `archive`: writes down what every file of a year is, so that later builds tell whoever changes one.
struct ArchiveCommand {
  let arguments: ParsedArguments
  let language: Language

  func run(in world: World) -> Int32 {
    let request = BuildRequest.reading(arguments, in: world)
    let linked = SiteBuild.link(request, in: world)
    // What the list says, or that there is none, is what this command is for.
    let errors = linked.diagnostics.filter { $0.severity == .error && !$0.code.text.hasPrefix("AY") }
    guard let model = linked.model, errors.isEmpty else {
      world.report(errors, in: language, citing: linked.sources)
      return 1
    }
    let name = arguments.operands.first ?? ""
    guard let plan = model.plans[name] else {
      world.report([unknown(name, among: model.plans.ids)], in: language, citing: linked.sources)
      return 2
    }
    guard plan.status == .archived else {
      world.report([notArchived(plan)], in: language, citing: linked.sources)
      return 1
    }
    let year = ArchivedYear(plan, in: model)
    let changed = year.paths.filter { path in
      year.listed[path].map { $0.digest.lowercased() != year.digest(of: path, in: model) } ?? !year.listed.isEmpty
    }
    let gone = Set(year.listed.keys).subtracting(year.paths).sorted()
    do throws(FileError) {
      try world.files.write(year.list(in: model), to: request.content + year.listPath.dropFirst("content".count))
    } catch {
      world.report([error.diagnostic(shownAs: year.listPath)], in: language)
      return 1
    }
    say(changed.map { Message(zh: "与上次归档不同：\($0)", en: "other than when it was archived last: \($0)") }, world)
    say(gone.map { Message(zh: "上次归档时有，现在没有：\($0)", en: "archived last time, gone now: \($0)") }, world)
    say(
      [
        Message(
          zh: "\(year.listPath)：\(year.paths.count) 个文件", en: "\(year.listPath): \(year.paths.count) files")
      ], world)
    return 0
  }

  private func unknown(_ name: String, among ids: [String]) -> Diagnostic {
    let nearest = Suggestion.nearest(to: name, among: ids)
    return Diagnostic(
      "AY04", Message(zh: "没有“\(name)”这一年的计划", en: "there is no plan \"\(name)\""), at: nil,
      repair: nearest.map { Message(zh: "是不是 \($0)？", en: "did you mean \($0)?") }
        ?? Message(
          zh: "可用：" + ids.joined(separator: " "), en: "known: " + ids.joined(separator: " ")))
  }

  private func notArchived(_ plan: Plan) -> Diagnostic {
    Diagnostic(
      "AY05", Message(zh: "这个计划还没有归档", en: "this plan is not archived"), at: plan.location(of: "status"),
      repair: Message(
        zh: "先写 status: \(PlanStatus.archived.rawValue)，再运行这个命令",
        en: "write status: \(PlanStatus.archived.rawValue) first, then run this again"))
  }

  private func say(_ messages: [Message], _ world: World) {
    guard !arguments.has(.quiet) else { return }
    for message in messages { world.output.write(message.text(in: language) + "\n") }
  }
}
