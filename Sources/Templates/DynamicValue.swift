package import Expressions
package import Values

extension Value {
  /// A node of a JSON or YAML file by the core schema: the context of `inspect layout`.
  ///
  /// - Complexity: O(size of the node).
  package init(_ node: Node) {
    switch node.content {
    case .sequence(let items): self = .list(items.map { Value($0) })
    case .mapping(let entries): self = .mapping(OrderedMapping(entries.map { ($0.key, Value($0.value)) }))
    case .scalar(let scalar):
      switch scalar.style {
      case .text: self = .text(scalar.text)
      case .plain: self = Self.plain(scalar.text)
      }
    }
  }

  /// YAML 1.2 core schema, §10.3.2; numbers that are no exact decimals stay text.
  private static func plain(_ text: String) -> Value {
    switch text {
    case "", "~", "null", "Null", "NULL": return .none
    case "true", "True", "TRUE": return .boolean(true)
    case "false", "False", "FALSE": return .boolean(false)
    default: break
    }
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard let number = Decimal(parts[0].hasPrefix("+") ? parts[0].dropFirst() : parts[0]) else { return .text(text) }
    guard parts.count == 2 else { return .number(number) }
    guard let exponent = Int(parts[1]), abs(exponent) <= 30 else { return .text(text) }
    var power = Decimal(1)
    for _ in 0..<abs(exponent) { power = power.multiplied(by: Decimal(10)) ?? power }
    let scaled = exponent < 0 ? number.divided(by: power) : number.multiplied(by: power)
    return scaled.map { .number($0) } ?? .text(text)
  }
}
