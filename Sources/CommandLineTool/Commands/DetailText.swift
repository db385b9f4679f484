import Diagnostics
import Publishing

/// What `diff` says of links, pictures and whatever else a page holds beside its words: one line for a change.
struct DetailText {
  /// The line, without what stands before it.
  let message: Message

  /// Texts are cut behind this many characters: an address of a line that goes on and on is read by nobody.
  private static let limit = 160

  init(_ change: DetailDifference.Change) {
    let (kind, before, after) = (change.kind, change.before, change.after)
    let name = Self.name(kind)
    switch kind {
    case .script, .data:
      message =
        before == nil
        ? Message(zh: "+ \(name.zh)", en: "+ \(name.en)")
        : after == nil
          ? Message(zh: "- \(name.zh)", en: "- \(name.en)")
          : Message(zh: "\(name.zh)改了", en: "another \(name.en)")
    case .robots, .summary, .redirect, .form, .numbering:
      let (old, new) = (before.map { Self.shown($0.target) }, after.map { Self.shown($0.target) })
      message = Message(
        zh: "\(name.zh)：\(old ?? "（没有）") → \(new ?? "（没有）")", en: "\(name.en): \(old ?? "(none)") → \(new ?? "(none)")")
    case .link, .picture, .embedded, .label, .struck, .inserted, .superscript, .subscript, .hidden, .foreignScript:
      message = Self.thing(name, before, after)
    }
  }

  private static func thing(_ name: Message, _ before: PageDetail?, _ after: PageDetail?) -> Message {
    guard let detail = after ?? before else { return Message(zh: "", en: "") }
    guard let before, let after else {
      let sign = after == nil ? "-" : "+"
      let (zh, en) = (Self.words(detail, "“", "”"), Self.words(detail, "\"", "\""))
      let target = detail.target.isEmpty ? "" : " → " + shown(detail.target)
      return Message(zh: "\(sign) \(name.zh)\(zh)\(target)", en: "\(sign) \(name.en)\(en)\(target)")
    }
    if before.target == after.target {
      let (old, new) = (shown(before.text), shown(after.text))
      return Message(
        zh: "\(name.zh) \(shown(after.target)) 的文字：\(old.isEmpty ? "（空）" : old) → \(new.isEmpty ? "（空）" : new)",
        en:
          "words of \(name.en) \(shown(after.target)): \(old.isEmpty ? "(none)" : old) → \(new.isEmpty ? "(none)" : new)"
      )
    }
    let (zh, en) = (Self.words(after, "“", "”"), Self.words(after, "\"", "\""))
    let targets = shown(before.target) + " → " + shown(after.target)
    return Message(zh: "\(name.zh)\(zh)：\(targets)", en: "\(name.en)\(en): \(targets)")
  }

  private static func words(_ detail: PageDetail, _ open: String, _ close: String) -> String {
    detail.text.isEmpty ? "" : (open == "\"" ? " " : "") + open + shown(detail.text) + close
  }

  private static func shown(_ text: String) -> String {
    let start = text.prefix(limit)
    return start.endIndex == text.endIndex ? text : start + "…"
  }

  private static func name(_ kind: PageDetail.Kind) -> Message {
    switch kind {
    case .link: Message(zh: "链接", en: "link")
    case .picture: Message(zh: "图片", en: "picture")
    case .embedded: Message(zh: "嵌入的内容", en: "embedded content")
    case .form: Message(zh: "表单送往", en: "form goes to")
    case .numbering: Message(zh: "编号起始", en: "numbered from")
    case .label: Message(zh: "提示文字", en: "label")
    case .struck: Message(zh: "划掉的文字", en: "struck out")
    case .inserted: Message(zh: "标为新增的文字", en: "marked as inserted")
    case .superscript: Message(zh: "上标", en: "superscript")
    case .subscript: Message(zh: "下标", en: "subscript")
    case .hidden: Message(zh: "不显示的文字", en: "hidden")
    case .script: Message(zh: "页面里的脚本", en: "script in the page")
    case .foreignScript: Message(zh: "外来的脚本", en: "script from elsewhere")
    case .data: Message(zh: "页面里给程序的数据", en: "data for programs in the page")
    case .robots: Message(zh: "给搜索引擎的指示", en: "for search engines")
    case .summary: Message(zh: "搜索结果里的摘要", en: "summary in search results")
    case .redirect: Message(zh: "转到", en: "leads to")
    }
  }
}
