import Bytes
import Values

/// What stands in a file beside what its readers see, of all kinds of files that are published as they are.
///
/// Pictures in JPEG, PNG and WebP lose it before they are published (`PublicImage`) and are looked at only where they stand in
/// documents and archives.
struct FileMetadata {
  /// The names that authors and reviewers have in the file. They are judged and go no further.
  private var names: [(datum: HiddenDatum, name: String)] = []
  private var data: Set<HiddenDatum> = []
  /// How it is taken out of such a file; `nil` for a file in which nothing was looked for.
  private(set) var repair: HiddenDatumRepair?

  /// More is not read of files in archives.
  private static let lengthLimit = 200_000_000

  /// Of the file `bytes` with the name `path`.
  ///
  /// - Complexity: O(length).
  init(of bytes: [UInt8], path: String) {
    if bytes.starts(with: "GIF8".utf8) {
      repair = .animation
      addGIF(bytes)
    } else if bytes.starts(with: TIFFDirectory.headers[0]) || bytes.starts(with: TIFFDirectory.headers[1]) {
      repair = .photograph
      addExif(bytes[...], asDocument: false)
      addPackets(bytes)
    } else if MovieBoxes.isOne(bytes) {
      addMovie(bytes)
    } else if path.hasSuffix(".svg") {
      repair = .drawing
      addSVG(bytes)
    } else if bytes.prefix(1_024).firstRange(of: Array("%PDF".utf8)) != nil {
      repair = .pdf
      addPDF(bytes)
    } else if BinaryDocument.isOne(bytes) {
      repair = .oldOffice
      for author in SummaryInformation.authors(in: bytes) { add(.author, author) }
    } else if bytes.starts(with: "PK".utf8), let archive = ZipArchive(bytes) {
      addArchive(archive, depth: 0)
    }
  }

  /// What the file tells of people who have no ground to be named.
  func hidden(_ grounds: AuthorGrounds) -> [HiddenDatum] {
    var found = data
    for (datum, name) in names where !grounds.allow(name) { found.insert(datum) }
    return found.sorted()
  }

  private mutating func add(_ datum: HiddenDatum, _ name: some StringProtocol) { names.append((datum, String(name))) }
  private mutating func add(_ datum: HiddenDatum, _ bytes: [UInt8]) {
    add(datum, String(decoding: bytes, as: UTF8.self))
  }

  // MARK: Pictures

  /// Extensions of GIF (GIF89a, §24 and §26): a remark that no program wrote for itself, and XMP.
  private mutating func addGIF(_ bytes: [UInt8]) {
    for comment in GIFExtensions.comments(in: bytes) {
      let text = String(decoding: comment, as: UTF8.self).lowercased()
      guard text.contains(where: \.isLetter) || text.contains(where: \.isNumber) else { continue }
      if !Self.programWords.contains(where: { text.contains($0) }) { data.insert(.remark) }
    }
    addPackets(bytes)
  }

  private static let programWords = [
    "created with", "created by", "made with", "generated", "gimp", "imagemagick", "gifsicle", "ezgif", "photoshop",
    "ulead", "optimized", "ffmpeg", "screentogif", "licecap", "giphy", "copyright",
  ]

  /// Exif data: a TIFF file of its own. In a document only who and where counts.
  private mutating func addExif(_ bytes: ArraySlice<UInt8>, asDocument: Bool) {
    let exif = TIFFDirectory(bytes)
    if exif.hasPlace { data.insert(.place) }
    if exif.hasCamera, !asDocument { data.insert(.camera) }
    for author in exif.authors { add(.author, author) }
  }

  /// All Exif data in `bytes`, wherever they begin.
  private mutating func addExifBlocks(_ bytes: [UInt8], asDocument: Bool) {
    let label = Array("Exif\0\0".utf8)
    var index = bytes.span.next(label[0], from: 0)
    while index + label.count < bytes.count {
      if bytes[index..<index + label.count].elementsEqual(label) {
        addExif(bytes[(index + label.count)...], asDocument: asDocument)
      }
      index = bytes.span.next(label[0], from: index + 1)
    }
  }

  /// All XMP packets in `bytes` that are not packed.
  private mutating func addPackets(_ bytes: [UInt8]) {
    for packet in XMPPacket.all(in: bytes) { addXMP(packet) }
  }

  private mutating func addXMP(_ packet: [UInt8]) {
    let packet = XMPPacket(packet)
    if packet.hasPlace { data.insert(.place) }
    for author in packet.authors { add(.author, author) }
  }

  private mutating func addMovie(_ bytes: [UInt8]) {
    let isPicture = MovieBoxes.isPicture(bytes)
    repair = isPicture ? .photograph : .film
    if isPicture { addExifBlocks(bytes, asDocument: false) }
    addPackets(bytes)
    guard !isPicture else { return }
    let boxes = MovieBoxes(bytes)
    if boxes.hasPlace { data.insert(.place) }
    for author in boxes.authors { add(.author, author) }
  }

