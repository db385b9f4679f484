import Arguments
import Diagnostics
import Files
import Publishing
import Training

/// `results`: writes what groups have reached into the content, so that builds without the private folder show it.
struct ResultsCommand {
  let arguments: ParsedArguments
  let language: Language

  func run(in world: World) -> Int32 {
    let request = BuildRequest.reading(arguments, in: world)
    let linked = SiteBuild.link(request, in: world)
    // What the tables say that are about to be written anew is not asked.
    let errors = linked.diagnostics.filter { diagnostic in
      diagnostic.severity == .error && !(diagnostic.location?.path.hasSuffix("/results.csv") ?? false)
    }
    guard let model = linked.model, errors.isEmpty else {
      world.report(errors, in: language, citing: linked.sources)
      return 1
    }
    let read = PrivateFolder.read(arguments.text(.privateFolder) ?? "", for: request, in: world)
    let books = Gradebook.all(in: read.folder, model, jobs: request.jobs)
    let problems = read.diagnostics + books.flatMap(\.diagnostics)
    world.report(problems, in: language)
    guard !problems.hasErrors else { return 1 }
    for book in books {
      guard model.projects.index(of: book.project) != nil, let table = book.results(in: model) else { continue }
      let path = "years/\(book.plan)/projects/\(book.project)/results.csv"
      do throws(FileError) {
        try world.files.write(table, to: request.content + "/" + path)
      } catch {
        world.report([error.diagnostic(shownAs: "content/" + path)], in: language)
        return 1
      }
      guard !arguments.has(.quiet) else { continue }
      let count = book.figures(in: model).count
      world.output.write(
        Message(zh: "content/\(path)：\(count) 行", en: "content/\(path): \(count) rows").text(in: language) + "\n")
    }
    return 0
  }
}
