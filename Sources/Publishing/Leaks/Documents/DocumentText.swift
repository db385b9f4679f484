import Bytes
import Diagnostics
import Values

/// What stands in a file of an office program, or in the files of a ZIP archive: line by line as a reader sees it.
///
/// Of `.docx`, `.xlsx`, `.pptx`, `.odt`, `.ods` and `.odp` a line is a paragraph, or a row of a sheet with its number; what a reader
/// does not see at once (comments, notes, texts that no cell shows any more, addresses behind links, what pictures are called)
/// is published too and stands in it as well.
struct DocumentText {
  /// What the lines of a part are to a reader.
  enum Lines {
    case paragraphs, rows
    /// Nothing: it is not known where they stand.
    case unknown
  }

  /// A part of a document with a place of its own.
  struct Part {
    /// `工作表 2`.
    var title: Message
    var lines: Lines
    var bytes: [UInt8]

    /// These lines of it, in words.
    func place(of lines: [Int]) -> Message {
      guard self.lines != .unknown else { return Message(zh: "\(title.zh)里", en: "somewhere in \(title.en)") }
      let first = FirstPlaces(lines: lines)
      let unit = self.lines == .rows ? Message(zh: "行", en: "row") : Message(zh: "段", en: "paragraph")
      let gap = title.zh.utf8.last.map { $0 < 0x80 } ?? true ? " " : ""
      return Message(
        zh: "\(title.zh)\(gap)第 \(first.text.zh) \(unit.zh)\(first.hasMore ? "等" : "")",
        en: "\(title.en), \(unit.en) \(first.text.en)\(first.hasMore ? " and others" : "")")
    }
  }

  private(set) var parts: [Part] = []
  /// Whether something in it could not be looked at: it is damaged, locked with a password or larger than anyone reads.
  private(set) var isUnread = false

  /// All parts together are read up to this length: documents are a thousandth of it, and some archives have no end.
  private static let lengthLimit = 200_000_000
  /// How deep archives are opened that stand in archives.
  private static let depthLimit = 3

  private var length = 0

  /// The kinds of files by their endings.
  enum Format {
    /// Office Open XML, OpenDocument and other ZIP archives; which of them is told by what they hold.
    case zipped
    /// Word, Excel and PowerPoint until 2003, and WPS: texts stand in them as they are, numbers of cells as binary numbers.
    case binary
    case pdf
    /// One file in GZIP (RFC 1952).
    case gzip
    /// Archives that are not opened here: of them it is said that nobody knows what they hold.
    case closed

    /// `nil` for all other files.
    init?(path: String) {
      switch path.lastIndex(of: ".").map({ path[path.index(after: $0)...].lowercased() }) {
      case "zip", "docx", "docm", "dotx", "xlsx", "xlsm", "xltx", "pptx", "pptm", "ppsx", "odt", "ods", "odp":
        self = .zipped
      case "doc", "xls", "ppt", "dot", "xlt", "pps", "wps", "et", "dps": self = .binary
      case "pdf": self = .pdf
      case "gz", "tgz": self = .gzip
      case "rar", "7z", "bz2", "xz", "zst", "lzh", "cab": self = .closed
      case _: return nil
      }
    }
  }

  /// Reads the file `bytes`, which is as its ending says, or what its first bytes say: office programs open both.
  ///
  /// - Complexity: O(length of the file and of what it holds).
  init(of bytes: [UInt8], _ format: Format) { add(bytes, format, inside: nil, depth: 0) }

  private mutating func add(_ bytes: [UInt8], _ format: Format, inside name: String?, depth: Int) {
    switch format {
    case .pdf: return addPDF(bytes, name)
    case .gzip: return addCompressed(bytes, name)
    case .closed:
      isUnread = true
      return
    case .zipped, .binary: break
    }
    guard bytes.starts(with: "PK".utf8) else {
      return addBinary(bytes, format, name)
    }
    guard depth < Self.depthLimit, let archive = ZipArchive(bytes) else {
      isUnread = true
      return
    }
    if archive.entries.contains(where: { $0.name == "[Content_Types].xml" || $0.name == "content.xml" }) {
      addOffice(archive, name)
    } else {
      addFiles(archive, name, depth)
    }
  }

  /// The bytes of `entry`, as far as there is room.
  private mutating func content(_ archive: ZipArchive, _ entry: ZipArchive.Entry) -> [UInt8]? {
    guard let bytes = try? archive.bytes(of: entry, limit: Self.lengthLimit - length) else {
      isUnread = true
      return nil
    }
    length += bytes.count
    return bytes
  }

