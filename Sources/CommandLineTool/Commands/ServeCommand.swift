import Arguments
import Diagnostics
import Files
import Preview
import Publishing

/// `serve`: the portal in a browser of this machine while somebody edits it.
struct ServeCommand {
  let arguments: ParsedArguments
  let language: Language

  /// Runs until the process is ended.
  func run(in world: World) -> Int32 {
    do throws(FileError) {
      let server = try listen(.reading(arguments, in: world), world)
      let address = Message(
        zh: "在浏览器里打开 http://127.0.0.1:\(server.port)/ ；保存文件后页面自动更新，不写入输出文件夹；按 Ctrl-C 结束",
        en:
          "open http://127.0.0.1:\(server.port)/ in a browser; pages load anew when a file is saved, the output folder is left alone; Ctrl-C ends this"
      )
      world.errors.write(address.text(in: language) + "\n")
      let (language, isQuiet) = (language, arguments.has(.quiet))
      try server.run { result, nanoseconds in
        let summary = BuildSummary(
          result, language: language, nanoseconds: nanoseconds, publishes: false, isPreview: false)
        if !isQuiet { world.errors.write(summary.text) }
        func messages(colour: Bool) -> [UInt8] {
          let options = DiagnosticRenderer.Options(language: language, colour: colour, width: world.output.width ?? 100)
          return DiagnosticRenderer(.human, options).render(result.diagnostics) { result.sources[$0] }
        }
        world.output.write(messages(colour: world.allowsColour(on: world.output)))
        return String(decoding: messages(colour: false), as: UTF8.self)
      }
    } catch {
      world.report([error.diagnostic()], in: language)
      return 1
    }
    return 0
  }

  /// A server on the port that is wanted, or on the next one that is free.
  private func listen(_ request: BuildRequest, _ world: World) throws(FileError) -> PreviewServer {
    let wanted = arguments.count(.port) ?? 0
    var reason = FileError.Reason.busy
    for port in wanted...min(wanted + 20, 65535) {
      do throws(FileError.Reason) {
        return try PreviewServer(request, port: UInt16(port), in: world)
      } catch { reason = error }
    }
    throw FileError(reason, .read, "127.0.0.1:\(wanted)")
  }
}
