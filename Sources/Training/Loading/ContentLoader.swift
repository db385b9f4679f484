import Diagnostics
import Files
import Values

/// From the files of `content/` to records.
package enum ContentLoader {
  /// Reads `files` (sorted by path) on `jobs` threads, a long table on as many again.
  ///
  /// - Returns: records in file order, attachments, everything that is wrong. A file that fits no source is FL07.
  /// - Complexity: O(bytes).
  package static func load(_ files: [ContentFile], jobs: Int) -> Loaded {
    // What the portal says about its own tables is needed to read them.
    let tables = collections(files)
    let settings = settings(files)
    if let version = settings.flatMap(unreadableVersion) {
      var loaded = Loaded()
      loaded.diagnostics = [version]
      return loaded
    }
    let (aliases, aliasProblems) = headerAliases(settings?.headers ?? [], tables.collections)
    let knowsAllTables = tables.collections.count == files.count { $0.relativePath.hasPrefix("collections/") }
    let reader = FileReader(collections: tables.collections, knowsAllPlaces: knowsAllTables)
    // Runs of neighbours keep file order; results come back in that order whatever the threads did.
    let runLength = 64
    let runs = (files.count + runLength - 1) / runLength
    let parts = Parallel.map(runs, jobs: jobs, run: 1) { run in
      var loaded = Loaded(aliases: aliases, jobs: jobs)
      for file in files[run * runLength..<min(files.count, (run + 1) * runLength)] { reader.load(file, into: &loaded) }
      return loaded
    }
    var loaded = Loaded(aliases: aliases, jobs: jobs)
    for part in parts { loaded.append(part) }
    loaded.diagnostics += tables.diagnostics + aliasProblems
    if !knowsAllTables { loaded.incompleteKinds.insert(CollectionDeclaration.table.name) }
    completeProjects(&loaded)
    distributeRows(&loaded, tables.collections)
    return loaded
  }

  /// Gives each declared collection its rows.
  private static func distributeRows(_ loaded: inout Loaded, _ collections: [DeclaredCollection]) {
    loaded.records.declared = collections
    for (number, row) in loaded.records.declaredRows { loaded.records.declared[number].rows.append(row) }
    loaded.records.declaredRows = []
  }

  /// The settings, read before everything else: what they get wrong is told when they are read again.
  private static func settings(_ files: [ContentFile]) -> Settings? {
    var loaded = Loaded()
    for file in files where file.relativePath == "site.yml" { FileReader().load(file, into: &loaded) }
    return loaded.records.settings.first
  }

  /// The one thing to say of content in a format that this program does not know: anything else would be guessing.
  private static func unreadableVersion(_ settings: Settings) -> Diagnostic? {
    guard settings.isGiven("format"), settings.isSound("format"), settings.format != Settings.currentFormat else {
      return nil
    }
    return Diagnostic(
      "RF11",
      Message(
        zh: "内容的格式版本是 \(settings.format)，这个程序读的是 \(Settings.currentFormat)",
        en: "the content has format version \(settings.format); this program reads \(Settings.currentFormat)"),
      at: settings.location(of: "format"),
      repair: settings.format > Settings.currentFormat
        ? Message(zh: "换用新版本的 prospectus", en: "use a newer prospectus")
        : Message(zh: "写 format: \(Settings.currentFormat)", en: "write format: \(Settings.currentFormat)"))
  }

  /// The portal's own headers, as its settings state them.
  private static func headerAliases(
    _ headers: [HeaderAlias], _ collections: [DeclaredCollection]
  ) -> (HeaderAliases, [Diagnostic]) {
    let kinds = allRecordKinds + collections.map(RecordKind.init)
    var aliases: HeaderAliases = [:]
    var problems: [Diagnostic] = []
    for alias in headers where alias.isSound("kind", "field", "header") {
      guard let kind = kinds.first(where: { $0.name == alias.kind || $0.title == alias.kind }) else {
        problems.append(alias.unknown(alias.kind, "kind", among: kinds.map(\.name)))
        continue
      }
      let fields = kind.fields()
      guard let field = fields.first(where: { $0.name == alias.field || $0.header == alias.field }) else {
        problems.append(alias.unknown(alias.field, "field", among: fields.flatMap { [$0.name, $0.header] }))
        continue
      }
      aliases[kind.name, default: [:]][alias.header] = field.name
    }
    return (aliases, problems)
  }

  /// The tables of the collections that `files` declare; files that declare none are passed over.
  package static func collections(_ files: [ContentFile]) -> CollectionTables {
    var loaded = Loaded()
    let reader = FileReader()
    for file in files where file.relativePath.hasPrefix("collections/") { reader.load(file, into: &loaded) }
    return CollectionTables(loaded.records.collections)
  }

  /// Joins the two sources of a project: its row and its document. A field in both is RF09.
  private static func completeProjects(_ loaded: inout Loaded) {
    var rows: [Project] = []
    var documents: [String: Project] = [:]
    for project in loaded.records.projects {
      if project.origin.bodyPath == nil {
        rows.append(project)
      } else {
        documents[project.id.text] = project
      }
    }
    var complete: [Project] = []
    for row in rows {
      guard let document = documents.removeValue(forKey: row.id.text) else {
        complete.append(row)
        continue
      }
      complete.append(Project.table.joined(row, document, sharing: ["id", "plan"], &loaded.diagnostics))
    }
    let lonely = complete.filter { $0.origin.bodyPath == nil }.map(\.id.text)
    // A row that repeats an id has that to say, and nothing about what its document does not say for it; so has a row
    // whose id is nearly that of a document without a row.
    var seen: Set<String> = []
    for var document in documents.values.sorted(by: { $0.id.text < $1.id.text }) {
      if let nearest = reportMissingRow(of: &document, among: lonely, &loaded) { seen.insert(nearest) }
      complete.append(document)
    }
    for index in complete.indices where seen.insert(complete[index].id.text).inserted {
      Project.table.reportMissing(in: &complete[index], &loaded.diagnostics)
    }
    loaded.records.projects = complete
  }
}

