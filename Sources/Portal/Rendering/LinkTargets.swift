import Diagnostics
import Expressions
import Markdown
package import Training

/// Everything that a text can link to by id or by file. Made once, shared by all pages.
package final class LinkTargets: Sendable {
  /// A page that texts link to by id, and what a page depends on that does so.
  private struct Target: Sendable {
    let page: SitePath
    let question: Lookup

    init(_ page: SitePath, _ id: String) {
      self.page = page
      question = Lookup(.link, id)
    }
  }

  /// `kind:id` to page.
  private let byID: [String: Target]
  /// Paths of texts below `content/` to their pages.
  private let byFile: [String: SitePath]
  private let files: ContentFiles
  private let kinds: [String]
  /// `kind:id` of records that readers may not see yet.
  private let upcoming: Set<String>
  /// Kinds of which a file could not be read: links to them are not called broken.
  private let incompleteKinds: Set<String>
  private let suggestions = Suggestions()

  package init(_ model: Model) {
    var byID: [String: Target] = [:]
    var byFile: [String: SitePath] = [:]
    var kinds: [String] = []
    var upcoming: Set<String> = []
    func add<R: IdentifiedRecord>(_ store: RecordStore<R>) {
      kinds.append(R.table.name)
      for record in store.records {
        guard record.isPublic(on: model.asOf) else {
          upcoming.insert(R.table.name + ":" + record.id.text)
          continue
        }
        let path = model.routes.path(of: R.table.name, id: record.id.text)
        let id = R.table.name + ":" + record.id.text
        byID[id] = Target(path, id)
        if let file = record.origin.bodyPath { byFile[file] = path }
      }
    }
    add(model.courses)
    add(model.packs)
    add(model.modules)
    add(model.tiers)
    add(model.plans)
    add(model.projects)
    add(model.classes)
    add(model.newsletters)
    add(model.schemes)
    add(model.notices)
    add(model.certificates)
    add(model.samples)
    add(model.helpPages)
    for collection in model.collections {
      let id = "collection:" + collection.name
      if let page = collection.page { byID[id] = Target(page, id) }
    }
    kinds.append("collection")
    for page in PortalRoutes.fixed { byID["page:" + page.name] = Target(page.path, "page:" + page.name) }
    kinds.append("page")
    self.byID = byID
    self.byFile = byFile
    self.kinds = kinds
    self.upcoming = upcoming
    incompleteKinds = model.incompleteKinds
    files = model.files
  }

  /// Whether `destination` is written `kind:…` with a kind that is known here.
  func isByID(_ destination: String) -> Bool {
    destination.utf8.firstIndex(of: UInt8(ascii: ":")).map { kinds.contains(String(destination[..<$0])) } ?? false
  }

  /// Whether the target may well be in a file that could not be read and has its own message.
  func isExcused(_ reason: MarkdownFailureReason) -> Bool {
    switch reason {
    case .unknownID(let target, _):
      target.firstIndex(of: ":").map { incompleteKinds.contains(String(target[..<$0])) } ?? false
    case .noFile(let path): path.hasSuffix(".md") && !incompleteKinds.isEmpty
    case .unknownKind, .notYetPublic, .noImage, .notAttached: false
    }
  }

  /// Where `destination`, written in the text `file`, leads; the reason when it leads nowhere. The question is noted in `reads`.
  func resolve(
    _ destination: String, from file: String, _ reads: PageReads?
  ) -> Result<SitePath, MarkdownFailureReason> {
    // Nearly all links are written by id and name the whole page.
    if let target = byID[destination] {
      reads?.note(target.question)
      return .success(target.page)
    }
    reads?.note(.link, question(destination, from: file))
    return resolve(destination, from: file)
  }

  /// What is asked of all that can be linked to when `destination` stands in the text `file`: the same for all texts that ask
  /// for one thing, and `resolve` answers to it wherever it stands.
  private func question(_ destination: String, from file: String) -> String {
    let target = destination.utf8.firstIndex(of: UInt8(ascii: "#")).map { String(destination[..<$0]) } ?? destination
    if let colon = target.utf8.firstIndex(of: UInt8(ascii: ":")), !target[..<colon].utf8.contains(UInt8(ascii: "/")) {
      return target
    }
    let path = Self.join(file, target)
    return path.hasPrefix("content/") ? String(path.dropFirst("content".count)) : "/../" + path
  }

  /// Where `destination`, written in the text `file`, leads; the reason when it leads nowhere.
  func resolve(_ destination: String, from file: String) -> Result<SitePath, MarkdownFailureReason> {
    let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#"))
    let target = hash.map { String(destination[..<$0]) } ?? destination
    let fragment = hash.map { String(destination[destination.utf8.index(after: $0)...]) }
    if let known = byID[target] { return .success(SitePath(known.page.path, fragment: fragment)) }
    if upcoming.contains(target) { return .failure(.notYetPublic(target)) }
    if isByID(target) {
      return .failure(.unknownID(target, suggestion: suggestions.nearest(to: target, among: byID.keys)))
    }
    if let colon = target.utf8.firstIndex(of: UInt8(ascii: ":")), !target[..<colon].utf8.contains(UInt8(ascii: "/")) {
      let kind = String(target[..<colon])
      return .failure(.unknownKind(kind, suggestion: Suggestion.nearest(to: kind, among: kinds)))
    }
    let asWritten = resolve(path: Self.join(file, target), fragment)
    // Typora and VS Code write the names of files so; a name that holds the sign itself was found as it stands.
    guard case .failure = asWritten, let decoded = PercentEncoding.decoded(target) else { return asWritten }
    let found = resolve(path: Self.join(file, decoded), fragment)
    if case .failure(.noFile) = found { return asWritten }
    return found
  }

  /// Where the file or the text at `path` is shown.
  private func resolve(path: String, _ fragment: String?) -> Result<SitePath, MarkdownFailureReason> {
    if let page = byFile[path] { return .success(SitePath(page.path, fragment: fragment)) }
    let relative = path.hasPrefix("content/") ? String(path.dropFirst("content/".count)) : path
    if files.attachments.contains(relative) { return .success(SitePath(relative)) }
    if !relative.hasSuffix(".md"), files.bytes(of: "content/" + relative) != nil {
      return .failure(.notAttached(relative))
    }
    return .failure(.noFile(relative))
  }

  /// `target` relative to the folder of `file`, `.` and `..` resolved.
  static func join(_ file: String, _ target: String) -> String {
    var parts = target.hasPrefix("/") ? ["content"] : file.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

/// Why a link leads nowhere.
enum MarkdownFailureReason: Error {
  case unknownID(String, suggestion: String?)
  case unknownKind(String, suggestion: String?)
  case noFile(String)
  case notYetPublic(String)
  /// A file of `content/` that readers cannot have.
  case notAttached(String)
  /// The target is a page and cannot be shown as a picture.
  case noImage

  var failure: MarkdownFailure {
    switch self {
    case .unknownID(let target, let suggestion):
      MarkdownFailure(
        Message(zh: "链接的目标“\(target)”不存在", en: "the link's target \"\(target)\" does not exist"),
        repair: suggestion.map { Message(zh: "是不是“\($0)”？", en: "did you mean \($0)?") })
    case .unknownKind(let kind, let suggestion):
      MarkdownFailure(
        Message(zh: "不能链接到“\(kind):”这一类", en: "there are no links of the kind \"\(kind):\""),
        repair: suggestion.map { Message(zh: "是不是“\($0):”？", en: "did you mean \($0):?") })
    case .notYetPublic(let target):
      MarkdownFailure(
        Message(
          zh: "“\(target)”在基准日还没有发布，先不加链接", en: "\"\(target)\" is not public yet on the as-of day and is not linked"),
        severity: .warning)
    case .noImage:
      MarkdownFailure(
        Message(zh: "这里要一张图片，目标却是一个页面", en: "a picture is asked for, and the target is a page"),
        repair: Message(
          zh: "图片放在正文旁边的 files/ 里；要链接页面，去掉前面的 !",
          en: "put the picture into files/ beside the text; for a link to the page, delete the !"))
    case .notAttached(let path):
      MarkdownFailure(
        Message(zh: "“\(path)”不是附件，读者拿不到它", en: "\"\(path)\" is no attachment; readers cannot have it"),
        repair: Message(zh: "把它移到 files/ 文件夹里", en: "move it into a folder files/"), code: "OU02")
    case .noFile(let path) where Self.mistypedAddress(path) != nil:
      MarkdownFailure(
        Message(zh: "链接的文件“\(path)”不存在", en: "the linked file \"\(path)\" does not exist"),
        repair: Self.mistypedAddress(path))
    case .noFile(let path) where !path.hasSuffix(".md"):
      MarkdownFailure(
        Message(zh: "附件“\(path)”不存在", en: "the attachment \"\(path)\" does not exist"),
        repair: Message(
          zh: "把文件放在正文旁边的 files/ 里，或核对路径", en: "put the file into files/ beside the text, or check the path"),
        code: "OU02")
    case .noFile(let path):
      MarkdownFailure(
        Message(zh: "链接的文件“\(path)”不存在", en: "the linked file \"\(path)\" does not exist"),
        repair: Message(
          zh: "核对路径，或用 course:编号 这样的写法", en: "check the path, or link by id, as in course:some-id"))
    }
  }

  /// What to write instead of a path that is an address of the web, or a path of Windows; `nil` for other paths.
  private static func mistypedAddress(_ path: String) -> Message? {
    let parts = path.split(separator: "/")
    if parts.contains(where: { $0.hasPrefix("http：") || $0.hasPrefix("https：") }) {
      return Message(zh: "网址里用半角的 ://", en: "write the address with an ASCII ://")
    }
    if let host = parts.first(where: { $0.lowercased().hasPrefix("www.") }) {
      return Message(
        zh: "网址要写全，如 https://\(host)", en: "write the whole address, as in https://\(host)")
    }
    if path.contains("\\") {
      let name = path.split { $0 == "/" || $0 == "\\" }.suffix(2).joined(separator: "/")
      return Message(zh: "路径里用 / 不用 \\，如 \(name)", en: "write / instead of \\, as in \(name)")
    }
    return nil
  }
}
