/// What has changed in a sequence of paragraphs.
package struct TextDifference: Hashable, Sendable {
  /// A paragraph that came, went, or was written anew.
  package struct Change: Hashable, Sendable {
    /// An excerpt of what stood there; `nil` for a paragraph that is new.
    package let before: String?
    /// An excerpt of what stands there now; `nil` for one that is gone.
    package let after: String?

    package init(before: String?, after: String?) {
      self.before = before
      self.after = after
    }
  }

  /// In the order of the page.
  package private(set) var changes: [Change] = []
  /// Paragraphs that are in both stand in another order.
  package private(set) var isReordered = false

  /// Whether nothing has changed.
  package var isEmpty: Bool { changes.isEmpty && !isReordered }

  /// Compares two sequences of paragraphs: equal ones belong together, the first with the first; what is left between the
  /// same neighbours on both sides was written anew.
  ///
  /// - Complexity: O(paragraphs and their bytes).
  init(_ old: [String], _ new: [String]) {
    guard old != new else { return }
    var places: [String: [Int]] = [:]
    for index in old.indices.reversed() { places[old[index], default: []].append(index) }
    let partners = new.map { places[$0]?.popLast() }
    var partnerOfOld: [Int?] = Array(repeating: nil, count: old.count)
    var last = -1
    for (index, partner) in partners.enumerated() {
      guard let partner else { continue }
      partnerOfOld[partner] = index
      if partner < last { isReordered = true }
      last = max(last, partner)
    }
    // What is gone, by the paragraph of the new page behind which it stood; 0 for the beginning.
    var gone: [[String]] = Array(repeating: [], count: new.count + 1)
    var anchor = 0
    for (index, partner) in partnerOfOld.enumerated() {
      if let partner { anchor = partner + 1 } else { gone[anchor].append(old[index]) }
    }
    var pending = gone[0]
    var added: [String] = []
    for (index, partner) in partners.enumerated() {
      guard partner != nil else {
        added.append(new[index])
        continue
      }
      note(pending, added)
      pending = gone[index + 1]
      added = []
    }
    note(pending, added)
  }

  private mutating func note(_ removed: [String], _ added: [String]) {
    for index in 0..<max(removed.count, added.count) {
      let before = index < removed.count ? removed[index] : nil
      let after = index < added.count ? added[index] : nil
      guard let before, let after else {
        changes.append(Change(before: before.map(Excerpt.start), after: after.map(Excerpt.start)))
        continue
      }
      if let (old, new) = Excerpt.difference(before, after) {
        changes.append(Change(before: old, after: new))
      } else {
        changes.append(Change(before: Excerpt.start(before), after: nil))
        changes.append(Change(before: nil, after: Excerpt.start(after)))
      }
    }
  }
}

/// Short pieces of long texts.
enum Excerpt {
  /// Scalars that stand around a difference.
  private static let context = 10
  /// Scalars of a text that is shown from its start, or of what differs.
  private static let limit = 48

  /// The beginning of `text`.
  static func start(_ text: String) -> String { shortened(text.unicodeScalars.prefix(limit + 1)) }

  /// The places in which two texts differ, with a little of what stands around them; `nil` when they have little in common.
  ///
  /// - Complexity: O(length).
  static func difference(_ before: String, _ after: String) -> (before: String, after: String)? {
    let (old, new) = (Array(before.unicodeScalars), Array(after.unicodeScalars))
    let shorter = min(old.count, new.count)
    var prefix = 0
    while prefix < shorter, old[prefix] == new[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix, old[old.count - 1 - suffix] == new[new.count - 1 - suffix] { suffix += 1 }
    guard 3 * (prefix + suffix) >= shorter else { return nil }
    func piece(_ text: [Unicode.Scalar]) -> String {
      let (first, last) = (max(0, prefix - context), min(text.count, text.count - suffix + context))
      let middle = text[prefix..<text.count - suffix]
      let shown = middle.count > limit ? shortened(middle[...]) : String(String.UnicodeScalarView(middle))
      return (first > 0 ? "…" : "") + String(String.UnicodeScalarView(text[first..<prefix])) + shown
        + String(String.UnicodeScalarView(text[(text.count - suffix)..<last])) + (last < text.count ? "…" : "")
    }
    return (piece(old), piece(new))
  }

  private static func shortened(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    var count = 0
    for scalar in scalars {
      count += 1
      if count > limit { return String(view) + "…" }
      view.append(scalar)
    }
    return String(view)
  }
}
