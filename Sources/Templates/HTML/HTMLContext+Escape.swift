import Diagnostics
import Expressions

/// How a value is written at a place.
enum Escape: Hashable, Sendable, BitwiseCopyable {
  /// Text: markup as it is, all else escaped.
  case text
  /// Everything escaped; of markup only `byte`, the one that would leave the place.
  case guarded(UInt8)
  /// Everything escaped, markup too.
  case plain
  /// Letters, digits and hyphens only: part of a tag or attribute name.
  case name
  /// Behind `<`: nothing that would begin a tag.
  case behindBracket
  /// A JSON value.
  case json
  /// Inside a JSON text.
  case jsonText
  /// JSON that a filter has written, inside a script.
  case script
  /// Nothing is escaped (comparisons with Jinja2 only).
  case none
}

extension HTMLContext {
  /// Why an expression cannot stand somewhere.
  enum Refusal: Hashable, Sendable {
    case unquoted, eventHandler, style, script, scriptText, lostScript, importMap, tag, tagName, attributeName,
      document, declaration, scriptCondition, lineComment, codeAddress

    var message: Message {
      switch self {
      case .unquoted: Message(zh: "属性值中的表达式须加引号", en: "an attribute value with an expression is quoted")
      case .eventHandler: Message(zh: "事件属性（on…）中不能有表达式", en: "event handlers (on…) hold no expressions")
      case .style: Message(zh: "style 中不能有表达式", en: "styles hold no expressions")
      case .codeAddress:
        Message(
          zh: "这里的网址决定载入什么脚本、样式或页面，须是本站的",
          en: "an address by which scripts, styles or pages are loaded leads into this portal")
      case .lineComment:
        Message(zh: "脚本的行注释里，值不能换行", en: "in a line comment of a script a value has no line ends")
      case .script, .scriptCondition:
        Message(zh: "脚本中的表达式只能是 …|tojson", en: "in a script an expression ends with |tojson")
      case .scriptText:
        Message(
          zh: "脚本的字符串、模板、正则表达式、注释里不能有表达式",
          en: "strings, templates, regular expressions and comments of a script hold no expressions")
      case .lostScript:
        Message(
          zh: "前面的脚本可以有两种读法（除号，还是正则表达式），不能断定这里是代码",
          en:
            "the script before this can be read in two ways (a division, or a regular expression); this may be no code")
      case .importMap:
        Message(zh: "importmap 和 speculationrules 中不能有表达式", en: "import maps and speculation rules hold no expressions")
      case .tag: Message(zh: "标签内的表达式须在属性值的引号中", en: "inside a tag an expression stands in a quoted value")
      case .tagName:
        Message(zh: "这个标签名可能变成 script 一类的标签", en: "this tag's name might become script or one of its kind")
      case .attributeName:
        Message(zh: "只有 data- 和 aria- 属性的名字可以含表达式", en: "only names of data- and aria- attributes hold expressions")
      case .document: Message(zh: "srcdoc 中不能有表达式", en: "srcdoc holds no expressions")
      case .declaration: Message(zh: "声明中不能有表达式", en: "declarations hold no expressions")
      }
    }

    var repair: Message? {
      switch self {
      case .unquoted, .tag: Message(zh: "写成 `名字=\"{{ … }}\"`", en: "write `name=\"{{ … }}\"`")
      case .eventHandler:
        Message(zh: "把值放进 data- 属性，由脚本读取", en: "put the value into a data- attribute for the script to read")
      case .style: Message(zh: "改用 class", en: "use a class")
      case .script: Message(zh: "写成 `{{ …|tojson }}`", en: "write `{{ …|tojson }}`")
      case .lostScript:
        Message(
          zh: "把值放在脚本的开头：`const 名字 = {{ …|tojson }};`",
          en: "put values at the head of the script: `const name = {{ …|tojson }};`")
      case .scriptText:
        Message(
          zh: "去掉引号，值自带引号：`const 名字 = {{ …|tojson }}`",
          en: "without quotes, the value has its own: `const name = {{ …|tojson }}`")
      case .tagName: Message(zh: "把标签名写完整，或用 {% if %} 分开写", en: "write the name out, in branches of an {% if %}")
      case .scriptCondition:
        Message(
          zh: "写成 `{{ (… if … else …)|tojson }}`，或两边都写 `|tojson`",
          en: "write `{{ (… if … else …)|tojson }}`, or `|tojson` on both sides")
      case .lineComment: Message(zh: "去掉 `indent`", en: "write `|tojson` without `indent`")
      case .codeAddress:
        Message(
          zh: "用 `|asset` 或 `|url`，或直接写出路径的开头：`\"assets/{{ … }}\"`；<link> 的 rel 写在 href 之前",
          en: "use `|asset` or `|url`, or write the path's beginning: `\"assets/{{ … }}\"`; rel stands before href")
      case .attributeName, .document, .declaration, .importMap: nil
      }
    }
  }

