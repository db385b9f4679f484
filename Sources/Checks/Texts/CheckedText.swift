import Diagnostics
import Files
import Markdown
import Training

/// The Markdown of a record as rules about texts see it: what stands in each block, without markup and without code.
struct CheckedText {
  /// The kind of its record (`notice`).
  let kind: String
  /// Of its file, as messages show it.
  let path: String
  let file: [UInt8]
  /// Offsets of the Markdown in `file`.
  let body: Range<Int>
  let blocks: [CheckedBlock]
  /// Links and pictures.
  let links: [LinkUse]
  /// Whether its file says of something that it is still open.
  let hasPending: Bool

  /// - Complexity: O(length).
  init(_ content: ContentText, kind: String, file: [UInt8], hasPending: Bool) {
    self.kind = kind
    path = content.path
    self.file = file
    body = content.bytes.indices
    let output = MarkdownRenderer.render(
      file, body: body, path: path, features: MarkdownFeatures.portal.union(.textBlocks))
    blocks = output.blocks.map { CheckedBlock($0) }
    links = output.links
    self.hasPending = hasPending
  }

  /// The files that say of something that it is still open.
  static func pathsWithPending(_ model: Model) -> Set<String> {
    Set(model.pendingItems.map { $0.origin.location.path })
  }

  /// What `visit` makes of each text of a portal, in their order; on `jobs` threads, and no longer kept than that takes.
  ///
  /// - Complexity: O(length of all texts).
  static func map<Result: Sendable>(
    _ model: Model, jobs: Int, _ visit: @escaping @Sendable (CheckedText) -> Result
  ) -> [Result] {
    let pending = pathsWithPending(model)
    let documents = allRecordKinds.flatMap { kind in kind.documents(model).map { (kind: kind.name, content: $0) } }
    let results = Parallel.map(documents.count, jobs: jobs) { index -> Result? in
      let (kind, content) = documents[index]
      return model.files.bytes(of: content.path).map { file in
        visit(CheckedText(content, kind: kind, file: file, hasPending: pending.contains(content.path)))
      }
    }
    return results.compactMap(\.self)
  }

  /// Where `range` of the text of `block` stands in the file; the lines of the block when markup stands within it.
  ///
  /// - Complexity: O(length of the block).
  func location(of range: Range<Int>, in block: CheckedBlock) -> SourceLocation {
    let wanted = block.bytes(range)
    let source = file[block.span.range]
    // The same words may stand before: as many occurrences are passed over as the text has before this one.
    var earlier = 0
    let own = Array(block.scalars[range])
    if own.count <= range.lowerBound {
      for start in 0...(range.lowerBound - own.count) where block.has(own, at: start) { earlier += 1 }
    }
    var index = source.startIndex
    while index + wanted.count <= source.endIndex {
      if source[index] == wanted[0], source[index..<index + wanted.count].elementsEqual(wanted) {
        if earlier == 0 { return SourceLocation(path, SourceSpan(index, index + wanted.count)) }
        earlier -= 1
      }
      index += 1
    }
    return SourceLocation(path, block.span)
  }
}

/// A paragraph, heading or cell as scalars.
struct CheckedBlock {
  let kind: TextBlock.Kind
  /// Code is U+FFFC.
  let scalars: [UInt32]
  /// Its lines in the file.
  let span: SourceSpan

  init(_ block: TextBlock) {
    kind = block.kind
    scalars = String(decoding: block.text, as: UTF8.self).unicodeScalars.map(\.value)
    span = block.span
  }

  var isHeading: Bool { if case .heading = kind { true } else { false } }

  /// UTF-8 of a piece.
  func bytes(_ range: Range<Int>) -> [UInt8] { Array(text(range).utf8) }

  func text(_ range: Range<Int>) -> String { scalars[range].text }

  /// Whether `words` stand at `index`.
  func has(_ words: [UInt32], at index: Int) -> Bool { scalars.has(words, at: index) }
}

extension [UInt32] {
  /// The scalars of `text`.
  init(_ text: String) { self = text.unicodeScalars.map(\.value) }

  /// Whether `words` stand at `index`, which may lie outside.
  func has(_ words: [UInt32], at index: Int) -> Bool {
    guard index >= 0, index <= count - words.count else { return false }
    for (offset, scalar) in words.enumerated() where self[index + offset] != scalar { return false }
    return true
  }
}

extension Sequence<UInt32> {
  var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: lazy.compactMap { Unicode.Scalar($0) })
    return String(text)
  }
}
