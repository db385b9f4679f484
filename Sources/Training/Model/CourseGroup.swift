package import Expressions
import Values

/// Courses under one heading: a module, a stage of a programme, or a pack.
package struct CourseGroup: Sendable {
  /// What layouts see of a group: heading, small print, page if it has one, courses.
  package static let recordType = RecordType(
    "course-group",
    [
      .init("title", .text, doc: "组名"), .init("remark", .optional(.text), doc: "组名后的小字"),
      .init("url", .optional(.link), doc: "组的网页"),
      .init("courses", .list(Reference<Course>.valueType), doc: "课程"),
    ])

  /// The courses at `indices`, grouped: modules in their order, then stages, then packs; within a group what can still be
  /// chosen first, by its last day, then by number.
  package static func value(of indices: [Int], in model: Model) -> Value {
    struct Head: Hashable, Comparable {
      var family: Int
      var order: Int
      var index: Int
      static func < (left: Head, right: Head) -> Bool {
        (left.family, left.order, left.index) < (right.family, right.order, right.index)
      }
    }
    var groups: [Head: [Course]] = [:]
    for index in indices {
      let course = model.courses.records[index]
      let head: Head
      if let module = course.module?.record(in: model) {
        head = Head(family: 0, order: module.order, index: module.origin.index)
      } else if let phase = course.phase?.record(in: model) {
        head = Head(family: 1, order: phase.no, index: phase.origin.index)
      } else {
        let pack = course.pack.record(in: model)
        head = Head(family: 2, order: pack?.order ?? Int.max, index: pack?.origin.index ?? -1)
      }
      groups[head, default: []].append(course)
    }
    return .list(
      groups.sorted { $0.key < $1.key }.map { head, courses in
        .record(View(recordType, heading(of: head.family, head.index, in: model) + [.list(sorted(courses, in: model))]))
      })
  }

  private static func heading(of family: Int, _ index: Int, in model: Model) -> [Value] {
    switch family {
    case 0:
      let module = model.modules.records[index]
      return [
        .text(module.name), module.remark.map { .text($0) }.orNone,
        .link(model.routes.path(of: Module.table.name, id: module.id.text)),
      ]
    case 1:
      let phase = model.phases.records[index]
      let hours = phase.classHours.map { "，\($0.number.description)学时" } ?? ""
      let project = phase.project?.record(in: model)
      return [
        .text(phase.name), .text((project.map { $0.shortName ?? $0.name } ?? "") + "第\(phase.no)阶段" + hours),
        project.map { .link(model.routes.path(of: Project.table.name, id: $0.id.text)) }.orNone,
      ]
    default:
      guard model.packs.records.indices.contains(index) else { return [.text(""), .none, .none] }
      let pack = model.packs.records[index]
      return [.text(pack.title), .none, .link(model.routes.path(of: CoursePack.table.name, id: pack.id.text))]
    }
  }

  private static func sorted(_ courses: [Course], in model: Model) -> [Value] {
    courses.sorted { left, right in
      func key(_ course: Course) -> (Int, Int, Int, String) {
        let isClosed = course.enrolTo.map { $0 < model.asOf } ?? false
        return (isClosed ? 1 : 0, isClosed ? 0 : course.enrolTo?.dayNumber ?? Int.max, course.no, course.id.text)
      }
      return key(left) < key(right)
    }
    .map { .record(Entity($0, in: model)) }
  }
}
