package import Diagnostics
import Expressions
import Markdown
import Training

/// The lines of `redirects.csv`: which addresses lead to where their pages are now, and which are gone for good.
package struct RedirectList: Sendable {
  /// A page that is nothing but a way to another one.
  struct Stub: Sendable {
    let from: SitePath
    let target: SitePath
    let record: Redirect
    /// Whether the target is written as an address, which is compared with the pages that there are.
    let isAddress: Bool
  }

  /// Those that can be made.
  private(set) var stubs: [Stub] = []
  /// The files that were at the addresses of all lines: nobody is told that they are gone.
  package private(set) var answered: Set<String> = []
  private var diagnostics: [Diagnostic] = []
  /// Whether there is no line.
  package private(set) var isEmpty = true

  /// Reads the lines; what they lead to by id must be there.
  ///
  /// - Complexity: O(lines).
  init(_ model: Model, _ targets: LinkTargets) {
    let records = model.redirects.records.filter(\.isWhole)
    guard !records.isEmpty else { return }
    isEmpty = false
    for record in records {
      guard let from = address(record, model) else { continue }
      guard answered.insert(from.file).inserted else {
        report(
          record, "from", "OU10", zh: "旧网址“\(record.from)”写了两次", en: "the address \"\(record.from)\" is written twice",
          Message(zh: "只留一行", en: "leave one line"))
        continue
      }
      guard let to = record.to, !to.isEmpty else { continue }
      guard let (target, isAddress) = target(to, record, targets, model) else { continue }
      stubs.append(Stub(from: from, target: target, record: record, isAddress: isAddress))
    }
    for stub in stubs where answered.contains(stub.target.file) {
      report(
        stub.record, "to", "OU10", zh: "“\(stub.record.to ?? "")”自己也是旧网址",
        en: "\"\(stub.record.to ?? "")\" is an old address itself",
        Message(zh: "直接写最后的网址", en: "write the final address"))
    }
  }

  /// What is wrong with the lines, given the `files` of the portal besides the stubs.
  ///
  /// - Complexity: O(lines).
  package func problems(among files: Set<String>) -> [Diagnostic] {
    var list = self
    var others = PathsWithoutCase(files)
    for stub in stubs {
      list.compare(stub, with: &others, files)
      if files.contains(stub.from.file) {
        list.report(
          stub.record, "from", "OU10", zh: "网址“\(stub.record.from)”现在有页面，不能再转到别处",
          en: "there is a page at \"\(stub.record.from)\"; it cannot lead elsewhere",
          Message(zh: "删去这一行", en: "delete this line"))
      }
      if stub.isAddress, !files.contains(stub.target.file) {
        let nearest = Suggestion.nearest(to: stub.target.file, among: files.sorted())
        list.report(
          stub.record, "to", "OU01", zh: "网址“\(stub.record.to ?? "")”没有页面",
          en: "there is no page at \"\(stub.record.to ?? "")\"",
          nearest.map { Message(zh: "是不是“\($0)”？", en: "did you mean \($0)?") }
            ?? Message(zh: "核对网址，或用 course:编号 这样的写法", en: "check the address, or link by id, as in course:some-id"))
      }
    }
    return list.diagnostics
  }

  /// Tells of a stub that takes the place of another file, or of a page of `files`, where capitals and small letters are one:
  /// on many disks and hosts.
  private mutating func compare(_ stub: Stub, with others: inout PathsWithoutCase, _ files: Set<String>) {
    defer { others.insert(stub.from.file) }
    switch others.conflict(of: stub.from.file) {
    case .name(let other) where other == stub.from.file: break
    case .name(let other):
      report(
        stub.record, "from", "OU10", zh: "“\(stub.record.from)”与“\(SitePath.path(ofFile: other))”只差大小写",
        en: "\"\(stub.record.from)\" differs from \"\(SitePath.path(ofFile: other))\" only in capitals",
        Message(
          zh: "删去这一行：在许多磁盘和主机上这是同一个网址", en: "delete this line: on many disks and hosts it is the same address"))
    case .folder(let other):
      report(
        stub.record, "from", "OU10", zh: "“\(stub.record.from)”要把“\(other)”既当文件又当文件夹",
        en: "\"\(stub.record.from)\" needs \"\(other)\" as a file and as a folder",
        Message(zh: "核对网址；两者只能有一个", en: "check the address; there can be only one of them"))
    case nil: break
    }
  }

  private mutating func address(_ record: Redirect, _ model: Model) -> SitePath? {
    do throws(PortalAddress.Flaw) {
      let path = try PortalAddress.read(record.from, model.settings)
      if path.fragment == nil, path.file.hasSuffix(".html") {
        guard Self.isTooLong(path.file) else { return path }
        report(
          record, "from", "OU10", zh: "旧网址太长，磁盘上放不下：每一段最多 \(Self.stepLimit) 字节，共 \(Self.lengthLimit) 字节",
          en: "the address is too long for a disk: \(Self.stepLimit) bytes a step, \(Self.lengthLimit) in all at most",
          Message(zh: "删去这一行：门户里不会有过这个网址", en: "delete this line: no portal can have had this address"))
        return nil
      }
    } catch {}
    report(
      record, "from", "OU10", zh: "“\(record.from)”不是门户里页面的网址",
      en: "\"\(record.from)\" is no address of a page of the portal",
      Message(
        zh: "从门户的根写起，只有字母、数字和 - _ .，如 courses/jiu-kecheng/；页面以 / 或 .html 结尾",
        en:
          "write it from the portal's root in letters, digits and - _ ., as in courses/old-course/; pages end with / or .html"
      ))
    return nil
  }

  /// Bytes of a name, and of a path below the output, that every disk takes.
  private static let (stepLimit, lengthLimit) = (255, 2000)

  private static func isTooLong(_ file: String) -> Bool {
    file.utf8.count > lengthLimit || file.utf8.split(separator: UInt8(ascii: "/")).contains { $0.count > stepLimit }
  }

  private mutating func target(
    _ to: String, _ record: Redirect, _ targets: LinkTargets, _ model: Model
  ) -> (SitePath, isAddress: Bool)? {
    if targets.isByID(to) || to.hasSuffix(".md") {
      switch targets.resolve(to, from: "content/redirects.csv") {
      case .success(let path): return (path, false)
      case .failure(let reason):
        guard !targets.isExcused(reason) else { return nil }
        let failure = reason.failure
        diagnostics.append(
          Diagnostic(
            failure.code ?? "OU01", .error, failure.message, at: record.location(of: "to"), repair: failure.repair))
        return nil
      }
    }
    do throws(PortalAddress.Flaw) {
      return (try PortalAddress.read(to, model.settings), true)
    } catch {
      report(
        record, "to", "OU10", zh: "“\(to)”不是门户里的网址", en: "\"\(to)\" is no address of the portal",
        Message(
          zh: "写 course:编号 这样的写法，或从门户的根写起的网址，如 courses/xin-kecheng/",
          en: "write course:some-id, or an address from the portal's root, as in courses/new-course/"))
      return nil
    }
  }

  private mutating func report(
    _ record: Redirect, _ field: String, _ code: DiagnosticCode, zh: String, en: String, _ repair: Message
  ) {
    diagnostics.append(
      Diagnostic(code, .error, Message(zh: zh, en: en), at: record.location(of: field), repair: repair))
  }
}

extension PageRenderer {
  /// Where old addresses lead.
  package var redirects: RedirectList { context.redirects }
}
