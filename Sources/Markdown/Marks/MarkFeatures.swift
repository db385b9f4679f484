/// Which features need a pass over the bytes of a text at all.
enum MarkFeatures {
  /// The features of `features` for which `source` holds the bytes that they begin with.
  ///
  /// - Complexity: O(length), one table look-up a byte.
  static func wanted(_ features: MarkdownFeatures, in source: SourceText) -> MarkdownFeatures {
    let candidates: MarkdownFeatures = [
      .tables, .strikethrough, .tasks, .headingIDs, .cjkEmphasis, .directives, .figures,
    ]
    var result = features.intersection(candidates)
    guard !result.isEmpty else { return result }
    let classes = classes
    var seen: UInt8 = 0
    let bytes = source.file.span.extracting(source.body)
    for index in bytes.indices { seen |= classes[Int(bytes[index])] }
    if seen & pipe == 0 || seen & dash == 0 { result.remove(.tables) }
    if seen & tilde == 0 { result.remove(.strikethrough) }
    if seen & bracket == 0 { result.remove(.tasks) }
    if seen & brace == 0 { result.subtract([.headingIDs, .figures]) }
    if seen & colon == 0 { result.remove(.directives) }
    if seen & star == 0 || seen & wide == 0 { result.remove(.cjkEmphasis) }
    return result
  }

  private static let pipe: UInt8 = 1
  private static let dash: UInt8 = 2
  private static let tilde: UInt8 = 4
  private static let bracket: UInt8 = 8
  private static let brace: UInt8 = 16
  private static let colon: UInt8 = 32
  private static let star: UInt8 = 64
  private static let wide: UInt8 = 128

  private static let classes: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for byte in 0x80...0xFF { table[byte] = wide }
    table[Int(UInt8(ascii: "|"))] = pipe
    // `foo` above `:--` is a table, too.
    table[Int(UInt8(ascii: ":"))] = colon | pipe
    table[Int(UInt8(ascii: "-"))] = dash
    table[Int(UInt8(ascii: "~"))] = tilde | star
    table[Int(UInt8(ascii: "["))] = bracket
    table[Int(UInt8(ascii: "{"))] = brace
    table[Int(UInt8(ascii: "*"))] = star
    table[Int(UInt8(ascii: "_"))] = star
    return table
  }()
}