  /// `<metadata>` and what drawing programs keep beside the drawing.
  private mutating func addSVG(_ bytes: [UInt8]) {
    var reader = MarkupReader(bytes)
    var isMetadata = false
    var isAuthor = 0
    while let piece = reader.next() {
      switch piece {
      case .tag(let tag):
        if tag.isCalled("metadata") { isMetadata = !tag.isEnd && !tag.isEmpty }
        if isMetadata, tag.isCalled("creator") || tag.isCalled("publisher") || tag.isCalled("contributor"), !tag.isEmpty
        {
          isAuthor += tag.isEnd ? -1 : 1
        }
        for name in ["export-filename", "absref", "docbase"] as [StaticString] {
          if let value = tag.value(of: name), Self.isOfSomebody(value) { data.insert(.folder) }
        }
      case .text(let text): if isAuthor > 0 { add(.author, text) }
      }
    }
  }

  /// Whether a path leads through the folder of a user.
  private static func isOfSomebody(_ path: [UInt8]) -> Bool {
    let path = String(decoding: path, as: UTF8.self).replacing("\\", with: "/").lowercased()
    return ["/users/", "/home/", "/documents and settings/"].contains { path.contains($0) }
  }

  // MARK: Documents

  private mutating func addPDF(_ bytes: [UInt8]) {
    guard var document = PDFDocument(bytes, limit: Self.lengthLimit), !document.isLocked else { return }
    func text(_ value: PDFValue?) -> String? {
      document.resolved(value)?.string.map { bytes in
        bytes.starts(with: [0xFE, 0xFF])
          ? String(decoding: PDFFont.text(ofUnits: Array(bytes.dropFirst(2))), as: UTF8.self)
          : String(decoding: CSVReader.text(of: bytes), as: UTF8.self)
      }
    }
    let objects = document.objects
    for object in objects {
      let dictionary = object.dictionary
      // The document's own information is a dictionary without a type; a file without a table of objects names none.
      if dictionary["Type"] == nil, let author = text(dictionary["Author"]) { add(.author, author) }
      // `T` is the author of a note and the name of a field of a form.
      if let kind = dictionary["Subtype"]?.name, kind != "Widget", dictionary["Rect"] != nil,
        let author = text(dictionary["T"])
      {
        add(.reviewer, author)
      }
    }
    for object in objects where object.dictionary["Subtype"]?.name == "XML" && object.stream != nil {
      if let content = document.content(of: object) { addXMP(content) }
    }
  }

  /// Files that are archives: those of office programs, and others with whatever they hold.
  private mutating func addArchive(_ archive: ZipArchive, depth: Int) {
    let names = Set(archive.entries.map(\.name))
    repair =
      names.contains("[Content_Types].xml") ? .office : names.contains("content.xml") ? .openDocument : .archive
    var room = Self.lengthLimit
    for entry in archive.entries where !entry.name.hasSuffix("/") {
      let isPart = repair != .archive && entry.name.hasSuffix(".xml")
      guard isPart || Self.isPicture(entry.name) || repair == .archive && !entry.name.hasSuffix(".xml"),
        let bytes = try? archive.bytes(of: entry, limit: room)
      else { continue }
      room -= bytes.count
      if isPart {
        addPart(bytes, entry.name)
      } else if Self.isPicture(entry.name) {
        addExifBlocks(bytes, asDocument: true)
      } else if depth < 2 {
        let inner = FileMetadata(of: bytes, path: entry.name)
        data.formUnion(inner.data)
        self.names += inner.names
      }
    }
  }

  private static func isPicture(_ name: String) -> Bool {
    [".jpg", ".jpeg", ".webp"].contains { name.lowercased().hasSuffix($0) }
  }

  /// Elements of properties whose text is somebody.
  private static let authorElements: Set<String> = ["creator", "lastModifiedBy", "Manager", "initial-creator"]

  /// A part of an office document: its properties, authors of notes and of changed text.
  private mutating func addPart(_ bytes: [UInt8], _ name: String) {
    let isProperties = name.hasPrefix("docProps/") || name == "meta.xml"
    var reader = MarkupReader(bytes)
    var open = ""
    while let piece = reader.next() {
      switch piece {
      case .tag(let tag):
        open = tag.isEnd || tag.isEmpty ? "" : String(decoding: tag.name, as: UTF8.self)
        guard !isProperties, !tag.isEnd else { continue }
        if let author = tag.value(of: "author") { add(.reviewer, author) }
        if let author = tag.value(of: "displayName"), tag.isCalled("person") { add(.reviewer, author) }
        if let author = tag.value(of: "name"), tag.isCalled("cmAuthor") || name.hasPrefix("ppt/authors") {
          add(.reviewer, author)
        }
      case .text(let text):
        if isProperties {
          if Self.authorElements.contains(open) { add(.author, text) }
        } else if open == "author" && name.hasPrefix("xl/comments") || open == "creator" {
          // Threads of comments are called `tc={…}` there.
          if !text.starts(with: "tc={".utf8) { add(.reviewer, text) }
        }
      }
    }
  }
}
