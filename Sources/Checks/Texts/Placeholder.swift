import Han

/// Words that stand for something not yet known: `20xx年`, `XX县`, `另行通知`, `（略）`.
enum Placeholder {
  /// Wherever they stand.
  private static let anywhere = Phrases([
    "另行通知", "（略）", "(略)", "（待补）", "（待补充）", "（待定）", "某某", "某年", "某月", "某日", "某市", "某县", "某区", "××", "○○", "＊＊",
    "__年", "__月", "__日",
  ])
  /// Before punctuation, or at the end: elsewhere they may be ordinary words.
  private static let atEnd = Phrases(["待定", "另发", "另拟"])

  /// Those that are words.
  static let words = anywhere.all + atEnd.all

  /// Where they stand in `scalars`, in which only `sets` may stand.
  ///
  /// - Complexity: O(length).
  static func places(in scalars: [UInt32], _ sets: WordSets = [.placeholders, .letters]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    if sets.contains(.placeholders) {
      let certain = withoutFurtherBlanks(
        withoutStars(anywhere.places(in: scalars), in: scalars).filter { !isMeant(scalars, $0) }, in: scalars)
      places = certain
      var next = 0
      for place in atEnd.places(in: scalars) where endsWord(scalars, at: place.upperBound) {
        // `（待定）` is one.
        while next < certain.count, certain[next].upperBound < place.upperBound { next += 1 }
        if next < certain.count, certain[next].lowerBound <= place.lowerBound { continue }
        places.append(place)
      }
    }
    if sets.contains(.letters) { places += letters(in: scalars) }
    return places.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// `places` with the first blank to fill in only: `____年__月__日` is one.
  private static func withoutFurtherBlanks(_ places: [Range<Int>], in scalars: [UInt32]) -> [Range<Int>] {
    let first = places.first { scalars[$0.lowerBound] == 0x5F }
    return places.filter { scalars[$0.lowerBound] != 0x5F || $0 == first }
  }

  /// Whether nothing is left open at `place`: `李××` and `××银行` withhold a name, `未尽事宜，另行通知` is what notices end with.
  private static func isMeant(_ scalars: [UInt32], _ place: Range<Int>) -> Bool {
    if scalars.has(crosses, at: place.lowerBound) {
      if firms.contains(where: { scalars.has($0, at: place.upperBound) }) { return true }
      guard place.lowerBound > 0, Surnames.contains(scalars[place.lowerBound - 1]) else { return false }
      // `于××月`: no name stands before a unit.
      return place.upperBound == scalars.count || !Scalars.isOne(of: "年月日县市省区校镇乡村", scalars[place.upperBound])
    }
    guard scalars.has(laterNotice, at: place.lowerBound) else { return false }
    return (max(0, place.lowerBound - 10)..<place.lowerBound).contains { scalars.has(unsaid, at: $0) }
  }

  private static let crosses = [UInt32]("××")
  private static let firms = ["银行", "公司"].map([UInt32].init)
  private static let laterNotice = [UInt32]("另行通知")
  private static let unsaid = [UInt32]("未尽事")

  /// `places` without `＊＊` that stand for nothing unknown.
  private static func withoutStars(_ places: [Range<Int>], in scalars: [UInt32]) -> [Range<Int>] {
    guard places.contains(where: { scalars[$0.lowerBound] == WideAsterisks.scalar }) else { return places }
    let runs = WideAsterisks.runs(in: scalars)
    var next = 0
    return places.filter { place in
      guard scalars[place.lowerBound] == WideAsterisks.scalar else { return true }
      while next < runs.count, runs[next].range.upperBound < place.upperBound { next += 1 }
      return next == runs.count || runs[next].meaning == .gap
    }
  }

  /// Whether the text ends at `index`, or a blank or a mark stands there that ends what is said; quotation marks speak of the
  /// word, and an opening bracket tells who decides and when.
  private static func endsWord(_ scalars: [UInt32], at index: Int) -> Bool {
    index == scalars.count || Scalars.isSpace(scalars[index])
      || Scalars.isOne(of: "。，；、：！？）】〕》…—～·|｜／/,.;:!?)]~", scalars[index])
  }

  /// `20xx`, `20__`, `20**`; `XX`, `xx` and `zz` beside Han; `z` before Han.
  private static func letters(in scalars: [UInt32]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      guard isPart(scalars[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, isPart(scalars[index]) { index += 1 }
      if isPlaceholder(scalars, start..<index) { places.append(start..<index) }
    }
    return places
  }

  /// What belongs to one word; a hyphen or dot makes a name of it.
  private static func isPart(_ scalar: UInt32) -> Bool {
    guard scalar < 0x80 else { return false }
    return Scalars.isDigit(scalar) || Scalars.isLatin(scalar) || Scalars.isOne(of: "_*-.@/", scalar)
  }

  private static func isPlaceholder(_ scalars: [UInt32], _ range: Range<Int>) -> Bool {
    let isYear = scalars.has([0x32, 0x30], at: range.lowerBound)
    let rest = scalars[(range.lowerBound + (isYear ? 2 : 0))..<range.upperBound]
    guard let first = rest.first, rest.allSatisfy({ $0 == first }) else { return false }
    let isBlank = Scalars.isOne(of: "_*", first)
    let isLetter = Scalars.isOne(of: "xXzZ", first)
    if isYear { return rest.count == 2 && (isBlank || isLetter) }
    let followsHan = range.lowerBound > 0 && Scalars.isHan(scalars[range.lowerBound - 1])
    let next = range.upperBound < scalars.count ? scalars[range.upperBound] : 0
    switch rest.count {
    case 1: return first == 0x7A && Scalars.isHan(next) && !Scalars.isOne(of: "轴坐值方", next)
    case 2, 3: return isLetter && (followsHan || Scalars.isHan(next))
    default: return false
    }
  }
}
