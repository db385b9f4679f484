package import Diagnostics

extension ExpressionError {
  /// The rule that is broken.
  package var code: LayoutCode {
    switch kind {
    case .unclosedTag, .unclosedText, .unknownEscape, .unclosedBracket, .unknownCharacter, .unexpectedToken,
      .unexpectedEnd, .chainedTests:
      .syntax
    case .numberTooLarge, .tooDeep: .limit
    case .nestedTooDeep: .runLimit
    case .leftOut: .leftOut
    case .unknownVariable, .unsetVariable, .neverGiven: .unknownVariable
    case .unknownAttribute, .noAttributes: .unknownAttribute
    case .unknownFilter, .unknownTest, .unknownFunction, .notCallable: .unknownFilter
    case .missingArgument, .tooManyArguments, .unknownArgument, .repeatedArgument, .argumentNotLiteral,
      .invalidPattern:
      .arguments
    case .wrongInput, .wrongArgument, .wrongOperand, .differentOperands, .noElements, .noElement, .unpacking,
      .mixedItems, .notIterable, .notPrintable:
      .wrongType
    case .failing(let failure): failure.code
    case .unknownAsset(let name, _): EvaluationFailure.unknownAsset(name).code
    case .optionalUsed, .optionalAttribute, .optionalItems, .noElse, .noneUsed: .optional
    case .safeOnText: .safe
    case .unknownString, .missingPlaceholder, .unknownPlaceholder: .strings
    }
  }

