/// The number that a paragraph or heading begins with, as Chinese documents write it.
struct Numbering {
  /// How it is written; each is counted by itself.
  enum Style: String { case comma = "一、", parentheses = "（一）", digits = "1、", digitParentheses = "（1）", ordinal = "第一" }

  let style: Style
  /// What an ordinal counts (`条`, `章`).
  let unit: UInt32
  let value: Int
  /// In the scalars of the block.
  let range: Range<Int>

  /// Beyond it, no such list is typed by hand: it is a year, or a sum.
  private static let limit = 99

  /// Reads the start of `scalars`; `nil` when no number stands there.
  static func read(_ scalars: [UInt32]) -> Numbering? {
    var start = 0
    while start < scalars.count, Scalars.isSpace(scalars[start]) { start += 1 }
    guard start < scalars.count else { return nil }
    if scalars[start] == 0x7B2C { return ordinal(scalars, start) }
    let isOpened = Scalars.isOne(of: "（(", scalars[start])
    let (value, end, isHan) = number(scalars, from: isOpened ? start + 1 : start)
    guard let value, 1...limit ~= value, end < scalars.count else { return nil }
    if isOpened {
      guard Scalars.isOne(of: "）)", scalars[end]) else { return nil }
      return Numbering(
        style: isHan ? .parentheses : .digitParentheses, unit: 0, value: value, range: start..<end + 1)
    }
    let next = end + 1 < scalars.count ? scalars[end + 1] : 0
    guard Scalars.isOne(of: isHan ? "、" : "、．.", scalars[end]), Scalars.digit(next) == nil,
      !isHan || !isNumeral(next)
    else { return nil }
    return Numbering(style: isHan ? .comma : .digits, unit: 0, value: value, range: start..<end + 1)
  }

  /// `第三条`.
  private static func ordinal(_ scalars: [UInt32], _ start: Int) -> Numbering? {
    let (value, end, _) = number(scalars, from: start + 1)
    guard let value, 1...limit ~= value, end + 1 < scalars.count, Scalars.isOne(of: "章节条步", scalars[end]),
      Scalars.isSpace(scalars[end + 1]) || Scalars.isOne(of: "：:，、", scalars[end + 1])
    else { return nil }
    return Numbering(style: .ordinal, unit: scalars[end], value: value, range: start..<end + 1)
  }

  private static let numerals = [UInt32]("一二三四五六七八九十")

  private static func isNumeral(_ scalar: UInt32) -> Bool { numerals.contains(scalar) }

  /// `12`, `１２`, `十二`, `二十一` and where it ends.
  private static func number(_ scalars: [UInt32], from start: Int) -> (value: Int?, end: Int, isHan: Bool) {
    var index = start
    var value = 0
    while index < scalars.count, index - start < 4, let digit = Scalars.digit(scalars[index]) {
      value = value * 10 + digit
      index += 1
    }
    if index > start { return (value, index, false) }
    while index < scalars.count, index - start < 3, let digit = numerals.firstIndex(of: scalars[index]) {
      value = digit == 9 ? max(value, 1) * 10 : value >= 10 ? value + digit + 1 : digit + 1
      index += 1
    }
    return (index > start ? value : nil, index, true)
  }
}

/// Runs along the numbers of a text and tells which do not follow.
struct NumberingSequence {
  enum Mistake: Hashable {
    case duplicate(Int)
    /// The first that is missing.
    case gap(Int)
  }

  /// Styles of the levels that are open, with the last number of each, from outside in.
  private var levels: [(style: Numbering.Style, unit: UInt32, last: Int)] = []

  /// Whether `next` continues what came before; a number 1 begins anew.
  mutating func add(_ next: Numbering) -> Mistake? {
    guard let level = levels.firstIndex(where: { $0.style == next.style && $0.unit == next.unit }) else {
      levels.append((next.style, next.unit, next.value))
      return nil
    }
    levels.removeSubrange((level + 1)...)
    let last = levels[level].last
    levels[level].last = next.value
    if next.value == last + 1 || next.value == 1 { return nil }
    return next.value <= last ? .duplicate(next.value) : .gap(last + 1)
  }

  /// A heading without a number begins a section of its own below those of higher headings.
  mutating func restart() { levels = [] }
}
