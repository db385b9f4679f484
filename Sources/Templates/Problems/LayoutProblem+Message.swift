import Diagnostics
import Expressions

extension LayoutProblem {
  var code: LayoutCode {
    switch kind {
    case .expression(let error): error.code
    case .encoding: .encoding
    case .tooLarge, .tooDeep, .tooManyLayouts, .tooManyKindsOfCalls: .limit
    case .unknownTag, .unexpectedEnd, .unclosed, .wrongEndName: .tags
    case .missingLayout: .missingLayout
    case .circle: .circle
    case .extendsTwice, .blockTwice, .blockUnknown, .blockRequired, .requiredBlockContent, .blockCallsItself,
      .textOutsideBlocks:
      .blocks
    case .notExported: .imports
    case .parameterTwice: .macros
    case .declarationElsewhere, .declarationInside: .declarations
    case .unusedMacro: .unused
    case .refusedPlace: .place
    case .branchesDiffer, .bodyChangesPlace, .unclearPlace: .branches
    }
  }

  var severity: Severity {
    switch kind {
    case .blockUnknown(_, _, _, let isRefused): isRefused ? .error : .warning
    case .unusedMacro, .textOutsideBlocks: .warning
    case .expression(let error): error.severity
    case .encoding, .tooLarge, .tooDeep, .tooManyLayouts, .tooManyKindsOfCalls, .unknownTag, .unexpectedEnd, .unclosed,
      .wrongEndName, .missingLayout, .circle, .extendsTwice, .blockTwice, .blockRequired, .requiredBlockContent,
      .blockCallsItself, .notExported, .parameterTwice, .declarationElsewhere, .declarationInside, .refusedPlace,
      .branchesDiffer, .bodyChangesPlace, .unclearPlace:
      .error
    }
  }

  var message: Message {
    switch kind {
    case .expression(let error): error.message
    case .encoding: Message(zh: "版式不是 UTF-8 文字", en: "the layout is not UTF-8 text")
    case .tooLarge(let limit): Message(zh: "版式过大，上限 \(limit) 字节", en: "the layout is larger than \(limit) bytes")
    case .tooDeep:
      Message(
        zh: "语句嵌套过深，上限 \(ExpressionLimits.depth) 层",
        en: "statements are nested deeper than \(ExpressionLimits.depth) levels")
    case .unknownTag(let name, _): Message(zh: "没有“\(name)”这个语句", en: "there is no statement “\(name)”")
    case .unexpectedEnd(let tag, let open):
      if let open {
        Message(zh: "“\(open)”未结束就遇到“\(tag)”", en: "“\(tag)” stands before “\(open)” is closed")
      } else {
        Message(zh: "“\(tag)”没有与之相配的开头", en: "“\(tag)” closes nothing")
      }
    case .unclosed(let tag): Message(zh: "“\(tag)”没有结束", en: "“\(tag)” is not closed")
    case .wrongEndName(let found, let wanted):
      Message(zh: "这里结束的是“\(wanted)”，不是“\(found)”", en: "this closes “\(wanted)”, not “\(found)”")
    case .missingLayout(let name, _): Message(zh: "没有版式“\(name)”", en: "there is no layout “\(name)”")
    case .circle(let names):
      Message(
        zh: "版式绕成一圈：\(names.joined(separator: " → "))",
        en: "layouts go in a circle: \(names.joined(separator: " → "))")
    case .extendsTwice: Message(zh: "extends 只能有一个", en: "a layout extends one other")
    case .tooManyLayouts(let limit):
      Message(zh: "引入的版式超过 \(limit) 份", en: "more than \(limit) layouts are drawn in")
    case .tooManyKindsOfCalls(let limit):
      Message(
        zh: "同一个块或宏的调用方式（参数类型、在页面中的位置）超过 \(limit) 种",
        en: "one block or macro is called in more than \(limit) ways (types of arguments, places in the page)")
    case .blockTwice(let name): Message(zh: "块“\(name)”定义了两次", en: "the block “\(name)” is defined twice")
    case .blockUnknown(let name, let parent, _, _):
      Message(zh: "“\(parent)”没有块“\(name)”，这里的内容不会出现", en: "“\(parent)” has no block “\(name)”; this is never shown")
    case .blockRequired(let name, let layout):
      Message(zh: "须给出“\(layout)”要求的块“\(name)”", en: "the block “\(name)” that “\(layout)” requires is missing")
    case .requiredBlockContent(let name):
      Message(zh: "必填的块“\(name)”本身只能是空白", en: "a required block (“\(name)”) holds blanks only")
    case .blockCallsItself(let name): Message(zh: "块“\(name)”调用了自己", en: "the block “\(name)” calls itself")
    case .textOutsideBlocks:
      Message(zh: "extends 之后、块之外的内容不会出现", en: "what stands outside blocks behind extends is never shown")
    case .notExported(let name, let layout, _):
      Message(zh: "“\(layout)”没有定义“\(name)”", en: "“\(layout)” does not define “\(name)”")
    case .parameterTwice(let name): Message(zh: "参数“\(name)”写了两次", en: "the parameter “\(name)” is there twice")
    case .declarationElsewhere:
      Message(
        zh: "只有 directives/ 里的版式可以声明 directive 和 attribute",
        en: "directive and attribute are declared in layouts of directives/ only")
    case .declarationInside(let tag):
      Message(zh: "“\(tag)”写在版式的开头，不在别的语句里面", en: "“\(tag)” stands at the head of a layout, not inside a statement")
    case .unusedMacro(let name): Message(zh: "宏“\(name)”没有用到", en: "the macro “\(name)” is never used")
    case .refusedPlace(let refusal): refusal.message
    case .branchesDiffer(let one, let other):
      Message(
        zh: "各分支须在 HTML 的同一处结束：一处在\(one.zh)，一处在\(other.zh)",
        en: "branches end at the same place of the HTML: one ends in \(one.en), another in \(other.en)")
    case .bodyChangesPlace(let before, let after):
      Message(
        zh: "循环、宏和 {% set %} 的内容须在它开始的地方结束：开始于\(before.zh)，结束于\(after.zh)",
        en:
          "what a loop, a macro or a {% set %} holds ends where it begins: it begins in \(before.en) and ends in \(after.en)"
      )
    case .unclearPlace:
      Message(
        zh: "这段 HTML 是名字、注释或标签的一部分，还是别的，取决于它前面打印了什么",
        en: "whether this HTML belongs to a name, a comment or a tag depends on what is printed before it")
    }
  }

