import Files

extension CityPortal {
  /// The ids of the packs: two for all, one for each stream.
  var packs: [String] { ["tongshi", "gonggong"] + streams.indices.map { "s\($0 + 1)" } }

  /// A course that is to be written.
  private struct NewCourse {
    var id: String
    var title: String
    var no: Int
    var phase: String
    var minutes: Int
    /// From 1; `nil` for all.
    var stream: Int?
    var expert: Int
  }

  /// 26 packs with 104 courses: 225 minutes for all, 480 in common and 240 of the subject, 180 of cases: 25 class hours for
  /// each stream.
  func writeCourses(_ portal: inout GeneratedPortal) throws(FileError) {
    let general = ["课堂里的安全感", "看懂一份学情"].enumerated().map { place, title in
      NewCourse(
        id: "tongshi-\(place + 1)", title: title, no: place + 1, phase: "jd1", minutes: 113 - place,
        expert: streams.count + place + 1)
    }
    try write(&portal, pack: "tongshi", title: "通识课程", general)
    let common = ["单元从哪里来", "先问学生会什么", "目标和证据", "难点的判断", "活动怎样排", "作业怎样改"].enumerated().map { place, title in
      NewCourse(
        id: "gonggong-\(place + 1)", title: title, no: place + 1, phase: "jd2", minutes: 80,
        expert: streams.count + place + 1)
    }
    try write(&portal, pack: "gonggong", title: "备课公共课", common)
    for (place, stream) in streams.enumerated() {
      let number = place + 1
      let own = ["一个单元的样子", "三份前测", "一次改课", "案例观摩"].enumerated().map { index, title in
        NewCourse(
          id: "s\(number)-\(index + 1)", title: stream.name + "：" + title, no: index + 1,
          phase: index < 3 ? "jd2" : "jd3",
          minutes: index < 3 ? 80 : 180, stream: number, expert: number)
      }
      try write(&portal, pack: "s\(number)", title: stream.name, own)
    }
  }

  private func write(
    _ portal: inout GeneratedPortal, pack: String, title: String, _ courses: [NewCourse]
  ) throws(FileError) {
    try portal.write(
      "content/packs/\(pack)/index.md",
      "---\ntitle: \(title)\nsummary: \(courses.count)门课。\n---\n\n这个课程包由程序生成。\n")
    for course in courses {
      try portal.write(
        "content/packs/\(pack)/\(course.id).md",
        """
        ---
        title: \(course.title)
        no: \(course.no)
        summary: \(course.minutes)分钟。
        phase: \(course.phase)
        mode: 线上
        minutes: \(course.minutes)
        required: 必修
        \(course.stream.map { "streams: [s\($0)]\n" } ?? "")lecturers: [\(Self.expert(course.expert))]
        ---

        先看[项目说明](project:\(Self.project))，再学这门课。

        """)
    }
  }
}
