import Files
import Values

/// A city of 23,000 teachers: 24 streams in 7 areas, formed into classes by the rule of the domain (§6.B).
struct CityPortal {
  private struct Cell {
    var stage: String
    var subject: String
    var area: String
    var heads: Int
  }

  /// Sizes of the classes of one subject in one area: full hundreds; when the last one would have fewer than 50, it shares
  /// with the one before; a small subject is one class.
  static func classSizes(of heads: Int) -> [Int] {
    guard heads > 100 else { return heads > 0 ? [heads] : [] }
    let full = heads / 100
    let tail = heads % 100
    if tail == 0 { return Array(repeating: 100, count: full) }
    if tail >= 50 { return Array(repeating: 100, count: full) + [tail] }
    let shared = 100 + tail
    return Array(repeating: 100, count: full - 1) + [shared - shared / 2, shared / 2]
  }

  /// Writes the city described by `matrix`: rows of stage, subject, area and heads, with a header.
  ///
  /// - Returns: the number of classes and of newsletters.
  static func write(
    _ portal: inout GeneratedPortal, matrix: [UInt8], newslettersPerClass: Int
  ) throws(FileError) -> (classes: Int, newsletters: Int) {
    guard let table = CSVReader.read(matrix, path: "city.csv").table else { return (0, 0) }
    let cells = (0..<table.rowCount).compactMap { row -> Cell? in
      let fields = (0..<4).compactMap { table.cell(row, $0)?.text }
      guard fields.count == 4, let heads = Int(fields[3]) else { return nil }
      return Cell(stage: fields[0], subject: fields[1], area: fields[2], heads: heads)
    }
    var areas: [String] = []
    var streams: [(stage: String, subject: String)] = []
    for cell in cells {
      if !areas.contains(cell.area) { areas.append(cell.area) }
      if !streams.contains(where: { $0 == (cell.stage, cell.subject) }) { streams.append((cell.stage, cell.subject)) }
    }
    let project = "yuancheng"
    try portal.writeFrame(name: "青澜市教师发展中心", project: project)
    try portal.write(
      "content/org/areas.csv",
      "编号,名称,类别,顺序\n"
        + areas.enumerated().map {
          "q\($0 + 1),\($1),\($1.hasSuffix("县") ? "县" : $1.hasSuffix("区") ? "区" : $1.hasSuffix("市") ? "市" : "市属"),\($0 + 1)\n"
        }
        .joined())
    let total = cells.reduce(0) { $0 + $1.heads }
    try portal.write(
      "content/years/2026/projects.csv",
      "编号,序号,培训项目名称,拟培训人数,培训方式,拟培训时间,培训地点\n\(project),1,2026年全员远程培训,\(total),线上研修,2026-08-15..2026-09-30,线上\n")
    let folder = "content/years/2026/projects/\(project)"
    try portal.write(
      folder + "/index.md",
      "---\nsummary: 全市教师远程培训。\nclass_hours: 25\nminutes_per_class_hour: 45\nclass_rule: {small_subject: per-subject}\n---\n\n由程序生成。\n"
    )
    try portal.write(
      folder + "/streams.csv",
      "编号,学段,学科,报名人数\n"
        + streams.enumerated().map { index, stream in
          let heads = cells.reduce(0) { $1.stage == stream.stage && $1.subject == stream.subject ? $0 + $1.heads : $0 }
          return "s\(index + 1),\(stream.stage),\(stream.subject),\(heads)\n"
        }.joined())
    return try writeClasses(&portal, folder, cells, areas, streams, newslettersPerClass)
  }

  private static func writeClasses(
    _ portal: inout GeneratedPortal, _ folder: String, _ cells: [Cell], _ areas: [String],
    _ streams: [(stage: String, subject: String)], _ newslettersPerClass: Int
  ) throws(FileError) -> (classes: Int, newsletters: Int) {
    var classRows = "编号,学科班,区县,班号,班级名称,辅导教师,人数,学习率\n"
    var tutorRows = "编号,姓名,单位\n"
    var number = 0
    var newsletters = 0
    for cell in cells {
      guard let stream = streams.firstIndex(where: { $0 == (cell.stage, cell.subject) }),
        let area = areas.firstIndex(of: cell.area)
      else { continue }
      for (index, size) in classSizes(of: cell.heads).enumerated() {
        number += 1
        let name = "\(cell.area)\(cell.stage)\(cell.subject)\(index + 1)班"
        let id = "q\(area + 1)-s\(stream + 1)-\(index + 1)"
        classRows +=
          "\(id),s\(stream + 1),q\(area + 1),\(index + 1),\(name),t\(number),\(size),\(90 + number % 10).\(number % 7)%\n"
        tutorRows += "t\(number),测试教师,\(cell.area)第\(number % 30 + 1)学校\n"
        for issue in 0..<newslettersPerClass {
          newsletters += 1
          try portal.write(
            folder + "/newsletters/\(id)/0\(issue + 1).md", newsletter(name, issue + 1, seed: number * 31 + issue))
        }
      }
    }
    try portal.write(folder + "/classes.csv", classRows)
    try portal.write(folder + "/tutors.csv", tutorRows)
    return (number, newsletters)
  }

  private static let phrases = [
    "多数学员完成了本周的课程", "讨论区里关于单元目标的提问最多", "作业里最常见的问题是活动与目标脱节", "下周请先看完案例再写点评",
    "小组之间交换了学情前测", "有三份设计写清了学生会在哪里卡住", "答疑时大家追问怎样分层布置作业", "还没有登录的学员已由组长联系",
  ]

  private static func newsletter(_ name: String, _ number: Int, seed: Int) -> String {
    var state = UInt64(truncatingIfNeeded: seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func phrase() -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return phrases[Int(state >> 33) % phrases.count]
    }
    let paragraphs = (0..<4).map { _ in "\(phrase())，\(phrase())。**重点：**\(phrase())。" }
    return """
      ---
      title: \(name)第\(number)期
      date: 2026-08-\(14 + number * 3)
      ---

      ## 学情

      本班{{ class.size }}人，学习率{{ class.learning_rate }}。\(paragraphs[0])

      ## 共性问题

      \(paragraphs[1])

      - \(phrase())
      - \(phrase())

      ## 下阶段安排

      \(paragraphs[2])

      \(paragraphs[3])

      """
  }
}
