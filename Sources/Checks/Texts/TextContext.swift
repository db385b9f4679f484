import Diagnostics
import Training

/// What rules about texts look up in the model: made once for all texts.
struct TextContext: Sendable {
  let model: Model
  let words: UnwantedWords
  /// Says which of all these words a block may hold.
  let filter: WordFilter
  /// Files of records that name attachments beside their text.
  let pathsWithAttachments: Set<String>

  /// Files that say of something that it is still open.
  let pathsWithPending: Set<String>

  init(_ model: Model) {
    self.model = model
    pathsWithPending = model.pathsWithPending
    words = UnwantedWords(model.settings.texts)
    filter = WordFilter([
      (.placeholders, Placeholder.words), (.noise, words.noise.all), (.outdated, words.outdated.all),
      (.pictures, Mention.picture.all), (.attachments, Mention.attachment.all),
      (.figures, KnownFigure.names(in: model)),
    ])
    pathsWithAttachments = Set(
      model.notices.records.filter { !$0.attachments.isEmpty || $0.list != nil }.compactMap(\.origin.bodyPath))
  }
}

extension Model {
  /// The files that say of something that it is still open.
  var pathsWithPending: Set<String> { Set(pendingItems.map { $0.origin.location.path }) }
}

/// Words that neither texts nor fields should have: those of every portal and the authority's own.
struct UnwantedWords: Sendable {
  /// What comes along when texts are copied from other sites.
  let noise: Phrases
  /// Names of policies that are over.
  let outdated: Phrases

  init(_ rules: TextRules) {
    noise = Phrases(Self.usualNoise + rules.noise)
    outdated = Phrases(Self.usualOutdated + rules.outdated)
  }

  private static let usualNoise = [
    "小编", "本文来自", "文章来源于网络", "转载请注明出处", "点击下载", "免费下载", "下载文档到电脑", "收藏本站", "欢迎关注我们", "版权归原作者所有", "猜你喜欢", "更多范文",
  ]
  private static let usualOutdated = ["十六大", "十七大", "十一五", "十二五", "十三五"]
}
