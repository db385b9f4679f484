import Bytes
package import Files
import Training
import Values

/// Where names stand in files, for a report to whoever has just taken them off a list.
package struct NamePlaces: Sendable {
  /// One file.
  package struct Place: Hashable, Sendable {
    /// How messages call it: `content/…`, `site/…`. A name in it is shown as dots.
    package let path: String
    /// From 1, each once; none when the name stands in the file's name or in a document.
    package let lines: [Int]
  }

  private let names: PersonNames
  private let jobs: Int

  /// Looks for `names` wherever they stand, whatever the ground.
  package init(_ names: [String], jobs: Int) {
    self.names = PersonNames(named: names)
    self.jobs = jobs
  }

  /// The files below the folder `folder` that hold one of the names, in the order of their paths; none when there is no such folder.
  ///
  /// - Complexity: O(bytes).
  package func places(in folder: String, label: String, _ files: any FileStore) -> [Place] {
    guard !names.isEmpty, (try? files.kind(of: folder)) == .folder else { return [] }
    let found = files.snapshot(SnapshotRequest(folder: folder, label: label, jobs: jobs)).files
    return Parallel.map(found.count, jobs: jobs) { place(in: found[$0]) }.compactMap { $0 }
  }

  private func place(in file: SourceFile) -> Place? {
    let bytes = file.bytes ?? []
    let isNamed = !names.lines(in: file.path.utf8Span.span, path: "").isEmpty
    let shown = isNamed ? String(file.path.map { $0.isASCII ? $0 : "•" }) : file.path
    let lines = lines(in: bytes, path: file.path)
    return isNamed || lines != nil ? Place(path: shown, lines: lines ?? []) : nil
  }

  /// `nil` for none.
  private func lines(in bytes: [UInt8], path: String) -> [Int]? {
    if LeakReport.isOpaque(path) { return nil }
    if let format = DocumentText.Format(path: path) {
      let text = DocumentText(of: bytes, format)
      return text.parts.contains { !names.lines(in: $0.bytes.span, path: "").isEmpty } ? [] : nil
    }
    let text = path.hasSuffix(".csv") ? CSVReader.text(of: bytes) : bytes
    let found = names.lines(in: text.span, path: path, isMarkdown: path.hasSuffix(".md"))
    return found.isEmpty ? nil : Array(Set(found)).sorted()
  }
}
