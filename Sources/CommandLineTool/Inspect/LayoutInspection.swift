import Diagnostics
import Expressions
import Templates
import Values

/// A layout rendered with data whose types are not known.
///
/// A request: `{"templates": {name: text}, "main": name, "context": {…}, "options": {"trim_blocks", "lstrip_blocks",
/// "autoescape"}}`.
struct LayoutInspection: Inspection {
  let outputIsJSON = false

  func inspect(_ input: [UInt8], path: String) -> (output: [UInt8]?, diagnostics: [Diagnostic]) {
    Self.render([(path, input)], main: path, context: Node(.mapping([]), SourceSpan(0, 0)))
  }

  func inspect(request: Node) -> (output: [UInt8]?, diagnostics: [Diagnostic]) {
    guard let templates = request["templates"]?.entries, let main = request["main"]?.scalar?.text else {
      return (nil, [Batch.badRequest])
    }
    var options = LayoutOptions()
    func flag(_ name: String) -> Bool? { request["options"]?[name]?.scalar.map { $0.text == "true" } }
    options.trimBlocks = flag("trim_blocks") ?? options.trimBlocks
    options.stripsIndentation = flag("lstrip_blocks") ?? options.stripsIndentation
    options.escapes = flag("autoescape") ?? options.escapes
    return Self.render(
      templates.map { ($0.key, Array(($0.value.scalar?.text ?? "").utf8)) }, main: main,
      context: request["context"] ?? Node(.mapping([]), SourceSpan(0, 0)), options: options)
  }

  /// Renders with the JSON text `context`.
  static func render(
    _ files: [(path: String, bytes: [UInt8])], main: String, context: [UInt8], contextPath: String
  ) -> (output: [UInt8]?, diagnostics: [Diagnostic]) {
    let (root, problems) = JSONReader.read(context, path: contextPath)
    guard let root, !problems.hasErrors else { return (nil, problems) }
    return render(files, main: main, context: root)
  }

  private static func render(
    _ files: [(path: String, bytes: [UInt8])], main: String, context: Node, options: LayoutOptions = LayoutOptions()
  ) -> (output: [UInt8]?, diagnostics: [Diagnostic]) {
    let entries = context.entries ?? []
    let (set, problems) = LayoutSet.loadDynamic(
      files: files.map { LayoutFile(name: $0.path, path: $0.path, bytes: $0.bytes) }, main: main,
      variables: entries.map(\.key), options: options)
    guard set.canRender(main) else { return (nil, problems) }
    var output: [UInt8] = []
    do throws(LayoutError) {
      try set.render(main, entries.map { Value($0.value) }, page: SitePath(""), into: &output)
      return (output, problems)
    } catch {
      return (nil, problems + [error.diagnostic])
    }
  }
}
