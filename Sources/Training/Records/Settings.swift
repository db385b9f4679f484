import Diagnostics
package import Expressions
import Values

/// `site.yml`: the authority and how its portal is set up.
package struct Settings: Record {
  package var origin = Origin()
  package var format = 1
  package var id = Identifier()
  package var name = ""
  package var shortName = ""
  package var level = AuthorityLevel.city
  package var baseURL = WebAddress()
  package var language = "zh-CN"
  package var timezone = PortalTimeZone.shanghai
  package var asOf: CalendarDate?
  package var description = ""
  package var contact = Reference<Contact>(id: "", span: SourceSpan(0, 0))
  package var currentPlan = Reference<Plan>(id: "", span: SourceSpan(0, 0))
  package var featuredProject = Reference<Project>(id: "", span: SourceSpan(0, 0))
  package var filing = Filing()
  package var editURL: AddressPattern?
  package var notice = NoticeRule()
  package var headers: [HeaderAlias] = []
  package var readings: [Reading] = []
  package var html: [AllowedTagName] = []
  package var texts = TextRules()

  package init() {}

  /// The path of `base_url` on its host: `/` or `/portal/`.
  package var hostRoot: String { baseURL.path }

  /// The version of the content's format that is read.
  package static let currentFormat = 1

  /// `settings`: the fields of `site.yml`. A missing `as_of` means the day of the build.
  package static let table = RecordTable<Settings>(
    "settings", "站点设置",
    [
      .required("format", "格式版本", \.format, "内容格式的版本，现为 1"),
      .required("id", "编号", \.id, "主管单位的编号"),
      .required("name", "名称", \.name, "主管单位全称"),
      .required("short_name", "简称", \.shortName, "题签上的字，不超过 8 个汉字"),
      .required("level", "层级", \.level, "主管单位的层级"),
      .required("base_url", "网址", \.baseURL, "门户发布的网址，以 / 结尾"),
      .defaulted("language", "语言", \.language, "门户的语言"),
      .defaulted("timezone", "时区", \.timezone, "门户的时区"),
      .optional("as_of", "基准日", \.asOf, "固定的基准日；不写则为构建当天"),
      .required("description", "说明", \.description, "一句话介绍门户"),
      .required("contact", "联系方式", \.contact, "页脚的联系方式"),
      .required("current_plan", "当前计划", \.currentPlan, "首页所依据的年度计划"),
      .required("featured_project", "重点项目", \.featuredProject, "首页展示进程的项目"),
      .defaulted("filing", "备案", \.filing, "主办单位和备案号"),
      .optional("edit_url", "编辑网址", \.editURL, "“编辑本页”的网址，{path} 处换成文件路径"),
      .defaulted("notice", "公示规则", \.notice, "公示的默认规则"),
      .list("html", "标签", \.html, "正文里可以直接写的 HTML 标签，不带属性；不写则都按文字显示"),
      .defaulted("texts", "文字", \.texts, "正文里不该有的话"),
      .list("readings", "读音", \.readings, "姓名和地名里与常用读音不同的字，按拼音排序时用"),
      .list("headers", "栏目别名", \.headers, "本单位的表格里另有叫法的栏目"),
    ])
}

/// A header of the office's own for a field.
package struct HeaderAlias: NestedRecord {
  package var origin = Origin()
  package var kind = ""
  package var field = ""
  package var header = ""

  package init() {}

  /// An item of `headers` of the settings.
  package static let table = RecordTable<HeaderAlias>(
    "header-alias", "栏目别名",
    [
      .required("kind", "种类", \.kind, "记录的种类，如 project 或 项目"),
      .required("field", "项", \.field, "项的名称"),
      .required("header", "叫法", \.header, "表格里的栏目"),
    ])
}

/// What texts may not say.
package struct TextRules: NestedRecord {
  package var origin = Origin()
  package var noise: [String] = []
  package var outdated: [String] = []

  package init() {}

  /// `texts` of the settings: words of the authority's own, beside those that every portal looks for (TX02, TX05).
  package static let table = RecordTable<TextRules>(
    "text-rules", "文字规则",
    [
      .list("noise", "杂质", \.noise, "抄来的文字里常夹带的话，如网站名称；正文和各项里都不能有"),
      .list("outdated", "过时提法", \.outdated, "已经过时的政策提法；出现时提示"),
    ])
}

/// How a word is read here, where it differs from the usual.
package struct Reading: NestedRecord {
  package var origin = Origin()
  package var word = ""
  package var pinyin = PinyinText()

  package init() {}

  /// An item of `readings` of the settings.
  package static let table = RecordTable<Reading>(
    "reading", "读音",
    [
      .required("word", "字词", \.word, "一个姓，或几个字的名称"), .required("pinyin", "拼音", \.pinyin, "每个字一个音节，带声调"),
    ])
}

/// What the footer of a public Chinese site must show.
package struct Filing: NestedRecord {
  package var origin = Origin()
  package var sponsor: String?
  package var icp: String?
  package var police: String?
  package var siteCode: String?

  package init() {}

  /// `filing` of the settings: all optional, the footer shows what is given.
  package static let table = RecordTable<Filing>(
    "filing", "备案",
    [
      .optional("sponsor", "主办单位", \.sponsor, "主办单位"),
      .optional("icp", "ICP备案号", \.icp, "ICP 备案号"),
      .optional("police", "公安备案号", \.police, "公安备案号"),
      .optional("site_code", "网站标识码", \.siteCode, "政府网站标识码"),
    ])
}

/// Defaults of the public notices.
package struct NoticeRule: NestedRecord {
  package var origin = Origin()
  package var workdays = 5
  /// Whether it was decided that rows of lists lie in the content, whose history keeps them.
  package var tracksLists = false

  package init() {}

  /// `notice` of the settings: 5 workdays when nothing is written.
  package static let table = RecordTable<NoticeRule>(
    "notice-rule", "公示规则",
    [
      .defaulted("workdays", "工作日数", \.workdays, "公示期至少几个工作日，次日起算"),
      .defaulted("tracks_lists", "名单在内容里", \.tracksLists, "已经议定名单的行放在内容里（提交的历史会一直留着）；不写，check 会提示"),
    ])
}

/// One year's holidays and make-up workdays.
package struct WorkCalendarYear: Record {
  package var origin = Origin()
  package var year = 0
  package var holidays: [CalendarDay] = []
  package var workdays: [CalendarDay] = []

  package init() {}

  /// `calendar`: the file `calendar/<year>.yml`. Days in neither list follow the week.
  package static let table = RecordTable<WorkCalendarYear>(
    "calendar", "工作日历",
    [
      .required("year", "年", \.year, "年份，取自文件名"),
      .list("holidays", "放假", \.holidays, "放假的日子"),
      .list("workdays", "调休上班", \.workdays, "调休上班的日子"),
    ])
}

/// A day with its name in a work calendar.
package struct CalendarDay: NestedRecord {
  package var origin = Origin()
  package var date = CalendarDate(dayNumber: 0)
  package var name: String?

  package init() {}

  /// An item of `holidays` or `workdays` of a calendar.
  package static let table = RecordTable<CalendarDay>(
    "calendar-day", "日子",
    [.required("date", "日期", \.date, "哪一天"), .optional("name", "名称", \.name, "节日名称")])
}
