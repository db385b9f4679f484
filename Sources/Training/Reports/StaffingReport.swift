import Diagnostics

extension ReportKind {
  /// Who has which classes, and how large they are.
  package static let staffing = ReportKind(
    name: "staffing",
    title: Message(zh: "班级、人数、辅导教师和专家", en: "classes, members, tutors and experts"),
    explanation: Message(
      zh: "每个班一行，每个学科班、每个区县和每个项目各有一行合计。",
      en: "A row for each class, and one with the sums for each stream, each area and each project."
    )
  ) { model in
    Report(
      [
        .message("kind", "类别", "kind") { $0.kind.title },
        .text("project", "项目", "project") { $0.project },
        .text("name", "名称", "name") { $0.name },
        .count("classes", "班数", "classes") { $0.classes },
        .count("members", "人数", "members") { $0.members },
        .count("enrolled", "报名人数", "enrolled") { $0.enrolled },
        .count("limit", "每班最多", "limit of a class") { $0.limit },
        .text("tutor", "辅导教师", "tutor") { $0.tutor },
        .count("tutor_classes", "带班数", "classes of the tutor") { $0.tutorClasses },
        .count("groups", "小组数", "groups") { $0.groups },
        .count("experts", "专家数", "experts") { $0.experts },
        .count("members_per_expert", "每名专家人数", "members per expert") { line in
          guard let experts = line.experts, experts > 0 else { return nil }
          return (line.members + experts - 1) / experts
        },
        .text("waiver", "破例", "waiver") { $0.waiver },
      ], model.projects.records.flatMap { StaffingLine.of($0, model) })
  }
}

/// A class, or some of them together.
private struct StaffingLine {
  enum Kind {
    case `class`, stream, area, project

    var title: Message {
      switch self {
      case .class: Message(zh: "班级", en: "class")
      case .stream: Message(zh: "学科班", en: "stream")
      case .area: Message(zh: "区县", en: "area")
      case .project: Message(zh: "项目", en: "project")
      }
    }
  }

  var kind: Kind
  var project: String
  var name: String
  var classes: Int
  var members: Int
  var enrolled: Int?
  var limit: Int?
  var tutor: String?
  var tutorClasses: Int?
  var groups: Int?
  var experts: Int?
  var waiver: String?

  /// The lines of a project: none when it has no classes.
  static func of(_ project: Project, _ model: Model) -> [StaffingLine] {
    let classes = model.classesByProject[project.origin.index].map { model.classes.records[$0] }
    guard !classes.isEmpty else { return [] }
    let name = project.shortName ?? project.name
    let loads = Dictionary(grouping: model.classes.records.flatMap(\.tutors).compactMap(\.index)) { $0 }.mapValues(
      \.count)
    func sum(_ kind: Kind, _ title: String, _ own: [Class], enrolled: Int? = nil) -> StaffingLine {
      StaffingLine(
        kind: kind, project: name, name: title, classes: own.count, members: own.reduce(0) { $0 + $1.size },
        enrolled: enrolled, groups: own.reduce(0) { $0 + model.groupsByClass[$1.origin.index].count })
    }
    var lines = classes.map { record in
      StaffingLine(
        kind: .class, project: name, name: record.name, classes: 1, members: record.size,
        limit: project.classLimits.maximum,
        tutor: record.tutors.compactMap { $0.record(in: model)?.name }.joined(separator: "、"),
        tutorClasses: record.tutors.compactMap(\.index).compactMap { loads[$0] }.max(),
        groups: model.groupsByClass[record.origin.index].count,
        waiver: record.waiver.map { waiver in
          [waiver.reason, waiver.approvedBy].filter { !$0.isEmpty }.joined(separator: "；")
        })
    }
    let streams = model.streamsByProject[project.origin.index].map { model.streams.records[$0] }
    for stream in streams {
      let own = classes.filter { $0.streams.contains { $0.index == stream.origin.index } }
      lines.append(sum(.stream, stream.name, own, enrolled: stream.enrolled))
    }
    for area in model.areas.records {
      let own = classes.filter { $0.area.index == area.origin.index }
      if !own.isEmpty { lines.append(sum(.area, area.name, own)) }
    }
    var whole = sum(
      .project, project.name, classes,
      enrolled: streams.isEmpty ? project.heads.number : streams.reduce(0) { $0 + $1.enrolled })
    whole.experts = project.expertTeam?.experts ?? experts(of: project, model)
    return lines + [whole]
  }

  /// How many experts hold its sessions and give its courses, for a project that does not say how many guide it.
  private static func experts(of project: Project, _ model: Model) -> Int {
    var experts: Set<Int> = []
    for index in model.sessionsByProject[project.origin.index] {
      let session = model.sessions.records[index]
      experts.formUnion((session.experts + [session.chair].compactMap(\.self)).compactMap(\.index))
    }
    for pack in project.packs.compactMap(\.index) {
      for index in model.coursesByPack[pack] {
        experts.formUnion(model.courses.records[index].lecturers.compactMap(\.index))
      }
    }
    return experts.count
  }
}
