import Training

/// Who may stand as the author of a file: nobody, offices, programs, and those whom the portal names itself.
struct AuthorGrounds: Sendable {
  private let known: Set<String>

  init(_ model: Model) {
    let settings = model.settings
    var names = [settings.name, settings.shortName] + model.contacts.records.map(\.office)
    names += model.institutions.records.map(\.name) + model.areas.records.map(\.name)
    names += model.experts.records.flatMap { [$0.name, $0.unit] }
    names += model.tutors.records.flatMap { [$0.name, $0.unit] }
    names += model.managers.records.map(\.name) + model.releases.records.map(\.value)
    known = Set(names.map(Self.compact)).subtracting([""])
  }

  /// Whether `author` tells nothing about a person.
  ///
  /// - Complexity: O(length), times the words for offices.
  func allow(_ author: String) -> Bool {
    let name = Self.compact(author)
    if name.isEmpty || known.contains(name) || Self.programs.contains(name) { return true }
    if Self.programBeginnings.contains(where: { name.hasPrefix($0) }) { return true }
    // Numbers of seats and versions; a long one may be somebody's account.
    if name.allSatisfy({ !$0.isLetter }), name.filter(\.isNumber).count < 7 { return true }
    if Self.offices.contains(where: { name.contains($0) }) { return true }
    return Self.officeEndings.contains { name.hasSuffix($0.word) && name.count >= $0.least }
  }

  /// Without blanks and in small letters.
  private static func compact(_ name: String) -> String {
    String(name.filter { !$0.isWhitespace && $0 != "\0" }).lowercased()
  }

  /// Words that name no person.
  private static let offices = [
    "学校", "中学", "小学", "大学", "学院", "幼儿园", "教育局", "教育厅", "教研", "中心", "办公", "集团", "公司", "协会", "学会", "工作室", "工作坊", "课题组",
    "项目", "编辑部", "研究院", "研究所", "研修", "培训", "进修", "教务", "人事", "出版社", "委员会", "school", "university", "office", "center",
    "centre", "department", "education",
  ]

  /// Ends of words for offices, and how long these are at least: 李登科 is a name, 师训科 has three characters too and is not known here.
  private static let officeEndings: [(word: String, least: Int)] =
    ["室", "部", "局", "处", "厅", "馆", "站", "办", "院", "委", "组"].map { ($0, 3) }
    + ["科", "园", "会", "网"].map { ($0, 4) }

  /// What programs and new computers write by themselves.
  private static let programs: Set<String> = [
    "microsoft", "office", "microsoftoffice", "microsoftofficeuser", "administrator", "admin", "user", "users",
    "windows用户", "windowsuser", "微软用户", "微软中国", "用户", "作者", "author", "unknown", "未知", "未定义", "匿名", "anonymous",
    "owner",
    "pc", "computer", "mycomputer", "lenovo", "lenovouser", "联想", "dell", "hp", "惠普", "asus", "acer", "thinkpad",
    "huawei", "华为", "honor",
    "xiaomi", "apple", "root", "test", "none", "default", "个人用户", "番茄花园", "深度技术", "雨林木风", "china", "(anonymous)",
    "(unspecified)",
  ]

  private static let programBeginnings = [
    "python-", "openpyxl", "xlwt", "reportlab", "libreoffice", "openoffice", "apachepoi", "wps", "adobe", "canva",
    "inkscape", "latex", "pandoc", "wkhtmltopdf", "chromium", "microsoft®", "pymupdf", "ghostscript", "draw.io",
    "exceljs", "phpoffice", "aspose", "kingsoft",
  ]
}
