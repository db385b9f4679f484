import Diagnostics
import Expressions
import Templates
import Values

/// Bytes as a layout that is rendered with a few values, once with their types known and once without: no crash, and a
/// failure leaves the output as it was.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRendering(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  let files = [
    LayoutFile(name: "page.html", path: "page.html", bytes: bytes),
    LayoutFile(
      name: "base.html", path: "base.html", bytes: Array("<p>{% block main %}{{ n }}{% endblock %}</p>".utf8)),
    LayoutFile(
      name: "m.html", path: "m.html", bytes: Array("{% macro card(a, b=1) %}{{ a }}{{ b }}{% endmacro %}".utf8)),
  ]
  let variables: [(name: String, type: ValueType, value: Value)] = [
    ("n", .number, .number(Decimal(7))), ("text", .text, .text("学时 <16> & \"x\"")),
    ("html", .html, .html(Markup(Array("<b>教师</b>".utf8)))), ("note", .optional(.text), .none),
    ("day", .date, .date(CalendarDate(dayNumber: 739_800))),
    ("items", .list(.number), .list((1...4).map { .number(Decimal($0)) })),
    ("words", .list(.text), .list(["乙", "甲", "", "A b"].map { .text($0) })),
    ("m", .mapping, .mapping(OrderedMapping([("b", .number(Decimal(2))), ("a", .text("x"))]))),
  ]
  let typed = LayoutSet.load(
    files: files, signatures: ["page.html": variables.map { LayoutVariable($0.name, $0.type) }],
    strings: ["key": "{n} 门"])
  let dynamic = LayoutSet.loadDynamic(files: files, main: "page.html", variables: variables.map(\.name))
  for set in [typed.set, dynamic.set] where set.canRender("page.html") {
    var output: [UInt8] = [1, 2]
    do throws(LayoutError) {
      try set.render("page.html", variables.map(\.value), page: SitePath("a/b/"), into: &output)
    } catch {
      _ = error.diagnostic
      precondition(output == [1, 2])
    }
  }
  return 0
}
