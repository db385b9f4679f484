import Diagnostics
import Values

/// Bytes as YAML, and as front matter: no crash, spans inside the text, and what is accepted is written and read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzYAML(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  let (root, diagnostics) = YAMLReader.read(bytes, path: "fuzz.yml")
  precondition(diagnostics.isEmpty || root == nil)
  for diagnostic in diagnostics {
    precondition(Int(diagnostic.location?.span?.end ?? 0) <= count)
    precondition(!diagnostic.message.zh.isEmpty && !diagnostic.message.en.isEmpty)
  }
  if let root {
    precondition(Int(root.span.end) <= count)
    let json = root.json()
    precondition(JSONReader.read(json, path: "json").root?.json() == json)
  }
  let (parts, _) = FrontMatter.split(bytes, path: "fuzz.md")
  if let yaml = parts.yaml { _ = YAMLReader.read(bytes, in: yaml, path: "fuzz.md") }
  return 0
}
