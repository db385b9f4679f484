import Bytes
import Diagnostics
import Portal

/// One finished file: what is known of it, its bytes have gone to the stage.
struct RenderedFile: Sendable {
  var links = LinkVerification.PageLinks()
  var diagnostics: [Diagnostic] = []
  /// What rules find in its text.
  var findings: [Diagnostic] = []
  var failure: OutputError?
  /// Of its bytes.
  var hash = FastHash(high: 0, low: 0)
  /// What it depends on, as numbers of the build's table.
  var keys: [InputKey] = []
  /// The page of the cache that it is; `nil` for one made anew.
  var kept: Int?
  /// Why it was made anew.
  var reason: RenderReason?

  /// Hands the bytes of `rendered` to the stage, unless something is wrong with them.
  static func make(
    _ rendered: RenderedPage, path: String, _ verification: LinkVerification, stage: (any FileStage)?
  ) -> RenderedFile {
    var file = RenderedFile(diagnostics: rendered.diagnostics)
    if path.hasSuffix(".html") {
      file.links = verification.links(of: path, html: rendered.bytes.span)
      file.links.textLinks = rendered.textLinks
    }
    guard let stage, !rendered.diagnostics.hasErrors else {
      file.hash = FastHash(rendered.bytes.span)
      return file
    }
    do throws(OutputError) {
      file.hash = try stage.write(path, rendered.bytes.span)
    } catch {
      file.failure = error
    }
    return file
  }

  /// Page `number` of the plan's cache, when the stage, if there is one, still has its bytes; `nil` when it must be made after
  /// all.
  static func keep(_ number: Int, _ plan: RenderPlan, stage: (any FileStage)?) -> RenderedFile? {
    let page = plan.cache.pages[number]
    var file = RenderedFile(diagnostics: page.diagnostics, findings: page.findings, hash: page.hash, kept: number)
    guard let stage else { return file }
    do throws(OutputError) {
      guard try stage.keep(page.path, page.hash) else { return nil }
    } catch {
      file.failure = error
    }
    return file
  }
}
