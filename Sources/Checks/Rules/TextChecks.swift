import Diagnostics
import Markdown
import Training

/// TX: what texts leave open, carry along or count wrongly.
let textChecks = [
  Check(text: "TX01", rule: Message(zh: "没定的事写成待定事项，不留空位", en: "what is open is a pending item, not a gap in the text"))
  {
    text, context, findings in
    guard !context.pathsWithPending.contains(text.path) else { return }
    for (word, places) in text.places(of: [.placeholders, .letters], { text.placeholders(in: $0) }) {
      findings.add(TextFinding.placeholder(word, at: places.first, count: places.count))
    }
  },
  Check(text: "TX02", rule: Message(zh: "没有抄来的网站名称和网址", en: "nothing of another site has come along")) {
    text, context, findings in
    for (word, places) in text.places(of: .noise, { context.words.noise.places(in: $0.scalars) }) {
      findings.add(TextFinding.noise(word, at: places.first, count: places.count))
    }
    for link in text.links where link.kind == .link {
      guard text.isWithinSentence(link) else { continue }
      let address = String(decoding: text.file[link.span.range], as: UTF8.self)
      findings.warning(
        "TX02", zh: "句子中间夹着网址“\(address)”", en: "the address \(address) stands within a sentence",
        at: SourceLocation(text.path, link.span),
        repair: Message(zh: "抄来的就删去；要给读者的，写成 [文字](网址)", en: "delete it, or write it as [words](address)"))
    }
  },
  Check(text: "TX03", rule: Message(zh: "编号不重复、不跳号", en: "numbers run on without gap or repetition")) {
    text, _, findings in
    var sequence = NumberingSequence()
    for block in text.blocks {
      guard block.kind != .cell, block.kind != .attribute else { continue }
      guard let number = Numbering.read(block.scalars) else {
        if block.isHeading { sequence.restart() }
        continue
      }
      guard let mistake = sequence.add(number) else { continue }
      findings.add(mistake.diagnostic(number.written(in: block), at: text.location(of: number.range, in: block)))
    }
    for (block, number) in text.misnumberedItems {
      findings.warning(
        "TX03", zh: "这一项写的是 \(number.typed)，页面上显示 \(number.shown)",
        en: "the item is typed as \(number.typed) and shown as \(number.shown)",
        at: SourceLocation(text.path, block.span),
        repair: Message(
          zh: "改正编号；要从别的数开始，前面先空一行写一段文字", en: "correct the number, or end the list before it with a paragraph"))
    }
    for block in text.blocks where block.words.contains(.chains) {
      guard let chain = StepChain.repeated(in: block.scalars) else { continue }
      findings.warning(
        "TX03", zh: "“\(block.text(chain))”在同一串步骤里出现两次",
        en: "\(block.text(chain)) occurs twice in one chain of steps", at: text.location(of: chain, in: block),
        repair: Message(zh: "删去一个，或写明是第几次", en: "delete one, or say which time it is"))
    }
  },
  Check(text: "TX04", rule: Message(zh: "段落以句末标点结束", en: "a paragraph ends with final punctuation")) {
    text, _, findings in
    for (index, block) in text.blocks.enumerated() where block.kind == .paragraph || block.kind == .html {
      guard let end = UnfinishedSentence.end(of: block.scalars, isLast: text.isLast(index)) else { continue }
      findings.warning(
        "TX04", zh: "段末没有句末标点，句子可能没有写完",
        en: "the paragraph ends without final punctuation; the sentence may be cut off",
        at: text.location(of: end, in: block), repair: Message(zh: "把句子写完，加上句号", en: "finish the sentence"))
    }
  },
  Check(text: "TX05", rule: Message(zh: "不沿用过时的政策提法", en: "policies that are over are not referred to")) {
    text, context, findings in
    for (word, places) in text.places(of: .outdated, { context.words.outdated.places(in: $0.scalars) }) {
      findings.add(TextFinding.outdated(word, at: places.first, count: places.count))
    }
  },
  Check(text: "TX06", rule: Message(zh: "注释读者看不到", en: "readers do not see comments")) { text, _, findings in
    for block in text.blocks {
      guard let start = block.scalars.indices.first(where: { block.has(commentOpening, at: $0) }) else { continue }
      findings.error(
        "TX06", zh: "这里的注释没有生效，读者会看到", en: "this comment is none; readers would see it",
        at: text.location(of: start..<start + commentOpening.count, in: block),
        repair: Message(
          zh: "注释写在正文里，里面不用 --；标题、图片说明和属性里不能写注释；要写出符号本身，用 `<!--`",
          en:
            "write comments into the text, without -- in them; titles, descriptions and attributes hold none; the signs themselves are `<!--`"
        ))
    }
  },
  Check("TX01", "TX02", "TX05", rule: Message(zh: "各项里也没有这些", en: "nor do fields hold any of these")) {
    model, findings in
    let words = UnwantedWords(model.settings.texts)
    let pending = model.pathsWithPending
    for kind in allRecordKinds + model.collections.map(RecordKind.init) where kind.name != "settings" {
      for (text, location) in kind.texts(model) {
        let scalars = [UInt32](text)
        if !pending.contains(location.path), let gap = Placeholder.places(in: scalars).first {
          findings.add(TextFinding.placeholder(scalars[gap].text, at: location))
        }
        if let noise = words.noise.places(in: scalars).first {
          findings.add(TextFinding.noise(scalars[noise].text, at: location))
        }
        if let outdated = words.outdated.places(in: scalars).first {
          findings.add(TextFinding.outdated(scalars[outdated].text, at: location))
        }
      }
    }
  },
  Check(
    text: "OU02", rule: Message(zh: "说到的图和附件都在", en: "the pictures and attachments that a text speaks of are there")
  ) {
    text, context, findings in
    if let (word, place) = text.firstMention(Mention.picture, .pictures),
      !text.links.contains(where: { $0.kind == .image }), !text.uses("figure")
    {
      findings.warning(
        "OU02", zh: "文中说“\(word)”，但没有图", en: "the text says \(word), and there is no picture", at: place,
        repair: Message(
          zh: "把图放进旁边的 files/，写 ::figure{src=files/图.png alt=图里说了什么}；没有图就改写这句话",
          en: "put it into files/ and write ::figure{src=files/picture.png alt=…}, or write the sentence without it"))
    }
    if let (word, place) = text.firstMention(Mention.attachment, .attachments),
      !context.pathsWithAttachments.contains(text.path),
      !text.links.contains(where: \.isAttachment), !text.uses("download"), !text.uses("table")
    {
      findings.warning(
        "OU02", zh: "文中说“\(word)”，但没有附件", en: "the text says \(word), and there is no attachment", at: place,
        repair: Message(
          zh: "把附件放进旁边的 files/ 并链接它，名单除外：它写在公告的 list 里，由页面列出和撤下；没有附件就改写这句话",
          en:
            "put it into files/ and link to it, but a list of names into the notice's list, whose page shows it and takes it down; or write the sentence without it"
        ))
    }
  },
]

/// How a comment begins.
private let commentOpening = "<!--".unicodeScalars.map(\.value)
