import Arguments
import Diagnostics
import Files
import Publishing
import Training

/// `certificates`: what is printed for those who passed, in a folder that nobody publishes.
struct CertificatesCommand {
  let arguments: ParsedArguments
  let language: Language

  func run(in world: World) -> Int32 {
    let request = BuildRequest.reading(arguments, in: world)
    let linked = SiteBuild.link(request, in: world)
    let errors = linked.diagnostics.filter { $0.severity == .error }
    guard let model = linked.model, errors.isEmpty else {
      world.report(errors, in: language, citing: linked.sources)
      return 1
    }
    let id = arguments.operands.first ?? ""
    guard let project = model.projects[id] else {
      world.report([Self.noProject(id, among: model.projects.ids)], in: language)
      return 1
    }
    guard let path = arguments.text(.certificateFolder), let folder = arguments.text(.privateFolder) else {
      world.report([Self.noFolder], in: language)
      return 2
    }
    let place: String
    switch PrivateOutput.folder(path, of: "--output", for: request, in: world) {
    case .success(let found): place = found
    case .failure(let problem):
      world.report([problem.diagnostic], in: language)
      return 1
    }
    let read = PrivateFolder.read(folder, for: request, in: world)
    let books = Gradebook.all(in: read.folder, model, jobs: request.jobs)
    let own = books.first { $0.project == id && $0.plan == project.plan.id }
    // Numbers are compared across projects, marks and certificates are those of this one.
    let problems = read.diagnostics + (own.map { $0.diagnostics + $0.certificateDiagnostics } ?? [])
    world.report(problems, in: language)
    guard !problems.hasErrors else { return 1 }
    guard let own, !own.certificates.isEmpty else {
      world.report([Self.nothing], in: language)
      return 1
    }
    let sheets = CertificateSheets(own, project, model)
    do throws(FileError) {
      try world.files.write(sheets.page, to: place + "/" + id + ".html")
    } catch {
      world.report([error.diagnostic(shownAs: "--output/" + id + ".html")], in: language)
      return 1
    }
    if !arguments.has(.quiet) {
      let message = Message(
        zh: "\(id).html：\(own.certificates.count) 份，每份一页 A4，用浏览器打印",
        en: "\(id).html: \(own.certificates.count) certificates, a page each; print it from a browser")
      world.output.write(message.text(in: language) + "\n")
    }
    return 0
  }

  private static let noFolder = Diagnostic(
    "AR04", Message(zh: "要写 --private 和 --output 两个文件夹", en: "both --private and --output are needed"), at: nil,
    repair: Message(
      zh: "例如 prospectus certificates 2026-yuancheng --private ../private --output ../print",
      en: "such as prospectus certificates 2026-yuancheng --private ../private --output ../print"))

  private static func noProject(_ id: String, among ids: [String]) -> Diagnostic {
    UnknownIdentifier.diagnostic(
      id, of: Message(zh: "项目", en: "project"), among: ids,
      otherwise: Message(zh: "看 projects.csv 里的编号", en: "see the ids of projects.csv"))
  }

  private static let nothing = Diagnostic(
    "SC08", Message(zh: "私有文件夹里没有这个项目的发证记录", en: "the private folder has no certificates of this project"), at: nil,
    repair: Message(
      zh: "把 certificates.csv（学员编号,证书编号,发证日期）放进 年度/项目/ 文件夹",
      en: "put certificates.csv (train_no, no, issued) into YEAR/PROJECT/"))
}
