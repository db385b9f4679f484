package import Expressions

/// A value with named attributes that is no record: made for a page, given to layouts.
package final class View: RecordValue {
  package let recordType: RecordType
  private let values: [Value]
  /// Whether every page has it, so that each depends on those of its values that it reads.
  package let isShared: Bool

  /// - Precondition: one value per attribute of `type`, in its order; of a shared type there is one view.
  package init(_ type: RecordType, _ values: [Value], isShared: Bool = false) {
    precondition(values.count == type.attributes.count, "a view has a value for each of its attributes")
    recordType = type
    self.values = values
    self.isShared = isShared
  }

  /// Type name and first value: two views that begin with the same value count as the same thing in layouts.
  package var identity: String { "\(recordType.name):\(values.first.map { "\($0)" } ?? "")" }
  /// Notes the attribute of a shared view.
  package func note(readOf index: Int, in log: ReadLog) {
    if isShared { log.note(ObjectIdentifier(recordType), record: 0, attribute: index) }
  }
  /// The value when the view is of the type.
  package func value(at index: Int, of type: ObjectIdentifier) -> Value? {
    ObjectIdentifier(recordType) == type ? value(at: index) : nil
  }
  /// The value, in the order of the type's attributes.
  package func value(at index: Int) -> Value { values[index] }
}
