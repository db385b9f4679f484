internal import Diagnostics

extension MarkdownProblem {
  /// The diagnostic for the problem at `location`.
  func diagnostic(at location: SourceLocation) -> Diagnostic {
    Diagnostic(code, .error, message, at: location, repair: repair)
  }

  private var code: DiagnosticCode {
    switch self {
    case .invalidUTF8: "MD01"
    case .noncharacter: "MD02"
    }
  }

  private var message: Message {
    switch self {
    case .invalidUTF8: Message(zh: "正文必须是 UTF-8 编码，此处的字节不是", en: "Text is UTF-8; the bytes here are not")
    case .noncharacter:
      Message(
        zh: "正文不得含有非字符 U+FDD0–U+FDEF", en: "Text must not hold the noncharacters U+FDD0–U+FDEF")
    }
  }

  private var repair: Message? {
    switch self {
    case .invalidUTF8:
      Message(zh: "用编辑器把文件另存为 UTF-8", en: "Save the file as UTF-8 in your editor")
    case .noncharacter: Message(zh: "删去这个看不见的字符", en: "Delete this invisible character")
    }
  }
}
