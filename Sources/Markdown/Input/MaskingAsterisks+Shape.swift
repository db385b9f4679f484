internal import Bytes
internal import Han

extension MaskingAsterisks {
  /// What a run is by what stands beside it.
  enum Shape {
    /// `李**，`, `李*明、`, `*明、`.
    case name
    /// The same as far as one character tells; only behind another name, or with notes: `张三*，`.
    case furtherName
    /// `138****1234`, `2*3`.
    case number
    /// `30元*5`, `A*B`; only in a list or a sum.
    case factor
    /// `（甲+乙）*50`, `单价*数量`; only in a sum.
    case product
    /// `：___，`.
    case blank
    /// `某**小学`, only behind another one, as all that follow.
    case unknown
    /// `**县、`.
    case district
    /// `0532-****8888`.
    case telephone
    /// `*1234、`, `、*5678`.
    case tail
    /// `*号键`, `*99#`.
    case key
    /// `*.docx`.
    case pattern
    /// `A*的`, with what stands behind it.
    case grade(UInt32)
    /// `“*”`.
    case sign
    /// `带*的`, `*号为`, with the ideograph before it, 0 for none, and the one behind it.
    case note(UInt32, UInt32)

    /// - Complexity: O(1).
    init?(of run: Range<Int>, in text: Span<UInt8>, from floor: Int) {
      guard text[run.lowerBound] == UInt8(ascii: "*") else {
        // What opens emphasis stands before a word.
        guard Self.isClosing(text, at: run.upperBound) || HanClass.isSpace(Self.scalar(text, at: run.upperBound)) else {
          return nil
        }
        self = .blank
        return
      }
      let before = run.lowerBound > floor ? text.scalar(before: run.lowerBound, from: floor).value : Self.lineEnd
      guard
        let shape = Self.special(text, run, behind: before, from: floor)
          ?? Self.shape(text, run, behind: before, from: floor)
      else { return nil }
      self = shape
    }

    /// The shapes that are known by what is written there, and belong to their like alone.
    private static func special(_ text: Span<UInt8>, _ run: Range<Int>, behind before: UInt32, from floor: Int)
      -> Shape?
    {
      let after = scalar(text, at: run.upperBound)
      if before == unknownSign, HanClass.isIdeograph(after) { return .unknown }
      if isOpeningQuote(before), isClosing(text, at: run.upperBound) { return .sign }
      if Surnames.contains(before) { return nil }
      if run.count > 1 {
        if districts.contains(after),
          endsWord(scalar(text, at: run.upperBound + text.scalar(at: run.upperBound).length))
        {
          return .district
        }
        if run.count > 2, before == 0x2D, isDigit(after), run.lowerBound - 1 > floor,
          isDigit(text, at: run.lowerBound - 2)
        {
          return .telephone
        }
        return nil
      }
      if text.has("键", at: run.upperBound) || text.has("号键", at: run.upperBound) { return .key }
      if endsNote(after), HanClass.isIdeograph(before) || endsWord(before) {
        return .note(HanClass.isIdeograph(before) ? before : 0, after)
      }
      if isDigit(after) {
        guard !isAlphanumeric(before) else { return nil }
        var end = run.upperBound
        while end < run.upperBound + tailLength, isDigit(text, at: end) { end += 1 }
        let next = scalar(text, at: end)
        if next == 0x23 { return .key }
        // What may stand behind a word of its own is a factor.
        let isListed = before == listComma && endsWord(next) || next == listComma && endsWord(before)
        return end - run.upperBound > 2 && isListed && !isBracketEnd(before) ? .tail : nil
      }
      if after == 0x2E, endsWord(before), isLetter(scalar(text, at: run.upperBound + 1)) { return .pattern }
      if isLetter(before), HanClass.isIdeograph(after),
        run.lowerBound - 1 == floor || !isAlphanumeric(text.scalar(before: run.lowerBound - 1, from: floor).value)
      {
        return .grade(after)
      }
      return nil
    }