  private mutating func add(_ title: Message, inside name: String?, _ lines: Lines, _ bytes: [UInt8]) {
    let title = name.map { Message(zh: "\($0) \(title.zh)", en: "\($0) \(title.en)") } ?? title
    if !bytes.isEmpty { parts.append(Part(title: title, lines: lines, bytes: bytes)) }
  }

  // MARK: Office Open XML and OpenDocument

  private mutating func addOffice(_ archive: ZipArchive, _ name: String?) {
    var strings: SharedStrings?
    if let entry = archive.entries.first(where: { $0.name == "xl/sharedStrings.xml" }) {
      strings = content(archive, entry).map { SharedStrings($0) }
    }
    for entry in archive.entries where entry.name != "xl/sharedStrings.xml" {
      guard entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels") else {
        if Format(path: entry.name) != nil { addNested(archive, entry, name, depth: 1) }
        continue
      }
      guard let bytes = content(archive, entry) else { continue }
      if entry.name.hasPrefix("xl/worksheets/"), entry.name.hasSuffix(".xml") {
        let number = String(entry.name.filter(\.isNumber))
        add(
          Message(zh: "工作表 \(number)", en: "sheet \(number)"), inside: name, .rows,
          Self.rows(of: bytes, &strings))
      } else {
        add(
          Self.title(of: entry.name), inside: name, .paragraphs,
          Self.paragraphs(of: bytes, isProse: Self.prose.contains { entry.name.hasPrefix($0) }))
      }
    }
    if let rest = strings?.unused {
      add(Message(zh: "表格里不再显示的文字", en: "texts that no cell shows"), inside: name, .rows, rest)
    }
  }

  private static func title(of name: String) -> Message {
    switch name {
    case "word/document.xml", "content.xml": return Message(zh: "正文", en: "text")
    case "word/comments.xml": return Message(zh: "批注", en: "comments")
    case "word/footnotes.xml": return Message(zh: "脚注", en: "footnotes")
    case "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "meta.xml":
      return Message(zh: "文件属性", en: "properties")
    case _: break
    }
    let number = String(name.split(separator: "/").last?.filter(\.isNumber) ?? "")
    if name.hasPrefix("word/header") { return Message(zh: "页眉 \(number)", en: "header \(number)") }
    if name.hasPrefix("word/footer") { return Message(zh: "页脚 \(number)", en: "footer \(number)") }
    if name.hasPrefix("ppt/slides/slide") { return Message(zh: "幻灯片 \(number)", en: "slide \(number)") }
    if name.hasPrefix("ppt/notesSlides/") { return Message(zh: "备注 \(number)", en: "notes \(number)") }
    if name.contains("comments") { return Message(zh: "批注 \(number)", en: "comments \(number)") }
    return Message(zh: name, en: name)
  }

  /// Parts in which words are parted by how they are set; in all others each element is something of its own.
  private static let prose = ["word/", "ppt/", "xl/comments", "xl/drawings", "content.xml"]
  /// Elements of prose that part what stands in them from what follows.
  private static let breaking: Set<String> = [
    "p", "h", "tc", "tr", "br", "cr", "tab", "line-break", "table-cell", "table-row", "comment", "txBody", "s", "text",
  ]
  /// Attributes whose values readers may see or follow.
  private static let readAttributes: [StaticString] = ["descr", "title", "Target", "href", "tooltip", "author", "name"]

  /// The texts of any part, a paragraph a line.
  private static func paragraphs(of bytes: [UInt8], isProse: Bool) -> [UInt8] {
    var reader = MarkupReader(bytes)
    var output: [UInt8] = []
    while let piece = reader.next() {
      switch piece {
      case .text(let text): output += text.lazy.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
      case .tag(let tag):
        if !tag.isEnd {
          for name in readAttributes {
            guard let value = tag.value(of: name) else { continue }
            output.append(UInt8(ascii: "\t"))
            output += value
            output.append(UInt8(ascii: "\t"))
          }
        }
        if tag.isEnd || tag.isEmpty, !isProse || breaking.contains(String(decoding: tag.name, as: UTF8.self)) {
          let isLine = tag.isCalled("p") || tag.isCalled("h") || tag.isCalled("Relationship")
          output.append(isLine ? UInt8(ascii: "\n") : UInt8(ascii: "\t"))
        }
      }
    }
    return output
  }

  /// The rows of a sheet, each in the line of its number, with tabs between cells.
  private static func rows(of bytes: [UInt8], _ strings: inout SharedStrings?) -> [UInt8] {
    var reader = MarkupReader(bytes)
    var output: [UInt8] = []
    var line = 1
    var isShared = false
    var isValue = false
    while let piece = reader.next() {
      switch piece {
      case .text(let text):
        if isShared, isValue, let index = Int(String(decoding: text, as: UTF8.self)) {
          output += strings?.take(index) ?? []
        } else {
          output += text.lazy.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
        }
      case .tag(let tag):
        if tag.isCalled("row"), !tag.isEnd {
          let number = tag.value(of: "r").flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? line + 1
          // More rows a sheet cannot have.
          while line < min(number, 1_048_576) {
            output.append(UInt8(ascii: "\n"))
            line += 1
          }
        } else if tag.isCalled("c") {
          isShared = !tag.isEnd && tag.value(of: "t").map { $0.elementsEqual("s".utf8) } ?? false
          output.append(UInt8(ascii: "\t"))
        } else if tag.isCalled("v") || tag.isCalled("f") {
          isValue = tag.isCalled("v") && !tag.isEnd
          if tag.isEnd { output.append(UInt8(ascii: "\t")) }
        }
      }
    }
    return output
  }

  // MARK: Archives

  /// What a file in GZIP holds, as text, and what the file was called.
  private mutating func addCompressed(_ bytes: [UInt8], _ name: String?) {
    guard let stream = GZipStream(bytes),
      let content = try? Inflate.bytes(of: bytes, stream.data, limit: Self.lengthLimit - length)
    else {
      isUnread = true
      return
    }
    length += content.count
    add(Self.entryNames, inside: name, .unknown, stream.name)
    add(Message(zh: "压缩的内容", en: "what is compressed"), inside: name, .rows, CSVReader.text(of: content))
  }

  private static let entryNames = Message(zh: "压缩包里的文件名", en: "names of the files in it")

  private mutating func addFiles(_ archive: ZipArchive, _ name: String?, _ depth: Int) {
    add(Self.entryNames, inside: name, .unknown, Array(archive.entries.map(\.name).joined(separator: "\n").utf8))
    for entry in archive.entries where !entry.name.hasSuffix("/") {
      let inside = (name.map { $0 + "/" } ?? "") + entry.name
      if Format(path: entry.name) != nil {
        addNested(archive, entry, name, depth: depth + 1)
      } else if !LeakReport.isOpaque(entry.name), let bytes = content(archive, entry) {
        add(Message(zh: inside, en: inside), inside: nil, .rows, CSVReader.text(of: bytes))
      }
    }
  }

  private mutating func addNested(_ archive: ZipArchive, _ entry: ZipArchive.Entry, _ name: String?, depth: Int) {
    guard let format = Format(path: entry.name), let bytes = content(archive, entry) else { return }
    add(bytes, format, inside: (name.map { $0 + "/" } ?? "") + entry.name, depth: depth)
  }

  // MARK: PDF

  private mutating func addPDF(_ bytes: [UInt8], _ name: String?) {
    guard let pages = PDFPages(bytes, limit: Self.lengthLimit - length) else {
      isUnread = true
      return add(Message(zh: "文件", en: "the file"), inside: name, .unknown, bytes)
    }
    isUnread = isUnread || pages.isUnread
    for part in pages.parts { add(part.title, inside: name, .rows, part.bytes) }
  }

  // MARK: Binary files

  private mutating func addBinary(_ bytes: [UInt8], _ format: Format, _ name: String?) {
    // What should have been an archive and is none: locked with a password, or an old file that was given a new ending.
    if format != .binary { isUnread = isUnread || BinaryDocument.isLocked(bytes) || !BinaryDocument.isOne(bytes) }
    add(Message(zh: "文件", en: "the file"), inside: name, .unknown, BinaryDocument.text(of: bytes))
  }
}

/// The texts that the cells of a workbook share.
private struct SharedStrings {
  private var strings: [[UInt8]] = []
  private var isUsed: [Bool] = []

  init(_ bytes: [UInt8]) {
    var reader = MarkupReader(bytes)
    var isPhonetic = false
    while let piece = reader.next() {
      switch piece {
      case .text(let text): if !strings.isEmpty, !isPhonetic { strings[strings.count - 1] += text }
      case .tag(let tag):
        if tag.isCalled("si"), !tag.isEnd { strings.append([]) }
        if tag.isCalled("rPh") { isPhonetic = !tag.isEnd && !tag.isEmpty }
      }
    }
    isUsed = Array(repeating: false, count: strings.count)
  }

  /// The text with this number, on one line; it counts as shown from now on.
  mutating func take(_ index: Int) -> [UInt8] {
    guard strings.indices.contains(index) else { return [] }
    isUsed[index] = true
    return strings[index].map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
  }

  /// Those that nothing has shown, a line each.
  var unused: [UInt8] {
    var output: [UInt8] = []
    for (string, isUsed) in zip(strings, isUsed) where !isUsed {
      output += string
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }
}
