import Bytes
import Diagnostics
import Values

/// Filters that change a text. Numbers, dates and links are taken as their printed text; what only Python prints is refused where
/// types are known.
extension Filter {
  private static func changing(
    _ name: String, doc: Message, example: String, _ change: @escaping @Sendable (String) -> String
  ) -> Filter {
    Filter(
      name, accepts: .printable, others: .printed, doc: doc, example: example, result: textLike,
      apply: { call throws(EvaluationFailure) in call.likeInput(change(try call.plain())) })
  }

  /// Markup stays markup, everything else becomes text.
  @Sendable static func textLike(_ types: FilterTypes) -> ValueType {
    switch types.input.present {
    case .html: .html
    case let type where type.kinds.contains(.html): .any
    default: .text
    }
  }

  static let upper = changing(
    "upper", doc: Message(zh: "变成大写", en: "In capital letters"), example: "{{ 'a'|upper }} → A"
  ) { $0.uppercased() }
  static let lower = changing(
    "lower", doc: Message(zh: "变成小写", en: "In small letters"), example: "{{ 'A'|lower }} → a"
  ) { SmallLetters.of($0) }
  static let capitalize = changing(
    "capitalize", doc: Message(zh: "首字母大写，其余小写", en: "First letter capital, the others small"),
    example: "{{ 'aBC'|capitalize }} → Abc"
  ) { text in
    guard let first = text.unicodeScalars.first else { return text }
    return first.properties.titlecaseMapping + SmallLetters.of(text, from: 1)
  }
  static let title = Filter(
    "title", accepts: .printable, others: .printed,
    doc: Message(zh: "每个词首字母大写；标记也变成文字", en: "Each word with a capital letter; of markup the result is text"),
    example: "{{ 'a bc'|title }} → A Bc", result: { _ in .text },
    apply: { call throws(EvaluationFailure) in
      var result = ""
      var word = ""
      var isStart = true
      for character in try call.plain() {
        if isStart { result += character.uppercased() } else { word.append(character) }
        isStart = character.isWhitespace || "-([{<".contains(character)
        if isStart {
          result += SmallLetters.of(word)
          word = ""
        }
      }
      return .text(result + SmallLetters.of(word))
    })

  static let string = Filter(
    "string", accepts: .printable, others: .printed, doc: Message(zh: "变成文字", en: "The value as text"),
    example: "{{ 12|string ~ '元' }} → 12元",
    result: textLike,
    apply: { call throws(EvaluationFailure) in
      if case .html = call.value { return call.value }
      return .text(try call.plain())
    })

