package import Diagnostics
import Expressions
import Values

/// A kind of record that an authority describes itself: `collections/<name>.yml`.
///
/// ```yaml
/// title: 收费标准
/// doc: 各类人员的培训收费。
/// files: years/{plan}/fees.csv
/// fields:
///   - {name: audience, header: 对象, type: text, required: true, doc: 收费的人员}
///   - {name: amount, header: 标准, type: money, required: true, doc: 每人}
/// unique: audience
/// page: fees/
/// rules:
///   - {each: amount.amount > 0, says: 收费大于 0}
/// ```
package struct CollectionDeclaration: Record {
  package var origin = Origin()
  package var id = FieldName()
  package var title = ""
  package var doc = ""
  package var files: [String] = []
  package var fields: [FieldDeclaration] = []
  package var unique: [String] = []
  package var page: String?
  package var layout: String?
  package var section: CollectionSection?
  package var rules: [RuleDeclaration] = []

  package init() {}

  /// `collection`: where its records stand, what they hold, what must be true of them, which page shows them.
  package static let table = RecordTable<CollectionDeclaration>(
    "collection", "自建表",
    [
      .required("id", "编号", \.id, "名称，取自文件名；版式里写 collections.名称"),
      .required("title", "标题", \.title, "表的名称"),
      .required("doc", "说明", \.doc, "一句话说明这张表"),
      .list(
        "files", "文件", \.files, "content/ 下的路径，花括号里的名称成为项的值：.csv 每行一条，.yml 是一个列表，.md 每个文件一条", .required),
      .list("fields", "项", \.fields, "每条记录有哪些项", .required),
      .list("unique", "唯一", \.unique, "不能重复的项；几项合起来唯一写作 年+名称"),
      .optional("page", "网页", \.page, "列出全部记录的网页的路径，以 / 结尾；不写就没有网页"),
      .optional("layout", "版式", \.layout, "那个网页的版式；不写用 collection.html"),
      .optional("section", "栏目", \.section, "网页属于导航的哪一栏"),
      .list("rules", "规则", \.rules, "必须成立的式子"),
    ])
}

extension CollectionDeclaration {
  /// Whether every part of it could be read: records of a table that is not known are not judged.
  var isWhole: Bool {
    origin.isWhole && fields.allSatisfy { $0.origin.isWhole && $0.fields.allSatisfy(\.origin.isWhole) }
      && rules.allSatisfy(\.origin.isWhole)
  }
}

/// A field of a declared collection.
package struct FieldDeclaration: NestedRecord {
  package var origin = Origin()
  package var name = FieldName()
  package var header = ""
  package var aliases: [String] = []
  package var type = FieldKind.text
  package var target: String?
  package var words: [String] = []
  package var fields: [ItemFieldDeclaration] = []
  package var isList = false
  package var isRequired = false
  package var isPrivate = false
  package var successor: String?
  package var doc = ""

  package init() {}

  /// An item of `fields` of a collection.
  package static let table = RecordTable<FieldDeclaration>(
    "field", "项",
    [
      .required("name", "名称", \.name, "英文名称，版式和 YAML 里用"),
      .required("header", "栏目", \.header, "中文名称，表格的栏目"),
      .list("aliases", "别名", \.aliases, "表格里也认的其他栏目名"),
      .defaulted("type", "类型", \.type, "值的类型"),
      .optional("to", "指向", \.target, "类型为 reference 时：记录的种类，如 project，或另一张自建表的名称"),
      .list("words", "取值", \.words, "类型为 choice 时：可写的词"),
      .list("fields", "子项", \.fields, "类型为 record 时：它的各项"),
      .defaulted("list", "列表", \.isList, "是否可以有几个值；表格里用、分开"),
      .defaulted("required", "必填", \.isRequired, "是否必填"),
      .defaulted("private", "不公开", \.isPrivate, "是否只核对，不给版式和导出"),
      .optional("deprecated", "改用", \.successor, "不再使用时：改用哪一项"),
      .required("doc", "说明", \.doc, "一句话说明"),
    ])
}

/// A field of a value of type `record`: one level, no further ones.
package struct ItemFieldDeclaration: NestedRecord {
  package var origin = Origin()
  package var name = FieldName()
  package var header = ""
  package var type = FieldKind.text
  package var words: [String] = []
  package var isRequired = false
  package var doc = ""

  package init() {}

  /// An item of `fields` of a field.
  package static let table = RecordTable<ItemFieldDeclaration>(
    "item-field", "子项",
    [
      .required("name", "名称", \.name, "英文名称"),
      .required("header", "栏目", \.header, "中文名称"),
      .defaulted("type", "类型", \.type, "值的类型；reference 和 record 除外"),
      .list("words", "取值", \.words, "类型为 choice 时：可写的词"),
      .defaulted("required", "必填", \.isRequired, "是否必填"),
      .required("doc", "说明", \.doc, "一句话说明"),
    ])
}

/// The words of the spine that a collection's page can stand under.
package enum CollectionSection: String, Choice {
  case plan, catalogue, classes, schedule, newsletters, notices, help
  /// As RF08 says it: “不在栏目的取值之内”, “not one of the section values”.
  package static var typeName: Message { Message(zh: "栏目", en: "section") }
}
