/// What has changed in a page beside its words.
package struct DetailDifference: Hashable, Sendable {
  /// A detail that came, went, or is another one.
  package struct Change: Hashable, Sendable {
    /// `nil` for one that is new.
    package let before: PageDetail?
    /// `nil` for one that is gone.
    package let after: PageDetail?

    package init(before: PageDetail?, after: PageDetail?) {
      self.before = before
      self.after = after
    }

    /// Of both, or of the one there is.
    package var kind: PageDetail.Kind { (after ?? before)?.kind ?? .link }
  }

  /// In the order of the new page; what is gone behind them.
  package private(set) var changes: [Change] = []

  /// Whether nothing has changed.
  package var isEmpty: Bool { changes.isEmpty }

  /// Compares the details of two pages. Equal ones in the same paragraph belong together; then equal ones in paragraphs that
  /// were written anew; then those of the same words, then those of the same target. What a difference of the words tells
  /// anyway is left out: words that went with what was marked in them, and a link in the portal that is a whole new paragraph
  /// or stands in a new row; labels of what is new.
  ///
  /// `oldPlaces` and `newPlaces` are all paragraphs and rows of the two.
  ///
  /// - Complexity: O(details and places).
  init(
    _ old: [PlacedDetail], _ new: [PlacedDetail], _ oldPlaces: @autoclosure () -> PagePlaces,
    _ newPlaces: @autoclosure () -> PagePlaces
  ) {
    guard old != new else { return }
    let (oldPlaces, newPlaces) = (oldPlaces(), newPlaces())
    var matching = DetailMatching(old, new)
    matching.match { [$0.detail.kind.rawValue, $0.detail.text, $0.detail.target, $0.place] }
    noteExchanged(old, new, matching.partners)
    matching.match {
      newPlaces.has($0.place) ? nil : [$0.detail.kind.rawValue, $0.detail.text, $0.detail.target]
    } new: {
      oldPlaces.has($0.place) ? nil : [$0.detail.kind.rawValue, $0.detail.text, $0.detail.target]
    }
    let equal = matching.partners
    matching.match { $0.detail.target.isEmpty ? nil : [$0.detail.kind.rawValue, $0.detail.text, $0.place] }
    matching.match { $0.detail.target.isEmpty ? nil : [$0.detail.kind.rawValue, $0.detail.target, $0.place] }
    matching.match { $0.detail.target.isEmpty ? nil : [$0.detail.kind.rawValue, $0.detail.text] }
    matching.match { $0.detail.target.isEmpty ? nil : [$0.detail.kind.rawValue, $0.detail.target] }
    var gone = matching.leftOfOld
    for index in new.indices where equal[index] == nil {
      let item = new[index]
      if let partner = matching.partners[index] {
        let before = old[partner].detail
        guard before == item.detail else {
          let isTold = item.detail.kind == .link && before.target == item.detail.target && !oldPlaces.has(item.place)
          if !isTold { changes.append(Change(before: before, after: item.detail)) }
          continue
        }
        // It stands in another paragraph, and both paragraphs are in both pages.
        gone.append(partner)
      }
      if !oldPlaces.tells(item, newPlaces) { changes.append(Change(before: nil, after: item.detail)) }
    }
    for index in gone.sorted() {
      let item = old[index]
      let wentWithWords = item.detail.target.isEmpty && !newPlaces.has(item.place)
      if !wentWithWords, !newPlaces.tells(item, oldPlaces) {
        changes.append(Change(before: item.detail, after: nil))
      }
    }
  }
}

extension DetailDifference {
  /// Notes what has changed its place with another one of the same words in the same paragraph: of two links “here” each leads
  /// to where the other one led.
  private mutating func noteExchanged(_ old: [PlacedDetail], _ new: [PlacedDetail], _ partners: [Int?]) {
    let known = partners.lazy.compactMap(\.self)
    guard zip(known, known.dropFirst()).contains(where: >) else { return }
    var groups: [[String]: [Int]] = [:]
    for index in new.indices where partners[index] != nil {
      groups[[new[index].detail.kind.rawValue, new[index].detail.text, new[index].place], default: []].append(index)
    }
    for index in new.indices {
      let key = [new[index].detail.kind.rawValue, new[index].detail.text, new[index].place]
      // A group is told where its first one stands.
      guard let group = groups[key], group.first == index, group.count > 1 else { continue }
      for (index, partner) in zip(group, group.compactMap { partners[$0] }.sorted())
      where old[partner].detail != new[index].detail {
        changes.append(Change(before: old[partner].detail, after: new[index].detail))
      }
    }
  }
}

/// The paragraphs and rows of a page.
struct PagePlaces {
  private let paragraphs: Set<String>
  private let rows: Set<String>

  init(paragraphs: some Sequence<String>, rows: some Sequence<String>) {
    self.paragraphs = Set(paragraphs)
    self.rows = Set(rows)
  }

  func has(_ place: String) -> Bool { paragraphs.contains(place) || rows.contains(place) }

  /// Whether a reader of the differences of words knows already that `item`, of a page with the places `own`, is not in this
  /// page: a link within the portal that is a whole paragraph, or part of a row, or a label.
  func tells(_ item: PlacedDetail, _ own: PagePlaces) -> Bool {
    guard !has(item.place) else { return false }
    if item.detail.kind == .label { return true }
    guard item.detail.kind == .link, !item.detail.text.isEmpty else { return false }
    return !PageLink.isForeign(item.detail.target)
      && (item.place == item.detail.text || own.rows.contains(item.place))
  }
}

/// Finds for details of a new page those of the old one that they were.
private struct DetailMatching {
  private let old: [PlacedDetail]
  private let new: [PlacedDetail]
  /// By detail of the new page.
  private(set) var partners: [Int?]
  private var isTaken: [Bool]

  init(_ old: [PlacedDetail], _ new: [PlacedDetail]) {
    (self.old, self.new) = (old, new)
    partners = Array(repeating: nil, count: new.count)
    isTaken = Array(repeating: false, count: old.count)
  }

  var leftOfOld: [Int] { isTaken.indices.filter { !isTaken[$0] } }

  mutating func match(_ key: (PlacedDetail) -> [String]?) { match(key, new: key) }

  mutating func match(_ key: (PlacedDetail) -> [String]?, new newKey: (PlacedDetail) -> [String]?) {
    var places: [[String]: [Int]] = [:]
    for index in old.indices.reversed() where !isTaken[index] {
      if let key = key(old[index]) { places[key, default: []].append(index) }
    }
    guard !places.isEmpty else { return }
    for index in new.indices where partners[index] == nil {
      guard let key = newKey(new[index]), let partner = places[key]?.popLast() else { continue }
      partners[index] = partner
      isTaken[partner] = true
    }
  }
}
