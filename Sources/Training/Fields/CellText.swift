package import Values

extension Node {
  /// The value as a cell of a table that decoding reads back: a scalar as it is, a list of plain words with `、` between,
  /// anything nested as JSON, which is YAML's flow form.
  package var cellText: String {
    switch content {
    case .scalar(let scalar): return scalar.text
    case .sequence(let items):
      let words = items.compactMap(\.scalar?.text)
      let isPlain =
        words.count == items.count
        && !words.contains { word in
          word.isEmpty || word.contains("、") || word.hasPrefix("[") || word.hasPrefix("{") || word != word.trimmed
        }
      return isPlain ? words.joined(separator: "、") : json
    case .mapping: return json
    }
  }

  private var json: String {
    var writer = JSONWriter()
    writer.node(self)
    return String(decoding: writer.output, as: UTF8.self)
  }
}
