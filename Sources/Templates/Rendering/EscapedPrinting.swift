import Bytes
import Expressions

/// Writes values as the place requires.
enum EscapedPrinting {
  static func append(
    _ value: Value, _ escape: Escape, page: SitePath, to output: inout [UInt8]
  ) throws(EvaluationFailure) {
    switch escape {
    case .text: try Escaping.append(value, page: page, to: &output)
    case .none: try Printing.append(value, page: page, to: &output)
    case .guarded(let byte): try guarded(value, byte, page, &output)
    case .plain: try appendEscaped(value, page, &output)
    case .name: try name(value, page, &output)
    case .behindBracket:
      let start = output.count
      try appendEscaped(value, page, &output)
      // What is empty would leave it to what follows.
      guard start < output.count, !ByteClass.letters.contains(output[start]),
        ![0x21, 0x2F, 0x3F].contains(output[start])
      else {
        throw .markupAtTag
      }
    case .json: try json(value, page, &output)
    case .jsonText:
      let text = try Printing.text(value, page: page)
      JSONWriter.appendContent(text, asciiOnly: false, to: &output)
    case .script:
      guard case .html(let markup) = value else { throw .notMarkup }
      appendScript(markup.bytes, &output)
    }
  }

  /// Escaped, markup too.
  private static func appendEscaped(
    _ value: Value, _ page: SitePath, _ output: inout [UInt8]
  ) throws(EvaluationFailure) {
    if case .html(let markup) = value {
      HTMLEscaping.append(markup.bytes.span, to: &output)
    } else {
      try Escaping.append(value, page: page, to: &output)
    }
  }

  /// Escaped; markup as it is but for `byte`, with which it could leave its place.
  private static func guarded(
    _ value: Value, _ byte: UInt8, _ page: SitePath, _ output: inout [UInt8]
  ) throws(EvaluationFailure) {
    guard case .html(let markup) = value else { return try Escaping.append(value, page: page, to: &output) }
    let span = markup.bytes.span
    var start = 0
    for index in span.indices where span[index] == byte {
      output.append(run: span, start..<index)
      switch byte {
      case UInt8(ascii: "\""): output.append("&#34;")
      case UInt8(ascii: "'"): output.append("&#39;")
      default: output.append("&lt;")
      }
      start = index + 1
    }
    output.append(run: span, start..<span.count)
  }

  private static func name(
    _ value: Value, _ page: SitePath, _ output: inout [UInt8]
  ) throws(EvaluationFailure) {
    let text = try Printing.text(value, page: page)
    let isName =
      !text.isEmpty
      && text.utf8.allSatisfy { ByteClass.identifier.contains($0) || $0 == UInt8(ascii: "-") }
    guard isName else { throw .notAName(text) }
    output.append(text)
  }

  /// A JSON value; markup is a text.
  private static func json(
    _ value: Value, _ page: SitePath, _ output: inout [UInt8]
  ) throws(EvaluationFailure) {
    var writer = JSONWriter(page: page, style: .compact)
    try writer.write(value, depth: 0)
    output.append(contentsOf: writer.output)
  }

  /// Script content without `<`, so that it cannot end its element.
  private static func appendScript(_ bytes: [UInt8], _ output: inout [UInt8]) {
    for byte in bytes { if byte == UInt8(ascii: "<") { output.append("\\u003c") } else { output.append(byte) } }
  }
}

extension Escape {
  /// Whether a text is written here with nothing done but HTML escaping.
  var isPlainForText: Bool {
    switch self {
    case .text, .guarded, .plain: true
    case .name, .behindBracket, .json, .jsonText, .script, .none: false
    }
  }
}
