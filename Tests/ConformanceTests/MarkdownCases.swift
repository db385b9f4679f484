import Foundation
import Markdown

/// The collection of outside test data: the folder in `PROSPECTUS_CONFORMANCE`, else `../shared/conformance` beside the
/// package.
enum MarkdownCases {
  static let folder: URL =
    if let path = ProcessInfo.processInfo.environment["PROSPECTUS_CONFORMANCE"] {
      URL(fileURLWithPath: path)
    } else {
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/conformance")
    }

  static var isPresent: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "markdown/commonmark-0.30.json").path)
  }

  /// One example; fields that a file lacks are `nil`.
  struct Case: Decodable {
    var markdown: String
    var html: String
    var example: Int?
    var identifier: String?
    var section: String?
    var group: String?
    var extensions: [String]?
    var strikethrough: Bool?
    var comrakHTML: String?

    enum CodingKeys: String, CodingKey {
      case markdown, html, example, section, group, extensions, strikethrough
      case identifier = "id"
      case comrakHTML = "html_comrak"
    }

    var name: String { identifier ?? example.map(String.init) ?? "?" }
  }

  static func load(_ name: String) throws -> [Case] {
    try JSONDecoder().decode([Case].self, from: Data(contentsOf: folder.appending(path: "markdown/\(name).json")))
  }

  static func html(_ markdown: String, _ features: MarkdownFeatures = .plain) -> String {
    let output = MarkdownRenderer.render(Array(markdown.utf8), path: "case.md", features: features)
    return String(decoding: output.html, as: UTF8.self)
  }
}
