package import Values

/// What an expression evaluates to.
///
/// Numbers are exact; text and markup are different things, so that nothing is escaped twice or not at all.
package enum Value: Sendable {
  /// Nothing: an optional field that is not given, JSON `null`.
  case none
  case boolean(Bool)
  case number(Decimal)
  /// A number that prints with its unit (`91.3%`, `1,800元`).
  case quantity(Quantity)
  case text(String)
  /// Finished markup: printed as it is where text is expected, refused inside attributes.
  case html(Markup)
  case date(CalendarDate)
  /// A path inside the portal (`courses/x/`, no leading slash); printed relative to the page that shows it.
  case link(SitePath)
  case list([Value])
  /// Names to values in the order given: a mapping of a dynamic context.
  case mapping(OrderedMapping)
  case record(any RecordValue)
  /// What a strict lookup found missing; only `default` and tests may touch it. Made by evaluation, never handed in.
  case undefined(Undefined)
}

/// Finished markup in UTF-8.
package struct Markup: Hashable, Sendable {
  package var bytes: [UInt8]
  package init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// A place inside the portal: path from its root without a leading slash (`""` is the home page), and a fragment.
package struct SitePath: Hashable, Sendable {
  /// `courses/xueke-lijie-01/`, `files/plan.pdf`; ASCII.
  package var path: String
  /// The anchor without `#`; `nil` for the page itself.
  package var fragment: String?

  package init(_ path: String, fragment: String? = nil) {
    self.path = path
    self.fragment = fragment
  }

  /// The link as written in a page at `page`: relative, so that the portal works under any path and from a folder.
  ///
  /// A page in the same folder gives `./` (or the bare fragment on the same page).
  /// - Complexity: O(length of both paths).
  package func relative(to page: SitePath) -> String {
    var bytes: [UInt8] = []
    appendRelative(to: page, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the same to `output`, unescaped.
  /// - Complexity: O(length of both paths), no allocation.
  package func appendRelative(to page: SitePath, into output: inout [UInt8]) {
    let start = output.count
    if path.utf8.elementsEqual(page.path.utf8), fragment != nil {
      appendFragment(into: &output)
      return
    }
    let target = path.utf8Span.span
    let own = page.path.utf8Span.span
    // Behind the last slash that both paths have in common.
    var shared = 0
    var index = 0
    while index < target.count, index < own.count, target[index] == own[index] {
      index += 1
      if target[index - 1] == UInt8(ascii: "/") { shared = index }
    }
    index = shared
    while index < own.count {
      if own[index] == UInt8(ascii: "/") { output.append(contentsOf: "../".utf8) }
      index += 1
    }
    index = shared
    while index < target.count {
      output.append(target[index])
      index += 1
    }
    if output.count == start { output.append(contentsOf: "./".utf8) }
    appendFragment(into: &output)
  }

  private func appendFragment(into output: inout [UInt8]) {
    guard let fragment else { return }
    output.append(UInt8(ascii: "#"))
    output.append(contentsOf: fragment.utf8)
  }
}

/// Names to values, in source order; names are unique.
package struct OrderedMapping: Sendable {
  package var entries: [(name: String, value: Value)]
  package init(_ entries: [(name: String, value: Value)]) { self.entries = entries }
  /// The value of `name`; a linear search, mappings of contexts are small.
  package subscript(name: String) -> Value? { entries.first { $0.name == name }?.value }
}

/// An exact amount with its unit.
package struct Quantity: Hashable, Sendable {
  package var amount: Decimal
  package var unit: Unit
  package init(_ amount: Decimal, _ unit: Unit) {
    self.amount = amount
    self.unit = unit
  }
}

/// The units of the domain. A number with a unit is never added to one with another.
package enum Unit: String, Sendable, CaseIterable {
  case minutes, classHours, hours, credits, points, people, percent, money
}
