package import Diagnostics

/// What the private folder says of the projects, as it is written.
package struct PrivateFolder: Sendable {
  /// In the order of the files.
  package private(set) var rosters: [PrivateTable<Person>] = []
  /// In the order of the files.
  package private(set) var scores: [PrivateTable<Score>] = []
  /// In the order of the files.
  package private(set) var certificates: [PrivateTable<IssuedCertificate>] = []
  /// In the order of the files.
  package private(set) var recommended: [PrivateTable<SampledPerson>] = []
  /// In the order of the files.
  package private(set) var drawn: [PrivateTable<SampledPerson>] = []
  /// Redacted: no value, no path.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Nothing: what a build without the folder has.
  package init() {}

  /// Reads `files`, by their paths below the folder; others than those of `PrivateFile.Kind` are left alone.
  ///
  /// - Complexity: O(bytes).
  package init(_ files: [(path: String, bytes: [UInt8])], jobs: Int) {
    for (path, bytes) in files.sorted(by: { $0.path < $1.path }) {
      guard let file = PrivateFile(path: path) else { continue }
      switch file.kind {
      case .roster: rosters.append(table(of: file, bytes, Person.table, jobs))
      case .scores: scores.append(table(of: file, bytes, Score.table, jobs))
      case .tutorScores: scores.append(table(of: file, bytes, Score.tutorTable, jobs))
      case .certificates: certificates.append(table(of: file, bytes, IssuedCertificate.table, jobs))
      case .recommended: recommended.append(table(of: file, bytes, SampledPerson.table, jobs))
      case .drawn: drawn.append(table(of: file, bytes, SampledPerson.table, jobs))
      }
    }
  }

  private mutating func table<R: Record>(
    of file: PrivateFile, _ bytes: [UInt8], _ fields: RecordTable<R>, _ jobs: Int
  ) -> PrivateTable<R> {
    var loaded = Loaded(aliases: [:], jobs: jobs)
    // Messages are redacted, so this name is shown nowhere.
    let name = file.kind.rawValue
    let rows = loaded.tableRows(ContentFile(relativePath: name, path: name, bytes: bytes), [], fields)
    let text = SourceText(loaded.texts[name] ?? bytes)
    diagnostics += loaded.diagnostics.map { file.redacted($0, text: text) }
    return PrivateTable(file, rows, text)
  }
}
