/// The tables of one text, found so far.
struct TablesOfText {
  let source: SourceText
  let scan: SourceScan
  let features: MarkdownFeatures
  private(set) var list: [Table] = []
  /// How many cells libcmark reads.
  private(set) var markedCellCount = 0
  /// Lines of the tree before the source's first: those of the cells.
  var lineOffset = 0
  private var finder: TableFinder?

  init(source: SourceText, scan: SourceScan, features: MarkdownFeatures) {
    self.source = source
    self.scan = scan
    self.features = features
  }

  /// Whether the tables can stay where they are in libcmark's tree, so that only their cells have to be parsed.
  var arePlain: Bool { list.allSatisfy(\.isWholeParagraph) && !scan.mayDefineLinks }

  var text: TableText { TableText(source: source, lines: scan.lines, tables: list) }

  /// Adds the tables of `root` that are not known yet; whether there were any.
  mutating func find(in root: MarkdownNode, _ marker: inout Marker, lineOffset: Int) -> Bool {
    var finder =
      finder
      ?? TableFinder(source: source, scan: scan, features: features, marked: marker.marked)
    let found = finder.tables(in: root, lineOffset: lineOffset)
    self.finder = finder
    guard !found.isEmpty else { return false }
    list = (list + found).sorted { $0.lines.lowerBound < $1.lines.lowerBound }
    markedCellCount = 0
    for index in list.indices {
      list[index].firstMarkedCell = markedCellCount
      markedCellCount += list[index].markedCellCount
    }
    return true
  }
}
