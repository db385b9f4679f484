import Expressions

/// A file of an archived year, as it was when the year was archived. `prospectus archive` writes these lists; nobody writes
/// them by hand.
package struct ArchivedFile: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var path = ""
  package var digest = ""

  package init() {}
  package static func store(in model: Model) -> RecordStore<ArchivedFile> { model.archivedFiles }
  /// Filled from `years/<plan>/archive.csv`.
  package static var shelf: any WritableKeyPath<Records, [ArchivedFile]> & Sendable { \.archivedFiles }

  /// `archived-file`: a file of a year and the digest of its bytes. It has no id field.
  package static let table = RecordTable<ArchivedFile>(
    "archived-file", "归档文件",
    [
      .optional("plan", "计划", \.plan, "归档的年份，取自路径"),
      .required("path", "文件", \.path, "年份文件夹里的路径"),
      .required("digest", "SHA-256", \.digest, "归档时文件内容的 SHA-256，由 prospectus archive 写入"),
    ])
}
