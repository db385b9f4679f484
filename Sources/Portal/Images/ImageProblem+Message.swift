import Diagnostics
import Markdown

extension ImageProblem {
  /// MD29: why the picture is shown without its size, or not at all.
  var remark: MarkdownFailure { MarkdownFailure(message, repair: repair, code: "MD29", severity: .warning) }

  var message: Message {
    switch self {
    case .unknownFormat:
      Message(zh: "这个文件不是浏览器能显示的图片", en: "this file is no picture that browsers show")
    case .damaged(let format):
      Message(
        zh: "这张 \(format.rawValue) 图片已损坏，读不出大小",
        en: "this \(format.rawValue) picture is damaged; its size cannot be read")
    case .noSize:
      Message(zh: "这张 SVG 图片没有写大小，页面打开时会跳动", en: "this SVG picture states no size; the page jumps when it loads")
    }
  }

  var repair: Message {
    switch self {
    case .unknownFormat:
      Message(zh: "另存为 PNG、JPEG、GIF、SVG 或 WebP", en: "save it as PNG, JPEG, GIF, SVG or WebP")
    case .damaged: Message(zh: "重新导出或复制这张图片", en: "export or copy the picture again")
    case .noSize:
      Message(
        zh: "在 <svg> 里写 width 和 height（像素），或写 viewBox",
        en: "write width and height in pixels, or viewBox, in its <svg>")
    }
  }
}
