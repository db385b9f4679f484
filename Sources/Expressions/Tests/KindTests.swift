import Diagnostics
import Values

/// Tests of what a value is.
extension ValueTest {
  private static func kind(
    _ name: String, aliases: [String] = [], _ kinds: ValueKinds, doc: Message, example: String
  ) -> ValueTest {
    ValueTest(name, aliases: aliases, doc: doc, example: example) { value, _ throws(EvaluationFailure) in
      // As in Jinja, what is missing is of no kind; only walking it is an error.
      if case .undefined(let undefined) = value, name == "iterable" { throw .undefined(undefined.reason) }
      return kinds.contains(value.kind)
    }
  }

  static let isDefined = ValueTest(
    "defined", doc: Message(zh: "有这个值；可缺的已给出", en: "There is such a value; an optional one is given"),
    example: "{% if course.seats is defined %}"
  ) { value, _ throws(EvaluationFailure) in value.kind != .undefined }
  static let isUndefined = kind(
    "undefined", .undefined, doc: Message(zh: "没有这个值", en: "There is no such value"),
    example: "{% if title is undefined %}")
  /// `defined` for what an optional attribute gives.
  static let isGiven = ValueTest("defined", doc: isDefined.doc, example: isDefined.example) {
    value, _ throws(EvaluationFailure) in value.kind != .undefined && value.kind != .none
  }
  /// `undefined` for the same.
  static let isNotGiven = kind("undefined", [.undefined, .none], doc: isUndefined.doc, example: isUndefined.example)
  static let isNone = kind(
    "none", .none, doc: Message(zh: "给的是空值", en: "Given as nothing"), example: "{% if x is none %}")
  static let isBoolean = kind(
    "boolean", .boolean, doc: Message(zh: "真或假", en: "True or false"), example: "{{ true is boolean }}")
  static let isNumber = kind(
    "number", [.number, .boolean], doc: Message(zh: "数", en: "A number"), example: "{{ 1 is number }}")
  static let isString = kind(
    "string", .textual, doc: Message(zh: "文字或标记", en: "A text or markup"), example: "{{ 'a' is string }}")
  static let isSequence = kind(
    "sequence", [.list, .text, .html, .mapping], doc: Message(zh: "有元素", en: "Has elements"),
    example: "{{ [1] is sequence }}")
  static let isMapping = kind(
    "mapping", .mapping, doc: Message(zh: "名称和值的映射", en: "Names with values"), example: "{{ {} is mapping }}")
  static let isIterable = kind(
    "iterable", .iterable, doc: Message(zh: "可以用 `for` 逐项取", en: "`for` can walk it"), example: "{{ [1] is iterable }}")
  static let isEscaped = kind(
    "escaped", .html, doc: Message(zh: "已是标记", en: "Finished markup"), example: "{{ page.body is escaped }}")

  static let isInteger = ValueTest(
    "integer", doc: Message(zh: "整数", en: "A whole number"), example: "{{ 3 is integer }}"
  ) { value, _ throws(EvaluationFailure) in
    if case .number(let number) = value { return number.scale == 0 }
    return false
  }
  static let isFloat = ValueTest(
    "float", doc: Message(zh: "有小数的数", en: "A number with digits behind the point"), example: "{{ 1.5 is float }}"
  ) { value, _ throws(EvaluationFailure) in
    if case .number(let number) = value { return number.scale > 0 }
    return false
  }
  static let isTrue = ValueTest(
    "true", doc: Message(zh: "就是真", en: "The value true itself"), example: "{{ x is true }}"
  ) {
    value, _ throws(EvaluationFailure) in
    if case .boolean(let truth) = value { return truth }
    return false
  }
  static let isFalse = ValueTest(
    "false", doc: Message(zh: "就是假", en: "The value false itself"), example: "{{ x is false }}"
  ) {
    value, _ throws(EvaluationFailure) in
    if case .boolean(let truth) = value { return !truth }
    return false
  }
  static let isFilter = ValueTest(
    "filter", accepts: .text, doc: Message(zh: "是过滤器的名称", en: "Names a filter"), example: "{{ 'upper' is filter }}"
  ) {
    value, _ throws(EvaluationFailure) in
    Filter.named(value.textual ?? "") != nil
  }
  static let isTest = ValueTest(
    "test", accepts: .text, doc: Message(zh: "是测试的名称", en: "Names a test"), example: "{{ 'odd' is test }}"
  ) {
    value, _ throws(EvaluationFailure) in
    ValueTest.named(value.textual ?? "") != nil
  }
}
