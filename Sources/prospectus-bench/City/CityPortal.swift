import Files
import Training

/// A city whose teachers all learn at a distance (domain §6.B): areas, streams and classes of a table of enrolments, formed by
/// the rule of the domain, with the courses, people, schemes and newsletters that belong to them. Every name is made up from
/// the number of its bearer, so that the same table gives the same bytes.
struct CityPortal {
  /// A subject of a stage.
  struct Stream: Hashable {
    var stage: String
    var subject: String
    var name: String { stage + subject }
  }

  /// A class, with numbers from 1 for what it belongs to.
  struct CityClass {
    var stream: Int
    var area: Int
    var no: Int
    /// Among all classes.
    var number: Int
    var name: String
    var size: Int
    var id: String { "q\(area)-s\(stream)-\(no)" }
    /// Groups of at most 20.
    var groups: Int { (size + 19) / 20 }
  }

  static let project = "yuancheng"
  static let folder = "content/years/2026/projects/" + project

  let areas: [String]
  let streams: [Stream]
  let classes: [CityClass]
  /// By the places of `streams`.
  private let enrolled: [Int]

  /// The city of these enrolments, each small subject a class by itself.
  init(_ enrolments: [Enrolment]) {
    var areas: [String] = []
    var streams: [Stream] = []
    var enrolled: [Int] = []
    for row in enrolments {
      let stream = Stream(stage: row.stage, subject: row.subject)
      if !areas.contains(row.area) { areas.append(row.area) }
      if let place = streams.firstIndex(of: stream) {
        enrolled[place] += row.members
      } else {
        streams.append(stream)
        enrolled.append(row.members)
      }
    }
    (self.areas, self.streams, self.enrolled) = (areas, streams, enrolled)
    var classes: [CityClass] = []
    for proposed in ClassFormation(enrolments, by: .standard).classes {
      guard let area = areas.firstIndex(of: proposed.area),
        let stream = streams.firstIndex(of: Stream(stage: proposed.stage, subject: proposed.subject))
      else { continue }
      classes.append(
        CityClass(
          stream: stream + 1, area: area + 1, no: proposed.number, number: classes.count + 1,
          name: "\(proposed.area)\(proposed.stage)\(proposed.subject)\(proposed.number)班", size: proposed.size.members))
    }
    self.classes = classes
  }

  /// Writes everything.
  ///
  /// - Returns: how many newsletters there are.
  func write(_ portal: inout GeneratedPortal, newslettersPerClass: Int) throws(FileError) -> Int {
    try portal.writeFrame(name: "青澜市教师发展中心", project: Self.project)
    try writeProject(&portal)
    try writePeople(&portal)
    try writeCourses(&portal)
    try writeSchemes(&portal)
    for record in classes {
      for issue in 0..<newslettersPerClass {
        try portal.write(
          Self.folder + "/newsletters/\(record.id)/0\(issue + 1).md", Self.newsletter(record, issue: issue + 1))
      }
    }
    return classes.count * newslettersPerClass
  }

  /// Areas, project, milestones, phases, streams, classes and groups.
  private func writeProject(_ portal: inout GeneratedPortal) throws(FileError) {
    try portal.writeTable(
      "content/org/areas.csv", "编号,名称,类别,顺序,管理单位",
      areas.enumerated().map { place, name in
        "q\(place + 1),\(name),\(Self.kind(ofArea: name)),\(place + 1),\(name)教师进修学校"
      })
    let total = enrolled.reduce(0, +)
    try portal.writeTable(
      "content/years/2026/projects.csv", "编号,序号,培训项目名称,拟培训人数,培训方式,拟培训时间,培训地点",
      ["\(Self.project),1,2026年全员远程培训,\(total),线上研修,2026-08-15..2026-09-15,线上"])
    try portal.writeTable(
      "content/years/2026/milestones.csv", "编号,时间,事项", ["qidong,2026-08-12,启动会", "biaozhang,2026-09-30,总结表彰会"])
    try portal.write(
      Self.folder + "/index.md",
      """
      ---
      summary: 全市教师远程培训，25学时，共1125分钟。
      packs: [\(packs.joined(separator: ", "))]
      schemes: [\(Self.schemes.map(\.id).joined(separator: ", "))]
      class_hours: 25
      minutes_per_class_hour: 45
      class_rule: {small_subject: per-subject}
      expert_team: {experts: \(Self.experts), trainees_per_expert: 800}
      ---

      由程序生成。

      """)
    try portal.write(
      Self.folder + "/phases.yml",
      """
      phases:
        - {id: jd1, no: 1, name: 通识课程, start: 2026-08-15, end: 2026-08-20, class_hours: 5}
        - {id: jd2, no: 2, name: 单元备课, start: 2026-08-21, end: 2026-09-09, class_hours: 16}
        - {id: jd3, no: 3, name: 案例观摩, start: 2026-09-10, end: 2026-09-15, class_hours: 4}

      """)
    try portal.writeTable(
      Self.folder + "/streams.csv", "编号,学段,学科,报名人数",
      zip(streams, enrolled).enumerated().map { "s\($0 + 1),\($1.0.stage),\($1.0.subject),\($1.1)" })
    try portal.writeTable(
      Self.folder + "/classes.csv", "编号,学科班,区县,班号,班级名称,辅导教师,人数,学习率",
      classes.map { record in
        let rate = "\(90 + record.number % 10).\(record.number % 7)%"
        return
          "\(record.id),s\(record.stream),q\(record.area),\(record.no),\(record.name),t\(record.number),\(record.size),\(rate)"
      })
    try portal.writeTable(
      Self.folder + "/groups.csv", "编号,班级,小组,人数,组长单位",
      classes.flatMap { record in
        (0..<record.groups).map { group in
          let size = (record.size + group) / record.groups
          let school = Self.school(areas[record.area - 1], streams[record.stream - 1], record.number + group)
          return "\(record.id)-g\(group + 1),\(record.id),第\(group + 1)组,\(size),\(school)"
        }
      })
  }

  private static func kind(ofArea name: String) -> String {
    ["市属", "县", "区", "市"].first { name.hasSuffix($0) } ?? "市属"
  }
}

extension GeneratedPortal {
  /// A table with its header.
  mutating func writeTable(_ path: String, _ header: String, _ rows: [String]) throws(FileError) {
    try write(path, ([header] + rows).map { $0 + "\n" }.joined())
  }
}
