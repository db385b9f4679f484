import Checks
package import Diagnostics
package import Expressions
import Files
import Portal
package import Training

/// Records decoded, linked and checked, without layouts and pages: what tests of records and rules look at.
package struct ModelRun: Sendable {
  package let model: Model
  package let diagnostics: [Diagnostic]
  /// The texts of files that are not UTF-8.
  package let texts: [String: [UInt8]]
  private let sources: [String: [UInt8]]

  /// Reads the `content/` of `portal`; `asOf` overrides the day of its settings.
  package init(_ portal: OneFilePortal, asOf: CalendarDate? = nil, readership: Readership = .everyone) {
    let files = portal.files.filter { $0.key.hasPrefix("content/") }.sorted { $0.key < $1.key }
    let loaded = ContentLoader.load(
      files.map { ContentFile(relativePath: String($0.key.dropFirst(8)), path: $0.key, bytes: $0.value) }, jobs: 1)
    var diagnostics = loaded.diagnostics
    let settings = loaded.records.settings.first
    model = Model(
      loaded.records, asOf: asOf ?? settings?.asOf ?? CalendarDate(dayNumber: 0),
      routes: PortalRoutes(featuredProject: settings?.featuredProject.id),
      files: ContentFiles(attachments: loaded.attachments, paths: files.map(\.key), read: { portal.files[$0] }),
      incompleteKinds: loaded.incompleteKinds, readership: readership, diagnostics: &diagnostics)
    self.diagnostics = (diagnostics + Check.findings(in: model, jobs: 2)).inPrintingOrder()
    texts = loaded.texts
    sources = portal.files.merging(loaded.texts) { _, text in text }
  }

  /// Each message as `WT01 content/schemes/a.yml:7:8`, sorted.
  package var places: [String] { diagnostics.map(place).sorted() }

  /// `WT01 content/schemes/a.yml:7:8`.
  package func place(of diagnostic: Diagnostic) -> String {
    guard let location = diagnostic.location else { return diagnostic.code.text }
    guard let span = location.span, let bytes = sources[location.path] else {
      return "\(diagnostic.code) \(location.path)"
    }
    let position = SourceText(bytes).position(of: Int(span.start))
    return "\(diagnostic.code) \(location.path):\(position.line):\(position.column)"
  }
}
