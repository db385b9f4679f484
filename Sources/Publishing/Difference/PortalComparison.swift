import Bytes
import Expressions
import Files
import Values

/// Goes through two portals and puts together what has changed.
struct PortalComparison {
  private let old: PortalTree
  private let new: PortalTree
  private let jobs: Int
  private var difference = PortalDifference()
  /// What has changed around the text of a page.
  private struct FrameChange: Hashable {
    let text: TextDifference
    let details: DetailDifference
  }

  /// Where each change of a frame stands in `difference`.
  private var frames: [FrameChange: Int] = [:]

  init(old: PortalTree, new: PortalTree, jobs: Int) {
    (self.old, self.new, self.jobs) = (old, new, jobs)
  }

  /// A file of one of the two, or of both.
  private struct Pair: Sendable {
    let path: String
    let oldSize: Int?
    let newSize: Int?

    var isPage: Bool { has(".html") || has(".htm") }
    var isTable: Bool { has(".csv") }

    /// Whether the name ends so; servers send `.HTML` as a page too.
    private func has(_ ending: String) -> Bool { path.lowercased().hasSuffix(ending) }
  }

  /// What one pair is.
  private enum Finding: Sendable {
    case same
    case pages(old: ReadablePage?, new: ReadablePage?)
    case file(rows: TableDifference?)
    /// A table that cannot be read as one.
    case unreadable
  }

  mutating func run() throws(DifferenceError) -> PortalDifference {
    let pairs = Self.pairs(old.files, new.files)
    let (old, new) = (old, new)
    let results = Parallel.map(pairs.count, jobs: jobs, run: 32) { index in
      Result { () throws(DifferenceError) in try Self.compare(pairs[index], old, new) }
    }
    var counts: [PublishedFileKind: PortalDifference.FileCount] = [:]
    var removed: [ReadablePage] = []
    var added: [ReadablePage] = []
    /// Pages of which only a way to another one is left.
    var ways: [String: ReadablePage] = [:]
    for (pair, result) in zip(pairs, results) {
      switch try result.get() {
      case .same: break
      case .pages(let old?, let new?):
        if old.redirect == nil, new.redirect != nil {
          removed.append(old)
          ways[new.address] = new
        } else {
          note(old, new)
        }
      case .pages(let old?, nil): removed.append(old)
      case .pages(nil, let new?): added.append(new)
      case .pages(nil, nil): break
      case .file, .unreadable:
        let kind = PublishedFileKind(path: pair.path)
        var count = counts[kind] ?? PortalDifference.FileCount(kind: kind)
        if pair.oldSize == nil {
          count.added += 1
        } else if pair.newSize == nil {
          count.removed += 1
        } else {
          count.changed += 1
        }
        counts[kind] = count
        if case .unreadable = try result.get() { difference.unreadable.append(pair.path) }
        if case .file(let rows?) = try result.get(), !rows.isEmpty {
          difference.tables.append(.init(page: nil, address: pair.path, rows: rows))
        }
      }
    }
    difference.files = PublishedFileKind.allCases.compactMap { counts[$0] }
    noteMoves(removed, added, ways)
    difference.tables = difference.tables.enumerated().sorted {
      let order = $0.element.address.utf8Span.span.order(to: $1.element.address.utf8Span.span)
      return order < 0 || order == 0 && $0.offset < $1.offset
    }.map(\.element)
    difference.old = Self.edition(old)
    difference.new = Self.edition(new)
    return difference
  }

