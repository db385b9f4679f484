import Diagnostics
import Training

private let oneName = Message(zh: "同一事物只用一种说法", en: "one thing has one name")

/// RF05: words that the glossary replaces, in fields and in texts.
let glossaryChecks = [
  Check("RF05", rule: oneName) { model, findings in
    let replaced = ReplacedWord.all(in: model)
    guard !replaced.isEmpty else { return }
    for kind in allRecordKinds + model.collections.map(RecordKind.init) where kind.name != Term.table.name {
      for (text, location) in kind.texts(model) {
        let bytes = Array(text.utf8)[...]
        for word in replaced where !word.places(in: bytes).isEmpty { findings.add(word.finding(at: location)) }
      }
    }
  },
  Check(sources: "RF05", rule: oneName) { model, isWanted, findings in
    let replaced = ReplacedWord.all(in: model)
    guard !replaced.isEmpty else { return }
    for kind in allRecordKinds + model.collections.map(RecordKind.init) where kind.name != Term.table.name {
      for text in kind.documents(model).filter(isWanted) {
        let bytes = model.files.bytes(of: text.path)?[text.body] ?? []
        for word in replaced {
          let places = word.places(in: bytes)
          guard let first = places.first else { continue }
          var finding = word.finding(at: SourceLocation(text.path, first))
          if places.count > 1 {
            finding.notes.append(
              .init(Message(zh: "这个文件里共有 \(places.count) 处", en: "\(places.count) places in this file")))
          }
          findings.add(finding)
        }
      }
    }
  },
]

/// One wording that the glossary does not want.
private struct ReplacedWord {
  let variant: [UInt8]
  let word: [UInt8]
  let term: Term
  /// Where the variant stands inside the word itself (`辅导教师` in `班级辅导教师`): there it is no variant.
  let offsets: [Int]

  init(_ variant: String, by term: Term) {
    self.variant = Array(variant.utf8)
    self.term = term
    word = Array(term.word.utf8)
    offsets = Self.occurrences(of: self.variant, in: word[...])
  }

  /// Those of the glossary of `model`.
  static func all(in model: Model) -> [ReplacedWord] {
    model.terms.records.filter { $0.isSound("word", "variants") }.flatMap { term in
      term.variants.map { ReplacedWord($0, by: term) }
    }
  }

  /// The places of the variant in `text`, those inside the word itself aside.
  ///
  /// - Complexity: O(length of the text × length of the variant), nearly always O(length of the text).
  func places(in text: ArraySlice<UInt8>) -> [SourceSpan] {
    Self.occurrences(of: variant, in: text)
      .filter { place in !offsets.contains { text.has(word, at: place - $0) } }
      .map { SourceSpan($0, $0 + variant.count) }
  }

  func finding(at location: SourceLocation) -> Diagnostic {
    let variant = String(decoding: variant, as: UTF8.self)
    return Diagnostic(
      "RF05", .warning,
      Message(zh: "“\(variant)”统一写作“\(term.word)”", en: "\(variant) is called \(term.word) here"), at: location,
      notes: [.init(Message(zh: "用语表里这样定", en: "so the glossary says"), at: term.location(of: "variants"))],
      repair: Message(zh: "改为“\(term.word)”", en: "write \(term.word)"))
  }

  /// Where `needle` begins in `text`, occurrences that overlap an earlier one aside.
  private static func occurrences(of needle: [UInt8], in text: ArraySlice<UInt8>) -> [Int] {
    guard let head = needle.first, text.count >= needle.count else { return [] }
    var found: [Int] = []
    var index = text.startIndex
    while let next = text[index...].firstIndex(of: head), next + needle.count <= text.endIndex {
      let isHere = text.has(needle, at: next)
      if isHere { found.append(next) }
      index = next + (isHere ? needle.count : 1)
    }
    return found
  }
}

extension ArraySlice<UInt8> {
  /// Whether `bytes` stand at `index`, which may lie outside.
  fileprivate func has(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index >= startIndex, index + bytes.count <= endIndex else { return false }
    return self[index..<index + bytes.count].elementsEqual(bytes)
  }
}
