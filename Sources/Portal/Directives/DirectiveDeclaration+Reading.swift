import Diagnostics
import Expressions
import Markdown
import Templates
import Values

/// Reads the head of a directive's layout:
///
///     {% directive('container', doc='…', example='…') %}
///     {% attribute title: text(label=true, doc='…') %}
///
/// `directive` has the forms by position (`container`, `leaf`, `inline`; all three when none is named), `doc`, `example` and
/// `one_of`. Each attribute has `required`, `default`, `label`, `doc` and `example`, and by position what its type needs.
extension DirectiveDeclaration {
  /// `reserved`: names of variables that every directive's layout has.
  init(_ file: LayoutFile, reserved: [String], _ diagnostics: inout [Diagnostic]) {
    name = String(file.name.dropFirst(Self.folder.count).dropLast(".html".count))
    var reader = DeclarationReader(path: file.path)
    var forms: [DirectiveCall.Form] = []
    var options = DeclarationReader.Options()
    var attributes: [DirectiveAttributeDeclaration] = []
    for declaration in file.declarations() {
      if let attribute = declaration.attribute {
        if reserved.contains(attribute) || attributes.contains(where: { $0.name == attribute }) {
          reader.report(.declaredTwice(attribute), declaration.nameSpan)
        } else if let made = reader.attribute(attribute, declaration) {
          attributes.append(made)
        }
      } else {
        options = reader.options(of: declaration, ["doc", "example", "one_of"])
        forms = reader.forms(of: declaration)
      }
    }
    self.forms = forms.isEmpty ? [.container, .leaf, .inline] : forms
    doc = options.text("doc")
    example = options.text("example")
    oneOf = options.text("one_of").split(separator: " ").map(String.init)
    self.attributes = attributes
    if let span = options["one_of"]?.span {
      for name in oneOf where name != "body" && !attributes.contains(where: { $0.name == name }) {
        reader.report(.unknownOption(name, known: attributes.map(\.name)), span)
      }
    }
    diagnostics += reader.diagnostics
  }
}

/// The declarations of one layout.
private struct DeclarationReader {
  let path: String
  var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  /// Named arguments.
  struct Options {
    var arguments: [LayoutDeclaration.Argument] = []

    subscript(name: String) -> LayoutDeclaration.Argument? { arguments.first { $0.name == name } }

    func text(_ name: String) -> String { if case .text(let text) = self[name]?.value { text } else { "" } }
    func flag(_ name: String) -> Bool { self[name]?.value == .boolean(true) }
  }

  mutating func report(_ problem: DirectiveProblem, _ span: SourceSpan) {
    diagnostics.append(problem.diagnostic(at: SourceLocation(path, span)))
  }

  /// The named arguments, of which only `known` may be there.
  mutating func options(of declaration: LayoutDeclaration, _ known: [String]) -> Options {
    for argument in declaration.arguments {
      guard let name = argument.name else { continue }
      guard known.contains(name) else {
        report(.unknownOption(name, known: known), argument.nameSpan)
        continue
      }
      let isFlag = ["required", "label"].contains(name)
      switch argument.value {
      case .boolean where isFlag, .text where !isFlag, .number where ["default", "least", "most"].contains(name),
        .boolean where name == "default":
        break
      default: report(.wrongOption(name), argument.span)
      }
    }
    return Options(arguments: declaration.arguments.filter { $0.name != nil })
  }

  mutating func forms(of declaration: LayoutDeclaration) -> [DirectiveCall.Form] {
    var forms: [DirectiveCall.Form] = []
    let names = DirectiveCall.Form.allNames
    for argument in declaration.arguments where argument.name == nil {
      guard case .text(let word) = argument.value, let form = names.first(where: { $0.name == word }) else {
        report(.unknownForm(known: names.map(\.name)), argument.span)
        continue
      }
      forms.append(form.form)
    }
    return forms
  }

  mutating func attribute(_ name: String, _ declaration: LayoutDeclaration) -> DirectiveAttributeDeclaration? {
    guard let typeName = AttributeType.Name(rawValue: declaration.type) else {
      report(.unknownType(declaration.type), declaration.typeSpan)
      return nil
    }
    let common = ["required", "default", "label", "doc", "example"]
    let options = options(of: declaration, common + (typeName == .integer ? ["least", "most"] : []))
    guard let type = type(typeName, declaration, options) else { return nil }
    var standard: Value?
    if let argument = options["default"] {
      standard = Self.standard(argument.value, for: type)
      if standard == nil { report(.wrongDefault(type.expected), argument.span) }
    }
    return DirectiveAttributeDeclaration(
      name: name, type: type, isRequired: options.flag("required"), isLabel: options.flag("label"), standard: standard,
      standardText: standard.flatMap { try? Printing.text($0, page: SitePath("")) }, doc: options.text("doc"),
      example: options.text("example"))
  }

  private mutating func type(
    _ name: AttributeType.Name, _ declaration: LayoutDeclaration, _ options: Options
  ) -> AttributeType? {
    let words: [String] = declaration.arguments.filter { $0.name == nil }.compactMap {
      if case .text(let text) = $0.value { text } else { nil }
    }
    switch name {
    case .choice:
      if words.isEmpty { report(.missingArgument(name.rawValue), declaration.typeSpan) }
      return words.isEmpty ? nil : .choice(words)
    case .record: return kind(words, declaration).map { .record($0) }
    case .records: return kind(words, declaration).map { .records($0) }
    case .word:
      guard let kind = kind(words, declaration) else { return nil }
      guard words.count == 2, let attribute = kind.type().index(of: words[1]) else {
        report(.unknownOption(words.last ?? "", known: kind.type().attributes.map(\.name)), declaration.typeSpan)
        return nil
      }
      return .word(kind, attribute: attribute)
    case .integer:
      let (least, most) = (Self.integer(options["least"]) ?? 0, Self.integer(options["most"]) ?? Int.max)
      return .integer(least...max(least, most))
    case .text: return .text
    case .boolean: return .boolean
    case .attachment: return .attachment
    case .image: return .image
    case .csv: return .csv
    case .collection: return .collection
    case .columns: return .columns
    case .order: return .order
    case .filter: return .filter
    case .figure: return .figure
    }
  }

  private mutating func kind(_ words: [String], _ declaration: LayoutDeclaration) -> DirectiveRecordKind? {
    guard let word = words.first else {
      report(.missingArgument(declaration.type), declaration.typeSpan)
      return nil
    }
    if let kind = DirectiveRecordKind.named(word) { return kind }
    let span = declaration.arguments.first { $0.name == nil }?.span ?? declaration.typeSpan
    report(.unknownKind(word), span)
    return nil
  }

  private static func integer(_ argument: LayoutDeclaration.Argument?) -> Int? {
    if case .number(let number) = argument?.value { Int(number.description) } else { nil }
  }

  private static func standard(_ literal: LayoutDeclaration.Literal, for type: AttributeType) -> Value? {
    switch (type, literal) {
    case (.text, .text(let text)): .text(text)
    case (.choice(let words), .text(let text)): words.contains(text) ? .text(text) : nil
    case (.integer(let bounds), .number(let number)):
      Int(number.description).map(bounds.contains) == true ? .number(number) : nil
    case (.boolean, .boolean(let truth)): .boolean(truth)
    default: nil
    }
  }
}

extension DirectiveCall.Form {
  /// The forms as declarations name them.
  static let allNames: [(name: String, form: DirectiveCall.Form)] = [
    ("container", .container), ("leaf", .leaf), ("inline", .inline),
  ]
}
