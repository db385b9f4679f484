import Arguments
import Diagnostics
import Files
import Publishing
import Training
import Values

/// `fields`: what can be written where, from the field tables themselves.
struct FieldsCommand {
  let arguments: ParsedArguments
  let language: Language

  func run(in world: World) -> Int32 {
    if arguments.operands.first == "layout" || arguments.operands.first == "版式" {
      world.output.write(LayoutReferenceText(language).markdown())
      return 0
    }
    if arguments.operands.first == "directives" || arguments.operands.first == "指令" {
      let folder = arguments.text(.layouts) ?? (arguments.text(.root) ?? ".") + "/layouts"
      let directives = DeclaredDirectives.read(layouts: folder, in: world)
      world.output.write(DirectiveReferenceText(language).markdown(of: directives))
      return 0
    }
    let declared = DeclaredKinds.read(arguments, in: world)
    let kinds = allRecordKinds + declared
    guard let name = arguments.operands.first else {
      world.output.write(FieldReferenceText(language).index(of: kinds, isMarkdown: arguments.has(.markdown)))
      return 0
    }
    guard let kind = kinds.find(name, language, world) else { return 2 }
    world.output.write(FieldReferenceText(language).reference(of: kind))
    return 0
  }
}

extension [RecordKind] {
  /// The kind called `name`, in English or Chinese; `nil` after saying which there are.
  func find(_ name: String, _ language: Language, _ world: World) -> RecordKind? {
    if let kind = first(where: { $0.name == name || $0.title == name }) { return kind }
    let problem = Diagnostic(
      "AR22", Message(zh: "没有“\(name)”这一种记录", en: "there is no kind of record \"\(name)\""), at: nil,
      repair: Suggestion.nearest(to: name, among: flatMap { [$0.name, $0.title] }).map {
        Message(zh: "是不是“\($0)”？", en: "did you mean \($0)?")
      }
        ?? Message(
          zh: "可用：" + map(\.name).joined(separator: " "), en: "known: " + map(\.name).joined(separator: " ")))
    world.report([problem], in: language)
    return nil
  }
}

/// The collections that the portal at hand declares, if there is one.
enum DeclaredKinds {
  /// What is wrong with the declarations is the business of `check`: those that can be used are listed.
  static func read(_ arguments: ParsedArguments, in world: World) -> [RecordKind] {
    let root = arguments.text(.root) ?? "."
    let content = arguments.text(.content) ?? root + "/content"
    let snapshot = world.files.snapshot(
      SnapshotRequest(folder: content + "/collections", label: "content/collections", jobs: 1))
    let tables = ContentLoader.collections(
      snapshot.files.map {
        ContentFile(relativePath: String($0.path.dropFirst("content/".count)), path: $0.path, bytes: $0.bytes ?? [])
      })
    return tables.collections.map(RecordKind.init)
  }
}

/// The reference of fields as text for a terminal or as the Markdown of a help page.
struct FieldReferenceText {
  private let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ zh: String, _ en: String) -> String { Message(zh: zh, en: en).text(in: language) }

  /// The kinds, a line each; as Markdown with all their fields.
  func index(of kinds: [RecordKind], isMarkdown: Bool) -> String {
    if isMarkdown { return kinds.map(markdown).joined(separator: "\n") }
    let width = (kinds.map(\.name.count).max() ?? 0) + 2
    return kinds.map { kind in
      kind.name + String(repeating: " ", count: width - kind.name.count) + kind.title + "  "
        + kind.places.map { "content/" + $0 }.joined(separator: say("、", ", ")) + "\n"
    }.joined() + say("详细：prospectus fields 种类\n", "more: prospectus fields TYPE\n")
  }

  /// One kind with its fields.
  func reference(of kind: RecordKind) -> String {
    var text = "\(kind.title) \(kind.name)\n"
    for place in kind.places { text += "  content/\(place)\n" }
    for field in kind.fields() { text += "\n" + lines(of: field, indentation: "") }
    return text
  }

  private func lines(of field: FieldReference, indentation: String) -> String {
    var text = indentation + field.name + "  " + ([field.header] + field.aliases).joined(separator: say("、", ", "))
    text += "  " + presence(of: field) + "\n"
    text += indentation + "    " + type(of: field) + example(of: field) { $0 } + "\n"
    if !field.doc.isEmpty { text += indentation + "    " + field.doc + "\n" }
    for nested in field.nested { text += lines(of: nested, indentation: indentation + "    ") }
    return text
  }

  private func presence(of field: FieldReference) -> String {
    var words = [
      field.isRequired
        ? say("必填", "required") : field.isDefaulted ? say("有默认值", "has a default") : say("可不写", "optional")
    ]
    if field.isPrivate { words.append(say("不公开", "not published")) }
    if let successor = field.successor { words.append(say("将停用，改用 ", "going to disappear, use ") + successor) }
    return words.joined(separator: say("，", ", "))
  }

  private func type(of field: FieldReference) -> String {
    let name = field.words.isEmpty ? field.typeName.text(in: language) : field.words.joined(separator: say("、", ", "))
    return field.isList ? say("几个：", "list of ") + name : name
  }

  /// An example, where it says more than the type: none for free text, for words that are all listed, for mappings whose
  /// fields follow.
  private func example(of field: FieldReference, _ shown: (String) -> String) -> String {
    guard field.words.isEmpty, field.nested.isEmpty, field.example != String.example else { return "" }
    return say("；如 ", "; as in ") + shown(field.example)
  }

  private func markdown(of kind: RecordKind) -> String {
    var text = "## \(kind.title) {#\(kind.name)}\n\n"
    text += kind.places.map { "`content/\(Self.cell($0))`" }.joined(separator: say("、", ", ")) + "\n\n"
    text += say("| 名称 | 栏目 | 要求 | 值 | 说明 |\n", "| name | header | demand | value | meaning |\n")
    text += "| --- | --- | --- | --- | --- |\n"
    for field in kind.fields() { text += rows(of: field, prefix: "") }
    return text
  }

  private func rows(of field: FieldReference, prefix: String) -> String {
    let cells = [
      "`\(prefix)\(field.name)`", Self.cell(([field.header] + field.aliases).joined(separator: say("、", ", "))),
      presence(of: field), Self.cell(type(of: field)) + example(of: field) { "`\(Self.cell($0))`" },
      Self.cell(field.doc),
    ]
    return "| " + cells.joined(separator: " | ") + " |\n"
      + field.nested.map { rows(of: $0, prefix: prefix + field.name + ".") }.joined()
  }

  /// Text that stays in its cell.
  static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("{{", with: "\\{{").replacing("<", with: "\\<")
  }
}
