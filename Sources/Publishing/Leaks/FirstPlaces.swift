import Diagnostics

/// The places that a message names: the first of them, as nobody reads a hundred.
struct FirstPlaces {
  /// One behind the other, in both languages.
  let text: Message
  /// Whether there are others.
  let hasMore: Bool

  private static let most = 5

  init(_ places: [Message]) {
    let shown = places.prefix(Self.most)
    text = Message(
      zh: shown.map(\.zh).joined(separator: "、"), en: shown.map(\.en).joined(separator: ", "))
    hasMore = places.count > Self.most
  }

  /// Of lines, in digits.
  init(lines: [Int]) { self.init(lines.map { Message(zh: "\($0)", en: "\($0)") }) }
}
