import Bytes
import Diagnostics
import Values

/// A year that is archived: everything in its folder stays as it was on the day of its list, which has the SHA-256 of each file.
///
/// Pages of such a year may still change with the layouts and with what other records say of it; what its own files say does not.
package struct ArchivedYear: Sendable {
  /// The plan whose `status` says so.
  package let plan: Plan
  /// The files of its folder, its list excepted, by path as messages show it (`content/…`), sorted.
  package let paths: [String]
  /// What its list says, by the same paths; of a file that stands there twice the first.
  package let listed: [String: ArchivedFile]
  /// Whether a line of its list could not be read; then it says nothing certain.
  package let isDamaged: Bool
  private let folder: String

  /// The name of the list in a year's folder.
  private static let listName = "archive.csv"

  /// The archived years of `model`, in file order; those whose status could not be read are none.
  ///
  /// - Complexity: O(1) without any, else O(files) for each.
  package static func all(in model: Model) -> [ArchivedYear] {
    model.plans.records.filter { $0.isSound("status") && $0.status == .archived }.map { ArchivedYear($0, in: model) }
  }

  /// The year of `plan`, archived or about to be.
  package init(_ plan: Plan, in model: Model) {
    self.plan = plan
    let folder = "content/years/\(plan.id.text)/"
    self.folder = folder
    let files = model.archivedFiles.records.filter { $0.plan?.index == plan.origin.index }
    isDamaged = !files.allSatisfy(\.isWhole)
    listed = Dictionary(files.map { (folder + $0.path, $0) }) { first, _ in first }
    let list = folder + Self.listName
    paths = model.files.paths.filter { $0.utf8.starts(with: folder.utf8) && $0 != list }
  }

  /// The list as messages show it.
  package var listPath: String { folder + Self.listName }

  /// The digest of the file at `path` as it is now; `nil` when there is none.
  ///
  /// - Complexity: O(bytes).
  package func digest(of path: String, in model: Model) -> String? {
    model.files.bytes(of: path).map { SHA256.hexDigest(of: $0.span) }
  }

  /// The list for the files as they are now, as CSV that spreadsheets read.
  ///
  /// - Complexity: O(bytes of the year).
  package func list(in model: Model) -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    writer.record(ArchivedFile.table.fields.filter { $0.name != "plan" }.map(\.header))
    for path in paths { writer.record([String(path.dropFirst(folder.count)), digest(of: path, in: model) ?? ""]) }
    return writer.output
  }
}