  /// The files of both by path; the manifest tells of the others and is none itself.
  private static func pairs(_ old: [PortalTree.File], _ new: [PortalTree.File]) -> [Pair] {
    var pairs: [Pair] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      let order =
        left == old.count
        ? 1 : right == new.count ? -1 : old[left].path.utf8Span.span.order(to: new[right].path.utf8Span.span)
      let path = order <= 0 ? old[left].path : new[right].path
      if path != Manifest.path {
        pairs.append(
          Pair(path: path, oldSize: order <= 0 ? old[left].size : nil, newSize: order >= 0 ? new[right].size : nil))
      }
      if order <= 0 { left += 1 }
      if order >= 0 { right += 1 }
    }
    return pairs
  }

  private static func compare(_ pair: Pair, _ old: PortalTree, _ new: PortalTree) throws(DifferenceError) -> Finding {
    let differsInSize = pair.oldSize != pair.newSize
    // Of anything else it is enough to know that it differs.
    guard pair.isPage || pair.isTable || !differsInSize else { return .file(rows: nil) }
    let before = pair.oldSize == nil ? nil : try old.read(pair.path)
    let after = pair.newSize == nil ? nil : try new.read(pair.path)
    if let before, let after, before == after { return .same }
    if pair.isPage {
      return .pages(
        old: before.map { ReadablePage($0, file: pair.path) }, new: after.map { ReadablePage($0, file: pair.path) })
    }
    guard pair.isTable else { return .file(rows: nil) }
    let rowsBefore = before.flatMap { ReadableTable(csv: $0, path: pair.path) }
    let rowsAfter = after.flatMap { ReadableTable(csv: $0, path: pair.path) }
    guard (before == nil) == (rowsBefore == nil), (after == nil) == (rowsAfter == nil) else { return .unreadable }
    return .file(rows: TableDifference(rowsBefore, rowsAfter))
  }

  /// Notes what has changed in a page; `from` is where it stood when that is another address.
  private mutating func note(_ old: ReadablePage, _ new: ReadablePage, moved: Bool = false) {
    let text = TextDifference(old.blocks, new.blocks)
    let formerTitle = old.title == new.title ? nil : old.title
    let tables = Self.tables(old, new)
    for rows in tables { difference.tables.append(.init(page: new, address: new.address, rows: rows)) }
    let details = DetailDifference(old.details, new.details, old.places, new.places)
    let isChanged = !text.isEmpty || formerTitle != nil || !details.isEmpty
    if isChanged {
      difference.changed.append(.init(page: new, formerTitle: formerTitle, text: text, details: details))
    }
    guard !moved else { return }
    let frame = FrameChange(
      text: TextDifference(old.surroundings, new.surroundings),
      details: DetailDifference(old.frameDetails, new.frameDetails, old.places, new.places))
    if !frame.text.isEmpty || !frame.details.isEmpty {
      if let index = frames[frame] {
        difference.frames[index].addresses.append(new.address)
      } else {
        frames[frame] = difference.frames.count
        difference.frames.append(.init(text: frame.text, details: frame.details, addresses: [new.address]))
      }
    } else if !isChanged, tables.isEmpty {
      difference.technical.append(new.address)
    }
  }

  /// Tables that are equal belong together; then those of the same caption and columns, the first with the first; then those of
  /// the same caption; then those of the same columns.
  private static func tables(_ old: ReadablePage, _ new: ReadablePage) -> [TableDifference] {
    var partners: [Int?] = Array(repeating: nil, count: new.tables.count)
    var isTaken = Array(repeating: false, count: old.tables.count)
    let keys: [(ReadableTable) -> [String]] = [
      { [$0.caption] + $0.columns + $0.rows.flatMap(\.self) }, { [$0.caption] + $0.columns }, { [$0.caption] },
      { $0.columns },
    ]
    for key in keys {
      var places: [[String]: [Int]] = [:]
      for index in old.tables.indices.reversed() where !isTaken[index] {
        places[key(old.tables[index]), default: []].append(index)
      }
      for index in new.tables.indices where partners[index] == nil {
        guard let place = places[key(new.tables[index])]?.popLast() else { continue }
        partners[index] = place
        isTaken[place] = true
      }
    }
    let kept = zip(new.tables, partners).map { table, place in TableDifference(place.map { old.tables[$0] }, table) }
    let gone = isTaken.indices.filter { !isTaken[$0] }.map { TableDifference(old.tables[$0], nil) }
    return (kept + gone).filter { !$0.isEmpty }
  }

  /// Pages that went and came with the same content, or with a way from the old address, have moved; the rows of the others
  /// came and went with them.
  private mutating func noteMoves(_ removed: [ReadablePage], _ added: [ReadablePage], _ ways: [String: ReadablePage]) {
    var partners: [String: ReadablePage] = [:]
    var taken: Set<String> = []
    let byAddress = Dictionary(added.map { ($0.address, $0) }) { first, _ in first }
    for page in removed {
      guard let way = ways[page.address], let target = way.redirect,
        let address = PageLink.address(of: target, on: page.address),
        let partner = byAddress[address], taken.insert(address).inserted
      else { continue }
      partners[page.address] = partner
    }
    let keys: [(ReadablePage) -> FastHash?] = [
      { $0.blocks.isEmpty ? nil : $0.digest },
      { $0.kind.isEmpty ? nil : FastHash(Array("\($0.kind)\n\($0.title)".utf8).span) },
    ]
    for key in keys {
      var old: [FastHash: [ReadablePage]] = [:]
      var new: [FastHash: [ReadablePage]] = [:]
      for page in removed where partners[page.address] == nil {
        if let key = key(page) { old[key, default: []].append(page) }
      }
      for page in added where !taken.contains(page.address) {
        if let key = key(page) { new[key, default: []].append(page) }
      }
      // Several of the same content: nobody can say which is which.
      for (key, pages) in old where pages.count == 1 {
        guard let candidates = new[key], candidates.count == 1 else { continue }
        partners[pages[0].address] = candidates[0]
        taken.insert(candidates[0].address)
      }
    }
    for page in removed {
      guard let partner = partners[page.address] else {
        var page = page
        page.redirect = ways[page.address]?.redirect
        difference.removed.append(page)
        for table in page.tables {
          difference.tables.append(.init(page: page, address: page.address, rows: TableDifference(table, nil)))
        }
        continue
      }
      difference.moved.append(
        .init(from: page.address, page: partner, isRedirected: ways[page.address] != nil))
      note(page, partner, moved: true)
    }
    for page in added where !taken.contains(page.address) {
      difference.added.append(page)
      for table in page.tables {
        difference.tables.append(.init(page: page, address: page.address, rows: TableDifference(nil, table)))
      }
    }
  }

  private static func edition(_ tree: PortalTree) -> PortalDifference.Edition? {
    guard tree.files.contains(where: { $0.path == Manifest.path }), let bytes = try? tree.read(Manifest.path),
      let root = JSONReader.read(bytes, path: Manifest.path).root,
      let generator = root["generator"]?.scalar?.text, let day = root["as_of"]?.scalar?.text
    else { return nil }
    return .init(generator: generator, asOf: day)
  }
}

extension ReadableTable {
  /// More columns than a public table has; what stands behind them is left out.
  private static let widest = 256

  /// The rows of a CSV file; `nil` for one that cannot be read.
  init?(csv bytes: [UInt8], path: String) {
    guard let table = CSVReader.read(bytes, path: path).table else { return nil }
    let width = min(table.header.count, Self.widest)
    columns = table.header.prefix(width).map(\.text)
    rows = (0..<table.rowCount).map { row in (0..<width).map { table.text(at: table.place(row, $0)) } }
  }
}
