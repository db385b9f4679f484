import Bytes
import Diagnostics
import Portal

/// What the last successful build of an output knew: of each page the hash of its bytes and what they were made from, so
/// that the next build makes only those anew for which something of that has changed.
///
/// Nothing in it is believed beyond that: whether the published file still has those bytes is for the stage to see.
struct BuildCache: Sendable {
  /// One attribute of one record.
  struct Field: Sendable {
    /// In `records`.
    var record: Int
    /// In the attributes of its kind.
    var attribute: Int
  }

  /// A kind of which records were read.
  struct Kind: Sendable {
    var name: String
    /// The names of its attributes, in their order.
    var attributes: [String]
  }

  /// A finished page. What all pages have of one sort lies in one array, in which a page has a range: ten thousand pages
  /// are read as fast as their bytes.
  struct CachedPage: Sendable {
    /// Its file.
    var path: String
    /// Of its bytes.
    var hash: FastHash
    /// Of what is known of it before it is rendered.
    var own: FastHash
    /// What it depends on besides, in `keys`.
    var keys: Range<Int>
    /// Its anchors, in `ids`.
    var ids: Range<Int>
    /// Its links to anchors, in `anchors`.
    var anchors: Range<Int>
    /// Links of its text that lead to an anchor.
    var textLinks: [TextLink]
    /// What was said when it was rendered.
    var diagnostics: [Diagnostic]
    /// What rules found in its text.
    var findings: [Diagnostic]
  }

  /// A link to an anchor.
  struct Anchor: Sendable {
    /// The file it leads to, as a key of `Lookup.Kind.published`.
    var file: InputKey
    /// Of the fragment.
    var id: FastHash
    /// The fragment and the link as written, in `texts`.
    var fragment: Range<Int>
    var link: Range<Int>
  }

  var kinds: [Kind] = []
  /// Records that were read: the number of their kind, and what they are called.
  var records: [(kind: Int, id: String)] = []
  var fields: [Field] = []
  var lookups: [Lookup] = []
  /// What was found, for each of `fields`.
  var fieldHashes: [UInt64] = []
  /// What was found, for each of `lookups`.
  var lookupHashes: [UInt64] = []
  var pages: [CachedPage] = []
  var keys: [InputKey] = []
  var ids: [FastHash] = []
  var anchors: [Anchor] = []
  var texts: [UInt8] = []

  /// The files it was read from; `nil` for one that was made.
  let files: CacheFiles?

  /// Nothing known.
  init() { files = nil }

  /// A cache that `read` fills, from parts of `files`.
  init(reading files: CacheFiles) { self.files = files }
}
