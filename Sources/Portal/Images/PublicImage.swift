/// A picture as it is published: what its readers see, and nothing that a camera or a program wrote beside it (PV08) — no place, no
/// time, no device, no author, no earlier version, no preview of what was cut off.
///
/// Pixels stay as they are, byte for byte; so do the colour profile and the side that is up.
package enum PublicImage: Equatable, Sendable {
  /// Nothing had to be removed.
  case unchanged
  /// The picture without it.
  case cleaned([UInt8])
  /// It is said to be a JPEG, PNG or WebP file, by its name or its beginning, and is none: nobody knows what it holds.
  case unreadable

  private static let endings: Set<String> = Set(
    [ImageFormat.jpeg, .png, .webp].flatMap(\.endings))

  /// What is published of `bytes`, a file with this name; other formats than JPEG, PNG and WebP are left alone.
  ///
  /// - Complexity: O(length).
  package init(_ bytes: [UInt8], name: String = "") {
    let span = bytes.span
    let clean: [UInt8]?
    switch ImageFormat(of: span) {
    case .jpeg: clean = JPEGContent.clean(span)
    case .png: clean = PNGContent.clean(span)
    case .webp: clean = WebPContent.clean(span)
    case .gif, .svg, nil:
      let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
      self = ending.map(Self.endings.contains) ?? false ? .unreadable : .unchanged
      return
    }
    guard let clean else {
      self = .unreadable
      return
    }
    self = clean == bytes ? .unchanged : .cleaned(clean)
  }

  /// The picture without it, when anything had to be removed.
  package var bytes: [UInt8]? {
    if case .cleaned(let bytes) = self { bytes } else { nil }
  }
}

extension [UInt8] {
  /// Appends the bytes `range` of `bytes`.
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) { for index in range { append(bytes[index]) } }

  /// Appends `number` as four bytes.
  mutating func append(number: Int, isBigEndian: Bool) {
    let bytes = (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    self += isBigEndian ? bytes.reversed() : bytes
  }
}
