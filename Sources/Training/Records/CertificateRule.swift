import Diagnostics
package import Expressions
import Values

/// What a project issues to whoever passes: the rules of a certificate. Who has got one is known to the private folder alone.
package struct CertificateRule: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var project = Reference<Project>(id: "", span: SourceSpan(0, 0))
  package var kind = "合格证书"
  package var issuer: String?
  package var format = CertificateFormat.none
  package var audience: String?
  package var issuedOn: CalendarDate?
  package var place: String?
  package var hours: String?
  package var verification: String?
  package var replacement: String?
  package var contact: Reference<Contact>?
  package var text: [String] = []

  package init() {}
  package static func store(in model: Model) -> RecordStore<CertificateRule> { model.certificates }
  /// Filled from `years/<plan>/certificates.yml`, in the order of its list.
  package static var shelf: any WritableKeyPath<Records, [CertificateRule]> & Sendable { \.certificates }

  /// `2026年全员远程培训合格证书`: project and kind.
  package func title(in model: Model) -> String {
    (project.record(in: model).map { $0.shortName ?? $0.name } ?? "") + kind
  }

  /// Who signs it.
  package func issuer(in model: Model) -> String { issuer ?? model.settings.name }

  /// `certificate`: its fields, the project's office where it names none, and the numbers that are void.
  package static let table = RecordTable<CertificateRule>(
    "certificate", "证书",
    [
      .required("id", "编号", \.id, "编号"),
      .optional("plan", "计划", \.plan, "所属计划，取自路径"),
      .required("project", "项目", \.project, "哪个项目的证书"),
      .defaulted("kind", "种类", \.kind, "合格证书、结业证书……；不写为合格证书"),
      .optional("issuer", "颁发", \.issuer, "由谁颁发，不写为主管单位"),
      .required("format", "编号格式", \.format, "证书编号的样子：文字、{year}（4位年份）和一个 {serial:6}（6位流水号）"),
      .optional("audience", "对象", \.audience, "发给谁"),
      .optional("issued_on", "发证日期", \.issuedOn, "哪天起发；须在培训结束、公示期满以后，还没有定的写待定"),
      .optional("place", "领取", \.place, "到哪里领、怎样领"),
      .optional("hours", "学时登记", \.hours, "学时怎样登记"),
      .optional("verification", "核对", \.verification, "编号怎样核对；编号能猜，不要设凭编号查姓名的网页"),
      .optional("replacement", "补办", \.replacement, "写错、丢失怎样办"),
      .optional("contact", "联系方式", \.contact, "发证的处室；不写为项目的"),
      .list("text", "说明", \.text, "其他说明，一段一项"),
    ],
    derived: [
      .url(\.id),
      .init("title", .text, "项目和种类") { rule, model in .text(rule.title(in: model)) },
      .init("issuer", .text, "由谁颁发") { rule, model in .text(rule.issuer(in: model)) },
      .init("contact", .optional(Reference<Contact>.valueType), "发证的处室，没有写时为项目的") { rule, model in
        (rule.contact ?? rule.project.record(in: model)?.contact).map { $0.value(in: model) } ?? .none
      },
      .init("revocations", .list(Reference<Revocation>.valueType), "作废的编号，新的在前") { rule, model in
        model.entities(Revocation.self, at: model.revocationsByCertificate[rule.origin.index])
      },
    ])
}

/// A certificate that holds no more, by its number: neither name nor reason.
package struct Revocation: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var plan: Reference<Plan>?
  package var certificate = Reference<CertificateRule>(id: "", span: SourceSpan(0, 0))
  package var number = ""
  package var date = CalendarDate(dayNumber: 0)
  package var replacedBy: String?

  package init() {}
  package static func store(in model: Model) -> RecordStore<Revocation> { model.revocations }
  /// Filled from `years/<plan>/revocations.csv`, a row each.
  package static var shelf: any WritableKeyPath<Records, [Revocation]> & Sendable { \.revocations }

  package func isPublic(on day: CalendarDate) -> Bool { date <= day }

  /// `revocation`: its fields. It has no id field, and none for a name or a reason.
  package static let table = RecordTable<Revocation>(
    "revocation", "作废证书",
    [
      .optional("plan", "计划", \.plan, "所属计划，取自路径"),
      .required("certificate", "证书", \.certificate, "哪种证书，certificates.yml 里的编号"),
      .required("number", "证书编号", \.number, "作废的证书编号"),
      .required("date", "作废日期", \.date, "哪天起作废"),
      .optional("replaced_by", "换发编号", \.replacedBy, "换发的证书编号"),
    ])
}
