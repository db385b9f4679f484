import Diagnostics
import Expressions
import Foundation
import PortalTestSupport
import TestSupport
import Testing
import Training

/// Tables as offices save them: merged cells, damage by spreadsheets, other encodings, nothing in them.
@Suite struct TableTests {
  private static let folder = "content/years/2026/projects/yuancheng/"
  private static let classes = folder + "classes.csv"
  private static let sessions = folder + "sessions.csv"
  private static let streams = folder + "streams.csv"

  private func run(_ path: String, _ old: String, _ new: String) throws -> ModelRun {
    ModelRun(try SmallPortal.content.edited(path, old, new))
  }

  @Test func `blank cells of a column that fills down have the value above, and that is told once a column`() throws {
    let run = try run(Self.classes, "c2,zx,linjiang,2", "c2,, \u{3000},2")
    #expect(run.places == ["CV14 \(Self.classes):3:1", "CV14 \(Self.classes):3:1"])
    #expect(!run.diagnostics.hasErrors)
    let filled = try #require(run.model.classes["c2"])
    #expect(filled.area.id == "linjiang" && filled.stream.id == "zx")
    // Its place is that of the cell which says it.
    #expect(filled.location(of: "area") == run.model.classes["c1"]?.location(of: "area"))
  }

  @Test func `the first row has nothing above it, and other columns are not filled`() throws {
    #expect(try run(Self.classes, "c1,zx,linjiang", "c1,,linjiang").places == ["RF06 \(Self.classes):2:1"])
    #expect(try run(Self.classes, "中学数学2班,t2", "中学数学2班,").places == ["CL04 \(Self.classes):3:1"])
  }

  @Test func `a header with another number of names than all rows have fields is told once, there`() throws {
    #expect(try run(Self.classes, "辅导教师,人数", "辅导教师,人数,学校数").places == ["CV08 \(Self.classes):1:1"])
    #expect(try run(Self.classes, "辅导教师,人数", "辅导教师,人数,性别").places == ["RF07 \(Self.classes):1:27"])
    #expect(try run(Self.classes, "辅导教师,人数", "辅导教师").places == ["RF06 \(Self.classes):1:1"])
    #expect(try run(Self.classes, "t1,90", "t1").places == ["CV08 \(Self.classes):2:27"])
  }

  @Test func `a header may name the unit of its column, and stand again between the rows`() throws {
    for header in ["人数（人）", "人数(人)", "人数 （名）"] {
      #expect(try run(Self.classes, "辅导教师,人数", "辅导教师,\(header)").places == [])
    }
    #expect(try run(Self.classes, "辅导教师,人数", "辅导教师,人数（万元）").places == ["RF07 \(Self.classes):1:24"])
    let again = try run(Self.classes, "c2,zx", "id,学科班,区县,班号,班级名称,辅导教师,人数\nc2,zx")
    #expect(again.places == [] && again.model.classes.count == 2)
  }

  @Test func `no column says what the folder says`() throws {
    let rows = "id,学科班,区县,班号,班级名称,辅导教师,人数\nc1,zx,linjiang,1,中学数学1班,t1,90\nc2,zx,linjiang,2,中学数学2班,t2,60"
    for header in ["项目", "project"] {
      let moved = rows.replacing("人数", with: "人数,\(header)").replacing(",90", with: ",90,gugan-peixun")
        .replacing(",60", with: ",60,")
      #expect(try run(Self.classes, rows, moved).places == ["RF09 \(Self.classes):1:27"])
    }
  }

  @Test func `characters that are lost or that nobody sees are told`() throws {
    let rows = "content/notices/2026-09-16-gongshi.csv"
    // Before its list is public it may change without a record.
    let early = try SmallPortal.content.edited("content/site.yml", "as_of: 2026-09-18", "as_of: 2026-09-15")
    func run(_ path: String, _ old: String, _ new: String) throws -> ModelRun {
      ModelRun(try early.edited(path, old, new))
    }
    #expect(try run(rows, "1,丁亦然", "1,丁亦\u{FFFD}").places == ["RF08 \(rows):2:3"])
    #expect(try run(rows, "1,丁亦然", "1,丁亦\u{E863}").places == ["RF12 \(rows):2:3"])
    let invisible = try run(rows, "1,丁亦然", "1,丁\u{200B}亦然")
    #expect(invisible.places == ["RF12 \(rows):2:3"])
    #expect(invisible.model.listRows.records.first?.name == "丁亦然")
    #expect(try run(rows, "1,丁亦然", "1,丁\u{AD}亦然").model.listRows.records.first?.name == "丁亦然")
    // Emoji and names in other scripts are made with joiners.
    let joined = try run(rows, "1,丁亦然", "1,丁\u{200C}亦\u{200D}然")
    #expect(joined.places == [] && joined.model.listRows.records.first?.name == "丁\u{200C}亦\u{200D}然")
    let title = try run("content/packs/danyuan/k1.md", "title: 第一课", "title: 第\u{200B}一课")
    #expect(title.places == ["RF12 content/packs/danyuan/k1.md:2:8"])
    #expect(title.model.courses["k1"]?.title == "第一课")
  }