  /// What is wrong, in a sentence.
  package var message: Message {
    switch kind {
    case .nestedTooDeep: EvaluationFailure.tooDeep.message
    case .unclosedTag: Message(zh: "标签未结束", en: "the tag has no end")
    case .unclosedText: Message(zh: "文字缺收尾的引号", en: "the text has no closing quote")
    case .unknownEscape:
      Message(zh: "反斜线后面不是可用的转义", en: "what stands behind the backslash is no escape")
    case .unclosedBracket(let bracket): Message(zh: "“\(bracket)”没有配对的括号", en: "“\(bracket)” is not closed")
    case .unknownCharacter(let character): unknownCharacter(character)
    case .unexpectedToken(let found, let wanted): unexpected("“\(found)”", "“\(found)”", wanted)
    case .unexpectedEnd(let wanted): unexpected("标签的结尾", "the end of the tag", wanted)
    case .numberTooLarge: Message(zh: "数字过大", en: "the number is too large")
    case .tooDeep:
      Message(
        zh: "表达式嵌套过深，上限 \(ExpressionLimits.depth) 层、\(ExpressionLimits.operators) 个运算",
        en: "the expression is too deep; the limits are \(ExpressionLimits.depth) levels and "
          + "\(ExpressionLimits.operators) operators")
    case .chainedTests: Message(zh: "is 不能连用", en: "tests with “is” do not chain")
    case .leftOut(let construct):
      Message(
        zh: "“\(construct.rawValue)”未收入本语言", en: "“\(construct.rawValue)” is left out of this language")
    case .unknownVariable(let name, _): Message(zh: "没有名为“\(name)”的变量", en: "there is no variable “\(name)”")
    case .unsetVariable(let name):
      Message(zh: "变量“\(name)”在此处还没有值", en: "the variable “\(name)” has no value here")
    case .neverGiven(let name, _):
      Message(zh: "没有页面或版式给出变量“\(name)”", en: "no page and no layout gives a variable “\(name)”")
    case .unknownAttribute(let owner, let name, _):
      Message(zh: "\(owner.zh) 没有属性“\(name)”", en: "\(owner.en) has no attribute “\(name)”")
    case .noAttributes(let owner, let name):
      Message(zh: "\(owner.zh)没有属性“\(name)”", en: "\(owner.en) has no attribute “\(name)”")
    case .unknownFilter(let name, _): Message(zh: "没有名为“\(name)”的过滤器", en: "there is no filter “\(name)”")
    case .unknownTest(let name, _): Message(zh: "没有名为“\(name)”的测试", en: "there is no test “\(name)”")
    case .unknownFunction(let name, _): Message(zh: "没有名为“\(name)”的函数或宏", en: "there is no function or macro “\(name)”")
    case .notCallable(let name): Message(zh: "“\(name)”不能调用", en: "“\(name)” cannot be called")
    case .missingArgument(let callee, let name):
      Message(zh: "\(callee) 缺参数“\(name)”", en: "\(callee) lacks the argument “\(name)”")
    case .tooManyArguments(let callee, let limit):
      Message(zh: "\(callee) 最多 \(limit) 个参数", en: "\(callee) takes at most \(limit) argument\(limit == 1 ? "" : "s")")
    case .unknownArgument(let callee, let name, _):
      Message(zh: "\(callee) 没有参数“\(name)”", en: "\(callee) has no argument “\(name)”")
    case .repeatedArgument(let callee, let name):
      Message(zh: "\(callee) 的参数“\(name)”给了两次", en: "\(callee) gets the argument “\(name)” twice")
    case .argumentNotLiteral(let callee, let name):
      Message(zh: "\(callee) 的参数“\(name)”须直接写出", en: "the argument “\(name)” of \(callee) is written out")
    case .wrongInput(let callee, let found, let wanted):
      Message(
        zh: "\(callee) 用于\(wanted.chinese)，这里是\(found.zh)", en: "\(callee) takes \(wanted.english), not \(found.en)")
    case .wrongArgument(let callee, let name, let found, let wanted):
      Message(
        zh: "\(callee) 的参数“\(name)”须是\(wanted.chinese)，这里是\(found.zh)",
        en: "the argument “\(name)” of \(callee) is \(wanted.english), not \(found.en)")
    case .wrongOperand(let symbol, let found, let wanted):
      Message(
        zh: "“\(symbol)”用于\(wanted.chinese)，这里是\(found.zh)", en: "“\(symbol)” takes \(wanted.english), not \(found.en)")
    case .differentOperands(let symbol, let left, let right):
      Message(
        zh: "“\(symbol)”两边须同类，这里是\(left.zh)和\(right.zh)",
        en: "“\(symbol)” takes two of a kind, not \(left.en) and \(right.en)")
    case .noElements(let type): Message(zh: "\(type.zh)不能用下标", en: "\(type.en) has no elements")
    case .noElement(let type, let place):
      Message(zh: "\(type.zh)没有第 \(place) 项", en: "\(type.en) has no element \(place)")
    case .unpacking(let expected, let found): EvaluationFailure.unpacking(expected: expected, found: found).message
    case .mixedItems(let filter, let type):
      Message(zh: "\(filter) 只能排同类的项，这里有\(type.zh)", en: "“\(filter)” orders items of one kind, not \(type.en)")
    case .notIterable(let type): Message(zh: "\(type.zh)不能用于 for", en: "“for” cannot walk \(type.en)")
    case .notPrintable(let type): Message(zh: "\(type.zh)不能直接输出", en: "\(type.en) cannot be printed")
    case .optionalUsed(let path, let type):
      Message(zh: "“\(path)”可能没有值（\(type.zh)）", en: "“\(path)” may be absent (\(type.en))")
    case .noElse: Undefined.Reason.noElse.message
    case .noneUsed:
      Message(zh: "none 是空值，不能输出，也不能参与运算", en: "none is nothing: it is neither printed nor computed with")
    case .optionalAttribute(let path, let type):
      Message(zh: "有的项可能没有“\(path)”（\(type.zh)）", en: "some items may lack “\(path)” (\(type.en))")
    case .optionalItems(let filter):
      Message(zh: "\(filter) 要用到的项可能没有值", en: "items that “\(filter)” needs may be absent")
    case .safeOnText: Message(zh: "safe 只用于已是标记的值，这里是文字", en: "“safe” is only for markup; this is text")
    case .invalidPattern(let callee, let value):
      Message(zh: "\(callee) 的参数值“\(value)”无效", en: "“\(value)” is no argument for \(callee)")
    case .failing(let failure): failure.message
    case .unknownAsset(let name, _): EvaluationFailure.unknownAsset(name).message
    case .unknownString(let key, _):
      Message(zh: "界面文字中没有键“\(key)”", en: "the interface strings lack the key “\(key)”")
    case .missingPlaceholder(let key, let name):
      Message(zh: "界面文字“\(key)”需要 \(name)=…", en: "the interface string “\(key)” needs \(name)=…")
    case .unknownPlaceholder(let key, let name):
      Message(zh: "界面文字“\(key)”没有占位符 {\(name)}", en: "the interface string “\(key)” has no placeholder {\(name)}")
    }
  }

