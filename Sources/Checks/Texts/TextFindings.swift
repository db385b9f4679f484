import Diagnostics
import Markdown
import Training

/// Where a text says one thing.
struct WordPlaces {
  /// The first place.
  var first: SourceLocation
  var count = 1
}

/// What is said of a word wherever it stands, with how often it does in a text.
enum TextFinding {
  /// TX01.
  static func placeholder(_ word: String, at location: SourceLocation, count: Int = 1) -> Diagnostic {
    Diagnostic(
      "TX01", .warning,
      Message(zh: "“\(word)”是没有填的空位" + zh(count), en: "\(word) stands for something not filled in" + en(count)),
      at: location,
      repair: Message(
        zh: "写上确定的内容；还没定的，在文件开头写 pending: [{what: 什么, owner: 谁定, by: 哪天}]",
        en: "write what it is; while it is open, begin the file with pending: [{what: …, owner: …, by: …}]"))
  }

  /// TX02.
  static func noise(_ word: String, at location: SourceLocation, count: Int = 1) -> Diagnostic {
    Diagnostic(
      "TX02", .error,
      Message(
        zh: "“\(word)”像是从别处抄来时夹带的" + zh(count), en: "\(word) seems to have come along from another site" + en(count)),
      at: location, repair: Message(zh: "删去", en: "delete it"))
  }

  /// TX05.
  static func outdated(_ word: String, at location: SourceLocation, count: Int = 1) -> Diagnostic {
    Diagnostic(
      "TX05", .note, Message(zh: "“\(word)”可能是过时的提法" + zh(count), en: "\(word) may be outdated" + en(count)),
      at: location, repair: Message(zh: "核对现行文件；确实要提就保留", en: "check what is in force; keep it if it is meant"))
  }

  private static func zh(_ count: Int) -> String { count > 1 ? "（本文共 \(count) 处）" : "" }
  private static func en(_ count: Int) -> String { count > 1 ? " (\(count) places in this text)" : "" }
}

extension CheckedText {
  /// Each word that `find` finds in a block that may hold `sets`, with its first place and how many there are; in the order of
  /// the text.
  func places(
    of sets: WordSets, _ find: (CheckedBlock) -> [Range<Int>]
  ) -> [(word: String, places: WordPlaces)] {
    var found: [(word: String, places: WordPlaces)] = []
    // Words whose first place stands in an attribute; the text around it comes later and may begin before it.
    var inAttributes: Set<String> = []
    for block in blocks where !block.words.isDisjoint(with: sets) {
      for range in find(block) {
        let word = block.text(range)
        if let index = found.firstIndex(where: { $0.word == word }) {
          found[index].places.count += 1
          guard block.kind != .attribute, inAttributes.remove(word) != nil else { continue }
          let place = location(of: range, in: block)
          if let start = place.span?.start, let known = found[index].places.first.span?.start, start < known {
            found[index].places.first = place
          }
        } else {
          found.append((word, WordPlaces(first: location(of: range, in: block))))
          if block.kind == .attribute { inAttributes.insert(word) }
        }
      }
    }
    return found
  }

  /// The first of `phrases` that the text has, and where.
  func firstMention(_ phrases: Phrases, _ set: WordSets) -> (word: String, place: SourceLocation)? {
    for block in blocks where block.words.contains(set) {
      if let range = phrases.places(in: block.scalars).first {
        return (block.text(range), location(of: range, in: block))
      }
    }
    return nil
  }

  /// Placeholders of a block. Tables of help pages explain how things are written.
  func placeholders(in block: CheckedBlock) -> [Range<Int>] {
    place.kind == "help" && block.kind == .cell ? [] : Placeholder.places(in: block.scalars, block.words)
  }

  /// Whether nothing at all stands behind the block at `index`.
  func isLast(_ index: Int) -> Bool {
    let end = Int(blocks[index].span.end)
    return index == blocks.count - 1 && file[end..<place.body.upperBound].allSatisfy { $0 <= 0x20 }
  }

  /// Whether the directive `name` is used.
  func uses(_ name: String) -> Bool {
    let wanted = Array(":\(name)".utf8)
    var index = place.body.lowerBound
    while index + wanted.count <= place.body.upperBound {
      if file[index] == wanted[0], file[index..<index + wanted.count].elementsEqual(wanted) { return true }
      index += 1
    }
    return false
  }

  /// Whether `link` is a bare address between two Han, as a watermark is, and no word before it says that one follows.
  func isWithinSentence(_ link: LinkUse) -> Bool {
    let range = link.span.range
    guard ["http", "www."].contains(where: { file[range].starts(with: $0.utf8) }) else { return false }
    let before = String(
      decoding: file[max(place.body.lowerBound, range.lowerBound - 3)..<range.lowerBound], as: UTF8.self)
    let after = String(
      decoding: file[range.upperBound..<min(place.body.upperBound, range.upperBound + 3)], as: UTF8.self)
    guard let left = before.unicodeScalars.last?.value, let right = after.unicodeScalars.first?.value else {
      return false
    }
    return Scalars.isHan(left) && Scalars.isHan(right) && !Scalars.isOne(of: "址站页录问接开看见到是为在从由用于自", left)
  }

  /// For each list whose typed numbers are not those that are shown, the first item; the same number at every item is a
  /// habit.
  var misnumberedItems: [(block: CheckedBlock, number: TextBlock.ListNumber)] {
    var told: Set<Int> = []
    return blocks.compactMap { block in
      guard case .item(let number?) = block.kind, number.typed != number.shown, number.typed != number.start,
        told.insert(number.list).inserted
      else { return nil }
      return (block, number)
    }
  }
}

