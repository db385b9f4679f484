import Diagnostics

/// One file of the private folder with its rows.
package struct PrivateTable<R: Record>: Sendable {
  /// Which file it is.
  package let file: PrivateFile
  /// In the order of the file.
  package let rows: [R]
  private let text: SourceText

  init(_ file: PrivateFile, _ rows: [R], _ text: SourceText) {
    self.file = file
    self.rows = rows
    self.text = text
  }

  /// What is wrong in a field of `row`: the line is named, and nothing of what stands in it.
  ///
  /// - Precondition: `message` and `repair` hold nothing of the row but names of schemes and items.
  func diagnostic(
    _ code: DiagnosticCode, _ row: R, _ message: Message, repair: Message? = nil
  ) -> Diagnostic {
    let line = text.position(of: Int(row.origin.span.start)).line
    return file.diagnostic(code, .error, message, line: line, repair: repair)
  }
}
