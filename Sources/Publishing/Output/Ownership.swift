import Files

/// Whether an output may be replaced: it is missing, empty, holds only what belongs to the host, or is a portal of ours.
enum Ownership {
  /// Looks at the folder's identity alone when it is one of ours; otherwise (a copy restored from somewhere) at every file.
  ///
  /// - Throws: `foreign` with one of the files nobody built.
  static func check(_ place: OutputPlace, _ settings: OutputSettings, _ record: TreeRecord) throws(OutputError) {
    let stranger = try filing { () throws(FileError) -> String? in
      guard try DiskFiles().kind(of: place.output) == .folder else { return nil }
      let folder = try Folder(place.output)
      let identity = try folder.identity()
      // Without its birth a folder made after another was removed may look the same, as inodes are given again.
      let marks = OutputMarks(readFrom: place.marks)
      let recorded = record.tables.map(\.tree)
      if identity.born != 0, marks.trees.contains(identity) || recorded.contains(identity) {
        // Marks that were damaged are written anew, of the spare too, before the record may be lost as well.
        if !recorded.allSatisfy(marks.trees.contains) {
          let ours = recorded.contains(identity) ? recorded : recorded + [identity]
          try? DiskFiles().write(OutputMarks(trees: ours).bytes, to: place.marks)
        }
        return nil
      }
      // A portal that lay on a mount of its own kept its state inside.
      let inside = TreeRecord(readFrom: place.output + "/.prospectus/outputs/" + place.name + "/record")
      let known = (record.tables + inside.tables).map { (table: $0, index: PathIndex($0.paths)) }
      return try Self.stranger(in: folder) { path, size in
        known.contains { known in
          known.index[path.utf8Span.span].map { known.table.files[$0].stamp.size == size } ?? false
        }
      }
    }
    if let stranger { throw .foreign(output: settings.output, example: stranger) }
  }

  /// The first file that is not known by path and size; entries of the host left out.
  private static func stranger(
    in folder: borrowing Folder, below prefix: String = "", isKnown: (String, Int) -> Bool
  ) throws(FileError) -> String? {
    for entry in try folder.entries(of: prefix.isEmpty ? "." : prefix) where !(prefix.isEmpty && entry.isHidden) {
      guard let name = entry.name else { return prefix + "?" }
      let path = prefix + name
      if entry.kind == .folder {
        if let below = try stranger(in: folder, below: path + "/", isKnown: isKnown) { return below }
      } else {
        guard let state = try folder.state(of: path) else { continue }
        if !isKnown(path, state.stamp.size) { return path }
      }
    }
    return nil
  }
}
