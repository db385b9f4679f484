import Arguments
import Diagnostics
import Files
import Publishing
import Training

/// `explain-result`: how the points of one person came about, on the terminal of whoever has the private folder.
struct ExplainResultCommand {
  let arguments: ParsedArguments
  let language: Language

  func run(in world: World) -> Int32 {
    // A log or a file outlives the question.
    guard world.output.isTerminal else {
      world.report([Self.notHere], in: language)
      return 2
    }
    let request = BuildRequest.reading(arguments, in: world)
    let linked = SiteBuild.link(request, in: world)
    guard let model = linked.model else {
      world.report(linked.diagnostics.filter { $0.severity == .error }, in: language, citing: linked.sources)
      return 1
    }
    let read = PrivateFolder.read(arguments.text(.privateFolder) ?? "", for: request, in: world)
    let books = Gradebook.all(in: read.folder, model, jobs: request.jobs)
    let problems = read.diagnostics + books.flatMap(\.diagnostics)
    world.report(problems, in: language)
    let number = arguments.operands.first ?? ""
    let texts = books.flatMap { book in
      (book.explanations(of: number, in: model) + book.explanations(ofTutorOf: number, in: model)).map {
        ResultText($0, in: model, language: language).text
      }
    }
    guard !texts.isEmpty else {
      world.report([Self.unknown], in: language)
      return 1
    }
    world.output.write(texts.joined(separator: "\n"))
    return problems.hasErrors ? 1 : 0
  }

  private static let notHere = Diagnostic(
    "PV10",
    Message(
      zh: "个人成绩只显示在终端上，不写进文件、日志和别的程序",
      en: "somebody's own result is shown on a terminal, and not written to files, logs or other programs"), at: nil,
    repair: Message(zh: "在终端里直接运行，不用 > 和 |", en: "run it on a terminal, without > and |"))

  private static let unknown = Diagnostic(
    "SC08", Message(zh: "这个编号没有成绩", en: "there are no marks of this number"), at: nil,
    repair: Message(zh: "核对编号和 --private 的文件夹", en: "check the number and the folder of --private"))
}
