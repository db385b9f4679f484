/// The difference of two texts by lines, for the message of a failing test.
package enum LineDiff {
  /// Lines only in `expected` with `-`, only in `actual` with `+`, up to `context` equal ones around with a blank;
  /// empty when the texts are equal.
  ///
  /// - Complexity: O(lines × differences), by the standard library's `difference`.
  package static func between(expected: String, actual: String, context: Int = 3) -> String {
    guard expected != actual else { return "" }
    // By scalars: "\r\n" is one character.
    let old = lines(expected)
    let new = lines(actual)
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var merged: [(mark: String, line: String)] = []
    var oldIndex = 0
    var newIndex = 0
    while oldIndex < old.count || newIndex < new.count {
      if oldIndex < old.count, removed.contains(oldIndex) {
        merged.append(("-", old[oldIndex]))
        oldIndex += 1
      } else if newIndex < new.count, inserted.contains(newIndex) {
        merged.append(("+", new[newIndex]))
        newIndex += 1
      } else {
        merged.append((" ", old[oldIndex]))
        oldIndex += 1
        newIndex += 1
      }
    }
    let near = merged.indices.filter { index in
      merged[max(0, index - context)...min(merged.count - 1, index + context)].contains { $0.mark != " " }
    }
    var output: [String] = []
    var previous = -1
    for index in near {
      if index > previous + 1 { output.append("…") }
      output.append(merged[index].mark + " " + merged[index].line)
      previous = index
    }
    if previous >= 0, previous < merged.count - 1 { output.append("…") }
    return output.joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(String.UnicodeScalarView($0)).replacing("\r", with: "␍") }
  }
}