    private static func shape(_ text: Span<UInt8>, _ run: Range<Int>, behind before: UInt32, from floor: Int) -> Shape?
    {
      let after = scalar(text, at: run.upperBound)
      if isBracketEnd(before), isAlphanumeric(after) { return run.count == 1 ? .product : nil }
      if isDigit(after) { return isAlphanumeric(before) ? .number : HanClass.isIdeograph(before) ? .factor : nil }
      if isAlphanumeric(before), isLetter(after) { return isDigit(before) && run.count > 2 ? .number : .factor }
      if isDigit(before) { return run.count > 2 && endsWord(after) ? .number : nil }
      if HanClass.isIdeograph(before) {
        let isSurname = Surnames.contains(before)
        if endsWord(after) { return isSurname || after == listComma ? .name : .furtherName }
        if isSurname, let isWhole = isGivenName(text, from: run.upperBound) { return isWhole ? .name : .furtherName }
        return run.count == 1 && isQuantity(text, before: run.lowerBound, from: floor) ? .product : nil
      }
      return run.count == 1 && endsWord(before) && isListedName(text, from: run.upperBound, behind: before)
        ? .name : nil
    }

    /// Whether a given name of one or two characters stands at `start` and nothing else behind it; `nil` when none can.
    private static func isGivenName(_ text: Span<UInt8>, from start: Int) -> Bool? {
      var index = start
      for count in 0..<3 {
        let next = scalar(text, at: index)
        if count > 0, next == asterisk || isSign(next) { return nil }
        if count > 0, endsWord(next) { return true }
        guard HanClass.isIdeograph(next) else { return nil }
        index += text.scalar(at: index).length
      }
      return false
    }

    /// Whether a given name without its surname stands at `start` in a list, `*明、*华`. Nothing else tells it from the end
    /// of right emphasis, `*时间：*上午，*地点：*一中。`
    private static func isListedName(_ text: Span<UInt8>, from start: Int, behind before: UInt32) -> Bool {
      guard isGivenName(text, from: start) == true, !numerals.contains(scalar(text, at: start)) else { return false }
      var end = start
      while HanClass.isIdeograph(scalar(text, at: end)) { end += text.scalar(at: end).length }
      let next = scalar(text, at: end)
      return next == listComma || before == listComma && !headEnds.contains(next)
    }

    // MARK: Factors

    /// What a factor is by its end.
    enum Factor {
      /// `50元`.
      case measure
      /// A number, a letter, a bracket, a quantity's name.
      case other
    }

    /// What stands before `end`; `nil` when it is no factor.
    static func kindOfFactor(_ text: Span<UInt8>, before end: Int, from floor: Int) -> Factor? {
      guard end > floor else { return nil }
      let (last, start) = text.scalar(before: end, from: floor)
      if isAlphanumeric(last) || isBracketEnd(last) { return .other }
      guard HanClass.isIdeograph(last) else { return nil }
      if start > floor, isDigit(text.scalar(before: start, from: floor).value) { return .measure }
      return isQuantity(text, before: end, from: floor) ? .other : nil
    }

    /// Whether `range` holds one word or number and nothing else.
    static func isOperand(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
      var index = range.lowerBound
      while index < range.upperBound {
        let (next, length) = text.scalar(at: index)
        guard isAlphanumeric(next) || HanClass.isIdeograph(next) || next == 0x2E || next == 0x25 else { return false }
        index += length
      }
      return true
    }

    /// Whether the name of a quantity ends at `end`: `单价`, `人数`, `长`.
    private static func isQuantity(_ text: Span<UInt8>, before end: Int, from floor: Int) -> Bool {
      let (last, start) = text.scalar(before: end, from: floor)
      if quantityEnds.contains(last) { return true }
      return lengths.contains(last)
        && (start == floor || !HanClass.isIdeograph(text.scalar(before: start, from: floor).value))
    }

    // MARK: Ranges

    /// Whether the tildes `run` stand between two numbers, times or days: `9:00~~10:00`, `周一~~周三`, `5月~~7月`.
    static func isRange(_ run: Range<Int>, in text: Span<UInt8>, from floor: Int) -> Bool {
      guard run.lowerBound > floor else { return false }
      let before = text.scalar(before: run.lowerBound, from: floor).value
      let after = scalar(text, at: run.upperBound)
      return (isDigit(before) || rangeEnds.contains(before)) && (isDigit(after) || rangeStarts.contains(after))
    }

