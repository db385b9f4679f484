import Diagnostics
import Files
import Values

/// How the records of a kind stand in files: one line of `allSources`.
struct Source: Sendable {
  let pattern: PathPattern
  /// The pattern as it is written, for the reference.
  let place: String
  let kind: RecordKind
  /// Reads one file that fits the pattern.
  let load: @Sendable (ContentFile, _ captures: [(name: String, text: String)], inout Loaded) -> Void

  /// A CSV file: a record a row.
  ///
  /// `fillDown`: fields (in English) where a blank cell has the value of the one above, because the cells were merged in
  /// the spreadsheet and only the first of them is saved. Only required fields may be named: a blank means nothing there,
  /// and no date, number or name is filled, for a forgotten one would become a wrong one. Every filled column is told (CV14).
  static func table<R: IdentifiedRecord>(
    _ pattern: String, _ kind: R.Type, isComplete: Bool = true, fillDown: [String] = []
  ) -> Source {
    Source(pattern: PathPattern(pattern), place: pattern, kind: RecordKind(R.self)) { file, captures, loaded in
      let rows = loaded.tableRows(file, captures, R.table, isComplete: isComplete, fillDown: fillDown)
      Records.append(rows, to: &loaded.records[keyPath: R.shelf])
    }
  }

  /// A YAML file with one list under `key`: a record an item.
  static func list<R: IdentifiedRecord>(_ pattern: String, _ key: String, _ kind: R.Type) -> Source {
    Source(pattern: PathPattern(pattern), place: pattern, kind: RecordKind(R.self)) { file, captures, loaded in
      loaded.records[keyPath: R.shelf] += loaded.listItems(file, captures, key: key, R.table)
    }
  }

  /// The same for records without ids; `records` are those that a model keeps.
  static func list<R: Record>(
    _ pattern: String, _ key: String, into shelf: any WritableKeyPath<Records, [R]> & Sendable,
    records: @escaping @Sendable (Model) -> [R]
  ) -> Source {
    Source(pattern: PathPattern(pattern), place: pattern, kind: RecordKind(R.self, records: records)) {
      file, captures, loaded in
      loaded.records[keyPath: shelf] += loaded.listItems(file, captures, key: key, R.table)
    }
  }

  /// A YAML file that is one record.
  static func file<R: IdentifiedRecord>(_ pattern: String, _ kind: R.Type) -> Source {
    Source(pattern: PathPattern(pattern), place: pattern, kind: RecordKind(R.self)) { file, captures, loaded in
      if let record = loaded.fileRecord(file, captures, R.table) { loaded.records[keyPath: R.shelf].append(record) }
    }
  }

  /// A YAML file that is one record without id; `records` are those that a model keeps.
  static func file<R: Record>(
    _ pattern: String, into shelf: any WritableKeyPath<Records, [R]> & Sendable,
    records: @escaping @Sendable (Model) -> [R]
  ) -> Source {
    Source(pattern: PathPattern(pattern), place: pattern, kind: RecordKind(R.self, records: records)) {
      file, captures, loaded in
      if let record = loaded.fileRecord(file, captures, R.table) { loaded.records[keyPath: shelf].append(record) }
    }
  }

  /// A Markdown file with front matter: one record with its text.
  static func document<R: IdentifiedRecord>(_ pattern: String, _ kind: R.Type, isComplete: Bool = true) -> Source {
    Source(pattern: PathPattern(pattern), place: pattern, kind: RecordKind(R.self)) { file, captures, loaded in
      if let record = loaded.documentRecord(file, captures, R.table, isComplete: isComplete) {
        loaded.records[keyPath: R.shelf].append(record)
      }
    }
  }
}

/// A file of `content/`.
package struct ContentFile: Sendable {
  /// Below `content/`: what patterns are compared with.
  package let relativePath: String
  /// As shown in messages: `content/…`.
  package let path: String
  package let bytes: [UInt8]

  package init(relativePath: String, path: String, bytes: [UInt8]) {
    self.relativePath = relativePath
    self.path = path
    self.bytes = bytes
  }
}

/// Where every kind of record stands below `content/`. The first pattern that fits a path is its source.
let allSources: [Source] = [
  .file("site.yml", into: \.settings) { [$0.settings] },
  .file("calendar/{year}.yml", into: \.calendars) { $0.calendar.records },
  .file("collections/{id}.yml", into: \.collections) { $0.collections.map(\.declaration) },
  .list("rules.yml", "rules", into: \.rules) { $0.rules },
  .table("org/areas.csv", Area.self),
  .table("org/units.csv", Institution.self),
  .list("org/contacts.yml", "contacts", Contact.self),
  .table("people/experts.csv", Expert.self),
  .file("schemes/{id}.yml", Scheme.self),
  .document("packs/{id}/index.md", CoursePack.self),
  .document("packs/{pack}/{id}.md", Course.self),
  .document("notices/{id}.md", Notice.self),
  .table("notices/{notice}.csv", ListRow.self),
  .document("help/{id}.md", HelpPage.self),
  .list("glossary.yml", "terms", Term.self),
  .list("privacy.yml", "releases", Release.self),
  .table("redirects.csv", Redirect.self),
  .document("years/{id}/plan.md", Plan.self),
  .table("years/{plan}/archive.csv", ArchivedFile.self),
  .list("years/{plan}/phases.yml", "phases", Phase.self),
  .table("years/{plan}/milestones.csv", Milestone.self),
  .list("years/{plan}/modules.yml", "modules", Module.self),
  .list("years/{plan}/tiers.yml", "tiers", Tier.self),
  .list("years/{plan}/certificates.yml", "certificates", CertificateRule.self),
  .table("years/{plan}/revocations.csv", Revocation.self, fillDown: ["certificate"]),
  .list("years/{plan}/samples.yml", "samples", ExamSample.self),
  // A project is a row of the year table and a document; each field stands in one of them.
  .table("years/{plan}/projects.csv", Project.self, isComplete: false),
  .document("years/{plan}/projects/{id}/index.md", Project.self, isComplete: false),
  .list("years/{plan}/projects/{project}/phases.yml", "phases", Phase.self),
  .table("years/{plan}/projects/{project}/streams.csv", Stream.self, fillDown: ["stage"]),
  .table("years/{plan}/projects/{project}/classes.csv", Class.self, fillDown: ["stream", "area"]),
  .table("years/{plan}/projects/{project}/groups.csv", Group.self, fillDown: ["class"]),
  .table("years/{plan}/projects/{project}/tutors.csv", Tutor.self),
  .table("years/{plan}/projects/{project}/managers.csv", Manager.self),
  .table("years/{plan}/projects/{project}/pairs.csv", Pair.self),
  .table("years/{plan}/projects/{project}/results.csv", ResultRow.self),
  .table("years/{plan}/projects/{project}/sessions.csv", Session.self),
  .document("years/{plan}/projects/{project}/newsletters/{class}/{no}.md", Newsletter.self),
]
