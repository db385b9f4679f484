import Files

/// Whether an output may be replaced: it is missing, empty, holds only what belongs to the host, or is a portal of ours.
enum Ownership {
  /// Looks at names alone when the output is the very folder the last build left; otherwise (a copy restored from
  /// somewhere, files replaced one by one by a build that was killed) at every file.
  ///
  /// - Throws: `foreign` with one of the files nobody built.
  static func check(_ place: OutputPlace, _ settings: OutputSettings) throws(OutputError) {
    let stranger = try filing { () throws(FileError) -> String? in
      guard try DiskFiles().kind(of: place.output) == .folder else { return nil }
      let folder = try Folder(place.output)
      let identity = try folder.identity()
      let manifests = manifests(of: place)
      if manifests.contains(where: { $0.tree == identity }) { return nil }
      return try Self.stranger(in: folder, known: Set(manifests.flatMap(\.files)))
    }
    if let stranger { throw .foreign(output: settings.output, example: stranger) }
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

  /// The manifests that may describe the output, the newest first: one that was about to be put in place counts too.
  static func manifests(of place: OutputPlace) -> [Manifest] {
    let inside = place.output + "/.prospectus/outputs/" + place.name + "/manifest"
    return [place.nextManifest, place.manifest, inside].compactMap { Manifest(readFrom: $0) }
  }
}
