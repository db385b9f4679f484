import Diagnostics

extension CSVError {
  /// The diagnostic for the user; the codes are stable.
  func diagnostic(path: String) -> Diagnostic {
    let (code, message, repair) = words
    let notes = related.map {
      [Diagnostic.Note(Message(zh: "引号从这里开始", en: "the quote opens here"), at: SourceLocation(path, $0))]
    }
    return Diagnostic(code, .error, message, at: SourceLocation(path, span), notes: notes ?? [], repair: repair)
  }

  /// The note for a file that was read as GB18030.
  static func gb18030Note(path: String) -> Diagnostic {
    Diagnostic(
      "CV07", .note,
      Message(zh: "文件不是 UTF-8，已按 GB18030（GBK）读取", en: "the file is not UTF-8 and was read as GB18030 (GBK)"),
      at: SourceLocation(path),
      repair: Message(zh: "若有乱码，请在 Excel 里另存为“CSV UTF-8”", en: "if it looks garbled, save it as \"CSV UTF-8\" in Excel")
    )
  }

  private var words: (DiagnosticCode, Message, Message?) {
    switch kind {
    case .unterminatedQuote:
      (
        "CV01", Message(zh: "这个引号没有配对的结束引号", en: "this quote is never closed"),
        Message(
          zh: "在该字段末尾补上 \"；若引号是文字，整个字段加引号并把其中的引号写两遍：\"5\"\" 屏幕\"",
          en: "close the field with \"; if the quote is text, quote the field and double the quote: \"5\"\" screen\"")
      )
    case .textAfterQuote:
      (
        "CV02", Message(zh: "结束引号之后只能是分隔符或换行", en: "after a closing quote come only the delimiter or a line break"),
        Message(
          zh: "删去引号与分隔符之间的内容；字段里的引号写两遍：\"\"", en: "remove what stands between; inside a field double the quote: \"\"")
      )
    case .quoteInside:
      (
        "CV03", Message(zh: "没有加引号的字段里不能有双引号", en: "an unquoted field holds no double quote"),
        Message(
          zh: "整个字段加引号，并把其中的引号写两遍：\"5\"\" 屏幕\"；引号前不要有空格",
          en: "quote the whole field and double the quote: \"5\"\" screen\"; no space before the opening quote")
      )
    case .nul:
      (
        "CV04", Message(zh: "文件里有空字符（NUL）", en: "the file holds a NUL character"),
        Message(zh: "在 Excel 里重新导出；这可能不是 CSV 文件", en: "export it again; this may be no CSV file")
      )
    case .undecodable:
      (
        "CV05", Message(zh: "无法识别文件编码：既不是 UTF-8，也不是 GB18030", en: "the encoding is neither UTF-8 nor GB18030"),
        Message(zh: "在 Excel 里另存为“CSV UTF-8”", en: "save it as \"CSV UTF-8\" in Excel")
      )
    case .cutUTF8:
      (
        "CV06", Message(zh: "文件在一个汉字中间断开，可能没有保存或复制完整", en: "the file ends in the middle of a character: it is cut off"),
        Message(zh: "重新导出或复制整个文件", en: "export or copy the whole file again")
      )
    case .damagedUTF8:
      (
        "CV06", Message(zh: "文件是 UTF-8，但这里的字节已损坏", en: "the file is UTF-8, but damaged here"),
        Message(zh: "重新导出该文件，或改正这个字符", en: "export the file again, or correct this character")
      )
    case .ragged(let fields, let header):
      (
        "CV08",
        Message(
          zh: "这一行有 \(fields) 个字段，表头有 \(header) 个", en: "this row has \(fields) fields, the header has \(header)"),
        fields < header
          ? Message(zh: "补上缺少的分隔符；没有内容的字段留空", en: "add the missing delimiters; leave empty fields empty")
          : Message(
            zh: "若字段里有逗号，请给该字段加引号；否则补上表头或删去多出的字段",
            en: "quote a field that holds a comma; else add a header or remove the extra field")
      )
    case .wrongHeader(let fields, let header):
      (
        "CV08",
        Message(
          zh: "表头有 \(header) 个字段，每一行都是 \(fields) 个", en: "the header has \(header) fields, every row \(fields)"),
        fields < header
          ? Message(
            zh: "删去表头里多出的一栏，或给每一行补上这一栏", en: "remove the name too many, or add its column to every row")
          : Message(zh: "给表头补上缺少的一栏", en: "add the name that the header lacks")
      )
    case .tooLarge:
      (
        "CV09",
        Message(
          zh: "文件超过 \(CSVReader.maximumSize >> 20) MB", en: "the file is larger than \(CSVReader.maximumSize >> 20) MB"),
        Message(zh: "分成几个文件", en: "split it")
      )
    }
  }
}
