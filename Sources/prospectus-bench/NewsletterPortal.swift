import Files

/// A portal around given newsletters: five a class, 400 courses to which they link.
struct NewsletterPortal {
  /// Wraps the Markdown files below `source`; their front matter is replaced, everything else stays.
  ///
  /// - Returns: how many newsletters there are.
  static func write(_ portal: inout GeneratedPortal, newsletters source: String, in world: World) throws(FileError)
    -> Int
  {
    let project = "bench"
    try portal.writeFrame(name: "测速市教师发展中心", project: project)
    let texts = world.files.snapshot(SnapshotRequest(folder: source, label: "")).files.filter {
      $0.path.hasSuffix(".md")
    }
    let classes = max(1, (texts.count + 4) / 5)
    try portal.write("content/org/areas.csv", "编号,名称,类别,顺序\na,测速县,县,1\n")
    try portal.write(
      "content/years/2026/projects.csv",
      "编号,序号,培训项目名称,拟培训人数,培训方式,拟培训时间,培训地点\n\(project),1,测速项目,\(classes * 60),线上研修,9月,线上\n")
    let folder = "content/years/2026/projects/\(project)"
    try portal.write(
      folder + "/index.md",
      "---\nsummary: 用来测速的项目。\npacks: [c]\nminutes_per_class_hour: 45\n---\n\n这个项目由程序生成。\n")
    try portal.write(folder + "/streams.csv", "编号,学段,学科,报名人数\ns,小学,语文,\(classes * 60)\n")
    var classRows = "编号,学科班,区县,班号,班级名称,辅导教师,人数,学习率\n"
    var tutorRows = "编号,姓名,单位\n"
    for number in 1...classes {
      classRows += "k\(number),s,a,\(number),测速\(number)班,t\(number),60,\(90 + number % 10).5%\n"
      tutorRows += "t\(number),测试教师,测速第\(number % 40 + 1)小学\n"
    }
    try portal.write(folder + "/classes.csv", classRows)
    try portal.write(folder + "/tutors.csv", tutorRows)
    try portal.write("content/packs/c/index.md", "---\ntitle: 测速课程包\nsummary: 四百门课程。\n---\n\n由程序生成。\n")
    for number in 1...400 {
      let id = "c" + String("00\(number)".suffix(3))
      try portal.write(
        "content/packs/c/\(id).md",
        """
        ---
        title: 测速课程\(number)
        no: \(number)
        summary: 第\(number)门课程。
        mode: 线上
        minutes: 90
        required: 选修
        ---

        这门课程由程序生成。

        """)
    }
    for (index, text) in texts.enumerated() {
      let issue = index % 5 + 1
      let head = "---\ntitle: \(title(of: text.bytes ?? [], index))\ndate: 2026-0\(issue + 3)-10\n---\n"
      try portal.write(
        folder + "/newsletters/k\(index / 5 + 1)/0\(issue).md", Array(head.utf8) + body(of: text.bytes ?? []))
    }
    return texts.count
  }

  /// The value of the line `title:` as it stands.
  private static func title(of bytes: [UInt8], _ index: Int) -> String {
    for line in bytes.prefix(400).split(separator: UInt8(ascii: "\n")) where line.starts(with: "title: ".utf8) {
      return String(decoding: line.dropFirst(7), as: UTF8.self)
    }
    return "第\(index + 1)篇"
  }

  /// Behind the front matter.
  private static func body(of bytes: [UInt8]) -> [UInt8] {
    let mark = Array("\n---\n".utf8)
    guard bytes.starts(with: "---\n".utf8), bytes.count > mark.count else { return bytes }
    for start in 3..<max(3, bytes.count - mark.count) where bytes[start..<start + mark.count].elementsEqual(mark) {
      return Array(bytes[(start + mark.count)...])
    }
    return bytes
  }
}
