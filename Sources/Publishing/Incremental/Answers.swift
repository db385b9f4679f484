import Bytes
import Checks
import Expressions
import Portal
import Training

/// What this build answers to everything that pages depend on.
struct Answers: Sendable {
  let kinds: [SharedKind]
  /// By the type of the records, as reads are noted.
  let kindNumbers: [ObjectIdentifier: Int]
  private let renderer: PageRenderer
  private let review: TextReview
  private let releases: FastHash
  /// The Markdown texts of pages, by file.
  private let texts: [String: RecordText]
  /// Positions of the files of the portal, by path.
  let files: [String: Int]

  /// - Complexity: O(pages + files).
  init(_ renderer: PageRenderer, _ review: TextReview, leaks: LeakReport, pages: [Page], files: [String]) {
    self.renderer = renderer
    self.review = review
    releases = leaks.digest
    kinds = renderer.sharedKinds
    kindNumbers = Dictionary(kinds.enumerated().map { (ObjectIdentifier($1.type), $0) }) { first, _ in first }
    texts = Dictionary(pages.compactMap { $0.text.map { ($0.path, $0.place) } }) { first, _ in first }
    self.files = Dictionary(files.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// A hash of the value of an attribute; 0 when there is none.
  func hash(of read: FieldRead) -> UInt64 {
    guard let number = kindNumbers[read.type] else { return 0 }
    var digest = ValueDigest()
    digest.add(kinds[number].value(Int(read.attribute), Int(read.record)))
    return digest.hash.low
  }

  /// A hash of what is found.
  func hash(of lookup: Lookup) -> UInt64 {
    switch lookup.kind {
    case .published: files[lookup.name] == nil ? 0 : 1
    case .releases: releases.low
    case .textRules: texts[lookup.name].map { review.digest(of: $0, withPlaces: false).low } ?? 0
    case .findingPlaces: texts[lookup.name].map { review.digest(of: $0, withPlaces: true).low } ?? 0
    case .link, .file, .record, .words, .courses, .collection, .layout, .settings:
      renderer.digest(of: lookup)?.low ?? 0
    }
  }
}
