import Diagnostics
import Markdown
import Values

/// YAML as JSON by the core schema.
struct YAMLInspection: Inspection {
  let outputIsJSON = true

  func inspect(_ input: [UInt8], path: String) -> (output: [UInt8]?, diagnostics: [Diagnostic]) {
    let (root, diagnostics) = YAMLReader.read(input, path: path)
    guard !diagnostics.hasErrors else { return (nil, diagnostics) }
    return (root?.json() ?? Array("null".utf8), diagnostics)
  }
}

/// CSV as raw records: a JSON array of arrays of strings.
struct CSVInspection: Inspection {
  let outputIsJSON = true

  func inspect(_ input: [UInt8], path: String) -> (output: [UInt8]?, diagnostics: [Diagnostic]) {
    let (records, diagnostics) = CSVReader.readRecords(input, path: path)
    guard !diagnostics.hasErrors else { return (nil, diagnostics) }
    var writer = JSONWriter()
    writer.array { rows in
      guard let records else { return }
      for record in 0..<records.count {
        rows.array { row in
          for text in records.row(record) { row.string(text) }
        }
      }
    }
    return (writer.output, diagnostics)
  }

  func text(of input: [UInt8]) -> [UInt8] { CSVReader.text(of: input) }
}

/// Markdown as HTML; links are not looked up.
///
/// A request: `{"input": text, "with": [features]}`; with `"portal": true` instead of features as a portal reads its texts, where
/// `"html": [tags]` are those that it allows.
struct MarkdownInspection: Inspection {
  let outputIsJSON = false
  var features: MarkdownFeatures
  var allowedTags: AllowedTags = []

  func inspect(_ input: [UInt8], path: String) -> (output: [UInt8]?, diagnostics: [Diagnostic]) {
    let output = MarkdownRenderer.render(input, path: path, features: features, allowedTags: allowedTags)
    return (output.html, output.diagnostics)
  }

  func inspect(request: Node) -> (output: [UInt8]?, diagnostics: [Diagnostic]) {
    guard let input = Self.input(of: request) else { return (nil, [Batch.badRequest]) }
    var inspection = self
    if let names = request["with"]?.items {
      inspection.features = names.reduce([]) { $0.union($1.scalar.flatMap { MarkdownFeatures(name: $0.text) } ?? []) }
    } else if request["portal"]?.scalar?.text == "true" {
      inspection.features = .portal
    }
    if let tags = request["html"]?.items { inspection.allowedTags = AllowedTags(tags.compactMap { $0.scalar?.text }) }
    return inspection.inspect(input, path: "<batch>")
  }
}
