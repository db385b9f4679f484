import Bytes
import Diagnostics
import Values

/// One of the readers, laid open: bytes in, what was read out. For people who debug content, and for test suites.
protocol Inspection: Sendable {
  /// Reads `input`; `nil` output when nothing can be shown.
  func inspect(_ input: [UInt8], path: String) -> (output: [UInt8]?, diagnostics: [Diagnostic])
  /// One request of a batch: an object whose keys are the inspection's own.
  func inspect(request: Node) -> (output: [UInt8]?, diagnostics: [Diagnostic])
  /// The text in which places of the diagnostics are counted: the input, unless it is stored in another encoding.
  func text(of input: [UInt8]) -> [UInt8]
  /// Whether the output is JSON and stands in a batch's answer as it is; text otherwise.
  var outputIsJSON: Bool { get }
}

extension Inspection {
  func text(of input: [UInt8]) -> [UInt8] { input }

  /// The bytes of `input` (text) or `base64` in a request.
  static func input(of request: Node) -> [UInt8]? {
    if let text = request["input"]?.scalar { return Array(text.text.utf8) }
    return request["base64"]?.scalar.flatMap { Base64.decode(Array($0.text.utf8)) }
  }

  func inspect(request: Node) -> (output: [UInt8]?, diagnostics: [Diagnostic]) {
    guard let input = Self.input(of: request) else { return (nil, [Batch.badRequest]) }
    return inspect(input, path: "<batch>")
  }
}

/// Many inspections by one process: JSON lines in, JSON lines out, an answer a line.
///
///     request = object with the inspection's keys, and any "id"
///     answer  = {"id": …, "output": …, "diagnostics": [{"code", "severity", "message", "start", "end"}]}
enum Batch {
  static let badRequest = Diagnostic(
    "AR20", Message(zh: "每行应是一个含有 input 的 JSON 对象", en: "each line is a JSON object with an input"), at: nil)

  /// The answers to all lines of `lines`.
  ///
  /// - Complexity: O(bytes) and the inspections.
  static func run(_ inspection: some Inspection, lines: [UInt8], language: Language) -> [UInt8] {
    var output: [UInt8] = []
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let (request, problems) = JSONReader.read(Array(line), path: "<batch>")
      let answer: (output: [UInt8]?, diagnostics: [Diagnostic]) =
        request.map(inspection.inspect(request:)) ?? (nil, problems)
      var writer = JSONWriter()
      writer.object { object in
        if let id = request?["id"] {
          object.key("id")
          object.node(id)
        }
        object.key("output")
        if let result = answer.output {
          let text = String(decoding: result, as: UTF8.self)
          if inspection.outputIsJSON { object.raw(text) } else { object.string(text) }
        } else {
          object.null()
        }
        object.key("diagnostics")
        object.array { list in
          for diagnostic in answer.diagnostics { write(diagnostic, language, &list) }
        }
      }
      output += writer.output
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }

  private static func write(_ diagnostic: Diagnostic, _ language: Language, _ list: inout JSONWriter) {
    list.object { object in
      object.field("code", diagnostic.code.text)
      object.field("severity", diagnostic.severity.rawValue)
      object.field("message", diagnostic.message.text(in: language))
      if let span = diagnostic.location?.span {
        object.field("start", Int(span.start))
        object.field("end", Int(span.end))
      }
    }
  }
}

/// RFC 4648 §4, for batches that carry bytes which are not text.
enum Base64 {
  /// The bytes, or `nil` for anything that is not padded Base64; line breaks are allowed.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      let value: UInt32
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte - 65)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte - 71)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte) + 4
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="), UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
      default: return nil
      }
      bits = bits << 6 | value
      count += 1
      if count % 4 == 0 {
        result += [
          UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8), UInt8(truncatingIfNeeded: bits),
        ]
        bits = 0
      }
    }
    switch count % 4 {
    case 2: result.append(UInt8(truncatingIfNeeded: bits >> 4))
    case 3: result += [UInt8(truncatingIfNeeded: bits >> 10), UInt8(truncatingIfNeeded: bits >> 2)]
    case 1: return nil
    default: break
    }
    return result
  }
}