  @Test func `a title above the header is told once, blank lines there are nothing`() throws {
    #expect(try run(Self.classes, "id,学科班", "2026年班级表,,,,,,\nid,学科班").places == ["CV15 \(Self.classes):1:1"])
    #expect(try run(Self.classes, "id,学科班", ",,,,,,\n\nid,学科班").places == [])
  }

  @Test func `columns that fill down are required ones`() {
    func required<R: Record>(_ kind: R.Type) -> Set<String> {
      Set(R.table.fields.filter { $0.presence == .required }.map(\.name))
    }
    #expect(required(Stream.self).contains("stage"))
    #expect(required(Class.self).isSuperset(of: ["stream", "area"]))
    #expect(required(Group.self).contains("class"))
  }

  @Test func `a date saved as its serial number is read and told`() throws {
    let run = try run(Self.sessions, "集中答疑,2026-09-22", "集中答疑,46287")
    #expect(run.places == ["CV13 \(Self.sessions):2:15"])
    #expect(run.diagnostics.first?.severity == .note)
    #expect(run.model.sessions["s1"]?.date.description == "2026-09-22")
    #expect(run.diagnostics.first?.repair?.en.contains("2026-09-22") == true)
  }

  @Test func `a date with its time saved as a number is read and told`() throws {
    let run = try run(Self.sessions, "2026-09-22 17:30", "46287.7291666667")
    #expect(run.places == ["CV13 \(Self.sessions):2:51"])
    #expect(run.model.sessions["s1"]?.collectUntil.map { "\($0.date) \($0.time.text)" } == "2026-09-22 17:30")
  }

  @Test func `sums below a table are no records`() throws {
    let whole = "c2,zx,linjiang,2,中学数学2班,t2,60"
    for total in ["合计,,,,,,150", ",,总计,,,,150", "小计,,,2"] {
      let run = try run(Self.classes, whole, whole + "\n" + total)
      #expect(run.places == ["CV16 \(Self.classes):4:1"])
      #expect(run.model.classes.count == 2)
    }
    // A row that has what every record has is one.
    let named = try run(Self.classes, whole, whole + "\nc3,zx,linjiang,3,合计,t2,60")
    #expect(!named.places.contains { $0.hasPrefix("CV16") } && named.model.classes.count == 3)
    // Blanks below it have the value above it.
    let filled = try run(Self.classes, whole, "小计,,,,,,90\nc2,,linjiang,2,中学数学2班,t2,60")
    #expect(filled.model.classes["c2"]?.stream.id == "zx")
  }

  @Test(arguments: ["12", "4.5", "99999", "46287.123456", "0"]) func `other numbers are no dates`(_ text: String) throws
  {
    #expect(try run(Self.sessions, "集中答疑,2026-09-22", "集中答疑,\(text)").places == ["DT01 \(Self.sessions):2:15"])
  }

  @Test(arguments: ["4.10223E+17", "#REF!", "#N/A", "######", "410223199001010000", "1E+11"])
  func `what a spreadsheet destroyed is refused in every kind of field`(_ text: String) throws {
    // A name, an id, a number.
    #expect(try run(Self.classes, "中学数学1班", text).places == ["CV12 \(Self.classes):2:18"])
    #expect(try run(Self.classes, "\nc2,", "\n\(text),").places == ["CV12 \(Self.classes):3:1"])
    let number = try run(Self.classes, "t1,90", "t1,\(text)")
    #expect(number.places == ["CV12 \(Self.classes):2:28"])
    #expect(number.diagnostics.first?.repair != nil)
  }

  @Test(arguments: ["9月1日", "1-Sep", "Sep-26"]) func `an id that became a date is told as that`(_ text: String) throws {
    #expect(try run(Self.classes, "\nc2,", "\n\(text),").places == ["CV12 \(Self.classes):3:1"])
  }

