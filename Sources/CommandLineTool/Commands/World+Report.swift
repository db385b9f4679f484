import Diagnostics
import Files

extension World {
  /// Writes `diagnostics` for people to `stream`, else where messages go; nothing when there are none. `sources` are the texts
  /// that may be cited, by their paths.
  func report(
    _ diagnostics: [Diagnostic], in language: Language, citing sources: [String: [UInt8]] = [:],
    on stream: Stream? = nil
  ) {
    guard !diagnostics.isEmpty else { return }
    let stream = stream ?? errors
    let options = DiagnosticRenderer.Options(
      language: language, colour: allowsColour(on: stream), width: stream.width ?? 100)
    stream.write(DiagnosticRenderer(.human, options).render(diagnostics) { sources[$0] })
  }
}