  /// What to write instead.
  package var repair: Message? {
    switch kind {
    case .unknownVariable(_, let suggestion?), .unknownAttribute(_, _, let suggestion?),
      .unknownFilter(_, let suggestion?), .unknownTest(_, let suggestion?), .unknownFunction(_, let suggestion?),
      .unknownArgument(_, _, let suggestion?), .unknownString(_, let suggestion?), .unknownAsset(_, let suggestion?),
      .neverGiven(_, let suggestion?):
      Message(zh: "是否要写 `\(suggestion)`", en: "did you mean `\(suggestion)`")
    case .optionalUsed(let path, _):
      Message(
        zh: "先写 `{% if \(path) %}`，或用 `\(path)|default(…)`",
        en: "test it first with `{% if \(path) %}`, or write `\(path)|default(…)`")
    case .noElse: Message(zh: "补上 `else ''`", en: "add `else ''`")
    case .optionalAttribute(let path, _):
      Message(
        zh: "先用 `|selectattr('\(path)', 'defined')` 去掉没有的项",
        en: "leave those out with `|selectattr('\(path)', 'defined')` first")
    case .optionalItems(let filter):
      Message(
        zh: "先用 `|select` 去掉没有值的项，或用 `|map('default', …)|\(filter)`",
        en: "leave them out with `|select` first, or write `|map('default', …)|\(filter)`")
    case .leftOut(let construct): construct.repair
    case .safeOnText: Message(zh: "删去 `|safe`；文字会自动转义", en: "drop `|safe`; text is escaped by itself")
    case .chainedTests: Message(zh: "用 `and` 连接两个测试", en: "join the two tests with `and`")
    case .unknownEscape:
      Message(
        zh: "直接写这个字符；反斜线本身写成 `\\\\`，字符的编码写成 `\\xHH`、`\\uHHHH`",
        en: "write the character itself; a backslash is `\\\\`, a character's code `\\xHH` or `\\uHHHH`")
    case .unclosedTag: Message(zh: "补上 `}}` 或 `%}`", en: "add `}}` or `%}`")
    case .notPrintable(let type) where type.en == ValueType.boolean.english:
      Message(zh: "写成 `'…' if x else '…'`", en: "write `'…' if x else '…'`")
    case .unclosedText, .unclosedBracket, .unknownCharacter, .unexpectedToken, .unexpectedEnd, .numberTooLarge,
      .tooDeep, .nestedTooDeep, .unknownVariable, .unsetVariable, .neverGiven, .unknownAttribute, .noAttributes,
      .unknownFilter,
      .unknownTest,
      .unknownFunction, .notCallable, .missingArgument, .tooManyArguments, .unknownArgument, .repeatedArgument,
      .argumentNotLiteral, .invalidPattern, .failing, .noneUsed, .unknownAsset, .wrongInput, .wrongArgument,
      .wrongOperand, .differentOperands,
      .noElements, .noElement, .unpacking, .mixedItems, .notIterable, .notPrintable, .unknownString,
      .missingPlaceholder, .unknownPlaceholder:
      nil
    }
  }