  @Test(arguments: ["1E5", "#1", "E+17", "12-3", "410223199001011234"])
  func `text of similar form stays text`(_ text: String) throws {
    #expect(try run(Self.classes, "中学数学1班", text).places == [])
  }

  @Test func `full-width digits and commas between thousands are read, other commas refused`() throws {
    #expect(try run(Self.streams, "数学,150", "数学,１５０").places == [])
    let large = try run(Self.streams, "数学,150", "数学,\"1,150\"")
    #expect(large.model.streams["zx"]?.enrolled == 1150)
    #expect(try run(Self.streams, "数学,150", "数学,\"15,0\"").places == ["RF08 \(Self.streams):2:10"])
  }

  @Test func `blanks around a value are no part of it or of its place`() throws {
    let run = try run(Self.streams, "数学,150", "\u{3000}数学 , 150\u{A0}")
    #expect(run.places == [])
    #expect(run.model.streams["zx"]?.subject == "数学")
    #expect(try self.run(Self.streams, "数学,150", "数学, x ").places == ["RF08 \(Self.streams):2:11"])
  }

  @Test func `values below no header are told at the first of them`() throws {
    let run = try run(
      Self.streams, "id,学段,学科,报名人数\nzx,中学,数学,150", "id,学段,学科,报名人数,\nzx,中学,数学,150,九月开班")
    #expect(run.places == ["CV11 \(Self.streams):2:14"])
    #expect(try self.run(Self.streams, "id,学段,学科,报名人数\nzx,中学,数学,150", "id,学段,学科,报名人数,,\nzx,中学,数学,150,,").places == [])
  }

  @Test func `a table with a header only is an empty table`() throws {
    let groups = Self.folder + "groups.csv"
    var portal = SmallPortal.content
    portal[groups] = "id,班级,小组,人数,组长单位\n"
    let run = ModelRun(portal)
    #expect(run.places == [])
    #expect(run.model.groups.count == 0 && run.model.incompleteKinds.isEmpty)
    // What refers to its records dangles: they are not there, they are not unread.
    let tutors = ModelRun(try SmallPortal.content.edited(Self.folder + "tutors.csv", "t1,", "t9,"))
    #expect(tutors.places == ["RF02 \(Self.classes):2:25"])
  }

  @Test func `a file without a header is told`() {
    var portal = SmallPortal.content
    portal[Self.folder + "groups.csv"] = "\n"
    #expect(ModelRun(portal).places == ["CV10 \(Self.folder)groups.csv"])
  }

  @Test func `places in a file of another encoding are those of its text`() throws {
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    var portal = try SmallPortal.content.edited(Self.classes, "中学数学1班,t1,90", "中学数学1班,t1,九十")
    let text = try #require(portal[Self.classes])
    let bytes = [UInt8](try #require(text.data(using: encoding)))
    portal.files[Self.classes] = bytes
    let run = ModelRun(portal)
    #expect(run.places == ["CV07 \(Self.classes)", "RF08 \(Self.classes):2:28"])
    #expect(run.texts[Self.classes] == Array(text.utf8))
  }

  @Test func `a table of many rows is the same on several threads`() throws {
    let header = "id,学科班,区县,班号,班级名称,辅导教师,人数\n"
    // Merged cells reach over the borders of the parts that threads take.
    let rows = (0..<20_000).map { number in
      "c\(number),\(number == 0 ? "zx" : ""),\(number % 9000 == 0 ? "a\(number)" : ""),\(number),\(number)班,t1,九\n"
    }
    let path = "years/2026/projects/yuancheng/classes.csv"
    let file = ContentFile(relativePath: path, path: "content/" + path, bytes: Array((header + rows.joined()).utf8))
    let one = ContentLoader.load([file], jobs: 1)
    let three = ContentLoader.load([file], jobs: 3)
    #expect(one.diagnostics == three.diagnostics)
    #expect(one.records.classes.map(\.id) == three.records.classes.map(\.id))
    #expect(one.records.classes.map(\.area.id) == three.records.classes.map(\.area.id))
    #expect(three.records.classes[17_999].area.id == "a9000" && three.records.classes[18_000].area.id == "a18000")
    #expect(three.diagnostics.count { $0.code == "RF08" } == 20_000)
    #expect(three.diagnostics.filter { $0.code == "CV14" }.map(\.message.en).first?.hasPrefix("19999 ") == true)
  }
}
