import Diagnostics
import Expressions
import Templates
import Values

/// The strings of the interface, `layouts/strings/LANGUAGE.yml`: texts by key, in every language the portal is kept in.
///
///     more: "更多"
///     n_people: {one: "{n} person", other: "{n} people"}
struct InterfaceStrings {
  private struct File {
    var path: String
    var texts: [String: InterfaceText] = [:]
    var spans: [String: SourceSpan] = [:]
  }

  private var files: [String: File] = [:]

  /// Reads the file of a language; `diagnostics` gets YA for its syntax, LT60 for what is no text.
  mutating func read(_ bytes: [UInt8], language: String, path: String, _ diagnostics: inout [Diagnostic]) {
    let (root, problems) = YAMLReader.read(bytes, path: path)
    diagnostics += problems
    var file = File(path: path)
    for entry in root?.entries ?? [] {
      guard let text = Self.text(of: entry.value) else {
        diagnostics.append(
          Diagnostic(
            "LT60",
            Message(
              zh: "界面文字“\(entry.key)”应是一段文字，或 one 和 other 两种写法",
              en: "the string \(entry.key) is a text, or the two forms one and other"),
            at: SourceLocation(path, entry.value.span),
            repair: Message(
              zh: "写作 \(entry.key): \"…\" 或 {one: \"…\", other: \"…\"}",
              en: "write \(entry.key): \"…\" or {one: \"…\", other: \"…\"}")))
        continue
      }
      file.texts[entry.key] = text
      file.spans[entry.key] = entry.keySpan
    }
    files[language] = file
  }

  private static func text(of node: Node) -> InterfaceText? {
    if let scalar = node.scalar { return InterfaceText(other: scalar.text) }
    guard let entries = node.entries, entries.allSatisfy({ ["one", "other"].contains($0.key) }),
      let other = node["other"]?.scalar
    else { return nil }
    guard let one = node["one"] else { return InterfaceText(other: other.text) }
    return one.scalar.map { InterfaceText(one: $0.text, other: other.text) }
  }

  /// The texts of the portal's language; `nil` when they cannot be relied on, which is then reported once, so that its keys
  /// are not called unknown one by one.
  ///
  /// Reports keys that one language has and another lacks (LT61), a language without a file (LT62), and texts that take
  /// other arguments in another language (LT64).
  func texts(of language: String, _ diagnostics: inout [Diagnostic]) -> [String: InterfaceText]? {
    guard !diagnostics.hasErrors else { return nil }
    guard let file = files[language] else {
      if !files.isEmpty { diagnostics.append(missingLanguage(language)) }
      return files.isEmpty ? [:] : nil
    }
    let sorted = files.sorted { $0.key < $1.key }.map(\.value)
    for own in sorted { for theirs in sorted { compare(own, with: theirs, &diagnostics) } }
    return file.texts
  }

  private func missingLanguage(_ language: String) -> Diagnostic {
    let known = files.keys.sorted().joined(separator: " ")
    return Diagnostic(
      "LT62", Message(zh: "layouts/strings/ 里没有 \(language).yml", en: "layouts/strings/ has no \(language).yml"),
      at: SourceLocation("layouts/strings/\(language).yml"),
      repair: Message(
        zh: "补上这个文件，或改正 site.yml 的 language：现有 " + known,
        en: "add it, or correct language in site.yml; there are " + known))
  }

  /// What `own` lacks of `theirs`, and where its arguments are others.
  private func compare(_ own: File, with theirs: File, _ diagnostics: inout [Diagnostic]) {
    guard own.path != theirs.path else { return }
    let (ownName, otherName) = (Self.language(own.path), Self.language(theirs.path))
    for (key, text) in theirs.texts.sorted(by: { $0.key < $1.key }) {
      guard let ownText = own.texts[key] else {
        diagnostics.append(
          Diagnostic(
            "LT61",
            Message(zh: "\(otherName) 有界面文字“\(key)”，\(ownName) 没有", en: "the string \(key) is missing in \(ownName)"),
            at: SourceLocation(own.path),
            repair: Message(zh: "补上 \(key): \"…\"", en: "add \(key): \"…\"")))
        continue
      }
      // Told once for a pair of languages.
      guard own.path < theirs.path, ownText.arguments != text.arguments else { continue }
      let names = ownText.arguments.symmetricDifference(text.arguments).sorted().map { "{\($0)}" }.joined(
        separator: " ")
      diagnostics.append(
        Diagnostic(
          "LT64",
          Message(
            zh: "界面文字“\(key)”在各语言中的参数须相同，\(names) 只有一边有",
            en: "the string \(key) takes the same arguments in every language; only one has \(names)"),
          at: SourceLocation(own.path, own.spans[key] ?? SourceSpan(0, 0)),
          notes: [
            .init(
              Message(zh: "\(otherName) 在此处", en: "\(otherName) has it here"),
              at: SourceLocation(theirs.path, theirs.spans[key] ?? SourceSpan(0, 0)))
          ]))
    }
  }

  private static func language(_ path: String) -> String {
    path.split(separator: "/").last.map { String($0.dropLast(".yml".count)) } ?? path
  }

  /// Reports the keys that no layout names (LT65), in the file of the portal's language.
  func reportUnused(_ keys: StringKeys, language: String, _ diagnostics: inout [Diagnostic]) {
    guard !keys.areComputed, let file = files[language] else { return }
    for (key, span) in file.spans.sorted(by: { $0.value.start < $1.value.start }) where !keys.written.contains(key) {
      diagnostics.append(
        Diagnostic(
          "LT65",
          Message(zh: "没有版式用到界面文字“\(key)”", en: "no layout uses the string \(key)"),
          at: SourceLocation(file.path, span),
          repair: Message(zh: "从各语言的文件里删去，或用 `t('\(key)')`", en: "remove it from every language, or use `t('\(key)')`"))
      )
    }
  }
}
