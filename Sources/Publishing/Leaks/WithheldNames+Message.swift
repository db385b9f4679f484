import Diagnostics

extension WithheldNames.Finding {
  /// LS06 of the reference for a list that was taken down or replaced, PV06 for one that is not public yet, or not here. Names are never
  /// told.
  func diagnostic(at path: String) -> Diagnostic {
    let why: Message
    let code: DiagnosticCode
    switch reason {
    case .expired(let day):
      (code, why) = ("LS06", Message(zh: "这份名单公布到 \(day) 为止", en: "this list was public until \(day)"))
    case .superseded:
      (code, why) = ("LS06", Message(zh: "这份名单已由另一份取代", en: "another list stands in the place of this one"))
    case .preview:
      (code, why) = ("PV06", Message(zh: "预览不含名单", en: "a preview has no lists of names"))
    case .upcoming:
      (code, why) = ("PV06", Message(zh: "这份名单还没有公布", en: "this list is not public yet"))
    }
    return Diagnostic(
      code, .error,
      Message(
        zh: "从第 \(line) 行起有“\(title)”里的 \(count) 个姓名；\(why.zh)",
        en: "from line \(line) on it holds \(count) names of the list \"\(title)\"; \(why.en)"),
      at: SourceLocation(path),
      repair: Message(
        zh: "删去：名单只写在公告的 list 里，页面自己会列出和撤下；可以公开的姓名，在 content/privacy.yml 逐个写明理由",
        en:
          "delete them: a list stands in the notice's list alone, whose page shows it and takes it down; for names that may be public give the reason for each in content/privacy.yml"
      ))
  }
}
