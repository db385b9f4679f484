import Diagnostics
import Expressions
import Templates
import Values

/// Bytes as a layout with the variables of a page: no crash in cutting, parsing, checking and compiling, with types known
/// and with types unknown, and no message that lies outside of the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLayout(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  let files = [
    LayoutFile(name: "page.html", path: "page.html", bytes: bytes),
    LayoutFile(
      name: "base.html", path: "base.html", bytes: Array("<p>{% block main %}{{ n }}{% endblock %}</p>".utf8)),
    LayoutFile(
      name: "m.html", path: "m.html", bytes: Array("{% macro card(a, b=1) %}{{ a }}{{ b }}{% endmacro %}".utf8)),
  ]
  let row = RecordType(
    "row", [.init("name", .text, doc: ""), .init("note", .optional(.text), doc: ""), .init("n", .number, doc: "")])
  let typed = LayoutSet.load(
    files: files,
    signatures: [
      "page.html": [
        LayoutVariable("n", .number), LayoutVariable("text", .text), LayoutVariable("html", .html),
        LayoutVariable("day", .optional(.date)), LayoutVariable("rows", .list(.record { row })),
      ]
    ], strings: ["key": "{n} 门"])
  let dynamic = LayoutSet.loadDynamic(files: files, main: "page.html", variables: ["n", "text", "rows"])
  for diagnostic in typed.diagnostics + dynamic.diagnostics where diagnostic.location?.path == "page.html" {
    precondition(Int(diagnostic.location?.span?.end ?? 0) <= count)
  }
  return 0
}
