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

  /// A finished page.
  struct CachedPage: Sendable {
    /// Its file.
    var path: String
    /// Of its bytes.
    var hash: FastHash
    /// Of what is known of it before it is rendered.
    var own: FastHash
    /// What it depends on besides.
    var keys: [InputKey]
    var links: StoredLinks
    /// What was said when it was rendered.
    var diagnostics: [Diagnostic]
    /// What rules found in its text.
    var findings: [Diagnostic]
  }

  /// Anchors of a page and links to anchors; files of the portal as keys of `Lookup.Kind.published`.
  struct StoredLinks: Sendable {
    struct Anchor: Sendable {
      var file: InputKey
      var fragment: [UInt8]
      var link: [UInt8]
    }

    var anchors: [Anchor] = []
    var ids: [FastHash] = []
    var textLinks: [TextLink] = []
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
}
