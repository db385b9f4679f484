package import Diagnostics
import Values

/// What one group has reached, as `results.csv` has it.
package struct GroupFigures: Hashable, Sendable {
  /// The scheme's place in the model.
  package let scheme: Int
  /// The area's place in the model; `nil` for a class and for all.
  package let area: Int?
  /// The class's place in the model; `nil` for an area and for all.
  package let classIndex: Int?
  /// What it has reached.
  package let result: GroupResult
  /// Whether nothing but its size is written down: it is small, or its figures would tell those of a small one.
  package let isWithheld: Bool
}

extension Gradebook {
  /// What all, each area and each class have reached, by each scheme of trainees that any of them has marks of.
  ///
  /// Where small groups are withheld and hold fewer than `ResultRow.least` people together, the next smallest is withheld as well:
  /// the sum less the others would tell them.
  ///
  /// - Complexity: O(people × log people).
  package func figures(in model: Model) -> [GroupFigures] {
    marks.tables.keys.sorted().filter { model.schemes.records[$0].subject == .trainee }.flatMap {
      scheme -> [GroupFigures] in
      var assessed: [Assessment?] = Array(repeating: nil, count: people.count)
      for (person, assessment) in assessments(by: scheme, in: model) { assessed[person] = assessment }
      func group(_ members: [Int]) -> GroupResult {
        GroupResult(enrolled: members.count, members.compactMap { assessed[$0] })
      }
      let classes = people.map { $0.classID.flatMap(model.classes.index(of:)) }
      let areas = classes.map { $0.flatMap { model.classes.records[$0].area.index } }
      let all = group(Array(people.indices))
      return [
        GroupFigures(
          scheme: scheme, area: nil, classIndex: nil, result: all, isWithheld: all.enrolled < ResultRow.least)
      ]
        + Self.withholding(areas, group).map {
          GroupFigures(scheme: scheme, area: $0.place, classIndex: nil, result: $0.result, isWithheld: $0.isWithheld)
        }
        + Self.withholding(classes, group).map {
          GroupFigures(scheme: scheme, area: nil, classIndex: $0.place, result: $0.result, isWithheld: $0.isWithheld)
        }
    }
  }

  /// The groups by their places in the model, with those marked of which only the size is told.
  private static func withholding(
    _ places: [Int?], _ group: ([Int]) -> GroupResult
  ) -> [(place: Int, result: GroupResult, isWithheld: Bool)] {
    let members = Dictionary(grouping: places.indices.filter { places[$0] != nil }) { places[$0] ?? 0 }
    var groups = members.sorted { $0.key < $1.key }.map { ($0.key, group($0.value), false) }
    // Nobody without a group: they would be told by the sum as the small groups are.
    var hidden = places.count { $0 == nil }
    for index in groups.indices where groups[index].1.enrolled < ResultRow.least {
      groups[index].2 = true
      hidden += groups[index].1.enrolled
    }
    while hidden > 0, hidden < ResultRow.least,
      let next = groups.indices.filter({ !groups[$0].2 }).min(by: { groups[$0].1.enrolled < groups[$1].1.enrolled })
    {
      groups[next].2 = true
      hidden += groups[next].1.enrolled
    }
    return groups.map { ($0.0, $0.1, $0.2) }
  }

  /// The bytes of `results.csv` for these people; `nil` when they have no marks of a scheme for trainees.
  package func results(in model: Model) -> [UInt8]? {
    let figures = figures(in: model)
    guard !figures.isEmpty else { return nil }
    var writer = CSVWriter(byteOrderMark: true)
    writer.record(["考核方案", "版本", "区县", "班级", "人数", "有成绩", "合格", "平均分"])
    for line in figures {
      let scheme = model.schemes.records[line.scheme]
      let area = line.area.map { model.areas.records[$0].id.text } ?? ""
      let classID = line.classIndex.map { model.classes.records[$0].id.text } ?? ""
      var cells = [scheme.id.text, String(scheme.version), area, classID, String(line.result.enrolled)]
      if line.isWithheld {
        cells += ["", "", ""]
      } else {
        cells += [String(line.result.assessed), String(line.result.passed), line.result.mean?.description ?? ""]
      }
      writer.record(cells)
    }
    return writer.output
  }

  /// SC03: where `results.csv` of the project says something else than its scores, without saying what.
  package func disagreements(in model: Model) -> [Diagnostic] {
    guard let place = model.projects.index(of: project), model.isComplete(ResultRow.self) else { return [] }
    let rows = model.resultsByProject[place].map { model.results.records[$0] }.filter {
      $0.isSound("scheme", "area", "class", "enrolled", "assessed", "passed", "mean")
    }
    // A portal that has not written anything down yet has nothing to disagree with.
    guard !rows.isEmpty else { return [] }
    var left = rows
    var found: [Diagnostic] = []
    for line in figures(in: model) {
      guard
        let index = left.firstIndex(where: {
          $0.scheme.index == line.scheme && $0.area?.index == line.area && $0.classReference?.index == line.classIndex
        })
      else {
        found.append(Self.outdated(rows[0].origin.location, Message(zh: "少了一行", en: "a row is missing")))
        break
      }
      let row = left.remove(at: index)
      let told = line.isWithheld ? nil : line.result
      let fields: [(field: String, isSame: Bool)] = [
        ("enrolled", row.enrolled == line.result.enrolled), ("assessed", row.assessed == told?.assessed),
        ("passed", row.passed == told?.passed), ("mean", row.mean?.number == told?.mean),
      ]
      if let wrong = fields.first(where: { !$0.isSame }) {
        let title = ResultRow.table.index(of: wrong.field).map { ResultRow.table.fields[$0].header } ?? wrong.field
        found.append(
          Self.outdated(
            row.location(of: wrong.field),
            Message(zh: "“\(title)”与成绩算出来的不同", en: "\(wrong.field) is not what comes of the scores")))
      }
    }
    found += left.map {
      Self.outdated($0.origin.location, Message(zh: "成绩里没有这一组", en: "the scores have no such group"))
    }
    return found
  }

  private static func outdated(_ place: SourceLocation, _ message: Message) -> Diagnostic {
    Diagnostic(
      "SC03", message, at: place,
      repair: Message(
        zh: "运行 prospectus results --private 文件夹，重新写出这张表",
        en: "run prospectus results --private DIR to write the table anew"))
  }
}
