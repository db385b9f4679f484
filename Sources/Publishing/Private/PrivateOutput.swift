package import Diagnostics
package import Files

/// Where a command writes what nobody may publish: a folder that exists, outside the portal and outside the repository that holds it.
package enum PrivateOutput {
  /// The real path of the folder at `path`; else `FL01` or `PV05` about `option`, without the path.
  package static func folder(
    _ path: String, of option: String, for request: BuildRequest, in world: World
  ) -> Result<String, PrivateOutputProblem> {
    outside(OutsideFolder.place(of: path, for: request, in: world), option)
  }

  private static func outside(
    _ place: Result<String, OutsideFolder.Problem>, _ option: String
  ) -> Result<String, PrivateOutputProblem> {
    place.mapError { PrivateOutputProblem(diagnostic: $0.diagnostic(option, of: contents)) }
  }

  /// The real path of a file to be at `path`, whose folder exists and is in no such repository.
  package static func file(
    _ path: String, of option: String, for request: BuildRequest, in world: World
  ) -> Result<String, PrivateOutputProblem> {
    let (parent, name) = DiskFiles.split(path)
    return outside(OutsideFolder.place(of: parent, mayHold: true, for: request, in: world), option).map {
      $0 == "/" ? $0 + name : $0 + "/" + name
    }
  }

  private static let contents = Message(zh: "写出的文件", en: "what is written")
}

/// Why nothing can be written there.
package struct PrivateOutputProblem: Error {
  package let diagnostic: Diagnostic
}
