/// Pairs the runs of `*`, `_` and `~` of one block whose runs were replaced by marks.
///
/// CommonMark 0.30, "An algorithm for parsing nested emphasis and links", phase 2, with the strikethrough of cmark-gfm on the
/// same stack: whichever run closes first wins, and what lies open between the pair is dropped. Each link, image and inline
/// directive is a scope of its own, resolved when it ends.
///
/// - Complexity: O(runs) for each scope.
struct DelimiterResolver {
  enum Element: UInt8 { case emphasis, strong, deletion }

  /// One run, in the order of the text.
  struct Run {
    let character: UInt8
    let role: DelimiterRole
    /// Its length in the source.
    let length: Int
    /// Delimiters that found no partner; they are text.
    var remaining: Int
    /// Neighbours on the stack; -1 for none.
    var previous = -1
    var next = -1
    /// First and last of the pairs that it closes, in order; -1 for none.
    var firstClosed = -1
    var lastClosed = -1
    /// The pair that it opened last, the outermost one; -1 for none.
    var lastOpened = -1
  }

  struct Pair {
    let element: Element
    /// The pair that the same closing run closes next; -1 for none.
    var nextClosed = -1
    /// The pair that the same opening run opened before; -1 for none.
    let previousOpened: Int
  }

  /// Whether cmark-gfm's memory of failed searches is kept instead of the specification's.
  let matchesGFM: Bool
  private(set) var runs: [Run] = []
  private(set) var pairs: [Pair] = []
  /// Runs that are not resolved yet: those of the open scopes, from outside in.
  private var pending: [Int] = []
  /// Where in `pending` each open scope begins.
  private var scopes: [Int] = [0]

  init(matchesGFM: Bool) { self.matchesGFM = matchesGFM }

  /// Forgets everything, keeping the memory.
  mutating func reset() {
    runs.removeAll(keepingCapacity: true)
    pairs.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
    scopes.removeAll(keepingCapacity: true)
    scopes.append(0)
  }

  mutating func add(code: UInt8, count: Int) {
    // Growing from one element costs more than the room.
    if runs.capacity == 0 {
      runs.reserveCapacity(16)
      pairs.reserveCapacity(8)
      pending.reserveCapacity(16)
      scopes.reserveCapacity(8)
    }
    let kind = code - Mark.firstDelimiter
    pending.append(runs.count)
    runs.append(
      Run(
        character: Mark.delimiterCharacters[Int(kind / 4)], role: DelimiterRole(rawValue: kind & 3), length: count,
        remaining: count))
  }

  mutating func openScope() { scopes.append(pending.count) }

  /// Resolves the innermost scope.
  mutating func closeScope() {
    let start = scopes.removeLast()
    resolve(pending[start...])
    pending.removeLast(pending.count - start)
  }

  /// Lets the innermost scope's runs belong to the scope around it.
  mutating func dissolveScope() { scopes.removeLast() }

  private mutating func resolve(_ stack: ArraySlice<Int>) {
    guard stack.count > 1 else { return }
    var previous = -1
    for run in stack {
      runs[run].previous = previous
      if previous >= 0 { runs[previous].next = run }
      previous = run
    }
    // For each kind of closer, the run at or before which no opener for it is left.
    var bottoms = InlineArray<18, Int>(repeating: -1)
    var closer = stack[stack.startIndex]
    while closer >= 0 {
      guard runs[closer].role.contains(.closes) else {
        closer = runs[closer].next
        continue
      }
      let key = bottomKey(closer)
      if let opener = opener(for: closer, above: bottoms[key]) {
        closer = pair(opener, closer)
        continue
      }
      bottoms[key] = runs[closer].previous
      let next = runs[closer].next
      if !runs[closer].role.contains(.opens) { unlink(closer) }
      closer = next
    }
  }

  /// By character, length modulo 3, and whether it can open (CommonMark 0.30); cmark-gfm leaves out the last, and with
  /// only its extensions on, its answers are ours.
  private func bottomKey(_ closer: Int) -> Int {
    let character =
      switch runs[closer].character {
      case UInt8(ascii: "*"): 0
      case UInt8(ascii: "_"): 6
      default: 12
      }
    let opens = !matchesGFM && runs[closer].role.contains(.opens)
    return character + runs[closer].length % 3 + (opens ? 3 : 0)
  }

  private func opener(for closer: Int, above bottom: Int) -> Int? {
    var opener = runs[closer].previous
    while opener > bottom {
      if runs[opener].character == runs[closer].character, runs[opener].role.contains(.opens),
        isMatch(opener, closer)
      {
        return opener
      }
      opener = runs[opener].previous
    }
    return nil
  }

  /// CommonMark 0.30 §6.2, rules 9 and 10: the multiple of 3.
  private func isMatch(_ opener: Int, _ closer: Int) -> Bool {
    let isBoth = runs[closer].role.contains(.opens) || runs[opener].role.contains(.closes)
    return !isBoth || runs[closer].length % 3 == 0 || (runs[opener].length + runs[closer].length) % 3 != 0
  }

  /// Makes an element of two matching runs; returns the run to go on with.
  private mutating func pair(_ opener: Int, _ closer: Int) -> Int {
    while runs[closer].previous != opener { unlink(runs[closer].previous) }
    if runs[closer].character == UInt8(ascii: "~") { return strike(opener, closer) }
    let used = runs[opener].remaining >= 2 && runs[closer].remaining >= 2 ? 2 : 1
    record(used == 2 ? .strong : .emphasis, opener, closer, used: used)
    if runs[opener].remaining == 0 { unlink(opener) }
    guard runs[closer].remaining == 0 else { return closer }
    let next = runs[closer].next
    unlink(closer)
    return next
  }

  /// Tildes pair whole runs of equal length; unequal ones are both spent.
  private mutating func strike(_ opener: Int, _ closer: Int) -> Int {
    if runs[opener].length == runs[closer].length {
      record(.deletion, opener, closer, used: runs[closer].length)
    }
    let next = runs[closer].next
    unlink(opener)
    unlink(closer)
    return next
  }

  private mutating func record(_ element: Element, _ opener: Int, _ closer: Int, used: Int) {
    let pair = pairs.count
    pairs.append(Pair(element: element, previousOpened: runs[opener].lastOpened))
    runs[opener].lastOpened = pair
    runs[opener].remaining -= used
    runs[closer].remaining -= used
    if runs[closer].lastClosed >= 0 {
      pairs[runs[closer].lastClosed].nextClosed = pair
    } else {
      runs[closer].firstClosed = pair
    }
    runs[closer].lastClosed = pair
  }

  private mutating func unlink(_ run: Int) {
    let (previous, next) = (runs[run].previous, runs[run].next)
    if previous >= 0 { runs[previous].next = next }
    if next >= 0 { runs[next].previous = previous }
  }
}
