import Expressions
import Training
import Values

/// An attachment as layouts of directives see it.
enum AttachmentView {
  static let recordType = RecordType(
    "attachment",
    [
      .init("url", .link, doc: "网址"), .init("name", .text, doc: "文件名"),
      .init("kind", .text, doc: "种类，如 PDF、Excel、CSV"), .init("size", .text, doc: "大小，如 1.2 KB"),
      .init("width", .optional(.number), doc: "图片的宽，像素；读不出的和不是图片的没有"),
      .init("height", .optional(.number), doc: "图片的高"),
    ])

  /// The attachment at `path` below `content/`; `image` is its size when it is a picture.
  static func value(_ path: String, _ bytes: [UInt8], image: ImageSize?) -> Value {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let sides = [image?.width, image?.height].map { $0.map { Value.number(Decimal($0)) } ?? .none }
    return .record(
      View(
        recordType, [.link(SitePath(path)), .text(name), .text(kind(of: name)), .text(size(of: bytes.count))] + sides))
  }

  /// The same; a picture whose size cannot be read has none.
  static func value(_ path: String, _ bytes: [UInt8]) -> Value {
    let isImage = ImageFormat.allEndings.contains(ending(of: path))
    return value(path, bytes, image: isImage ? try? ImageSize.read(bytes.span) : nil)
  }

  /// What people call the program or format of a file.
  private static let kinds = [
    "doc": "Word", "docx": "Word", "xls": "Excel", "xlsx": "Excel", "ppt": "PowerPoint", "pptx": "PowerPoint",
  ]

  /// The ending of a file name in small letters, without the dot; empty when there is none.
  static func ending(of name: String) -> String {
    name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }

  private static func kind(of name: String) -> String {
    let ending = ending(of: name)
    return kinds[ending] ?? ending.uppercased()
  }

  /// `350 B`, `1.2 KB`, `3.4 MB`: of 1024 each, one decimal, half up.
  static func size(of count: Int) -> String {
    guard count >= 1024 else { return "\(count) B" }
    func tenths(of unit: Int) -> Int { (count * 10 + unit / 2) / unit }
    let isSmall = tenths(of: 1 << 10) < 10240
    let amount = tenths(of: isSmall ? 1 << 10 : 1 << 20)
    let number = amount % 10 == 0 ? "\(amount / 10)" : "\(amount / 10).\(amount % 10)"
    return number + (isSmall ? " KB" : " MB")
  }
}
