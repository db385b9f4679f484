import Bytes
import Diagnostics
import Training
import Values

/// What the scan says of each file of a portal, at the file that an editor would open.
struct LeakReport: Sendable {
  private let scan: LeakScan
  private let withheld: WithheldNames
  private let names: PersonNames
  private let authors: AuthorGrounds
  private let files: ContentFiles
  /// Attachments that `privacy.yml` lets pass, whatever their tables say.
  private let released: Set<String>

  /// `people` are those of the private folder. What they are is not part of `digest`: a build that knows them takes nothing over.
  init(_ model: Model, people: [Person] = []) {
    scan = LeakScan(model, people: people)
    withheld = WithheldNames(model)
    names = PersonNames(people, model)
    authors = AuthorGrounds(model)
    files = model.files
    released = model.releases.records.isEmpty ? [] : model.files.attachments.filter { model.isReleased($0) }
  }

  /// Stands for what is looked for and what is released from the scan.
  var digest: FastHash {
    let (released, names) = (scan.digest, withheld.digest)
    return FastHash(high: released.high ^ names.low, low: released.low ^ names.high)
  }

  /// Pictures, sounds and fonts hold no text to read.
  private static let opaque: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "ico", "woff", "woff2", "ttf", "mp3", "mp4",
  ]

  /// Whether the file `path` is one in which nothing is looked for.
  static func isOpaque(_ path: String) -> Bool {
    path.lastIndex(of: ".").map { opaque.contains(path[path.index(after: $0)...].lowercased()) } ?? false
  }

  /// One message for each kind of thing in the file `path`, whose text is that of the file `source`.
  ///
  /// - Complexity: O(length).
  func diagnostics(of bytes: Span<UInt8>, path: String, source: String?) -> [Diagnostic] {
    let name = path.utf8Span.span
    let inName = scan.leaks(in: name, path: "")
    let isNamed = !names.lines(in: name, path: "").isEmpty
    // A path that holds a number or a name is shown without digits or characters of names.
    let shown =
      "site/" + String(path.map { (!inName.isEmpty && $0.isNumber) || (isNamed && !$0.isASCII) ? "•" : $0 })
    var found = inName.map { $0.kind.diagnostic(inName: shown) }
    if isNamed { found.append(PersonNames.diagnostic(inName: shown)) }
    if source == nil, let hidden = hidden(in: bytes, path: path, shown: shown) { found.append(hidden) }
    if Self.isOpaque(path) { return found }
    if let format = DocumentText.Format(path: path) {
      var copy: [UInt8] = []
      copy.append(run: bytes, 0..<bytes.count)
      return found + documentDiagnostics(DocumentText(of: copy, format), path: path, shown: shown)
    }
    found += copies(in: bytes, path: path, source: source, shown: shown)
    found += named(in: bytes, path: path, source: source, shown: shown)
    let leaks = scan.leaks(in: bytes, path: path)
    guard !leaks.isEmpty else { return found }
    let inSource = source.flatMap { files.bytes(of: $0) }.map { scan.leaks(in: $0.span, path: "text.md") } ?? []
    for kind in Leak.Kind.allCases {
      let lines = leaks.filter { $0.kind == kind }.map(\.line)
      let sourceLines = inSource.filter { $0.kind == kind }.map(\.line)
      if !lines.isEmpty {
        found.append(
          kind.diagnostic(
            in: shown, lines: lines,
            source: source.flatMap { sourceLines.isEmpty ? nil : ($0, sourceLines) }))
      }
    }
    return found
  }

  /// PV08 for what a file tells beside what its readers see; pages are made here and tell nothing.
  private func hidden(in bytes: Span<UInt8>, path: String, shown: String) -> Diagnostic? {
    guard !["html", "css", "js", "csv", "ics", "xml", "json", "txt"].contains(where: { path.hasSuffix("." + $0) })
    else {
      return nil
    }
    var copy: [UInt8] = []
    copy.append(run: bytes, 0..<bytes.count)
    let metadata = FileMetadata(of: copy, path: path)
    let data = metadata.hidden(authors)
    guard let repair = metadata.repair, !data.isEmpty else { return nil }
    let isShown = shown == "site/" + path && files.attachments.contains(path)
    return HiddenDatum.diagnostic(data, at: isShown ? "content/" + path : shown, repair)
  }

  /// One message for each kind of thing in a document, with the places where it stands.
  private func documentDiagnostics(_ text: DocumentText, path: String, shown: String) -> [Diagnostic] {
    let leaks = text.parts.map { scan.leaks(in: $0.bytes.span, path: "") }
    var found = Leak.Kind.allCases.compactMap { kind -> Diagnostic? in
      let places = zip(text.parts, leaks).compactMap { part, leaks -> Message? in
        let lines = leaks.filter { $0.kind == kind }.map(\.line)
        return lines.isEmpty ? nil : part.place(of: lines)
      }
      return places.isEmpty ? nil : kind.diagnostic(in: shown, places: places)
    }
    let named = zip(text.parts, text.parts.map { names.lines(in: $0.bytes.span, path: path) })
      .compactMap { part, lines in lines.isEmpty ? nil : part.place(of: lines) }
    if !named.isEmpty { found.append(PersonNames.diagnostic(in: shown, places: named)) }
    if !withheld.isEmpty {
      let all = Array(text.parts.map(\.bytes).joined(separator: [UInt8(ascii: "\n")]))
      let source = files.attachments.contains(path) ? "content/" + path : shown
      found += withheld.findings(in: all.span).map { $0.diagnostic(at: source) }
    }
    if !released.contains(path) {
      let source = shown == "site/" + path && files.attachments.contains(path) ? "content/" + path : shown
      // Numbers that were found say it of their column.
      let isSaid = leaks.contains { !$0.isEmpty }
      found += text.parts.flatMap { OfficeSheet($0)?.diagnostics(at: source) ?? [] }
        .filter { !isSaid || $0.code != "PV05" }
    }
    return text.isUnread ? found + [Self.unread(at: shown)] : found
  }

  private static func unread(at path: String) -> Diagnostic {
    Diagnostic(
      "PV11", .warning,
      Message(
        zh: "这个文件没能打开，或只看到一部分，没有查完里面有没有个人信息",
        en: "this file could not be opened, or not all of it: nobody knows what personal data it holds"),
      at: SourceLocation(path),
      repair: Message(
        zh: "去掉打开密码，用办公软件打开后另存一次；不必公开的就不要放进 files/",
        en: "remove its password and save it anew; leave out of files/ what need not be public"))
  }

  /// Copies of lists that are not public; a table of another encoding is read as it is decoded.
  private func copies(in bytes: Span<UInt8>, path: String, source: String?, shown: String) -> [Diagnostic] {
    guard !withheld.isEmpty else { return [] }
    if files.attachments.contains(path) {
      let text = CSVReader.text(of: files.bytes(of: "content/" + path) ?? [])
      return withheld.findings(in: text.span).map { $0.diagnostic(at: "content/" + path) }
    }
    let found = withheld.findings(in: bytes)
    guard !found.isEmpty else { return [] }
    let inSource = source.flatMap { files.bytes(of: $0) }.map { withheld.findings(in: $0.span) } ?? []
    return found.map { finding in
      let origin = inSource.first { $0.title == finding.title && $0.reason == finding.reason }
      return origin.flatMap { origin in source.map { origin.diagnostic(at: $0) } } ?? finding.diagnostic(at: shown)
    }
  }

  /// Names of rosters; of a table in another encoding those of its text.
  private func named(in bytes: Span<UInt8>, path: String, source: String?, shown: String) -> [Diagnostic] {
    guard !names.isEmpty else { return [] }
    if files.attachments.contains(path) {
      let text = CSVReader.text(of: files.bytes(of: "content/" + path) ?? [])
      let lines = names.lines(in: text.span, path: path)
      return lines.isEmpty ? [] : [PersonNames.diagnostic(in: "content/" + path, lines: lines)]
    }
    let lines = names.lines(in: bytes, path: path)
    guard !lines.isEmpty else { return [] }
    let inSource =
      source.flatMap { files.bytes(of: $0) }.map { names.lines(in: $0.span, path: path, isMarkdown: true) } ?? []
    if let source, !inSource.isEmpty { return [PersonNames.diagnostic(in: source, lines: inSource)] }
    return [PersonNames.diagnostic(in: shown, lines: lines)]
  }
}
