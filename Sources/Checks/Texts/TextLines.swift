import Diagnostics

/// The lines of a text as far as what is personal by its kind is looked for in them: pipe tables, passwords, links.
struct TextLines {
  /// A pipe table (GFM, §4.10), cells without the blanks around them.
  struct Table {
    let header: [String]
    private(set) var rows: [[(text: String, span: SourceSpan)]] = []
    private let headerSpans: [SourceSpan]

    fileprivate init(_ header: [(text: String, span: SourceSpan)]) {
      self.header = header.map(\.text)
      headerSpans = header.map(\.span)
    }

    fileprivate mutating func add(_ row: [(text: String, span: SourceSpan)]) { rows.append(row) }

    /// The text of a cell; empty where the row is too short.
    func cell(_ row: Int, _ column: Int) -> String { column < rows[row].count ? rows[row][column].text : "" }

    /// Where the header of `column` stands, or its cell in `row`.
    func span(_ row: Int?, _ column: Int) -> SourceSpan {
      guard let row, column < rows[row].count else { return headerSpans[column] }
      return rows[row][column].span
    }
  }

  private(set) var tables: [Table] = []
  /// Passwords and codes behind the word for them.
  private(set) var secrets: [SourceSpan] = []
  /// Links to the space of one person, by their texts.
  private(set) var personalSpaces: [SourceSpan] = []

  /// Reads the part `body` of a file.
  ///
  /// - Complexity: O(length).
  init(_ bytes: [UInt8], _ body: Range<Int>) {
    var start = body.lowerBound
    var before: [(text: String, span: SourceSpan)] = []
    var open: Table?
    while start < body.upperBound {
      let end = bytes[start..<body.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? body.upperBound
      let line = start..<end
      start = end + 1
      let isTable = bytes[line].contains(UInt8(ascii: "|"))
      if !isTable {
        if let table = open { tables.append(table) }
        (open, before) = (nil, [])
      } else if open != nil {
        open?.add(Self.cells(bytes, line))
      } else if !before.isEmpty, Self.isDelimiter(bytes[line]) {
        open = Table(before)
      } else {
        before = Self.cells(bytes, line)
      }
      // Most lines have none of the characters that these begin with.
      if bytes[line].contains(where: { $0 >= 0x80 }) { look(bytes, line) }
    }
    if let table = open { tables.append(table) }
  }

  private static func isDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "-")) && line.allSatisfy { "|-: \t\r".utf8.contains($0) }
  }

  /// The cells of a line between pipes.
  private static func cells(_ bytes: [UInt8], _ line: Range<Int>) -> [(text: String, span: SourceSpan)] {
    var cells: [(text: String, span: SourceSpan)] = []
    var start = line.lowerBound
    func add(_ end: Int) {
      var (from, to) = (start, end)
      while from < to, bytes[from] <= UInt8(ascii: " ") { from += 1 }
      while to > from, bytes[to - 1] <= UInt8(ascii: " ") { to -= 1 }
      cells.append((String(decoding: bytes[from..<to], as: UTF8.self), SourceSpan(from, to)))
    }
    for index in line where bytes[index] == UInt8(ascii: "|") {
      if index > line.lowerBound, bytes[index - 1] == UInt8(ascii: "\\") { continue }
      add(index)
      start = index + 1
    }
    add(line.upperBound)
    if cells.first?.text.isEmpty ?? false { cells.removeFirst() }
    if cells.last?.text.isEmpty ?? false { cells.removeLast() }
    return cells
  }

  /// Words for what is given behind a colon.
  private static let secretWords = ["密码", "注册码", "激活码", "卡密"].map { Array($0.utf8) }
  private static let joiners = ["是", "为", "：", ":", " ", "`", "“", "\""].map { Array($0.utf8) }
  private static let spaceWords = ["的个人空间](", "的空间](", "个人主页]("].map { Array($0.utf8) }

  private mutating func look(_ bytes: [UInt8], _ line: Range<Int>) {
    var index = line.lowerBound
    while index < line.upperBound {
      let rest = bytes[index..<line.upperBound]
      if let word = Self.secretWords.first(where: { rest.starts(with: $0) }) {
        index += word.count
        var joined = 0
        while let joiner = Self.joiners.first(where: { bytes[index..<line.upperBound].starts(with: $0) }) {
          index += joiner.count
          joined += 1
        }
        let start = index
        while index < line.upperBound, Self.isSecret(bytes[index]) { index += 1 }
        let isNumber = bytes[start..<index].contains { (0x30...0x39).contains($0) }
        if joined > 0, index - start >= 4, isNumber { secrets.append(SourceSpan(start, index)) }
      } else if let word = Self.spaceWords.first(where: { rest.starts(with: $0) }),
        bytes[(index + word.count)..<line.upperBound].starts(with: "http".utf8)
      {
        let open = bytes[line.lowerBound..<index].lastIndex(of: UInt8(ascii: "[")) ?? index
        personalSpaces.append(SourceSpan(open, index + word.count - 1))
        index += word.count
      } else {
        index += 1
      }
    }
  }

  /// Letters, digits and the signs of passwords.
  private static func isSecret(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "!"): true
    case _: false
    }
  }
}
