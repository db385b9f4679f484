import Arguments
import Diagnostics
import Files
import Publishing
import Training
import Values

/// How a report is written.
enum ReportFormat: String, CaseIterable {
  case table, csv, json
}

/// `report`: tables about a portal for those who run it.
struct ReportCommand {
  let arguments: ParsedArguments
  let language: Language

  /// - Returns: 1 while the content has errors: then the report may lack something.
  func run(in world: World) -> Int32 {
    let linked = SiteBuild.link(.reading(arguments, in: world), in: world)
    let errors = linked.diagnostics.filter { $0.severity == .error }
    guard let model = linked.model, let kind = allReports.first(where: { $0.name == arguments.command.last }) else {
      world.report(errors, in: language, citing: linked.sources)
      return 1
    }
    var text = ReportText(kind.report(model), language: language, sources: linked.sources)
    switch arguments.text(.reportFormat).flatMap(ReportFormat.init) ?? .table {
    case .table: world.output.write(text.table())
    case .csv: world.output.write(text.csv())
    case .json: world.output.write(text.json())
    }
    guard !errors.isEmpty else { return 0 }
    if !arguments.has(.quiet) {
      let message = Message(
        zh: "内容有 \(errors.count) 处错误，表里可能缺内容；看 prospectus check",
        en: "the content has \(errors.count) errors, the table may lack something; see prospectus check")
      world.errors.write(message.text(in: language) + "\n")
    }
    return 1
  }
}
