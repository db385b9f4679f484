import Diagnostics
import Training
import Values

/// NL07: figures that a text states by hand.
let proseFigureChecks = [
  Check(text: "NL07", rule: Message(zh: "正文里的数与数据一致", en: "figures in prose are those of the data")) {
    text, context, findings in
    let blocks = text.blocks.filter { $0.words.contains(.figures) }
    guard !blocks.isEmpty else { return }
    for figure in KnownFigure.figures(of: text.place, in: context.model) {
      for block in blocks {
        for found in figure.contradictions(in: block.scalars) {
          let repair =
            figure.expression.isEmpty
            ? Message(zh: "改正其中一处", en: "correct one of them")
            : Message(
              zh: "写成 {{ \(figure.expression) }}，数据改了正文跟着改",
              en: "write {{ \(figure.expression) }}, which follows the data")
          findings.warning(
            "NL07", zh: "正文写 \(found.written)，数据里是 \(figure.value)",
            en: "the text says \(found.written), the data \(figure.value)",
            at: text.location(of: found.range, in: block), repair: repair,
            notes: [.init(Message(zh: "数据在这里", en: "the data"), at: figure.location)])
        }
      }
    }
  }
]
