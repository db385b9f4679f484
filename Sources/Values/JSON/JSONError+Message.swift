import Diagnostics

extension JSONError {
  /// The diagnostic for the user; the codes are stable.
  func diagnostic(path: String) -> Diagnostic {
    let (code, message, repair) = words
    let notes = related.map {
      [Diagnostic.Note(Message(zh: "第一次写在这里", en: "it is given here first"), at: SourceLocation(path, $0))]
    }
    return Diagnostic(code, .error, message, at: SourceLocation(path, span), notes: notes ?? [], repair: repair)
  }

  private var words: (DiagnosticCode, Message, Message?) {
    switch kind {
    case .expectedValue:
      ("JS01", Message(zh: "这里应当是一个值", en: "a value is expected here"), nil)
    case .expectedKey:
      (
        "JS02", Message(zh: "对象的键须是双引号中的文字", en: "a key of an object is text in double quotes"),
        Message(zh: "写成 \"键\": 值", en: "write `\"key\": value`")
      )
    case .expectedColon:
      ("JS03", Message(zh: "键之后须有冒号", en: "a key is followed by a colon"), nil)
    case .expectedComma(let closing):
      (
        "JS04",
        Message(
          zh: "这里应当是逗号或 \(UnicodeScalar(closing))", en: "a comma or `\(UnicodeScalar(closing))` is expected here"), nil
      )
    case .trailingComma:
      (
        "JS05", Message(zh: "最后一项之后不能有逗号", en: "the last item is not followed by a comma"),
        Message(zh: "删去逗号", en: "remove the comma")
      )
    case .badNumber:
      (
        "JS06", Message(zh: "数字写法无效", en: "this is no JSON number"),
        Message(zh: "不要写前导零、加号或孤立的小数点", en: "no leading zeros, no plus sign, digits on both sides of the point")
      )
    case .badLiteral:
      (
        "JS07", Message(zh: "未加引号的文字只能是 true、false、null", en: "text without quotes is only `true`, `false` or `null`"),
        Message(zh: "文字请加双引号", en: "put text in double quotes")
      )
    case .unterminatedString:
      ("JS08", Message(zh: "这个引号没有配对的结束引号", en: "this quote is never closed"), nil)
    case .controlInString:
      (
        "JS09", Message(zh: "文字里不能直接换行或有控制字符", en: "text holds no line break or control character as such"),
        Message(zh: "换行写成 \\n", en: "write a line break as \\n")
      )
    case .badEscape:
      (
        "JS10", Message(zh: "无效的转义", en: "this is no JSON escape"),
        Message(zh: "反斜杠写两遍（\\\\）", en: "double the backslash (`\\\\`)")
      )
    case .loneSurrogate:
      (
        "JS11", Message(zh: "这个转义只是半个字符", en: "this escape is half a character"),
        Message(zh: "直接写出这个字符", en: "write the character itself")
      )
    case .duplicateKey(let key):
      (
        "JS12", Message(zh: "键“\(key)”在同一处写了两次", en: "the key `\(key)` is given twice"),
        Message(zh: "保留一个", en: "keep one of them")
      )
    case .textAfterValue:
      ("JS13", Message(zh: "值到此已经结束，后面还有内容", en: "the value is complete, but text follows"), nil)
    case .notUTF8:
      (
        "JS14", Message(zh: "文件不是有效的 UTF-8", en: "the file is not valid UTF-8"),
        Message(zh: "另存为 UTF-8 编码", en: "save the file as UTF-8")
      )
    case .tooDeeplyNested:
      (
        "JS15",
        Message(
          zh: "嵌套超过 \(JSONParser.maximumDepth) 层", en: "nesting is deeper than \(JSONParser.maximumDepth) levels"), nil
      )
    case .tooLarge:
      (
        "JS16",
        Message(
          zh: "文件超过 \(JSONReader.maximumSize >> 20) MB",
          en: "the file is larger than \(JSONReader.maximumSize >> 20) MB"), nil
      )
    }
  }
}
