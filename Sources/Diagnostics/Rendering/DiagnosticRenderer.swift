/// Turns diagnostics into bytes for people and machines.
package struct DiagnosticRenderer: Sendable {
  /// For whom: a terminal, a program, a change request.
  package enum Format: String, Sendable, CaseIterable {
    case human, json, github
  }

  /// How it shall look.
  package struct Options: Sendable {
    package var language: Language
    /// Only for a terminal.
    package var colour: Bool
    /// Columns of an excerpt, gutter included.
    package var width: Int
    /// Diagnostics shown to people; JSON and annotations hold all.
    package var limit: Int
    /// Put before every path: where the portal lies in the repository (`portal/`), for annotations.
    package var pathPrefix: String

    package init(
      language: Language = .chinese, colour: Bool = false, width: Int = 100, limit: Int = 100, pathPrefix: String = ""
    ) {
      self.language = language
      self.colour = colour
      self.width = width
      self.limit = limit
      self.pathPrefix = pathPrefix
    }
  }

  package var format: Format
  package var options: Options

  package init(_ format: Format, _ options: Options = Options()) {
    self.format = format
    self.options = options
  }

  /// All of `diagnostics`, in printing order, ending with a line end unless nothing is said.
  ///
  /// `source` gives the bytes of a path as it stands in a location, `nil` when there are none (a CSV decoded from another
  /// encoding, a file that could not be read): then the place is told without line and excerpt. It is asked once a path,
  /// and by people's format only for what is shown.
  package func render(_ diagnostics: [Diagnostic], source: @escaping (String) -> [UInt8]?) -> [UInt8] {
    let sorted = diagnostics.inPrintingOrder()
    var places = Places(source: source)
    switch format {
    case .human: return HumanFormat(options: options).render(sorted, &places)
    case .json: return JSONFormat(options: options).render(sorted, &places)
    case .github: return GitHubFormat(options: options).render(sorted, &places)
    }
  }

  /// Looks up lines and columns, keeping the line index of each source.
  struct Places {
    private let source: (String) -> [UInt8]?
    private var texts: [String: SourceText?] = [:]

    /// A span as people count it; `end` is the place just behind.
    struct Place {
      var text: SourceText
      var span: Range<Int>
      var start: SourceText.Position
      var end: SourceText.Position
    }

    fileprivate init(source: @escaping (String) -> [UInt8]?) { self.source = source }

    /// `nil` when the location means a whole file or there are no bytes.
    mutating func place(of location: SourceLocation?) -> Place? {
      guard let location, let span = location.span else { return nil }
      let text: SourceText?
      if let known = texts[location.path] {
        text = known
      } else {
        text = source(location.path).map { SourceText($0) }
        texts[location.path] = .some(text)
      }
      return text.map { text in
        Place(
          text: text, span: span.range, start: text.position(of: Int(span.start)), end: text.position(of: Int(span.end))
        )
      }
    }
  }
}
