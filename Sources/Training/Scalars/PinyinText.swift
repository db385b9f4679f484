package import Diagnostics
package import Expressions
import Han
import Values

/// Syllables of pinyin with their tones, `Lù ān` or `lu4 an1`.
package struct PinyinText: TextualFieldValue, Hashable {
  /// As it was written.
  package private(set) var text = ""

  package init() {}

  /// Takes `text` if it is made of syllables of standard Chinese.
  package init?(fieldText text: String, year: Int?) {
    guard PinyinSyllable.parse(text) != nil else { return nil }
    self.text = text
  }

  /// As it was written.
  package var fieldText: String { text }
  /// Two syllables with their tones.
  package static var example: String { "Lù ān" }
  /// Text.
  package static var valueType: ValueType { .text }
  /// With tones, because surnames differ in nothing else.
  package static var typeName: Message { Message(zh: "拼音（带声调，音节之间空格）", en: "pinyin (with tones, blanks between)") }
  package func value(in model: Model) -> Value { .text(text) }
}
