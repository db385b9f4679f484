import Files

/// Whether an output may be replaced: it is missing, empty, holds only what belongs to the host, or is a portal of ours.
enum Ownership {
  /// Looks at names alone when the output is the very folder the last build left; otherwise (a copy restored from
  /// somewhere, files replaced one by one by a build that was killed) at every file.
  ///
  /// - Returns: what the last build put there; `nil` when no build did.
  /// - Throws: `foreign` with one of the files nobody built.
  static func check(_ place: OutputPlace, _ settings: OutputSettings) throws(OutputError) -> Manifest? {
    let last = Manifest(readFrom: place.manifest)
    let stranger = try filing { () throws(FileError) -> String? in
      guard try DiskFiles().kind(of: place.output) == .folder else { return nil }
      let folder = try Folder(place.output)
      let identity = try folder.identity()
      if identity.born != 0, last?.tree == identity { return nil }
      let manifests = [last] + others(of: place)
      return try Self.stranger(in: folder, known: Set(manifests.flatMap { $0?.files ?? [] }))
    }
    if let stranger { throw .foreign(output: settings.output, example: stranger) }
    return last
  }

  /// The first file that is not, by path and size, in `known`; entries of the host left out.
  private static func stranger(
    in folder: borrowing Folder, known: Set<Manifest.File>, below prefix: String = ""
  ) throws(FileError) -> String? {
    for entry in try folder.entries(of: prefix.isEmpty ? "." : prefix) where !(prefix.isEmpty && entry.isHidden) {
      guard let name = entry.name else { return prefix + "?" }
      let path = prefix + name
      if entry.kind == .folder {
        if let below = try stranger(in: folder, known: known, below: path + "/") { return below }
      } else {
        guard let state = try folder.state(of: path) else { continue }
        if !known.contains(Manifest.File(path: path, size: state.key.size)) { return path }
      }
    }
    return nil
  }

  /// Manifests that may describe the output besides the last build's: of a build that was replacing file by file when it
  /// was killed, and of one that kept its state inside the output.
  private static func others(of place: OutputPlace) -> [Manifest?] {
    let inside = place.output + "/.prospectus/outputs/" + place.name + "/manifest"
    return [Manifest(readFrom: place.nextManifest), Manifest(readFrom: inside)]
  }
}
