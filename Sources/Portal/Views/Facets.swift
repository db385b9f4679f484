import Expressions
import Training
import Values

/// The four ways to narrow the catalogue.
enum FacetKind: String, CaseIterable, Sendable {
  case stage, subject, tier, mode

  var title: String {
    switch self {
    case .stage: "学段"
    case .subject: "学科"
    case .tier: "层级"
    case .mode: "方式"
    }
  }
}

/// One value of a facet: `初中`, `数学`.
struct FacetValue: Hashable, Sendable {
  var kind: FacetKind
  /// The part of the URL: ASCII.
  var slug: String
  var label: String
}

/// A choice of at most one value per facet, indexed as `FacetKind.allCases`.
typealias FacetSelection = [FacetValue?]

/// The courses and the choices among them that are not empty.
struct Catalogue: Sendable {
  /// The values of each facet, in the order in which they are shown.
  let values: [[FacetValue]]
  /// For each course (index in the model) the positions of its values in `values`, by facet.
  private let positions: [[Set<Int>]]
  /// Every choice that at least one course fits, the empty choice first; with the courses.
  let selections: [(selection: FacetSelection, courses: [Int])]
  private let counts: [String: Int]

  /// O(courses × choices a course fits).
  init(_ model: Model) {
    let values = Self.values(in: model)
    self.values = values
    positions = model.courses.records.map { Self.positions(of: $0, among: values, in: model) }
    var found: [[Int]: [Int]] = [:]
    for (index, positions) in positions.enumerated() {
      for key in Self.choices(positions) { found[key, default: []].append(index) }
    }
    if found.isEmpty { found[Array(repeating: -1, count: values.count)] = [] }
    selections =
      found.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { key, courses in
        (zip(key, values).map { position, values in position < 0 ? nil : values[position] }, courses)
      }
    // Ids used twice have been reported; until they are mended the first one counts.
    counts = Dictionary(
      selections.map { (Self.path(of: $0.selection).path, $0.courses.count) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every way to choose one or none of the course's values in each facet; -1 stands for none.
  private static func choices(_ positions: [Set<Int>]) -> [[Int]] {
    positions.reduce([[]]) { choices, positions in
      choices.flatMap { choice in ([-1] + positions.sorted()).map { choice + [$0] } }
    }
  }

  private static func values(in model: Model) -> [[FacetValue]] {
    let subjects = Set(model.courses.records.flatMap(\.subjects))
    return FacetKind.allCases.map { kind in
      switch kind {
      case .stage: Stage.allCases.map { FacetValue(kind: kind, slug: Slugs.stage($0), label: $0.rawValue) }
      case .subject:
        subjects.map { FacetValue(kind: kind, slug: Slugs.subject($0), label: $0) }
          .sorted { (Slugs.rank(ofSubject: $0.label), $0.slug) < (Slugs.rank(ofSubject: $1.label), $1.slug) }
      case .tier: model.tiers.records.map { FacetValue(kind: kind, slug: $0.id.text, label: $0.short) }
      case .mode: CourseMode.allCases.map { FacetValue(kind: kind, slug: Slugs.mode($0), label: $0.rawValue) }
      }
    }
  }

  /// A course that names no stage or no subject is for all of them.
  private static func positions(of course: Course, among values: [[FacetValue]], in model: Model) -> [Set<Int>] {
    let tiers = course.module?.index.map { model.tiersByModule[$0].map { model.tiers.records[$0].id.text } } ?? []
    return zip(FacetKind.allCases, values).map { kind, values in
      Set(
        values.indices.filter { index in
          switch kind {
          case .stage: course.stages.isEmpty || course.stages.contains { $0.rawValue == values[index].label }
          case .subject: course.subjects.isEmpty || course.subjects.contains(values[index].label)
          case .tier: tiers.contains(values[index].slug)
          case .mode: course.mode.rawValue == values[index].label
          }
        })
    }
  }

  /// The page of a choice: `catalogue/chuzhong/shuxue/`.
  static func path(of selection: FacetSelection) -> SitePath {
    SitePath("catalogue/" + selection.compactMap { $0.map { $0.slug + "/" } }.joined())
  }

  /// How many courses fit `selection`.
  func count(_ selection: FacetSelection) -> Int { counts[Self.path(of: selection).path] ?? 0 }

  private static let valueType = RecordType(
    "facet-value",
    [
      .init("label", .text, doc: "文字"), .init("count", .number, doc: "课程数"),
      .init("url", .optional(.link), doc: "网址；没有课程时没有"), .init("selected", .boolean, doc: "是否已选"),
    ])
  static let groupType = RecordType(
    "facet-group",
    [
      .init("name", .text, doc: "分面名称"), .init("key", .text, doc: "stage、subject、tier、mode"),
      .init("values", .list(.record { valueType }), doc: "取值"),
    ])

  /// The facets of the page of `selection`, each value with the number of courses it would leave.
  func groups(for selection: FacetSelection) -> Value {
    .list(
      zip(FacetKind.allCases, values).enumerated().map { position, facet in
        let (kind, values) = facet
        let rows: [Value] = values.map { value in
          let isSelected = selection[position] == value
          var with = selection
          with[position] = value
          var target = with
          if isSelected { target[position] = nil }
          let count = count(with)
          return .record(
            View(
              Self.valueType,
              [
                .text(value.label), .number(Decimal(count)), count == 0 ? .none : .link(Self.path(of: target)),
                .boolean(isSelected),
              ]))
        }
        return .record(View(Self.groupType, [.text(kind.title), .text(kind.rawValue), .list(rows)]))
      })
  }
}
