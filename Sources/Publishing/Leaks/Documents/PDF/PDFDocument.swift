import Bytes

/// The objects of a PDF file (ISO 32000-1, 7.3.10 and 7.5), found by looking through all of it: what an earlier state of the
/// file held, and no page shows any more, is published too.
struct PDFDocument {
  /// An object: its value and, where it is a stream, the bytes behind it.
  struct Object {
    let number: Int
    let value: PDFValue
    /// As they stand in the file.
    let stream: Range<Int>?

    var dictionary: [String: PDFValue] { value.dictionary ?? [:] }
  }

  private(set) var objects: [Object] = []
  /// Whether a password is asked for, or an owner's lock is on: all strings and streams are then ciphered.
  private(set) var isLocked = false
  /// Whether something in it could not be read.
  private(set) var isDamaged = false
  private var places: [Int: Int] = [:]
  private let bytes: [UInt8]
  private var room: Int

  /// Reads the file `bytes`; `nil` when it is none. Streams are read up to `limit` bytes together.
  ///
  /// - Complexity: O(length of the file and of its object streams).
  init?(_ bytes: [UInt8], limit: Int) {
    guard let start = bytes.prefix(1_024).firstIndex(of: UInt8(ascii: "%")), bytes[start...].starts(with: "%PDF".utf8)
    else { return nil }
    self.bytes = bytes
    room = limit
    collect()
    for object in objects where object.dictionary["Type"]?.name == "ObjStm" { unpack(object) }
  }

  /// The object with this number in its last state.
  subscript(number: Int) -> Object? { places[number].map { objects[$0] } }

  /// What `value` is, or the object that it refers to.
  func resolved(_ value: PDFValue?) -> PDFValue? {
    guard let number = value?.reference else { return value }
    return self[number]?.value
  }

  private mutating func add(_ object: Object) {
    places[object.number] = objects.count
    objects.append(object)
  }

  /// Finds `12 0 obj` and `trailer`.
  private mutating func collect() {
    var index = 0
    while true {
      index = bytes.span.next(UInt8(ascii: "o"), from: index)
      guard index < bytes.count else { break }
      guard bytes[index...].starts(with: "obj".utf8), let number = numberBefore(index) else {
        index += 1
        continue
      }
      var reader = PDFReader(bytes, from: index + 3)
      guard let value = reader.next() else { break }
      index = max(index + 3, reader.index)
      guard let dictionary = value.dictionary else {
        add(Object(number: number, value: value, stream: nil))
        continue
      }
      if dictionary["Encrypt"] != nil { isLocked = true }
      let stream = streamRange(behind: &reader, dictionary)
      if let stream { index = stream.upperBound }
      add(Object(number: number, value: value, stream: stream))
    }
    noteTrailers()
  }

  private mutating func noteTrailers() {
    var index = 0
    while !isLocked {
      index = bytes.span.next(UInt8(ascii: "t"), from: index)
      guard index < bytes.count else { return }
      guard bytes[index...].starts(with: "trailer".utf8) else {
        index += 1
        continue
      }
      var reader = PDFReader(bytes, from: index + 7)
      if reader.next()?.dictionary?["Encrypt"] != nil { isLocked = true }
      index = reader.index
    }
  }

  /// The number of the object whose `obj` stands at `place`: two numbers stand before it.
  private func numberBefore(_ place: Int) -> Int? {
    var index = place - 1
    func skipBlanks() { while index >= 0, bytes[index] <= UInt8(ascii: " ") { index -= 1 } }
    func digits() -> Range<Int> {
      let end = index + 1
      while index >= 0, end - index < 12, ByteClass.digits.contains(bytes[index]) { index -= 1 }
      return index + 1..<end
    }
    skipBlanks()
    guard !digits().isEmpty, index >= 0, bytes[index] <= UInt8(ascii: " ") else { return nil }
    skipBlanks()
    return Int(String(decoding: bytes[digits()], as: UTF8.self))
  }

