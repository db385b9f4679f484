import Diagnostics
package import Expressions
import Values

/// A county, district or other area of the authority.
package struct Area: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var name = ""
  package var short: String?
  package var kind = AreaKind.county
  package var order = 0
  package var office: String?

  package init() {}
  package static func store(in model: Model) -> RecordStore<Area> { model.areas }
  /// Filled from `org/areas.csv`, a row each.
  package static var shelf: any WritableKeyPath<Records, [Area]> & Sendable { \.areas }

  /// `area`: its fields and the classes in it.
  package static let table = RecordTable<Area>(
    "area", "区域",
    [
      .required("id", "编号", \.id, "编号"),
      .required("name", "名称", \.name, "区县名称"),
      .optional("short", "简称", \.short, "表格里用的简称"),
      .required("kind", "类别", \.kind, "区域类别"),
      .required("order", "顺序", \.order, "官方顺序"),
      .optional("office", "管理单位", \.office, "管理培训的单位"),
    ],
    derived: [
      .init("classes", .list(Reference<Class>.valueType), "区域内的班级") { area, model in
        model.entities(Class.self, at: model.classesByArea[area.origin.index])
      }
    ])
}

/// A school, kindergarten or directly run body.
package struct Institution: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var name = ""
  package var area = Reference<Area>(id: "", span: SourceSpan(0, 0))
  package var kind = InstitutionKind.primary
  package var order: Int?

  package init() {}
  package static func store(in model: Model) -> RecordStore<Institution> { model.institutions }
  /// Filled from `org/units.csv`, a row each.
  package static var shelf: any WritableKeyPath<Records, [Institution]> & Sendable { \.institutions }

  /// `unit`: fields only; institutions have no page.
  package static let table = RecordTable<Institution>(
    "unit", "单位",
    [
      .required("id", "编号", \.id, "编号"),
      .required("name", "名称", \.name, "单位全称"),
      .required("area", "区县", \.area, "所属区域"),
      .required("kind", "类别", \.kind, "单位类别"),
      .optional("order", "顺序", \.order, "官方顺序"),
    ])
}

/// A public office with its published telephone and mail.
package struct Contact: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var office = ""
  package var phone = ""
  package var mail: String?
  package var address: String?
  package var postcode: String?
  package var hours: String?

  package init() {}
  package static func store(in model: Model) -> RecordStore<Contact> { model.contacts }
  /// Filled from `org/contacts.yml`, in the order of its list.
  package static var shelf: any WritableKeyPath<Records, [Contact]> & Sendable { \.contacts }

  /// `contact`: its fields, and `phone_href` with the digits of the telephone number alone.
  package static let table = RecordTable<Contact>(
    "contact", "联系方式",
    [
      .required("id", "编号", \.id, "编号"),
      .required("office", "处室", \.office, "处室名称"),
      .required("phone", "电话", \.phone, "办公电话"),
      .optional("mail", "邮箱", \.mail, "办公邮箱"),
      .optional("address", "地址", \.address, "地址"),
      .optional("postcode", "邮编", \.postcode, "邮政编码"),
      .optional("hours", "时间", \.hours, "接听时间"),
    ],
    derived: [
      .init("phone_href", .text, "电话链接", from: \.phone) { phone, _ in
        .text("tel:" + String(decoding: phone.utf8.filter { (0x30...0x39).contains($0) }, as: UTF8.self))
      }
    ])
}

/// A published expert.
package struct Expert: IdentifiedRecord {
  package var origin = Origin()
  package var id = Identifier()
  package var name = ""
  package var title: String?
  package var unit = ""
  package var subjects: [String] = []
  package var level = ExpertLevel.city
  package var since: CalendarDate?
  package var note: String?

  package init() {}
  package static func store(in model: Model) -> RecordStore<Expert> { model.experts }
  /// Filled from `people/experts.csv`, a row each.
  package static var shelf: any WritableKeyPath<Records, [Expert]> & Sendable { \.experts }

  /// `expert`: its fields and the courses in which the expert lectures.
  package static let table = RecordTable<Expert>(
    "expert", "专家",
    [
      .required("id", "编号", \.id, "编号，与姓名无关"),
      .required("name", "姓名", \.name, "姓名"),
      .optional("title", "职称", \.title, "职称"),
      .required("unit", "单位", \.unit, "单位名称"),
      .list("subjects", "学科", \.subjects, "学科"),
      .required("level", "层级", \.level, "专家层级"),
      .optional("since", "入库时间", \.since, "入库时间"),
      .optional("note", "简介", \.note, "一句话简介"),
    ],
    derived: [
      .init("courses", .list(Reference<Course>.valueType), "主讲的课程") { expert, model in
        model.entities(Course.self, at: model.coursesByExpert[expert.origin.index])
      }
    ])
}
