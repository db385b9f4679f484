import Diagnostics
import Portal

extension PageMaker {
  /// A page of a preview that does not keep search engines away might be taken for one of the portal; the layouts have to say
  /// it, as they have to show that it is a preview.
  func previewProblems(_ page: RenderedPage, _ family: PageFamily) -> [Diagnostic] {
    guard renderer.isPreview, !page.diagnostics.hasErrors, !Self.has("noindex", page.bytes) else { return [] }
    return [
      Diagnostic(
        "LT66", .error,
        Message(
          zh: "预览的页面没有标明不让搜索引擎收录（noindex）", en: "a page of a preview does not keep search engines away (noindex)"),
        at: SourceLocation("layouts/" + family.layout),
        repair: Message(
          zh:
            "在布局的 <head> 里写 {% if page.noindex %}<meta name=\"robots\" content=\"noindex\">{% endif %}，并在 site.preview 时标明是预览",
          en:
            "write {% if page.noindex %}<meta name=\"robots\" content=\"noindex\">{% endif %} into the layout's <head>, and show where site.preview is set that it is a preview"
        ))
    ]
  }

  private static func has(_ word: StaticString, _ bytes: [UInt8]) -> Bool {
    let wanted = Array(word.description.utf8)
    var rest = bytes[...]
    while let start = rest.firstIndex(of: wanted[0]) {
      if rest[start...].starts(with: wanted) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }
}
