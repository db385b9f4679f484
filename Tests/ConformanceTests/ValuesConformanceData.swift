import Foundation
import Testing
import Values

/// The outside test data: the folder named by PROSPECTUS_CONFORMANCE, else `../shared/conformance` beside the package.
enum ValuesConformanceData {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["PROSPECTUS_CONFORMANCE"] { return URL(fileURLWithPath: path) }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared/conformance")
  }()

  static let isPresent = FileManager.default.fileExists(atPath: folder.appendingPathComponent("csv.json").path)
  static let skipped: Comment = "skipped: no conformance data"

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// The cases of a JSON file that is an array of objects.
  static func cases(_ name: String) throws -> [Node] {
    let (root, diagnostics) = JSONReader.read(try bytes(name), path: name)
    try #require(diagnostics.isEmpty)
    return try #require(root?.items)
  }

  /// Whether a tree that we read has the value of an expected JSON tree: same keys in any order, numbers equal as
  /// numbers, all else equal as text and in kind.
  static func isEqual(_ actual: Node, _ expected: Node) -> Bool {
    switch (actual.content, expected.content) {
    case (.scalar(let left), .scalar(let right)):
      let (left, right) = (JSONValue(left), JSONValue(right))
      return left == right
    case (.sequence(let left), .sequence(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { isEqual($0, $1) }
    case (.mapping(let left), .mapping(let right)):
      guard left.count == right.count else { return false }
      let others = Dictionary(uniqueKeysWithValues: right.map { ($0.key, $0.value) })
      return left.allSatisfy { entry in others[entry.key].map { isEqual(entry.value, $0) } ?? false }
    case (.scalar, _), (.sequence, _), (.mapping, _): return false
    }
  }

  /// A scalar as JSON sees it.
  private enum JSONValue: Equatable {
    case null, bool(Bool), number(Double), largeInteger(String), string(String)

    init(_ scalar: Scalar) {
      switch CoreSchema.resolve(scalar) {
      case .null: self = .null
      case .bool(let value): self = .bool(value)
      case .integer(let value) where value.magnitude < 1 << 53: self = .number(Double(value))
      case .integer(let value): self = .largeInteger(String(value))
      case .largeInteger(let digits): self = .largeInteger(digits)
      case .float(let value) where value.isNaN: self = .string(".nan")
      case .float(let value) where value.isInfinite: self = .string(value < 0 ? "-.inf" : ".inf")
      case .float(let value): self = .number(value)
      case .string(let text): self = .string(text)
      }
    }
  }
}

extension Node {
  /// Whether this is the JSON `true`.
  var isTrue: Bool { scalar == Scalar("true", .plain) }
  /// The text of a JSON string.
  var text: String? { scalar.flatMap { $0.style == .text ? $0.text : nil } }
}