  static let trim = Filter(
    "trim", accepts: .printable, others: .printed, [Parameter("chars", .text)],
    doc: Message(
      zh: "去掉两端的空白（全角的也去），或去掉给出的字符",
      en: "Without blanks (also full-width ones) at both ends, or without the given characters"),
    example: "[{{ '  x '|trim }}] → [x]", result: textLike,
    apply: { call throws(EvaluationFailure) in
      let scalars = Array(try call.plain().unicodeScalars)
      let given = call.argument(0)?.textual.map { Set($0.unicodeScalars) }
      if given != nil { try call.checkCut(by: "trim") }
      func goes(_ scalar: Unicode.Scalar) -> Bool {
        given?.contains(scalar)
          ?? (scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value))
      }
      guard let start = scalars.firstIndex(where: { !goes($0) }),
        let end = scalars.lastIndex(where: { !goes($0) })
      else { return call.likeInput("") }
      return call.likeInput(Access.string(Array(scalars[start...end])))
    })

  static let replace = Filter(
    "replace", accepts: .printable, others: .printed,
    [
      Parameter("old", .textual, required: true), Parameter("new", .textual, required: true),
      Parameter("count", .number),
    ],
    doc: Message(zh: "把一段文字换成另一段，全部或换 `count` 次", en: "One text replaced by another, everywhere or `count` times"),
    example: "{{ 'a-b-c'|replace('-', '+') }} → a+b+c", result: textLike,
    apply: { call throws(EvaluationFailure) in
      let page = call.page
      // As in MarkupSafe: when one of the three is markup, the others are escaped and the result is markup.
      let values = [call.value, call.argument(0) ?? .text(""), call.argument(1) ?? .text("")]
      let isMarkup = values.contains { $0.kind == .html }
      try call.checkCut(by: "replace")
      var texts: [[UInt8]] = []
      for (index, value) in values.enumerated() {
        // What is searched for stays as it is written.
        texts.append(
          isMarkup && index != 1
            ? try Escaping.markup(value, page: page).bytes : Array(try Printing.text(value, page: page).utf8))
      }
      let result = try replaced(texts[0], texts[1], texts[2], call.argument(2)?.numeric?.integer ?? -1)
      return isMarkup ? .html(Markup(result)) : .text(String(decoding: result, as: UTF8.self))
    })

  private static func replaced(
    _ text: [UInt8], _ old: [UInt8], _ new: [UInt8], _ limit: Int
  ) throws(EvaluationFailure) -> [UInt8] {
    guard !old.isEmpty else { return try interspersed(text, new, limit) }
    var result: [UInt8] = []
    var (position, count) = (0, 0)
    while limit < 0 || count < limit, let found = TextSearch.firstIndex(of: old, in: text, from: position) {
      result.append(contentsOf: text[position..<found])
      result.append(contentsOf: new)
      try EvaluationLimits.check(result.count)
      position = found + old.count
      count += 1
    }
    result.append(contentsOf: text[position...])
    return result
  }

  /// Nothing replaced stands before every character and behind the last one.
  private static func interspersed(_ text: [UInt8], _ new: [UInt8], _ limit: Int) throws(EvaluationFailure) -> [UInt8] {
    var result: [UInt8] = []
    var count = 0
    for byte in text {
      let isStart = byte & 0xC0 != 0x80
      if isStart, limit < 0 || count < limit {
        result += new
        count += 1
        try EvaluationLimits.check(result.count)
      }
      result.append(byte)
    }
    return limit < 0 || count < limit ? result + new : result
  }

  static let truncate = Filter(
    "truncate", accepts: .textual, others: .asItIs(.list),
    [
      Parameter("length", .number), Parameter("killwords", .any), Parameter("end", .text), Parameter("leeway", .number),
    ],
    doc: Message(
      zh: "最多 `length` 个字符，`end` 计在内，在空格处截断，`killwords` 时不论；只多 `leeway` 个时不截",
      en: "At most `length` characters, `end` included, cut at a blank unless `killwords`; up to `leeway` more are left"
    ),
    example: "{{ 'foo bar baz'|truncate(9) }} → foo...", result: textLike,
    apply: { call throws(EvaluationFailure) in
      let length = call.integer(0, or: 255)
      let end = call.text(2, or: "...")
      if case .list(let items) = call.value {
        // As in Jinja, which looks at the length alone: a short list comes back, a long one cannot be cut as a text.
        guard length >= end.unicodeScalars.count, items.count <= length + call.integer(3, or: 5) else {
          throw .wrongValue(of: "truncate", found: .list, wanted: .textual)
        }
        return call.value
      }
      let text = Array(try call.plain().unicodeScalars)
      let kept = length - end.unicodeScalars.count
      guard kept >= 0 else { throw .wrongArgument(of: "truncate", value: String(length)) }
      if text.count <= length + call.integer(3, or: 5) { return call.likeInput(Access.string(text)) }
      try call.checkCut(by: "truncate")
      var cut = Array(text[..<kept])
      if !call.flag(1), let blank = cut.lastIndex(of: " ") { cut = Array(cut[..<blank]) }
      guard case .html = call.value else { return .text(Access.string(cut) + end) }
      var result = Array(Access.string(cut).utf8)
      HTMLEscaping.append(text: end, to: &result)
      return .html(Markup(result))
    })

  static let wordcount = Filter(
    "wordcount", accepts: .printable, others: .printed,
    doc: Message(zh: "空白和标点之间的词数", en: "Number of words between blanks and punctuation"),
    example: "{{ 'a b c'|wordcount }} → 3", result: { _ in .number },
    apply: { call throws(EvaluationFailure) in
      var (count, isInside) = (0, false)
      for scalar in try call.plain().unicodeScalars {
        let isWord = scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        if isWord, !isInside { count += 1 }
        isInside = isWord
      }
      return .number(Decimal(count))
    })

  static let center = Filter(
    "center", accepts: .printable, others: .printed, [Parameter("width", .number)],
    doc: Message(zh: "居中，共 `width` 个字符宽", en: "In the middle of `width` characters"),
    example: "[{{ 'ab'|center(6) }}] → [  ab  ]", result: textLike,
    apply: { call throws(EvaluationFailure) in
      let text = try call.plain()
      let width = call.integer(0, or: 80)
      let space = Swift.max(0, width - text.unicodeScalars.count)
      _ = try EvaluationLimits.sum(text.utf8.count, space)
      let left = space / 2 + (space & width & 1)
      return call.likeInput(String(repeating: " ", count: left) + text + String(repeating: " ", count: space - left))
    })

  static let indent = Filter(
    "indent", accepts: .textual,
    [Parameter("width", [.number, .text]), Parameter("first", .any), Parameter("blank", .any)],
    doc: Message(
      zh: "除第一行外每行缩进 `width` 个空格（或一段文字）", en: "Each line but the first set in by `width` blanks (or a text)"),
    example: "{{ 'a\\nb'|indent(2) }}",
    result: textLike,
    apply: { call throws(EvaluationFailure) in
      let pad: String
      switch call.argument(0) {
      case .text(let text)?:
        pad = text
        if case .html = call.value, text.utf8.contains(where: { "<>&\"'".utf8.contains($0) }) {
          throw .wrongArgument(of: "indent", value: text)
        }
      default:
        let width = Swift.max(0, call.integer(0, or: 4))
        try EvaluationLimits.check(width)
        pad = String(repeating: " ", count: width)
      }
      var lines: [String] = []
      var size = 0
      for (index, line) in TextLines.of(try call.plain()).enumerated() {
        let isPadded = index == 0 ? call.flag(1) : call.flag(2) || !line.isEmpty
        size = try EvaluationLimits.sum(size, line.count + (isPadded ? pad.utf8.count : 0))
        lines.append((isPadded ? pad : "") + String(decoding: line, as: UTF8.self))
      }
      return call.likeInput(lines.joined(separator: "\n"))
    })
}
