import Bytes
import Diagnostics
import Values

/// Filters between text and markup.
extension Filter {
  static let escape = Filter(
    "escape", aliases: ["e"], accepts: .printable, others: .printed,
    doc: Message(zh: "转义成标记，不会转义两次；输出时本来就会转义", en: "As markup: escaped once, never twice. Printing escapes by itself"),
    example: "{{ '<'|e }} → &lt;",
    result: { _ in .html },
    apply: { call throws(EvaluationFailure) in .html(try Escaping.markup(call.value, page: call.page)) })

  static let forceescape = Filter(
    "forceescape", accepts: .printable, others: .printed,
    doc: Message(zh: "是标记也转义：显示标记本身", en: "Escaped even when it is markup: shows the markup itself"),
    example: "{{ '<b>'|e|forceescape }} → &amp;lt;b&amp;gt;", result: { _ in .html },
    apply: { call throws(EvaluationFailure) in
      .html(try Escaping.markup(.text(try call.plain()), page: call.page))
    })

  /// The checker refuses it on text; of unknown values only markup passes.
  static let safe = Filter(
    "safe", accepts: [.text, .html, .number, .quantity, .date], others: .asItIs(.boolean),
    doc: Message(zh: "说明已是标记；用在文字上会拒绝", en: "Says that a value is markup; refused on text"),
    example: "{{ page.body|safe }}",
    result: { _ in .html },
    apply: { call throws(EvaluationFailure) in
      switch call.value {
      case .html: return call.value
      // A number, date or link holds nothing that could be markup.
      case .number, .date, .quantity, .boolean: return .html(Markup(Array(try call.plain().utf8)))
      default: throw .notMarkup
      }
    })

  static let striptags = Filter(
    "striptags", accepts: .printable, others: .printed,
    doc: Message(zh: "去掉标签和注释，空白合并", en: "Without tags and comments, blanks run together"),
    example: "{{ page.body|striptags|truncate_han(40) }}", result: { _ in .text },
    apply: { call throws(EvaluationFailure) in .text(TagStripping.stripped(try call.plain())) })
}

/// Removal of tags as MarkupSafe does it: comments, tags, runs of blanks, entities decoded.
enum TagStripping {
  /// - Complexity: O(length).
  static func stripped(_ text: String) -> String {
    var bytes = withoutComments(Array(text.utf8))
    bytes = withoutTags(bytes)
    var words: [[UInt8]] = [[]]
    var index = 0
    while index < bytes.count {
      let blank = UnicodeBlanks.length(in: bytes, at: index)
      if blank > 0 {
        if words.last?.isEmpty == false { words.append([]) }
        index += blank
      } else {
        words[words.count - 1].append(bytes[index])
        index += 1
      }
    }
    let joined = words.filter { !$0.isEmpty }.joined(separator: [0x20])
    return decoded(String(decoding: Array(joined), as: UTF8.self))
  }

  private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    removing(bytes, from: Array("<!--".utf8), to: Array("-->".utf8))
  }

  private static func withoutTags(_ bytes: [UInt8]) -> [UInt8] { removing(bytes, from: [0x3C], to: [0x3E]) }

  /// Without what stands between the delimiters; an opening one without a closing one stays.
  private static func removing(_ bytes: [UInt8], from open: [UInt8], to close: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while let start = TextSearch.firstIndex(of: open, in: bytes, from: position),
      let end = TextSearch.firstIndex(of: close, in: bytes, from: start + open.count)
    {
      result.append(contentsOf: bytes[position..<start])
      position = end + close.count
    }
    result.append(contentsOf: bytes[position...])
    return result
  }

  /// The five entities that our own escaping writes.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let entities = ["lt;": "<", "gt;": ">", "#34;": "\"", "quot;": "\"", "#39;": "'", "nbsp;": "\u{A0}", "amp;": "&"]
    var result = ""
    var rest = Substring(text)
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[rest.index(after: mark)...]
      if let (name, character) = entities.first(where: { rest.hasPrefix($0.key) }) {
        result += character
        rest = rest.dropFirst(name.count)
      } else {
        result += "&"
      }
    }
    return result + rest
  }
}
