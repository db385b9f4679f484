internal import Bytes
internal import Diagnostics

/// Tells of definitions of links that no link uses: libcmark takes them out of the text without a word.
extension DocumentWriter {
  /// What became of a definition, as the place of its mark in the tree tells.
  private enum Fate {
    /// It was read and is used nowhere.
    case unused
    /// A link leads there.
    case used
    /// It is none.
    case text
  }

  /// Reports those of `definitions` that are read and used by no link below `root`, and those that say no address, each at its
  /// place.
  ///
  /// - Complexity: O(nodes + bytes of their texts); O(1) without any.
  mutating func reportDefinitions(
    _ definitions: [(definition: LinkDefinition, number: Int)], in root: MarkdownNode
  ) {
    guard !definitions.isEmpty else { return }
    var fates: [Int: Fate] = [:]
    for place in Self.marks(below: root, count: substitutions.count) {
      // An address in angle brackets is in both.
      if fates[place.number] != .text { fates[place.number] = place.isAddress ? .used : .text }
    }
    var first: [String: LinkDefinition] = [:]
    for (definition, number) in definitions {
      let fate = fates[number] ?? .unused
      guard fate != .text, !isInTable(definition.lines), !definition.isComment(in: source.file.span) else { continue }
      let name = definition.name(in: source.file)
      let isAddress = definition.isAddress(in: source.file)
      let key = name.lowercased()
      if fate == .unused, let earlier = first[key] {
        let place = source.location(earlier.range)
        report(
          .duplicateDefinition(Self.shortened(name), isAddress: isAddress), at: definition.range,
          notes: [Diagnostic.Note(Message(zh: "第一次写在此处", en: "First defined here"), at: place)])
        continue
      }
      if first[key] == nil { first[key] = definition }
      if fate == .used, definition.isProse(in: source.file.span) {
        proseDestinations.insert(ByteKey(Array(source.file[definition.destination])))
        report(.unusedDefinition(Self.shortened(name), isAddress: false), at: definition.range)
      }
      if fate == .unused {
        report(.unusedDefinition(Self.shortened(name), isAddress: isAddress), at: definition.range)
      }
    }
  }

  /// A name for a message.
  private static func shortened(_ name: String) -> String { name.count > 30 ? name.prefix(30) + "…" : name }

  /// Whether one of `numbers` is a line of a table, which has no paragraphs: O(log n).
  private func isInTable(_ numbers: ClosedRange<Int>) -> Bool {
    let next = tables.indices.partitionPoint { tables[$0].lines.upperBound >= numbers.lowerBound }
    return next < tables.count && tables[next].lines.overlaps(numbers)
  }

  /// The references of all texts below `root`, and whether each stands in an address.
  private static func marks(below root: MarkdownNode, count: Int) -> [(number: Int, isAddress: Bool)] {
    var found: [(number: Int, isAddress: Bool)] = []
    func note(_ node: MarkdownNode, _ text: MarkdownNode.Text) {
      node.withText(text) { bytes in
        var index = Mark.next(in: bytes, from: 0)
        while index < bytes.count {
          let reference = Mark.reference(in: bytes, at: index)
          if let reference, reference.number < count { found.append((reference.number, text == .url)) }
          index = Mark.next(in: bytes, from: reference?.end ?? index + Mark.length)
        }
      }
    }
    var next = root.firstChild
    while let node = next {
      switch node.kind {
      case .text, .code, .htmlInline, .htmlBlock: note(node, .literal)
      case .codeBlock:
        note(node, .literal)
        note(node, .info)
      case .link, .image:
        note(node, .url)
        note(node, .title)
      case .document, .blockQuote, .list, .item, .paragraph, .heading, .thematicBreak, .softBreak, .lineBreak,
        .emphasis, .strong, .other:
        break
      }
      next = node.following(below: root, entersChildren: true)
    }
    return found
  }
}
