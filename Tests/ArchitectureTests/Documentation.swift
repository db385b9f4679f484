/// Finds `package` and `public` declarations without a doc comment, line by line.
///
/// A plain scanner, not a parser. It lets pass what says nothing new: stored properties and initialisers of a documented
/// type whose names speak (`let name: String`, `init(…)` that only stores), members that fulfil a protocol of ours or of
/// the standard library, and cases of enums, which have no access word of their own.
enum Documentation {
  /// Names of members known from protocols of the standard library and the testing library.
  private static let conformances = [
    "var description:", "var debugDescription:", "var testDescription:", "func == ", "func < ", "func hash(into",
    "init(stringLiteral", "init(integerLiteral", "init(arrayLiteral", "init(dictionaryLiteral", "init(from ",
    "func encode(to", "func next(", "func makeIterator(", "var startIndex:", "var endIndex:", "func index(after",
    "var id:", "var errorDescription:", "typealias ",
  ]

  /// Beginnings of the functions that protocols of ours ask for, up to their first label: `func read(_ path`.
  static func requirements(in lines: [Substring]) -> Set<String> {
    var found: Set<String> = []
    var inProtocol = false
    for line in lines {
      if line.hasPrefix("package protocol ") || line.hasPrefix("public protocol ") || line.hasPrefix("protocol ") {
        inProtocol = true
      }
      if line == "}" { inProtocol = false }
      if inProtocol, let beginning = beginning(of: line) { found.insert(beginning) }
    }
    return found
  }

  private static func beginning(of line: Substring) -> String? {
    line.firstRange(of: "func ").map { String(line[$0.lowerBound...].prefix { $0 != ":" && $0 != ")" }) }
  }

  static func missing(in lines: [Substring], fulfilling requirements: Set<String> = []) -> [(line: Int, text: String)] {
    var missing: [(line: Int, text: String)] = []
    var isDocumented = false
    var inText = false
    for (index, line) in lines.enumerated() {
      let code = line.drop { $0 == " " || $0 == "\t" }
      let quotes = code.split(separator: "\"\"\"", omittingEmptySubsequences: false).count - 1
      let wasInText = inText
      if quotes % 2 == 1 { inText.toggle() }
      if wasInText { continue }
      if code.hasPrefix("///") {
        isDocumented = true
        continue
      }
      // Attributes and compiler conditions may stand between the comment and what it is about.
      if code.hasPrefix("@"), !declares(code) || code.hasSuffix(")") && !code.contains(" func ") { continue }
      if code.hasPrefix("#") { continue }
      let isRequired = beginning(of: code).map { requirements.contains($0) } ?? false
      if declares(code), !isDocumented, !isRequired, !isSelfExplaining(code) {
        missing.append((index + 1, String(code)))
      }
      isDocumented = false
    }
    return missing
  }

  private static func words(_ code: Substring) -> [Substring] {
    code.split(separator: " ").filter { !$0.hasPrefix("@") }
  }

  private static func declares(_ code: Substring) -> Bool {
    let words = words(code)
    guard let first = words.first, first == "package" || first == "public" else { return false }
    return words.count > 1 && words[1] != "import" && words[1] != "extension"
  }

  private static func isSelfExplaining(_ code: Substring) -> Bool {
    if conformances.contains(where: { code.contains($0) }) { return true }
    let words = words(code)
    // `package let name: String`, `package var count = 0`, `package init(…)`.
    let isStored = (words[1] == "let" || words[1] == "var") && !code.contains("{")
    return isStored || words[1].hasPrefix("init(")
  }
}
