import Bytes
import Diagnostics
import Values

/// JSON for `<script type="application/ld+json">` and data attributes.
extension Filter {
  static let tojson = Filter(
    "tojson", accepts: .present.union(.none).subtracting(.record), takesNone: true, itemUse: .writesAll,
    [Parameter("indent", [.number, .none])],
    doc: Message(
      zh: "按 Jinja 的写法的 JSON：名称排序，只用 ASCII，在 HTML 里安全",
      en: "JSON as Jinja writes it: names sorted, ASCII only, safe inside HTML"),
    example: "{{ {'b': 1, 'a': 2}|tojson }} → {\"a\": 2, \"b\": 1}",
    result: { _ in .html },
    apply: { call throws(EvaluationFailure) in
      var writer = JSONWriter(page: call.page, style: .jinja)
      writer.indent = call.argument(0)?.numeric == nil ? nil : call.integer(0, or: 0)
      try writer.write(call.value, depth: 0)
      return .html(Markup(writer.output))
    })

  static let json = Filter(
    "json", accepts: .present.union(.none).subtracting(.record), takesNone: true, itemUse: .writesAll,
    doc: Message(
      zh: "紧凑的 JSON：名称按原来的顺序，中文照写，在 HTML 里安全",
      en: "Compact JSON: names in their order, Chinese as it is, safe inside HTML"),
    example: "{{ ['教师', 1]|json }} → [\"教师\",1]", result: { _ in .html },
    apply: { call throws(EvaluationFailure) in
      var writer = JSONWriter(page: call.page, style: .compact)
      try writer.write(call.value, depth: 0)
      return .html(Markup(writer.output))
    })
}

/// Writes values as JSON that is safe inside HTML: `< > & '` are `\u00XX`.
package struct JSONWriter {
  /// `jinja` sorts names, writes ASCII only and can be indented; `compact` keeps the order of names and Chinese text.
  package enum Style: Sendable { case jinja, compact }

  /// The JSON written so far, UTF-8; it never contains `<`, `>`, `&` or `'`.
  package private(set) var output: [UInt8] = []
  private let page: SitePath
  private let style: Style
  fileprivate(set) var indent: Int?

  package init(page: SitePath, style: Style) {
    self.page = page
    self.style = style
  }

  /// Appends one value. Dates and links are texts, quantities their amounts; records are refused, they hold more
  /// than a page may show.
  package mutating func write(_ value: Value, depth: Int) throws(EvaluationFailure) {
    guard depth < ExpressionLimits.depth else { throw .tooDeep }
    try EvaluationLimits.check(output.count)
    switch value {
    case .none: output.append("null")
    case .boolean(let truth): output.append(truth ? "true" : "false")
    case .number(let number): Printing.append(number, to: &output)
    case .quantity(let quantity): Printing.append(quantity.amount, to: &output)
    case .text, .html: writeText(value.textual ?? "")
    case .date(let date): writeText(date.description)
    case .link(let link): writeText(link.relative(to: page))
    case .list(let items): try writeList(items, depth)
    case .mapping(let mapping):
      var entries = mapping.entries
      if style == .jinja { entries.sort { Comparison.order($0.name, $1.name) < 0 } }
      try writeEntries(entries, depth)
    case .record: throw .wrongValue(of: "json", found: .record, wanted: [.list, .mapping, .text, .number])
    case .undefined(let undefined): throw .undefined(undefined.reason)
    }
  }

  private mutating func writeList(_ items: [Value], _ depth: Int) throws(EvaluationFailure) {
    output.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      try separate(index, depth + 1)
      try write(item, depth: depth + 1)
    }
    if !items.isEmpty { try newline(depth) }
    output.append(UInt8(ascii: "]"))
  }

  private mutating func writeEntries(
    _ entries: [(name: String, value: Value)], _ depth: Int
  ) throws(EvaluationFailure) {
    output.append(UInt8(ascii: "{"))
    for (index, entry) in entries.enumerated() {
      try separate(index, depth + 1)
      writeText(entry.name)
      output.append(style == .compact ? ":" : ": ")
      try write(entry.value, depth: depth + 1)
    }
    if !entries.isEmpty { try newline(depth) }
    output.append(UInt8(ascii: "}"))
  }

  private mutating func separate(_ index: Int, _ depth: Int) throws(EvaluationFailure) {
    if index > 0 { output.append(style == .compact || indent != nil ? "," : ", ") }
    try newline(depth)
  }

  private mutating func newline(_ depth: Int) throws(EvaluationFailure) {
    guard let indent else { return }
    let blanks = Swift.max(0, indent) * depth
    _ = try EvaluationLimits.sum(output.count, blanks)
    output.append(0x0A)
    output.append(contentsOf: repeatElement(0x20, count: blanks))
  }

  private mutating func writeText(_ text: String) {
    output.append(UInt8(ascii: "\""))
    Self.appendContent(text, asciiOnly: style == .jinja, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  /// Appends what stands between the quotes of a JSON string.
  package static func appendContent(_ text: String, asciiOnly: Bool, to output: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output.append("\\\"")
      case "\\": output.append("\\\\")
      case "\n": output.append("\\n")
      case "\r": output.append("\\r")
      case "\t": output.append("\\t")
      case "\u{8}": output.append("\\b")
      case "\u{C}": output.append("\\f")
      case "<", ">", "&", "'", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}": appendEscape(scalar.value, to: &output)
      case "\u{7F}"...:
        if asciiOnly, scalar.value > 0x7F {
          for unit in String(Character(scalar)).utf16 { appendEscape(UInt32(unit), to: &output) }
        } else {
          output.append(String(Character(scalar)))
        }
      default: output.append(UInt8(truncatingIfNeeded: scalar.value))
      }
    }
  }

  private static func appendEscape(_ unit: UInt32, to output: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    output.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
  }
}
