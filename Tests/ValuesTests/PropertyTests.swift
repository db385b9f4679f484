import Diagnostics
import Testing
import Values

/// What is written reads back as it was, for random values from fixed seeds.
struct PropertyTests {
  @Test func `JSON that is written reads back as the same tree`() {
    for seed in 1...400 as ClosedRange<UInt64> {
      var random = SeededRandom(seed)
      let tree = random.tree(depth: 4)
      for layout in [JSONWriter.Layout.compact, .indented] {
        let bytes = tree.json(layout)
        let (root, diagnostics) = JSONReader.read(bytes, path: "")
        #expect(diagnostics.isEmpty)
        #expect(root?.json(layout) == bytes, "seed \(seed)")
        #expect(root?.json() == tree.json(), "seed \(seed)")
      }
    }
  }

  @Test func `JSON is YAML and reads as the same tree`() {
    for seed in 1...400 as ClosedRange<UInt64> {
      var random = SeededRandom(seed)
      let tree = random.tree(depth: 4)
      for layout in [JSONWriter.Layout.compact, .indented] {
        let bytes = tree.json(layout)
        let (root, diagnostics) = YAMLReader.read(bytes, path: "")
        #expect(diagnostics.isEmpty, "seed \(seed) \(diagnostics.map(\.message.en))")
        #expect(root?.json() == tree.json(), "seed \(seed)")
      }
    }
  }

  @Test func `CSV that is written reads back as the same records`() {
    for seed in 1...400 as ClosedRange<UInt64> {
      var random = SeededRandom(seed)
      let width = 1 + random.below(5)
      var table: [[String]] = []
      for _ in 0...random.below(6) { table.append((0..<width).map { _ in random.text() }) }
      var writer = CSVWriter(byteOrderMark: seed % 2 == 0)
      for row in table { writer.record(row) }
      let (records, diagnostics) = CSVReader.readRecords(writer.output, path: "")
      #expect(diagnostics.isEmpty, "seed \(seed)")
      // A delimiter that is not the comma can only win when the header holds more of them unquoted: they are quoted.
      let rows = records.map { records in (0..<records.count).map(records.row) }
      #expect(rows == table, "seed \(seed)")
    }
  }

  @Test func `no bytes crash a reader, and every span lies inside its text`() {
    let pieces = [
      ": ", "- ", "\n", " ", "\"", "'", "[", "]", "{", "}", ",", "#", "|", ">", "\t", "a", "中", "&", "*", "\\u",
      "---\n", "\r",
    ]
    for seed in 1...3000 as ClosedRange<UInt64> {
      var random = SeededRandom(seed)
      var bytes: [UInt8] = []
      for _ in 0...random.below(40) { bytes += Array(pieces[random.below(pieces.count)].utf8) }
      if seed % 5 == 0 { bytes.insert(UInt8(random.below(256)), at: random.below(bytes.count)) }
      let yaml = YAMLReader.read(bytes, path: "")
      let json = JSONReader.read(bytes, path: "")
      let csv = CSVReader.read(bytes, path: "")
      let limit = max(bytes.count, CSVReader.text(of: bytes).count)
      for diagnostic in yaml.diagnostics + json.diagnostics + csv.diagnostics {
        #expect(Int(diagnostic.location?.span?.end ?? 0) <= limit)
      }
      if let root = yaml.root { #expect(spansAreNested(root, within: SourceSpan(0, bytes.count)), "seed \(seed)") }
      if let root = json.root { #expect(spansAreNested(root, within: SourceSpan(0, bytes.count)), "seed \(seed)") }
    }
  }

  /// Whether children lie inside their parent, one after the other.
  private func spansAreNested(_ node: Node, within outer: SourceSpan) -> Bool {
    guard node.span.start >= outer.start, node.span.end <= outer.end else { return false }
    var last = node.span.start
    for item in node.items ?? [] {
      guard item.span.start >= last, spansAreNested(item, within: node.span) else { return false }
      last = item.span.end
    }
    for entry in node.entries ?? [] {
      guard entry.keySpan.start >= last, entry.value.span.start >= entry.keySpan.end else { return false }
      guard spansAreNested(entry.value, within: node.span) else { return false }
      last = entry.value.span.end
    }
    return true
  }

  @Test func `front matter keeps the offsets of the file`() throws {
    let source = "---\ntitle: 第一期\n---\n正文"
    let (parts, _) = FrontMatter.split(Array(source.utf8), path: "")
    let (root, _) = YAMLReader.read(Array(source.utf8), in: parts.yaml, path: "")
    #expect(parts.yaml == 4..<21)
    let entry = try #require(root?.entries?.first)
    #expect(String(decoding: Array(source.utf8)[entry.keySpan.range], as: UTF8.self) == "title")
    #expect(String(decoding: Array(source.utf8)[entry.value.span.range], as: UTF8.self) == "第一期")
  }
}

/// SplitMix64: the same values from the same seed everywhere.
struct SeededRandom {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  /// 0..<`bound`
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ value >> 31) % UInt64(bound))
  }

  mutating func text() -> String {
    let pieces = [
      "a", "学时", ",", "\"", "\n", "\r\n", " ", ";", "\t", "'", "\\", "\u{7}", "😀", "sep=", "12", "", "：", "\u{3000}",
      "/", "=1+1",
    ]
    return (0..<below(6)).map { _ in pieces[below(pieces.count)] }.joined().replacing("\0", with: "")
  }

  mutating func tree(depth: Int) -> Node {
    let span = SourceSpan(0, 0)
    switch below(depth > 0 ? 5 : 2) {
    case 0: return Node(.scalar(Scalar(text().replacing("\u{7}", with: "b"), .text)), span)
    case 1:
      let plain = ["null", "true", "false", "0", "-17", "1234567890", "2.5", "1e-07", "12345678901234567890"]
      return Node(.scalar(Scalar(plain[below(plain.count)], .plain)), span)
    case 2: return Node(.sequence((0..<below(4)).map { _ in tree(depth: depth - 1) }), span)
    default:
      return Node(
        .mapping(
          (0..<below(4)).map { number in
            .init(key: "\(number)" + text().replacing("\u{7}", with: "b"), keySpan: span, value: tree(depth: depth - 1))
          }), span)
    }
  }
}
