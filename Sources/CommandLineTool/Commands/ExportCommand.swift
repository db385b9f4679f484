import Arguments
import Diagnostics
import Files
import Publishing
import Training
import Values

/// `export`: the public records of one kind, for Excel and for other programs.
struct ExportCommand {
  let arguments: ParsedArguments
  let language: Language

  func run(in world: World) -> Int32 {
    let linked = SiteBuild.link(.reading(arguments, in: world), in: world)
    let errors = linked.diagnostics.filter { $0.severity == .error }
    guard let model = linked.model, errors.isEmpty else {
      world.report(errors, in: language, citing: linked.sources)
      return 1
    }
    let kinds = allRecordKinds + model.collections.map(RecordKind.init)
    guard let kind = kinds.find(arguments.operands.first ?? "", language, world) else { return 2 }
    world.output.write(arguments.text(.exportFormat) == "json" ? kind.json(of: model) : kind.csv(of: model))
    return 0
  }
}

extension RecordKind {
  /// The public records as an array of objects, numbers as numbers.
  func json(of model: Model) -> [UInt8] {
    var writer = JSONWriter(.indented)
    writer.array { writer in for record in export(model) { writer.node(record) } }
    return writer.output
  }

  /// The public records as a table with Chinese headers and a byte order mark, which Excel needs.
  func csv(of model: Model) -> [UInt8] {
    let fields = fields().filter { !$0.isPrivate }
    var writer = CSVWriter(byteOrderMark: true)
    writer.record(fields.map(\.header))
    for record in export(model) { writer.record(fields.map { record[$0.name]?.cellText ?? "" }) }
    return writer.output
  }
}
