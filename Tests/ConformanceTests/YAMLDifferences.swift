/// Documents of `yaml-cn.json` and `yaml11-vs-12.json` that YAML 1.2 accepts and we refuse, each with its reason.
enum YAMLDifferences {
  static let refused: [String: String] = [
    "ycn-21": "explicit keys (`? key`) are left out",
    "ycn-22": "duplicate keys are an error; YAML 1.2 forbids them too, the oracle's event stream lets them through",
    "ycn-35": "anchors and aliases are left out",
    "ycn-36": "anchors, aliases and merge keys are left out",
    "ycn-37": "tags are left out",
    "ycn-38": "directives are left out",
    "ycn-40": "one file holds one document",
    "ycn-48": "tags are left out",
    "ycn-72": "one file holds one document",
    "k: !!str 123\n": "tags are left out",
    "k: !!str no\n": "tags are left out",
    "k: &x y\n": "anchors are left out",
    "k: !x\n": "tags are left out",
  ]

  /// Whether libfyaml 0.7.12 is known to misread a text that YAML 1.2 allows (PyYAML reads each as we do):
  /// - a tab behind the dash of an item, when something other than a word follows (`-\t:x`, `-\t|`);
  /// - a block scalar at the root whose text begins in column 0 (lines with `#`, `-`, `:`, `"` there);
  /// - a block scalar that begins with blank lines: it takes less indented lines for its text, or loses blank ones;
  /// - a folded scalar where a line that begins with a tab follows a blank line: it loses a line break;
  /// - `\\` before an escaped line break in double quotes: it adds a blank;
  /// - CR LF before a closing quote: it keeps the line break;
  /// - a blank line with a tab at the end of the text: it refuses it.
  static func isKnownDefect(ofLibfyaml yaml: String) -> Bool {
    if yaml.contains("-\t") || yaml.contains("\\\\\\\n") || yaml.hasSuffix("\t") { return true }
    for piece in yaml.unicodeScalars.split(separator: "\r").dropFirst() {
      let next = piece.drop { $0 == "\n" || $0 == " " || $0 == "\t" }.first
      if next == "\"" || next == "'" { return true }
    }
    let lines = yaml.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
    func isBlank(_ line: Substring) -> Bool { line.allSatisfy { $0 == " " || $0 == "\t" } }
    let first = lines.first { !isBlank($0) && !$0.hasPrefix("#") && ($0 != "---") } ?? ""
    if ["|", ">"].contains(where: { first.drop { $0 == "-" || $0 == " " || $0 == "\t" }.hasPrefix($0) }) {
      return true
    }
    for (line, next) in zip(lines, lines.dropFirst()) {
      let isHeader = line.contains("|") || line.contains(">")
      if isHeader, isBlank(next) { return true }
      if isBlank(line), line.contains("\t") { return true }
      if isBlank(line), next.drop(while: { $0 == " " }).hasPrefix("\t") { return true }
    }
    return false
  }
}
