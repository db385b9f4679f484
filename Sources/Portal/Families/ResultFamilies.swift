import Expressions
import Training

/// The page of each certificate: when, where, what its number says, which numbers are void.
let certificateFamily = PageFamily(
  "certificate", layout: "certificate.html", variables: [("certificate", CertificateRule.entityType)]
) { context in
  let model = context.model
  return model.certificates.records.map { rule in
    let title = rule.title(in: model)
    return Page(
      context.path(of: rule), title: title, description: "\(title)：什么时候、在哪里领，编号怎样核对，哪些编号已经作废。", section: .plan,
      crumbs: crumbs(to: rule.project, context), source: rule.origin.paths.first
    ) { [$0.entity(rule)] }
  }
}

/// The page of each sample: when the exam is, how many of each group sit it, by which rule.
let sampleFamily = PageFamily("sample", layout: "sample.html", variables: [("sample", ExamSample.entityType)]) {
  context in
  context.model.samples.records.map { sample in
    Page(
      context.path(of: sample), title: sample.title, description: sample.summary, section: .plan,
      crumbs: crumbs(to: sample.project, context), source: sample.origin.paths.first
    ) { [$0.entity(sample)] }
  }
}

/// The year table, and the project.
private func crumbs(to project: Reference<Project>, _ context: PortalContext) -> [Crumb] {
  let own = project.record(in: context.model).map { Crumb($0.shortName ?? $0.name, context.path(of: $0)) }
  return [Crumb("培训项目", SitePath("projects/"))] + (own.map { [$0] } ?? [])
}