extension ContentLoader {
  /// RF02, once, for a document that leaves to the table what the table has no row for; nothing when rows of the table
  /// could not be read.
  ///
  /// - Returns: the row among those without a document that was probably meant.
  private static func reportMissingRow(
    of document: inout Project, among lonely: [String], _ loaded: inout Loaded
  ) -> String? {
    var missing: [Diagnostic] = []
    var copy = document
    Project.table.reportMissing(in: &copy, &missing)
    guard missing.count > 1 else { return nil }
    document = copy
    let isComplete = loaded.incompleteKinds.insert(Project.table.name).inserted
    guard isComplete else { return nil }
    let id = document.id.text
    let nearest = Suggestion.nearest(to: id, among: lonely)
    loaded.diagnostics.append(
      Diagnostic(
        "RF02",
        Message(zh: "年度表 projects.csv 里没有编号为“\(id)”的一行", en: "projects.csv has no row with the id \"\(id)\""),
        at: SourceLocation(document.origin.location.path),
        repair: nearest.map {
          Message(
            zh: "年度表里写的是“\($0)”：统一编号和文件夹名", en: "the table has \"\($0)\": make the id and the folder's name agree")
        } ?? Message(zh: "在年度表里加上这一行，或把各项写在这里", en: "add the row, or write its fields here")))
    return nearest
  }
}

extension RecordTable {
  /// One record out of two sources: `first` with the fields of `second`. Fields in `sharing` are in both because the
  /// path says them.
  func joined(_ first: R, _ second: R, sharing: Set<String>, _ diagnostics: inout [Diagnostic]) -> R {
    var result = first
    var addition = second.origin
    for (index, field) in fields.enumerated() where second.origin.isGiven(index) {
      if first.origin.isGiven(index) {
        addition.forget(index)
        guard !sharing.contains(field.name), let place = second.origin.location(ofField: index) else { continue }
        diagnostics.append(
          Diagnostic(
            "RF09",
            Message(
              zh: "“\(field.header)”（\(field.name)）在表格和文件里各写了一次", en: "\(field.name) is written in the table and here"),
            at: place,
            notes: [.init(Message(zh: "表格里的在这里", en: "in the table"), at: first.origin.location(ofField: index))],
            repair: Message(zh: "只留一处", en: "keep one of them")))
        continue
      }
      field.copy(second, &result)
    }
    result.origin.complete(with: addition)
    return result
  }
}
