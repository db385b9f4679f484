import Bytes

/// For programs, one object:
///
/// ```
/// {"diagnostics":[{"code","severity","file","line","column","endLine","endColumn","message","repair","notes":[
///   {"message","file","line","column","endLine","endColumn"}]}],
///  "summary":{"errors","warnings","notes"}}
/// ```
///
/// All keys are always there; what is unknown is `null`. Lines and columns count from 1, columns in Unicode scalars;
/// `endLine`/`endColumn` are the place just behind the last character.
struct JSONFormat {
  let options: DiagnosticRenderer.Options

  func render(_ sorted: [Diagnostic], _ places: inout DiagnosticRenderer.Places) -> [UInt8] {
    var output: [UInt8] = []
    output.append("{\"diagnostics\":[")
    for (index, diagnostic) in sorted.enumerated() {
      output.append(index == 0 ? "\n" : ",\n")
      append(diagnostic, to: &output, &places)
    }
    let summary = DiagnosticSummary(sorted)
    output.append(sorted.isEmpty ? "]" : "\n]")
    output.append(
      ",\"summary\":{\"errors\":\(summary.errors),\"warnings\":\(summary.warnings),\"notes\":\(summary.notes)}}\n")
    return output
  }

  private func append(_ diagnostic: Diagnostic, to output: inout [UInt8], _ places: inout DiagnosticRenderer.Places) {
    output.append("{\"code\":")
    append(text: diagnostic.code.text, to: &output)
    output.append(",\"severity\":\"\(diagnostic.severity.rawValue)\",")
    append(diagnostic.location, to: &output, &places)
    output.append(",\"message\":")
    append(text: diagnostic.message.text(in: options.language), to: &output)
    output.append(",\"repair\":")
    if let repair = diagnostic.repair {
      append(text: repair.text(in: options.language), to: &output)
    } else {
      output.append("null")
    }
    output.append(",\"notes\":[")
    for (index, note) in diagnostic.notes.enumerated() {
      output.append(index == 0 ? "{\"message\":" : ",{\"message\":")
      append(text: note.message.text(in: options.language), to: &output)
      output.append(",")
      append(note.location, to: &output, &places)
      output.append("}")
    }
    output.append("]}")
  }

  private func append(
    _ location: SourceLocation?, to output: inout [UInt8], _ places: inout DiagnosticRenderer.Places
  ) {
    output.append("\"file\":")
    if let location {
      append(text: options.pathPrefix + location.path, to: &output)
    } else {
      output.append("null")
    }
    if let place = places.place(of: location) {
      output.append(",\"line\":\(place.start.line),\"column\":\(place.start.column)")
      output.append(",\"endLine\":\(place.end.line),\"endColumn\":\(place.end.column)")
    } else {
      output.append(",\"line\":null,\"column\":null,\"endLine\":null,\"endColumn\":null")
    }
  }

  /// A JSON string (RFC 8259 §7): quotes, backslashes and controls escaped, all else as UTF-8.
  private func append(text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): output.append("\\\"")
      case UInt8(ascii: "\\"): output.append("\\\\")
      case UInt8(ascii: "\n"): output.append("\\n")
      case UInt8(ascii: "\r"): output.append("\\r")
      case UInt8(ascii: "\t"): output.append("\\t")
      case 0..<0x20, 0x7F:
        let hexadecimal = String(byte, radix: 16)
        output.append("\\u00" + (byte < 16 ? "0" : "") + hexadecimal)
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