extension LinkUse {
  /// Whether it leads to a file: a path that is none of a text, of an anchor or of another site.
  var isAttachment: Bool {
    kind == .link && !destination.contains(":") && !destination.hasPrefix("#") && !destination.contains(".md")
  }
}

/// Words that speak of something beside the text.
enum Mention {
  static let picture = Phrases(["如图", "如下图", "见下图", "（见图", "（如图", "如上图", "见上图", "如图所示"])
  static let attachment = Phrases(["见附件", "详见附件", "见附表", "详见附表", "附后"])
}

/// Steps with `+` or arrows between them.
enum StepChain {
  /// The second occurrence of a step in a chain of three or more; `nil` when all differ.
  ///
  /// - Complexity: O(length + steps²), and few chains have ten steps.
  static func repeated(in scalars: [UInt32]) -> Range<Int>? {
    var steps: [Range<Int>] = []
    var start = 0
    for index in 0...scalars.count {
      let scalar = index < scalars.count ? scalars[index] : 0x0A
      let isLink = isLink(scalar)
      guard isLink || Scalars.isOne(of: "，。；：、！？“”（）《》\n \u{3000}", scalar) else { continue }
      if index > start { steps.append(start..<index) }
      if !isLink || steps.count > 40 {
        if let found = repeated(steps, scalars) { return found }
        steps = []
      }
      start = index + 1
    }
    return nil
  }

  /// `+`, `＋`, `→`, `➔`, `⇒`.
  static func isLink(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2B, 0xFF0B, 0x2192, 0x2794, 0x21D2: true
    default: false
    }
  }

  private static func repeated(_ steps: [Range<Int>], _ scalars: [UInt32]) -> Range<Int>? {
    guard steps.count > 2 else { return nil }
    for (index, step) in steps.enumerated() where step.count > 1 && Scalars.isHan(scalars[step.lowerBound]) {
      if steps[..<index].contains(where: { scalars[$0] == scalars[step] }) { return step }
    }
    return nil
  }
}

/// Paragraphs that stop in the middle of a sentence.
enum UnfinishedSentence {
  /// The last character, when no sentence ends with it; `nil` for what is no sentence: a name, a date, a label with its
  /// value.
  static func end(of scalars: [UInt32], isLast: Bool) -> Range<Int>? {
    var end = scalars.count
    while end > 0, Scalars.isSpace(scalars[end - 1]) { end -= 1 }
    guard end > 0 else { return nil }
    let last = scalars[end - 1]
    // Colons alone were to close a directive, and have their message.
    if end > 1 || isLast, Scalars.isOne(of: "：:", last), end == 1 || Scalars.isOne(of: "：:", scalars[end - 2]) {
      return nil
    }
    if isSigned(scalars[..<end]) { return nil }
    if Scalars.isOne(of: "，、", last) || (isLast && Scalars.isOne(of: "：:", last)) { return end - 1..<end }
    guard Scalars.isHan(last), scalars[..<end].count(where: Scalars.isHan) >= 12 else { return nil }
    let hasSentence = scalars[..<end].contains { Scalars.isOne(of: "。！？", $0) }
    let hasClause = scalars[..<end].contains { Scalars.isOne(of: "，；", $0) }
    guard hasSentence || (hasClause && !isLabelled(scalars)) else { return nil }
    return end - 1..<end
  }

  /// `——学员代表 李晓雯`, alone or behind a sentence: who says so, and no sentence.
  private static func isSigned(_ scalars: ArraySlice<UInt32>) -> Bool {
    var start = scalars.endIndex
    while start > scalars.startIndex, scalars.endIndex - start < signatureLength,
      !Scalars.isOne(of: "，。；：、！？—", scalars[start - 1])
    {
      start -= 1
    }
    guard start < scalars.endIndex, start - scalars.startIndex > 1, scalars[start - 1] == 0x2014,
      scalars[start - 2] == 0x2014
    else { return false }
    let before = start - 2
    return before == scalars.startIndex || Scalars.isOne(of: "。！？…”」』\n ", scalars[before - 1])
      || Scalars.isSpace(scalars[before - 1])
  }

  /// Characters of a name with what its bearer is, at most.
  private static let signatureLength = 30

  /// `地址：…`: a few Han and a colon.
  private static func isLabelled(_ scalars: [UInt32]) -> Bool {
    guard let colon = scalars.prefix(10).firstIndex(where: { Scalars.isOne(of: "：:", $0) }) else { return false }
    return colon > 0
  }
}

extension Numbering {
  /// As the block has it.
  func written(in block: CheckedBlock) -> String { block.text(range) }
}

extension NumberingSequence.Mistake {
  /// TX03 about the number `written`.
  func diagnostic(_ written: String, at location: SourceLocation) -> Diagnostic {
    let message =
      switch self {
      case .duplicate(let number):
        Message(zh: "编号“\(written)”重复了，前面已有 \(number)", en: "the number \(written) is there already (\(number))")
      case .gap(let number):
        Message(zh: "编号“\(written)”前面缺 \(number)", en: "before \(written), number \(number) is missing")
      }
    return Diagnostic(
      "TX03", .warning, message, at: location,
      repair: Message(zh: "核对编号，补上漏掉的一项", en: "check the numbers; add what was left out"))
  }
}
