import Diagnostics
import Expressions
import Markdown
import Training
import Values

/// One use of a directive in a text: its attributes are read by their declarations, then its layout shows them.
struct DirectiveRenderer {
  private let call: DirectiveCall
  private let directive: DirectiveDeclaration
  private let host: PageHost
  private var reader: AttributeReader
  /// What was written for each attribute of the declaration.
  private var given: [DirectiveAttribute?]
  private var values: [Value]

  /// Checks and renders `call`. What is wrong is told once; then the HTML is what the directive holds.
  static func render(_ call: DirectiveCall, on host: PageHost) -> DirectiveRendering {
    let directives = host.layouts.directives
    guard let directive = directives.first(where: { $0.name == call.name }) else {
      let problem = DirectiveProblem.unknownDirective(call.name, known: directives.map(\.name))
      return DirectiveRendering(
        html: call.inner.isEmpty ? placeholder : call.inner,
        diagnostics: [problem.diagnostic(at: SourceLocation(host.text.path, call.nameSpan))])
    }
    host.reads?.note(.layout, directive.layout)
    var renderer = DirectiveRenderer(call, directive, host)
    return renderer.render()
  }

  private init(_ call: DirectiveCall, _ directive: DirectiveDeclaration, _ host: PageHost) {
    self.call = call
    self.directive = directive
    self.host = host
    reader = AttributeReader(host: host, directive: directive)
    given = Array(repeating: nil, count: directive.attributes.count)
    values = directive.attributes.map { $0.standard ?? $0.type.emptyValue ?? .none }
  }

  private mutating func render() -> DirectiveRendering {
    checkForm()
    collect()
    checkPresence()
    for (index, attribute) in directive.attributes.enumerated() {
      guard let written = given[index], let value = reader.value(of: attribute, written) else { continue }
      values[index] = value
    }
    readTable()
    guard !reader.diagnostics.hasErrors, host.layouts.isSound, host.rendersDirectives else {
      return DirectiveRendering(html: held, diagnostics: reader.diagnostics)
    }
    guard !reader.isIncomplete else {
      return DirectiveRendering(html: Self.placeholder, diagnostics: reader.diagnostics)
    }
    host.reads?.note(.courses)
    var html: [UInt8] = []
    let problem = host.layouts.render(
      directive.layout, host.directiveGlobals + [.html(Markup(call.inner)), .boolean(call.form == .inline)] + values,
      page: host.page.path, log: host.reads?.fields, into: &html)
    return DirectiveRendering(html: html, diagnostics: reader.diagnostics + (problem.map { [$0] } ?? []))
  }

  /// Stands for a directive that shows nothing, so that the one around it is not called empty.
  private static let placeholder = Array("<!-- -->".utf8)

  /// What is shown of a directive without its layout.
  private var held: [UInt8] { call.inner.isEmpty ? Self.placeholder : call.inner }

  private var hasBody: Bool { call.inner.contains { $0 > 0x20 } }

  private mutating func checkForm() {
    if directive.forms.contains(call.form) { return }
    // `:::name` for `::name` holds nothing and means the same.
    if call.form == .container, directive.forms.contains(.leaf), !hasBody { return }
    reader.report(.wrongForm(directive.name, allowed: directive.forms), call.nameSpan)
  }

  /// Sorts what is written to the attributes it is for.
  private mutating func collect() {
    for (position, attribute) in call.attributes.enumerated() {
      guard let index = directive.attributes.firstIndex(where: { $0.name == attribute.name }) else {
        if position > 0, attribute.continues(call.attributes[position - 1]) {
          let before = call.attributes[position - 1]
          // One message for all the words of a value.
          if !before.value.text.isEmpty {
            reader.report(.unquotedBlank(before.name, before.value.text, attribute.name), attribute.nameSpan)
          }
          continue
        }
        reader.report(
          .unknownAttribute(attribute.name, of: directive.name, known: directive.attributes.map(\.name)),
          attribute.nameSpan)
        continue
      }
      if let first = given[index] {
        let place = SourceLocation(host.text.path, first.nameSpan)
        reader.report(.attributeTwice(attribute.name, first: place), attribute.nameSpan)
      } else {
        given[index] = attribute
      }
    }
    guard let label = call.label, !label.text.isEmpty else { return }
    guard let index = directive.label else { return reader.report(.noLabel(directive.name), label.span) }
    if let first = given[index] {
      let place = SourceLocation(host.text.path, first.nameSpan)
      reader.report(.attributeTwice(directive.attributes[index].name, first: place), label.span)
    } else {
      given[index] = DirectiveAttribute(
        name: directive.attributes[index].name,
        nameSpan: SourceSpan(Int(label.span.start) - 1, Int(label.span.start) - 1),
        value: label)
    }
  }

