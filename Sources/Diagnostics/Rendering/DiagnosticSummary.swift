/// How many problems there are of each kind.
package struct DiagnosticSummary: Hashable, Sendable {
  package var errors = 0
  package var warnings = 0
  package var notes = 0

  /// Counts `diagnostics`, equal ones once.
  package init(_ diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in Set(diagnostics) {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
  }

  /// `3 个错误，1 个警告`, `3 errors, 1 warning`; `没有发现问题`, `no problems` when there are none.
  package func text(in language: Language) -> String {
    switch language {
    case .chinese:
      let parts = [(errors, "个错误"), (warnings, "个警告"), (notes, "条提示")].filter { $0.0 > 0 }
      return parts.isEmpty ? "没有发现问题" : parts.map { "\($0.0) \($0.1)" }.joined(separator: "，")
    case .english:
      let parts = [(errors, "error"), (warnings, "warning"), (notes, "note")].filter { $0.0 > 0 }
      return parts.isEmpty
        ? "no problems" : parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
    }
  }
}
