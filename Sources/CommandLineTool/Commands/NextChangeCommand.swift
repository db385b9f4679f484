import Arguments
import Diagnostics
import Files
import Publishing

/// `next-change`: when the portal is another one though nobody edits it, and which pages; for whoever sets up the job that
/// publishes.
struct NextChangeCommand {
  let arguments: ParsedArguments
  let language: Language

  func run(in world: World) -> Int32 {
    let found = SiteBuild.nextChange(of: .reading(arguments, in: world), in: world)
    let errors = found.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty, let asOf = found.asOf else {
      world.report(errors, in: language, citing: found.sources)
      return 1
    }
    switch found.change {
    case nil:
      let message = Message(
        zh: "从 \(asOf) 起 \(SiteBuild.horizon) 天内，不改内容，门户就不变",
        en: "for \(SiteBuild.horizon) days from \(asOf) the portal stays as it is unless somebody edits it")
      world.output.write(message.text(in: language) + "\n")
    case let change?:
      world.output.write("\(change.day)\n")
      switch change.event {
      case .pages(let files): world.output.write(files.map { $0 + "\n" }.joined())
      case .errors(let errors):
        world.report(errors, in: language, citing: found.sources, on: world.output)
        let message = Message(
          zh: "从这一天起不能再发布，除非改正", en: "from that day on nothing is published until this is mended")
        world.output.write(message.text(in: language) + "\n")
      }
    }
    return 0
  }
}
