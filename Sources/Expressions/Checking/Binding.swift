package import Diagnostics

/// What a name stands for at one point of a layout.
package enum Binding {
  /// A variable with what is known of its type here. A type that is optional may also mean "set in one branch only".
  case value(Place, ValueType)
  /// Known by name, but without a value here.
  case unset(Place)
  /// The loop whose state begins at the place, and what its items are.
  case loop(Place, ValueType)
  case callable(any Callable)
  case module(any NameTable)
  /// Something that Jinja2 has here and this language refuses by name.
  case leftOut(LeftOut)
  /// Something whose definition is wrong, which was reported: nothing more is said.
  case failed
}

/// Where a variable lives.
package enum Place: Hashable, Sendable, BitwiseCopyable {
  /// A slot of the program.
  case slot(Int32)
  /// A slot of the running macro.
  case local(Int32)

  /// The key under which facts about the variable are kept.
  package var key: String {
    switch self {
    case .slot(let index): "s\(index)"
    case .local(let index): "l\(index)"
    }
  }

  /// The variable that has this key; `nil` when it is a key of something else.
  package init?(key: String) {
    guard let index = Int32(key.dropFirst()) else { return nil }
    switch key.first {
    case "s": self = .slot(index)
    case "l": self = .local(index)
    default: return nil
    }
  }
}

/// Something that can be called in an expression: a macro, `super`, a block of `self`.
package protocol Callable: AnyObject {
  var name: String { get }
  /// Names, and whether leaving one out leaves it undefined.
  var parameters: [(name: String, hasDefault: Bool)] { get }
  /// The procedure for arguments of these types (`nil`: not given).
  func procedure(for types: [ValueType?], at span: SourceSpan) -> Int
  /// What `super.super` is behind this one; `nil` for macros and at the end of the chain.
  var parent: (any Callable)? { get }
}

/// Names of an imported layout, or the blocks behind `self`.
package protocol NameTable: AnyObject {
  /// For messages: the layout's name.
  var title: String { get }
  func binding(of name: String) -> Binding?
  var names: [String] { get }
}

/// Where the resolver asks what names mean.
package protocol ResolverScope: AnyObject {
  func binding(of name: String) -> Binding?
  /// All names in scope, for "did you mean".
  var names: [String] { get }
  /// The interface strings; `nil` when keys are not checked.
  var strings: [String: InterfaceText]? { get }
  /// The names that some page or layout gives a value, for those that are only asked for; `nil` when these are not checked.
  var givenNames: Set<String>? { get }
  /// Whether nothing but `names` ever has a value, so that asking for another name is a slip. Not so unless said.
  var isClosed: Bool { get }
  /// Names of the files of `layouts/assets/`; `nil` when they are not checked.
  var assets: Set<String>? { get }
  /// Whether unknown names are undefined at run time rather than errors (`inspect layout`).
  var isDynamic: Bool { get }
  /// The number under which the evaluation of an arm of the conditional expression at `span` is noted; `nil` when
  /// branches are not recorded.
  func mark(ofArm isThen: Bool, at span: SourceSpan) -> Int?
  /// Levels of lists and mappings inside each other that the variable may hold.
  func depth(of place: Place) -> Int
  /// Notes that what is being resolved depends on whether a value is known to be there.
  func asks(whether fact: String)
}

extension ResolverScope {
  /// Layouts get further names from pages.
  package var isClosed: Bool { false }
}

/// What is told of an expression that is undefined. An object, as resolved expressions lie on the stack, many at each level.
package final class Lack: Sendable {
  let kind: ExpressionError.Kind

  init(_ kind: ExpressionError.Kind) { self.kind = kind }
}

/// A resolved expression with its type.
package struct Typed {
  package var code: Resolved
  package var type: ValueType
  /// What it is when it counts as true, where more is known of that: `first and 'a'` is false or a text.
  var typeWhenTrue: ValueType?
  /// Certainly undefined: only `default` and tests may use it.
  package var isUnset = false
  /// What is told when it is used although it is certainly undefined, where that is no variable.
  var lack: Lack?
  /// Under what a variable, or what is reached from one, is known to be there.
  var key: String?
  /// What is there when it counts as true, and when it does not.
  package var whenTrue: Set<String> = []
  package var whenFalse: Set<String> = []

  package init(_ code: Resolved, _ type: ValueType, isUnset: Bool = false, key: String? = nil) {
    self.code = code
    self.type = type
    self.isUnset = isUnset
    self.key = key
    if let key { whenTrue = [key] }
  }

  /// What it is when it counts as true.
  var whenTrueType: ValueType { typeWhenTrue ?? type.present }

  /// Whether it may be absent.
  var mayBeAbsent: Bool { isUnset || type.isOptional }

  /// The same with what is told.
  func telling(_ facts: Facts) -> Typed { telling(whenTrue: facts.whenTrue, whenFalse: facts.whenFalse) }

  /// The same with what is there when it counts as true, and when it does not.
  func telling(whenTrue: Set<String>, whenFalse: Set<String>) -> Typed {
    var result = self
    (result.whenTrue, result.whenFalse) = (whenTrue, whenFalse)
    return result
  }

  /// What stands in for an expression with an error: nothing more is said about it.
  package static let failed = Typed(.none, .any)
}
