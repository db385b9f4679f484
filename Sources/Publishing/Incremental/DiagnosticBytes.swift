import Diagnostics

extension RecordWriter {
  /// Severity, code, messages, place, notes, repair.
  mutating func append(_ diagnostic: Diagnostic) {
    append(UInt8(Severity.allCases.firstIndex(of: diagnostic.severity) ?? 0))
    append(text: diagnostic.code.text)
    append(diagnostic.message)
    append(optional: diagnostic.location)
    append(count: diagnostic.notes.count)
    for note in diagnostic.notes {
      append(note.message)
      append(optional: note.location)
    }
    append(UInt8(diagnostic.repair == nil ? 0 : 1))
    if let repair = diagnostic.repair { append(repair) }
  }

  mutating func append(_ location: SourceLocation) {
    append(text: location.path)
    append(UInt8(location.span == nil ? 0 : 1))
    if let span = location.span {
      append(span.start)
      append(span.end)
    }
  }

  private mutating func append(optional location: SourceLocation?) {
    append(UInt8(location == nil ? 0 : 1))
    if let location { append(location) }
  }

  private mutating func append(_ message: Message) {
    append(text: message.zh)
    append(text: message.en)
  }
}

extension RecordReader {
  mutating func diagnostic() -> Diagnostic? {
    guard let severity = byte(), Severity.allCases.indices.contains(Int(severity)), let code = text(),
      let message = message(), let location = optional({ $0.location() }),
      let notes = list({ reader -> Diagnostic.Note? in
        guard let message = reader.message(), let location = reader.optional({ $0.location() }) else { return nil }
        return .init(message, at: location)
      }),
      let repair = optional({ $0.message() })
    else { return nil }
    return Diagnostic(
      DiagnosticCode(code), Severity.allCases[Int(severity)], message, at: location, notes: notes, repair: repair)
  }

  mutating func location() -> SourceLocation? {
    guard let path = text(), let hasSpan = byte() else { return nil }
    guard hasSpan == 1 else { return SourceLocation(path) }
    guard let start = count(), let end = count(), start <= end else { return nil }
    return SourceLocation(path, SourceSpan(Int(start), Int(end)))
  }

  private mutating func message() -> Message? {
    guard let zh = text(), let en = text() else { return nil }
    return Message(zh: zh, en: en)
  }

  /// What stands behind a byte that says whether it is there; `nil` when it should be and is not.
  private mutating func optional<Item>(_ item: (inout RecordReader) -> Item?) -> Item?? {
    guard let isThere = byte() else { return nil }
    guard isThere == 1 else { return .some(nil) }
    guard let found = item(&self) else { return nil }
    return .some(found)
  }
}
