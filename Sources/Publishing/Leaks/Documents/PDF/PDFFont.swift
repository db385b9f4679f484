import Bytes
import Values

/// How the codes of a font are characters (ISO 32000-1, 9.7.5, 9.10).
struct PDFFont {
  private enum Coding {
    /// A byte a character, the lower half as in ASCII.
    case bytes
    /// Two bytes a character, in UTF-16.
    case units
    /// Bytes of GBK.
    case gbk
    /// By a table of the file.
    case table(CharacterMap)
    /// Numbers of glyphs, and nothing that says what they show.
    case unknown
  }

  private let coding: Coding
  private var widths = GlyphWidths()
  /// Whether a code has two bytes, whatever the table of characters says.
  private var isComposite: Bool

  /// Codes that stand for themselves.
  init() { (coding, isComposite) = (.bytes, false) }

  /// Reads the dictionary of a font.
  init(_ dictionary: [String: PDFValue], in document: inout PDFDocument) {
    isComposite = dictionary["Subtype"]?.name == "Type0"
    widths = GlyphWidths(dictionary, in: document)
    let encoding = document.resolved(dictionary["Encoding"])?.name ?? ""
    if let number = dictionary["ToUnicode"]?.reference, let object = document[number],
      let content = document.content(of: object)
    {
      coding = .table(CharacterMap(content))
    } else if encoding.hasPrefix("Uni") {
      coding = .units
    } else if encoding.hasPrefix("GB") {
      coding = .gbk
    } else {
      coding = isComposite ? .unknown : .bytes
    }
  }

  /// How wide what `codes` show is, in squares, and how many characters these are.
  ///
  /// - Complexity: O(length).
  func extent(of codes: [UInt8]) -> (squares: Double, characters: Int) {
    let step = isComposite ? 2 : 1
    var squares = 0.0
    for index in stride(from: 0, to: codes.count - step + 1, by: step) {
      let code = step == 2 ? Int(codes[index]) << 8 | Int(codes[index + 1]) : Int(codes[index])
      squares += widths[code] ?? (isComposite ? 1 : 0.53)
    }
    return (squares, codes.count / step)
  }

  /// Whether codes can be read.
  var isKnown: Bool { if case .unknown = coding { false } else { true } }

  /// The characters of `codes`, UTF-8.
  ///
  /// - Complexity: O(length).
  func text(of codes: [UInt8]) -> [UInt8] {
    switch coding {
    case .bytes:
      var text = ""
      for code in codes { text.unicodeScalars.append(Unicode.Scalar(code)) }
      return Array(text.utf8)
    case .units: return Self.text(ofUnits: codes)
    case .gbk: return CSVReader.text(of: codes)
    case .table(let map): return map.text(of: codes)
    case .unknown: return []
    }
  }

  /// UTF-16, the higher byte first.
  static func text(ofUnits bytes: [UInt8]) -> [UInt8] {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

/// How wide the glyphs of a font are, in squares (9.2.4, 9.7.4.3).
private struct GlyphWidths {
  private var widths: [Int: Double] = [:]
  private var standard: Double?

  init() {}

  init(_ font: [String: PDFValue], in document: PDFDocument) {
    if let descendant = document.resolved(font["DescendantFonts"])?.array?.first,
      let dictionary = document.resolved(descendant)?.dictionary
    {
      standard = (document.resolved(dictionary["DW"])?.number ?? 1_000) / 1_000
      let items = document.resolved(dictionary["W"])?.array ?? []
      var index = 0
      while index + 1 < items.count, let first = items[index].number.flatMap(Self.code) {
        if let list = document.resolved(items[index + 1])?.array {
          for (offset, item) in list.enumerated() { widths[first + offset] = item.number.map { $0 / 1_000 } }
          index += 2
        } else {
          guard index + 2 < items.count, let last = items[index + 1].number.flatMap(Self.code),
            let width = items[index + 2].number
          else { break }
          for code in first...max(first, min(last, first + 65_535)) { widths[code] = width / 1_000 }
          index += 3
        }
      }
    } else if let first = document.resolved(font["FirstChar"])?.number.flatMap(Self.code) {
      // Fonts that are drawings have a measure of their own.
      let own = document.resolved(font["FontMatrix"])?.array?.first?.number.map { abs($0) }
      for (offset, item) in (document.resolved(font["Widths"])?.array ?? []).enumerated() {
        widths[first + offset] = item.number.map { $0 * (own ?? 0.001) }
      }
    }
  }

  /// A number that may be a code.
  private static func code(_ number: Double) -> Int? { (0..<1e6).contains(number) ? Int(number) : nil }

  /// `nil` when the font does not say it.
  subscript(code: Int) -> Double? { widths[code] ?? standard }
}

/// A table from codes to characters, as files bring it along (9.10.3).
private struct CharacterMap {
  private var texts: [UInt32: [UInt8]] = [:]
  /// How many bytes a code has.
  private var width = 2

  /// Longer tables are none that a font needs.
  private static let limit = 200_000

  init(_ content: [UInt8]) {
    var reader = PDFReader(content)
    var operands: [PDFValue] = []
    while let value = reader.next(takesReferences: false) {
      guard case .word(let word) = value else {
        if operands.count < Self.limit { operands.append(value) }
        continue
      }
      switch word {
      case "endcodespacerange": if let first = operands.first?.string { width = max(1, min(4, first.count)) }
      case "endbfchar":
        for index in stride(from: 0, to: operands.count - 1, by: 2) {
          guard let code = operands[index].string, let text = operands[index + 1].string else { continue }
          texts[Self.number(code)] = PDFFont.text(ofUnits: text)
        }
      case "endbfrange":
        for index in stride(from: 0, to: operands.count - 2, by: 3) {
          note(operands[index], operands[index + 1], operands[index + 2])
        }
      case _: break
      }
      operands = []
    }
  }

  private mutating func note(_ first: PDFValue, _ last: PDFValue, _ text: PDFValue) {
    guard let low = first.string.map(Self.number), let high = last.string.map(Self.number), low <= high else { return }
    if let list = text.array {
      for (offset, item) in list.enumerated() where UInt32(offset) <= high - low {
        texts[low + UInt32(offset)] = item.string.map(PDFFont.text(ofUnits:))
      }
    } else if let text = text.string {
      for code in low...high {
        guard texts.count < Self.limit else { return }
        texts[code] = PDFFont.text(ofUnits: Self.added(code - low, to: text))
      }
    }
  }

  private static func number(_ bytes: [UInt8]) -> UInt32 { bytes.suffix(4).reduce(0) { $0 << 8 | UInt32($1) } }

  func text(of codes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    for start in stride(from: 0, to: codes.count - width + 1, by: width) {
      let code = Self.number(Array(codes[start..<start + width]))
      output += texts[code] ?? []
    }
    return output
  }

  /// The last unit of a text moved on by `offset`.
  private static func added(_ offset: UInt32, to text: [UInt8]) -> [UInt8] {
    guard text.count >= 2 else { return text }
    let last = UInt32(text[text.count - 2]) << 8 | UInt32(text[text.count - 1])
    let moved = last &+ offset
    return text.dropLast(2) + [UInt8(truncatingIfNeeded: moved >> 8), UInt8(truncatingIfNeeded: moved)]
  }
}
