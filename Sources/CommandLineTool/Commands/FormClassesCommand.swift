import Arguments
import Diagnostics
import Files
import Training
import Values

/// `form-classes`: proposes classes for a table of enrolments, with the reason for the size of each.
struct FormClassesCommand {
  let arguments: ParsedArguments
  let language: Language

  func run(in world: World) -> Int32 {
    let maximum = arguments.count(.classMaximum) ?? ClassRule.standard.maximum
    let tail = arguments.count(.classMinimum) ?? min(ClassRule.standard.tailMinimum, maximum / 2)
    let fill = arguments.text(.classFill).flatMap(ClassRule.Fill.init) ?? ClassRule.standard.fill
    let small = arguments.text(.smallSubjects).flatMap(ClassRule.SmallSubjects.init) ?? ClassRule.standard.smallSubjects
    guard let rule = ClassRule(maximum: maximum, tailMinimum: tail, fill: fill, smallSubjects: small) else {
      world.report([Self.impossible(maximum, tail)], in: language)
      return 2
    }
    let path = arguments.operands.first ?? ""
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try world.files.read(path)
    } catch {
      world.report([error.diagnostic(shownAs: path)], in: language)
      return 1
    }
    let table = Enrolment.read(bytes, path: path)
    world.report(table.diagnostics, in: language, citing: [path: table.text ?? bytes])
    guard !table.diagnostics.hasErrors else { return 1 }
    let formation = ClassFormation(table.rows, by: rule)
    world.output.write(csv(formation, rule))
    if !arguments.has(.quiet) { world.errors.write(summary(formation, table.rows, rule).text(in: language) + "\n") }
    return 0
  }

  private func csv(_ formation: ClassFormation, _ rule: ClassRule) -> [UInt8] {
    // Excel reads Chinese only behind a byte order mark.
    var writer = CSVWriter(byteOrderMark: true)
    writer.record(["区县", "学段", "学科", "班号", "人数", "说明"])
    for proposed in formation.classes {
      writer.record([
        proposed.area, proposed.stage, proposed.subject, String(proposed.number), String(proposed.size.members),
        proposed.reason(rule).text(in: language),
      ])
    }
    return writer.output
  }

  /// How many classes there are, and how many the other way with small subjects would give.
  private func summary(_ formation: ClassFormation, _ rows: [Enrolment], _ rule: ClassRule) -> Message {
    let other: ClassRule.SmallSubjects = rule.smallSubjects == .pooled ? .subject : .pooled
    let others = ClassRule(
      maximum: rule.maximum, tailMinimum: rule.tailMinimum, fill: rule.fill, smallSubjects: other
    ).map { ClassFormation(rows, by: $0).classes.count }
    var summary = Message(
      zh: "\(formation.classes.count) 个班，\(formation.members) 人",
      en: "\(formation.classes.count) classes, \(formation.members) members")
    if let others, others != formation.classes.count {
      summary = Message(
        zh: summary.zh + "；--small=\(other.rawValue) 则是 \(others) 个班",
        en: summary.en + "; \(others) classes with --small=\(other.rawValue)")
    }
    return summary
  }

  private static func impossible(_ maximum: Int, _ tail: Int) -> Diagnostic {
    let largest = ClassRule.largestTailMinimum(for: maximum)
    return Diagnostic(
      "AR05",
      Message(
        zh: "每班最多 \(maximum) 人、末班最少 \(tail) 人：\(maximum + 1) 人就编不成班",
        en: "\(maximum + 1) members cannot be classes of at most \(maximum) and at least \(tail)"), at: nil,
      repair: Message(zh: "--min 不超过 \(largest)", en: "--min is at most \(largest)"))
  }
}

extension ClassFormation.ProposedClass {
  /// Why the class has its size, and who is in it when it has several subjects.
  fileprivate func reason(_ rule: ClassRule) -> Message {
    let reason = sizeReason(rule)
    guard !parts.isEmpty else { return reason }
    let zh = parts.map {
      $0.members == $0.enrolled ? "\($0.subject) \($0.members) 人" : "\($0.subject) \($0.enrolled) 人中的 \($0.members) 人"
    }
    let en = parts.map {
      $0.members == $0.enrolled ? "\($0.subject) \($0.members)" : "\($0.subject) \($0.members) of \($0.enrolled)"
    }
    return Message(
      zh: "合班：" + zh.joined(separator: "、") + "；" + reason.zh,
      en: "together: " + en.joined(separator: ", ") + "; " + reason.en)
  }

  private func sizeReason(_ rule: ClassRule) -> Message {
    switch size.cause {
    case .small: Message(zh: "不足 \(rule.maximum) 人，编一个班", en: "fewer than \(rule.maximum): one class")
    case .full: Message(zh: "满 \(rule.maximum) 人", en: "full")
    case .tail: Message(zh: "末班，不少于 \(rule.tailMinimum) 人", en: "the last class, at least \(rule.tailMinimum)")
    case .shared(let rest):
      Message(
        zh: "末班只剩 \(rest) 人，不足 \(rule.tailMinimum) 人，与前一个班平分",
        en: "the last class would have \(rest), fewer than \(rule.tailMinimum): it shares with the one before")
    case .balanced: Message(zh: "各班人数相近", en: "classes of one size")
    }
  }
}
