package import Diagnostics
package import Files
import Training
import Values

/// A change of a public list that was published: the files of it as they would be, proven by the rules before anything is written.
package struct ListChange: Sendable {
  /// What is done with the list.
  package enum Action: Sendable {
    /// Takes the rows with these numbers off it (`withdrawals`).
    case withdraw([Int])
    /// Puts `value` in the column `column` of the row with this number (`corrections`), and says `text` of it.
    case correct(number: Int, column: String, value: String, text: String)
  }

  /// A file as it will be.
  package struct Edit: Sendable {
    /// Where it is written.
    package let path: String
    /// How messages call it.
    package let shownAs: String
    package let before: [UInt8]
    package let after: [UInt8]
  }

  /// The notice first, which tells of the change, then the table.
  package let edits: [Edit]
  /// What no file should say any more: the names that are taken off, or the name that was wrong.
  package let names: [String]

  private init(_ edits: [Edit], _ names: [String]) {
    self.edits = edits
    self.names = names
  }
}

extension ListChange {
  /// The change `action` of the list of the notice `id`; nothing is written.
  ///
  /// - Returns: or what keeps it from being made: errors of the portal as it is, what `action` asks for, and errors that the portal
  ///   would have behind it.
  package static func plan(
    _ action: Action, of id: String, _ request: BuildRequest, in world: World
  ) -> (change: ListChange?, diagnostics: [Diagnostic], sources: [String: [UInt8]]) {
    let linked = SiteBuild.link(request, in: world)
    let errors = linked.diagnostics.filter { $0.severity == .error }
    guard let model = linked.model, errors.isEmpty else { return (nil, errors, linked.sources) }
    do throws(ListChangeProblem) {
      let files = try ListFiles(id, model, request, world)
      let (table, names) = try files.table(behind: action)
      let day = model.asOf
      // Of the rows as they will be the digest is known only when they have been read.
      let rows = Edit(path: files.rowsPath, shownAs: files.rowsShownAs, before: files.rows, after: table)
      let digest = Self.linked([rows], request, world).model.flatMap { model in
        model.notices[id].map { $0.listDigest(in: model) }
      }
      guard let digest, let head = files.notice(behind: action, on: day, digest) else { throw .unreadableHead }
      let notice = Edit(path: files.noticePath, shownAs: files.noticeShownAs, before: files.notice, after: head)
      let after = Self.linked([notice, rows], request, world)
      let problems = after.diagnostics.filter { $0.severity == .error }
      guard problems.isEmpty else { return (nil, problems, after.sources) }
      return (ListChange([notice, rows], names), [], linked.sources)
    } catch {
      return (nil, [error.diagnostic(id)], linked.sources)
    }
  }

  private static func linked(
    _ edits: [Edit], _ request: BuildRequest, _ world: World
  ) -> (model: Model?, diagnostics: [Diagnostic], sources: [String: [UInt8]]) {
    var world = world
    world.files = EditedFiles(
      world.files, Dictionary(edits.map { ($0.path, $0.after) }, uniquingKeysWith: { $1 }))
    return SiteBuild.link(request, in: world)
  }

  /// Writes the files; what was written is taken back when another one cannot be.
  package func write(in world: World) throws(FileError) {
    for (index, edit) in edits.enumerated() {
      do throws(FileError) {
        try world.files.write(edit.after, to: edit.path)
      } catch {
        for written in edits[..<index] { try? world.files.write(written.before, to: written.path) }
        throw error
      }
    }
  }
}

extension ListChange {
  /// The commits in which the table holds one of the names; `nil` when it lies in no repository, or there is no name to look for.
  package func pastCommits(in world: World) -> PastCommits? {
    guard let table = edits.last, !names.isEmpty else { return nil }
    let names = PersonNames(named: names)
    return PastCommits(holding: table.path, in: world.files) { bytes in
      !names.lines(in: CSVReader.text(of: bytes).span, path: "").isEmpty
    }
  }
}
