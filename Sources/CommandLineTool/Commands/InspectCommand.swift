import Arguments
import Diagnostics
import Files
import Markdown

/// `inspect`: one of the readers laid open.
struct InspectCommand {
  let arguments: ParsedArguments
  let language: Language

  func run(in world: World) -> Int32 {
    do throws(FileError) {
      switch arguments.command.last {
      case "yaml": return try run(YAMLInspection(), world)
      case "csv": return try run(CSVInspection(), world)
      case "layout": return try runLayout(world)
      default: return try run(MarkdownInspection(features: features), world)
      }
    } catch {
      world.report([error.diagnostic()], in: language)
      return 1
    }
  }

  private var features: MarkdownFeatures {
    if arguments.has(.plain) { return .plain }
    guard let list = arguments.text(.with) else { return .all }
    return list.split(separator: ",").compactMap { MarkdownFeatures(name: String($0)) }.reduce([]) { $0.union($1) }
  }

  private func run(_ inspection: some Inspection, _ world: World) throws(FileError) -> Int32 {
    let name = arguments.operands.first ?? "-"
    let input = name == "-" ? try world.readInput() : try world.files.read(name)
    if arguments.has(.batch) {
      world.output.write(Batch.run(inspection, lines: input, language: language))
      return 0
    }
    let path = name == "-" ? "<stdin>" : name
    let (output, diagnostics) = inspection.inspect(input, path: path)
    return show(output, isJSON: inspection.outputIsJSON, diagnostics, [path: inspection.text(of: input)], world)
  }

  private func runLayout(_ world: World) throws(FileError) -> Int32 {
    if arguments.has(.batch) {
      world.output.write(Batch.run(LayoutInspection(), lines: try world.readInput(), language: language))
      return 0
    }
    guard arguments.operands.count == 3 else {
      let usage = Diagnostic(
        "AR21",
        Message(zh: "inspect layout 需要 DIR MAIN CONTEXT.json 三项", en: "inspect layout takes DIR MAIN CONTEXT.json"),
        at: nil)
      world.report([usage], in: language)
      return 2
    }
    let folder = world.files.snapshot(SnapshotRequest(folder: arguments.operands[0], label: ""))
    let contextPath = arguments.operands[2]
    let context = try world.files.read(contextPath)
    let (output, diagnostics) = LayoutInspection.render(
      folder.files.map { ($0.path, $0.bytes ?? []) }, main: arguments.operands[1], context: context,
      contextPath: contextPath)
    var sources = Dictionary(folder.files.map { ($0.path, $0.bytes ?? []) }, uniquingKeysWith: { first, _ in first })
    sources[contextPath] = context
    return show(output, isJSON: false, folder.diagnostics + diagnostics, sources, world)
  }

  private func show(
    _ output: [UInt8]?, isJSON: Bool, _ diagnostics: [Diagnostic], _ sources: [String: [UInt8]], _ world: World
  ) -> Int32 {
    if let output { world.output.write(output + (isJSON ? [UInt8(ascii: "\n")] : [])) }
    world.report(diagnostics, in: language, citing: sources)
    return diagnostics.hasErrors ? 1 : 0
  }
}
