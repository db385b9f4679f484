import Diagnostics
import Foundation
import Testing
import Values

/// Random documents against libfyaml (`fy-tool`, Debian libfyaml-utils): what we accept has the value it gives.
///
/// PROSPECTUS_YAML_RANDOM is the number of documents (none without it), PROSPECTUS_YAML_SEED where they begin.
@Suite(.enabled(if: YAMLRandom.count > 0 && YAMLRandom.isPresent, "skipped: no fy-tool, or no number of documents"))
struct YAMLRandomTests {
  @Test func `documents built from the grammar and mutated agree with libfyaml or are refused`() throws {
    var accepted = 0
    var stricter: [String: Int] = [:]
    var failures = 0
    var defects = 0
    for number in 0..<UInt64(YAMLRandom.count) {
      var maker = YAMLMaker(seed: YAMLRandom.seed &+ number)
      let yaml = maker.document()
      let (root, diagnostics) = YAMLReader.read(Array(yaml.utf8), path: "random.yml")
      if !diagnostics.isEmpty {
        if number % 10 == 0, try Self.events(yaml) != nil { stricter[diagnostics[0].code.text, default: 0] += 1 }
        continue
      }
      accepted += 1
      let events = try Self.events(yaml)
      let agrees = events.map { YAMLEvents.agree(YAMLEvents.lines(root), $0) } ?? false
      if agrees { continue }
      if try root.map({ try Self.otherParserAgrees($0, yaml) }) ?? false {
        defects += 1
      } else if !YAMLDifferences.isKnownDefect(ofLibfyaml: yaml) {
        failures += 1
        Issue.record(
          "seed \(YAMLRandom.seed &+ number): \(root?.jsonText ?? "nothing") \(events == nil ? "refused by libfyaml" : "differs")\n\(yaml.debugDescription)"
        )
        if failures > 20 { return }
      }
    }
    print("libfyaml alone differs: \(defects)")
    print("accepted \(accepted) of \(YAMLRandom.count); refused though libfyaml accepts, of a tenth: \(stricter)")
    #expect(accepted * 4 > YAMLRandom.count)
  }

  /// Whether YAML::PP or PyYAML reads a document as we do where libfyaml does not.
  private static func otherParserAgrees(_ root: Node, _ yaml: String) throws -> Bool {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("yaml-random-\(UUID().uuidString).yml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(yaml.utf8).write(to: file)
    let script = ValuesConformanceData.folder.appendingPathComponent("scripts/yaml_oracle.py").path
    for engine in ["yamlpp", "pyyaml"] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["python3", script, "--engine", engine, file.path]
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let data = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      guard let documents = JSONReader.read([UInt8](data), path: "oracle").root?["docs"]?.items else { continue }
      if documents.count == 1, ValuesConformanceData.isEqual(root, documents[0]) { return true }
    }
    return false
  }

  /// The events of libfyaml, `nil` when it refuses the text.
  private static func events(_ yaml: String) throws -> [String]? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: YAMLRandom.tool)
    process.arguments = ["--testsuite", "-"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(yaml.utf8))
    try input.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? YAMLEvents.lines(String(decoding: data, as: UTF8.self)) : nil
  }
}

/// What the environment asks for.
enum YAMLRandom {
  static let tool = "/usr/bin/fy-tool"
  static let isPresent = FileManager.default.isExecutableFile(atPath: tool)
  static let count = ProcessInfo.processInfo.environment["PROSPECTUS_YAML_RANDOM"].flatMap { Int($0) } ?? 0
  static let seed = ProcessInfo.processInfo.environment["PROSPECTUS_YAML_SEED"].flatMap { UInt64($0) } ?? 1
}

