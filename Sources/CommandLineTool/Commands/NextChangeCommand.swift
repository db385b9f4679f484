import Arguments
import Diagnostics
import Files
import Publishing

/// `next-change`: when the portal is another one though nobody edits it, and which pages; for whoever sets up the job that
/// publishes.
struct NextChangeCommand {
  private let arguments: ParsedArguments
  private let language: Language

  init(_ arguments: ParsedArguments, language: Language) {
    self.arguments = arguments
    self.language = language
  }

  func run(in world: World) -> Int32 {
    let found = SiteBuild.nextChange(of: .reading(arguments, in: world), in: world)
    let errors = found.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty, let asOf = found.asOf else {
      write(errors, found.sources, to: world.errors, world)
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
        write(errors, found.sources, to: world.output, world)
        let message = Message(
          zh: "从这一天起不能再发布，除非改正", en: "from that day on nothing is published until this is mended")
        world.output.write(message.text(in: language) + "\n")
      }
    }
    return 0
  }

  private func write(
    _ diagnostics: [Diagnostic], _ sources: [String: [UInt8]], to stream: World.Stream, _ world: World
  ) {
    let options = DiagnosticRenderer.Options(
      language: language, colour: world.allowsColour(on: stream), width: stream.width ?? 100)
    stream.write(DiagnosticRenderer(.human, options).render(diagnostics) { sources[$0] })
  }
}
