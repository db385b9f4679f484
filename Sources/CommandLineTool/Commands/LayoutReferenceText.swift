import Diagnostics
import Expressions
import Portal
import Templates

/// The reference of the layout language: variables of each kind of page, filters, tests, functions, and how it differs
/// from Jinja2. Markdown, for the terminal and for the help page `banshi`.
struct LayoutReferenceText {
  private let language: Language

  init(_ language: Language) { self.language = language }

  /// The whole reference.
  func markdown() -> String {
    [variables(), directives(), filters(), tests(), functions(), differences(), leftOut()].joined(separator: "\n")
  }

  private func say(_ zh: String, _ en: String) -> String { Message(zh: zh, en: en).text(in: language) }

  private func name(of type: ValueType) -> String { Self.cell(say(type.chinese, type.english)) }

  private func heading(_ id: String, _ zh: String, _ en: String) -> String { "## \(say(zh, en)) {#\(id)}\n\n" }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    let line = "| " + header.joined(separator: " | ") + " |\n"
    return line + "|" + String(repeating: " --- |", count: header.count) + "\n"
      + rows.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private func variables() -> String {
    var text = heading("variables", "各种页面的变量", "Variables of each kind of page")
    text += say("每一页都有：\n\n", "Every page has:\n\n")
    text += table(
      [say("变量", "variable"), say("值", "value"), say("说明", "meaning")],
      pageGlobals.flatMap { global in
        global.type.attributes.map { ["`\(global.name).\($0.name)`", name(of: $0.type), Self.cell($0.doc)] }
      })
    text += say("\n各页另有：\n\n", "\nBesides:\n\n")
    return text
      + table(
        [say("版式", "layout"), say("变量", "variable"), say("值", "value")],
        allPageFamilies.flatMap { family in
          family.variables.map { ["`\(family.layout)`", "`\($0.name)`", name(of: $0.type)] }
        })
  }

  private func directives() -> String {
    heading("directives", "指令的版式", "Layouts of directives")
      + say(
        """
        `directives/名称.html` 显示正文里的 `:::名称`。开头声明写法和属性，每个属性就是一个变量；用法见[指令](help:zhiling)。

        ```text
        {% directive('container', doc='补充的话', example=':::note{title="计时办法"}…') %}
        {% attribute title: text(label=true, doc='第一行') %}
        {% attribute class: record('class', required=true, doc='哪个班') %}
        ```

        - `directive`：写法 `container`、`leaf`、`inline`（不写就都可以），`doc`、`example`，`one_of='file of body'` 表示这几个里写一个。
        - `attribute`：`required=true` 必写，`default=…` 默认值，`label=true` 可以写在名称后面，`doc`、`example`。
        - 除下表的变量，还有 `collections`：自建表，与各种页面的一样。


        """,
        """
        `directives/NAME.html` shows `:::NAME` of texts. Its head declares forms and attributes; each attribute is a variable.

        ```text
        {% directive('container', doc='…', example='…') %}
        {% attribute title: text(label=true, doc='…') %}
        {% attribute class: record('class', required=true, doc='…') %}
        ```

        - `directive`: forms `container`, `leaf`, `inline` (all when none is named), `doc`, `example`, `one_of='file of body'`.
        - `attribute`: `required=true`, `default=…`, `label=true` for the text behind the name, `doc`, `example`.
        - Besides the variables below there is `collections`, as on pages.


        """)
      + table(
        [say("变量", "variable"), say("值", "value"), say("说明", "meaning")],
        DirectiveDeclaration.variables.map { ["`\($0.name)`", name(of: $0.type), Self.cell($0.doc)] })
      + "\n"
      + table(
        [say("属性的类型", "type"), say("编辑写什么", "what editors write"), say("版式得到", "what layouts get")],
        AttributeType.samples.map { sample in
          ["`\(sample.written)`", Self.cell(sample.type.expected.text(in: language)), name(of: sample.type.valueType)]
        })
  }

  private func arguments(_ parameters: [Parameter]) -> String {
    let names = parameters.map { $0.isRequired ? $0.name : "[\($0.name)]" }
    return names.isEmpty ? "" : Self.cell("(" + names.joined(separator: ", ") + ")")
  }

  private var columns: [String] {
    [say("名称", "name"), say("用于", "takes"), say("作用", "what it does"), say("例", "example")]
  }

  private func filters() -> String {
    heading("filters", "过滤器", "Filters")
      + table(
        columns,
        Filter.all.map { filter in
          let names = ([filter.name] + filter.aliases).map(Self.cell).joined(separator: say("、", ", "))
          return [
            names + arguments(filter.parameters), kinds(filter.accepts), Self.cell(filter.doc.text(in: language)),
            Self.cell(filter.example),
          ]
        })
  }

  private func tests() -> String {
    heading("tests", "测试", "Tests")
      + table(
        columns,
        ValueTest.all.map { test in
          let names = ([test.name] + test.aliases).map(Self.cell).joined(separator: say("、", ", "))
          return [
            names + arguments(test.parameters), kinds(test.accepts), Self.cell(test.doc.text(in: language)),
            Self.cell(test.example),
          ]
        })
  }

  private func functions() -> String {
    heading("functions", "函数", "Functions")
      + table(
        [columns[0], columns[2], columns[3]],
        (Function.all + [Function.translation([])]).map {
          [Self.cell($0.name) + arguments($0.parameters), Self.cell($0.doc.text(in: language)), Self.cell($0.example)]
        })
  }

  private func differences() -> String {
    heading("differences", "与 Jinja2 的不同", "Differences from Jinja2")
      + table(
        [say("方面", "head"), say("这里", "here"), say("理由", "reason")],
        LayoutDifference.all.map {
          [
            $0.head.title.text(in: language), Self.cell($0.rule.text(in: language)),
            Self.cell($0.reason.text(in: language)),
          ]
        })
  }

  private func leftOut() -> String {
    heading("left-out", "没有收入的写法", "Left out")
      + say("写了会按名字拒绝，并指出位置。\n\n", "Refused by name and place.\n\n")
      + table(
        [say("Jinja2 的写法", "in Jinja2"), say("改写为", "write instead")],
        LeftOut.allCases.map { [Self.cell($0.rawValue), Self.cell($0.repair?.text(in: language) ?? "—")] })
  }

  private func kinds(_ kinds: ValueKinds) -> String {
    let everything = kinds.isSuperset(of: .present)
    return everything ? say("任何值", "anything") : Self.cell(say(kinds.chinese, kinds.english))
  }

  /// Text that stays in its cell and means nothing to Markdown.
  private static func cell(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\|{}<>&~*_[]`#".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
