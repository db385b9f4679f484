import Expressions
import PortalTestSupport
import Testing
import Training
import Values

/// Tables that a portal declares itself: read, checked, linked and exported like built-in ones.
@Suite struct CollectionTests {
  private static let declaration = "content/collections/fees.yml"
  private static let table = "content/years/2026/fees.csv"

  private static let portal = SmallPortal.content.adding(
    OneFilePortal(
      """
      --- content/collections/fees.yml ---
      title: 收费
      doc: 每一笔由谁出。
      files: ["years/{plan}/fees.csv"]
      page: fees/
      fields:
        - {name: plan, header: 计划, type: reference, to: plan, required: true, private: true, doc: 取自文件夹}
        - {name: id, header: 编号, type: id, doc: 编号}
        - {name: project, header: 项目, type: reference, to: project, required: true, doc: 哪个项目}
        - {name: item, header: 费用, type: text, required: true, aliases: [收费项目], doc: 哪一笔}
        - {name: amount, header: 金额, type: money, required: true, doc: 每人}
        - {name: kind, header: 种类, type: choice, words: [一次, 每月], doc: 怎样收}
        - {name: after, header: 前一笔, type: reference, to: fees, doc: 先交哪一笔}
        - {name: old, header: 旧金额, type: money, deprecated: 金额, doc: 不再用}
      unique: [project+item]
      rules:
        - {each: amount > 10, says: 金额大于10元}
        - {all: rows | length <= 3, says: 最多三笔}
        - {each: kind is defined, says: 写上种类, advice: true}
      --- content/years/2026/fees.csv ---
      编号,项目,收费项目,金额,种类,前一笔
      f1,yuancheng,教材,45元,一次,
      f2,yuancheng,平台,"1,200元",每月,f1

      """))

  private func places(_ path: String, _ old: String, _ new: String) throws -> [String] {
    ModelRun(try Self.portal.edited(path, old, new)).places
  }

  @Test(arguments: [
    ("files/liangbiao.csv", []), ("files/liang.csv", ["OU02 \(table):2:21"]),
    ("../liangbiao.csv", ["RF08 \(table):2:21"]),
    ("liangbiao.csv", ["RF08 \(table):2:21"]), ("files/../fees.csv", ["RF08 \(table):2:21"]),
    ("/etc/passwd", ["RF08 \(table):2:21"]), ("files/", ["RF08 \(table):2:21"]),
  ])
  func `a file lies in files/ beside the table`(text: String, told: [String]) throws {
    var portal = try Self.portal.edited(Self.declaration, "type: choice, words: [一次, 每月]", "type: file")
    portal = try portal.edited(Self.table, ",一次,", ",\(text),").edited(Self.table, ",每月,", ",files/liangbiao.csv,")
    portal["content/years/2026/files/liangbiao.csv"] = "看点\n"
    #expect(ModelRun(portal).places == told)
  }

  @Test func `rows are records: typed, linked, found from what they refer to`() throws {
    let run = ModelRun(Self.portal)
    #expect(run.places == [])
    let fees = try #require(run.model.collections.first)
    #expect(fees.rows.count == 2)
    #expect(fees.rowsByTarget["project:yuancheng"] == [0, 1])
    #expect(fees.rowsByTarget["plan:2026"] == [0, 1])
    #expect(fees.rowsByTarget["fees:f1"] == [1])
    let kind = RecordKind(fees)
    #expect(kind.export(run.model).map { $0["amount"]?.cellText } == ["45元", "1200元"].map { String($0.dropLast()) })
    #expect(kind.export(run.model).allSatisfy { $0["plan"] == nil })
    #expect(!kind.recordType().attributes.map(\.name).contains("plan"))
  }

