/// The files that examples are about; the small portal of the tests has most of them.
enum ExamplePath {
  static let site = "content/site.yml"
  static let calendar = "content/calendar/2026.yml"
  static let rules = "content/rules.yml"
  static let collection = "content/collections/honours.yml"
  static let rewards = "content/honours.csv"
  static let glossary = "content/glossary.yml"
  static let redirects = "content/redirects.csv"
  static let contacts = "content/org/contacts.yml"
  static let areas = "content/org/areas.csv"
  static let units = "content/org/units.csv"
  static let experts = "content/people/experts.csv"
  static let year = "content/years/2026/"
  static let plan = year + "plan.md"
  static let modules = year + "modules.yml"
  static let tiers = year + "tiers.yml"
  static let milestones = year + "milestones.csv"
  static let projects = year + "projects.csv"
  static let project = year + "projects/yuancheng/"
  static let document = project + "index.md"
  static let phases = project + "phases.yml"
  static let streams = project + "streams.csv"
  static let classes = project + "classes.csv"
  static let groups = project + "groups.csv"
  static let tutors = project + "tutors.csv"
  static let managers = project + "managers.csv"
  static let pairs = project + "pairs.csv"
  static let sessions = project + "sessions.csv"
  static let results = project + "results.csv"
  static let firstIssue = project + "newsletters/c1/01.md"
  static let issue = project + "newsletters/c1/02.md"
  static let pack = "content/packs/danyuan/index.md"
  static let course = "content/packs/danyuan/k1.md"
  static let secondCourse = "content/packs/danyuan/k2.md"
  static let creditCourse = "content/packs/xuefen/x1.md"
  static let scheme = "content/schemes/xueyuan.yml"
  static let disclosure = "content/notices/2026-09-16-gongshi.md"
  static let list = "content/notices/2026-09-16-gongshi.csv"
  static let notice = "content/notices/2026-09-01-tongzhi.md"
  static let layout = "layouts/help.html"
  static let strings = "layouts/strings/zh-CN.yml"
  static let englishStrings = "layouts/strings/en.yml"
  static let help = "content/help/denglu.md"

  /// What the columns of the small portal's tables are called: examples are rows.
  static let headers = [
    experts: "id,姓名,单位,学科,层级", milestones: "id,时间,事项", projects: "id,序号,培训项目名称,拟培训人数,培训方式,拟培训时间,培训地点",
    streams: "id,学段,学科,报名人数", classes: "id,学科班,区县,班号,班级名称,辅导教师,人数", groups: "id,班级,小组,人数,组长单位",
    tutors: "id,姓名,单位", sessions: "id,内容,类型,日期,结束日期,时间,星期,学科班,课程,专家,问题征集截止,状态", list: "序号,姓名,单位",
  ]
}
