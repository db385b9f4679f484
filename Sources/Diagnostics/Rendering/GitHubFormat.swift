import Bytes

/// Annotations of a change request, one line each:
/// `::error file=content/site.yml,line=4,col=1,title=RF07::message%0Arepair`.
///
/// Escaping after the runner's own (`@actions/core`, command.ts): `%`, CR and LF everywhere, `:` and `,` in properties
/// too. Columns only when the problem ends on its line, since the page ignores them otherwise.
struct GitHubFormat {
  let options: DiagnosticRenderer.Options

  func render(_ sorted: [Diagnostic], _ places: inout DiagnosticRenderer.Places) -> [UInt8] {
    var output: [UInt8] = []
    for diagnostic in sorted {
      output.append("::\(word(diagnostic.severity)) ")
      if let location = diagnostic.location {
        output.append("file=\(property(options.pathPrefix + location.path)),")
        if let place = places.place(of: location) {
          output.append("line=\(place.start.line),col=\(place.start.column),")
          if place.end.line == place.start.line, place.end.column > place.start.column {
            // The page counts the last column in.
            output.append("endColumn=\(place.end.column - 1),")
          }
        }
      }
      output.append("title=\(property(diagnostic.code.text))::\(data(text(of: diagnostic, &places)))\n")
    }
    return output
  }

  private func text(of diagnostic: Diagnostic, _ places: inout DiagnosticRenderer.Places) -> String {
    let language = options.language
    var lines = [diagnostic.message.text(in: language)]
    if let repair = diagnostic.repair {
      lines.append((language == .chinese ? "改法：" : "repair: ") + repair.text(in: language))
    }
    for note in diagnostic.notes {
      var line = (language == .chinese ? "说明：" : "note: ") + note.message.text(in: language)
      if let location = note.location {
        let start = places.place(of: location).map { ":\($0.start.line):\($0.start.column)" } ?? ""
        line += " (\(options.pathPrefix)\(location.path)\(start))"
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  private func word(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private func data(_ text: String) -> String { escape(text, property: false) }
  private func property(_ text: String) -> String { escape(text, property: true) }

  private func escape(_ text: String, property: Bool) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": output += "%25"
      case "\r": output += "%0D"
      case "\n": output += "%0A"
      case ":" where property: output += "%3A"
      case "," where property: output += "%2C"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
