import Diagnostics
import Files
import Markdown
import Portal

/// The reference of the directives that texts of a portal can use, from the heads of their layouts: the Markdown of the help
/// page `zhiling`, for the terminal as well.
struct DirectiveReferenceText {
  private let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ zh: String, _ en: String) -> String { Message(zh: zh, en: en).text(in: language) }

  /// How directives are written, then each with its attributes and an example.
  func markdown(of directives: [DirectiveDeclaration]) -> String {
    ([howTo()] + directives.map(section)).joined(separator: "\n")
  }

  private func howTo() -> String {
    say("## 怎样写 {#how}\n\n", "## How they are written {#how}\n\n")
      + table(
        [say("写法", "form"), say("用于", "for")],
        [
          [
            "`:::name{…}`" + say("，内容，`:::`", ", content, `:::`"),
            say("里面有内容的；各占一行", "what holds something; each on a line of its own"),
          ],
          ["`::name{…}`", say("没有内容的；独占一行", "what holds nothing; on a line of its own")],
          ["`:name[…]{…}`", say("写在一行文字里的", "what stands within a line")],
        ])
      + say(
        """

        - 冒号、花括号和等号用半角；属性之间空一格；值里有空格就加引号，如 `title="省时间的办法"`，中文引号“”也可以。
        - 名称后面空一格写的文字，就是下面标明“可写在名称后面”的那个属性：`:::tip 省时间的办法`。
        - 里面还有别的指令块时，外面的多写一个冒号：`::::details` …… `::::`。
        - 附件放在正文旁边的 `files/` 文件夹里；记录写编号；写错了，构建会指出是哪一行哪一列。


        """,
        """

        - Colons, braces and equals signs are ASCII; a blank parts attributes; values with blanks have quotes.
        - Text behind the name and a blank stands for the attribute that is marked so below: `:::tip Save time`.
        - Around other containers write one colon more: `::::details` … `::::`.
        - Attachments stand in a folder `files/` beside the text; records are named by id; mistakes are told by line and column.


        """)
  }

  private func section(_ directive: DirectiveDeclaration) -> String {
    var text = "## \(directive.name) {#\(directive.name)}\n\n"
    if !directive.doc.isEmpty {
      text += FieldReferenceText.cell(directive.doc) + (directive.doc.hasSuffix("。") ? "\n\n" : "。\n\n")
    }
    text +=
      say("写法：", "written ")
      + directive.forms.map { "`\($0.shape(directive.name, hasAttributes: !directive.attributes.isEmpty))`" }.joined(
        separator: say("、", ", "))
      + "\n\n"
    if !directive.attributes.isEmpty {
      text += table(
        [say("属性", "attribute"), say("要求", "demand"), say("值", "value"), say("说明", "meaning")],
        directive.attributes.map { row($0, of: directive) })
      text += "\n"
    }
    if !directive.example.isEmpty { text += "```text\n" + directive.example + "\n```\n" }
    return text
  }

  private func row(_ attribute: DirectiveAttributeDeclaration, of directive: DirectiveDeclaration) -> [String] {
    var demands: [String] = []
    if attribute.isRequired {
      demands.append(say("必写", "required"))
    } else if directive.oneOf.contains(attribute.name) {
      let others = directive.oneOf.map { $0 == "body" ? say("内容", "content") : "`\($0)`" }
      demands.append(others.joined(separator: say("、", ", ")) + say(" 写一个", ": one of them"))
    } else if let standard = attribute.standardText {
      demands.append(say("默认 ", "default ") + "`\(standard)`")
    } else {
      demands.append(say("可不写", "optional"))
    }
    if attribute.isLabel { demands.append(say("可写在名称后面", "may stand behind the name")) }
    let example = attribute.example.isEmpty ? "" : say("；如 ", "; as in ") + "`\(attribute.example)`"
    return [
      "`\(attribute.name)`", demands.joined(separator: say("，", ", ")),
      FieldReferenceText.cell(attribute.type.expected.text(in: language)) + example,
      FieldReferenceText.cell(attribute.doc),
    ]
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    "| " + header.joined(separator: " | ") + " |\n|" + String(repeating: " --- |", count: header.count) + "\n"
      + rows.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}

/// The directives of the portal at hand.
enum DeclaredDirectives {
  /// What is wrong with their layouts is the business of `check`.
  static func read(layouts folder: String, in world: World) -> [DirectiveDeclaration] {
    let request = SnapshotRequest(folder: folder + "/directives", label: "layouts/directives", jobs: 1)
    return DirectiveDeclaration.all(in: world.files.snapshot(request))
  }
}
