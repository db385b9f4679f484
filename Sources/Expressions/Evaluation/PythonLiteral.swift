import Values

/// Lists and mappings as Python prints them: what Jinja writes when a list is printed by mistake or for debugging.
enum PythonLiteral {
  static func text(_ value: Value, page: SitePath) throws(EvaluationFailure) -> String {
    var room = EvaluationLimits.size
    return try text(value, page: page, depth: 0, &room)
  }

  /// `room`: values that may still be written; a list may hold another one many times.
  private static func text(
    _ value: Value, page: SitePath, depth: Int, _ room: inout Int
  ) throws(EvaluationFailure) -> String {
    guard depth < ExpressionLimits.depth else { throw .tooDeep }
    room -= 1
    guard room > 0 else { throw .tooLarge }
    switch value {
    case .text(let text): return quoted(text)
    case .html(let markup): return "Markup(" + quoted(String(decoding: markup.bytes, as: UTF8.self)) + ")"
    case .list(let items):
      var parts: [String] = []
      for item in items { parts.append(try text(item, page: page, depth: depth + 1, &room)) }
      return "[" + parts.joined(separator: ", ") + "]"
    case .mapping(let mapping):
      var parts: [String] = []
      for entry in mapping.entries {
        parts.append(quoted(entry.name) + ": " + (try text(entry.value, page: page, depth: depth + 1, &room)))
      }
      return "{" + parts.joined(separator: ", ") + "}"
    case .record(let record as GroupRecord):
      let items = try text(.list(record.items), page: page, depth: depth + 1, &room)
      return "(" + (try text(record.grouper, page: page, depth: depth + 1, &room)) + ", " + items + ")"
    case .undefined: return "Undefined"
    case .none, .boolean, .number, .quantity, .date, .link, .record: return try Printing.text(value, page: page)
    }
  }

  /// Python's `repr` of a text: single quotes unless only those occur, escapes for what does not print.
  private static func quoted(_ text: String) -> String {
    let quote: Unicode.Scalar = text.unicodeScalars.contains("'") && !text.unicodeScalars.contains("\"") ? "\"" : "'"
    var result = String.UnicodeScalarView()
    result.append(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", quote:
        result.append("\\")
        result.append(scalar)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      default:
        if isPrintable(scalar) {
          result.append(scalar)
        } else {
          result.append(contentsOf: escape(scalar).unicodeScalars)
        }
      }
    }
    result.append(quote)
    return String(result)
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .spaceSeparator: scalar == " "
    default: true
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    func padded(_ width: Int) -> String { String(repeating: "0", count: max(0, width - digits.count)) + digits }
    return scalar.value < 0x100 ? "\\x" + padded(2) : scalar.value < 0x10000 ? "\\u" + padded(4) : "\\U" + padded(8)
  }
}
