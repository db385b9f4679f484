package import Diagnostics
package import Expressions
import Values

/// The types that fields of declared collections can have: those of built-in records.
package enum FieldKind: String, Choice {
  case text, integer, boolean, choice, record, reference
  case id, url, file, documentNumber = "document-number"
  case date, period, time, moment
  case minutes, classHours = "class-hours", hours, credits, points, percent, money, heads

  /// As RF08 says it: “不在类型的取值之内”, “not one of the field type values”.
  package static var typeName: Message { Message(zh: "类型", en: "field type") }

  /// The Swift type of a value; `nil` for the three that need more than a name.
  var valueType: (any FieldValue.Type)? {
    switch self {
    case .text: String.self
    case .integer: Int.self
    case .boolean: Bool.self
    case .id: Identifier.self
    case .url: LinkAddress.self
    case .file: FileReference.self
    case .documentNumber: DocumentNumber.self
    case .date: CalendarDate.self
    case .period: TimeSpan.self
    case .time: TimeRange.self
    case .moment: Moment.self
    case .minutes: Minutes.self
    case .classHours: ClassHours.self
    case .hours: Hours.self
    case .credits: Credits.self
    case .points: Points.self
    case .percent: Percent.self
    case .money: Money.self
    case .heads: HeadCount.self
    case .choice, .record, .reference: nil
    }
  }
}

/// The name of a declared field or collection: `[a-z][a-z0-9_]*`, at most 64 bytes, as layouts write it behind a dot.
package struct FieldName: TextualFieldValue, Hashable {
  package var text = ""

  package init() {}

  /// Takes `text` if it is a name as described above.
  package init?(fieldText text: String, year: Int?) {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first), text.utf8.count <= 64,
      text.utf8.allSatisfy({
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: "_")
      })
    else { return nil }
    self.text = text
  }

  /// As it is kept.
  package var fieldText: String { text }
  /// Two words with the sign that joins them.
  package static var example: String { "amount_due" }
  /// Text.
  package static var valueType: ValueType { .text }
  /// With the alphabet, because Chinese letters belong into the header.
  package static var typeName: Message { Message(zh: "英文名称（小写字母、数字和_）", en: "name (a-z, 0-9 and _)") }
  package func value(in model: Model) -> Value { .text(text) }
}
