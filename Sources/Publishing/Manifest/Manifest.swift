import Bytes
import Values

/// The list of everything that was published, `manifest.json`: for whoever checks a copy of the portal, or compares two.
///
/// ```
/// {
/// "format": 1,
/// "generator": "prospectus 0.1.0",
/// "as_of": "2026-09-18",
/// "audience": "public",
/// "files": [
/// {"path": "404.html", "bytes": 3120, "sha256": "…"},
/// …
/// ]
/// }
/// ```
///
/// A line for each file, sorted by the bytes of its path, so that a comparison of two manifests line by line reads well. The
/// manifest itself is not in it, nor are assets that stay for readers of the portal before: it depends on nothing but what is
/// built.
package struct Manifest: Sendable {
  /// Its file, at the top of the portal.
  package static let path = "manifest.json"

  /// A published file.
  struct File: Sendable {
    var path: String
    var digest: FileDigest
  }

  /// Name and version of the program.
  var generator: String
  /// The day the portal was built for.
  var asOf: String
  /// For whom: `public` or `preview`.
  var audience: String
  var files: [File]

  /// The bytes of the file.
  ///
  /// - Complexity: O(files × log files).
  var bytes: [UInt8] {
    var output = Array("{\n".utf8)
    func line(_ key: String, _ value: (inout JSONWriter) -> Void) {
      var json = JSONWriter()
      json.string(key)
      output += json.output
      output += ": ".utf8
      var written = JSONWriter()
      value(&written)
      output += written.output
      output += ",\n".utf8
    }
    line("format", { $0.integer(1) })
    line("generator", { $0.string(generator) })
    line("as_of", { $0.string(asOf) })
    line("audience", { $0.string(audience) })
    output += "\"files\": [\n".utf8
    let sorted = files.sorted { $0.path.utf8Span.span.order(to: $1.path.utf8Span.span) < 0 }
    for (index, file) in sorted.enumerated() {
      var path = JSONWriter()
      path.string(file.path)
      output += "{\"path\": ".utf8
      output += path.output
      output += ", \"bytes\": \(file.digest.size), \"sha256\": \"\(Hexadecimal.text(file.digest.sha256.span))\"}".utf8
      output += (index + 1 < sorted.count ? ",\n" : "\n").utf8
    }
    output += "]\n}\n".utf8
    return output
  }
}
