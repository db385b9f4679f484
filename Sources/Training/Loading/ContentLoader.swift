import Diagnostics
import Files
import Values

/// From the files of `content/` to records.
package enum ContentLoader {
  /// Reads `files` (sorted by path) on `jobs` threads.
  ///
  /// - Returns: records in file order, attachments, everything that is wrong. A file that fits no source is FL07.
  /// - Complexity: O(bytes).
  package static func load(_ files: [ContentFile], jobs: Int) -> Loaded {
    // Runs of neighbours keep file order; results come back in that order whatever the threads did.
    let runLength = 64
    let runs = (files.count + runLength - 1) / runLength
    let parts = Parallel.map(runs, jobs: jobs, run: 1) { run in
      var loaded = Loaded()
      for file in files[run * runLength..<min(files.count, (run + 1) * runLength)] { load(file, into: &loaded) }
      return loaded
    }
    var loaded = Loaded()
    for part in parts { loaded.append(part) }
    completeProjects(&loaded)
    return loaded
  }

  private static func load(_ file: ContentFile, into loaded: inout Loaded) {
    if isAttachment(file.relativePath) {
      loaded.attachments.append(file.relativePath)
      return
    }
    let pieces = PathPattern.pieces(of: file.relativePath)
    for source in allSources {
      guard let captures = source.pattern.match(pieces) else { continue }
      source.load(file, captures, &loaded)
      return
    }
    loaded.diagnostics.append(
      Diagnostic(
        "FL07", Message(zh: "content/ 里没有放这个文件的位置", en: "content/ has no place for this file"),
        at: SourceLocation(file.path),
        repair: Message(
          zh: "附件放在 files/ 文件夹里；其他文件按“文件放在哪里”一页的路径",
          en: "put attachments in a folder files/; see the help for the paths of all other files")))
  }

  /// Files below a folder `files/` belong to pages as they are.
  private static func isAttachment(_ path: String) -> Bool {
    let folder = Array("files/".utf8)
    let bytes = Array(path.utf8)
    return bytes.starts(with: folder)
      || bytes.indices.contains { bytes[$0] == UInt8(ascii: "/") && bytes[($0 + 1)...].starts(with: folder) }
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
    complete += documents.values.sorted { $0.id.text < $1.id.text }
    // A row that repeats an id has that to say, and nothing about what its document does not say for it.
    var seen: Set<String> = []
    for index in complete.indices where seen.insert(complete[index].id.text).inserted {
      Project.table.reportMissing(in: &complete[index], &loaded.diagnostics)
    }
    loaded.records.projects = complete
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
