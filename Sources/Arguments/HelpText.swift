package import Diagnostics

extension ArgumentParser {
  /// The help of the command with the names in `path` (the program's first; as far as they are known), generated from the
  /// tables and wrapped at `width` columns, a Han character being two.
  package func help(for path: [String], in language: Language, width: Int = 80) -> String {
    var command = program
    var names = [program.name]
    var own: [Flag] = []
    for name in path.dropFirst() {
      guard let next = command.commands.first(where: { $0.name == name }) else { break }
      command = next
      names.append(name)
      own += next.flags
    }
    let general = program.flags + (names.count == 1 ? [.help, .version] : [.help])
    return HelpText(language: language, width: width).text(command, names, general: general, own: own)
  }
}

/// Lays out the help of one command.
private struct HelpText {
  let language: Language
  let width: Int

  func text(_ command: Command, _ names: [String], general: [Flag], own: [Flag]) -> String {
    let usage = LineWrap.wrap(usage(command, names), width: width - 6, indent: 6)
    var parts = [
      LineWrap.wrap(command.summary.text(in: language), width: width, indent: 0) + "\n",
      heading("用法", "Usage") + "  " + usage + "\n",
    ]
    if let discussion = command.discussion {
      parts.append(LineWrap.wrap(discussion.text(in: language), width: width, indent: 0) + "\n")
    }
    parts.append(section("命令", "Commands", command.commands.map { ($0.name, $0.summary.text(in: language)) }))
    parts.append(section("参数", "Arguments", command.operands.map { ($0.name, $0.summary.text(in: language)) }))
    parts.append(section("选项", "Options", own.map(row)))
    parts.append(section("通用选项", "General options", general.map(row)))
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func usage(_ command: Command, _ names: [String]) -> String {
    var words = names
    if !command.commands.isEmpty { words.append(language == .chinese ? "<命令>" : "<command>") }
    words.append(language == .chinese ? "[选项]" : "[options]")
    for operand in command.operands {
      switch operand.count {
      case .one: words.append("<\(operand.name)>")
      case .optional: words.append("[\(operand.name)]")
      case .many: words.append("[\(operand.name) …]")
      }
    }
    return words.joined(separator: " ")
  }

  private func heading(_ chinese: String, _ english: String) -> String {
    (language == .chinese ? chinese + "：" : english + ":") + "\n"
  }

  private func row(_ flag: Flag) -> (String, String) {
    var term = (flag.short.map { "-\($0), " } ?? "") + flag.spelling
    if flag.takesValue { term += "=" + flag.placeholder.text(in: language) }
    var text = flag.summary.text(in: language)
    if case .list(let words) = flag.value {
      text += (language == .chinese ? "：" : ": ") + words.joined(separator: language == .chinese ? "、" : ", ")
    }
    if flag.isRepeated { text += language == .chinese ? "（可多次给出）" : " (may be given several times)" }
    if let standard = flag.standard {
      text += language == .chinese ? "（默认 \(standard)）" : " (default \(standard))"
    }
    return (term, text)
  }

  /// Terms on the left, texts in one column on the right; a long term has a line of its own.
  private func section(_ chinese: String, _ english: String, _ rows: [(term: String, text: String)]) -> String {
    guard !rows.isEmpty else { return "" }
    let longest = width / 3
    let column = (rows.map { DisplayWidth.columns(of: $0.term) }.filter { $0 <= longest }.max() ?? longest) + 4
    var output = heading(chinese, english)
    for row in rows {
      let columns = DisplayWidth.columns(of: row.term)
      let text = LineWrap.wrap(row.text, width: width - column, indent: column)
      if columns + 4 > column {
        output += "  \(row.term)\n\(String(repeating: " ", count: column))\(text)\n"
      } else {
        output += "  \(row.term)\(String(repeating: " ", count: column - 2 - columns))\(text)\n"
      }
    }
    return output
  }
}
