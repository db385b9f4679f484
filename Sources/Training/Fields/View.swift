package import Expressions

/// A value with named attributes that is no record: made for a page, given to layouts.
package final class View: RecordValue {
  package let recordType: RecordType
  private let values: [Value]

  /// - Precondition: one value per attribute of `type`, in its order.
  package init(_ type: RecordType, _ values: [Value]) {
    precondition(values.count == type.attributes.count, "a view has a value for each of its attributes")
    recordType = type
    self.values = values
  }

  /// Type name and first value: two views that begin with the same value count as the same thing in layouts.
  package var identity: String { "\(recordType.name):\(values.first.map { "\($0)" } ?? "")" }
  /// The value when the view is of the type.
  package func value(at index: Int, of type: ObjectIdentifier) -> Value? {
    ObjectIdentifier(recordType) == type ? value(at: index) : nil
  }
  /// The value, in the order of the type's attributes.
  package func value(at index: Int) -> Value { values[index] }
}
