import Diagnostics

/// The texts of a PDF file: what its pages print, and what else in it is made of words (notes, forms, links, properties).
struct PDFPages {
  /// Titles of the parts and their lines.
  private(set) var parts: [(title: Message, bytes: [UInt8])] = []
  /// Whether something in it could not be read: it is locked, damaged, or set in fonts that do not tell their characters.
  private(set) var isUnread = false

  private var document: PDFDocument
  /// Objects that were printed as parts of pages.
  private var printed: Set<Int> = []
  private var fonts: [Int: PDFFont] = [:]

  /// Pages are nested no deeper in their tree.
  private static let depthLimit = 40

  /// Reads the file `bytes`; `nil` when it is none. Streams are read up to `limit` bytes together.
  ///
  /// - Complexity: O(length of the file and of what it holds).
  init?(_ bytes: [UInt8], limit: Int) {
    guard let document = PDFDocument(bytes, limit: limit) else { return nil }
    self.document = document
    guard !document.isLocked else {
      isUnread = true
      return
    }
    for (index, page) in pages().enumerated() {
      print(page, Message(zh: "第 \(index + 1) 页", en: "page \(index + 1)"))
    }
    printRest()
    let words = document.objects.map { Self.strings(in: $0.value) }.joined()
    parts.append((Message(zh: "批注、链接和属性", en: "notes, links and properties"), Array(words.joined(separator: [10]))))
    parts.removeAll { $0.bytes.isEmpty }
    isUnread = isUnread || self.document.isDamaged
  }

  /// The pages in their order; those that no tree holds behind them.
  private func pages() -> [PDFDocument.Object] {
    var pages: [PDFDocument.Object] = []
    var seen: Set<Int> = []
    func visit(_ number: Int, _ depth: Int) {
      guard depth < Self.depthLimit, seen.insert(number).inserted, let object = document[number] else { return }
      if object.dictionary["Type"]?.name == "Page" { pages.append(object) }
      for kid in document.resolved(object.dictionary["Kids"])?.array ?? [] {
        if let number = kid.reference { visit(number, depth + 1) }
      }
    }
    for object in document.objects where object.dictionary["Type"]?.name == "Catalog" {
      if let root = object.dictionary["Pages"]?.reference { visit(root, 0) }
    }
    let rest = document.objects.filter { $0.dictionary["Type"]?.name == "Page" && !seen.contains($0.number) }
    return pages + rest
  }

  private mutating func print(_ page: PDFDocument.Object, _ title: Message) {
    let contents = page.dictionary["Contents"]
    let references =
      document.resolved(contents)?.array?.compactMap(\.reference) ?? contents?.reference.map { [$0] } ?? []
    // One stream may end in the middle of a line and the next go on.
    var all: [UInt8] = []
    for number in references {
      guard let object = document[number] else { continue }
      printed.insert(number)
      all += document.content(of: object) ?? []
      all.append(UInt8(ascii: "\n"))
    }
    print(all, resources(of: page), title)
  }

  /// Forms that pages draw, and what was printed once and no page shows any more.
  private mutating func printRest() {
    for object in document.objects where object.stream != nil && !printed.contains(object.number) {
      let dictionary = object.dictionary
      let type = dictionary["Type"]?.name
      guard type == nil || type == "XObject", let content = document.content(of: object), Self.hasText(content) else {
        continue
      }
      print(content, document.resolved(dictionary["Resources"])?.dictionary ?? [:], Message(zh: "图形", en: "drawings"))
    }
  }

  private mutating func print(_ content: [UInt8], _ resources: [String: PDFValue], _ title: Message) {
    var named: [String: PDFFont] = [:]
    for (name, value) in document.resolved(resources["Font"])?.dictionary ?? [:] {
      named[name] = font(value)
    }
    var text = PDFPageText(fonts: named)
    text.run(content)
    isUnread = isUnread || text.isUnread
    parts.append((title, text.output))
  }

  private mutating func font(_ value: PDFValue) -> PDFFont {
    guard let number = value.reference else { return PDFFont(value.dictionary ?? [:], in: &document) }
    if let font = fonts[number] { return font }
    let font = PDFFont(document[number]?.dictionary ?? [:], in: &document)
    fonts[number] = font
    return font
  }

  /// The resources of a page; those of the tree above it when it has none.
  private func resources(of page: PDFDocument.Object) -> [String: PDFValue] {
    var object: PDFDocument.Object? = page
    for _ in 0..<Self.depthLimit {
      guard let dictionary = object?.dictionary else { break }
      if let resources = document.resolved(dictionary["Resources"])?.dictionary { return resources }
      object = dictionary["Parent"]?.reference.flatMap { document[$0] }
    }
    return [:]
  }

  /// Whether these are instructions that print a text, as far as a glance tells.
  private static func hasText(_ content: [UInt8]) -> Bool {
    content.indices.dropLast().contains { content[$0] == UInt8(ascii: "B") && content[$0 + 1] == UInt8(ascii: "T") }
  }

  /// All texts in a value; identifiers of the file are none.
  private static func strings(in value: PDFValue, _ depth: Int = 0) -> [[UInt8]] {
    guard depth < 60 else { return [] }
    switch value {
    case .string(let bytes):
      return [bytes.starts(with: [0xFE, 0xFF]) ? PDFFont.text(ofUnits: Array(bytes.dropFirst(2))) : bytes]
    case .array(let items): return items.flatMap { strings(in: $0, depth + 1) }
    case .dictionary(let entries):
      return entries.sorted { $0.key < $1.key }.flatMap {
        ["ID", "CreationDate", "ModDate", "M", "Panose"].contains($0.key) ? [] : strings(in: $0.value, depth + 1)
      }
    case _: return []
    }
  }
}