    /// Whether a range may end at `index` and another one follow.
    static func partsRanges(_ text: Span<UInt8>, at index: Int) -> Bool {
      switch text[index] {
      case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\n"): true
      case 0xE3...0xEF:
        ["，", "、", "；", "。", "）", "　", "和", "或", "及"].contains { text.has($0, at: index) }
      default: false
      }
    }

    // MARK: Characters

    /// Whether a character with which no words begin stands at `index`.
    static func isClosing(_ text: Span<UInt8>, at index: Int) -> Bool { closing.contains(scalar(text, at: index)) }

    static func isDigit(_ text: Span<UInt8>, at index: Int) -> Bool { isDigit(scalar(text, at: index)) }

    private static let lineEnd: UInt32 = 0x0A
    /// `、`, with which no words begin.
    private static let listComma: UInt32 = 0x3001
    private static let asterisk = UInt32(UInt8(ascii: "*"))

    private static func scalar(_ text: Span<UInt8>, at index: Int) -> UInt32 {
      index < text.count ? text.scalar(at: index).value : lineEnd
    }

    private static func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }

    private static func isLetter(_ scalar: UInt32) -> Bool { 0x61...0x7A ~= scalar | 0x20 }

    private static func isAlphanumeric(_ scalar: UInt32) -> Bool { isDigit(scalar) || isLetter(scalar) }

    /// `)`, `）`.
    private static func isBracketEnd(_ scalar: UInt32) -> Bool { scalar == 0x29 || scalar == 0xFF09 }

    /// `+`, `=`, `＋`, `＝`.
    private static func isSign(_ scalar: UInt32) -> Bool {
      scalar == 0x2B || scalar == 0x3D || scalar == 0xFF0B || scalar == 0xFF1D
    }

    private static func endsWord(_ scalar: UInt32) -> Bool {
      scalar != asterisk && (HanClass.isSpace(scalar) || HanClass.isPunctuation(scalar))
    }

    /// 的, 号, 为, 项, 者, 是, 表: 带*的, *号为必填, *项, *表示.
    private static func endsNote(_ scalar: UInt32) -> Bool {
      switch scalar {
      case 0x7684, 0x53F7, 0x4E3A, 0x9879, 0x8005, 0x662F, 0x8868: true
      default: false
      }
    }

    /// `“`, `‘`, `（`, `(`, `「`, `『`.
    private static func isOpeningQuote(_ scalar: UInt32) -> Bool {
      switch scalar {
      case 0x201C, 0x2018, 0xFF08, 0x28, 0x300C, 0x300E: true
      default: false
      }
    }

    /// Digits of the end of a number, at most.
    private static let tailLength = 12
    /// Units of numbers, times and days, and the numerals of days of the week.
    private static let rangeEnds = Set("年月日号时点分秒周天次人元岁级班节楼室页条期讲课℃%％一二三四五六七八九十".unicodeScalars.map(\.value))
    private static let rangeStarts = Set("周星第一二三四五六七八九十".unicodeScalars.map(\.value))
    /// 某.
    private static let unknownSign: UInt32 = 0x67D0
    private static let districts = Set("省市县区乡镇村校".unicodeScalars.map(\.value))
    /// `*一、*` numbers a heading.
    private static let numerals = Set("一二三四五六七八九十甲乙丙丁".unicodeScalars.map(\.value))
    /// What ends a heading or a question, and no name.
    private static let headEnds = Set("：:？?！!".unicodeScalars.map(\.value))
    /// The last characters of 单价, 人数, 数量, 利率, 学费, 金额, 面积, 直径.
    private static let quantityEnds = Set("价数量率费额积径".unicodeScalars.map(\.value))
    /// Quantities of one character, which are others at the end of a word.
    private static let lengths = Set("长宽高深底".unicodeScalars.map(\.value))
    /// A dot, with which `.gitignore` begins, is none.
    private static let closing = Set("，、；。：！？）】》」』”’〉〕,;)".unicodeScalars.map(\.value))
  }
}
