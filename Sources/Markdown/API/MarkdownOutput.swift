package import Diagnostics
internal import Bytes
internal import Han

/// What one text became. Offsets are into the file that held the text.
package struct MarkdownOutput: Sendable {
  /// The HTML, UTF-8, each block followed by LF, as CommonMark's reference renderer lays it out.
  package let html: [UInt8]
  /// The headings in order.
  package let outline: [Heading]
  /// Links and images in order.
  package let links: [LinkUse]
  /// The places of the expressions of the figures that were evaluated, in order.
  package let figures: [SourceSpan]
  /// Paragraphs, headings, cells and what else is text; collected with `textBlocks` only. Footnotes come last.
  package let blocks: [TextBlock]
  /// In the order of their discovery.
  package let diagnostics: [Diagnostic]

  /// The text without markup: the HTML's text, blocks apart by LF, character references resolved.
  ///
  /// What directives were rendered to belongs to it; alternative texts of images do not.
  ///
  /// - Complexity: O(length of `html`), at each call.
  package func plainText() -> String { PlainText.text(ofHTML: html.span) }

  /// Minutes a reader needs for the plain text, by its characters; at least 1.
  ///
  /// - Complexity: O(length of `html`), at each call.
  package func readingMinutes() -> Int { HanCount(PlainText.bytes(ofHTML: html.span).span).readingMinutes }

  /// The first sentences of the paragraphs, as many as fit into `limit` full-width squares; headings, lists and tables are
  /// left out. Needs the feature `textBlocks`.
  ///
  /// - Complexity: O(`limit` and the block in which it ends).
  package func excerpt(to limit: Int) -> String {
    var text: [UInt8] = []
    for block in blocks where block.kind == .paragraph {
      let bytes = block.text.span
      var start = 0
      while start < bytes.count {
        let end = PlainText.object(in: bytes, from: start)
        text.append(run: bytes, start..<end)
        start = end + PlainText.objectMark.utf8.count
      }
      // Every square takes a scalar at least, and few texts more than two.
      if text.count(where: { $0 & 0xC0 != 0x80 }) > limit * 2 { break }
    }
    return String(decoding: text, as: UTF8.self).excerpt(to: limit)
  }
}

/// One piece of text as readers see it: a paragraph, a heading, a cell of a table, a caption. Code is none.
package struct TextBlock: Hashable, Sendable {
  /// What a block is to its readers.
  package enum Kind: Hashable, Sendable {
    case heading(level: Int)
    case paragraph
    /// The first paragraph of a list item; its number as typed and as shown, when the list has numbers.
    case item(ListNumber?)
    case cell
    /// A block of raw HTML that is shown as text, or with the tags that the portal allows.
    case html
    /// What an attribute of a directive says, or its label; the description or the title of an image or a link. Only the
    /// values that readers may see: no names of files.
    case attribute
  }

  /// The number of an item.
  package struct ListNumber: Hashable, Sendable {
    package let typed: Int
    package let shown: Int
    /// The number of the first item, and which list of the text it is (from 0).
    package let start: Int
    package let list: Int
  }

  package let kind: Kind
  /// UTF-8, without markup; each piece of code and each image in it is one U+FFFC.
  package let text: [UInt8]
  /// The same with U+FFFC for each figure, and without what the layouts of inline directives add: what was typed by hand.
  package let typed: [UInt8]
  /// The lines that hold it, in the file; the cell or the value, when it is one.
  package let span: SourceSpan
}

/// One line of the outline.
package struct Heading: Hashable, Sendable {
  /// 1–6.
  package let level: Int
  /// Unique in the text; empty when heading ids are off.
  package let id: String
  /// What stands in the heading element.
  package let html: [UInt8]
  /// The same without markup.
  package let text: String
  /// The lines of the heading.
  package let span: SourceSpan
}

/// One link or image.
package struct LinkUse: Hashable, Sendable {
  /// Which element the address stands in: `a` or `img`.
  package enum Kind: Hashable, Sendable { case link, image }

  package let kind: Kind
  /// As written, escapes and entities resolved.
  package let destination: String
  /// The address in the HTML; `nil` when the link was refused or leads nowhere.
  package let href: String?
  /// The destination in the file; the block that holds the link when the destination cannot be found in its bytes.
  package let span: SourceSpan
}
