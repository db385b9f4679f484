import Bytes

/// A value as PDF files write it (ISO 32000-1, 7.3).
indirect enum PDFValue {
  case null
  case number(Double)
  case name(String)
  case string([UInt8])
  case array([PDFValue])
  case dictionary([String: PDFValue])
  /// Another object, by its number.
  case reference(Int)
  /// `true`, `BT`, `endobj`: whatever else is a word.
  case word(String)

  var dictionary: [String: PDFValue]? { if case .dictionary(let value) = self { value } else { nil } }
  var array: [PDFValue]? { if case .array(let value) = self { value } else { nil } }
  var name: String? { if case .name(let value) = self { value } else { nil } }
  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var reference: Int? { if case .reference(let value) = self { value } else { nil } }
  var string: [UInt8]? { if case .string(let value) = self { value } else { nil } }
}

/// Reads values one after the other; takes any bytes.
struct PDFReader {
  let bytes: [UInt8]
  var index: Int
  let end: Int

  /// Deeper ones are none.
  private static let depthLimit = 60
  private static let blanks = ByteClass("\0\t\n\u{C}\r ".utf8)
  private static let delimiters = ByteClass("()<>[]{}/%".utf8)

  init(_ bytes: [UInt8], from index: Int = 0, to end: Int? = nil) {
    self.bytes = bytes
    self.index = index
    self.end = min(end ?? bytes.count, bytes.count)
  }

  /// Reads on; brackets without their partners are passed over.
  ///
  /// - Parameter takesReferences: whether `12 0 R` is one value, as in files, or three, as in the instructions of a page.
  /// - Returns: the next value; `nil` at the end.
  /// - Complexity: O(length of the value).
  mutating func next(takesReferences: Bool = true) -> PDFValue? { value(0, takesReferences) }

  private mutating func value(_ depth: Int, _ takesReferences: Bool) -> PDFValue? {
    while true {
      skipBlanks()
      guard index < end else { return nil }
      switch bytes[index] {
      case UInt8(ascii: "/"):
        index += 1
        return .name(String(decoding: unescaped(word()), as: UTF8.self))
      case UInt8(ascii: "("): return .string(literal())
      case UInt8(ascii: "<") where index + 1 < end && bytes[index + 1] == UInt8(ascii: "<"):
        index += 2
        return .dictionary(entries(depth, takesReferences))
      case UInt8(ascii: "<"): return .string(hexadecimal())
      case UInt8(ascii: "["):
        index += 1
        return .array(items(depth, takesReferences))
      case UInt8(ascii: ")"), UInt8(ascii: ">"), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): index += 1
      case _: return atom(takesReferences)
      }
    }
  }

  private mutating func skipBlanks() {
    while index < end {
      if Self.blanks.contains(bytes[index]) {
        index += 1
      } else if bytes[index] == UInt8(ascii: "%") {
        while index < end, bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\r") { index += 1 }
      } else {
        return
      }
    }
  }

  private mutating func word() -> ArraySlice<UInt8> {
    let start = index
    while index < end, !Self.blanks.contains(bytes[index]), !Self.delimiters.contains(bytes[index]) { index += 1 }
    return bytes[start..<index]
  }

  /// A number, a word, or a reference.
  private mutating func atom(_ takesReferences: Bool) -> PDFValue {
    let text = String(decoding: word(), as: UTF8.self)
    guard let number = Double(text), !text.utf8.contains(where: { ByteClass.letters.contains($0) }) else {
      return text == "null" ? .null : .word(text)
    }
    guard takesReferences, let object = Int(text), object >= 0 else { return .number(number) }
    var ahead = self
    ahead.skipBlanks()
    let generation = ahead.word()
    guard !generation.isEmpty, generation.count < 6, generation.allSatisfy(ByteClass.digits.contains) else {
      return .number(number)
    }
    ahead.skipBlanks()
    guard ahead.word().elementsEqual("R".utf8) else { return .number(number) }
    index = ahead.index
    return .reference(object)
  }

  private mutating func items(_ depth: Int, _ takesReferences: Bool) -> [PDFValue] {
    var items: [PDFValue] = []
    while true {
      skipBlanks()
      guard index < end, bytes[index] != UInt8(ascii: "]"), depth < Self.depthLimit,
        let item = value(depth + 1, takesReferences)
      else { break }
      items.append(item)
    }
    if index < end { index += 1 }
    return items
  }

  private mutating func entries(_ depth: Int, _ takesReferences: Bool) -> [String: PDFValue] {
    var entries: [String: PDFValue] = [:]
    while true {
      skipBlanks()
      guard index < end, bytes[index] != UInt8(ascii: ">"), depth < Self.depthLimit,
        let key = value(depth + 1, takesReferences)
      else { break }
      guard let name = key.name else {
        // A file that ends in the middle of a dictionary.
        if case .word = key { break }
        continue
      }
      skipBlanks()
      guard index < end, bytes[index] != UInt8(ascii: ">") else { break }
      if let item = value(depth + 1, takesReferences) { entries[name] = item }
    }
    index = min(end, index + 2)
    return entries
  }

  /// `(…)`, whose brackets may be nested (7.3.4.2).
  private mutating func literal() -> [UInt8] {
    var output: [UInt8] = []
    var level = 0
    while index < end {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "("):
        if level > 0 { output.append(byte) }
        level += 1
      case UInt8(ascii: ")"):
        level -= 1
        if level == 0 { return output }
        output.append(byte)
      case UInt8(ascii: "\\"): escape(&output)
      case _: output.append(byte)
      }
    }
    return output
  }

  private mutating func escape(_ output: inout [UInt8]) {
    guard index < end else { return }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): output.append(10)
    case UInt8(ascii: "r"): output.append(13)
    case UInt8(ascii: "t"): output.append(9)
    case UInt8(ascii: "b"): output.append(8)
    case UInt8(ascii: "f"): output.append(12)
    case UInt8(ascii: "\r"): if index < end, bytes[index] == UInt8(ascii: "\n") { index += 1 }
    case UInt8(ascii: "\n"): break
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = Int(byte - UInt8(ascii: "0"))
      var count = 1
      while count < 3, index < end, UInt8(ascii: "0")...UInt8(ascii: "7") ~= bytes[index] {
        value = value << 3 | Int(bytes[index] - UInt8(ascii: "0"))
        index += 1
        count += 1
      }
      output.append(UInt8(truncatingIfNeeded: value))
    case _: output.append(byte)
    }
  }

  /// `<…>`; an odd digit at the end stands for itself and a zero.
  private mutating func hexadecimal() -> [UInt8] {
    index += 1
    var digits: [UInt8] = []
    while index < end, bytes[index] != UInt8(ascii: ">") {
      if let digit = Self.digit(bytes[index]) { digits.append(digit) }
      index += 1
    }
    index = min(end, index + 1)
    if digits.count % 2 == 1 { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// `#20` in names.
  private func unescaped(_ word: ArraySlice<UInt8>) -> [UInt8] {
    guard word.contains(UInt8(ascii: "#")) else { return Array(word) }
    var output: [UInt8] = []
    var index = word.startIndex
    while index < word.endIndex {
      if word[index] == UInt8(ascii: "#"), index + 2 < word.endIndex, let high = Self.digit(word[index + 1]),
        let low = Self.digit(word[index + 2])
      {
        output.append(high << 4 | low)
        index += 3
      } else {
        output.append(word[index])
        index += 1
      }
    }
    return output
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case _: nil
    }
  }
}
