/// Gives each heading of a text its id.
struct HeadingIDs {
  private var taken: Set<String>
  /// How often each base was asked for, so that a thousand equal headings cost a thousand steps.
  private var repeats: [String: Int] = [:]

  /// - Parameter reserved: ids that the text states itself.
  init(reserved: Set<String>) { taken = reserved }

  /// The id for a heading with `text`: lower case; letters (Chinese ones too), digits, `-` and `_` stay, runs of blanks become
  /// one `-`, everything else goes; `-1`, `-2`, … for repeats.
  mutating func id(for text: String) -> String {
    let base = Self.slug(text)
    guard !taken.insert(base).inserted else { return base }
    var number = repeats[base, default: 0]
    var id: String
    repeat {
      number += 1
      id = "\(base)-\(number)"
    } while !taken.insert(id).inserted
    repeats[base] = number
    return id
  }

  private static func slug(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\u{3000}" {
        if let last = result.last, last != "-" { result.append("-") }
      } else if scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || isCombining(scalar)
      {
        result.append(scalar)
      }
    }
    while result.last == "-" { result.removeLast() }
    return result.isEmpty ? "section" : String(result)
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
