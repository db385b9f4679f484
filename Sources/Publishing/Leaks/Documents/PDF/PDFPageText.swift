/// What the instructions of a page print, line by line (ISO 32000-1, 9.4).
///
/// Texts come in pieces, each with its place. Where the next one begins is compared with where the last one should have ended: at
/// the same place it goes on, further along the line stands a tab, elsewhere a new line begins. Fonts that every reader has bring no
/// widths along; then half a square is taken for a letter or digit.
struct PDFPageText {
  private(set) var output: [UInt8] = []
  /// Whether texts were set in a font that says nothing of its characters.
  private(set) var isUnread = false

  private let fonts: [String: PDFFont]
  private var font = PDFFont()
  private var size = 12.0
  private var scale = 1.0
  private var leading = 0.0
  /// Where the line began, where the next piece stands, and where the last one ended.
  private var line = (x: 0.0, y: 0.0)
  private var cursor = (x: 0.0, y: 0.0)
  private var end = (x: 0.0, y: 0.0)
  private var hasText = false
  /// What stands between characters beside their widths.
  private var spacing = 0.0
  /// Whether the next piece was only moved within its line, as words are parted in set texts; else it may be another cell.
  private var isShifted = false

  init(fonts: [String: PDFFont]) { self.fonts = fonts }

  /// Follows `content`.
  ///
  /// - Complexity: O(length).
  mutating func run(_ content: [UInt8]) {
    var reader = PDFReader(content)
    var operands: [PDFValue] = []
    while let value = reader.next(takesReferences: false) {
      guard case .word(let word) = value else {
        // No instruction takes more; what follows is no text.
        if operands.count < 64 { operands.append(value) }
        continue
      }
      if word == "ID" { Self.skipPicture(&reader) } else { obey(word, operands) }
      operands = []
    }
  }

  private mutating func obey(_ word: String, _ operands: [PDFValue]) {
    let numbers = operands.compactMap(\.number)
    switch word {
    case "BT": move(to: (0, 0), scale: 1)
    case "Tf":
      if let name = operands.first?.name { font = fonts[name] ?? PDFFont() }
      size = numbers.last.map { abs($0) } ?? size
    case "Tc": spacing = numbers.first ?? spacing
    case "TL": leading = numbers.first ?? leading
    case "Td", "TD":
      guard numbers.count == 2 else { return }
      if word == "TD" { leading = -numbers[1] }
      move(to: (line.x + numbers[0] * scale, line.y + numbers[1] * scale), scale: scale)
    case "Tm":
      guard numbers.count == 6 else { return }
      let height = (numbers[0] * numbers[0] + numbers[1] * numbers[1]).squareRoot()
      move(to: (numbers[4], numbers[5]), scale: height)
    case "T*": nextLine()
    case "Tj": if let string = operands.first?.string { show(string) }
    case "'", "\"":
      nextLine()
      if let string = operands.last?.string { show(string) }
    case "TJ":
      for item in operands.first?.array ?? [] {
        if let string = item.string { show(string) }
        // Thousandths of a square, to the left.
        if let shift = item.number {
          cursor.x -= shift / 1_000 * size * scale
          isShifted = true
        }
      }
    case _: break
    }
  }

  private mutating func move(to place: (x: Double, y: Double), scale: Double) {
    line = place
    cursor = place
    isShifted = false
    self.scale = scale
  }

  private mutating func nextLine() {
    line.y -= (leading == 0 ? size : leading) * scale
    cursor = line
  }

  private mutating func show(_ codes: [UInt8]) {
    guard font.isKnown else {
      if !codes.isEmpty { isUnread = true }
      return
    }
    let text = font.text(of: codes)
    let square = max(0.01, size * scale)
    if hasText {
      let gap = abs(cursor.x - end.x) / square
      if abs(cursor.y - end.y) > 0.4 * square {
        output.append(UInt8(ascii: "\n"))
      } else if gap > 1.2 || gap > 0.18 && !isShifted {
        output.append(UInt8(ascii: "\t"))
      } else if gap > 0.18 {
        output.append(UInt8(ascii: " "))
      }
    }
    for byte in text { output.append(byte == UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte) }
    hasText = true
    isShifted = false
    let (squares, characters) = font.extent(of: codes)
    cursor.x += squares * square + Double(characters) * spacing * scale
    end = cursor
  }

  /// Goes behind a picture in the instructions: ` EI` ends it.
  private static func skipPicture(_ reader: inout PDFReader) {
    while reader.index + 2 < reader.end {
      if reader.bytes[reader.index] <= UInt8(ascii: " "), reader.bytes[reader.index + 1] == UInt8(ascii: "E"),
        reader.bytes[reader.index + 2] == UInt8(ascii: "I"),
        reader.index + 3 >= reader.end || reader.bytes[reader.index + 3] <= UInt8(ascii: " ")
      {
        reader.index += 3
        return
      }
      reader.index += 1
    }
    reader.index = reader.end
  }
}
