package import Diagnostics
package import Expressions
package import Values

/// A file that lies in a folder `files/` beside what names it, and is published as it is: `files/liangbiao.csv`.
package struct FileReference: FieldValue {
  /// As it is written.
  package let text: String
  /// Below `content/`.
  package let path: String

  private static let attributes = RecordType(
    "file", [.init("name", .text, doc: "文件名"), .init("url", .link, doc: "网址")])

  package static func decode(_ node: Node, _ decoding: inout Decoding) -> FileReference? {
    guard let text = decoding.text(node, expecting: typeName) else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0] == "files", !parts.contains(""), !parts.contains(".."), !parts.contains(".") else {
      decoding.report(
        "RF08", Message(zh: "“\(text)”不是有效的\(typeName.zh)", en: "\"\(text)\" is not a valid \(typeName.en)"),
        at: node.span,
        repair: Message(
          zh: "把文件放进本表旁边的 files/ 文件夹，写 files/文件名", en: "put the file into files/ beside this table and write files/NAME"
        ))
      return nil
    }
    let folder = decoding.path.split(separator: "/").dropFirst().dropLast()
    return FileReference(text: text, path: (folder + parts).joined(separator: "/"))
  }

  private init(text: String, path: String) {
    self.text = text
    self.path = path
  }

  /// Name and address.
  package static var valueType: ValueType { .record { attributes } }
  /// With the folder that all are in.
  package static var typeName: Message { Message(zh: "文件（files/ 里的）", en: "file below files/") }
  /// A table beside the table.
  package static var example: String { "files/liangbiao.csv" }
  /// As it is written.
  package var node: Node { .unplaced(text) }

  package func value(in model: Model) -> Value {
    let name = String(text.split(separator: "/").last ?? "")
    return .record(View(Self.attributes, [.text(name), .link(model.routes.path(of: "file", id: path))]))
  }
}
