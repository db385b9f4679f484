import Arguments
import Diagnostics
package import Files

/// The tool: words of the command line in, exit status out.
package enum Tool {
  /// Runs `words` (without the program's name).
  ///
  /// - Returns: 0 clean, 1 errors, 2 wrong usage, 3 warnings under `--strict`.
  package static func run(_ words: [String], in world: World) -> Int32 {
    let parser = ArgumentParser(Program.command)
    let preferred = asked(in: words) ?? language(named: world.variable("PROSPECTUS_LANG") ?? world.variable("LANG"))
    do throws(ArgumentError) {
      switch try parser.parse(words) {
      case .help(let path):
        world.output.write(parser.help(for: path, in: preferred, width: world.output.width ?? 100))
        return 0
      case .version:
        world.output.write("prospectus \(Program.version)\n")
        return 0
      case .run(let arguments):
        return run(arguments, language: arguments.text(.language).flatMap(Language.init(rawValue:)) ?? preferred, world)
      }
    } catch {
      world.report([error.diagnostic], in: preferred)
      return 2
    }
  }

  private static func run(_ arguments: ParsedArguments, language: Language, _ world: World) -> Int32 {
    switch arguments.command.first {
    case "build": BuildCommand(arguments: arguments, language: language, publishes: true).run(in: world)
    case "check": BuildCommand(arguments: arguments, language: language, publishes: false).run(in: world)
    case "serve": ServeCommand(arguments: arguments, language: language).run(in: world)
    case "explain": ExplainCommand(arguments: arguments, language: language).run(in: world)
    case "next-change": NextChangeCommand(arguments: arguments, language: language).run(in: world)
    case "archive": ArchiveCommand(arguments: arguments, language: language).run(in: world)
    case "form-classes": FormClassesCommand(arguments: arguments, language: language).run(in: world)
    case "report": ReportCommand(arguments: arguments, language: language).run(in: world)
    case "withdraw": ListChangeCommand(arguments: arguments, language: language).run(in: world)
    case "correct": ListChangeCommand(arguments: arguments, language: language).run(in: world)
    case "results": ResultsCommand(arguments: arguments, language: language).run(in: world)
    case "explain-result": ExplainResultCommand(arguments: arguments, language: language).run(in: world)
    case "certificates": CertificatesCommand(arguments: arguments, language: language).run(in: world)
    case "draw": DrawCommand(arguments: arguments, language: language).run(in: world)
    case "diff": DiffCommand(arguments: arguments, language: language).run(in: world)
    case "fields": FieldsCommand(arguments: arguments, language: language).run(in: world)
    case "export": ExportCommand(arguments: arguments, language: language).run(in: world)
    default: InspectCommand(arguments: arguments, language: language).run(in: world)
    }
  }

  /// The language that `--lang` asks for, wherever it stands: help and messages about the command line are shown before,
  /// or instead of, its being parsed.
  private static func asked(in words: [String]) -> Language? {
    for (index, word) in words.enumerated() {
      if word == "--lang", index + 1 < words.count { return Language(rawValue: words[index + 1]) }
      if word.hasPrefix("--lang=") { return Language(rawValue: String(word.dropFirst("--lang=".count))) }
    }
    return nil
  }

  /// Chinese unless the environment asks for English: the tool's users are Chinese offices.
  private static func language(named name: String?) -> Language {
    name.map { $0.hasPrefix("en") } ?? false ? .english : .chinese
  }
}
