import Bytes
import Diagnostics
import Training

/// Takes out of messages what must not stand in a log: numbers of persons, names of rosters, and whatever rows of public lists say
/// that lie outside the repository. The code, the file and the line stay.
struct MessageRedaction {
  private let scan: LeakScan
  private let names: PersonNames?
  /// Files of which no row is quoted.
  private let lists: Set<String>
  /// The names in them.
  private let listed: Set<String>

  /// `model` is that of the portal as far as there is one, `people` are those of the private folder, `lists` the tables of the folder
  /// of `--lists`.
  init(_ model: Model?, people: [Person], lists: Set<String>) {
    scan = model.map { LeakScan($0, people: people) } ?? LeakScan(allowed: [])
    names = model.flatMap { people.isEmpty ? nil : PersonNames(people, $0) }
    self.lists = lists
    listed =
      lists.isEmpty
      ? []
      : Set((model?.listRows.records ?? []).filter { lists.contains($0.origin.location.path) }.map(\.name)).subtracting(
        [""])
  }

  /// Applies it to all messages of `result` and to what they quote.
  ///
  /// - Complexity: O(length of the messages and of the files that they point into).
  func apply(to result: inout BuildResult) {
    let files = Set(result.diagnostics.flatMap { [$0.location] + $0.notes.map(\.location) }.compactMap(Self.quoted))
    let sources = result.sources
    result.diagnostics = result.diagnostics.map { redacted($0) { sources[$0] } }
    for path in files {
      result.sources[path] = sources[path].map { lists.contains(path) ? Self.maskedRows($0) : masked($0) }
    }
  }

  /// The file that a message with this place quotes a line of.
  private static func quoted(_ location: SourceLocation?) -> String? {
    location.flatMap { $0.span == nil ? nil : $0.path }
  }

  // MARK: Messages

  private func redacted(_ diagnostic: Diagnostic, _ source: (String) -> [UInt8]?) -> Diagnostic {
    var copy = diagnostic
    if let place = diagnostic.location, let subject = rowSubject(diagnostic.code, place, source) {
      copy.message = subject
      copy.repair = nil
    } else if tells(diagnostic.message) || mayName(diagnostic) && names(diagnostic.message) {
      copy.message = Self.silence
    }
    if let repair = copy.repair, tells(repair) || mayName(diagnostic) && names(repair) { copy.repair = nil }
    copy.location = shown(diagnostic.location)
    copy.notes = diagnostic.notes.map { note in
      var note = note
      if tells(note.message) || mayName(diagnostic) && names(note.message) { note.message = Self.silence }
      note.location = shown(note.location)
      return note
    }
    return copy
  }

  private static let silence = Message(
    zh: "这里有个人信息，消息不引用；规则见 prospectus explain",
    en: "this holds personal data and is not quoted; prospectus explain has the rule")

  private func tells(_ message: Message) -> Bool { tells(message.zh) || tells(message.en) }

  private func tells(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    return !scan.leaks(in: bytes, path: "").isEmpty || !(names?.lines(in: bytes, path: "") ?? []).isEmpty
  }

  /// Whether a message is about lists.
  private func mayName(_ diagnostic: Diagnostic) -> Bool {
    !listed.isEmpty
      && (diagnostic.code.text.hasPrefix("LS")
        || diagnostic.notes.contains { $0.location.map { lists.contains($0.path) } ?? false })
  }

  private func names(_ message: Message) -> Bool {
    listed.contains { message.zh.contains($0) || message.en.contains($0) }
  }

  private func shown(_ location: SourceLocation?) -> SourceLocation? {
    guard let location, tells(location.path) else { return location }
    return SourceLocation(String(location.path.map { $0.isNumber || !$0.isASCII ? "•" : $0 }))
  }

  // MARK: Rows of lists

  /// What the message with this code at `place` is about, when that is a row of a list whose rows are not quoted.
  private func rowSubject(
    _ code: DiagnosticCode, _ place: SourceLocation, _ source: (String) -> [UInt8]?
  ) -> Message? {
    guard lists.contains(place.path), let span = place.span, let bytes = source(place.path),
      let headEnd = bytes.firstIndex(of: UInt8(ascii: "\n")), Int(span.start) > headEnd
    else { return nil }
    let subject = Self.subject(of: code)
    guard let column = Self.column(at: Int(span.start), in: bytes) else { return subject }
    return Message(zh: "“\(column)”一栏：\(subject.zh)", en: "column \"\(column)\": \(subject.en)")
  }

  /// The header of the cell at `offset`.
  private static func column(at offset: Int, in bytes: [UInt8]) -> String? {
    let end = min(offset, bytes.count)
    let start = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    var (count, isQuoted) = (0, false)
    for byte in bytes[start..<end] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ","), !isQuoted { count += 1 }
    }
    let head = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let columns = head.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard columns.indices.contains(count) else { return nil }
    return String(decoding: columns[count], as: UTF8.self).filter { $0 != "\u{FEFF}" }
  }

  /// What a code says of a row, in words that hold nothing of it.
  private static func subject(of code: DiagnosticCode) -> Message {
    switch code {
    case "LS03": Message(zh: "这一行的顺序不对", en: "the row is out of order")
    case "LS04": Message(zh: "这一行有不能公开的内容", en: "the row says what no list may show")
    case "LS07": Message(zh: "序号不连续，或者有人写了两次", en: "rows are not numbered in order, or somebody stands there twice")
    case "RF06": Message(zh: "缺少必填的一格", en: "a required cell is empty")
    case "RF08": Message(zh: "这一格写得不对", en: "the cell cannot be read")
    case "RF01", "RF09": Message(zh: "同一项写了两次", en: "something is written twice")
    case "CV08": Message(zh: "这一行的格数与表头不同", en: "the row has not as many cells as the header")
    case "LS12":
      Message(zh: "名单的行放在这里", en: "the rows of the list lie here")
    case _:
      Message(
        zh: "这一行不合规则，内容不引用；规则见 prospectus explain \(code)",
        en: "the row breaks a rule and is not quoted; see prospectus explain \(code)")
    }
  }

  // MARK: Excerpts

  /// `source` with asterisks in place of the lines that tell something; every other byte stays where it was.
  private func masked(_ source: [UInt8]) -> [UInt8] {
    var lines = Set(scan.leaks(in: source.span, path: "text.md").map(\.line))
    lines.formUnion(names?.lines(in: source.span, path: "", isMarkdown: true) ?? [])
    return lines.isEmpty ? source : Self.masked(source, lines.contains)
  }

  private static func maskedRows(_ source: [UInt8]) -> [UInt8] { masked(source) { $0 > 1 } }

  private static func masked(_ source: [UInt8], _ isMasked: (Int) -> Bool) -> [UInt8] {
    var output = source
    var line = 1
    var isHidden = isMasked(1)
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte == UInt8(ascii: "\n") {
        line += 1
        isHidden = isMasked(line)
        index += 1
        continue
      }
      // A character gives way to one of as many bytes, so that columns stay what they are.
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(source.count, index + length)
      if isHidden, byte >= 0x80 || ByteClass.identifier.contains(byte), let mark = masks[length] {
        output.replaceSubrange(index..<end, with: mark.prefix(end - index))
      }
      index = end
    }
    return output
  }

  private static let masks: [Int: [UInt8]] = [
    1: Array("*".utf8), 2: Array("·".utf8), 3: Array("＊".utf8), 4: Array("\u{1F7B6}".utf8),
  ]
}