  /// Missing attributes, unless one was written whose name is wrong: that may be the one.
  private mutating func checkPresence() {
    guard reader.diagnostics.isEmpty else { return }
    let missing = directive.attributes.indices.filter { directive.attributes[$0].isRequired && given[$0] == nil }
    if !missing.isEmpty {
      reader.report(.missing(missing.map { directive.attributes[$0] }, of: directive.name), call.nameSpan)
    }
    guard !directive.oneOf.isEmpty else { return }
    let written = directive.attributes.indices.filter {
      given[$0] != nil && directive.oneOf.contains(directive.attributes[$0].name)
    }
    let bodyCounts = hasBody && directive.oneOf.contains("body")
    if written.isEmpty, !bodyCounts {
      reader.report(.missingOneOf(directive.oneOf, of: directive.name), call.nameSpan)
    } else if written.count > 1 {
      reader.report(.tooManyOf(directive.oneOf), given[written[1]]?.nameSpan ?? call.nameSpan)
    } else if written.count == 1, bodyCounts {
      reader.report(.tooManyOf(directive.oneOf), given[written[0]]?.nameSpan ?? call.nameSpan)
    }
  }

  // MARK: Tables

  private mutating func readTable() {
    let attributes = directive.attributes
    guard let source = attributes.indices.first(where: { attributes[$0].type.isTable && given[$0] != nil }) else {
      // Columns of no table.
      let tables = attributes.filter(\.type.isTable).map(\.name)
      for (attribute, written) in zip(attributes, given) {
        guard let written, reader.diagnostics.isEmpty else { continue }
        switch attribute.type {
        case .columns, .order, .filter: reader.report(.noTable(attribute.name, tables: tables), written.nameSpan)
        default: break
        }
      }
      return
    }
    guard let written = given[source], var table = table(attributes[source], written) else { return }
    let allRows = table.rows.count
    for (index, attribute) in attributes.enumerated() {
      guard let written = given[index] else { continue }
      switch attribute.type {
      case .columns:
        let columns = columns(written, of: table)
        if !columns.isEmpty { table.show(columns.map(\.column)) }
        values[index] = .list(columns.map { .text(table.names[$0.column]) })
      case .order:
        table.sort(by: columns(written, of: table).map { ($0.column, $0.isDescending) })
        values[index] = .text(written.value.text)
      case .filter:
        filter(&table, written)
        values[index] = .text(written.value.text)
        if table.rows.isEmpty, allRows > 0, reader.diagnostics.isEmpty { reader.report(.noRows, written.value.span) }
      default: break
      }
    }
    values[source] = table.value
  }

  private mutating func table(
    _ attribute: DirectiveAttributeDeclaration, _ written: DirectiveAttribute
  ) -> DirectiveTable? {
    let (text, span) = (written.value.text, written.value.span)
    guard !text.isEmpty else {
      reader.report(.noValue(attribute.name, expected: attribute.type.expected), written.nameSpan)
      return nil
    }
    guard case .csv = attribute.type else {
      let collections = host.context.model.collections
      guard let collection = collections.first(where: { $0.name == text }) else {
        // Its declaration may be what could not be read.
        guard host.rendersDirectives else { return nil }
        reader.report(.unknownCollection(text, known: collections.map(\.name)), span)
        return nil
      }
      host.reads?.note(.collection, text)
      return DirectiveTable(collection, in: host.context.model)
    }
    guard let file = reader.file(text, span, endings: ["csv"]) else { return nil }
    let (table, problems) = CSVReader.read(file.bytes, path: "content/" + file.path)
    reader.add(problems)
    guard let table else {
      if !problems.hasErrors { reader.report(.emptyTable(text), span) }
      return nil
    }
    let ragged = (0..<table.rowCount).compactMap { table.raggedness($0) }
    reader.add(ragged)
    return ragged.isEmpty ? DirectiveTable(table, path: file.path) : nil
  }

  /// The columns that a list names; `-` stands before those that run down.
  private mutating func columns(
    _ written: DirectiveAttribute, of table: DirectiveTable
  ) -> [(column: Int, isDescending: Bool)] {
    var columns: [(column: Int, isDescending: Bool)] = []
    for (text, span) in reader.pieces(of: written.value.text, at: written.value.span) {
      let isDescending = text.hasPrefix("-") || text.hasPrefix("－")
      let name = isDescending ? String(text.dropFirst()) : text
      if let column = table.column(text) {
        columns.append((column, false))
      } else if let column = table.column(name) {
        columns.append((column, isDescending))
      } else {
        reader.report(.unknownColumn(name, known: table.names), span)
      }
    }
    return columns
  }

  private mutating func filter(_ table: inout DirectiveTable, _ written: DirectiveAttribute) {
    let span = written.value.span
    guard let bytes = host.context.model.files.bytes(of: host.text.path) else { return }
    let (expression, problems) = CompiledExpression.compile(bytes, span, path: host.text.path, scope: table.scope)
    guard let expression else { return reader.add(Array(problems.prefix(1))) }
    switch expression.type {
    case .boolean, .any: break
    default: return reader.report(.filterIsNoCondition, span)
    }
    // Rows that could not be read have their own messages.
    guard host.rendersDirectives else { return }
    do throws(EvaluationError) {
      try table.keep(where: expression, text: written.value.text, log: host.reads?.fields)
    } catch {
      reader.report(.filterFails, span)
    }
  }
}

extension DirectiveAttribute {
  /// Whether it looks like a further word of the value of `before`, which has no quotes: one blank parts them, and it is no key.
  fileprivate func continues(_ before: DirectiveAttribute) -> Bool {
    let end = before.value.text.isEmpty ? before.nameSpan.end : before.value.span.end
    return value.text.isEmpty && value.span.start == nameSpan.end && nameSpan.start == end + 1
      && name.utf8.contains { $0 >= 0x80 }
  }
}
