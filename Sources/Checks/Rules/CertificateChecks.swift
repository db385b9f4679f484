import Diagnostics
import Expressions
import Training

/// RF01, RF08, DT07, LS05: the rules of certificates, and which numbers are void.
let certificateChecks = [
  Check(
    "RF01", rule: Message(zh: "一个项目的一种证书只写一条规则", en: "a certificate of a project has its rules once")
  ) { model, findings in
    for own in model.certificatesByProject {
      var first: [String: CertificateRule] = [:]
      for rule in own.map({ model.certificates.records[$0] }) where rule.isSound("kind") {
        guard let other = first[rule.kind] else {
          first[rule.kind] = rule
          continue
        }
        findings.error(
          "RF01", zh: "这个项目的“\(rule.kind)”写了两条", en: "the project has rules of \(rule.kind) twice",
          at: rule.origin.location, repair: Message(zh: "删去一条，或写不同的种类", en: "delete one, or name another kind"),
          notes: [.init(Message(zh: "第一条在这里", en: "the first one is here"), at: other.origin.location)])
      }
    }
  },
  Check(
    "DT07", "LS05",
    rule: Message(zh: "培训结束、公示期满以后才发证", en: "certificates wait for the end of the training and of the disclosure")
  ) {
    model, findings in
    for rule in model.certificates.records where rule.isSound("project", "issued_on") {
      guard let day = rule.issuedOn, let problem = rule.tooEarly(day, in: model) else { continue }
      findings.error(
        problem.code, zh: problem.message.zh, en: problem.message.en, at: rule.location(of: "issued_on"),
        repair: problem.repair)
    }
  },
  Check(
    "RF08", "RF01", rule: Message(zh: "作废的编号合格式、不重复", en: "numbers that are void follow the format and stand once")
  ) {
    model, findings in
    var places: [String: SourceLocation] = [:]
    for revocation in model.revocations.records where revocation.isSound("number") {
      if let first = places.updateValue(revocation.location(of: "number"), forKey: revocation.number) {
        findings.error(
          "RF01", zh: "这个编号已经作废过", en: "the number is void already", at: revocation.location(of: "number"),
          repair: Message(zh: "删去多的一行", en: "delete a row"),
          notes: [.init(Message(zh: "第一次在这里", en: "first here"), at: first)])
      }
      guard let rule = revocation.certificate.record(in: model), rule.isSound("format") else { continue }
      for (field, number) in [("number", revocation.number), ("replaced_by", revocation.replacedBy ?? "")]
      where !number.isEmpty && revocation.isSound("replaced_by") && !rule.format.matches(number) {
        findings.error(
          "RF08", zh: "证书编号不合“\(rule.format.fieldText)”的格式", en: "the number does not follow \(rule.format.fieldText)",
          at: revocation.location(of: field),
          repair: Message(zh: "核对编号", en: "check the number"),
          notes: [.init(Message(zh: "格式在这里", en: "the format is here"), at: rule.location(of: "format"))])
      }
    }
    var replacements: [String: SourceLocation] = [:]
    for revocation in model.revocations.records where revocation.isSound("number", "replaced_by") {
      guard let other = revocation.replacedBy else { continue }
      if other == revocation.number {
        findings.error(
          "RF01", zh: "换发的编号就是作废的编号", en: "the number that replaces it is the same",
          at: revocation.location(of: "replaced_by"), repair: Message(zh: "换发要用新的编号", en: "give a new number"))
      } else if let first = replacements.updateValue(revocation.location(of: "replaced_by"), forKey: other) {
        findings.error(
          "RF01", zh: "这个编号换发了两次", en: "the number replaces two others", at: revocation.location(of: "replaced_by"),
          repair: Message(zh: "换发要用新的编号", en: "give a new number"),
          notes: [.init(Message(zh: "第一次在这里", en: "first here"), at: first)])
      }
    }
  },
]
