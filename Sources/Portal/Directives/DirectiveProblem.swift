import Diagnostics
import Markdown

/// What can be wrong with a directive: first in its layout, then in a text that uses it.
enum DirectiveProblem {
  // In layouts
  case unknownType(String)
  case unknownKind(String)
  case unknownForm(known: [String])
  case unknownOption(String, known: [String])
  case wrongOption(String)
  case wrongDefault(Message)
  case missingArgument(String)
  /// An attribute with the name of another variable.
  case declaredTwice(String)

  // In texts
  case unknownDirective(String, known: [String])
  case unknownAttribute(String, of: String, known: [String])
  /// The value of an attribute, without quotes, ends at a blank, and a word follows it.
  case unquotedBlank(String, String, String)
  /// The second of two; with the place of the first.
  case attributeTwice(String, first: SourceLocation)
  case wrongForm(String, allowed: [DirectiveCall.Form])
  /// Text behind the name of a directive that has no attribute for it.
  case noLabel(String)
  case missing([DirectiveAttributeDeclaration], of: String)
  /// None of several of which one is needed.
  case missingOneOf([String], of: String)
  case tooManyOf([String])
  /// An attribute without `=` that needs a value.
  case noValue(String, expected: Message)
  case wrongValue(String, attribute: String, expected: Message, nearest: String?)
  case unknownRecord(String, DirectiveRecordKind, nearest: String?)
  case upcomingRecord(String)
  case noFile(String, nearest: String?)
  /// A file of `content/` that readers cannot have.
  case notAttached(String)
  case wrongFileKind(String, known: [String])
  /// A picture whose size cannot be told.
  case unreadableImage(ImageProblem)
  case unknownCollection(String, known: [String])
  case emptyTable(String)
  /// Columns, order or filter without a table.
  case noTable(String, tables: [String])
  case unknownColumn(String, known: [String])
  case filterIsNoCondition
  case filterFails
  /// Nothing is left to show.
  case noRows
}