  @Test(arguments: [
    ("f1,yuancheng,", "f1,yuanchen,", ["RF02 \(table):2:4"]),
    ("45元", "45分", ["RF08 \(table):2:17"]),
    ("45元", "9元", ["CO02 \(table):2:1"]),
    (",一次,", ",一年,", ["RF08 \(table):2:21"]),
    (",一次,", ",,", ["CO02 \(table):2:1"]),
    ("f2,yuancheng,平台", "f2,yuancheng,教材", ["RF01 \(table):3:4"]),
    ("f2,", "f1,", ["RF01 \(table):3:1"]),
    (",f1\n", ",f3\n", ["RF02 \(table):3:29"]),
    ("收费项目", "收费项", ["RF07 \(table):1:7"]),
    ("f1\n", "f1\nf3,yuancheng,三,11元,一次,\nf4,yuancheng,四,11元,一次,\n", ["CO02 \(declaration):17:11"]),
  ])
  func `what is wrong with a row is told at the row`(old: String, new: String, told: [String]) throws {
    #expect(try places(Self.table, old, new) == told)
  }

  @Test(arguments: [
    ("to: project", "to: projekt", "CO01 \(declaration):8:54"),
    ("words: [一次, 每月], ", "", "CO01 \(declaration):11:5"),
    ("unique: [project+item]", "unique: [project+items]", "CO01 \(declaration):14:9"),
    ("page: fees/", "page: /fees", "CO01 \(declaration):4:7"),
    ("fees.csv", "fees.xlsx", "CO01 \(declaration):3:8"),
    ("name: kind, header: 种类", "name: amount, header: 种类", "CO01 \(declaration):11:12"),
    ("amount > 10", "amount + 10", "LT08 \(declaration):16:12"),
    ("amount > 10", "amout > 10", "LT04 \(declaration):16:12"),
    ("type: money, req", "type: geld, req", "RF08 \(declaration):10:38"),
    (
      "each: amount > 10,",
      "each: \"'a'|replace('a', 'b' * 999999)|replace('b', 'c' * 999999)|length > 0\",", "CO02 \(declaration):16:12"
    ),
    ("name: after", "name: 后", "RF08 \(declaration):12:12"),
  ])
  func `what is wrong with a declaration is told once, and not of its rows`(
    old: String, new: String, told: String
  ) throws {
    #expect(try places(Self.declaration, old, new) == [told])
  }

  @Test func `a field that goes away is warned about where it is used`() throws {
    let table = """
      编号,项目,收费项目,金额,种类,旧金额
      f1,yuancheng,教材,45元,一次,40元

      """
    var portal = Self.portal
    portal[Self.table] = table
    #expect(ModelRun(portal).places == ["RF10 \(Self.table):1:18"])
  }

  @Test func `lists and texts with front matter hold rows, too`() throws {
    let run = ModelRun(
      SmallPortal.content.adding(
        OneFilePortal(
          """
          --- content/collections/studios.yml ---
          title: 工作室
          doc: 名师工作室。
          files: [studios/studios.yml, "studios/{id}.md"]
          fields:
            - {name: id, header: 编号, type: id, required: true, doc: 编号}
            - {name: name, header: 名称, type: text, required: true, doc: 名称}
            - name: events
              header: 活动
              type: record
              list: true
              doc: 活动
              fields:
                - {name: when, header: 时间, type: period, required: true, doc: 什么时候}
                - {name: people, header: 人数, type: heads, doc: 几人}
          rules:
            - {each: events | length <= 2, says: 最多两次}
          --- content/studios/studios.yml ---
          studios:
            - {id: a, name: 甲, events: [{when: 2026-09, people: 约20}, {when: 2026-10-02}]}
          --- content/studios/b.md ---
          ---
          name: 乙
          ---
          正文。

          """)))
    #expect(run.places == [])
    let studios = try #require(run.model.collections.first)
    #expect(studios.rows.map { $0.exportedText(of: 1, in: studios) }.sorted() == ["乙", "甲"])
    #expect(
      studios.rows.map { $0.exportedText(of: 2, in: studios) }.sorted()
        == ["", #"[{"when":"2026-09","people":"约20"},{"when":"2026-10-02"}]"#])
  }
}
