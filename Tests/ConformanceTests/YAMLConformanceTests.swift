import Diagnostics
import Testing
import Values

/// The promise of the subset: an accepted document has exactly the value of YAML 1.2, all else is refused.
@Suite(.enabled(if: ValuesConformanceData.isPresent, ValuesConformanceData.skipped))
struct YAMLConformanceTests {
  /// Features of the suite's cases that the subset leaves out.
  private static let leftOut: Set<String> = [
    "anchor", "alias", "tag", "directive", "explicit-key?", "complex-key", "empty-key",
  ]

  @Test func `every document of yaml-test-suite gives its JSON or is refused`() throws {
    var exact = 0
    var refused = 0
    for test in try ValuesConformanceData.cases("yaml/yaml-test-suite.json") {
      let id = test["id"]?.text ?? "?"
      let yaml = try #require(test["yaml"]?.text)
      let (root, diagnostics) = YAMLReader.read(Array(yaml.utf8), path: id)
      #expect(diagnostics.count <= 1 || Set(diagnostics.map(\.location?.span?.start)).count > 1)
      if !diagnostics.isEmpty {
        refused += 1
        #expect(root == nil)
        let features = Set(test["features"]?.items?.compactMap(\.text) ?? [])
        let isInside = features.isDisjoint(with: Self.leftOut) && features.contains("docs:1")
        let hasJSON = test["json"]?.text != nil && test["fail"]?.isTrue != true
        #expect(!(isInside && hasJSON), "\(id) is in the subset but refused: \(diagnostics[0].message.en)\n\(yaml)")
        continue
      }
      #expect(test["fail"]?.isTrue != true, "\(id) must fail, we read \(root?.jsonText ?? "nothing")\n\(yaml)")
      let events = try #require(test["events"]?.text)
      #expect(YAMLEvents.agree(YAMLEvents.lines(root), YAMLEvents.lines(events)), "\(id)\n\(yaml)")
      exact += 1
      // A few accepted documents have no JSON upstream (empty plain keys, say): their events are all there is.
      guard let documents = test["json_docs"]?.items else { continue }
      #expect(documents.count == (root == nil ? 0 : 1), "\(id)")
      if let root, let document = documents.first {
        let expected = "\(id): \(root.jsonText) is not \(document.jsonText)\n\(yaml)"
        #expect(ValuesConformanceData.isEqual(root, document), "\(expected)")
      }
    }
    #expect((exact, refused) == (193, 209))
  }

  @Test func `Chinese front matter documents give their value or are refused`() throws {
    for test in try ValuesConformanceData.cases("yaml/yaml-cn.json") {
      let id = test["id"]?.text ?? "?"
      let yaml = try #require(test["yaml"]?.text)
      let (root, diagnostics) = YAMLReader.read(Array(yaml.utf8), path: id)
      let documents = try #require(test["docs"]?.items)
      if !diagnostics.isEmpty {
        let mayRefuse = test["fail"]?.isTrue == true || YAMLDifferences.refused[id] != nil
        #expect(mayRefuse, "\(id) \(diagnostics[0].message.en)\n\(yaml)")
        continue
      }
      #expect(test["fail"]?.isTrue != true, "\(id) must fail\n\(yaml)")
      #expect(YAMLDifferences.refused[id] == nil, "\(id) is listed as refused")
      #expect(documents.count == (root == nil ? 0 : 1), "\(id)")
      if let root, let document = documents.first {
        #expect(ValuesConformanceData.isEqual(root, document), "\(id): \(root.jsonText)\n\(yaml)")
      }
    }
  }

  @Test func `scalars mean what the core schema of 1·2 says, not YAML 1·1`() throws {
    for test in try ValuesConformanceData.cases("yaml/yaml11-vs-12.json") {
      let yaml = try #require(test["yaml"]?.text)
      let (root, diagnostics) = YAMLReader.read(Array(yaml.utf8), path: "scalar")
      let core = try #require(test["core12"])
      if !diagnostics.isEmpty {
        let mayRefuse = core["error"]?.isTrue == true || YAMLDifferences.refused[yaml] != nil
        #expect(mayRefuse, "\(yaml) \(diagnostics[0].message.en)")
        continue
      }
      let value = try #require(core["value"], "\(yaml) must fail")
      let node = try #require(root)
      #expect(ValuesConformanceData.isEqual(node, value), "\(yaml): \(node.jsonText)")
    }
  }
}

extension Node {
  var jsonText: String { String(decoding: json(), as: UTF8.self) }
}

/// The event notation of yaml-test-suite, without styles of collections, anchors, tags and document markers.
enum YAMLEvents {
  /// Events of a tree; `nil` is a stream without a document.
  static func lines(_ root: Node?) -> [String] {
    var lines: [String] = []
    if let root { append(root, &lines) }
    return lines
  }

  /// Whether two lists are equal; the style of a key is not kept by the tree.
  static func agree(_ ours: [String], _ theirs: [String]) -> Bool {
    ours.count == theirs.count
      && zip(ours, theirs).allSatisfy { left, right in
        left == right || (left.hasPrefix("key ") && right.drop { $0 != " " } == left.dropFirst(3))
      }
  }

  /// The comparable events among those of the suite.
  static func lines(_ events: String) -> [String] {
    events.split(separator: "\n").map { $0.drop { $0 == " " } }.compactMap { line in
      switch line.prefix(4) {
      case "+MAP", "-MAP", "+SEQ", "-SEQ": return String(line.prefix(4))
      case "=VAL":
        let value = line.dropFirst(5)
        return (value.hasPrefix(":") ? "plain " : "text ") + value.dropFirst()
      default: return nil
      }
    }
  }

  private static func append(_ node: Node, _ lines: inout [String]) {
    switch node.content {
    case .scalar(let scalar): lines.append((scalar.style == .plain ? "plain " : "text ") + escaped(scalar.text))
    case .sequence(let items):
      lines.append("+SEQ")
      for item in items { append(item, &lines) }
      lines.append("-SEQ")
    case .mapping(let entries):
      lines.append("+MAP")
      for entry in entries {
        lines.append("key " + escaped(entry.key))
        append(entry.value, &lines)
      }
      lines.append("-MAP")
    }
  }

  private static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\t": output += "\\t"
      case "\r": output += "\\r"
      case "\u{8}": output += "\\b"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
