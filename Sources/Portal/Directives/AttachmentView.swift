import Expressions
import Training

/// An attachment as layouts of directives see it.
enum AttachmentView {
  static let recordType = RecordType(
    "attachment",
    [
      .init("url", .link, doc: "网址"), .init("name", .text, doc: "文件名"),
      .init("kind", .text, doc: "种类，如 PDF、Excel、CSV"), .init("size", .text, doc: "大小，如 1.2 KB"),
    ])

  /// The attachment at `path` below `content/`, of `count` bytes.
  static func value(_ path: String, count: Int) -> Value {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return .record(
      View(recordType, [.link(SitePath(path)), .text(name), .text(kind(of: name)), .text(size(of: count))]))
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