  /// How an expression is escaped here, or why it is refused.
  var escape: Result<Escape, RefusedPlace> {
    switch place {
    case .text: .success(.text)
    case .plainContent: .success(.guarded(UInt8(ascii: "<")))
    case .tagOpen: .success(.behindBracket)
    case .tagName: mayBeSpecial ? .failure(RefusedPlace(.tagName)) : .success(.name)
    case .attributeName:
      attributeName.hasPrefix("data-") || attributeName.hasPrefix("aria-")
        ? .success(.name) : .failure(RefusedPlace(.attributeName))
    case .tag, .openName, .openValue, .afterAttributeName: .failure(RefusedPlace(.tag))
    case .beforeValue, .unquotedValue: .failure(RefusedPlace(.unquoted))
    case .value(let quote): valueEscape(quote)
    case .comment: .success(.plain)
    case .declaration: .failure(RefusedPlace(.declaration))
    case .style: .failure(RefusedPlace(.style))
    case .script:
      script.takesValue ? .success(.script) : .failure(RefusedPlace(script.isLost ? .lostScript : .scriptText))
    case .json, .jsonText:
      isImportMap ? .failure(RefusedPlace(.importMap)) : .success(place == .json ? .json : .jsonText)
    }
  }

  private func valueEscape(_ quote: UInt8) -> Result<Escape, RefusedPlace> {
    switch attribute {
    case .plain, .address: .success(.guarded(quote))
    case .eventHandler: .failure(RefusedPlace(.eventHandler))
    case .style: .failure(RefusedPlace(.style))
    case .document: .failure(RefusedPlace(.document))
    }
  }

  /// `Refusal` as an error.
  struct RefusedPlace: Error {
    let refusal: Refusal
    init(_ refusal: Refusal) { self.refusal = refusal }
  }

  /// The place where two branches meet; `nil` when they are at different places.
  func joined(with other: HTMLContext) -> HTMLContext? {
    if self == other { return self }
    if Self.inTag.contains(place), Self.inTag.contains(other.place), element == other.element,
      isEndTag == other.isEndTag
    {
      var joined = self
      let places = [place, other.place]
      if places.contains(where: Self.namesOpen.contains) {
        joined.place = .openName
      } else {
        joined.place = places.allSatisfy { $0 == .tag } ? .tag : .openValue
      }
      joined.forgetAttribute(besides: other)
      return joined
    }
    return place == other.place && place == .text ? joinedText(with: other) : joinedScript(with: other)
  }

  private static let inTag: [Place] = [.tagName, .tag, .openName, .openValue, .attributeName, .afterAttributeName]
  private static let namesOpen: [Place] = [.tagName, .attributeName, .openName]

  /// Whether a letter here would belong to the name of the tag or of an attribute.
  var hasOpenName: Bool { Self.namesOpen.contains(place) }

  /// A place's name in messages.
  struct Description: Hashable, Sendable {
    var zh: String
    var en: String
  }

  var description: Description {
    switch place {
    case .text: Description(zh: "正文", en: "text")
    case .plainContent: Description(zh: "\(element) 的内容", en: "the content of \(element)")
    case .tagOpen: Description(zh: "“<”之后", en: "a “<”")
    case .tagName, .tag, .openName, .openValue, .attributeName, .afterAttributeName: Description(zh: "标签内", en: "a tag")
    case .beforeValue, .unquotedValue: Description(zh: "不带引号的属性值", en: "an unquoted attribute value")
    case .value: Description(zh: "属性“\(attributeName)”的值", en: "the value of “\(attributeName)”")
    case .comment: Description(zh: "注释", en: "a comment")
    case .declaration: Description(zh: "声明", en: "a declaration")
    case .style: Description(zh: "style", en: "style")
    case .script: Description(zh: "script", en: "script")
    case .json, .jsonText: Description(zh: "JSON", en: "JSON")
    }
  }
}
