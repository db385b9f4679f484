import Bytes

/// Writes JSON text (RFC 8259): what is said in the order it is said, so that equal values give equal bytes.
///
///     var json = JSONWriter()
///     json.object { json in
///       json.field("name", "三班")
///       json.key("sizes"); json.array { json in json.integer(50) }
///     }
///
/// Commas, colons and, when wanted, line breaks are the writer's business; that keys stand before values inside an
/// object is the caller's.
package struct JSONWriter {
  /// Compact: no white space. Indented: two spaces a level, a line for each item, a break at the end.
  package enum Layout: Hashable, Sendable { case compact, indented }

  /// What has been written, UTF-8.
  package private(set) var output: [UInt8] = []
  private let layout: Layout
  private var level = 0
  /// Whether the next value is the first of its array or object (or the root).
  private var isFirst = true
  /// Whether a key was just written.
  private var isAfterKey = false

  package init(_ layout: Layout = .compact) { self.layout = layout }

  /// An object; `body` writes its keys and values in turn.
  package mutating func object(_ body: (inout Self) -> Void) { nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body) }
  /// An array; `body` writes its items.
  package mutating func array(_ body: (inout Self) -> Void) { nest(UInt8(ascii: "["), UInt8(ascii: "]"), body) }

  /// A key of the object that is open; its value follows.
  package mutating func key(_ name: String) {
    beginValue()
    appendString(name)
    output.append(contentsOf: (layout == .compact ? ":" : ": ").utf8)
    isAfterKey = true
  }

  /// A text in quotes, escaped where JSON asks for it.
  package mutating func string(_ text: String) {
    beginValue()
    appendString(text)
  }

  /// A whole number, in decimal digits.
  package mutating func integer(_ value: Int) { raw(String(value)) }
  /// An exact number, with the digits that `value` has; never an exponent.
  package mutating func decimal(_ value: Decimal) { raw(value.description) }
  /// `true` or `false`.
  package mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }
  /// `null`.
  package mutating func null() { raw("null") }

  /// A value that is JSON text already, on one line.
  package mutating func raw(_ json: String) {
    beginValue()
    output.append(json)
  }

  /// `key` with a text.
  package mutating func field(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// `key` with a whole number.
  package mutating func field(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  /// `key` with true or false.
  package mutating func field(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// A tree, its plain scalars typed by the core schema; infinite numbers and NaN, which JSON lacks, become the texts
  /// `.inf`, `-.inf`, `.nan`.
  ///
  /// - Complexity: O(size of the tree).
  package mutating func node(_ node: Node) {
    switch node.content {
    case .scalar(let scalar): self.scalar(scalar)
    case .sequence(let items): array { json in for item in items { json.node(item) } }
    case .mapping(let entries):
      object { json in
        for entry in entries {
          json.key(entry.key)
          json.node(entry.value)
        }
      }
    }
  }

  private mutating func scalar(_ scalar: Scalar) {
    switch CoreSchema.resolve(scalar) {
    case .null: null()
    case .bool(let value): bool(value)
    case .integer(let value): integer(value)
    case .largeInteger(let digits): raw(digits)
    case .float(let value) where value.isNaN: string(".nan")
    case .float(let value) where value.isInfinite: string(value < 0 ? "-.inf" : ".inf")
    case .float(let value): raw(value.description)
    case .string(let text): string(text)
    }
  }

  private mutating func appendString(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    output.append(UInt8(ascii: "\""))
    JSONEscaping.append(text.utf8Span.span, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  private mutating func nest(_ opening: UInt8, _ closing: UInt8, _ body: (inout Self) -> Void) {
    beginValue()
    output.append(opening)
    level += 1
    isFirst = true
    body(&self)
    level -= 1
    if !isFirst { breakLine() }
    output.append(closing)
    isFirst = false
    if level == 0, layout == .indented { output.append(UInt8(ascii: "\n")) }
  }

  /// The comma and line break before a value or key.
  private mutating func beginValue() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    if !isFirst { output.append(UInt8(ascii: ",")) }
    if level > 0 { breakLine() }
    isFirst = false
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }
}

extension Node {
  /// The tree as JSON text, plain scalars typed by the core schema.
  package func json(_ layout: JSONWriter.Layout = .compact) -> [UInt8] {
    var writer = JSONWriter(layout)
    writer.node(self)
    return writer.output
  }
}
