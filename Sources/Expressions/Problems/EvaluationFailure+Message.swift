package import Diagnostics

extension EvaluationFailure {
  /// The rule that is broken: LT30–LT33, and LT10 for interface strings.
  package var code: LayoutCode {
    switch self {
    case .undefined: .undefined
    case .wrongValue, .differentValues, .wrongArgument, .divisionByZero, .numberRange, .notIterable, .unpacking,
      .notPrintable, .emptyTemplate, .notAName, .markupAtTag, .unknownAsset, .notMarkup:
      .value
    case .tooDeep, .tooManySteps, .tooMuchOutput, .tooLarge: .runLimit
    case .rewritesMarkup: .leftOut
    case .unsafeAddress: .address
    case .unknownString, .missingPlaceholder: .strings
    }
  }

  /// What is wrong, in a sentence.
  package var message: Message {
    switch self {
    case .undefined(let reason): reason.message
    case .wrongValue(let callee, let found, let wanted):
      Message(
        zh: "\(callee) 用于\(wanted.chinese)，这里是\(found.chinese)",
        en: "\(callee) takes \(wanted.english), not \(found.english)")
    case .differentValues(let callee, let left, let right):
      Message(
        zh: "“\(callee)”两边须同类，这里是\(left.chinese)和\(right.chinese)",
        en: "“\(callee)” takes two of a kind, not \(left.english) and \(right.english)")
    case .wrongArgument(let callee, let value):
      Message(zh: "\(callee) 的参数值“\(value)”无效", en: "“\(value)” is no argument for \(callee)")
    case .divisionByZero: Message(zh: "除数为零", en: "division by zero")
    case .numberRange: Message(zh: "结果超出数的范围", en: "the result is out of range")
    case .notIterable(let found): Message(zh: "\(found.chinese)不能用于 for", en: "“for” cannot walk \(found.english)")
    case .unpacking(let expected, let found):
      Message(zh: "要拆成 \(expected) 个，实有 \(found) 个", en: "\(expected) names for \(found) values")
    case .notPrintable(let found): Message(zh: "\(found.chinese)不能直接输出", en: "\(found.english) cannot be printed")
    case .emptyTemplate: Message(zh: "没有内容", en: "nothing to render")
    case .tooDeep: Message(zh: "宏的调用或语句的嵌套过深", en: "macro calls or nested statements go too deep")
    case .tooManySteps: Message(zh: "循环的步数超过上限", en: "loops take more steps than the limit")
    case .tooMuchOutput: Message(zh: "输出的字节超过上限", en: "the output has more bytes than the limit")
    case .tooLarge: Message(zh: "算出的值太大，或要看的太多，超过上限", en: "what is computed or looked through is larger than the limit")
    case .rewritesMarkup(let callee):
      Message(
        zh: "\(callee) 不能截断或改写含标签的 HTML", en: "\(callee) cannot cut or rewrite HTML with tags or entities")
    case .unsafeAddress(let address):
      Message(
        zh: "链接“\(address)”的协议不在许可之列", en: "the scheme of the address “\(address)” is not allowed")
    case .notAName(let text):
      Message(zh: "“\(text)”不能作标签或属性的名字", en: "“\(text)” cannot be part of a tag or attribute name")
    case .markupAtTag: Message(zh: "“<”之后的值会成为标签", en: "the value behind “<” would become a tag")
    case .unknownString(let key): Message(zh: "界面文字中没有键“\(key)”", en: "the interface strings lack the key “\(key)”")
    case .missingPlaceholder(let key, let name):
      Message(zh: "界面文字“\(key)”需要 \(name)=…", en: "the interface string “\(key)” needs \(name)=…")
    case .unknownAsset(let name): Message(zh: "没有名为“\(name)”的资源文件", en: "there is no asset “\(name)”")
    case .notMarkup: Message(zh: "safe 只用于已是标记的值", en: "“safe” is only for markup")
    }
  }
}

extension Undefined.Reason {
  /// What was looked for.
  package var message: Message {
    switch self {
    case .variable(let name): Message(zh: "“\(name)”未定义", en: "“\(name)” is undefined")
    case .attribute(let owner, let name):
      Message(zh: "\(owner) 没有属性“\(name)”", en: "\(owner) has no attribute “\(name)”")
    case .element(let owner, let index): Message(zh: "\(owner) 没有第 \(index) 项", en: "\(owner) has no element \(index)")
    case .parameter(let name): Message(zh: "没有给参数“\(name)”", en: "the parameter “\(name)” was not given")
    case .noItem(let filter): Message(zh: "\(filter) 没有取到任何一项", en: "\(filter) found no item")
    case .noElse: Message(zh: "条件不成立且没有 else", en: "the condition is false and there is no else")
    }
  }
}
