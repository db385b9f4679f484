package import Diagnostics

extension ArgumentError {
  /// The error as a diagnostic without a place: AR01–AR08. The exit status is 2.
  package var diagnostic: Diagnostic {
    switch self {
    case .unknownCommand(let name, let suggestion):
      make("AR01", Message(zh: "没有“\(name)”这个命令", en: "there is no command '\(name)'"), meant(suggestion))
    case .missingCommand(let path, let choices):
      make(
        "AR02", Message(zh: "“\(path)”后面要写一个命令", en: "'\(path)' needs a command"),
        Message(
          zh: "可用的命令：\(choices.joined(separator: "、"))", en: "the commands are \(choices.joined(separator: ", "))"))
    case .unknownFlag(let name, let suggestion):
      make("AR03", Message(zh: "没有“\(name)”这个选项", en: "there is no option '\(name)'"), meant(suggestion))
    case .flagTooEarly(let name, let command):
      make(
        "AR03",
        Message(zh: "选项“\(name)”属于命令“\(command)”", en: "the option '\(name)' belongs to the command '\(command)'"),
        Message(zh: "把它写在命令之后", en: "write it behind the command"))
    case .missingValue(let flag):
      make(
        "AR04", Message(zh: "选项“\(flag.spelling)”需要一个值", en: "the option '\(flag.spelling)' needs a value"),
        Message(zh: "\(flag.spelling)=\(flag.placeholder.zh)", en: "\(flag.spelling)=\(flag.placeholder.en)"))
    case .unexpectedValue(let flag, let value):
      make(
        "AR04",
        Message(
          zh: "选项“\(flag.spelling)”不带值，却写了“\(value)”",
          en: "the option '\(flag.spelling)' takes no value, but '\(value)' was given"), nil)
    case .badValue(let flag, let value, let suggestion):
      make(
        "AR05",
        Message(
          zh: "“\(flag.spelling)”的值应为\(flag.expectation.zh)，不能是“\(value)”",
          en: "'\(flag.spelling)' takes \(flag.expectation.en), not '\(value)'"), meant(suggestion))
    case .givenTwice(let flag):
      make(
        "AR06",
        Message(zh: "选项“\(flag.spelling)”只能写一次", en: "the option '\(flag.spelling)' may be given only once"), nil)
    case .missingOperand(let name, let command):
      make("AR07", Message(zh: "“\(command)”缺少 \(name)", en: "'\(command)' needs \(name)"), help(command))
    case .surplusOperand(let word, let command):
      make(
        "AR08", Message(zh: "“\(command)”不需要“\(word)”", en: "'\(command)' does not take '\(word)'"), help(command))
    }
  }

  private func make(_ code: DiagnosticCode, _ message: Message, _ repair: Message?) -> Diagnostic {
    Diagnostic(code, .error, message, at: nil, repair: repair)
  }

  private func meant(_ suggestion: String?) -> Message? {
    suggestion.map { Message(zh: "是不是要写“\($0)”？", en: "did you mean '\($0)'?") }
  }

  private func help(_ command: String) -> Message {
    Message(zh: "用法见 \(command) --help", en: "see \(command) --help")
  }
}

extension Flag {
  /// What stands for the value in the help.
  var placeholder: Message {
    switch value {
    case .none: Message(zh: "", en: "")
    case .text(let message), .path(let message): message
    case .count: Message(zh: "数", en: "N")
    case .date: Message(zh: "年-月-日", en: "YYYY-MM-DD")
    case .choice(let words): Message(zh: words.joined(separator: "|"), en: words.joined(separator: "|"))
    case .list: Message(zh: "名称,…", en: "NAME,…")
    }
  }

  /// What the value must be, to stand in a sentence.
  fileprivate var expectation: Message {
    switch value {
    case .none: Message(zh: "空", en: "nothing")
    case .text: Message(zh: "文字", en: "text")
    case .path: Message(zh: "路径", en: "a path")
    case .count(let range):
      Message(
        zh: " \(range.lowerBound) 至 \(range.upperBound) 的整数",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .date: Message(zh: "日期（如 2026-09-18）", en: "a date such as 2026-09-18")
    case .choice(let words):
      Message(zh: " \(words.joined(separator: "、")) 之一", en: "one of \(words.joined(separator: ", "))")
    case .list(let words):
      Message(
        zh: "以逗号分隔的 \(words.joined(separator: "、"))", en: "some of \(words.joined(separator: ",")), with commas between"
      )
    }
  }
}