  /// A name that nobody gives is certainly a slip where one that is given is near; else it may be for layouts to come.
  package var severity: Severity { if case .neverGiven(_, nil) = kind { .warning } else { .error } }

  /// The diagnostic for the user; `path` names the file the span belongs to.
  package func diagnostic(path: String, notes: [Diagnostic.Note] = []) -> Diagnostic {
    Diagnostic(code.code, severity, message, at: SourceLocation(path, span), notes: notes, repair: repair)
  }

  private func unexpected(_ zh: String, _ en: String, _ wanted: String?) -> Message {
    guard let wanted else { return Message(zh: "此处不应有\(zh)", en: "unexpected \(en)") }
    let words = ["expression": ("表达式", "an expression"), "name": ("名字", "a name")]
    let (wantedZh, wantedEn) = words[wanted] ?? ("“\(wanted)”", "“\(wanted)”")
    return Message(zh: "此处应为\(wantedZh)，不应是\(zh)", en: "expected \(wantedEn), found \(en)")
  }

  /// Full-width punctuation is the usual slip of a Chinese keyboard.
  private func unknownCharacter(_ character: String) -> Message {
    let halfWidth = [
      "，": ",", "（": "(", "）": ")", "：": ":", "。": ".", "｜": "|", "“": "\"", "”": "\"", "‘": "'", "’": "'",
      "【": "[", "】": "]", "＝": "=", "％": "%",
    ]
    if let half = halfWidth[character] {
      return Message(zh: "“\(character)”是全角标点，请改用半角 \(half)", en: "“\(character)” is full-width; write \(half)")
    }
    return Message(zh: "表达式中不能有“\(character)”", en: "“\(character)” cannot stand in an expression")
  }
}

extension LeftOut {
  /// What to write instead.
  package var repair: Message? {
    switch self {
    case .method: Message(zh: "改用过滤器，如 `|items`、`|upper`", en: "use a filter, such as `|items` or `|upper`")
    case .namespace: Message(zh: "用 `|sum`、`|selectattr` 等过滤器代替累加", en: "use filters such as `|sum` or `|selectattr`")
    case .cycler: Message(zh: "用 `loop.cycle(…)`", en: "use `loop.cycle(…)`")
    case .joiner: Message(zh: "用 `loop.first` 或 `|join`", en: "use `loop.first` or `|join`")
    case .caller, .call:
      Message(
        zh: "用带参数的宏，或 `{% set x %}…{% endset %}`", en: "use a macro with parameters, or `{% set x %}…{% endset %}`")
    case .filterBlock: Message(zh: "用 `{% set x | 过滤器 %}…{% endset %}`", en: "use `{% set x | filter %}…{% endset %}`")
    case .recursiveLoop, .recursiveInclude: Message(zh: "用调用自己的宏", en: "use a macro that calls itself")
    case .changingMacro:
      Message(
        zh: "在分支之外定义一次，把 `{% if %}` 写进宏里",
        en: "define it once, outside of branches, with the `{% if %}` inside the macro")
    case .selfInMacro:
      Message(
        zh: "先写 `{% set x = self.b() %}`，把 x 作为参数传给宏",
        en: "write `{% set x = self.b() %}` and pass x to the macro as an argument")
    case .withContext: Message(zh: "把所需的值作为参数传给宏", en: "pass the values to the macro as arguments")
    case .computedName: Message(zh: "用 `{% if %}` 在写明的名字中选择", en: "choose between written names with `{% if %}`")
    case .percentFormat: Message(zh: "用 `~` 连接", en: "join with `~`")
    case .argumentSpreading, .macroAsValue, .recordAsModule, .lipsum, .dict, .varargs, .kwargs, .autoescape,
      .loopChanged, .scopedBlock, .conditionalExtends, .nestedMacro, .blockInMacro, .attributeAssignment, .doStatement,
      .loopControl, .debug, .translation, .format, .wordwrap, .xmlattr, .urlize, .pprint, .random, .callable, .float:
      nil
    }
  }
}
