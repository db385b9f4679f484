/// What is known of a value before anything is rendered.
package indirect enum ValueType: Sendable {
  /// Nothing is known: Jinja's rules at run time (dynamic contexts of `inspect layout`).
  case any
  case boolean, number, text, html, date, link
  case quantity(Unit)
  case list(ValueType)
  case mapping
  /// A list or mapping that is written out, with a type for each part.
  case parts(PartTypes)
  /// One of several kinds, of which no more is known: what `number|default('—')` gives.
  case either(ValueKinds)
  /// A record; the type is asked for lazily because records refer to each other in circles.
  case record(@Sendable () -> RecordType)
  /// The value may be absent: it must be tested or defaulted before it is printed or looked into.
  case optional(ValueType)
}
