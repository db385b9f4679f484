package import Diagnostics
import Portal

extension RenderReason {
  /// For people: `记录 project:2026-01 的 title 变了`.
  package var message: Message {
    switch self {
    case .noCache: Message(zh: "没有上次构建的记录", en: "nothing is known of an earlier build")
    case .new: Message(zh: "新页面", en: "new page")
    case .own: Message(zh: "标题、位置或布局要的值变了", en: "its title, place or the values of its layout changed")
    case .edited: Message(zh: "已发布的文件不是上次写入的", en: "the published file is not the one that was written")
    case .field(let kind, "", let attribute):
      Message(zh: "\(kind) 的 \(attribute) 变了", en: "\(attribute) of \(kind) changed")
    case .field(let kind, let id, let attribute):
      Message(zh: "\(kind):\(id) 的 \(attribute) 变了", en: "\(attribute) of \(kind):\(id) changed")
    case .lookup(let lookup): lookup.changed
    }
  }
}

extension Lookup {
  fileprivate var changed: Message {
    switch kind {
    case .link: Message(zh: "链接“\(name)”通向别处", en: "the link \"\(name)\" leads elsewhere")
    case .file: Message(zh: "文件 \(name) 变了", en: "the file \(name) changed")
    case .record: Message(zh: "\(context):\(name) 有了或没了", en: "\(context):\(name) came or went")
    case .words: Message(zh: "\(name) 的用词变了", en: "words of \(name) changed")
    case .courses: Message(zh: "课程增减了", en: "courses came or went")
    case .collection: Message(zh: "自建表 \(name) 变了", en: "the collection \(name) changed")
    case .layout:
      Message(
        zh: "布局 \(name)、它引用的布局、界面文字或资源变了", en: "the layout \(name), one that it draws in, a string or an asset changed")
    case .settings: Message(zh: "site.yml 的设置变了", en: "settings in site.yml changed")
    case .published: Message(zh: "门户里的 \(name) 没有了", en: "\(name) of the portal is gone")
    case .releases: Message(zh: "可以公开的联系方式变了", en: "the contacts that may be published changed")
    case .textRules: Message(zh: "与 \(name) 的正文核对的数据变了", en: "data that the text \(name) is compared with changed")
    case .findingPlaces:
      Message(zh: "关于 \(name) 的消息引用的数据换了位置", en: "data that messages about the text \(name) cite have moved")
    }
  }
}