/// Makes one document from a seed: by the subset's grammar, in two of three cases then damaged.
struct YAMLMaker {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  /// A number in 0..<`bound` (SplitMix64).
  private mutating func random(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ value >> 31) % UInt64(bound))
  }

  private mutating func pick(_ choices: [String]) -> String { choices[random(choices.count)] }

  mutating func document() -> String {
    var text = pick(["", "", "", "---\n", "# 头\n", "--- ", "\n", "---\n# x\n"])
    text += text == "--- " ? inline(0, 1) + "\n" : block(0, 0)
    text += pick(["", "", "", "...\n", "# end\n", "...\n# x\n", "\n\n"])
    for _ in 0..<[0, 1, 1, 2, 4, 8][random(6)] { text = damaged(text) }
    return text
  }

  private static let pieces = [
    ": ", ":", "- ", "-", "\n", "\n\n", " ", "  ", "#", " #", "\"", "'", "\t", "[", "]", "{", "}", ",", ", ", "|\n",
    ">\n",
    "|", ">", "---\n", "...\n", "\\", "\\n", "?", "? ", "&a ", "*a", "!x ", "%", "@", "，", "：", "\r\n", "\r", "a", "中",
    "~",
    "\n  ", "\n    ", "\n - ", "\n# c\n", "\"\"", "''", "0", "|2\n", ">-\n", "|+\n", "{}", "[]", "\n\t", " \t", ":\n",
  ]

  private mutating func damaged(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    let place = random(scalars.count + 1)
    let length = random(3) == 0 ? min(random(4), scalars.count - place) : 0
    let piece = random(4) == 0 ? "" : pick(Self.pieces)
    if piece.isEmpty, length == 0, place < scalars.count {
      scalars.remove(at: place)
    } else {
      scalars.replaceSubrange(place..<place + length, with: piece.unicodeScalars)
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  private mutating func word() -> String {
    pick([
      "a", "b", "c", "学时", "课程", "x y", "1", "-1", "0x1F", "true", "no", "12:30", "a#b", "a:b", "http://x.cn/?q#f",
      "~", "1.5", "“引”", "全角：冒号", "-x", "?x", ":x", "a'b", "a\"b", "C:\\x", "2026-09-01", "100%", "a&b", "a*", "a, b",
      "𠮷",
    ])
  }

  private mutating func quoted(_ indent: Int) -> String {
    let brk = random(5) == 0 ? pick(["\n", "\n\n", " \n", " \n\n", "\\\n", "\n \t\n"]) + spaces(indent) : ""
    if random(2) == 0 {
      return "\"" + word().replacing("\\", with: "").replacing("\"", with: "")
        + pick(["", "\\n", "\\u4e2d", "\\\"", " ", "\\t", "\\\\"])
        + brk + pick(["", "b", " c", "# d", ": e"]) + "\""
    }
    return "'" + word().replacing("'", with: "''") + brk.replacing("\\", with: "")
      + pick(["", "''", " x", "\"", ": e"]) + "'"
  }

  /// A value on the line of its key.
  private mutating func inline(_ indent: Int, _ depth: Int) -> String {
    switch random(10) {
    case 0...3:
      return word()
        + pick(["", "", "", " # c", " ", "\t", "\n" + spaces(indent + 1) + "more", "\n\n" + spaces(indent + 2) + "ab"])
    case 4, 5: return quoted(indent + 1) + pick(["", "", " # c", "  "])
    case 6, 7: return flow(indent + 1, depth)
    case 8:
      let header = pick(["|", ">", "|-", ">-", "|+", ">+", "|2", ">1-", "| # c"])
      let inner = spaces(header.contains("2") ? indent + 2 : header.contains("1") ? indent + 1 : indent + 1 + random(3))
      var text = header
      for _ in 0...random(4) {
        text +=
          "\n"
          + pick([
            inner + word(), inner + word(), inner + "  " + word(), "", spaces(random(4)), inner + "\t" + word(),
            inner + "# no",
          ])
      }
      return text
    default: return pick(["", "", "# c", "''", "\"\"", "[]", "{}", "~"])
    }
  }

  private mutating func flow(_ indent: Int, _ depth: Int) -> String {
    guard depth < 5 else { return word().replacing(",", with: "") }
    let gap = pick(["", "", "", " ", "\n" + spaces(indent), " # c\n" + spaces(indent), "\n" + spaces(indent) + "\t"])
    var items: [String] = []
    let isMapping = random(2) == 0
    for number in 0..<random(4) {
      let value =
        random(3) == 0 ? flow(indent, depth + 1) : random(3) == 0 ? quoted(indent) : word().replacing(",", with: "")
      let key = random(3) == 0 ? quoted(indent) : "k\(number)"
      let pair = key + pick([": ", ": ", ":", " : ", ":\n" + spaces(indent), gap + ": "]) + value
      items.append(isMapping ? pick([pair, pair, pair, key, key + ":"]) : pick([value, value, value, pair]))
    }
    let body = items.joined(separator: pick([", ", ",", " , ", "," + gap]))
    return (isMapping ? "{" : "[") + gap + body + pick(["", "", ",", gap]) + (isMapping ? "}" : "]")
  }

  private mutating func block(_ indent: Int, _ depth: Int) -> String {
    guard depth < 4 else { return spaces(indent) + word() + "\n" }
    var text = ""
    switch random(6) {
    case 0, 1:
      for _ in 0...random(3) { text += spaces(indent) + "-" + entry(indent, depth, isItem: true) }
    case 2, 3, 4:
      for number in 0...random(4) {
        let key = pick(["k\(number)", "k\(number)", "键\(number)", "\"q\(number)\"", "'s\(number)'", "a b\(number)"])
        text += spaces(indent) + key + pick([":", ":", " :"]) + entry(indent, depth, isItem: false)
      }
    default: text += spaces(indent) + inline(indent - 1, depth) + "\n"
    }
    return text
  }

  private mutating func entry(_ indent: Int, _ depth: Int, isItem: Bool) -> String {
    let trailer = pick(["", "", "", "", "# c\n", "\n", spaces(indent) + "# c\n", "  \n"])
    switch random(5) {
    case 0, 1, 2: return pick([" ", " ", "  ", "\t"]) + inline(indent, depth) + "\n" + trailer
    case 3 where isItem:
      let inner = block(indent + 2, depth + 1)
      return " " + inner.drop { $0 == " " }
    default:
      let step = isItem ? 1 + random(3) : random(6) == 0 ? 0 : 1 + random(3)
      return pick(["", " ", " # c"]) + "\n" + trailer + block(indent + step, depth + 1)
    }
  }
}
