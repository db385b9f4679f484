import Expressions
import Training
import Values

/// `site` in every layout.
enum SiteView {
  static let recordType = RecordType(
    "site",
    [
      .init("name", .text, doc: "主管单位"), .init("short_name", .text, doc: "题签"),
      .init("description", .text, doc: "一句话介绍"), .init("base_url", .text, doc: "发布的网址"),
      .init("language", .text, doc: "语言"),
      .init("contact", Contact.entityType, doc: "页脚的联系方式"),
      .init("filing", Filing.valueType, doc: "备案"),
      .init("plan", Plan.entityType, doc: "当前年度计划"),
      .init("featured", Project.entityType, doc: "重点项目"),
      .init("year", .number, doc: "计划年份"),
      .init("readings", .mapping, doc: "字词的读音，给 pinyin_sort 的 readings"),
      .init("as_of", .date, doc: "基准日；只用来算状态，不写在页面上"),
      .init("preview", .boolean, doc: "是否预览：不含名单，不公开发布"),
    ])

  static func view(_ context: PortalContext) -> View {
    let model = context.model
    let settings = model.settings
    return View(
      recordType,
      [
        .text(settings.name), .text(settings.shortName), .text(settings.description), .text(settings.baseURL.text),
        .text(settings.language), settings.contact.value(in: model),
        settings.filing.value(in: model), settings.currentPlan.value(in: model),
        settings.featuredProject.value(in: model),
        .number(Decimal(model.currentPlan?.year ?? model.asOf.year)),
        .mapping(OrderedMapping(settings.readings.map { ($0.word, .text($0.pinyin.text)) })), .date(model.asOf),
        .boolean(model.readership == .preview),
      ], isShared: true)
  }
}
