import Foundation

/// Files as office programs, cameras and drawing programs write them, made byte by byte and only as large as they have to be.
enum MadeFile {
  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
  private static func big(_ value: Int, _ count: Int) -> [UInt8] { little(value, count).reversed() }

  /// A ZIP archive whose entries are not packed.
  static func zip(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var output: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in entries {
      let name = Array(name.utf8)
      let sizes = little(0, 4) + little(bytes.count, 4) + little(bytes.count, 4) + little(name.count, 2)
      directory += little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + little(0x800, 2) + little(0, 2)
      directory += little(0, 4) + sizes + little(0, 2) + little(0, 2) + little(0, 8) + little(output.count, 4) + name
      output += little(0x0403_4B50, 4) + little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 4) + sizes
      output += little(0, 2) + name + bytes
    }
    let end = little(0x0605_4B50, 4) + little(0, 4) + little(entries.count, 2) + little(entries.count, 2)
    return output + directory + end + little(directory.count, 4) + little(output.count, 4) + little(0, 2)
  }

  /// An office document with these parts.
  static func office(_ parts: [(name: String, text: String)]) -> [UInt8] {
    zip([("[Content_Types].xml", Array("<Types/>".utf8))] + parts.map { ($0.name, Array($0.text.utf8)) })
  }

  static func core(creator: String = "", editor: String = "") -> (name: String, text: String) {
    (
      "docProps/core.xml",
      "<cp:coreProperties><dc:title>方案</dc:title><dc:creator>\(creator)</dc:creator><cp:lastModifiedBy>\(editor)</cp:lastModifiedBy></cp:coreProperties>"
    )
  }

  /// A document of Word with one paragraph.
  static func docx(_ text: String, creator: String = "") -> [UInt8] {
    office([
      core(creator: creator),
      ("word/document.xml", "<w:document><w:body><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:body></w:document>"),
    ])
  }

  /// A workbook with a sheet of texts.
  static func xlsx(_ rows: [[String]], creator: String = "") -> [UInt8] {
    let cells = rows.enumerated().map { index, row in
      "<row r=\"\(index + 1)\">" + row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }
    return office([
      core(creator: creator),
      ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(cells.joined())</sheetData></worksheet>"),
    ])
  }

  /// A PDF file with properties and, where given, one page that prints `text` and a note of `reviewer`.
  static func pdf(author: String, text: String = "", reviewer: String? = nil, xmp: String? = nil) -> [UInt8] {
    func string(_ text: String) -> String { "<FEFF" + text.utf16.map { String(format: "%04X", $0) }.joined() + ">" }
    var file = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    file += "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
    let content = "BT /F1 12 Tf (\(text)) Tj ET"
    file += "3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 6 0 R >> >> >>\nendobj\n"
    file += "4 0 obj\n<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream\nendobj\n"
    file +=
      "5 0 obj\n<< /Author \(string(author)) /Creator (Writer) /Producer \(string("张三的程序")) /CreationDate (D:20260901) >>\nendobj\n"
    file += "6 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
    if let reviewer {
      file +=
        "7 0 obj\n<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T \(string(reviewer)) /Contents (ok) >>\nendobj\n"
    }
    if let xmp {
      file +=
        "8 0 obj\n<< /Type /Metadata /Subtype /XML /Length \(xmp.utf8.count) >>\nstream\n\(xmp)\nendstream\nendobj\n"
    }
    file += "trailer\n<< /Root 1 0 R /Info 5 0 R >>\n%%EOF\n"
    return Array(file.utf8)
  }

  /// A packet of XMP.
  static func xmp(creator: String = "", latitude: Bool = false) -> String {
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF><rdf:Description\(latitude ? " exif:GPSLatitude=\"31,15N\"" : "")>"
      + "<dc:creator><rdf:Seq><rdf:li>\(creator)</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
  }

  /// A GIF of one pixel with a remark.
  static func gif(comment: String = "", xmp: String = "") -> [UInt8] {
    var bytes = Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
    if !comment.isEmpty { bytes += [0x21, 0xFE, UInt8(comment.utf8.count)] + Array(comment.utf8) + [0] }
    if !xmp.isEmpty { bytes += [0x21, 0xFF, 11] + Array("XMP DataXMP".utf8) + Array(xmp.utf8) + [1, 0, 0] }
    return bytes + [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]
  }

  /// A TIFF directory as cameras write it: an artist, a time, a place.
  static func tiff(artist: String = "", isTaken: Bool = false, hasPlace: Bool = false) -> [UInt8] {
    func entry(_ tag: Int, _ kind: Int, _ count: Int, _ value: Int) -> [UInt8] {
      big(tag, 2) + big(kind, 2) + big(count, 4) + big(value, 4)
    }
    let name = Array(artist.utf8) + [0, 0, 0, 0, 0]
    var entries: [[UInt8]] = []
    let (nameAt, takenAt, placeAt) = (100, 200, 300)
    if !artist.isEmpty { entries.append(entry(0x013B, 2, name.count, nameAt)) }
    if isTaken { entries.append(entry(0x8769, 4, 1, takenAt)) }
    if hasPlace { entries.append(entry(0x8825, 4, 1, placeAt)) }
    var bytes: [UInt8] = [0x4D, 0x4D, 0, 42] + big(8, 4) + big(entries.count, 2) + entries.joined() + big(0, 4)
    func put(_ part: [UInt8], at place: Int) { bytes += Array(repeating: 0, count: place - bytes.count) + part }
    put(name, at: nameAt)
    put(big(1, 2) + entry(0x9003, 2, 4, 0) + big(0, 4), at: takenAt)
    put(big(1, 2) + entry(0x0002, 5, 3, 0) + big(0, 4), at: placeAt)
    return bytes
  }

  private static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let name = type.unicodeScalars.map { UInt8($0.value) }
    return big(content.count + 8, 4) + name + content
  }

  /// A film with a place, an author, or both.
  static func movie(hasPlace: Bool = false, author: String = "", asKeys: Bool = false) -> [UInt8] {
    func text(_ text: String) -> [UInt8] { big(text.utf8.count, 2) + [0x15, 0xC7] + Array(text.utf8) }
    let head = box("ftyp", Array("qt  ".utf8) + big(0, 4) + Array("qt  ".utf8))
    if asKeys {
      let names = ["com.apple.quicktime.location.ISO6709", "com.apple.quicktime.author"]
      let keys = names.map { box("mdta", Array($0.utf8)) }.joined()
      func item(_ key: Int, _ value: String) -> [UInt8] {
        let data = box("data", big(1, 4) + big(0, 4) + Array(value.utf8))
        return big(data.count + 8, 4) + big(key, 4) + data
      }
      let items = (hasPlace ? item(1, "+31.2+121.4/") : []) + (author.isEmpty ? [] : item(2, author))
      let list = box("hdlr", big(0, 24)) + box("keys", big(0, 4) + big(2, 4) + keys) + box("ilst", items)
      return head + box("moov", box("meta", list))
    }
    let items =
      (hasPlace ? box("\u{A9}xyz", text("+31.2+121.4/")) : []) + (author.isEmpty ? [] : box("\u{A9}aut", text(author)))
    return head + box("moov", box("mvhd", big(0, 20)) + box("udta", items))
  }

  /// A picture of a telephone (HEIC) with these Exif data.
  static func heic(_ exif: [UInt8]) -> [UInt8] {
    box("ftyp", Array("heic".utf8) + big(0, 4) + Array("mif1".utf8)) + box("meta", big(0, 12))
      + box("mdat", exif.isEmpty ? [1, 2, 3] : big(6, 4) + Array("Exif\0\0".utf8) + exif)
  }

  /// A JPEG with these Exif data and no picture.
  static func jpeg(_ exif: [UInt8]) -> [UInt8] {
    let data = Array("Exif\0\0".utf8) + exif
    return [0xFF, 0xD8, 0xFF, 0xE1] + big(data.count + 2, 2) + data + [0xFF, 0xD9]
  }

  /// A document of Word 97 with nothing but its properties.
  static func doc(author: [UInt8]) -> [UInt8] {
    let identifier: [UInt8] = [
      0xE0, 0x85, 0x9F, 0xF2, 0xF9, 0x4F, 0x68, 0x10, 0xAB, 0x91, 0x08, 0x00, 0x2B, 0x27, 0xB3, 0xD9,
    ]
    let value = little(30, 4) + little(author.count + 1, 4) + author + [0]
    let section = little(16 + value.count, 4) + little(1, 4) + little(4, 4) + little(16, 4) + value
    let stream =
      little(0xFFFE, 2) + Array(repeating: 0, count: 22) + little(1, 4) + identifier + little(48, 4) + section
    let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    return head + Array(repeating: 0, count: 504) + stream
  }

  /// A drawing with what stands in it.
  static func svg(_ inside: String, attributes: String = "") -> [UInt8] {
    Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\" \(attributes)>\(inside)</svg>".utf8)
  }
}
