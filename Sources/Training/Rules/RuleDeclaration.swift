package import Diagnostics
import Expressions
import Values

/// What an authority demands of its records: an item of `rules.yml`, about the records of a built-in kind, or of `rules` of a
/// declared collection, about its rows.
///
/// ```yaml
/// rules:
///   - {on: pack, when: "id == 'pinghaoke'", each: courses | length == 6, says: 评好课有六门课, code: RF06}
///   - {on: session, when: project.id == '2026-peixun', all: rows | length >= 3, says: 至少三场, advice: true}
/// ```
package struct RuleDeclaration: NestedRecord {
  package var origin = Origin()
  package var on: String?
  package var when: String?
  package var each: String?
  package var all: String?
  package var says = ""
  package var code = RuleCode.declared
  package var isAdvice = false

  package init() {}

  /// An item of `rules`: one of `each` and `all`, and `on` in `rules.yml` alone.
  package static let table = RecordTable<RuleDeclaration>(
    "rule", "规则",
    [
      .optional("on", "种类", \.on, "对哪一种记录，如 course 或 课程；只在 rules.yml 里写"),
      .optional("when", "条件", \.when, "只对使这个式子成立的记录，如 mode == '线上'；不写就对每条"),
      .optional("each", "每条", \.each, "对每条记录都要成立的式子，用项的名称，如 amount > 0"),
      .optional("all", "全部", \.all, "对全部记录要成立的式子，用 rows，如 rows | sum('points') == 100"),
      .required("says", "说明", \.says, "不成立时对编辑说的话"),
      .defaulted("code", "代码", \.code, "不成立时用哪个代码，不写为CO02；RF03、DT05、TX03 只警告"),
      .defaulted("advice", "只提醒", \.isAdvice, "不成立时只警告"),
    ])
}

extension RuleDeclaration {
  /// How grave it is when the rule does not hold.
  package var severity: Severity { isAdvice ? .warning : code.severity }

  /// What contradicts itself in a rule of a collection, or of `rules.yml`: where, and what would be right (CO01).
  package func contradiction(inCollection: Bool) -> (location: SourceLocation, message: Message)? {
    if (each == nil) == (all == nil) {
      return (origin.location, Message(zh: "规则写 each 或 all 之一", en: "a rule has one of each and all"))
    }
    if inCollection, on != nil {
      return (
        location(of: "on"),
        Message(zh: "自建表的规则对表的记录，不写 on", en: "a rule of a collection is about its rows and has no on")
      )
    }
    if !inCollection, on == nil {
      return (
        origin.location, Message(zh: "规则写明 on：对哪一种记录", en: "a rule says with on which kind of record it is about")
      )
    }
    return nil
  }
}