  var repair: Message? {
    switch kind {
    case .unclearPlace:
      Message(
        zh: "标签名、属性名、注释和结束标签各写在一处，不用分支拆开；属性值的引号要成对；普通的“<”写成 &lt;",
        en:
          "write names of tags and attributes, comments and end tags in one piece each, and both quotes of a value; a mere “<” is written &lt;"
      )
    case .expression(let error): error.repair
    case .unknownTag(_, let suggestion?), .missingLayout(_, let suggestion?), .blockUnknown(_, _, let suggestion?, _),
      .notExported(_, _, let suggestion?):
      Message(zh: "是否要写 `\(suggestion)`", en: "did you mean `\(suggestion)`")
    case .refusedPlace(let refusal): refusal.repair
    case .encoding, .tooLarge, .tooDeep, .tooManyLayouts, .tooManyKindsOfCalls, .unknownTag, .unexpectedEnd, .unclosed,
      .wrongEndName,
      .missingLayout, .circle, .extendsTwice, .blockTwice, .blockUnknown, .blockRequired, .requiredBlockContent,
      .blockCallsItself, .textOutsideBlocks, .notExported, .parameterTwice, .declarationElsewhere, .declarationInside,
      .unusedMacro, .branchesDiffer, .bodyChangesPlace:
      nil
    }
  }

  private var relatedMessage: Message {
    switch kind {
    case .unclosed: Message(zh: "到此处文件已结束", en: "the file ends here")
    case .unexpectedEnd, .wrongEndName: Message(zh: "开头在此处", en: "opened here")
    default: Message(zh: "先在此处", en: "first here")
    }
  }

  /// The diagnostic for a problem in the file at `path`.
  func diagnostic(path: String) -> Diagnostic {
    var notes: [Diagnostic.Note] = []
    if let related {
      notes.append(.init(relatedMessage, at: SourceLocation(path, related)))
    }
    return Diagnostic(
      code.code, severity, message, at: SourceLocation(path, span), notes: notes, repair: repair)
  }
}
