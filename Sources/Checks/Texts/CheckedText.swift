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

  /// The text at `place`, which became `output` with the feature `textBlocks`.
  ///
  /// - Complexity: O(length).
  init(_ place: RecordText, _ output: MarkdownOutput, file: [UInt8], _ filter: WordFilter) {
    self.place = place
    self.file = file
    blocks = output.blocks.map { CheckedBlock($0, filter) }
    links = output.links
  }

  /// Of its file, as messages show it.
  var path: String { place.path }

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
  /// What was typed by hand: each figure and each piece of code is U+FFFC.
  let scalars: [UInt32]
  /// The words that it may hold.
  let words: WordSets
  /// Its lines in the file.
  let span: SourceSpan

  init(_ block: TextBlock, _ filter: WordFilter) {
    kind = block.kind
    scalars = [UInt32](utf8: block.typed)
    words = filter.sets(in: scalars)
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

  /// The scalars of well-formed UTF-8.
  ///
  /// - Complexity: O(length).
  init(utf8 bytes: [UInt8]) {
    self = []
    reserveCapacity(bytes.count / 2)
    for byte in bytes {
      switch byte {
      case 0..<0x80: append(UInt32(byte))
      // A byte that goes on adds its six bits to what the first one began.
      case 0x80..<0xC0: self[count - 1] = self[count - 1] << 6 | UInt32(byte & 0x3F)
      case 0xC0..<0xE0: append(UInt32(byte & 0x1F))
      case 0xE0..<0xF0: append(UInt32(byte & 0x0F))
      default: append(UInt32(byte & 0x07))
      }
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
