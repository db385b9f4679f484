import Expressions

/// The keys of interface strings that layouts name in `t('key', …)`.
package struct StringKeys: Sendable {
  /// Keys that are written out.
  package private(set) var written: Set<String> = []
  /// Whether some key is computed, so that any may be meant.
  package private(set) var areComputed = false

  init() {}

  /// - Complexity: O(tokens).
  init(in segments: [Segment]) {
    for segment in segments {
      switch segment.kind {
      case .text: continue
      case .output(let tokens), .statement(let tokens):
        for index in tokens.indices.dropLast(3) {
          guard tokens[index].kind == .name("t"), tokens[index + 1].kind == .symbol(.leftParenthesis),
            index == 0 || tokens[index - 1].kind != .symbol(.dot)
          else { continue }
          let end = tokens[index + 3].kind
          if case .text(let key) = tokens[index + 2].kind, end == .symbol(.comma) || end == .symbol(.rightParenthesis) {
            written.insert(key)
          } else {
            areComputed = true
          }
        }
      }
    }
  }

  mutating func formUnion(_ other: StringKeys) {
    written.formUnion(other.written)
    areComputed = areComputed || other.areComputed
  }
}
