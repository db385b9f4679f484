import Arguments
import Diagnostics
import Files
import Publishing
import Training
import Values

/// `draw`: who is drawn for a sample, by its published seed and method; on a terminal, or in a file that nobody publishes.
struct DrawCommand {
  let arguments: ParsedArguments
  let language: Language

  func run(in world: World) -> Int32 {
    let path = arguments.text(.drawnFile)
    guard path != nil || world.output.isTerminal else {
      world.report([Self.notHere], in: language)
      return 2
    }
    let request = BuildRequest.reading(arguments, in: world)
    let linked = SiteBuild.link(request, in: world)
    let errors = linked.diagnostics.filter { $0.severity == .error }
    guard let model = linked.model, errors.isEmpty else {
      world.report(errors, in: language, citing: linked.sources)
      return 1
    }
    let id = arguments.operands.first ?? ""
    guard let index = model.samples.index(of: id) else {
      world.report([Self.noSample(id, among: model.samples.ids)], in: language)
      return 1
    }
    var place: String?
    if let path {
      switch PrivateOutput.file(path, of: "--output", for: request, in: world) {
      case .success(let found): place = found
      case .failure(let problem):
        world.report([problem.diagnostic], in: language)
        return 1
      }
    }
    let sample = model.samples.records[index]
    let read = PrivateFolder.read(arguments.text(.privateFolder) ?? "", for: request, in: world)
    let book = Gradebook.all(in: read.folder, model, jobs: request.jobs).first { $0.project == sample.project.id }
    var problems = read.diagnostics
    if let book {
      problems += book.diagnostics + book.recommendedDiagnostics + book.sizeProblems(of: index, in: model)
    }
    guard let book, let groups = book.draw(index, in: model), !problems.hasErrors else {
      if !problems.hasErrors { problems.append(book == nil ? Self.noRoster : Self.notReady) }
      world.report(problems, in: language, citing: linked.sources)
      return 1
    }
    world.report(problems, in: language)
    guard let place else {
      world.output.write(text(sample, groups, book))
      return 0
    }
    do throws(FileError) {
      try world.files.write(table(sample, groups, book), to: place)
    } catch {
      world.report([error.diagnostic(shownAs: "--output")], in: language)
      return 1
    }
    if !arguments.has(.quiet) { world.output.write(counts(groups)) }
    return 0
  }

  /// `drawn.csv`, as the private folder may have it.
  private func table(_ sample: ExamSample, _ groups: [DrawnGroup], _ book: Gradebook) -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    writer.record(["抽考", "分组", "序号", "学员编号", "姓名", "单位"])
    var number = 0
    for group in groups {
      for person in group.people.map({ book.people[$0] }) {
        number += 1
        writer.record([
          sample.id.text, group.share.name, String(number), person.number, person.name, person.unit ?? "",
        ])
      }
    }
    return writer.output
  }

  private func text(_ sample: ExamSample, _ groups: [DrawnGroup], _ book: Gradebook) -> String {
    var number = 0
    return groups.map { group in
      let head = "\(group.share.name)  \(group.people.count)/\(group.share.base)\n"
      return head
        + group.people.map { index -> String in
          number += 1
          let person = book.people[index]
          return "  \(number)  \(person.number)  \(person.name)  \(person.unit ?? "")\n"
        }.joined()
    }.joined()
  }

  private func counts(_ groups: [DrawnGroup]) -> String {
    groups.map { group in
      Message(
        zh: "\(group.share.name)：\(group.share.base) 人里抽取 \(group.people.count) 人\n",
        en: "\(group.share.name): \(group.people.count) drawn of \(group.share.base)\n"
      ).text(in: language)
    }.joined()
  }

  private static let notHere = Diagnostic(
    "PV10",
    Message(
      zh: "抽到谁只显示在终端上，或者写进 --output 的文件，不写进日志和别的程序",
      en: "who is drawn is shown on a terminal, or written to the file of --output, and not to logs or other programs"),
    at: nil,
    repair: Message(
      zh: "在终端里直接运行，或写 --output 仓库以外的文件", en: "run it on a terminal, or give --output a file outside the repository"))

  private static func noSample(_ id: String, among ids: [String]) -> Diagnostic {
    UnknownIdentifier.diagnostic(
      id, of: Message(zh: "抽考", en: "sample"), among: ids,
      otherwise: Message(zh: "先写 years/年度/samples.yml", en: "write years/YEAR/samples.yml first"))
  }

  private static let noRoster = Diagnostic(
    "SC08", Message(zh: "私有文件夹里没有这个项目的花名册", en: "the private folder has no roster of this project"), at: nil,
    repair: Message(
      zh: "核对 --private 的文件夹：年度/项目/roster.csv", en: "check the folder of --private: YEAR/PROJECT/roster.csv"))

  private static let notReady = Diagnostic(
    "SC07",
    Message(
      zh: "抽取要有尾数规则、种子和 method: SHA-256", en: "a draw needs a rounding, a seed and method: SHA-256"), at: nil,
    repair: Message(zh: "在 samples.yml 里补上公开产生的种子", en: "add the seed that was made in public to samples.yml"))
}
