package import Diagnostics
package import Expressions

/// Why a certificate cannot be issued on a day.
package struct CertificateDayProblem: Sendable {
  /// DT07 or LS05.
  package let code: DiagnosticCode
  package let message: Message
  package let repair: Message
}

extension CertificateRule {
  /// What speaks against issuing it on `day`: DT07 while the training goes on, LS05 while others may object to those who passed.
  ///
  /// - Complexity: linear in the notices of the project.
  package func tooEarly(_ day: CalendarDate, in model: Model) -> CertificateDayProblem? {
    guard let place = project.index else { return nil }
    let project = model.projects.records[place]
    guard project.isSound("when", "actual") else { return nil }
    let end = (project.actual ?? project.when).last
    if day < end {
      return CertificateDayProblem(
        code: "DT07",
        message: Message(
          zh: "发证早于培训结束（\(end.monthDayText)）", en: "issued before the training ends (\(end))"),
        repair: Message(zh: "核对发证日期", en: "check the day"))
    }
    for notice in model.noticesByProject[place].map({ model.notices.records[$0] }) {
      guard notice.kind == .disclosure, notice.list?.kind == .passed, notice.isSound("period"),
        let until = notice.period?.until.date, day <= until
      else { continue }
      return CertificateDayProblem(
        code: "LS05",
        message: Message(
          zh: "发证时合格名单还在公示（到\(until.monthDayText)）",
          en: "issued while the list of those who passed is disclosed (until \(until))"),
        repair: Message(zh: "公示期满、异议办结以后再发证", en: "wait for the end of the period"))
    }
    return nil
  }
}
