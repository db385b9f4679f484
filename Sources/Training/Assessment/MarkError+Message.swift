package import Diagnostics
import Values

extension MarkError {
  /// What `item` takes instead; nothing of what was written.
  package func message(of item: Item) -> Message {
    switch self {
    case .unreadable:
      item.threshold != nil
        ? Message(zh: "“\(item.name)”要写分钟数", en: "\(item.id.text) takes minutes")
        : item.grades.isEmpty
          ? Message(zh: "“\(item.name)”要写分数", en: "\(item.id.text) takes points")
          : Message(
            zh: "“\(item.name)”的等级是\(item.grades.map(\.name).joined(separator: "、"))，没有达到的写不合格",
            en: "\(item.id.text) takes one of its grades, or 不合格")
    case .outOfRange(let most):
      Message(zh: "超过“\(item.name)”的最高分 \(most)", en: "more than the \(most) that \(item.id.text) gives at most")
    case .notAGrade:
      Message(
        zh: "“\(item.name)”只有 \(item.grades.map(\.points.number.description).joined(separator: "、")) 分或 0 分",
        en: "\(item.id.text) gives the points of one of its grades, or 0")
    case .missingPart:
      Message(
        zh: "“\(item.name)”要写明分项：\(item.parts.map(\.name).joined(separator: "、"))",
        en: "\(item.id.text) has parts; say which")
    case .unknownPart: Message(zh: "“\(item.name)”没有这个分项", en: "\(item.id.text) has no such part")
    }
  }
}
