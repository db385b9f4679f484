import Values

/// Where in a file of a portal something is written.
///
///     field = "#" heading             a heading of a Markdown text
///           | column [ "@" record ]   a column of a table, and the value of the first column
///           | key { "." key }         keys of YAML, in front matter too; in a list any item that has the next key
///           | "[" index "]"           after a key: the item, counted from 0, or the one whose `id`, `no` or `name` it is
enum DataField {
  /// Whether `content` has it; a value that is blank is none, unless `isBlank` is what should be there.
  static func exists(_ field: String, in bytes: [UInt8], path: String) -> Bool {
    if field.hasPrefix("#") { return hasHeading(String(field.dropFirst()), bytes) }
    if path.hasSuffix(".csv") { return hasCell(field, bytes, path: path) }
    let range = path.hasSuffix(".md") ? FrontMatter.split(bytes, path: path).parts.yaml : nil
    if path.hasSuffix(".md"), range == nil { return false }
    guard let root = YAMLReader.read(bytes, in: range, path: path).root else { return false }
    return has(steps(field)[...], in: root)
  }

  private static func hasHeading(_ heading: String, _ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").contains { line in
      line.hasPrefix("#") && line.drop { $0 == "#" }.drop { $0 == " " } == heading
    }
  }

  private static func hasCell(_ field: String, _ bytes: [UInt8], path: String) -> Bool {
    let parts = field.split(separator: "@", maxSplits: 1)
    guard let table = CSVReader.read(bytes, path: path).table,
      let column = table.header.firstIndex(where: { $0.text == parts[0] })
    else { return false }
    guard parts.count == 2 else { return table.rowCount > 0 }
    return (0..<table.rowCount).contains { row in
      table.cell(row, 0)?.text == String(parts[1]) && table.cell(row, column) != nil
    }
  }

  /// `phases[yc-tongshi].class_hours` → `phases`, `[yc-tongshi]`, `class_hours`.
  private static func steps(_ field: String) -> [Substring] {
    field.split(separator: ".").flatMap { key -> [Substring] in
      guard let bracket = key.firstIndex(of: "[") else { return [key] }
      return [key[..<bracket], key[bracket...]]
    }
  }

  private static func has(_ steps: ArraySlice<Substring>, in node: Node) -> Bool {
    guard let step = steps.first else { return node.scalar.map { !$0.text.isEmpty } ?? true }
    let rest = steps.dropFirst()
    if step.hasPrefix("[") {
      let name = step.dropFirst().dropLast()
      guard let items = node.items else { return false }
      let chosen = items.indices.filter { index in
        ["id", "no", "name"].contains { items[index][$0]?.scalar?.text == String(name) } || String(index) == name
      }
      return chosen.contains { has(rest, in: items[$0]) }
    }
    if let items = node.items { return items.contains { has(steps, in: $0) } }
    return node[String(step)].map { has(rest, in: $0) } ?? false
  }
}
