import Diagnostics
import Expressions
import Values

/// Bytes as an expression over a few variables: no crash in reading, checking or computing.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExpression(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  // Its callers read files, which are checked to be UTF-8 before.
  guard String(validating: bytes, as: UTF8.self) != nil else { return 0 }
  let (expression, diagnostics) = CompiledExpression.compile(
    bytes, SourceSpan(0, count), path: "fuzz.md",
    scope: [("n", .number), ("text", .text), ("items", .list(.number)), ("day", .date)])
  for diagnostic in diagnostics { precondition(Int(diagnostic.location?.span?.end ?? 0) <= count) }
  let items = (1...4).map { Value.number(Decimal($0)) }
  _ = try? expression?.evaluate([
    .number(Decimal(7)), .text("学时 16"), .list(items), .date(CalendarDate(dayNumber: 739_800)),
  ])
  return 0
}
