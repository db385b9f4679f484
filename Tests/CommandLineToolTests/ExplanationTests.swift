import Diagnostics
import Explanations
import Foundation
import PortalTestSupport
import TestSupport
import Testing

/// Every code has one explanation, and its example does what it says.
@Suite struct ExplanationTests {
  /// Codes that no content of a portal gives, and why.
  private static let withoutExample = [
    "SC01": privateFolder, "SC02": privateFolder, "SC08": privateFolder,
    "AY02": "archive.csv holds the SHA-256 of every file of a year", "AY03": "as AY02",
    "AY04": commandLine, "AY05": "only the command archive says so",
    "PV08": "a picture is no text", "PV11": "a document of office programs is no text",
    "CV04": unprintable, "CV05": bytes, "CV06": bytes, "CV07": bytes, "CV09": large,
    "YA14": large, "YA42": unprintable, "YA43": bytes, "YA44": large, "YA45": large,
    "MD02": unprintable, "MD09": "in a portal this is OU01", "MD10": large, "MD19": unprintable,
    "MD29": "a picture is no text", "MD32": unprintable,
    "MD33": large,
    "LT02": large, "LT21": bytes, "LT33": large, "LT66": "only a preview says so",
    "OU07": "a defect of the program", "OU08": "said of the output, not of a file of the content",
    "OU09": "depends on what was published before",
  ]
  private static let privateFolder = "rosters and marks are no content"
  private static let bytes = "bytes that are no text"
  private static let unprintable = "a character that cannot be shown"
  private static let large = "takes more than an example holds"
  private static let commandLine = "comes from the command line"

  private static let explanations = allExplanationFamilies.flatMap(\.explanations)

  /// The codes that stand as literals in the sources, those of the explanations aside.
  private static let given = Result {
    let folder = Demonstration.root.appending(path: "Sources")
    var codes: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    where path.hasSuffix(".swift") && !path.hasPrefix("Explanations/") {
      let source = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      for match in source.matches(of: /"([A-Z]{2}[0-9]{2})"/) { codes.insert(String(match.1)) }
    }
    return codes
  }

  @Test func `each code of the sources has one explanation, and no other code has one`() throws {
    let given = try Self.given.get()
    let explained = Self.explanations.map(\.code.text)
    #expect(given.count > 250)
    #expect(given.subtracting(explained).sorted() == [], "codes without an explanation")
    #expect(Set(explained).subtracting(given).sorted() == [], "explanations of codes that nobody gives")
    #expect(Set(explained).count == explained.count, "a code is explained twice")
  }

  @Test func `families hold the codes with their letters, in order`() {
    #expect(Set(allExplanationFamilies.map(\.letters)).count == allExplanationFamilies.count)
    for family in allExplanationFamilies {
      #expect(family.explanations.allSatisfy { $0.code.text.hasPrefix(family.letters) })
      #expect(family.explanations.map(\.code) == family.explanations.map(\.code).sorted())
      #expect(family.name.zh != family.name.en)
    }
  }

  @Test(arguments: explanations)
  func `a title is a line, a text a few sentences, in both languages`(explanation: Explanation) {
    let (title, text) = (explanation.title, explanation.text)
    #expect(!title.zh.isEmpty && !title.en.isEmpty)
    #expect(!title.zh.hasSuffix("。") && !title.en.hasSuffix("."), "titles have no full stop")
    #expect(text.zh.hasSuffix("。") && text.en.hasSuffix("."))
    #expect((2...6).contains(text.zh.count { "。？！".contains($0) }), "\(text.zh.count { "。？！".contains($0) }) sentences")
    #expect(text.zh.unicodeScalars.contains { $0.value > 0x4E00 })
    #expect(!(title.zh + text.zh).contains("  ") && !(title.en + text.en).contains("  "))
  }

  /// Families of the machine and of commands, of which only the codes given here come from content.
  private static let ofTheMachine: [String: Set<String>] = ["FL": ["FL07", "FL09"], "AR": [], "JS": []]

  @Test func `a code has an example, or a reason why there is none`() {
    for (letters, codes) in Self.ofTheMachine {
      let own = Self.explanations.filter { $0.code.text.hasPrefix(letters) && $0.example != nil }
      #expect(Set(own.map(\.code.text)) == codes)
    }
    let without = Self.explanations.filter { $0.example == nil }.map(\.code.text)
      .filter { Self.ofTheMachine[String($0.prefix(2))] == nil }
    #expect(Set(without) == Set(Self.withoutExample.keys))
    #expect(Self.withoutExample.values.allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: explanations.filter { $0.example != nil })
  func `the example gives the code, and put right gives none`(explanation: Explanation) throws {
    let example = try #require(explanation.example)
    let wrong = try Self.messages(of: example, \.before)
    let place = example.passages[0].path
    #expect(example.passages.contains { !$0.stays })
    #expect(wrong.contains { $0.code == explanation.code.text && $0.file == place }, "\(wrong.map(\.place))")
    let right = try Self.messages(of: example, \.after)
    #expect(!right.contains { $0.code == explanation.code.text }, "\(right.map(\.place))")
    #expect(right.isEmpty, "\(right.map { $0.place + " " + $0.message })")
  }

  @Test func `the header that is shown above rows is that of their table`() {
    for passage in Self.explanations.flatMap({ $0.example?.passages ?? [] }) {
      guard let header = passage.header else { continue }
      #expect(SmallPortal.content[passage.path]?.hasPrefix(header + "\n") ?? false, "\(passage.path)")
    }
  }

  /// What `check` says of the small portal with one side of the example.
  private static func messages(
    of example: Example, _ side: KeyPath<Example.Passage, String>
  ) throws -> [ToolRun.Message] {
    // Of directives the plain layouts have one, and the others take their time.
    let usesDirectives = example.passages.contains { $0.after.contains("::table") || $0.after.contains("::figure") }
    var portal = usesDirectives ? try SmallPortal.shipped() : SmallPortal.whole
    for passage in example.passages { try portal.put(passage, passage[keyPath: side]) }
    return try ToolRun(["check", "--root", "/", "--format", "json"], files: portal.inMemory()).messages()
  }
}

extension OneFilePortal {
  /// Puts a side of `passage` where it belongs; a file that the portal does not have is written whole.
  fileprivate mutating func put(_ passage: Example.Passage, _ text: String) throws {
    if self[passage.path] == nil, passage.over == nil {
      self[passage.path] = text.isEmpty ? nil : text
    } else {
      try edit(passage.path, passage.over ?? passage.after, text)
    }
  }
}

extension Explanation: CustomTestStringConvertible {
  package var testDescription: String { code.text }
}
