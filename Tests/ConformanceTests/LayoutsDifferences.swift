/// The cases in which our layouts differ from Jinja2 3.1.6, each under one head.
enum LayoutsDifferences {
  enum Head: String, CaseIterable, Sendable {
    /// Numbers are integers and exact decimals; `round` is half away from zero.
    case numbers
    /// Names of layouts are written out.
    case names
    /// Escaping knows its context; `safe` is for markup only.
    case context
    /// Left out and refused by name.
    case leftOut
    /// Python's literals (True, None, lists).
    case pythonLiteral
  }

  static let table: [String: (head: Head, reason: String)] = [
    "j-014": (.numbers, "1e3 is the whole number 1000"),
    "j-017": (.pythonLiteral, "tuples are lists"),
    "j-018": (.numbers, "1.0 is 1, 1e20 is whole, 0.1 + 0.2 is 0.3"),
    "j-024": (.numbers, "8/2 is 4"),
    "j-033": (.leftOut, "undefined values are never printed"),
    "j-053": (.leftOut, "the test callable"),
    "j-055": (.context, "safe on text"),
    "j-056": (.context, "safe on text"),
    "j-060": (.context, "safe on text"),
    "j-067": (.numbers, "1.25|round(1) is 1.3"),
    "j-075": (.leftOut, "methods of Python: m.items()"),
    "j-084": (.leftOut, "the filter format"),
    "j-085": (.leftOut, "the filter wordwrap"),
    "j-086": (.leftOut, "methods of Python: text.upper()"),
    "j-087": (.numbers, "round gives whole numbers without “.0”, half away from zero"),
    "j-095": (.leftOut, "the filter xmlattr"),
    "j-098": (.leftOut, "filter blocks"),
    "j-099": (.leftOut, "filter blocks"),
    "j-100": (.leftOut, "the filter urlize"),
    "j-104": (.context, "safe on text"),
    "j-105": (.context, "safe on text"),
    "j-106": (.leftOut, "the filter format"),
    "j-107": (.context, "safe on text"),
    "j-108": (.context, "safe on text"),
    "j-110": (.leftOut, "autoescape blocks"),
    "j-113": (.context, "safe on text"),
    "j-118": (.leftOut, "methods of Python: m.items()"),
    "j-126": (.leftOut, "recursive loops"),
    "j-127": (.leftOut, "recursive loops; lenient undefined"),
    "j-131": (.leftOut, "namespace"),
    "j-139": (.context, "safe on text"),
    "j-148": (.leftOut, "namespace"),
    "j-153": (.leftOut, "varargs and kwargs"),
    "j-154": (.leftOut, "call and caller"),
    "j-155": (.leftOut, "call and caller"),
    "j-161": (.leftOut, "import with context"),
    "j-170": (.names, "include of a computed name"),
    "j-181": (.leftOut, "scoped blocks"),
    "j-183": (.names, "extends of a computed name"),
    "j-187": (.names, "extends of a computed name"),
    "j-225": (.leftOut, "undefined values are never printed"),
    "j-227": (.leftOut, "chainable undefined values"),
    "j-278": (.context, "safe on text"),
    "j-280": (.leftOut, "times of day in date, which is no filter of Jinja2"),
  ]
}

/// Cases that render with dynamic values and that the checker refuses when their types are known: nothing else may become
/// of a case with types than the same bytes.
enum TypedRefusals {
  enum Head: String, CaseIterable, Sendable {
    /// What has no printed form is printed: true, none, lists, mappings (LT08; LT31 where that is known while rendering only); or
    /// it is walked or joined as Python does.
    case printing
    /// A value that only some records have is used without a test (LT09).
    case absent
    /// A name or an attribute that no value of the context has (LT04, LT05).
    case name
    /// A block that no parent shows (LT15).
    case block
    /// The address of a style sheet begins with a value (LT16), and a name is unknown beside it.
    case address
  }

  static let cases: [Head: [String]] = [
    .printing: [
      "j-017", "j-019", "j-026", "j-031", "j-037", "j-038", "j-040", "j-041", "j-042", "j-043", "j-044",
      "j-045", "j-046", "j-047", "j-048", "j-049", "j-050", "j-052", "j-057", "j-074", "j-092", "j-093", "j-128",
      "j-133", "j-146", "j-152", "j-156", "j-167", "j-168", "j-169", "j-182",
    ],
    .absent: [
      "j-032", "j-088", "j-144",
    ],
    .name: [
      "j-007", "j-067", "j-159",
    ],
    .block: [
      "j-254"
    ],
    .address: [
      "j-277"
    ],
  ]

  /// The head of each case.
  static let heads: [String: Head] = Dictionary(
    uniqueKeysWithValues: cases.flatMap { head, ids in ids.map { ($0, head) } })

  static func code(_ code: String, belongsTo head: Head) -> Bool {
    switch head {
    case .printing: ["LT08", "LT31"].contains(code)
    case .absent: code == "LT09" || code == "LT08"
    case .name: ["LT04", "LT05", "LT08"].contains(code)
    case .block: code == "LT15"
    case .address: ["LT16", "LT04", "LT05", "LT08"].contains(code)
    }
  }

  /// Cases whose bytes differ with types: `attr` finds attributes of records, which objects of a dynamic context have not.
  static let differing: Set<String> = ["j-073", "j-096"]
}
