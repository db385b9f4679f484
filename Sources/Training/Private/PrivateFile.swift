package import Diagnostics

/// A file of the private folder: what one project keeps of its people.
///
/// Its path and its text stay where they are: what is said of it names the kind, the project and the row.
package struct PrivateFile: Hashable, Sendable {
  /// What such a file holds; its name without `.csv`.
  package enum Kind: String, CaseIterable, Sendable {
    case roster, scores, certificates, recommended, drawn
    case tutorScores = "tutor-scores"

    /// `花名册`, `成绩`, `发证记录`.
    package var title: Message {
      switch self {
      case .roster: Message(zh: "花名册", en: "roster")
      case .scores: Message(zh: "成绩", en: "scores")
      case .tutorScores: Message(zh: "班级辅导教师成绩", en: "scores of tutors")
      case .certificates: Message(zh: "发证记录", en: "certificates")
      case .recommended: Message(zh: "推荐名单", en: "recommended list")
      case .drawn: Message(zh: "抽取名单", en: "drawn list")
      }
    }
  }

  /// What it holds.
  package let kind: Kind
  /// The plan's id, by the folder it lies in.
  package let plan: String
  /// The project's id, by the folder it lies in.
  package let project: String

  /// The file at `path` below the private folder: `2026/2026-yuancheng/roster.csv`; `nil` for any other.
  package init?(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].hasSuffix(".csv"), let kind = Kind(rawValue: String(parts[2].dropLast(4))) else {
      return nil
    }
    self.kind = kind
    plan = String(parts[0])
    project = String(parts[1])
  }

  /// `diagnostic` of this file, of which `text` is the text, without anything that stands in it: the code, the row, and what
  /// the code is about.
  func redacted(_ diagnostic: Diagnostic, text: SourceText) -> Diagnostic {
    let line = diagnostic.location?.span.map { text.position(of: Int($0.start)).line }
    return self.diagnostic(diagnostic.code, diagnostic.severity, Self.subject(of: diagnostic.code), line: line)
  }

  /// What is wrong in `line` (from 1) of this file.
  func diagnostic(
    _ code: DiagnosticCode, _ severity: Severity, _ message: Message, line: Int?, repair: Message? = nil
  ) -> Diagnostic {
    let zh = line.map { "第 \($0) 行" } ?? ""
    let en = line.map { ", line \($0)" } ?? ""
    return Diagnostic(
      code, severity,
      Message(
        zh: "\(project) 的\(kind.title.zh)\(zh)：\(message.zh)", en: "\(kind.title.en) of \(project)\(en): \(message.en)"),
      at: nil, repair: repair)
  }

  /// What a message of reading tables is about, in words that hold nothing of the table.
  private static func subject(of code: DiagnosticCode) -> Message {
    switch code {
    case "RF06": Message(zh: "缺少必填的一栏或一格", en: "a required column or cell is missing")
    case "RF07": Message(zh: "有不认识的一栏", en: "there is an unknown column")
    case "RF08": Message(zh: "有一格写得不对", en: "a cell cannot be read")
    case "RF01", "RF09": Message(zh: "有一栏写了两次", en: "a column is written twice")
    case "CV08": Message(zh: "这一行的格数与表头不同", en: "the row has not as many cells as the header")
    default: Message(zh: "表格读不了（\(code)）", en: "the table cannot be read (\(code))")
    }
  }
}