  /// The bytes of the stream whose dictionary was just read; `nil` where none begins.
  private func streamRange(behind reader: inout PDFReader, _ dictionary: [String: PDFValue]) -> Range<Int>? {
    guard case .word("stream")? = reader.next() else { return nil }
    var start = reader.index
    if start < bytes.count, bytes[start] == UInt8(ascii: "\r") { start += 1 }
    if start < bytes.count, bytes[start] == UInt8(ascii: "\n") { start += 1 }
    if let length = dictionary["Length"]?.number, length >= 0, length <= Double(bytes.count - start) {
      var behind = PDFReader(bytes, from: start + Int(length))
      if case .word("endstream")? = behind.next() { return start..<start + Int(length) }
    }
    var index = start
    while true {
      index = bytes.span.next(UInt8(ascii: "e"), from: index)
      guard index < bytes.count else { return start..<bytes.count }
      if bytes[index...].starts(with: "endstream".utf8) { return start..<index }
      index += 1
    }
  }

  /// The bytes of a stream without its filters; `nil` for pictures, fonts and filters that texts have not.
  ///
  /// - Complexity: O(length of the output).
  mutating func content(of object: Object) -> [UInt8]? {
    let dictionary = object.dictionary
    guard let stream = object.stream, !isLocked else { return nil }
    guard dictionary["Subtype"]?.name != "Image", dictionary["Length1"] == nil else { return nil }
    let filter = resolved(dictionary["Filter"])
    let filters = filter?.array?.compactMap { resolved($0)?.name } ?? filter?.name.map { [$0] } ?? []
    var content: [UInt8]?
    for filter in filters {
      content = apply(filter, content, stream)
      guard content != nil else { return nil }
    }
    return take(content ?? Array(bytes[stream]))
  }

  /// What `filter` gives of `content`, or of the bytes of the file at `stream` when it is the first (7.4).
  private mutating func apply(_ filter: String, _ content: [UInt8]?, _ stream: Range<Int>) -> [UInt8]? {
    switch filter {
    case "FlateDecode", "Fl":
      let (input, range) = content.map { ($0, $0.indices) } ?? (bytes, stream)
      // Two bytes of zlib stand before the data (RFC 1950).
      if range.count > 2,
        let output = try? Inflate.bytes(of: input, range.lowerBound + 2..<range.upperBound, limit: room)
      {
        return output
      }
    case "ASCII85Decode", "A85": return Self.base85(content ?? Array(bytes[stream]))
    case "ASCIIHexDecode", "AHx":
      var reader = PDFReader([UInt8(ascii: "<")] + (content ?? Array(bytes[stream])))
      return reader.next()?.string
    case "DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode", "DCT", "CCF": return nil
    case _: break
    }
    isDamaged = true
    return nil
  }

  /// Five signs for four bytes (7.4.3); what is none is passed over.
  private static func base85(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var digits: [UInt32] = []
    func flush() {
      guard digits.count > 1 else { return }
      let missing = 5 - digits.count
      let value = (digits + Array(repeating: 84, count: missing)).reduce(UInt32(0)) { $0 &* 85 &+ $1 }
      for shift in [24, 16, 8, 0].dropLast(missing) { output.append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
      digits = []
    }
    for byte in text {
      switch byte {
      case UInt8(ascii: "~"):
        flush()
        return output
      case UInt8(ascii: "z"): output += [0, 0, 0, 0]
      case UInt8(ascii: "!")...UInt8(ascii: "u"):
        digits.append(UInt32(byte - UInt8(ascii: "!")))
        if digits.count == 5 { flush() }
      case _: break
      }
    }
    flush()
    return output
  }

  private mutating func take(_ content: [UInt8]) -> [UInt8]? {
    guard content.count <= room else {
      isDamaged = true
      return nil
    }
    room -= content.count
    return content
  }

  /// Adds the objects that stand in an object stream (7.5.7).
  private mutating func unpack(_ object: Object) {
    guard let count = object.dictionary["N"]?.number, let first = object.dictionary["First"]?.number, first >= 0,
      first < 1e9, let content = content(of: object)
    else { return }
    var head = PDFReader(content, to: Int(first))
    var index = 0.0
    while index < count, let number = head.next(takesReferences: false)?.number,
      let offset = head.next(takesReferences: false)?.number, number >= 0, number < 1e9, offset >= 0, offset < 1e9
    {
      index += 1
      var reader = PDFReader(content, from: min(content.count, Int(first) + Int(offset)))
      guard let value = reader.next(), self[Int(number)]?.stream == nil else { continue }
      add(Object(number: Int(number), value: value, stream: nil))
    }
  }
}
