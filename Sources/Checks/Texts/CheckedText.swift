import Bytes
import Diagnostics
import Markdown
import Training

/// The Markdown of a record as rules about texts see it: what stands in each block, without markup and without code.
struct CheckedText {
  /// Whose text it is, and where it stands.
  let place: RecordText
  /// All bytes of its file.
  let file: [UInt8]
  let blocks: [CheckedBlock]
  /// Links and pictures.
  let links: [LinkUse]
  private let found = LastPlaces()

  /// The text at `place`, which became `output` with the feature `textBlocks`.
  ///
  /// - Complexity: O(length).
  init(_ place: RecordText, _ output: MarkdownOutput, file: [UInt8], _ filter: WordFilter) {
    self.place = place
    self.file = file
    blocks = output.blocks.enumerated().map { CheckedBlock($0.element, number: $0.offset, filter) }
    links = output.links
  }

  /// Of its file, as messages show it.
  var path: String { place.path }

  /// Where `range` of the text of `block` stands in the file; the lines of the block when it cannot be told.
  ///
  /// - Complexity: O(length of the block) for the first place of a block, O(length of `range`) for each further one before
  ///   another block is asked about.
  func location(of range: Range<Int>, in block: CheckedBlock) -> SourceLocation {
    SourceLocation(path, found.places(of: block, in: file).span(of: range) ?? block.span)
  }
}

/// The places of the block that was last asked about, as most blocks with one finding are asked about several; the attributes
/// in a block count apart from it.
private final class LastPlaces {
  private var block: (number: Int, places: TextPlaces)?
  private var attribute: (number: Int, places: TextPlaces)?

  func places(of asked: CheckedBlock, in file: [UInt8]) -> TextPlaces {
    let isAttribute = asked.kind == .attribute
    if let last = isAttribute ? attribute : block, last.number == asked.number { return last.places }
    let places = TextPlaces(of: asked.scalars, as: asked.kind, at: asked.span, in: file)
    if isAttribute { attribute = (asked.number, places) } else { block = (asked.number, places) }
    return places
  }
}

/// A paragraph, heading or cell as scalars.
struct CheckedBlock {
  /// Among those of the text.
  let number: Int
  let kind: TextBlock.Kind
  /// What was typed by hand: each figure, each piece of code and each image is U+FFFC.
  let scalars: [UInt32]
  /// The words that it may hold.
  let words: WordSets
  /// Its lines in the file.
  let span: SourceSpan

  init(_ block: TextBlock, number: Int, _ filter: WordFilter) {
    self.number = number
    kind = block.kind
    scalars = [UInt32](utf8: block.typed)
    words = filter.sets(in: scalars)
    span = block.span
  }

  var isHeading: Bool { if case .heading = kind { true } else { false } }

  func text(_ range: Range<Int>) -> String { scalars[range].text }

  /// Whether `words` stand at `index`.
  func has(_ words: [UInt32], at index: Int) -> Bool { scalars.has(words, at: index) }
}

extension [UInt32] {
  /// The scalars of `text`.
  init(_ text: String) { self = text.unicodeScalars.map(\.value) }

  /// The scalars of well-formed UTF-8.
  ///
  /// - Complexity: O(length).
  init(utf8 bytes: [UInt8]) {
    self = []
    reserveCapacity(bytes.count / 2)
    let span = bytes.span
    var index = 0
    while index < span.count {
      let (value, length) = span.scalar(at: index)
      append(value)
      index += length
    }
  }

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
